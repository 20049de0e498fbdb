"""Sharing out a page's minutes among the exercises it gives no length of.

Work of 20 to 60 seconds, in as many rounds as the minutes ask for; what is left over makes the pauses longer.
"""

from collections.abc import Mapping

from msgspec import Struct, structs

from trainer.core.exercise import Exercise, Sides
from trainer.core.timeline import NEW_EQUIPMENT, NEW_POSTURE, REP_ESTIMATE, SAME_POSTURE, SWITCH
from trainer.language import ntr, tr
from trainer.library.article.draft import ArticleDraft, DraftBlock, DraftStep, Read

LONGEST_WORK, SHORTEST_WORK = 60, 20  # seconds; behaviour.md has no work under 20
_USUAL_WORK, _USUAL_STRETCH = 45, 30  # seconds, where the page says no minutes: ours
_MOST_ROUNDS = 6
_LONGEST_PAUSE_ADDED = 25  # seconds a move beyond getting set, before another round is the better use of the time
_BREATHER = 60  # seconds between rounds at most
_OPEN_ESTIMATE = 60
_AS_GOOD_AS_TOLD = 0.15  # of the page's minutes; further away, it is said


class _Times(Struct, frozen=True):
    """Seconds of work, rounds and the breather between them, for the main blocks without their own."""

    work: int
    rounds: int
    breather: int = 0
    added: tuple[int, ...] = ()  # to the pause before each step of a round, the first excepted


def allocated(draft: ArticleDraft, exercises: Mapping[str, Exercise]) -> ArticleDraft:
    """The draft with a length and a pause for every step, what is ours marked as inferred."""
    main = [block for block in draft.blocks if block.is_main]
    missing = any(not step.has_length for block in main for step in block.steps)
    minutes = draft.minutes
    if not missing or minutes is None or not main:
        blocks = tuple(_by_default(block, exercises) for block in draft.blocks)
        said = _compared(draft, blocks, exercises)
        if missing:
            said = tr(
                "The page says neither seconds nor repetitions nor minutes; {n} seconds an exercise are ours."
            ).format(n=_USUAL_WORK)
        return structs.replace(draft, blocks=blocks, allocation=said)
    total = 60 * minutes.value
    times = _times(main, total, exercises)
    why = tr("the page's {n} minutes, shared out").format(n=minutes.value)
    blocks = tuple(
        _with_times(block, times, exercises, minutes.sentence, why) if block.is_main else _by_default(block, exercises)
        for block in draft.blocks
    )
    said = _told(times, minutes.value, rounds_given=any(block.rounds for block in main))
    compared = _compared(draft, blocks, exercises)
    return structs.replace(draft, blocks=blocks, allocation=f"{said} {compared}".strip())


def _compared(draft: ArticleDraft, blocks: tuple[DraftBlock, ...], exercises: Mapping[str, Exercise]) -> str:
    """A sentence where the page's minutes and its exercises are far apart."""
    main = sum(_seconds(block, exercises) for block in blocks if block.is_main)
    whole = sum(_seconds(block, exercises) for block in blocks)
    minutes = draft.minutes
    if minutes is None or not main:
        return ""
    least, most = 60 * minutes.least * (1 - _AS_GOOD_AS_TOLD), 60 * minutes.most * (1 + _AS_GOOD_AS_TOLD)
    if main <= most and whole >= least:
        return ""
    shown = f"{round(main) // 60}:{round(main) % 60:02}"
    said = tr("The page says {n} minutes; its exercises with their pauses take about {time}.")
    return said.format(n=minutes.value, time=shown)


def main_seconds(draft: ArticleDraft, exercises: Mapping[str, Exercise]) -> float:
    """How long the main blocks take."""
    return sum(_seconds(block, exercises) for block in draft.blocks if block.is_main)


def _told(times: _Times, minutes: int, *, rounds_given: bool) -> str:
    work = tr("The page gives no seconds for every exercise. {n} seconds each are ours").format(n=times.work)
    if times.rounds > 1 and not rounds_given:
        rounds = ntr("{n} round", "{n} rounds", times.rounds)
        return tr("{work}, in {rounds}, toward its {n} minutes.").format(work=work, rounds=rounds, n=minutes)
    return tr("{work}, toward its {n} minutes.").format(work=work, n=minutes)


def _times(main: list[DraftBlock], total: int, exercises: Mapping[str, Exercise]) -> _Times:
    fixed = any(block.rounds is not None for block in main)
    steps = sum(len(block.steps) for block in main)
    best = _Times(SHORTEST_WORK, 1)
    for rounds in (1,) if fixed else range(1, _MOST_ROUNDS + 1):
        work = LONGEST_WORK
        while work > SHORTEST_WORK and _in_all(main, _Times(work, rounds), exercises) > total:
            work -= 5
        left = total - _in_all(main, _Times(work, rounds), exercises)
        if left < 0 and rounds > 1:
            break
        best = _spread(main, _Times(work, rounds), round(left), fixed=fixed)
        if left <= _LONGEST_PAUSE_ADDED * rounds * steps:
            break
    return best


