"""The figures to choose from: another surface and other clothes on the same skeleton, and the choice arrives."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.figure.conftest import MOVES, InHand
from trainer.core.preferences import FigureChoice, ThemeChoice
from trainer.resources import resources
from trainer.ui.figure.body import body_mesh
from trainer.ui.figure.builds import BUILDS
from trainer.ui.figure.darkroom import Darkroom
from trainer.ui.figure.film import packed
from trainer.ui.figure.palette import figure_palette
from trainer.ui.figure.subject import Subject
from trainer.ui.figure.take import Stage, Take
from trainer.ui.figure.view import FigureView
from trainer.ui.jobs import Jobs
from trainer.ui.theme.look import Look

SHORT_HAIR = FigureChoice.SHORT_HAIR


def test_every_choice_has_a_build() -> None:
    assert set(BUILDS) == set(FigureChoice)


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("high_contrast", [False, True])
def test_every_figure_has_its_colours_in_every_theme(dark: bool, high_contrast: bool) -> None:
    palettes = {figure_palette(dark, high_contrast, figure).tones for figure in FigureChoice}
    assert len(palettes) == len(FigureChoice)


def test_the_figures_stand_on_one_floor_with_another_surface(subject: Callable[[str], Subject]) -> None:
    places = []
    for figure in FigureChoice:
        mesh = body_mesh(MOVES.move("squat"), figure)
        points = mesh.posed(subject("squat").cycle.pose_at(0.0))
        places.append((points.shape[0], float(points[:, 2].min())))
    (knot, sole), (short, other_sole) = places
    assert knot > short  # a top knot less
    assert sole == pytest.approx(other_sole, abs=0.001)  # both stand on the floor


def test_a_take_is_of_the_figure_its_palette_names(subject: Callable[[str], Subject]) -> None:
    room, shown = Darkroom(), subject("squat")
    frames = []
    for figure in FigureChoice:
        take = Take(packed(shown), figure_palette(False, False, figure), shown.cycle.move.view, (96, 96))
        frames.append(room.frame(take, 1.0, True))
    assert frames[0].pixels != frames[1].pixels


class Watching(Darkroom):
    """Remembers which figures were asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.figures: list[FigureChoice] = []

    def stage(self, take: Take) -> Stage:
        self.figures.append(take.palette.figure)
        return super().stage(take)


def test_a_figure_that_shows_changes_with_the_choice(
    qtbot: QtBot, executor: InHand, subject: Callable[[str], Subject]
) -> None:
    look, room = Look(resources(), ThemeChoice.LIGHT), Watching()
    view = FigureView(look, Jobs(None, executor), renderer=room)
    qtbot.addWidget(view)
    view.resize(96, 96)
    view.show()
    view.set_subject(subject("squat"))
    executor.do_next()
    look.set_figure(SHORT_HAIR)
    while executor.do_next() and SHORT_HAIR not in room.figures:
        pass
    assert room.figures[0] is FigureChoice.TOP_KNOT
    assert room.figures[-1] is SHORT_HAIR
