"""How the editor words times, amounts and sides."""

import re

from trainer.core.exercise import Exercise, Sides
from trainer.core.routine import BlockKind, Step
from trainer.core.step_times import StepTime
from trainer.language import ntr, tr

_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")


def clock(seconds: float) -> str:
    """Minutes and seconds, with hours where there are any: "31:50"."""
    minutes, second = divmod(max(0, round(seconds)), 60)
    hours, minute = divmod(minutes, 60)
    return f"{hours}:{minute:02d}:{second:02d}" if hours else f"{minute}:{second:02d}"


def seconds_text(seconds: float) -> str:
    """Seconds with their unit: "60 s"."""
    return tr("{seconds} s").format(seconds=round(seconds))


def work_text(step: Step, time: StepTime | None) -> str:
    """A step's work in few signs: "60 s", "2 × 30 s" of each side, "8 reps", "open"."""
    each = time is not None and time.sides is Sides.EACH
    if step.seconds is not None:
        seconds = time.work if time is not None else step.seconds
        return tr("2 × {seconds}").format(seconds=round(seconds)) if each else seconds_text(seconds)
    if step.reps is not None:
        return tr("2 × {n} reps").format(n=step.reps) if each else ntr("{n} rep", "{n} reps", step.reps)
    return tr("Open")


def spoken_work(step: Step, time: StepTime | None) -> str:
    """The same as one says it."""
    each = time is not None and time.sides is Sides.EACH
    if step.seconds is not None:
        said = ntr("{n} second", "{n} seconds", round(time.work if time is not None else step.seconds))
    elif step.reps is not None:
        said = ntr("{n} repetition", "{n} repetitions", step.reps)
    else:
        return tr("at your own pace")
    return tr("{amount} on each side").format(amount=said) if each else said


def rounds_text(rounds: int) -> str:
    """How many rounds: "2 rounds"."""
    return ntr("{n} round", "{n} rounds", rounds)


def sides_text(sides: Sides) -> str:
    """How left and right take part."""
    words = {
        Sides.BOTH: tr("Both at once"),
        Sides.ALTERNATING: tr("In turn, left and right"),
        Sides.EACH: tr("Left, then right"),
    }
    return words[sides]


def sides_of(exercise: Exercise, variant_id: str) -> Sides:
    """How left and right take part in a form of an exercise."""
    variant = exercise.variant(variant_id)
    return (variant.sides if variant is not None else None) or exercise.sides


def kind_text(kind: BlockKind) -> str:
    """What a block is for."""
    words = {
        BlockKind.WARM_UP: tr("Warm-up"),
        BlockKind.STRENGTH: tr("Strength"),
        BlockKind.CARDIO: tr("Cardio"),
        BlockKind.MOBILITY: tr("Mobility"),
        BlockKind.STRETCH: tr("Stretch"),
    }
    return words[kind]


def difference_text(seconds: float) -> str:
    """How a total has changed: "in all, 3:10 shorter than before"."""
    if round(seconds) == 0:
        return tr("in all")
    if seconds > 0:
        return tr("in all, {time} longer than before").format(time=clock(seconds))
    return tr("in all, {time} shorter than before").format(time=clock(-seconds))


def number_in(text: str) -> float | None:
    """The first number in what was typed; None where there is none."""
    found = _NUMBER.search(text)
    return float(found[0].replace(",", ".")) if found else None


def capitalised(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]
