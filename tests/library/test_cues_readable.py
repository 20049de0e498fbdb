"""Every cue can be read in its window, three metres away."""

import pytest

from trainer.core.reading import cue_readings
from trainer.library.catalogue import Catalogue
from trainer.resources import exercises

SHORTEST = 20.0  # seconds of work, the least that any routine is cut to


@pytest.mark.parametrize("name", sorted(path.stem for path in exercises().glob("*.toml")))
@pytest.mark.parametrize("seconds", [SHORTEST, 30.0, 45.0, 60.0, None])
def test_cues_of_an_exercise_and_its_forms(name: str, seconds: float | None, catalogue: Catalogue) -> None:
    exercise = catalogue.exercises[name]
    for variant in (None, *exercise.variants):
        unread = [one.cue.short or one.cue.text for one in cue_readings(exercise, variant, seconds) if not one.readable]
        assert unread == [], (name, variant and variant.id, seconds)
