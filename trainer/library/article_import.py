"""An article read, shown and taken in: its routine into the person's folder, its unknown exercises beside it."""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from trainer.atomic_file import write_new
from trainer.core.exercise import Exercise
from trainer.language import tr
from trainer.library.article.draft import ArticleDraft
from trainer.library.article.draft_file import draft_text
from trainer.library.article.draft_routine import MadeRoutine, made_routine
from trainer.library.article.exercise_text import exercise_text
from trainer.library.article.reading import read_draft
from trainer.library.catalogue import Catalogue, RoutineEntry
from trainer.library.problem import FileProblem, LibraryError
from trainer.library.routine_checks import id_flaws
from trainer.library.routine_file import checked_routine
from trainer.library.toml_file import parse_toml


class ReadArticle(Struct, frozen=True):
    """An article understood: the draft, the routine it makes, and the files' texts. Nothing is written yet."""

    draft: ArticleDraft
    made: MadeRoutine
    text: str  # of the routine's file
    exercise_texts: Mapping[str, str]  # by the id of each new exercise


def read_article_text(
    text: str, name: str, source: str, catalogue: Catalogue, *, new_id: str | None = None
) -> ReadArticle:
    """Read an article's text. `name`: what a problem calls it; `source`: what its claims are said to come from.

    Raises LibraryError: no workout in it, a `new_id` that is none or is taken.
    """
    draft = read_draft(text, catalogue.exercises, name)
    taken = frozenset(entry.routine.id for entry in catalogue.routines)
    if new_id is not None:
        for flaw in id_flaws(new_id):
            raise LibraryError(FileProblem(name, flaw.what, flaw.wanted, tr("the new id")))
        if new_id in taken:
            said = tr('the id "{id}" is taken').format(id=new_id)
            raise LibraryError(FileProblem(name, said, tr("give this one an id of its own"), tr("the new id")))
    made = made_routine(draft, catalogue.exercises, catalogue.equipment, taken, source=source, new_id=new_id)
    everything = {**catalogue.exercises, **{own.id: own for own in made.new}}
    file = draft_text(draft, made, everything, source)
    steps = dict(zip(made.exercise_of, draft.steps, strict=True))
    texts = {own.id: exercise_text(own, steps[own.id], source) for own in made.new}
    checked_routine(parse_toml(Path(name), file), everything)  # a draft that can't be trained is none
    return ReadArticle(draft, made, file, texts)


def save_article(article: ReadArticle, routines: Path, exercises: Path) -> RoutineEntry:
    """Write the routine's file and those of its own exercises, never over another. Returns what is there now.

    Raises LibraryError where a folder can't be written; then nothing of it is left behind.
    """
    for own in article.made.new:
        if (exercises / f"{own.id}.toml").exists():  # its file must be called after it
            said = tr("this exercise lies there already, but can't be read")
            raise LibraryError(FileProblem(str(exercises / f"{own.id}.toml"), said, tr("mend it or move it away")))
    written: list[Path] = []
    try:
        for own_id, text in article.exercise_texts.items():
            written += [write_new(exercises, own_id, ".toml", text.encode())]
        target = write_new(routines, article.made.routine.id, ".toml", article.text.encode())
    except OSError as error:
        _remove(written)
        said = tr("the routine can't be kept here: {reason}").format(reason=error.strerror or type(error).__name__)
        raise LibraryError(FileProblem(str(routines), said)) from None
    return RoutineEntry(article.made.routine, target, shipped=False)


def with_own(exercises: Mapping[str, Exercise], article: ReadArticle) -> dict[str, Exercise]:
    """The catalogue's exercises and the article's."""
    return {**exercises, **{own.id: own for own in article.made.new}}


def _remove(paths: list[Path]) -> None:
    for path in paths:
        with suppress(OSError):
            path.unlink()