def _spread(main: list[DraftBlock], times: _Times, left: int, *, fixed: bool) -> _Times:
    """What is left over as pauses: first a breather between the rounds, then before each move."""
    breather = 0
    if left <= 0:
        return times
    if times.rounds > 1 and len(main) == 1 and main[0].rest_between is None:
        breather = min(_BREATHER, left // (times.rounds - 1))
        left -= breather * (times.rounds - 1)
    rounds = times.rounds if not fixed else max((block.rounds.value if block.rounds else 1) for block in main)
    places = [step for block in main for n, step in enumerate(block.steps) if n and step.gap is None]
    each_round = left // rounds
    most = 2 * _BREATHER
    added = tuple(
        min(most, each_round // len(places) + (1 if n < each_round % len(places) else 0)) for n in range(len(places))
    )
    return structs.replace(times, breather=breather, added=added)


def _in_all(main: list[DraftBlock], times: _Times, exercises: Mapping[str, Exercise]) -> float:
    return sum(_seconds(_with_times(block, times, exercises, "", ""), exercises) for block in main)


def _with_times(
    block: DraftBlock, times: _Times, exercises: Mapping[str, Exercise], sentence: str, why: str
) -> DraftBlock:
    added = list(times.added)
    steps = []
    for n, step in enumerate(block.steps):
        gap = step.gap
        if gap is None:
            more = added.pop(0) if n and added else 0
            gap = Read(_usual_gap(block.steps, n, exercises) + more, sentence, inferred=True, why=tr("time to get set"))
        seconds = step.seconds if step.has_length else Read(times.work, sentence, inferred=True, why=why)
        steps.append(structs.replace(step, seconds=seconds, gap=gap))
    rounds = block.rounds or (Read(times.rounds, sentence, inferred=True, why=why) if times.rounds > 1 else None)
    between = block.rest_between
    if between is None and rounds is not None and rounds.value > 1:
        between = Read(
            steps[0].gap.value + times.breather if steps[0].gap else times.breather, sentence, inferred=True, why=why
        )
    return structs.replace(block, steps=tuple(steps), rounds=rounds, rest_between=between)


def _by_default(block: DraftBlock, exercises: Mapping[str, Exercise]) -> DraftBlock:
    """Lengths and pauses by custom, where the page says none and no minutes are to be kept."""
    steps = []
    why = tr("the page doesn't say how long")
    for n, step in enumerate(block.steps):
        usual = _USUAL_WORK if block.is_main else _USUAL_STRETCH
        seconds = step.seconds if step.has_length else Read(usual, inferred=True, why=why)
        gap = step.gap or Read(_usual_gap(block.steps, n, exercises), inferred=True, why=tr("time to get set"))
        steps.append(structs.replace(step, seconds=seconds, gap=gap))
    between = block.rest_between
    if between is None and block.rounds is not None and block.rounds.value > 1:
        between = steps[0].gap
    return structs.replace(block, steps=tuple(steps), rest_between=between)


def _usual_gap(steps: tuple[DraftStep, ...], n: int, exercises: Mapping[str, Exercise]) -> int:
    """Seconds to get set, by the change: as the timeline has it for steps that say none."""
    here = _exercise(steps[n], exercises)
    before = _exercise(steps[n - 1], exercises) if n else None
    if here is None:
        return NEW_POSTURE
    at_hand = {need.item for need in before.needs} if before else set()
    if any(not need.optional and need.item not in at_hand for need in here.needs):
        return NEW_EQUIPMENT
    return SAME_POSTURE if before is not None and before.posture is here.posture else NEW_POSTURE


def _exercise(step: DraftStep, exercises: Mapping[str, Exercise]) -> Exercise | None:
    return exercises.get(step.match.exercise) if step.match else None


def is_two_sided(step: DraftStep, exercises: Mapping[str, Exercise]) -> bool:
    """Whether the step is done on one side and then the other, for the full time each."""
    exercise = _exercise(step, exercises)
    return exercise.sides is Sides.EACH if exercise is not None else step.each_side is not None


def _seconds(block: DraftBlock, exercises: Mapping[str, Exercise]) -> float:
    once = 0.0
    for step in block.steps:
        exercise = _exercise(step, exercises)
        tempo = exercise.tempo.seconds if exercise is not None else REP_ESTIMATE
        work = float(step.seconds.value) if step.seconds else (step.reps.value * tempo if step.reps else _OPEN_ESTIMATE)
        two_sided = is_two_sided(step, exercises) and step.open is None
        once += (2 * work + SWITCH if two_sided else work) + (step.gap.value if step.gap else 0)
    rounds = block.rounds.value if block.rounds else 1
    first = block.steps[0].gap.value if block.steps[0].gap else 0
    between = block.rest_between.value if block.rest_between else first
    return rounds * once - (rounds - 1) * first + (rounds - 1) * between
