"""The routine's file, with what was read and what was inferred as comments beside the values."""

from collections.abc import Iterator, Mapping

from trainer.core.exercise import Exercise
from trainer.core.routine import Routine
from trainer.language import tr
from trainer.library.article.draft import ArticleDraft, DraftBlock, DraftStep, Read
from trainer.library.article.draft_routine import MadeRoutine
from trainer.library.article.names import MatchKind
from trainer.library.article.words import shortened, tidy
from trainer.library.routine_toml import routine_text

_LONGEST = 220  # characters of a sentence quoted in a comment
_MOST_COMMENTED = 150 * 1024  # characters, from which the page's instructions are left out

Comments = Mapping[tuple[str, ...], list[str]]  # by table and key; of a table itself, by table alone


def draft_text(draft: ArticleDraft, made: MadeRoutine, exercises: Mapping[str, Exercise], source: str) -> str:
    """The file as the person finds it. `exercises`: those of the catalogue."""
    routine = made.routine
    comments = _comments(draft, made, exercises, instructions=True)
    if sum(len(line) for lines in comments.values() for line in lines) > _MOST_COMMENTED:
        comments = _comments(draft, made, exercises, instructions=False)
    head = [
        tr("Read from {source}.").format(source=source),
        tr(
            'Where it says "inferred", the page doesn\'t give the value in so many words. '
            "The sentence it comes from stands beside it."
        ),
        tr("Change what you like: this file is yours."),
    ]
    head += [tr("not understood: {words}").format(words=words) for words in draft.not_understood]
    return "".join(f"# {_safe(line)}\n" for line in head) + _commented(routine, comments)


def _commented(routine: Routine, comments: Comments) -> str:
    """The routine's text, each comment above the line it speaks of."""
    lines: list[str] = []
    table: tuple[str, ...] = ()
    block = step = -1
    for line in routine_text(routine).splitlines():
        if line == "[claim]":
            table = ("claim",)
        elif line == "[[block]]":
            block, step = block + 1, -1
            table = ("block", str(block))
        elif line == "[[block.step]]":
            step += 1
            table = ("block", str(block), "step", str(step))
        key = table if line.startswith("[") else (*table, line.partition(" = ")[0])
        lines += [f"# {_safe(comment)}" for comment in comments.get(key, [])]
        lines.append(line)
    return "\n".join(lines) + "\n"


def _comments(
    draft: ArticleDraft, made: MadeRoutine, exercises: Mapping[str, Exercise], *, instructions: bool
) -> dict[tuple[str, ...], list[str]]:
    found: dict[tuple[str, ...], list[str]] = {}
    if draft.title.inferred:
        found["name",] = [origin(draft.title)]
    if draft.focus:
        found["focus",] = list(dict.fromkeys(_said(said.sentence, inferred=said.inferred) for said in draft.focus))
    if draft.types:
        found["type",] = list(dict.fromkeys(_said(said.sentence, inferred=said.inferred) for said in draft.types))
    if draft.level:
        found["difficulty",] = [origin(draft.level)]
    if draft.equipment:
        found["name",] = [*found.get(("name",), []), *equipment_lines(draft)]
    if draft.minutes:
        found["claim", "minutes"] = [_said(draft.minutes.sentence, inferred=draft.minutes.inferred)]
    if draft.calories:
        key = "kcal_low" if draft.calories.low is not None else "kcal_high"
        found["claim", key] = [_said(draft.calories.sentence, inferred=False)]
    at = 0
    for b, block in enumerate(draft.blocks):
        where = ("block", str(b))
        _block_comments(found, where, block)
        for s, step in enumerate(block.steps):
            new = next((own for own in made.new if own.id == made.exercise_of[at]), None)
            known = exercises.get(made.exercise_of[at])
            after = block.steps[s + 1].gap if s + 1 < len(block.steps) else step.rest
            found[*where, "step", str(s)] = list(_step_comments(step, known, new, instructions=instructions))
            _value_comments(found, (*where, "step", str(s)), step, after)
            at += 1
    return found


def _value_comments(
    found: dict[tuple[str, ...], list[str]], where: tuple[str, ...], step: DraftStep, after: Read[int] | None
) -> None:
    for key, value in (("seconds", step.seconds), ("reps", step.reps), ("get_ready", step.gap), ("rest", after)):
        if value is not None and (value.inferred or value.sentence):
            found[*where, key] = [origin(value)]


def _block_comments(found: dict[tuple[str, ...], list[str]], where: tuple[str, ...], block: DraftBlock) -> None:
    if block.rounds is not None:
        found[*where, "rounds"] = [origin(block.rounds)]
    if block.rest_between is not None:
        key = "rest_between_rounds"
        found[*where, key] = [origin(block.rest_between)]


def _step_comments(
    step: DraftStep, known: Exercise | None, new: Exercise | None, *, instructions: bool
) -> Iterator[str]:
    yield match_line(step, known)
    if new is not None:
        yield tr("inferred for want of anything better: MET {value} by code {code}, no muscles, no picture").format(
            value=new.met.value, code=new.met.code
        )
    if instructions:
        for line in step.lines:
            yield f"  {line.kind.value}: {line.text}"


def match_line(step: DraftStep, known: Exercise | None) -> str:
    """How the page's name was matched."""
    if step.match is None or known is None:
        return tr('"{name}" is not in the catalogue: an exercise of your own, in words').format(name=step.name)
    if step.match.kind is MatchKind.NAME and step.name.casefold() == known.name.casefold():
        return tr('"{name}"').format(name=step.name)
    if step.match.kind is MatchKind.FUZZY:
        said = tr('inferred: "{name}" is taken for {exercise} ("{words}")')
        if step.match.left_over:
            said = tr('inferred: "{name}" is taken for {exercise} ("{words}", without "{left_over}")')
        return said.format(name=step.name, exercise=known.name, words=step.match.words, left_over=step.match.left_over)
    return tr('"{name}" is {exercise} ("{words}")').format(name=step.name, exercise=known.name, words=step.match.words)


def equipment_lines(draft: ArticleDraft) -> list[str]:
    """A line for each thing: listed, needed by the text alone, or serving instead."""
    lines = []
    for thing in draft.equipment:
        if thing.instead:
            said = tr("serves instead: {thing}, from: {sentence}")
        elif thing.listed:
            said = tr("equipment: {thing}, from: {sentence}")
        else:
            said = tr("only its text needs it: {thing}, inferred from: {sentence}")
        lines.append(said.format(thing=thing.name, sentence=quoted(thing.sentence)))
    return lines


def origin(read: Read[int] | Read[str] | Read[bool]) -> str:
    """Where a value comes from: the page's sentence, and why where it is inferred."""
    if not read.inferred:
        return _said(read.sentence, inferred=False)
    if not read.sentence:
        return tr("inferred: {why}").format(why=read.why)
    return tr("inferred: {why}; the page: {sentence}").format(why=read.why, sentence=quoted(read.sentence))


def _said(sentence: str, *, inferred: bool) -> str:
    if inferred:
        return tr("inferred from: {sentence}").format(sentence=quoted(sentence))
    return tr("the page: {sentence}").format(sentence=quoted(sentence))


def quoted(sentence: str) -> str:
    """A sentence between quotes, on one line and not too long."""
    return f'"{shortened(tidy(sentence), _LONGEST)}"'


def _safe(comment: str) -> str:
    """One line that TOML lets stand in a comment."""
    return "".join(char for char in comment if char.isprintable()).rstrip()
