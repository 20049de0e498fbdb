"""What was understood of a page, for reading: found, inferred from which sentence, not understood."""

from collections.abc import Iterator, Mapping

from trainer.core.exercise import Exercise
from trainer.language import ntr, tr
from trainer.library.article.draft import ArticleDraft, DraftBlock, DraftStep
from trainer.library.article.draft_file import equipment_lines, match_line, origin
from trainer.library.article.draft_routine import MadeRoutine
from trainer.library.article.words import shortened, tidy


def report_lines(draft: ArticleDraft, made: MadeRoutine, exercises: Mapping[str, Exercise]) -> Iterator[str]:
    """The report, line by line."""
    yield draft.title.value
    yield from (f"  {line}" for line in _fact_lines(draft))
    if draft.equipment:
        yield tr("Equipment")
        yield from (f"  {line}" for line in equipment_lines(draft))
    for title, advice in ((tr("Warm-up advice"), draft.warm_up), (tr("Stretch advice"), draft.stretch)):
        if advice:
            yield title
            yield from (f"  {shortened(tidy(sentence), 220)}" for sentence in advice)
    at = 0
    for block in draft.blocks:
        yield _block_line(block)
        for step in block.steps:
            known = exercises.get(made.exercise_of[at])
            at += 1
            yield f"  {at}. {match_line(step, known)}"
            yield f"     {length_line(step)}"
            yield from (f"     {line.kind.value}: {shortened(line.text, 200)}" for line in step.lines)
    if draft.allocation:
        yield tr("Minutes")
        yield f"  {draft.allocation}"
    if draft.not_understood:
        yield tr("Not understood")
        yield from (f"  {words}" for words in draft.not_understood)
    if draft.left_out:
        left_out = ntr(
            "{n} character of the page around it was left out.",
            "{n} characters of the page around it were left out.",
            draft.left_out,
        )
        yield left_out


def _fact_lines(draft: ArticleDraft) -> Iterator[str]:
    if draft.title.inferred:
        yield origin(draft.title)
    if draft.minutes:
        minutes = ntr("{n} minute", "{n} minutes", draft.minutes.value)
        yield _with_source(minutes, draft.minutes.sentence, inferred=draft.minutes.inferred)
    else:
        yield tr("no minutes found")
    if draft.calories:
        low, high = draft.calories.low, draft.calories.high
        amount = (
            tr("up to {high} kcal").format(high=high)
            if low is None
            else tr("{low}–{high} kcal").format(low=low, high=high)
        )
        claimed = tr("{amount}, a claim of the page").format(amount=amount)
        yield _with_source(claimed, draft.calories.sentence, inferred=False)
    for said in draft.focus:
        yield _with_source(tr("focus: {words}").format(words=said.value), said.sentence, inferred=said.inferred)
    for said in draft.types:
        yield _with_source(tr("type: {words}").format(words=said.value), said.sentence, inferred=said.inferred)
    if draft.level:
        level = tr("level {n} of 5").format(n=draft.level.value)
        yield _with_source(level, draft.level.sentence, inferred=True)


def _with_source(value: str, sentence: str, *, inferred: bool) -> str:
    quoted = f'"{shortened(tidy(sentence), 160)}"'
    if inferred:
        return tr("{value} – inferred from {sentence}").format(value=value, sentence=quoted)
    return tr("{value} – {sentence}").format(value=value, sentence=quoted)


def _block_line(block: DraftBlock) -> str:
    if block.rounds is None or block.rounds.value == 1:
        return block.name
    rounds = ntr("{n} round", "{n} rounds", block.rounds.value)
    return tr("{block}, {rounds} – {why}").format(block=block.name, rounds=rounds, why=origin(block.rounds))


def length_line(step: DraftStep) -> str:
    """How long or how often, and where that is from."""
    why = length_origin(step)
    if step.seconds is not None:
        return tr("{n} s – {why}").format(n=step.seconds.value, why=why)
    if step.reps is not None:
        times = ntr("{n} time", "{n} times", step.reps.value)
        return tr("{times} – {why}").format(times=times, why=why)
    return tr("as long as you like – {why}").format(why=why)


def length_origin(step: DraftStep) -> str:
    """Where the length is from."""
    length = step.seconds or step.reps or step.open
    return origin(length) if length is not None else ""
