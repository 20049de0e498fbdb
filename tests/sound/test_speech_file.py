"""Lines written by the system's program, and by programs that fail in every way they can."""

import shutil
import subprocess
import sys
import wave
from pathlib import Path

import numpy as np
import pytest

from trainer.sound import speech_file as module
from trainer.sound.speech_file import SpeechFile, samples_of, speech_file, words_a_minute
from trainer.sound.synthesis import RATE


def wav(path: Path, samples: np.ndarray, rate: int = 22050, channels: int = 1) -> bytes:
    with wave.open(str(path), "wb") as file:
        file.setnchannels(channels)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes((samples * 32767).astype("<i2").tobytes())
    return path.read_bytes()


def python(script: str) -> SpeechFile:
    return SpeechFile(lambda path, rate: [sys.executable, "-c", script, str(path), str(rate)])


@pytest.mark.skipif(shutil.which("espeak-ng") is None, reason="espeak-ng is not installed")
@pytest.mark.skipif(sys.platform != "linux", reason="another system's voice")
def test_espeak_writes_a_line_and_a_faster_one() -> None:
    usual, fast = speech_file(), speech_file(0.5)
    assert usual is not None
    assert fast is not None
    line = 'Next: Reverse Fly, bent forward -- "quoted" $(reboot) <b>'
    samples = usual.samples(line)
    assert 1.0 < samples.size / RATE < 15.0
    assert 0.05 < np.abs(samples).max() <= 1.0
    assert fast.samples(line).size < 0.8 * samples.size


@pytest.mark.parametrize("channels", [1, 2])
@pytest.mark.parametrize("rate", [16000, 22050, 48000])
def test_silence_at_the_ends_is_left_off_and_the_rest_keeps_its_length(
    tmp_path: Path, rate: int, channels: int
) -> None:
    tone = 0.5 * np.ones(rate)
    content = wav(
        tmp_path / "x.wav", np.repeat(np.concatenate([np.zeros(rate), tone, np.zeros(rate)]), channels), rate, channels
    )
    samples = samples_of(content)
    assert samples.size == pytest.approx(RATE, abs=2)
    assert np.allclose(samples, 0.5, atol=1e-3)


def test_nothing_said_is_no_sample(tmp_path: Path) -> None:
    assert samples_of(wav(tmp_path / "x.wav", np.zeros(500))).size == 0


@pytest.mark.parametrize(
    "script",
    [
        "raise SystemExit(3)",
        "pass",
        "import sys; open(sys.argv[1], 'wb').write(b'RIFF')",
        "import sys; open(sys.argv[1], 'wb').write(b'not a sound at all, but long enough to look at')",
        "import sys; open(sys.argv[1], 'wb').truncate(9_000_000)",
    ],
    ids=["fails", "writes nothing", "cut off", "something else", "endless"],
)
def test_a_program_that_fails_is_an_os_error_with_a_reason(script: str) -> None:
    with pytest.raises(OSError, match=r"\w"):
        python(script).samples("Halfway")


def test_one_that_hangs_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "SECONDS", 0.3)
    with pytest.raises(OSError, match="could not be written"):
        python("import time; time.sleep(60)").samples("Halfway")


def test_one_that_is_gone_is_an_os_error() -> None:
    with pytest.raises(OSError, match=r"\w"):
        SpeechFile(lambda path, _rate: ["/nowhere/espeak-ng", str(path)]).samples("Halfway")


@pytest.mark.parametrize(("platform", "program"), [("linux", "espeak-ng"), ("darwin", "say"), ("win32", "powershell")])
def test_each_system_is_asked_for_its_own_program(monkeypatch: pytest.MonkeyPatch, platform: str, program: str) -> None:
    """What is run, and that the words go in by the standard input alone."""
    ran: list[tuple[list[str], str]] = []

    def run(command: list[str], **keywords: object) -> None:
        ran.append((command, str(keywords["input"])))
        wav(next(Path(part) for part in command if part.endswith("line.wav")), 0.5 * np.ones(100))

    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr(shutil, "which", lambda name: f"/bin/{name}" if name == program else None)
    monkeypatch.setattr(subprocess, "run", run)
    writer = speech_file(0.2)
    assert writer is not None
    writer.samples("$(Ten) seconds left")
    (command, said) = ran[0]
    assert (command[0], said) == (program, "$(Ten) seconds left")
    assert "$(Ten)" not in " ".join(command)


def test_without_a_program_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    assert speech_file() is None


def test_rates_run_as_far_as_the_engine_s() -> None:
    assert [words_a_minute(rate) for rate in (-1.0, 0.0, 1.0)] == [80, 175, 450]
