"""Sections of exercises as blocks of steps: rounds, sets, intervals and rests where the page says them."""

import re
from collections.abc import Mapping, Sequence

from msgspec import Struct, structs

from trainer.core.exercise import Exercise, Sides
from trainer.core.routine import BlockKind
from trainer.language import ntr, tr
from trainer.library.article.draft import DraftBlock, DraftStep, Read
from trainer.library.article.equipment import things_in
from trainer.library.article.headings import SectionKind, is_of_the_circuit
from trainer.library.article.lines import lines_of
from trainer.library.article.measures import Measure, Rounds, read_measure, read_rounds
from trainer.library.article.outline import Described, Section
from trainer.library.article.words import plain, shortened

MOST_BLOCKS = 20  # of a routine
_BETWEEN_SETS = 30  # seconds, where the page says none: ours
_KINDS = {SectionKind.WARM_UP: BlockKind.WARM_UP, SectionKind.STRETCH: BlockKind.STRETCH}
_CARDIO_GROUPS, _EASY_GROUPS = {"cardio"}, {"warm-up", "stretch"}


class Orders(Struct, frozen=True):
    """What prose says of all the exercises it speaks of: an interval, sets for each, rounds, rests."""

    each: Measure | None = None
    each_from: str = ""
    rounds: Rounds | None = None
    rounds_from: str = ""
    rest: int | None = None  # between the exercises
    rest_from: str = ""
    rest_between: int | None = None  # between the rounds
    rest_between_from: str = ""
    is_tabata: bool = False
    per_exercise: bool = False


def orders_in(sentences: Sequence[str]) -> Orders:
    """The orders that some sentences give for every exercise."""
    found = Orders()
    for sentence in sentences:
        said = plain(sentence)
        folded = said.casefold()
        measure = read_measure(sentence)
        rounds = read_rounds(sentence)
        of_all = is_of_the_circuit(sentence) or "each" in folded.split() or "every" in folded.split()
        if found.each is None and (measure.is_interval or (measure.is_length and of_all and rounds is None)):
            found = structs.replace(
                found,
                each=measure,
                each_from=sentence,
                is_tabata="tabata" in folded,
                per_exercise="each exercise" in folded or "per exercise" in folded or "each move" in folded,
            )
        elif found.each is None and measure.sets and of_all and rounds is None:
            found = structs.replace(found, each=measure, each_from=sentence)
        if rounds is not None and found.rounds is None:
            found = structs.replace(found, rounds=rounds, rounds_from=sentence)
        if measure.rest is not None and not measure.is_interval:
            between_rounds = measure.rest_between.startswith(("round", "circuit", "superset"))
            if between_rounds or (not measure.rest_between and rounds is not None):
                found = structs.replace(found, rest_between=measure.rest, rest_between_from=sentence)
            elif measure.rest_between or of_all:
                found = structs.replace(found, rest=measure.rest, rest_from=sentence)
    return found


def blocks_of(
    sections: Sequence[Section], exercises: Mapping[str, Exercise], title: str, minutes: int | None
) -> tuple[DraftBlock, ...]:
    """The blocks of a page, lengths where it gives them."""
    everywhere = orders_in(
        [
            title,
            *(
                line
                for section in sections
                if section.kind is not SectionKind.NOISE and not section.exercises
                for line in (section.title, *section.prose)
            ),
        ]
    )
    if everywhere.each is None:
        first = orders_in(next((list(section.prose) for section in sections if section.exercises), []))
        everywhere = structs.replace(everywhere, each=first.each, each_from=first.each_from, is_tabata=first.is_tabata)
    made: list[DraftBlock] = []
    for part in _parts(sections):
        own = orders_in([line for section in part for line in (section.title, *section.prose)])
        kind = _KINDS.get(part[0].kind)
        described = [one for section in part for one in section.exercises]
        orders = own if kind is not None else _joined(own, everywhere)
        steps = [_step(one, exercises, orders) for one in described]
        kind = kind or _main_kind(steps, exercises)
        name = _block_name(part, kind, title)
        made += _arranged(kind, name, steps, orders, minutes)
    return _uniquely_named(_with_gaps(made))


def _with_gaps(blocks: Sequence[DraftBlock]) -> list[DraftBlock]:
    """The rest after a step as the pause before the next; after the last of a round, between the rounds."""
    spaced: list[DraftBlock] = []
    before: DraftStep | None = None
    for block in blocks:
        steps: list[DraftStep] = []
        for step in block.steps:
            rest = before.rest if before is not None else None
            steps.append(structs.replace(step, gap=rest) if rest is not None else step)
            before = step
        between = block.rest_between or steps[-1].rest
        spaced.append(structs.replace(block, steps=tuple(steps), rest_between=between))
    return spaced


