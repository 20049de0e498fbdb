"""What stands under the figure: the part of the repetition at hand and how many there were, in words. Pure."""

from typing import Final

from msgspec import Struct

from trainer.core.timeline import Side
from trainer.language import tr
from trainer.motion.repetition import Part, Repetition, Repetitions, Way

_WORTH_COUNTING: Final = 2.5  # seconds of a cycle: steps faster than this are music, not repetitions
_WORTH_SAYING: Final = 1.5  # seconds of a part of a cycle: words that change faster can't be read
_READ: Final = 0.7  # seconds of a part of a repetition, the same

_SWAPPED: Final = {Way.LEFT: Way.RIGHT, Way.RIGHT: Way.LEFT}


class Beat(Struct, frozen=True):
    """One moment of the tempo."""

    words: str = ""  # "Down 2"
    count: str = ""  # "5 of 12"
    parts: tuple[float, ...] = ()  # seconds of each part of the repetition
    share: float | None = None  # of the repetition that is over; None while it isn't counted
    tempo: str = ""  # all parts in words, for assistive technology


def beat_at(repetitions: Repetitions, seconds: float, *, lead: Side, reps: int | None) -> Beat:
    """The beat `seconds` into the work. `lead`: the side worked on, or first; `reps`: how many are wanted."""
    index, repetition, into = repetitions.at(seconds)
    parts = _worded(repetitions, repetition)
    words = _part_words(repetition.part_at(into), lead) if parts else ""
    return Beat(
        words=words,
        count=_count(repetitions, index, reps),
        parts=tuple(part.seconds for part in parts),
        share=into / repetition.seconds if parts else None,
        tempo=_tempo(repetitions, repetition, lead),
    )


def beat_to_come(repetitions: Repetitions, seconds: float, *, lead: Side, slow: bool) -> Beat:
    """The beat of the move that is being demonstrated, or about to begin."""
    _, repetition, into = repetitions.at(max(0.0, seconds))
    parts = _worded(repetitions, repetition)
    return Beat(
        words=tr("In slow motion") if slow else "",
        parts=tuple(part.seconds for part in parts),
        share=(into / repetition.seconds if slow else 0.0) if parts else None,
        tempo=_tempo(repetitions, repetition, lead),
    )


def _worded(repetitions: Repetitions, repetition: Repetition) -> tuple[Part, ...]:
    """The parts of a repetition; none of a hold, nor where they follow each other too fast."""
    if repetitions.is_still:
        return ()
    least = _WORTH_SAYING if repetitions.is_cyclic else _READ
    ways = [part.seconds for part in repetition.parts if part.way not in (Way.HOLD, Way.PAUSE)]
    return () if min(ways, default=least) < least else repetition.parts


def _count(repetitions: Repetitions, done: int, reps: int | None) -> str:
    if repetitions.breathes or repetitions.is_still:
        return ""
    if reps is not None:
        return tr("{n} of {all}").format(n=min(done + 1, reps), all=reps)
    if repetitions.is_cyclic and repetitions.period < _WORTH_COUNTING:
        return ""
    return tr("Rep {n}").format(n=done + 1)


def _tempo(repetitions: Repetitions, repetition: Repetition, lead: Side) -> str:
    return ", ".join(_part_words(part, lead) for part in _worded(repetitions, repetition))


def _part_words(part: Part, lead: Side) -> str:
    """A part in words: sides are the person's own, seconds those of the tempo."""
    way = _SWAPPED.get(part.way, part.way) if lead is Side.RIGHT else part.way
    if way is Way.BREATHE_IN:
        return tr("Breathe in")
    if way is Way.BREATHE_OUT:
        return tr("Breathe out")
    return _with_seconds(way).format(seconds=f"{part.seconds:.1f}".removesuffix(".0"))


def _with_seconds(way: Way) -> str:
    """The phrase of a part that has a length, as said to somebody at work: how, then how many seconds."""
    return {
        Way.UP: tr("Up {seconds}"),
        Way.DOWN: tr("Down {seconds}"),
        Way.OUT: tr("Out {seconds}"),
        Way.BACK: tr("Back {seconds}"),
        Way.LEFT: tr("Left {seconds}"),
        Way.RIGHT: tr("Right {seconds}"),
        Way.HOLD: tr("Hold {seconds}"),
        Way.PAUSE: tr("Wait {seconds}"),
    }[way]
