"""What is said of the distance one stands away: what can be read from there on this screen, and what can't. Pure."""

from trainer.language import tr
from trainer.ui.widgets.distance_metrics import (
    DIGITS_ARC_MINUTES,
    PHASE_ARC_MINUTES,
    WORDS_ARC_MINUTES,
    DistanceMetrics,
    distance_metrics,
    farthest_that_fits,
)


def distance_words(width: int, height: int, mm_per_px: float, distance_m: float) -> str:
    """One or two sentences on distance mode in the whole of a screen of that many pixels."""
    metrics = distance_metrics(width, height, mm_per_px, distance_m)
    if metrics.fits:
        return tr("Sets the size in distance mode. On this screen all of it can be read from there.")
    small = [
        words
        for words, arc, needed in (
            (tr("the digits"), metrics.digits_arc, DIGITS_ARC_MINUTES),
            (_words(metrics), metrics.words_arc, WORDS_ARC_MINUTES),
            (tr("the phase"), metrics.phase_arc, PHASE_ARC_MINUTES),
        )
        if arc < needed
    ]
    farthest = farthest_that_fits(width, height, mm_per_px)
    said = tr("Too small from there on this screen: {things}.").format(things=", ".join(small))
    if farthest <= 0:
        return said
    return tr("{said} All of it can be read from {metres:g} m.").format(said=said, metres=farthest)


def _words(metrics: DistanceMetrics) -> str:
    """Which of name and cue are too small: all, or only those too wide for the screen."""
    if min(metrics.name, metrics.cue) < metrics.words_needed:
        return tr("name and cue")
    return tr("the longest names and cues")