def _parts(sections: Sequence[Section]) -> list[list[Section]]:
    """Sections that make one block: each that has exercises; single ones side by side make one together."""
    parts: list[list[Section]] = []
    for section in sections:
        if not section.exercises:
            continue
        single = len(section.exercises) == 1 and section.kind is SectionKind.MAIN
        before = parts[-1][-1] if parts else None
        if (single and before is not None and before.kind is SectionKind.MAIN and len(before.exercises) == 1) or (
            before is not None and before.kind is section.kind and section.kind is not SectionKind.MAIN
        ):
            parts[-1].append(section)
        else:
            parts.append([section])
    return parts


def _joined(own: Orders, everywhere: Orders) -> Orders:
    """A section's own orders, the page's where it has none."""
    joined = (
        structs.replace(own)
        if own.each is not None
        else structs.replace(
            own,
            each=everywhere.each,
            each_from=everywhere.each_from,
            is_tabata=everywhere.is_tabata,
            per_exercise=everywhere.per_exercise,
        )
    )
    if joined.rounds is None:
        joined = structs.replace(joined, rounds=everywhere.rounds, rounds_from=everywhere.rounds_from)
    if joined.rest is None:
        joined = structs.replace(joined, rest=everywhere.rest, rest_from=everywhere.rest_from)
    if joined.rest_between is None:
        joined = structs.replace(
            joined, rest_between=everywhere.rest_between, rest_between_from=everywhere.rest_between_from
        )
    return joined


def _step(one: Described, exercises: Mapping[str, Exercise], orders: Orders) -> DraftStep:
    candidate = one.candidate
    measure, source = one.measure
    source = source or one.heading
    inferred = False
    if not measure.is_length and orders.each is not None and (orders.each.is_length or orders.each.sets):
        sets = measure.sets or orders.each.sets
        rest = measure.rest if measure.rest is not None else orders.each.rest
        side = measure.each_side or orders.each.each_side
        measure, source = structs.replace(orders.each, sets=sets, rest=rest, each_side=side), orders.each_from
    body = f"{one.heading}\n{one.body}" if not one.body else one.body
    exercise = exercises.get(candidate.match.exercise) if candidate.match else None
    reps, note, why = _reps(measure, exercise)
    seconds, seconds_why = measure.seconds, ""
    if measure.most_seconds and seconds:
        seconds_why = tr("{least} to {most} seconds: the smaller").format(least=seconds, most=measure.most_seconds)
        note = tr("{least}–{most} seconds").format(least=seconds, most=measure.most_seconds)
    rest, rest_from = (measure.rest, source) if measure.rest is not None else (orders.rest, orders.rest_from)
    if rest is not None and measure.rest_between.startswith(("round", "circuit")):
        rest = None
    return DraftStep(
        name=candidate.name,
        heading=shortened(one.heading.split("\n")[0], 200),
        match=candidate.match,
        lines=lines_of(one.body),
        things=things_in(body),
        sets=Read(measure.sets, source) if measure.sets and measure.sets > 1 else None,
        reps=Read(reps, source, inferred or bool(why), why) if reps is not None and seconds is None else None,
        seconds=Read(max(5, seconds), source, bool(seconds_why), seconds_why) if seconds is not None else None,
        open=Read(True, source) if measure.open and reps is None and seconds is None else None,
        rest=Read(rest, rest_from) if rest is not None else None,
        each_side=Read(True, source) if measure.each_side else None,
        note=note,
        group=candidate.group,
    )


def _reps(measure: Measure, exercise: Exercise | None) -> tuple[int | None, str, str]:
    """Repetitions, a note, and why they are not simply the page's number."""
    reps, note, why = measure.reps, "", ""
    if reps is None:
        return None, "", ""
    if measure.most_reps:
        why = tr("{least} to {most}: the smaller").format(least=reps, most=measure.most_reps)
        note = tr("{least}–{most} times").format(least=reps, most=measure.most_reps)
    if measure.each_side and exercise is not None and exercise.sides is Sides.ALTERNATING:
        why = tr("{n} on each side, and the sides take turns").format(n=reps)
        note = tr("{n} on each side").format(n=reps)
        reps = min(1000, 2 * reps)
    return reps, note, why


def _main_kind(steps: Sequence[DraftStep], exercises: Mapping[str, Exercise]) -> BlockKind:
    groups = [exercises[step.match.exercise].group for step in steps if step.match is not None]
    if groups and 2 * sum(group in _CARDIO_GROUPS for group in groups) > len(groups):
        return BlockKind.CARDIO
    if groups and 2 * sum(group in _EASY_GROUPS for group in groups) > len(steps):
        return BlockKind.MOBILITY
    return BlockKind.STRENGTH


