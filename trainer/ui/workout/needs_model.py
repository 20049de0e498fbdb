"""What a routine needs and how it is met, worded. Pure: the pre-flight's values in, lines out."""

from collections.abc import Collection, Mapping

from msgspec import Struct

from trainer.core.exercise import Equipment, EquipmentKind, Exercise
from trainer.core.fitting import EquipmentUse, Fitting, NeedUse, Resolution
from trainer.core.timeline import Timeline
from trainer.language import ntr, tr
from trainer.ui.widgets.step_words import move_name
from trainer.ui.widgets.tag import TagKind
from trainer.ui.workout.amounts import capitalised, listed


class NeedLine(Struct, frozen=True):
    """A thing or place, how it is met, and the tag that says so."""

    icon: str
    name: str
    line: str
    tag: str
    kind: TagKind


class Kit(Struct, frozen=True):
    """The words around the exercises: the catalogue's own values."""

    exercises: Mapping[str, Exercise]
    equipment: Mapping[str, Equipment]


def need_lines(fitting: Fitting, plan: Timeline, kit: Kit) -> tuple[NeedLine, ...]:
    """One line for each thing that decides something, then one for each place that has to be there."""
    uses = [use for use in fitting.equipment if use.item in kit.equipment and not _is_handy(use, kit)]
    places = [use for use in uses if kit.equipment[use.item].kind is EquipmentKind.SPACE]
    things = [use for use in uses if use not in places]
    return tuple(_need_line(use, plan, kit) for use in (*things, *places))


def handy(fitting: Fitting, kit: Kit) -> str:
    """What is only nice to have, and what every home has, in one sentence; empty where there is nothing."""
    names = [kit.equipment[u.item].name for u in fitting.equipment if u.item in kit.equipment and _is_handy(u, kit)]
    return tr("Good to have at hand: {things}").format(things=listed(*names)) if names else ""


def stand_ins(fitting: Fitting, kit: Kit) -> str:
    """What else would serve, one sentence; empty where nothing would."""
    wanted = {use.item for use in fitting.equipment}
    others: dict[str, str] = {}
    for use in fitting.equipment:
        for one in use.uses:
            exercise = kit.exercises.get(one.exercise)
            needs = [] if exercise is None or one.optional else [n for n in exercise.needs if n.item == use.item]
            for other in (other for need in needs for other in need.substitutes):
                thing = kit.equipment.get(other.item)
                if thing is not None and thing.id not in wanted:
                    others[thing.id] = thing.plural
    return tr("These work too: {things}").format(things=listed(*others.values())) if others else ""


def spared_text(fitting: Fitting, kit: Kit) -> str:
    """Which moves are done otherwise, or not at all, to spare the body; one sentence, empty where none is."""
    said = []
    for name, fitted in fitting.exercises.items():
        if fitted.spared:
            exercise = kit.exercises[name]
            variant = next((exercise.variant(form) for form in fitted.chosen.values()), None)
            form = tr("left out") if not fitted.chosen else variant.name if variant else tr("as written")
            said.append(move_name(exercise.name, form))
    return tr("To spare you: {moves}").format(moves="; ".join(said)) if said else ""


def within_reach(plan: Timeline, off: Collection[str], kit: Kit) -> str:
    """What is really used, in the order it is first wanted, one sentence; empty where the hands stay empty."""
    counts: dict[str, int] = {}
    for step in plan.steps:
        if plan.blocks[step.block].name not in off:
            for gear in step.ladder[step.rung].gear:
                thing = kit.equipment.get(gear.item)
                if thing is not None and thing.kind is EquipmentKind.ITEM:
                    counts[gear.item] = max(counts.get(gear.item, 0), gear.count)
    things = [_counted(kit.equipment[item], count) for item, count in counts.items()]
    return tr("Put within reach, in this order: {things}").format(things=listed(*things)) if things else ""


def _counted(thing: Equipment, count: int) -> str:
    return thing.name if count == 1 else tr("{n} {things}").format(n=count, things=thing.plural)


def _is_handy(use: EquipmentUse, kit: Kit) -> bool:
    """Nothing hangs on it: optional everywhere, or a household thing that is simply there."""
    if all(one.optional for one in use.uses):
        return True
    return kit.equipment[use.item].household and use.resolution in {Resolution.HAVE, Resolution.ASK}


def _need_line(use: EquipmentUse, plan: Timeline, kit: Kit) -> NeedLine:
    thing = kit.equipment[use.item]
    line, tag, kind = _resolution(use, plan, kit)
    return NeedLine(icon=thing.icon, name=_quantity(thing, use.count), line=line, tag=tag, kind=kind)


def _resolution(use: EquipmentUse, plan: Timeline, kit: Kit) -> tuple[str, str, TagKind]:
    one = use.decisive
    match use.resolution:
        case Resolution.HAVE:
            return _owned(use, kit), tr("Have it"), TagKind.GOOD
        case Resolution.CHECK:
            return _purpose(use, plan), tr("Check"), TagKind.CHECK
        case Resolution.ASK:
            return _purpose(use, plan), tr("Check"), TagKind.CHECK
        case Resolution.SUBSTITUTE:
            return capitalised(one.gear.how if one.gear else ""), tr("Swap"), TagKind.CHANGED
        case Resolution.VARIANT:
            return _variant(one, use, kit), tr("Variant"), TagKind.CHANGED
        case Resolution.MISSING:
            name = kit.exercises[one.exercise].name
            return tr("{exercise} is left out").format(exercise=name), tr("Left out"), TagKind.TROUBLE


def _owned(use: EquipmentUse, kit: Kit) -> str:
    if kit.equipment[use.item].household and not use.owned:
        return tr("Something most homes have")
    return tr("You own {n}").format(n=use.owned) if use.owned > 1 else tr("Yours")


def _variant(one: NeedUse, use: EquipmentUse, kit: Kit) -> str:
    exercise = kit.exercises[one.exercise]
    variant = exercise.variant(one.variant)
    form = variant.name if variant is not None else tr("as written")
    if 0 < use.owned < one.wanted:
        owned = ntr("You own one", "You own {n}", use.owned)
        return tr("{owned}: {form}").format(owned=owned, form=move_name(exercise.name, form))
    return tr("Without it: {form}").format(form=move_name(exercise.name, form))


def _purpose(use: EquipmentUse, plan: Timeline) -> str:
    """What it is for: "To brace your feet in move 7", "For 3 moves"."""
    exercises = {one.exercise for one in use.uses}
    places = sorted({step.place + 1 for step in plan.steps if step.exercise in exercises and step.round == 0})
    if len(exercises) > 1 or not places:
        return tr("For {n} moves").format(n=len(exercises)) if len(exercises) > 1 else ""
    why = use.decisive.why
    if why:
        return tr("{why} in move {n}").format(why=capitalised(why), n=places[0])
    return tr("For move {n}").format(n=places[0])


def _quantity(thing: Equipment, count: int) -> str:
    if count == 1 or thing.kind is EquipmentKind.SPACE:
        return capitalised(thing.name)
    if count == 2:
        return tr("Pair of {things}").format(things=thing.plural)
    return tr("{n} {things}").format(n=count, things=thing.plural)
