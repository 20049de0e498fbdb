"""The line under the figure: the same height whatever it says, painted anew only where something shows."""

import pytest
from msgspec import structs
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from trainer.ui.theme.look import Look
from trainer.ui.theme.phase_look import PhaseLook
from trainer.ui.workout.beat_line import BeatLine
from trainer.ui.workout.beat_model import Beat

BEAT = Beat("Down 2", "5 of 12", (2.0, 1.0, 2.0), 0.7, "Up 2, Hold 1, Down 2")


@pytest.fixture
def line(themed_look: Look, qtbot: QtBot) -> BeatLine:
    made = BeatLine(themed_look)
    qtbot.addWidget(made)
    made.resize(300, made.sizeHint().height())
    made.show()
    return made


def picture(line: BeatLine) -> QImage:
    return line.grab().toImage()


def test_words_count_and_progress_are_seen(line: BeatLine) -> None:
    empty = picture(line)
    line.show_beat(BEAT)
    whole = picture(line)
    for change in ({"words": "Up 2"}, {"count": "6 of 12"}, {"share": 0.2}, {"parts": (1.0, 1.0)}, {"share": None}):
        line.show_beat(structs.replace(BEAT, **change))
        assert picture(line) not in (empty, whole)
    line.set_phase(PhaseLook.REST)
    line.show_beat(Beat())
    assert picture(line) == empty


def test_it_is_as_high_whatever_it_says_and_grows_with_its_words(line: BeatLine) -> None:
    height = line.sizeHint().height()
    line.show_beat(BEAT)
    assert line.sizeHint().height() == height
    line.set_size(28.0)
    assert line.sizeHint().height() > 1.5 * height


def test_what_has_not_moved_by_a_pixel_is_not_painted(line: BeatLine, monkeypatch: pytest.MonkeyPatch) -> None:
    line.show_beat(BEAT)
    painted: list[object] = []
    monkeypatch.setattr(line, "update", lambda *area: painted.append(area))
    line.show_beat(structs.replace(BEAT, share=0.7003))
    assert painted == []
    line.show_beat(structs.replace(BEAT, share=0.75))
    assert len(painted) == 1
    assert painted[0] != ()  # the bar alone


def test_words_give_way_to_the_count_where_there_is_little_room(line: BeatLine) -> None:
    line.resize(90, line.height())
    line.show_beat(structs.replace(BEAT, words="A part of the tempo in very many words"))
    picture(line)
    assert line.minimumSizeHint().width() == 0
