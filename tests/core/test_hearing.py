"""How much is heard, by preference."""

import pytest
from msgspec import structs

from trainer.core.cue_lines import Verbosity
from trainer.core.hearing import heard_as, verbosity_of
from trainer.core.preferences import Preferences, Spoken


@pytest.mark.parametrize(
    ("preferences", "verbosity"),
    [
        (Preferences(), Verbosity.FULL),
        (Preferences(spoken=Spoken.NAMES), Verbosity.NAMES),
        (Preferences(tones=False), Verbosity.FULL),
        (Preferences(voice=False), Verbosity.TONES),
        (Preferences(voice=False, tones=False), Verbosity.SILENT),
    ],
)
def test_preferences_mean_a_verbosity(preferences: Preferences, verbosity: Verbosity) -> None:
    assert verbosity_of(preferences) is verbosity


@pytest.mark.parametrize("before", [Preferences(), Preferences(voice=False, tones=False), Preferences(tones=False)])
@pytest.mark.parametrize("verbosity", Verbosity)
def test_what_is_chosen_is_heard(before: Preferences, verbosity: Verbosity) -> None:
    assert verbosity_of(structs.replace(before, **heard_as(before, verbosity))) is verbosity


def test_words_leave_the_tones_as_they_are_unless_all_was_silent() -> None:
    assert heard_as(Preferences(tones=False), Verbosity.NAMES)["tones"] is False
    assert heard_as(Preferences(voice=False, tones=False), Verbosity.FULL)["tones"] is True
