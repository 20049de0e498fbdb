"""Speech written into samples instead of said, where the system has a program for it.

Qt offers this in C++ alone (PySide 6.11 leaves `QTextToSpeech::synthesize` out), so each system's own program is
asked: espeak-ng, which speech-dispatcher speaks with, `say`, and Windows' System.Speech through PowerShell. Words go
in by the standard input and never become part of a command.
"""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
import tempfile
import wave
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from trainer.language import tr
from trainer.sound.synthesis import RATE

if TYPE_CHECKING:
    from numpy import ndarray

SECONDS: Final = 30.0  # a line may take to be written: the longest takes a tenth of one, PowerShell half a second
MOST_BYTES: Final = 8_000_000  # of one line: a minute and a half
_QUIET: Final = 0.004  # of full scale: what is left off at a line's ends
_USUAL, _SLOWEST, _FASTEST = 175, 80, 450  # words a minute, as espeak-ng and speech-dispatcher count them
_POWERSHELL: Final = (
    "$ErrorActionPreference='Stop';Add-Type -AssemblyName System.Speech;"
    "[Console]::InputEncoding=[Text.Encoding]::UTF8;"
    "$s=New-Object System.Speech.Synthesis.SpeechSynthesizer;$s.Rate={rate};"
    "$s.SetOutputToWaveFile($args[0]);$s.Speak([Console]::In.ReadToEnd());$s.Dispose()"
)

Command = Callable[[Path, float], list[str]]  # the file to write, rate -1 .. 1


class SpeechFile:
    """Writes lines with one of the system's programs."""

    def __init__(self, command: Command, rate: float = 0.0) -> None:
        self._command, self._rate = command, rate

    def samples(self, text: str) -> ndarray:
        """A line as floats at RATE, mono, the silence at its ends left off. Raises OSError with a reason."""
        with tempfile.TemporaryDirectory(prefix="trainer-") as folder:
            path = Path(folder) / "line.wav"
            try:
                subprocess.run(  # noqa: S603 - a program of the system's with arguments of ours
                    self._command(path, self._rate),
                    input=text,
                    encoding="utf-8",
                    timeout=SECONDS,
                    check=True,
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                )
                if path.stat().st_size > MOST_BYTES:
                    raise OSError(tr("the voice never came to an end"))
                return samples_of(path.read_bytes())
            except (subprocess.SubprocessError, wave.Error, EOFError, ValueError) as error:
                raise OSError(tr("the voice could not be written")) from error


def speech_file(rate: float = 0.0) -> SpeechFile | None:
    """What writes speech here; None where no program does. `rate` as VoiceChoice's."""
    found = _command_here()
    return None if found is None else SpeechFile(found, rate)


def samples_of(content: bytes) -> ndarray:
    """A WAV file of 16-bit samples as floats at RATE, mono, without the silence at its ends.

    Raises wave.Error, EOFError or ValueError for anything else.
    """
    import numpy as np

    with wave.open(io.BytesIO(content)) as file:
        if file.getsampwidth() != 2:
            raise ValueError
        channels, rate = file.getnchannels(), file.getframerate()
        read = np.frombuffer(file.readframes(file.getnframes()), dtype="<i2").astype(float) / 32768
    mono = read.reshape(-1, channels).mean(axis=1)
    loud = np.flatnonzero(np.abs(mono) > _QUIET)
    if not loud.size:
        return np.zeros(0)
    mono = mono[loud[0] : loud[-1] + 1]
    wanted = np.arange(round(mono.size * RATE / rate)) * (rate / RATE)
    samples: ndarray = np.interp(wanted, np.arange(mono.size), mono)
    return samples


def words_a_minute(rate: float) -> int:
    """-1 .. 1 as speech-dispatcher takes it to espeak-ng."""
    return round(_USUAL + rate * ((_FASTEST - _USUAL) if rate > 0 else (_USUAL - _SLOWEST)))


def _command_here() -> Command | None:
    match sys.platform:
        case "darwin":
            return _say if shutil.which("say") else None
        case "win32":
            return _windows if shutil.which("powershell") else None
        case _:
            return _espeak if shutil.which("espeak-ng") else None


def _espeak(path: Path, rate: float) -> list[str]:
    return ["espeak-ng", "-v", "en", "-s", str(words_a_minute(rate)), "-w", str(path), "--stdin"]


def _say(path: Path, rate: float) -> list[str]:
    form = ["--file-format=WAVE", "--data-format=LEI16@22050"]
    return ["say", "-r", str(words_a_minute(rate)), *form, "-o", str(path), "-f", "-"]


def _windows(path: Path, rate: float) -> list[str]:
    script = "& {" + _POWERSHELL.replace("{rate}", str(round(10 * rate))) + "}"
    return ["powershell", "-NoProfile", "-NonInteractive", "-Command", script, str(path)]
