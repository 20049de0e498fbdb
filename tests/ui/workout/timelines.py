"""A small timeline the workout pages are tested with: warm-up of two, main of three in two rounds, stretch of one."""

from trainer.core.events import PauseReason, StepOutcome
from trainer.core.exercise import Met, Sides
from trainer.core.routine import BlockKind
from trainer.core.snapshot import SessionState, Snapshot
from trainer.core.timeline import Phase, PhaseKind, PlannedBlock, PlannedStep, Rung, Side, Timeline

MET = Met(code="02105", value=2.8)
AS_WRITTEN = Rung(variant="", name="", level=0, met=MET)
EASIER = Rung(variant="feet-down", name="feet down", level=-1, met=MET)
ONE_ARM = Rung(variant="one-arm", name="one arm", level=0, met=MET)


def timeline() -> Timeline:
    """Warm-up 2:05, main 10:20 (5:10 a round), stretch 0:50."""
    steps: list[PlannedStep] = []
    phases: list[Phase] = []

    def add(block: int, round_: int, place: int, name: str, set_up: float, **kw: object) -> None:
        index = len(steps)
        each = kw.pop("each", False)
        step = PlannedStep(
            index=index,
            block=block,
            round=round_,
            place=place,
            exercise=name.lower().replace(" ", "-"),
            name=name,
            sides=Sides.EACH if each else Sides.BOTH,
            ladder=kw.pop("ladder", (AS_WRITTEN,)),  # type: ignore[arg-type]
            rung=kw.pop("rung", 0),  # type: ignore[arg-type]
            estimate=40,
            **kw,  # type: ignore[arg-type]
        )
        steps.append(step)
        if set_up:
            phases.append(Phase(index=len(phases), kind=PhaseKind.GET_READY, step=index, seconds=set_up))
        for side in (Side.LEFT, Side.RIGHT) if each else (None,):
            phases.append(Phase(index=len(phases), kind=PhaseKind.WORK, step=index, seconds=step.seconds, side=side))

    add(0, 0, 0, "March on the Spot", 0, seconds=60.0)
    add(0, 0, 1, "Arm Circles", 5, seconds=60.0)
    for round_ in (0, 1):
        add(1, round_, 0, "Back Bow", 15, seconds=60.0)
        add(1, round_, 1, "Russian Twist", 20, seconds=120.0, ladder=(EASIER, AS_WRITTEN), rung=1)
        add(1, round_, 2, "Reverse Fly", 35, seconds=30.0, each=True, ladder=(ONE_ARM,))
    add(2, 0, 0, "Seated Fold", 10, reps=12)
    return Timeline(
        routine="upper-and-lower-back",
        name="Upper and Lower Back",
        blocks=(
            PlannedBlock(kind=BlockKind.WARM_UP, name="Warm-up", rounds=1),
            PlannedBlock(kind=BlockKind.STRENGTH, name="Main", rounds=2),
            PlannedBlock(kind=BlockKind.STRETCH, name="Stretch", rounds=1),
        ),
        steps=tuple(steps),
        phases=tuple(phases),
    )


def snapshot(plan: Timeline, current: int, state: SessionState = SessionState.RUNNING) -> Snapshot:
    """The session at work on step `current`, everything before it done."""
    step = plan.steps[current]
    phase = next(p for p in plan.phases if p.step == current and p.kind is PhaseKind.WORK)
    outcomes = [StepOutcome.DONE] * current + [StepOutcome.CURRENT]
    outcomes += [StepOutcome.PENDING] * (len(plan.steps) - len(outcomes))
    return Snapshot(
        state=state,
        phase=phase,
        step=step,
        rung=step.ladder[step.rung],
        length=phase.seconds,
        elapsed=10.0,
        remaining=None if phase.seconds is None else phase.seconds - 10,
        total_remaining=500.0,
        outcomes=tuple(outcomes),
        rungs=tuple(s.rung for s in plan.steps),
        lead_in_remaining=0.0,
        paused_for=0.0,
        pause_reason=PauseReason.PERSON,
        active_seconds=100.0,
        paused_seconds=0.0,
        away_seconds=0.0,
        can_undo=False,
    )
