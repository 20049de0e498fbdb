"""Writing a changed routine into its file so that a person's comments, order and spelling stay.

The text is taken apart into pieces, one for each table with the comment lines right above it. A step or block that was
moved takes its piece along; within a piece tomlkit sets the values that differ and leaves the rest as it is.
"""

import re
from collections.abc import Mapping
from pathlib import Path

import tomlkit
from msgspec import Struct, convert, structs
from tomlkit.exceptions import TOMLKitError

from trainer.atomic_file import write_atomically
from trainer.core.exercise import Exercise
from trainer.core.routine import Routine, Step, StepSet
from trainer.language import tr
from trainer.library.problem import FileProblem, LibraryError
from trainer.library.routine_file import checked_routine
from trainer.library.routine_pieces import Piece, Pieces, matched_blocks, matched_steps, taken_apart
from trainer.library.routine_toml import plain_fields, routine_text, table_text
from trainer.library.toml_file import parse_toml


def merged_text(text: str, routine: Routine) -> str:
    """`text`, a routine's file, with its values as in `routine`; what is the same stays byte for byte.

    Where a file is written in a way that can't be kept (blocks as inline tables, say), the routine in plain form.
    """
    try:
        before = convert(tomlkit.parse(text).unwrap(), Routine)
        pieces = taken_apart(text, before)
        merged = _merged(pieces, before, routine) if pieces is not None else ""
        if merged and convert(tomlkit.parse(merged).unwrap(), Routine) == routine:
            return merged
    except (TOMLKitError, ValueError, RecursionError):
        pass  # whatever tomlkit or msgspec can't make sense of
    return routine_text(routine)


def save_routine(routine: Routine, path: Path, exercises: Mapping[str, Exercise], *, like: Path | None = None) -> bytes:
    """Write the routine into the file at `path`; the file as it was stays beside it as `<name>.bak`.

    `like`: where there is no file yet, the one whose comments and order it begins with.
    Returns what the file holds now. Raises LibraryError: the routine can't be trained as it is, the disk refuses.
    """
    try:
        known = path.read_bytes() if path.exists() else b""
        begun = known or (like.read_bytes() if like is not None and like.is_file() else b"")
        text = begun.decode("utf-8-sig", errors="replace")
        windows = "\r\n" in text
        new = merged_text(text.replace("\r\n", "\n"), routine) if begun else routine_text(routine)
        checked_routine(parse_toml(path, new), exercises)
        content = (new.replace("\n", "\r\n") if windows else new).encode()
        if content == known:
            return known
        if known:
            write_atomically(path.with_name(f"{path.name}.bak"), known)
        write_atomically(path, content)
    except OSError as error:
        said = tr("the routine can't be kept here: {reason}").format(reason=error.strerror or type(error).__name__)
        raise LibraryError(FileProblem(str(path), said)) from None
    return content


def _merged(pieces: Pieces, before: Routine, now: Routine) -> str:
    """The pieces in their new order, changed where they differ; what is new in plain form."""
    parts = [_changed(pieces.root, before, now)]
    claim = []
    if now.claim is not None:
        known = pieces.claim is not None and before.claim is not None
        claim = [_changed(pieces.claim, before.claim, now.claim) if known else _plain("[claim]", now.claim)]
    if not pieces.claim_is_last:
        parts += claim
    block_of = matched_blocks(before, now)
    step_of = matched_steps(before, now, block_of)
    for b, block in enumerate(now.blocks):
        old = block_of[b]
        if old is None:
            parts.append(_with_sets(_plain("[[block]]", block), (), block.sets))
        else:
            changed = _changed(pieces.blocks[old], before.blocks[old], block)
            parts.append(_with_sets(changed, before.blocks[old].sets, block.sets))
        for s, step in enumerate(block.steps):
            place = step_of[b][s]
            if place is None:
                parts.append(_with_rounds(_plain("[[block.step]]", step), structs.replace(step, by_round=()), step))
            else:
                old_step = before.blocks[place[0]].steps[place[1]]
                parts.append(_changed(_with_rounds(pieces.steps[place], old_step, step), old_step, step))
    if pieces.claim_is_last:
        parts += claim
    return _joined(parts, pieces.tail)


