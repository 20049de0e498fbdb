"""Exercises and routines small enough to reckon in the head, and a person to follow them."""

from collections.abc import Mapping

from msgspec import structs

from trainer.core.events import AnyEvent
from trainer.core.exercise import (
    Cue,
    CueKind,
    Equipment,
    EquipmentKind,
    Exercise,
    Impact,
    Met,
    Mode,
    Need,
    Posture,
    Sides,
    Substitute,
    Tempo,
    Variant,
)
from trainer.core.routine import Block, BlockKind, Routine, Step
from trainer.core.session import SessionEngine
from trainer.core.snapshot import PrimaryAction, Snapshot
from trainer.core.timeline import Timeline, compile_timeline

EQUIPMENT: Mapping[str, Equipment] = {
    thing.id: thing
    for thing in (
        Equipment("dumbbell", "dumbbell", "dumbbells", "dumbbell"),
        Equipment("band", "band", "bands", "band"),
        Equipment("ball", "ball", "balls", "ball"),
        Equipment("bottle", "bottle", "bottles", "bottle", household=True),
        Equipment("wall", "wall", "walls", "wall", kind=EquipmentKind.SPACE),
    )
}


def exercise(id_: str, **changes: object) -> Exercise:
    """A bilateral standing exercise of 3.5 MET and 4 s a repetition, with cues of every kind."""
    plain = Exercise(
        format=1,
        id=id_,
        name=id_.title(),
        group="back",
        posture=Posture.STANDING,
        sides=Sides.BOTH,
        mode=Mode.REPS,
        tempo=Tempo(concentric=2, eccentric=2),
        difficulty=2,
        impact=Impact.NONE,
        primary=("rhomboids",),
        works="the upper back",
        met=Met("02054", 3.5),
        cues=tuple(
            Cue(kind, f"{kind} {n}")
            for kind, count in (
                (CueKind.SETUP, 2),
                (CueKind.DO, 3),
                (CueKind.BREATHE, 1),
                (CueKind.SAFETY, 1),
                (CueKind.EASIER, 1),
                (CueKind.HARDER, 1),
            )
            for n in range(1, count + 1)
        ),
    )
    return structs.replace(plain, **changes)


def variant(id_: str, level: int, **changes: object) -> Variant:
    return structs.replace(Variant(id_, level, id_, f"{id_} differs", f"Now {id_}"), **changes)


PAIR = Need("dumbbell", 2, "one for each hand", substitutes=(Substitute("band", "under both feet"),))
EXERCISES: Mapping[str, Exercise] = {
    one.id: one
    for one in (
        exercise("bow", posture=Posture.PRONE, met=Met("02105", 2.8)),
        exercise(
            "fly",
            needs=(PAIR,),
            variants=(
                variant("seated", -1, met=Met("02056", 3.0)),
                variant("one-arm", 0, sides=Sides.EACH, needs=(Need("dumbbell"),)),
                variant("slow", 1, met=Met("02050", 6.0), tempo=Tempo(concentric=4, eccentric=4)),
            ),
        ),
        exercise("lunge", sides=Sides.EACH, variants=(variant("both-legs", -1, sides=Sides.BOTH),)),
        exercise("swim", posture=Posture.PRONE, mode=Mode.CYCLIC, tempo=Tempo(cycle=1.5)),
    )
}


def routine(*steps: Step, rounds: int = 1, rest_between_rounds: int = 0) -> Routine:
    """One block of strength, "Main"."""
    block = Block(BlockKind.STRENGTH, "Main", steps, rounds, rest_between_rounds)
    return Routine(1, "sample", "Sample", (block,))


def timeline(*steps: Step, rounds: int = 1, rest_between_rounds: int = 0, start_left: bool = True) -> Timeline:
    sample = routine(*steps, rounds=rounds, rest_between_rounds=rest_between_rounds)
    return compile_timeline(sample, EXERCISES, start_left=start_left)


# Phases: get ready 5, work 30 | rest 10, get ready 5, left 20, switch 5, right 20 | get ready 5, work 40 = 140 s.
BOW_LUNGE_FLY = (
    Step("bow", seconds=30, get_ready=5, rest=10),
    Step("lunge", seconds=20, get_ready=5),
    Step("fly", seconds=40, get_ready=5),
)


class Person:
    """Follows a session: `now` is on a monotonic clock that began long ago; keeps every event told."""

    def __init__(self, engine: SessionEngine, now: float = 5000.0) -> None:
        self.engine = engine
        self.now = now
        self.events: list[AnyEvent] = []

    @classmethod
    def starting(cls, *steps: Step) -> "Person":
        """A person who has just pressed Start."""
        person = cls(SessionEngine(timeline(*(steps or BOW_LUNGE_FLY))))
        person.give("start")
        return person

    def wait(self, seconds: float) -> tuple[AnyEvent, ...]:
        """Time goes by; told at its end."""
        self.now += seconds
        return self.keep(self.engine.advance(self.now))

    def give(self, command: str, *arguments: object) -> tuple[AnyEvent, ...]:
        """A command, now."""
        return self.keep(getattr(self.engine, command)(self.now, *arguments))

    def keep(self, events: tuple[AnyEvent, ...]) -> tuple[AnyEvent, ...]:
        self.events += events
        return events

    def snapshot(self) -> Snapshot:
        return self.engine.snapshot(self.now)

    def primary_action(self) -> PrimaryAction:
        return self.engine.primary_action
