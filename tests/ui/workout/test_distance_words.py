"""Every name and cue that comes with the program, as large from the mat as it has to be: pixels and minutes of arc."""

import math
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from trainer.core.exercise import Exercise
from trainer.core.preferences import ThemeChoice
from trainer.library.catalogue import Catalogue, load_catalogue
from trainer.resources import resources
from trainer.ui.theme.look import Look
from trainer.ui.widgets.distance_metrics import CAPITAL, CUE_EMS, NAME_EMS, distance_metrics, farthest_that_fits
from trainer.ui.widgets.fit_text import FitText
from trainer.ui.widgets.screen_scale import screen_key
from trainer.ui.workout.distance_view import DistanceView

# Pixels, and millimetres of one: a 24-inch screen at 1080p, a 27-inch one at 4K, the smallest window on the first,
# a 24-inch screen that stands upright, and a 43-inch television.
SCREENS = {
    "1080p": (1920, 1080, 0.277),
    "4K": (3840, 2160, 0.155),
    "1024x640": (1024, 640, 0.277),
    "upright": (1080, 1920, 0.277),
    "television": (3840, 2160, 0.248),
}
WORDS = 20.0  # minutes of arc, design.md
SLACK = 0.3  # of an arc minute: whole pixels


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    folder = tmp_path_factory.mktemp("catalogue")
    return load_catalogue(resources(), folder / "routines", folder / "cache")


def cues(exercise: Exercise) -> Iterator[str]:
    for cue in exercise.cues:
        yield cue.short or cue.text
    for variant in exercise.variants:
        if variant.cue:
            yield variant.cue


def widest(texts: set[str], weight: int, look: Look) -> list[str]:
    """The ten widest of them, widest first: what fits them fits the others."""
    metrics = QFontMetricsF(look.font(100, weight=weight, scaled=False))
    return sorted(texts, key=metrics.horizontalAdvance, reverse=True)[:10]


@pytest.fixture
def look(qtbot: QtBot) -> Look:
    del qtbot  # there must be an application
    return Look(resources(), ThemeChoice.LIGHT)


def test_no_word_of_the_program_is_wider_than_the_layout_reckons_with(catalogue: Catalogue, look: Look) -> None:
    for texts, weight, ems in (
        ({exercise.name for exercise in catalogue.exercises.values()}, 700, NAME_EMS),
        ({cue for exercise in catalogue.exercises.values() for cue in cues(exercise)}, 500, CUE_EMS),
    ):
        first = widest(texts, weight, look)[0]
        assert QFontMetricsF(look.font(100, weight=weight, scaled=False)).horizontalAdvance(first) <= ems * 100, first


@pytest.mark.parametrize("text_scale", [1.0, 2.0], ids=["100 %", "200 %"])
@pytest.mark.parametrize("figure", [True, False], ids=["with figure", "words alone"])
@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("distance_m", [1.5, 2.0, 3.0])
def test_every_name_and_cue_reaches_its_angle_or_settings_says_so(
    qtbot: QtBot, catalogue: Catalogue, look: Look, screen: str, distance_m: float, figure: bool, text_scale: float
) -> None:
    width, height, mm_per_px = SCREENS[screen]
    look.set_text_scale(text_scale)
    view = DistanceView(look)
    qtbot.addWidget(view)
    view.resize(width, height)
    view.set_distance(distance_m, {screen_key(view.screen()): mm_per_px})
    if figure:
        view.set_figure(QWidget())
    metrics = view.metrics
    assert metrics is not None
    names = widest({exercise.name for exercise in catalogue.exercises.values()}, 700, look)
    lines = widest({cue for exercise in catalogue.exercises.values() for cue in cues(exercise)}, 500, look)
    by_name = {child.accessibleName(): child for child in view.findChildren(FitText)}
    texts = view.findChildren(FitText)
    assert len(texts) == 2, by_name
    smallest = math.inf
    for text, words in zip(texts, (names, lines), strict=True):
        for each in words:
            text.set_text(each)
            assert "".join(text.laid_lines).replace(" ", "") == each.replace(" ", ""), "all of it is there"
            smallest = min(
                smallest, math.degrees(math.atan(text.laid_size * CAPITAL * mm_per_px / distance_m / 1000)) * 60
            )
            assert text.height_for(text.width()) <= text.height() + 2, "inside its place"
    if metrics.fits:
        assert smallest >= WORDS - SLACK
    else:
        assert distance_m > farthest_that_fits(width, height, mm_per_px)
    assert view.rect().contains(texts[1].geometry())


@pytest.mark.parametrize(("screen", "metres"), [("1080p", 3.0), ("4K", 3.0), ("1024x640", 1.9), ("television", 3.0)])
def test_that_far_away_all_can_be_read(screen: str, metres: float) -> None:
    assert farthest_that_fits(*SCREENS[screen]) >= metres
    assert distance_metrics(*SCREENS[screen], metres).fits
