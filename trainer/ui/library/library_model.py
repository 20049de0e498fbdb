"""What a routine's card in the library says. Pure: values in, values out."""

from collections.abc import Container, Mapping
from datetime import date

from msgspec import Struct
from PySide6.QtCore import QDate, QLocale

from trainer.core.exercise import Equipment, EquipmentKind
from trainer.core.fitting import Fitting, Resolution
from trainer.core.routine import BlockKind, Routine
from trainer.core.timeline import PhaseKind, Timeline
from trainer.language import ntr, tr
from trainer.ui.widgets.tag import TagKind

_SWAPPED = {Resolution.SUBSTITUTE, Resolution.VARIANT}


class Stretch(Struct, frozen=True):
    """A stretch of the routine's profile: how long, how vigorous (MET, 0: getting set), and in what kind of block."""

    seconds: float
    met: float
    kind: BlockKind


class RoutineCardValues(Struct, frozen=True):
    """Everything a card shows."""

    id: str
    name: str
    minutes: int  # of the main part
    line: str  # "Upper body, core · Low impact"
    difficulty: int
    tag: str
    tag_kind: TagKind
    icons: tuple[str, ...]
    last_done: str
    profile: tuple[Stretch, ...]
    emblem: str = ""  # the exercise whose picture stands for the routine
    emblem_variant: str = ""
    favourite: bool = False

    @property
    def spoken(self) -> str:
        """The card in one sentence; it begins with the routine's name."""
        level = tr("level {level} of 5").format(level=self.difficulty) if self.difficulty else ""
        minutes = tr("{minutes} min").format(minutes=self.minutes)
        loved = tr("favourite") if self.favourite else ""
        parts = (self.name, minutes, self.line, level, self.tag, self.last_done, loved)
        return ", ".join(part for part in parts if part)


def card_values(
    routine: Routine,
    plan: Timeline,
    fitting: Fitting,
    equipment: Mapping[str, Equipment],
    last_done: date | None,
    today: date,
    *,
    favourite: bool = False,
) -> RoutineCardValues:
    """Word a routine. `plan` is compiled for the person, `fitting` says with what they own."""
    optional = {block.name for block in routine.blocks if block.optional}
    seconds = sum(
        plan.expected(phase) for phase in plan.phases if plan.blocks[plan.steps[phase.step].block].name not in optional
    )
    tag, kind = readiness(fitting)
    emblem = emblem_of(plan, optional)
    return RoutineCardValues(
        id=routine.id,
        name=routine.name,
        minutes=max(1, int(seconds / 60 + 0.5)),
        line=" \N{MIDDLE DOT} ".join(part for part in (_listed(routine.focus), _listed(routine.type)) if part),
        difficulty=routine.difficulty,
        tag=tag,
        tag_kind=kind,
        icons=_icons(fitting, equipment),
        last_done=last_done_text(last_done, today),
        profile=profile(plan),
        emblem=emblem[0],
        emblem_variant=emblem[1],
        favourite=favourite,
    )


def readiness(fitting: Fitting) -> tuple[str, TagKind]:
    """Whether it can be done with what the person owns, and how much of it is swapped."""
    if fitting.dropped:
        left_out = len(fitting.dropped)
        return ntr("{n} move left out", "{n} moves left out", left_out), TagKind.CHECK
    if not fitting.told:
        return tr("Check what you need"), TagKind.CHECK
    swaps = sum(use.resolution in _SWAPPED and not all(u.optional for u in use.uses) for use in fitting.equipment)
    if swaps:
        return ntr("Ready, {n} swap", "Ready, {n} swaps", swaps), TagKind.CHANGED
    return tr("Ready"), TagKind.GOOD


def last_done_text(day: date | None, today: date) -> str:
    """When it was last done, in the words one would use; nothing where it never was."""
    if day is None:
        return ""
    days = (today - day).days
    if days <= 0:
        return tr("Done today")
    if days == 1:
        return tr("Done yesterday")
    if days < 7:
        return ntr("Done {n} day ago", "Done {n} days ago", days)
    words = QLocale().toString(QDate(day.year, day.month, day.day), tr("d MMM yyyy"))
    return tr("Last done {date}").format(date=words)


def emblem_of(plan: Timeline, optional: Container[str]) -> tuple[str, str]:
    """The exercise, and its form, that a routine is known by: of its main part the most vigorous, the last of those.

    Warm-ups begin alike, and the end of a main part is where routines differ most. ("", "") of one without any work.
    """
    main = [step for step in plan.steps if plan.blocks[step.block].name not in optional] or list(plan.steps)
    if not main:
        return "", ""
    step = max(enumerate(main), key=lambda one: (one[1].ladder[one[1].rung].met.value, one[0]))[1]
    return step.exercise, step.ladder[step.rung].variant


def profile(plan: Timeline) -> tuple[Stretch, ...]:
    """The routine over time: its work, and the gaps between."""
    stretches = []
    for phase in plan.phases:
        step = plan.steps[phase.step]
        met = step.ladder[step.rung].met.value if phase.kind is PhaseKind.WORK else 0.0
        stretches.append(Stretch(plan.expected(phase), met, plan.blocks[step.block].kind))
    return tuple(stretches)


def _icons(fitting: Fitting, equipment: Mapping[str, Equipment]) -> tuple[str, ...]:
    """Icons of the things that have to be owned."""
    things = [equipment[use.item] for use in fitting.equipment if not all(one.optional for one in use.uses)]
    return tuple(thing.icon for thing in things if thing.kind is EquipmentKind.ITEM and not thing.household)


def _listed(words: tuple[str, ...]) -> str:
    text = ", ".join(words)
    return text[:1].upper() + text[1:]
