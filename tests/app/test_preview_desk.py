"""From the Ready page to the preview, and from there to a file of sound."""

import wave
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.app.conftest import House
from trainer.sound.synthesis import RATE
from trainer.ui.widgets.progress_sheet import ProgressSheet
from trainer.ui.widgets.text import Text
from trainer.ui.workout.preview_dialog import PreviewDialog


class Spoken:
    """Every line is a second of the same height."""

    def __init__(self, _rate: float) -> None: ...

    def samples(self, _text: str) -> np.ndarray:
        return np.full(RATE, 0.3)


class Mute(Spoken):
    def samples(self, _text: str) -> np.ndarray:
        raise OSError("the voice could not be written")


@pytest.fixture
def saved_as(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    path = tmp_path / "sound"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(path), "Sound, plain (*.wav)"))
    return path.with_suffix(".wav")


def preview(house: House) -> PreviewDialog:
    house.open()
    house.button("Preview").click()
    return house.window.findChildren(PreviewDialog)[0]


def words(dialog: PreviewDialog) -> str:
    return "\n".join(text.text() for text in dialog.findChildren(Text))


def test_it_shows_what_start_would_run(house: House) -> None:
    dialog = preview(house)
    assert dialog.windowTitle() == "Preview of Upper and Lower Back"
    dialog.close()


def test_the_sound_has_the_words_and_the_tones(
    qtbot: QtBot, house: House, saved_as: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("trainer.app.track_desk.speech_file", Spoken)
    dialog = preview(house)
    house.button("Save as sound").click()
    qtbot.waitUntil(lambda: "The sound is saved" in words(dialog), timeout=60_000)
    with wave.open(str(saved_as)) as read:
        samples = np.frombuffer(read.readframes(20 * RATE), dtype="<i2")
        assert read.getnframes() > 30 * 60 * RATE
    assert np.abs(samples[: RATE // 2]).min() > 0, "the name of the first move"
    assert np.abs(samples[round(7.02 * RATE) : round(7.1 * RATE)]).max() > 0, "three"
    assert not samples[round(5 * RATE) : round(6.9 * RATE)].any(), "and silence between"


def test_without_a_voice_it_has_the_tones_and_says_so(
    qtbot: QtBot, house: House, saved_as: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("trainer.app.track_desk.speech_file", lambda _rate: None)
    dialog = preview(house)
    house.button("Save as sound").click()
    qtbot.waitUntil(lambda: "It has the tones only" in words(dialog), timeout=60_000)
    assert saved_as.exists()


def test_stopped_it_leaves_nothing(house: House, saved_as: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    monkeypatch.setattr("trainer.app.track_desk.speech_file", Spoken)
    preview(house)
    house.button("Save as sound").click()
    house.window.findChildren(ProgressSheet)[0].reject()
    qtbot.wait(300)
    assert list(saved_as.parent.glob("*sound*")) == []


def test_a_voice_that_fails_is_told(
    qtbot: QtBot, house: House, saved_as: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("trainer.app.track_desk.speech_file", Mute)
    dialog = preview(house)
    house.button("Save as sound").click()
    said = f"The sound can't be saved as {saved_as}: the voice could not be written."
    qtbot.waitUntil(lambda: said in words(dialog), timeout=60_000)
    assert not saved_as.exists()