def _plain(header: str, struct: Struct) -> Piece:
    return Piece("\n".join([header, *table_text(struct)]) + "\n")


def _changed(piece: Piece | None, before: Struct | None, now: Struct) -> Piece:
    """A piece of the file with the values of `now`."""
    if piece is None or before is None:
        raise ValueError(now)
    old, new = plain_fields(before), plain_fields(now)
    if old == new:
        return piece
    head, body, rest = _split(piece.text)
    table = tomlkit.parse(body)
    for key, value in new.items():
        if key not in old or old[key] != value:
            table[key] = list(value) if isinstance(value, tuple) else value
    for key in old.keys() - new.keys():
        table.remove(key)
    said = tomlkit.dumps(table)
    return Piece(head + said + ("" if said.endswith("\n") or not said else "\n") + rest, piece.number)


def _with_sets(piece: Piece, before: tuple[StepSet, ...], now: tuple[StepSet, ...]) -> Piece:
    """A block's piece with the sets of `now`; the table of a set that is the same stays as it is written."""
    if before == now:
        return piece
    head, *tables = re.split(r"(?m)^(?=[ \t]*\[\[block\.set\]\])", piece.text)
    if len(tables) != len(before):
        raise ValueError(piece)  # not written as tables of their own
    written = dict(zip(before, tables, strict=True))
    texts = [head, *(written.get(one) or _plain("[[block.set]]", one).text for one in now)]
    return Piece("\n\n".join(text.rstrip("\n") for text in texts) + "\n\n", piece.number)


def _with_rounds(piece: Piece, before: Step, now: Step) -> Piece:
    """A step's piece with the changes from round to round of `now`; those that are the same stay as written."""
    if before.by_round == now.by_round:
        return piece
    text = re.split(r"(?m)^[ \t]*\[\[block\.step\.by_round\]\]", piece.text)[0]
    head, body, rest = _split(text)
    table = tomlkit.parse(body)
    if "by_round" in table:
        table.remove("by_round")
    text = head + tomlkit.dumps(table) + rest
    if now.by_round:
        tables = [_plain("[[block.step.by_round]]", change).text for change in now.by_round]
        text = "\n\n".join(part.rstrip("\n") for part in (text, *tables)) + "\n\n"
    return Piece(text, piece.number)


def _split(piece: str) -> tuple[str, str, str]:
    """What stands before a piece's values (comments, header), the values, and blank and comment lines after them."""
    lines = piece.splitlines(keepends=True)
    first = 0
    while first < len(lines) and (not lines[first].strip() or lines[first].lstrip().startswith("#")):
        first += 1
    if first < len(lines) and lines[first].lstrip().startswith("["):
        first += 1
        # What a step or block holds in tables of its own is kept as it is.
        last = next((n for n in range(first, len(lines)) if lines[n].lstrip().startswith("[[")), len(lines))
    else:
        last = len(lines)
    while last > first and (not lines[last - 1].strip() or lines[last - 1].lstrip().startswith("#")):
        last -= 1
    return "".join(lines[:first]), "".join(lines[first:last]), "".join(lines[last:])


def _joined(parts: list[Piece], tail: str) -> str:
    """The pieces one after another; an empty line between two that weren't neighbours before, none at the end."""
    text = ""
    before: int | None = None
    for piece in parts:
        if text and (piece.number is None or before is None or piece.number != before + 1):
            text = text.rstrip("\n") + "\n\n"
        elif text and not text.endswith("\n"):
            text += "\n"
        text += piece.text
        before = piece.number
    untouched_end = [piece.number for piece in parts] == list(range(len(parts)))
    return (text if untouched_end else text.rstrip("\n") + "\n") + tail
