"""EditorFiles: which file a routine on the desk comes from and goes to, and what lies on the shelf."""

import re
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct, structs

from trainer.core.exercise import Exercise
from trainer.core.routine import Block, BlockKind, Routine
from trainer.core.step_times import routine_times
from trainer.core.turns import turns_of_block
from trainer.language import ntr, tr
from trainer.library.catalogue import Catalogue, RoutineEntry
from trainer.library.drafts import Draft, fingerprint, fingerprint_of, kept_drafts
from trainer.library.routine_checks import LONGEST_NAME
from trainer.library.routine_file import read_routine
from trainer.library.routine_writer import save_routine
from trainer.library.trash import discarded, free_id
from trainer.paths import DataPaths
from trainer.ui.editor.shelf_view import EntryKind, ShelfEntry
from trainer.ui.editor.wording import clock


class Opened(Struct, frozen=True):
    """A routine to be put on the desk. `before`: what its length is compared with; `saved`: as its file has it."""

    draft: Draft
    before: Routine
    saved: Routine | None
    kept: bool = False  # it comes from a draft on the disk


class UnfinishedError(Exception):
    """The routine can't be saved yet; `str()` says in one sentence what is missing."""


def shelf_entries(catalogue: Catalogue, paths: DataPaths) -> list[ShelfEntry]:
    """Everything there is to edit, by kind."""
    exercises = catalogue.exercises
    entries = [
        ShelfEntry(EntryKind.DRAFT, draft.routine.id, draft.routine.name, about(draft.routine, exercises))
        for draft in usable_drafts(paths.drafts, exercises)
    ]
    for entry in catalogue.routines:
        kind = EntryKind.SHIPPED if entry.shipped else EntryKind.OWN
        entries.append(ShelfEntry(kind, entry.routine.id, entry.routine.name, about(entry.routine, exercises)))
    entries += (
        ShelfEntry(EntryKind.TRASH, str(one.path), one.routine.name, about(one.routine, exercises))
        for one in discarded(paths.trash, exercises)
    )
    return entries


def usable_drafts(folder: Path, exercises: Mapping[str, Exercise]) -> tuple[Draft, ...]:
    """The drafts whose exercises are all known, the latest first."""
    return tuple(
        draft
        for draft in kept_drafts(folder)
        if all(_is_known(step.exercise, step.variant, exercises) for b in draft.routine.blocks for step in b.steps)
    )


def about(routine: Routine, exercises: Mapping[str, Exercise]) -> str:
    """A routine in one line: how long, how many steps."""
    steps = sum(len(block.steps) for block in routine.blocks)
    seconds = routine_times(routine, exercises).seconds
    words = [clock(seconds), ntr("{n} step", "{n} steps", steps), ", ".join(routine.focus)]
    return " \N{MIDDLE DOT} ".join(word for word in words if word)


def new_routine(catalogue: Catalogue, paths: DataPaths) -> Opened:
    """An empty routine with one block to fill."""
    routine = Routine(
        format=1,
        id=_free(tr("my-routine"), catalogue, paths),
        name=tr("My routine"),
        blocks=(Block(BlockKind.STRENGTH, tr("Main"), ()),),
    )
    return Opened(Draft(routine), routine, None)


def copied(entry: RoutineEntry, catalogue: Catalogue, paths: DataPaths) -> Opened:
    """A copy of a routine under a name of its own, comments and all."""
    name = tr("{name}, my own").format(name=entry.routine.name)[:LONGEST_NAME]
    copy = structs.replace(entry.routine, id=_free(f"my-{entry.routine.id}", catalogue, paths), name=name)
    return Opened(Draft(copy, like=str(entry.path)), copy, None)


def opened(routine_id: str, catalogue: Catalogue, paths: DataPaths) -> Opened | None:
    """A routine of one's own as it stands: its draft where there is one, else its file."""
    entry = catalogue.routine(routine_id)
    own = entry if entry is not None and not entry.shipped else None
    draft = next(
        (one for one in usable_drafts(paths.drafts, catalogue.exercises) if one.routine.id == routine_id), None
    )
    if draft is not None:
        return Opened(draft, own.routine if own else draft.routine, own.routine if own else None, kept=True)
    if own is None:
        return None
    return Opened(Draft(own.routine, str(own.path), fingerprint_of(own.path)), own.routine, own.routine)


def changed_outside(draft: Draft) -> bool:
    """Whether the draft's file is there and not as the editor last saw it."""
    return bool(draft.file) and fingerprint_of(Path(draft.file)) not in ("", draft.seen)


def save(draft: Draft, catalogue: Catalogue, paths: DataPaths, *, as_another: bool = False) -> Draft:
    """Write a draft into its file, or a new one. Returns it as it is now. Raises LibraryError, UnfinishedError."""
    finish(draft.routine)
    routine, like = draft.routine, draft.like or draft.file
    if as_another or not draft.file:
        taken = catalogue.routine(routine.id)
        fresh = _slug(routine.name) or routine.id
        routine = structs.replace(routine, id=_free(fresh, catalogue, paths, own=routine.id))
        if as_another and taken is not None and taken.routine.name == routine.name:
            routine = structs.replace(routine, name=tr("{name}, again").format(name=routine.name)[:LONGEST_NAME])
        path = paths.routines / f"{routine.id}.toml"
    else:
        path = Path(draft.file)
    content = save_routine(routine, path, catalogue.exercises, like=Path(like) if like else None)
    return Draft(routine, str(path), fingerprint(content))


def theirs(draft: Draft, exercises: Mapping[str, Exercise]) -> Draft:
    """The draft's file as it is now. Raises LibraryError where it can't be used."""
    path = Path(draft.file)
    return Draft(read_routine(path, exercises), draft.file, fingerprint_of(path))


def finish(routine: Routine) -> None:
    """Raise UnfinishedError where something is missing without which a routine can't be trained."""
    if not routine.name.strip():
        raise UnfinishedError(tr("The routine has no name yet: give it one to save it."))
    if not routine.blocks:
        raise UnfinishedError(tr("The routine has no block yet: add one to save it."))
    names = [block.name.strip() for block in routine.blocks]
    for block in routine.blocks:
        name = block.name
        if not name.strip():
            raise UnfinishedError(tr("A block has no name yet: give it one to save the routine."))
        if names.count(name.strip()) > 1:
            raise UnfinishedError(tr("Two blocks are called {name}: give one another name.").format(name=name))
        if not block.steps:
            raise UnfinishedError(tr("{block} has no steps yet: add one, or remove the block.").format(block=name))
    if not any(turns_of_block(block) for block in routine.blocks):
        raise UnfinishedError(tr("Every step is switched off: switch one on to save it."))


def _free(wanted: str, catalogue: Catalogue, paths: DataPaths, *, own: str = "") -> str:
    """An id that no routine, file or other draft than `own` has."""
    drafts = {draft.routine.id for draft in kept_drafts(paths.drafts)} - {own}
    number, routine_id = 2, free_id(wanted, catalogue)
    while routine_id in drafts or (paths.routines / f"{routine_id}.toml").exists():
        routine_id, number = free_id(f"{wanted}-{number}", catalogue), number + 1
    return routine_id


def _slug(name: str) -> str:
    """A name as an id: "Back Day" is back-day; empty where it has no Latin letters."""
    return "-".join(re.findall(r"[a-z0-9]+", name.casefold()))[: LONGEST_NAME - 10].strip("-")


def _is_known(exercise_id: str, variant: str, exercises: Mapping[str, Exercise]) -> bool:
    exercise = exercises.get(exercise_id)
    return exercise is not None and (not variant or exercise.variant(variant) is not None)
