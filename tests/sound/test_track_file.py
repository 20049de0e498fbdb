"""A file of sound is whole or not there, in each of its formats."""

import wave
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtMultimedia import QAudioBuffer, QAudioBufferInput, QMediaRecorder
from pytestqt.qtbot import QtBot

from tests.ui.listening import heard
from trainer.sound.synthesis import RATE
from trainer.sound.track_file import ENDINGS, TrackFile

STARTS = {".m4a": b"ftyp", ".flac": b"fLaC", ".wav": b"RIFF"}


def blocks(seconds: int) -> Iterator[bytes]:
    for n in range(seconds):
        yield np.full(RATE, 8000 * (n % 2), dtype="<i2").tobytes()


@pytest.mark.parametrize("ending", ENDINGS)
def test_it_is_written_whole_in_place_of_what_was_there(qtbot: QtBot, tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"sound{ending}"
    path.write_text("what was there")
    file = TrackFile(path, blocks(20))
    seconds = heard(file.progressed)
    with qtbot.waitSignal(file.finished, timeout=30_000):
        file.start()
    assert STARTS[ending] in path.read_bytes()[:12]
    assert seconds[-1] == (20,)
    assert list(tmp_path.iterdir()) == [path]


def test_every_sample_is_in_it_at_its_place(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "sound.wav"
    file = TrackFile(path, blocks(4))
    with qtbot.waitSignal(file.finished, timeout=30_000):
        file.start()
    with wave.open(str(path)) as read:
        assert (read.getframerate(), read.getnchannels()) == (RATE, 1)
        samples = np.frombuffer(read.readframes(read.getnframes()), dtype="<i2")
    assert samples.size == 4 * RATE
    assert [int(samples[RATE * n + RATE // 2]) for n in range(4)] == [0, 8000, 0, 8000]


class Stalled:
    """An encoder that refuses what it is sent and says no more, until it has been paused."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, after: int, *, for_good: bool = False) -> None:
        self._after, self._for_good, self.paused = after, for_good, 0
        self._send, self._pause = QAudioBufferInput.sendAudioBuffer, QMediaRecorder.pause
        self._patch(monkeypatch)

    def _patch(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def send(source: QAudioBufferInput, buffer: QAudioBuffer) -> bool:
            self._after -= 1
            stalls = self._after < 0 and (self._for_good or not self.paused)
            return False if stalls else self._send(source, buffer)

        def pause(recorder: QMediaRecorder) -> None:
            self.paused += 1
            self._pause(recorder)

        monkeypatch.setattr(QAudioBufferInput, "sendAudioBuffer", send)
        monkeypatch.setattr(QMediaRecorder, "pause", pause)


def test_an_encoder_that_forgets_to_ask_is_asked(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stalled = Stalled(monkeypatch, after=3)
    path = tmp_path / "sound.wav"
    file = TrackFile(path, blocks(20))
    with qtbot.waitSignal(file.finished, timeout=30_000):
        file.start()
    assert stalled.paused == 1
    with wave.open(str(path)) as read:
        assert read.getnframes() == 20 * RATE


def test_one_that_never_answers_again_is_given_up(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("trainer.sound.track_file.STALL", 20)
    Stalled(monkeypatch, after=3, for_good=True)
    file = TrackFile(tmp_path / "sound.wav", blocks(20))
    with qtbot.waitSignal(file.failed, timeout=30_000) as failed:
        file.start()
    assert failed.args == ["the encoder failed"]
    assert list(tmp_path.iterdir()) == []


def test_stopped_it_leaves_what_was_there(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "sound.m4a"
    path.write_text("what was there")
    file = TrackFile(path, blocks(2000))
    with qtbot.waitSignal(file.progressed, timeout=30_000):
        file.start()
    file.cancel()
    qtbot.wait(200)
    assert path.read_text() == "what was there"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_not_there_is_a_reason(qtbot: QtBot, tmp_path: Path) -> None:
    file = TrackFile(tmp_path / "gone" / "sound.m4a", blocks(2))
    with qtbot.waitSignal(file.failed, timeout=10_000) as failed:
        file.start()
    assert failed.args == ["No such file or directory"]
