"""The coach's lines in words."""

from pathlib import Path

import pytest

from tests.core.samples import EQUIPMENT, EXERCISES
from trainer.core.cue_lines import (
    LONGEST_LINE,
    CueLine,
    Detail,
    Encouragement,
    Fetch,
    Halfway,
    Line,
    Next,
    SwitchSides,
    TenSecondsLeft,
    work_lines,
)
from trainer.core.exercise import Posture
from trainer.core.fitting import Gear
from trainer.core.routine import BlockKind
from trainer.core.speech_pace import SpeechPace
from trainer.core.timeline import Side
from trainer.library.catalogue import load_catalogue
from trainer.resources import resources
from trainer.ui.workout.spoken_text import SpokenText

WORDING = SpokenText(EXERCISES, EQUIPMENT)


@pytest.mark.parametrize(
    ("line", "text"),
    [
        (Next("bow", "", None, Posture.PRONE), "Next: Bow, face down"),
        (Next("bow", "", None, Posture.PRONE, Detail.BRIEF), "Bow"),
        (Next("fly", "one-arm", Side.LEFT, Posture.HINGED), "Next: Fly, one-arm, left side, bent forward"),
        (Next("fly", "one-arm", Side.LEFT, Posture.HINGED, Detail.FORM), "Next: Fly, one-arm, left side"),
        (Next("fly", "one-arm", Side.LEFT, Posture.HINGED, Detail.NAME), "Next: Fly, left side"),
        (Next("fly", "one-arm", Side.RIGHT, Posture.HINGED, Detail.BRIEF), "Fly, right side"),
        (SwitchSides(Side.LEFT), "Now your left side"),
        (SwitchSides(Side.RIGHT), "Now your right side"),
        (SwitchSides(Side.RIGHT, brief=True), "right side"),
        (Fetch((Gear("dumbbell", 2), Gear("ball"))), "You need 2 dumbbells, one ball"),
        (Fetch((Gear("wall"),)), ""),
        (CueLine("Turn your ribs"), "Turn your ribs"),
        (Halfway(), "Halfway"),
        (TenSecondsLeft(), "Ten seconds left"),
        (Encouragement(0), "Keep it steady"),
        (Encouragement(4), "Keep it steady"),
        (Encouragement(1, calm=True), "Ease into it"),
    ],
)
def test_lines_in_words(line: Line, text: str) -> None:
    assert WORDING(line) == text


def test_every_shipped_line_can_be_said_in_its_time(tmp_path: Path) -> None:
    """A name, with its side, in the longest a line may take; of each technique and safety cue one form that fits."""
    catalogue = load_catalogue(resources(), tmp_path, tmp_path)
    wording, pace = SpokenText(catalogue.exercises, catalogue.equipment), SpeechPace()
    for exercise in catalogue.exercises.values():
        for form in ("", *(variant.id for variant in exercise.variants)):
            for side in (None, *Side):
                text = wording(Next(exercise.id, form, side, exercise.posture, Detail.BRIEF))
                assert pace.seconds(text) <= LONGEST_LINE + 0.3, text
            for line in work_lines(exercise, form, 60.0, 0, BlockKind.STRENGTH, None):
                times = {wording(one): pace.seconds(wording(one)) for one in line.forms}
                assert min(times.values()) <= LONGEST_LINE, times


@pytest.mark.usefixtures("pseudo_language")
@pytest.mark.parametrize("posture", Posture)
def test_every_position_has_words(posture: Posture) -> None:
    text = WORDING(Next("bow", "", None, posture))
    assert posture.value not in text
