"""What the import dialog shows of an article that was read. Pure: values in, values out."""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from trainer.core.exercise import Exercise, Sides
from trainer.language import ntr, tr
from trainer.library.article.draft import ArticleDraft, DraftBlock, DraftStep
from trainer.library.article.draft_file import match_line, origin, quoted
from trainer.library.article.equipment import Thing
from trainer.library.article.names import MatchKind
from trainer.library.article.report import length_origin
from trainer.library.article_import import ReadArticle, with_own
from trainer.ui.widgets.tag import TagKind


class StepRow(Struct, frozen=True):
    """A step as it will be trained, and the page's words for it."""

    number: int
    name: str
    length: str  # "60 s"
    tag: str
    tag_kind: TagKind
    detail: str  # the words matched, and where the length is from

    @property
    def spoken(self) -> str:
        """The row in one sentence; it begins with the exercise's name."""
        return ", ".join(part for part in (self.name, self.length, self.tag, self.detail) if part)


class BlockRows(Struct, frozen=True):
    """A block and its steps."""

    title: str
    steps: tuple[StepRow, ...]


class Preview(Struct, frozen=True):
    """Everything the preview says."""

    title: str
    facts: str  # "25 minutes · upper body, core · low impact"
    claim: str
    blocks: tuple[BlockRows, ...]
    equipment: tuple[str, ...]
    remarks: tuple[str, ...]


def preview_of(article: ReadArticle, exercises: Mapping[str, Exercise]) -> Preview:
    """Word an article. `exercises`: the catalogue's."""
    draft = article.draft
    known = with_own(exercises, article)
    new = {own.id for own in article.made.new}
    blocks = []
    at = 0
    for block in draft.blocks:
        rows = []
        for step in block.steps:
            exercise = known[article.made.exercise_of[at]]
            at += 1
            rows.append(_row(at, step, exercise, is_new=exercise.id in new))
        blocks.append(BlockRows(_block_title(block), tuple(rows)))
    return Preview(
        title=draft.title.value,
        facts=_facts(draft),
        claim=_claim(draft),
        blocks=tuple(blocks),
        equipment=tuple(_thing_line(thing) for thing in draft.equipment),
        remarks=tuple(_remarks(draft, article)),
    )


def _row(number: int, step: DraftStep, exercise: Exercise, *, is_new: bool) -> StepRow:
    tag, kind = "", TagKind.PLAIN
    if is_new:
        tag, kind = tr("your own, in words"), TagKind.CHECK
    elif step.match is not None and step.match.kind is MatchKind.FUZZY:
        tag, kind = tr("taken for it"), TagKind.CHANGED
    details = [length_origin(step)]
    if is_new or step.name.casefold() != exercise.name.casefold():
        details.insert(0, match_line(step, exercise if step.match is not None else None))
    return StepRow(number, exercise.name, _length(step, exercise), tag, kind, "\n".join(details))


def _length(step: DraftStep, exercise: Exercise) -> str:
    if step.seconds is not None:
        if exercise.sides is Sides.EACH:
            return tr("2 × {n} s").format(n=step.seconds.value)
        return tr("{n} s").format(n=step.seconds.value)
    if step.reps is not None:
        return ntr("{n} time", "{n} times", step.reps.value)
    return tr("as long as you like")


def _block_title(block: DraftBlock) -> str:
    if block.rounds is None or block.rounds.value == 1:
        return block.name
    rounds = ntr("{n} round", "{n} rounds", block.rounds.value)
    return tr("{block}, {rounds}").format(block=block.name, rounds=rounds)


def _facts(draft: ArticleDraft) -> str:
    minutes = ""
    if draft.minutes is not None:
        minutes = ntr("{n} minute", "{n} minutes", draft.minutes.value)
    focus = ", ".join(said.value for said in draft.focus)
    types = ", ".join(said.value for said in draft.types)
    return " \N{MIDDLE DOT} ".join(part for part in (minutes, focus, types) if part)


def _claim(draft: ArticleDraft) -> str:
    calories = draft.calories
    if calories is None:
        return ""
    if calories.low is None:
        return tr("The page claims up to {high} kcal.").format(high=calories.high)
    return tr("The page claims {low}–{high} kcal.").format(low=calories.low, high=calories.high)


def _thing_line(thing: Thing) -> str:
    """A thing, whether the page lists it, and where it says so."""
    if thing.instead:
        said = tr("{thing}, to serve instead: {sentence}")
    elif thing.listed:
        said = tr("{thing}: {sentence}")
    else:
        said = tr("{thing}, inferred from what only the text says: {sentence}")
    return said.format(thing=thing.name, sentence=quoted(thing.sentence))


def _remarks(draft: ArticleDraft, article: ReadArticle) -> Iterator[str]:
    """What to look at before saving: what is ours, what is unknown, what was not understood."""
    if draft.minutes is None:
        yield tr("The page says no minutes.")
    elif draft.minutes.inferred:
        yield tr('The minutes are inferred from "{sentence}"').format(sentence=draft.minutes.sentence)
    if draft.title.inferred:
        yield tr("The page has no title.")
    if draft.allocation:
        yield draft.allocation
    yield from (
        tr("Rounds of {block}: {why}").format(block=block.name, why=origin(block.rounds))
        for block in draft.blocks
        if block.rounds is not None and block.rounds.inferred
    )
    new = len(article.made.new)
    if new:
        yield ntr(
            "{n} exercise is not in the catalogue: it becomes one of your own, with the page's words and no picture.",
            "{n} exercises are not in the catalogue: they become your own, with the page's words and no picture.",
            new,
        )
    yield from (f"{sentence}" for sentence in draft.warm_up[:1])
    yield from (f"{sentence}" for sentence in draft.stretch[:1] if sentence not in draft.warm_up)
    if draft.not_understood:
        yield tr("Not understood: {words}").format(words=", ".join(draft.not_understood))
