"""Hearing: what of the coach is heard, by preference."""

from trainer.core.cue_lines import Verbosity
from trainer.core.preferences import Preferences, Spoken

_SPOKEN = {Spoken.FULL: Verbosity.FULL, Spoken.NAMES: Verbosity.NAMES}


def verbosity_of(preferences: Preferences) -> Verbosity:
    """How much is heard: the words if the voice is on, else the tones if they are, else nothing."""
    if preferences.voice:
        return _SPOKEN[preferences.spoken]
    return Verbosity.TONES if preferences.tones else Verbosity.SILENT


def heard_as(preferences: Preferences, verbosity: Verbosity) -> dict[str, object]:
    """The fields to change so that this much is heard. Words leave the tones as they are, unless all was silent."""
    if verbosity in (Verbosity.TONES, Verbosity.SILENT):
        return {"voice": False, "tones": verbosity is Verbosity.TONES}
    spoken = Spoken.FULL if verbosity is Verbosity.FULL else Spoken.NAMES
    return {"voice": True, "spoken": spoken, "tones": preferences.tones or not preferences.voice}
