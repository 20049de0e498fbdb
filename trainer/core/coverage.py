"""Coverage: which exercise of several would be missed least, by the muscles the others train."""

from collections.abc import Sequence

from trainer.core.balance import PRIMARY_SHARE, SECONDARY_SHARE
from trainer.core.exercise import Exercise


def training_of(exercise: Exercise) -> dict[str, float]:
    """Muscle -> how much the exercise trains it."""
    trained = dict.fromkeys(exercise.secondary, SECONDARY_SHARE)
    return trained | dict.fromkeys(exercise.primary, PRIMARY_SHARE)


def coverage(exercise: Exercise, others: Sequence[Exercise]) -> float:
    """0 to 1: the share of its prime movers that the others train too; a secondary mover counts half."""
    if not exercise.primary:
        return 1.0
    trained: dict[str, float] = {}
    for other in others:
        for muscle, weight in training_of(other).items():
            trained[muscle] = max(trained.get(muscle, 0.0), weight)
    return sum(trained.get(muscle, 0.0) for muscle in exercise.primary) / len(exercise.primary)


def covered_by(exercise: Exercise, others: Sequence[Exercise]) -> tuple[Exercise, ...]:
    """Those of the others that train any of its prime movers, the one that trains most of them first."""
    shares = [(coverage(exercise, [other]), -n, other) for n, other in enumerate(others)]
    return tuple(other for share, _, other in sorted(shares, key=lambda one: one[:2], reverse=True) if share > 0)


def least_missed(exercises: Sequence[Exercise], candidates: Sequence[int]) -> int:
    """Which of `candidates` (indices into `exercises`) the others cover best: an index into `candidates`.

    Of equals the last, which comes when one tires. Raises ValueError where there is none.
    """
    covered = [coverage(exercises[n], [*exercises[:n], *exercises[n + 1 :]]) for n in candidates]
    return max(range(len(candidates)), key=lambda place: (covered[place], place))
