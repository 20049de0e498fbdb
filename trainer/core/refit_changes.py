"""Refit changes: what a routine that was made longer or shorter has given up or gained, from before and after."""

from collections.abc import Callable, Mapping
from enum import StrEnum

from msgspec import Struct

from trainer.core.coverage import covered_by
from trainer.core.exercise import Exercise
from trainer.core.refit_dials import main_blocks
from trainer.core.routine import Block, Routine, Step


class ChangeKind(StrEnum):
    """What was changed, in the order it is told."""

    LEFT_OUT = "left-out"
    ROUNDS = "rounds"
    WORK = "work"
    REPS = "reps"
    RESTS = "rests"


class Change(Struct, frozen=True):
    """One change. `block`: its name; of LEFT_OUT also the exercise's id, and which others train its muscles.

    `before` and `after`: the least and the most of rounds, of seconds of work on a side, of repetitions, or the
    seconds of all rests of the block together (both numbers the same).
    """

    kind: ChangeKind
    block: str
    before: tuple[int, int] = (0, 0)
    after: tuple[int, int] = (0, 0)
    exercise: str = ""
    covered_by: tuple[str, ...] = ()

    @property
    def shortens(self) -> bool:
        """Whether something was taken away."""
        return self.kind is ChangeKind.LEFT_OUT or self.after < self.before


def changes(before: Routine, after: Routine, exercises: Mapping[str, Exercise]) -> tuple[Change, ...]:
    """Every difference between a routine and its refit `after`, block by block. Nothing else may differ."""
    main = main_blocks(after)
    staying = [step.exercise for n, block in enumerate(after.blocks) if n in main for step in block.steps if step.on]
    found: list[Change] = []
    for old, new in zip(before.blocks, after.blocks, strict=True):
        found += _left_out(old, new, exercises, staying)
        kept = [(a, b) for a, b in zip(old.steps, new.steps, strict=True) if b.on]
        if old.rounds != new.rounds and kept:
            found.append(Change(ChangeKind.ROUNDS, new.name, (old.rounds, old.rounds), (new.rounds, new.rounds)))
        found += _of_steps(ChangeKind.WORK, new.name, kept, lambda step: step.seconds)
        found += _of_steps(ChangeKind.REPS, new.name, kept, lambda step: step.reps)
        rests = _rests(old, new.rounds, kept, 0), _rests(new, new.rounds, kept, 1)
        if rests[0] != rests[1]:
            found.append(Change(ChangeKind.RESTS, new.name, (rests[0], rests[0]), (rests[1], rests[1])))
    return tuple(sorted(found, key=lambda change: list(ChangeKind).index(change.kind)))


def _left_out(old: Block, new: Block, exercises: Mapping[str, Exercise], staying: list[str]) -> list[Change]:
    gone = [a.exercise for a, b in zip(old.steps, new.steps, strict=True) if a.on and not b.on]
    others = [exercises[name] for name in dict.fromkeys(staying)]
    return [
        Change(
            ChangeKind.LEFT_OUT,
            new.name,
            exercise=name,
            covered_by=tuple(other.id for other in covered_by(exercises[name], others) if other.id != name),
        )
        for name in gone
    ]


def _of_steps(
    kind: ChangeKind, block: str, kept: list[tuple[Step, Step]], of: Callable[[Step], int | None]
) -> list[Change]:
    pairs = [(a, b) for old, new in kept if (a := of(old)) is not None and (b := of(new)) is not None and a != b]
    if not pairs:
        return []
    before, after = [a for a, _ in pairs], [b for _, b in pairs]
    return [Change(kind, block, (min(before), max(before)), (min(after), max(after)))]


def _rests(block: Block, rounds: int, kept: list[tuple[Step, Step]], which: int) -> int:
    """Seconds of the block's rests, its steps' and those between so many rounds."""
    return rounds * sum(pair[which].rest for pair in kept) + (rounds - 1) * block.rest_between_rounds
