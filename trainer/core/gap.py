"""GapDetector: finds the times in which nobody trained because the machine stood still."""


class GapDetector:
    """Compares two clocks from tick to tick: some monotonic clocks stand while a machine sleeps, some run on.

    `threshold`: more seconds than this between two ticks by either clock are a gap. Where the clocks are run N
    times faster, so is the threshold to be chosen (5 s at normal speed, by behaviour.md).
    """

    def __init__(self, threshold: float = 5.0) -> None:
        self._threshold = threshold
        self._last: tuple[float, float] | None = None

    def tick(self, monotonic: float, wall: float) -> float:
        """Readings of both clocks now, in seconds. Returns the gap since the last ones, 0.0 if there is none."""
        last, self._last = self._last, (monotonic, wall)
        if last is None:
            return 0.0
        gone = max(monotonic - last[0], wall - last[1])
        return gone if gone > self._threshold else 0.0
