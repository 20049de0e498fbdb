"""Stills: the moments of a cycle worth drawing, each once: a hold is one, and the way back is the way there."""

from math import ceil
from typing import Final

from trainer.motion.cycle import Cycle, Segment
from trainer.motion.prop import PropKind

_CALM: Final = 1.0  # seconds for which a pose stands at least where nothing shows between them


class Stills:
    """The stills of a cycle at `rate` pictures a second.

    At a rate of 0 its poses alone, nothing between: each stands for the time it takes to be reached. Of a move that
    goes through its poses in less than a second each they follow one another more slowly than it does.
    """

    def __init__(self, cycle: Cycle, rate: float) -> None:
        self._cycle = cycle
        self._alone = rate == 0.0
        ways = [segment.seconds for segment in cycle.segments if segment.source != segment.target]
        self._pace = min(1.0, min(ways, default=_CALM) / _CALM) if self._alone else 1.0
        # What swings or is thrown looks different on the way back.
        self._swings = cycle.flies or cycle.move.prop(PropKind.ROPE) is not None
        self._once = cycle.move.flow or self._swings
        self._counts = _counts(cycle, rate, self._swings)
        self._index: dict[tuple[str, str, int, int], int] = {}
        moments: list[float] = []
        for segment in cycle.segments:
            count = self._counts[segment.start]
            for k in range(count + 1):
                key = self._key(segment, k, count)
                if key not in self._index:
                    self._index[key] = len(moments)
                    # The end of a segment is its last moment, not the first of the next.
                    moments.append(segment.start + segment.seconds * min(k / count, 1.0 - 1e-9))
        self.moments = tuple(moments)

    def __len__(self) -> int:
        return len(self.moments)

    def index_at(self, seconds: float) -> int:
        """The still that shows the moment `seconds` since the start."""
        segment, share = self._cycle.segment_at(seconds * self._pace)
        count = self._counts[segment.start]
        if self._alone:
            share = 1.0
        return self._index[self._key(segment, round(share * count), count)]

    def _key(self, segment: Segment, k: int, count: int) -> tuple[str, str, int, int]:
        """What the picture depends on: the two poses in order of name, and how far between them."""
        source, target = segment.source, segment.target
        if (source == target and count == 1) or (k in {0, count} and not self._swings):
            name = source if k == 0 else target
            return name, name, 0, 0
        if segment.windows or self._once:
            return source, target, k, segment.index + 1
        return (source, target, k, 0) if source < target else (target, source, count - k, 0)


def _counts(cycle: Cycle, rate: float, swings: bool) -> dict[float, int]:
    """Stills of each segment by its start; there and back have as many."""
    longest: dict[frozenset[str], float] = {}
    for segment in cycle.segments:
        pair = frozenset((segment.source, segment.target))
        longest[pair] = max(longest.get(pair, 0.0), segment.seconds)
    return {
        segment.start: 1
        if segment.source == segment.target and not swings
        else max(1, ceil(longest[frozenset((segment.source, segment.target))] * rate))
        for segment in cycle.segments
    }
