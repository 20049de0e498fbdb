"""Bars: time left, the session, ranges, the week."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QAccessible, QImage
from pytestqt.qtbot import QtBot

from tests.ui.specimens import GROUPS, ranges
from trainer.core.preferences import ThemeChoice
from trainer.core.timeline import Side
from trainer.resources import resources
from trainer.ui.theme.look import Look
from trainer.ui.theme.phase_look import PhaseLook
from trainer.ui.widgets.phase_pill import PhasePill, SidePlate
from trainer.ui.widgets.session_bar import SessionBar
from trainer.ui.widgets.time_bar import TimeBar
from trainer.ui.widgets.week_bar import WeekBar

WIDTH = 400


def painted(bar: TimeBar) -> QImage:
    bar.resize(WIDTH, 16)
    return bar.grab().toImage()


def stretch_of(image: QImage, color: int, y: int) -> int:
    """How many pixels of that row are of that colour."""
    return sum(image.pixel(x, y) == color for x in range(image.width()))


@pytest.mark.parametrize("share", [0.0, 0.25, 0.5, 1.0])
def test_the_solid_bar_drains_in_proportion(share: float, look: Look, qtbot: QtBot) -> None:
    bar = TimeBar(look, PhaseLook.WORK)
    qtbot.addWidget(bar)
    bar.set_time(60 * share, 60)
    assert stretch_of(painted(bar), look.color("work").rgba(), 8) == pytest.approx(WIDTH * share, abs=4)


def test_a_bar_without_a_length_is_full(look: Look, qtbot: QtBot) -> None:
    bar = TimeBar(look, PhaseLook.YOUR_PACE)
    qtbot.addWidget(bar)
    bar.set_time(0, 0)
    assert bar.share == 1.0
    assert stretch_of(painted(bar), look.color("work").rgba(), 8) > WIDTH - 4


@pytest.mark.parametrize("phase", [PhaseLook.REST, PhaseLook.GET_READY])
def test_pieces_go_one_a_second_and_not_in_between(phase: PhaseLook, look: Look, qtbot: QtBot) -> None:
    bar = TimeBar(look, phase)
    qtbot.addWidget(bar)
    bar.set_time(10, 10)
    full = painted(bar)
    bar.set_time(9.5, 10)
    assert painted(bar) == full
    bar.set_time(9.0, 10)
    nine = painted(bar)
    assert nine != full
    bar.set_time(8.001, 10)
    assert painted(bar) == nine


@pytest.mark.parametrize("phase", PhaseLook)
@pytest.mark.parametrize("length", [0.0, 0.4, 1.0, 5.0, 45.0, 600.0, 7200.0])
def test_any_length_can_be_drawn(phase: PhaseLook, length: float, look: Look, qtbot: QtBot) -> None:
    bar = TimeBar(look, phase)
    qtbot.addWidget(bar)
    for left in (0.0, length / 3, length, length + 9):
        bar.set_time(left, length)
        assert 0.0 <= bar.share <= 1.0
        painted(bar)


@settings(deadline=None)
@given(
    groups=st.lists(st.lists(st.floats(0, 600), max_size=30), max_size=8),
    width=st.integers(0, 1500),
)
def test_pieces_of_a_session_are_as_wide_as_their_time_and_stay_inside(groups: list[list[float]], width: int) -> None:
    bar = SessionBar(Look(resources(), ThemeChoice.LIGHT))
    bar.resize(width, 8)
    bar.set_groups(groups)
    seconds = [each for group in groups for each in group]
    pieces = bar.pieces()
    assert len(pieces) == len(seconds)
    if not pieces:
        return
    assert pieces[-1].right() <= width + 0.01
    for before, after in pairwise(pieces):
        assert after.left() >= before.right()
    if sum(seconds) > 0:
        room = sum(piece.width() for piece in pieces)
        for piece, each in zip(pieces, seconds, strict=True):
            assert piece.width() == pytest.approx(room * each / sum(seconds), abs=0.01)


def test_gaps_are_wider_between_groups(look: Look, qtbot: QtBot) -> None:
    bar = SessionBar(look)
    qtbot.addWidget(bar)
    bar.resize(864, 8)
    bar.set_groups(GROUPS)
    pieces = bar.pieces()
    inside = pieces[1].left() - pieces[0].right()
    between = pieces[5].left() - pieces[4].right()
    assert between > 3 * inside


def test_the_current_piece_takes_the_phase_s_hue(look: Look, qtbot: QtBot) -> None:
    bar = SessionBar(look)
    qtbot.addWidget(bar)
    bar.resize(864, 8)
    bar.set_groups(GROUPS)
    for phase in (PhaseLook.WORK, PhaseLook.REST, PhaseLook.GET_READY):
        bar.set_progress(10, 0.5, phase)
        colored = stretch_of(bar.grab().toImage(), look.color(phase.marks.bar_fill).rgba(), 4)
        assert colored == pytest.approx(bar.pieces()[10].width() / 2, abs=3)


def test_ranges_are_read_as_text(look: Look, qtbot: QtBot) -> None:
    bars = ranges(look)
    qtbot.addWidget(bars)
    read = QAccessible.queryAccessibleInterface(bars).text(QAccessible.Text.Name)
    assert read.splitlines()[2] == "What the page claims: 165–210"


def test_a_claim_is_outlined_and_ours_filled(look: Look, qtbot: QtBot) -> None:
    bars = ranges(look)
    qtbot.addWidget(bars)
    bars.resize(315, bars.sizeHint().height())
    image = bars.grab().toImage()
    kcal, ink = look.color("kcal").rgba(), look.color("surface").rgba()
    assert stretch_of(image, kcal, 28) > 60
    assert stretch_of(image, kcal, 43 * 2 + 28) == 0
    assert stretch_of(image, ink, 43 * 2 + 28) > 60


@pytest.mark.parametrize(("minutes", "goal", "share"), [(0, 150, 0), (75, 150, 0.5), (400, 150, 1), (10, 0, 1)])
def test_the_week_fills_toward_its_goal(minutes: float, goal: float, share: float, look: Look, qtbot: QtBot) -> None:
    bar = WeekBar(look)
    qtbot.addWidget(bar)
    bar.set_minutes(minutes, goal)
    bar.resize(WIDTH, 10)
    filled = stretch_of(bar.grab().toImage(), look.color("strength").rgba(), 5)
    assert filled == pytest.approx(WIDTH * share, abs=4)


def test_the_pill_takes_word_and_width_of_its_phase(look: Look, qtbot: QtBot) -> None:
    pill = PhasePill(look)
    qtbot.addWidget(pill)
    work = pill.sizeHint()
    pill.set_phase(PhaseLook.SWITCH_SIDES)
    assert pill.text() == "SWITCH SIDES"
    assert pill.sizeHint().width() > work.width()
    assert pill.sizeHint().height() == work.height() == 40
    pill.set_height(34)
    assert pill.sizeHint().height() == 34


def test_the_plate_points_to_its_side(look: Look, qtbot: QtBot) -> None:
    plate = SidePlate(look, Side.LEFT)
    qtbot.addWidget(plate)
    plate.resize(plate.sizeHint())
    ink = look.color("ink").rgba()

    def corners(image: QImage) -> tuple[bool, bool]:
        """Whether the upper left and right corners are inked."""
        return image.pixel(4, 4) == ink, image.pixel(image.width() - 5, 4) == ink

    assert corners(plate.grab().toImage()) == (False, True)
    plate.set_side(Side.RIGHT)
    plate.resize(plate.sizeHint())
    assert corners(plate.grab().toImage()) == (True, False)
    plate.set_side(None)
    assert plate.sizeHint().width() == 0