def _block_name(part: Sequence[Section], kind: BlockKind, title: str) -> str:
    if kind is BlockKind.WARM_UP:
        return tr("Warm-up")
    if kind is BlockKind.STRETCH:
        return tr("Stretch")
    name = re.sub(r"\s*\([^)]*\)", "", part[0].title) if len(part) == 1 else ""
    is_name = 0 < len(name.split()) <= 5 and name != title and not read_measure(name).spans and "." not in name
    return shortened(name, 60) if is_name and "every" not in name.casefold() else tr("Main")


def _arranged(
    kind: BlockKind, name: str, steps: list[DraftStep], orders: Orders, minutes: int | None
) -> list[DraftBlock]:
    """One block, or where sets are done one exercise after the other a block for each."""
    between = Read(orders.rest_between, orders.rest_between_from) if orders.rest_between is not None else None
    groups = [step.group for step in steps]
    if any(groups) and len(steps) > 1:
        return _supersets(kind, name, steps, between)
    sets = {step.sets.value if step.sets else 1 for step in steps}
    interval = orders.each
    if interval is not None and interval.interval_rounds and len(sets) == 1 and 1 in sets:
        return _interval_blocks(kind, name, steps, orders, minutes)
    if orders.rounds is not None:
        rounds = orders.rounds
        why = tr("{least} to {most} rounds: the fewer").format(least=rounds.least, most=rounds.most)
        said = Read(
            rounds.least, orders.rounds_from, rounds.least != rounds.most, why if rounds.least != rounds.most else ""
        )
        return [DraftBlock(kind, name, tuple(structs.replace(step, sets=None) for step in steps), said, between)]
    if sets == {1}:
        return [DraftBlock(kind, name, tuple(steps), None, between)]
    if len(steps) > MOST_BLOCKS - 4:  # more than a routine has room for: all of them round by round
        first = next(step.sets for step in steps if step.sets)
        why = tr("too many exercises for a block each")
        return [
            DraftBlock(kind, name, tuple(steps), Read(first.value, first.sentence, inferred=True, why=why), between)
        ]
    return [_set_block(kind, step) for step in steps]


def _set_block(kind: BlockKind, step: DraftStep) -> DraftBlock:
    """The sets of one exercise, its rest between them."""
    between = step.rest or Read(
        _BETWEEN_SETS, inferred=True, why=tr("the page doesn't say how long to rest between sets")
    )
    return DraftBlock(kind, step.name, (step,), step.sets, between if step.sets else None)


def _supersets(kind: BlockKind, name: str, steps: list[DraftStep], between: Read[int] | None) -> list[DraftBlock]:
    """A1, A2: the exercises of a letter take turns, as many rounds as they have sets."""
    by_letter: dict[str, list[DraftStep]] = {}
    for step in steps:
        by_letter.setdefault(step.group, []).append(step)
    made = []
    for letter, group in by_letter.items():
        sets = next((step.sets for step in group if step.sets), None)
        rest = next((step.rest for step in reversed(group) if step.rest), None)
        title = tr("{name} {letter}").format(name=name, letter=letter) if letter else name
        made.append(DraftBlock(kind, title, tuple(group), sets, between or rest))
    return made


def _interval_blocks(
    kind: BlockKind, name: str, steps: list[DraftStep], orders: Orders, minutes: int | None
) -> list[DraftBlock]:
    """20/10 x 8: eight intervals of each exercise, or eight in all, or eight rounds, as fits the page's minutes."""
    interval = orders.each
    times = (interval.interval_rounds if interval else None) or 1
    once = ((interval.seconds or 0) + (interval.rest or 0) if interval else 0) or 1
    count = len(steps)
    each_alone = orders.per_exercise or count == 1
    if not each_alone and minutes is not None:
        each_alone = abs(count * times * once - 60 * minutes) < abs(times * once - 60 * minutes)
    if each_alone and orders.is_tabata and count <= MOST_BLOCKS - 4:
        why = tr("{n} intervals of each exercise").format(n=times)
        said = Read(times, orders.each_from, count > 1 and not orders.per_exercise, why)
        return [DraftBlock(kind, step.name if count > 1 else name, (step,), said, step.rest) for step in steps]
    rounds = times // count if orders.is_tabata and times % count == 0 and not each_alone else times
    why = ntr("{n} round of all the exercises", "{n} rounds of all the exercises", rounds)
    rest = Read(orders.rest_between, orders.rest_between_from) if orders.rest_between is not None else None
    return [DraftBlock(kind, name, tuple(steps), Read(rounds, orders.each_from, inferred=True, why=why), rest)]


def _uniquely_named(blocks: list[DraftBlock]) -> tuple[DraftBlock, ...]:
    """No two blocks share a name; no more than a routine has."""
    named: list[DraftBlock] = []
    taken: set[str] = set()
    for block in blocks[:MOST_BLOCKS]:
        name, n = block.name, 2
        while name in taken:
            name, n = f"{block.name} {n}", n + 1
        taken.add(name)
        named.append(structs.replace(block, name=name))
    return tuple(named)
