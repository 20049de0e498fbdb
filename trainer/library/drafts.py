"""Drafts: routines as they stand in the editor, kept at every change, so that a crash loses nothing."""

import hashlib
from pathlib import Path

import msgspec
from msgspec import Struct

from trainer.atomic_file import write_atomically
from trainer.core.routine import Routine
from trainer.language import tr
from trainer.library.problem import FileProblem, LibraryError

_SUFFIX = ".draft.json"
_MOST_BYTES = 1024 * 1024


class Draft(Struct, frozen=True):
    """A routine being edited, and the file it is to be saved into.

    `file` empty: it has none yet; it then begins with the text of `like`, the file it was copied from. `seen` is the
    fingerprint of the file as the editor last read or wrote it.
    """

    routine: Routine
    file: str = ""
    seen: str = ""
    like: str = ""


def fingerprint(content: bytes) -> str:
    """What tells one content of a file from another."""
    return hashlib.sha256(content).hexdigest()


def fingerprint_of(path: Path) -> str:
    """Of the file as it is now; empty where there is none or it can't be read."""
    try:
        return fingerprint(path.read_bytes())
    except OSError:
        return ""


def keep_draft(folder: Path, draft: Draft) -> None:
    """Write the draft; it is on the disk when this returns. Raises LibraryError."""
    path = _path(folder, draft.routine.id)
    try:
        write_atomically(path, msgspec.json.format(msgspec.json.encode(draft), indent=1))
    except OSError as error:
        reason = error.strerror or type(error).__name__
        said = tr("the draft can't be kept: {reason}").format(reason=reason)
        raise LibraryError(FileProblem(str(path), said)) from None


def drop_draft(folder: Path, routine_id: str) -> None:
    """Forget the draft of that routine, if there is one. Raises LibraryError."""
    path = _path(folder, routine_id)
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        said = tr("the draft can't be removed: {reason}").format(reason=reason)
        raise LibraryError(FileProblem(str(path), said)) from None


def kept_drafts(folder: Path) -> tuple[Draft, ...]:
    """Every draft that can be read, the latest first. What can't be read stays where it is."""
    found: list[tuple[float, Draft]] = []
    for path in folder.glob(f"*{_SUFFIX}"):
        try:
            if path.stat().st_size > _MOST_BYTES:
                continue
            draft = msgspec.json.decode(path.read_bytes(), type=Draft)
            if path == _path(folder, draft.routine.id):  # else it would be kept and dropped somewhere else
                found.append((path.stat().st_mtime, draft))
        except (OSError, msgspec.DecodeError, RecursionError, UnicodeDecodeError):
            continue
    return tuple(draft for _, draft in sorted(found, key=lambda item: (-item[0], item[1].routine.id)))


def _path(folder: Path, routine_id: str) -> Path:
    return folder / f"{routine_id}{_SUFFIX}"
