"""Tones through QtMultimedia, on an output that a fake clock plays."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from tests.fakes import FakeClock
from trainer.core.tones import TimedTone, Tone
from trainer.sound.qt_tones import AHEAD, QtTones, no_output_sentence, no_sound_sentence, preload
from trainer.sound.synthesis import RATE, all_sounds
from trainer.sound.tone_player import SilentTones, TonePlayer

ROOT = Path(__file__).parents[2]
LATENCY = 0.03  # seconds from the output's own buffer to the ear


class Output(QObject):
    """Takes what it has room for and plays it in the clock's time, LATENCY late; keeps every sample."""

    made: "list[Output]" = []  # noqa: RUF012 - emptied by the fixture

    def __init__(self, _device: object, _shape: object, parent: QObject) -> None:
        super().__init__(parent)
        self.samples = b""
        self.stopped = False
        self.size = 0
        Output.made.append(self)

    def setBufferSize(self, size: int) -> None:
        self.size = size

    def start(self) -> "Output":
        self.began = CLOCK[0].monotonic() + LATENCY
        return self

    def stop(self) -> None:
        self.stopped = True

    def played(self) -> int:
        """Samples."""
        due = round((CLOCK[0].monotonic() - self.began) * RATE)
        return max(0, min(due, len(self.samples) // 2))

    def bytesFree(self) -> int:
        return self.size - (len(self.samples) - 2 * self.played())

    def processedUSecs(self) -> int:
        return round(self.played() / RATE * 1e6)

    def write(self, content: bytes) -> int:
        self.samples += content
        return len(content)

    def onsets(self) -> list[float]:
        """Seconds on the clock at which sounds began."""
        loud = np.nonzero(np.abs(np.frombuffer(self.samples, dtype="<i2")) > 300)[0]
        firsts = [n for i, n in enumerate(loud) if i == 0 or n - loud[i - 1] > RATE // 20]
        return [self.began + n / RATE for n in firsts]


class Device:
    def __init__(self, *, null: bool = False) -> None:
        self._null = null

    def isNull(self) -> bool:
        return self._null


CLOCK: list[FakeClock] = []


@pytest.fixture
def multimedia(monkeypatch: pytest.MonkeyPatch, clock: FakeClock) -> Iterator[Any]:
    """A QtMultimedia that plays on the clock."""

    class Shape:
        class SampleFormat:
            Int16 = 2

        def setSampleRate(self, _rate: int) -> None: ...
        def setChannelCount(self, _count: int) -> None: ...
        def setSampleFormat(self, _format: int) -> None: ...

    class Devices:
        device = Device()

        @classmethod
        def defaultAudioOutput(cls) -> Device:
            return cls.device

    module = ModuleType("PySide6.QtMultimedia")
    vars(module).update(QAudioFormat=Shape, QAudioSink=Output, QMediaDevices=Devices)
    monkeypatch.setitem(sys.modules, "PySide6.QtMultimedia", module)
    monkeypatch.setattr("trainer.sound.qt_tones.has_sound_server", lambda: True)
    CLOCK[:] = [clock]
    yield Devices
    Output.made.clear()


@pytest.fixture
def tones(qtbot: QtBot, clock: FakeClock, multimedia: Any) -> Iterator[QtTones]:
    del qtbot, multimedia
    player = QtTones(clock.monotonic)
    yield player
    player.close()


def wait(tones: QtTones, clock: FakeClock, seconds: float, step: float = 0.025) -> None:
    """Time passes, and the output is fed."""
    for _ in range(round(seconds / step)):
        clock.advance(step)
        tones._feed()  # noqa: SLF001 - its timer's


def test_three_two_one_sound_at_their_moments_to_the_sample(tones: QtTones, clock: FakeClock) -> None:
    tones.set_sounds(all_sounds())
    tones.begin()
    wait(tones, clock, 1.0)
    begun = clock.monotonic()
    tones.plan([TimedTone(float(n), tone) for n, tone in enumerate([Tone.LEAD_IN] * 3 + [Tone.START], start=1)])
    wait(tones, clock, 5.0)
    onsets = Output.made[0].onsets()
    assert [round(at - begun, 2) for at in onsets] == [1.0, 2.0, 3.0, 4.0]
    assert np.diff(onsets) == pytest.approx([1.0] * 3, abs=0.002)


def test_a_busy_window_moves_nothing_and_an_output_that_ran_dry_is_measured_anew(
    tones: QtTones, clock: FakeClock
) -> None:
    tones.set_sounds(all_sounds())
    tones.begin()
    wait(tones, clock, 1.0)
    begun = clock.monotonic()
    tones.plan([TimedTone(1.0, Tone.START), TimedTone(3.0, Tone.END)])
    wait(tones, clock, 0.8)
    clock.advance(AHEAD * 0.8)
    wait(tones, clock, 1.5)
    assert Output.made[0].onsets()[0] - begun == pytest.approx(1.0, abs=0.01)


def test_it_waits_for_its_sounds(tones: QtTones, clock: FakeClock) -> None:
    tones.begin()
    assert Output.made == []
    tones.plan([TimedTone(1.0, Tone.START)])
    tones.set_sounds(all_sounds())
    assert len(Output.made) == 1
    wait(tones, clock, 2.0)
    assert len(Output.made[0].onsets()) == 1


def test_it_is_kept_awake_with_silence_and_ends_after_the_last_tone(tones: QtTones, clock: FakeClock) -> None:
    tones.set_sounds(all_sounds())
    tones.begin()
    wait(tones, clock, 2.0)
    (output,) = Output.made
    assert len(output.samples) > 1.9 * RATE * 2
    assert output.onsets() == []
    tones.plan([TimedTone(0.0, Tone.FINISH)])
    tones.end()
    wait(tones, clock, 1.0)
    stopped = [output.stopped]
    wait(tones, clock, 1.0)
    assert [*stopped, output.stopped] == [False, True]
    tones.begin()
    assert len(Output.made) == 2


def test_a_pause_takes_back_what_has_not_begun(tones: QtTones, clock: FakeClock) -> None:
    tones.set_sounds(all_sounds())
    tones.begin()
    tones.plan([TimedTone(1.0, Tone.LEAD_IN)])
    wait(tones, clock, 0.5)
    tones.plan([])
    wait(tones, clock, 2.0)
    assert Output.made[0].onsets() == []


def test_volume(tones: QtTones, clock: FakeClock) -> None:
    tones.set_volume(0.0)
    tones.set_sounds(all_sounds())
    tones.begin()
    tones.plan([TimedTone(0.1, Tone.START)])
    wait(tones, clock, 1.0)
    assert Output.made[0].onsets() == []


def test_without_an_output_it_says_so(tones: QtTones, multimedia: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(multimedia, "device", Device(null=True))
    tones.set_sounds(all_sounds())
    tones.begin()
    assert tones.problem == "No sound output was found: connect one to hear the tones."
    assert Output.made == []


def test_without_a_sound_server_qt_is_not_asked(tones: QtTones, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("trainer.sound.qt_tones.has_sound_server", lambda: False)
    assert preload()
    tones.set_sounds(all_sounds())
    tones.begin()
    assert tones.problem == no_output_sentence()
    assert Output.made == []


def test_without_qts_sound_library_it_says_so(tones: QtTones, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "PySide6.QtMultimedia", None)
    tones.set_sounds(all_sounds())
    tones.begin()
    assert tones.problem == no_sound_sentence()


@pytest.mark.parametrize(("platform", "remedy"), [("linux", "libpulse0"), ("win32", "Qt"), ("darwin", "Qt")])
def test_the_sentence_names_the_remedy(platform: str, remedy: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    assert remedy in no_sound_sentence()


def test_importing_it_loads_no_sound_library() -> None:
    code = "import sys, trainer.sound.qt_tones; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert not {"PySide6.QtMultimedia", "numpy"} & set(done.stdout.split())


def test_silent_tones_are_tones_that_are_never_heard() -> None:
    player: TonePlayer = SilentTones()
    player.begin()
    player.plan([TimedTone(0.0, Tone.START)])
    player.set_volume(1.0)
    player.end()
    player.close()
    assert player.problem == ""
