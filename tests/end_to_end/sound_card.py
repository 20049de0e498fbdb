"""A sound card of its own for a test: PulseAudio's null sink, a speech service that speaks into it, a recording."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import numpy as np

from tests.end_to_end.desktop import until

RATE = 48_000  # samples a second
TOOLS = ("pulseaudio", "pactl", "parec", "speech-dispatcher", "espeak-ng")
_ESPEAK = Path("/usr/lib/speech-dispatcher-modules/sd_espeak-ng")
LOUD = 0.004  # of full scale: what counts as sound


def missing_sound_tools() -> list[str]:
    """What this machine lacks to be listened to; empty where the recording can be made."""
    if sys.platform != "linux":
        return ["PulseAudio and speech-dispatcher (Linux only)"]
    lacking = [tool for tool in TOOLS if shutil.which(tool) is None]
    if not _ESPEAK.exists():
        lacking.append("speech-dispatcher-espeak-ng")
    return lacking


class SoundCard:
    """A null sink that sounds nowhere; `environment` brings programs to it and to a speech service of its own."""

    def __init__(self, folder: Path) -> None:
        runtime, home = folder / "run", folder / "home"
        for each in (runtime, home):
            each.mkdir(mode=0o700)
        self.environment = {
            "XDG_RUNTIME_DIR": str(runtime),
            "PULSE_RUNTIME_PATH": str(runtime / "pulse"),
            "PULSE_SERVER": f"unix:{runtime}/native",
            "HOME": str(home),
            "XDG_CONFIG_HOME": str(home / ".config"),
            "XDG_CACHE_HOME": str(home / ".cache"),
        }
        self._all = {**os.environ, **self.environment}
        socket = f"socket={runtime}/native auth-anonymous=1"
        modules = [
            f"--load=module-null-sink sink_name=ear rate={RATE}",
            f"--load=module-native-protocol-unix {socket}",
        ]
        options = ["-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no", "--disable-shm=yes"]
        self._server = subprocess.Popen(
            ["pulseaudio", *options, *modules],
            env={key: value for key, value in self._all.items() if key != "PULSE_SERVER"},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._speech_socket = runtime / "speech-dispatcher" / "speechd.sock"
        until(lambda: self._pactl("info"), "the sound server")
        self._speech: subprocess.Popen[bytes] | None = None
        self._start_speech()

    def close(self) -> None:
        """Take both services down again."""
        for process in (self._speech, self._server):
            if process is not None:
                process.terminate()
                try:
                    process.wait(timeout=5)
                except subprocess.TimeoutExpired:
                    process.kill()
                    process.wait(timeout=5)

    def record(self) -> Recording:
        """Begin to listen."""
        return Recording(self._all)

    def _start_speech(self) -> None:
        self._speech_socket.parent.mkdir(parents=True, exist_ok=True)
        command = ["speech-dispatcher", "--run-single", "--timeout", "0"]
        where = ["--communication-method", "unix_socket", "--socket-path", str(self._speech_socket)]
        self._speech = subprocess.Popen(
            [*command, *where], env=self._all, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        until(self._speech_socket.exists, "the speech service")

    def _pactl(self, *words: str) -> bool:
        done = subprocess.run(["pactl", *words], env=self._all, capture_output=True, check=False, timeout=10)
        return done.returncode == 0


class Recording:
    """What the sink sounds, with the wall time of every sample to a few milliseconds."""

    def __init__(self, environment: dict[str, str]) -> None:
        format_ = [f"--rate={RATE}", "--channels=1", "--format=s16le", "--latency-msec=10"]
        self._recorder = subprocess.Popen(
            ["parec", "--device=ear.monitor", *format_], env=environment, stdout=subprocess.PIPE
        )
        self._chunks: list[tuple[float, bytes]] = []
        self._thread = threading.Thread(target=self._listen)
        self._thread.start()
        until(lambda: self._chunks, "the recording")

    @property
    def seconds(self) -> float:
        """How much there is by now."""
        return sum(len(chunk) for _, chunk in self._chunks) / 2 / RATE

    def stop(self) -> Heard:
        """End it; what was heard."""
        self._recorder.send_signal(signal.SIGTERM)
        self._thread.join(timeout=10)
        self._recorder.wait(timeout=10)
        content = b"".join(chunk for _, chunk in self._chunks)
        samples = np.frombuffer(content[: len(content) // 2 * 2], dtype="<i2") / 32768
        ends = np.cumsum([len(chunk) // 2 for _, chunk in self._chunks])
        # A chunk comes at or after its last sample sounded: the earliest of its neighbours tells when that was. And
        # the sink keeps a time of its own, which drifts a millisecond in a second against the wall's.
        late = np.array([at for at, _ in self._chunks]) - ends / RATE
        near = [np.abs(ends - end) < RATE for end in ends]
        return Heard(samples, ends, np.array([late[here].min() for here in near]) + ends / RATE)

    def _listen(self) -> None:
        assert self._recorder.stdout is not None
        with self._recorder.stdout as stream:
            while chunk := os.read(stream.fileno(), 65536):
                self._chunks.append((time.time(), chunk))


class Heard:
    """Samples, and the wall times of some of them."""

    def __init__(self, samples: np.ndarray, known: np.ndarray, at: np.ndarray) -> None:
        self.samples, self._known, self._at = samples, known, at

    def between(self, begin: float, end: float) -> np.ndarray:
        """The samples from one wall time to another."""
        first, last = (round(float(np.interp(at, self._at, self._known))) for at in (begin, end))
        return self.samples[first:last]

    def loudness(self, begin: float, end: float) -> float:
        """The root mean square there, of full scale."""
        part = self.between(begin, end)
        return float(np.sqrt(np.mean(part**2))) if len(part) else 0.0

    def pitched_share(self, pitches: list[float], begin: float, end: float) -> float:
        """How much of the power there lies within 25 Hz of the pitches and their octaves."""
        part = self.between(begin, end)
        power = np.abs(np.fft.rfft(part * np.hanning(len(part)))) ** 2
        hertz = np.fft.rfftfreq(len(part), 1 / RATE)
        near = np.zeros(len(hertz), dtype=bool)
        for pitch in [one * octave for one in pitches for octave in (1, 2)]:
            near |= np.abs(hertz - pitch) < 25
        return float(power[near].sum() / max(power.sum(), 1e-12))

    def onset(self, pitch: float, begin: float, end: float) -> float | None:
        """The wall time at which a note of that pitch begins between two wall times; None where none does."""
        step, window = RATE // 1000, RATE // 50  # every millisecond, over 20 ms
        part = self.between(begin, end + 0.02)
        if len(part) < window:
            return None
        time_ = np.arange(window) / RATE
        probe = np.exp(-2j * np.pi * pitch * time_) * np.hanning(window)
        places = range(0, len(part) - window, step)
        strength = np.array([abs(np.dot(part[n : n + window], probe)) for n in places]) / window
        if strength.max(initial=0.0) < LOUD:
            return None
        first = int(np.argmax(strength > strength.max() / 4))
        return begin + first / 1000 + 0.01  # half the window
