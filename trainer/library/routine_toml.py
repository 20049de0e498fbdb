"""Routines as TOML text: what `read_routine` reads, in the form resources/README.md shows."""

import json
from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from typing import Any

from msgspec import Struct, structs

from trainer.atomic_file import write_atomically
from trainer.core.routine import Routine
from trainer.language import tr
from trainer.library.problem import FileProblem, LibraryError


def routine_text(routine: Routine) -> str:
    """The routine as a file says it; what is as by default is left out."""
    parts = [table_text(routine)]
    if routine.claim is not None:
        parts.append(["[claim]", *table_text(routine.claim)])
    for block in routine.blocks:
        parts.append(["[[block]]", *table_text(block)])
        parts += (["[[block.set]]", *table_text(one)] for one in block.sets)
        for step in block.steps:
            parts.append(["[[block.step]]", *table_text(step)])
            parts += (["[[block.step.by_round]]", *table_text(change)] for change in step.by_round)
    return "\n\n".join("\n".join(part) for part in parts) + "\n"


def write_routine(routine: Routine, path: Path) -> None:
    """Write the routine's file at `path`; what was there stays beside it as `<name>.bak`. Raises LibraryError."""
    try:
        if path.exists():
            write_atomically(path.with_name(f"{path.name}.bak"), path.read_bytes())
        write_atomically(path, routine_text(routine).encode())
    except OSError as error:
        said = tr("the routine can't be kept here: {reason}").format(reason=error.strerror or type(error).__name__)
        raise LibraryError(FileProblem(str(path), said)) from None


def table_text(struct: Struct) -> list[str]:
    """`key = value` of every field that holds no table and isn't as by default."""
    return [f"{key} = {_value(value)}" for key, value in _fields(struct)]


def plain_fields(struct: Struct) -> dict[str, Any]:
    """The values of those fields by their keys in the file, enums as their words."""
    return {key: _plain(value) for key, value in _fields(struct)}


def _fields(struct: Struct) -> Iterator[tuple[str, Any]]:
    for field in structs.fields(struct):
        value = getattr(struct, field.name)
        holds_tables = isinstance(value, Struct) or (
            isinstance(value, tuple) and any(isinstance(v, Struct) for v in value)
        )
        if value != field.default and not holds_tables:
            yield field.encode_name, value


def _plain(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    return tuple(_plain(inner) for inner in value) if isinstance(value, tuple) else value


def _value(value: object) -> str:
    match value:
        case Enum():
            return _value(value.value)
        case bool():
            return "true" if value else "false"
        case str():
            # JSON's escapes are TOML's, but for DEL, which TOML wants escaped too.
            return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
        case tuple():
            return f"[{', '.join(_value(inner) for inner in value)}]"
        case _:
            return str(value)
