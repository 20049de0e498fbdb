"""A draft as a routine of the product's kind, with the exercises that have no file yet."""

from collections.abc import Mapping

from msgspec import Struct

from trainer.core.exercise import Equipment, Exercise
from trainer.core.routine import Block, Claim, Routine, Step
from trainer.language import tr
from trainer.library.article.draft import ArticleDraft, DraftBlock, DraftStep
from trainer.library.article.own_exercise import free_id, own_exercise, slug
from trainer.library.article.words import shortened, without_markup

LONGEST_LINE = 80
_LONGEST_READY = 15  # seconds of a pause that show the coming exercise; the rest of it is rest


class MadeRoutine(Struct, frozen=True):
    """The routine, the exercises to be written with it, and which exercise each of the draft's steps became."""

    routine: Routine
    new: tuple[Exercise, ...]
    exercise_of: tuple[str, ...]  # by step of the draft


def made_routine(
    draft: ArticleDraft,
    exercises: Mapping[str, Exercise],
    equipment: Mapping[str, Equipment],
    taken: frozenset[str],
    *,
    source: str,
    new_id: str | None = None,
) -> MadeRoutine:
    """`taken`: the ids of the routines there are. `source`: what the claim names as its origin."""
    new: dict[str, Exercise] = {}
    ids: list[str] = []
    for block in draft.blocks:
        for step in block.steps:
            if step.match is not None:
                ids.append(step.match.exercise)
                continue
            known = next((own for own in new.values() if own.name == step.name), None)
            if known is None:
                known = own_exercise(step, block.kind, {*exercises, *new}, equipment)
                new[known.id] = known
            ids.append(known.id)
    routine = Routine(
        format=1,
        id=new_id or free_id(slug(draft.title.value, "-") or "imported-workout", taken, "-"),
        name=_line(draft.title.value),
        blocks=tuple(_blocks(draft, ids)),
        subtitle=_line(tr("From {source}").format(source=source)),
        overview=_overview(draft),
        focus=tuple(_line(said.value, 40) for said in draft.focus),
        type=tuple(_line(said.value, 40) for said in draft.types),
        difficulty=draft.level.value if draft.level else 0,
        allocation=draft.allocation,
        claim=_claim(draft, source),
    )
    return MadeRoutine(routine, tuple(new.values()), tuple(ids))


def _blocks(draft: ArticleDraft, ids: list[str]) -> list[Block]:
    blocks: list[Block] = []
    at = 0
    for block in draft.blocks:
        steps = _steps(block, ids[at : at + len(block.steps)])
        at += len(block.steps)
        first_gap = block.steps[0].gap.value if block.steps[0].gap else 0
        rounds = block.rounds.value if block.rounds else 1
        between = block.rest_between.value if block.rest_between else first_gap
        ready = min(first_gap, _LONGEST_READY, between if rounds > 1 else first_gap)
        steps[0] = _replaced(steps[0], get_ready=ready)
        if blocks and first_gap > ready:
            before = blocks[-1]
            last = _replaced(before.steps[-1], rest=first_gap - ready)
            blocks[-1] = Block(
                before.kind,
                before.name,
                (*before.steps[:-1], last),
                before.rounds,
                before.rest_between_rounds,
                before.optional,
            )
        blocks.append(
            Block(
                kind=block.kind,
                name=_line(block.name),
                steps=tuple(steps),
                rounds=rounds,
                rest_between_rounds=max(0, between - ready) if rounds > 1 else 0,
                optional=not block.is_main,
            )
        )
    if all(block.optional for block in blocks):
        blocks = [Block(b.kind, b.name, b.steps, b.rounds, b.rest_between_rounds) for b in blocks]
    return blocks


def _steps(block: DraftBlock, ids: list[str]) -> list[Step]:
    """The pause before a step is get-ready as far as it serves, what is more is rest after the step before."""
    steps: list[Step] = []
    for step, exercise in zip(block.steps, ids, strict=True):
        gap = step.gap.value if step.gap else 0
        ready = min(gap, _LONGEST_READY)
        if steps and gap > ready:
            steps[-1] = _replaced(steps[-1], rest=gap - ready)
        steps.append(_step(step, exercise, ready))
    return steps


def _step(step: DraftStep, exercise: str, ready: int) -> Step:
    return Step(
        exercise=exercise,
        seconds=step.seconds.value if step.seconds else None,
        reps=step.reps.value if step.reps and not step.seconds else None,
        open=step.open is not None and not step.seconds and not step.reps,
        variant=step.match.variant if step.match else "",
        get_ready=ready,
        note=_line(step.note),
    )


def _replaced(step: Step, *, rest: int | None = None, get_ready: int | None = None) -> Step:
    return Step(
        step.exercise,
        step.seconds,
        step.reps,
        step.open,
        step.variant,
        step.get_ready if get_ready is None else get_ready,
        step.rest if rest is None else rest,
        step.on,
        step.note,
    )


def _claim(draft: ArticleDraft, source: str) -> Claim | None:
    if draft.minutes is None and draft.calories is None:
        return None
    calories = draft.calories
    return Claim(
        source=_line(source),
        minutes=draft.minutes.most if draft.minutes else None,
        kcal_low=calories.low if calories else None,
        kcal_high=calories.high if calories else None,
    )


def _overview(draft: ArticleDraft) -> str:
    """The page's own introduction, and its advice on warming up and stretching where that is not in it."""
    said = [draft.overview] if draft.overview else []
    said += [
        line for line in (*draft.warm_up[:2], *draft.stretch[:2]) if line not in draft.overview and line not in said
    ]
    return shortened(" ".join(without_markup(line) for line in dict.fromkeys(said)), 2000)


def _line(text: str, longest: int = LONGEST_LINE) -> str:
    return shortened(" ".join(without_markup(text).split()), longest)
