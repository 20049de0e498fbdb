"""Level memory: which exercises have become easy, and the next rung to propose; never imposed."""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from trainer.core.exercise import Exercise

# CR-10 (Borg) calls 2 "weak (light)"; the Summary's words for 1 and 2 are "very easy" and "easy".
EASY = 2
IN_A_ROW = 3  # behaviour.md, "Level"


class Bout(Struct, frozen=True):
    """An exercise done to its end in one workout: the form it ended in, and the workout's effort on CR-10."""

    exercise: str
    variant: str
    effort: int | None


class Proposal(Struct, frozen=True):
    """The exercise felt easy often enough in the form `now`; `harder` is the next rung. Ids; "" as written."""

    exercise: str
    now: str
    harder: str


def proposals(
    bouts: Iterable[Bout], exercises: Mapping[str, Exercise], declined: Mapping[str, str] = {}
) -> tuple[Proposal, ...]:
    """What to propose, in the order of the newest bouts.

    `bouts`: newest first. `declined`: exercise id -> the harder form the person has said no to; it isn't asked again.
    """
    history: dict[str, list[Bout]] = {}
    for bout in bouts:
        history.setdefault(bout.exercise, []).append(bout)
    found = []
    for name, past in history.items():
        exercise = exercises.get(name)
        last = past[:IN_A_ROW]
        same = {bout.variant for bout in last}
        easy = all(bout.effort is not None and bout.effort <= EASY for bout in last)
        if exercise is None or len(last) < IN_A_ROW or len(same) > 1 or not easy:
            continue
        harder = next_rung(exercise, last[0].variant)
        if harder is not None and declined.get(name) != harder:
            found.append(Proposal(name, last[0].variant, harder))
    return tuple(found)


def next_rung(exercise: Exercise, form: str) -> str | None:
    """The next harder form after `form`; None at the top. As written stands at level 0."""
    now = exercise.variant(form)
    level = now.level if now is not None else 0
    rungs = [
        (variant.level, variant.id) for variant in exercise.variants if variant.level > level and variant.level != 0
    ]
    if level < 0:
        rungs.append((0, ""))
    return min(rungs)[1] if rungs else None
