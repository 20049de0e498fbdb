"""Parsed TOML into the values of core, the first thing that doesn't fit as a problem."""

import re
from enum import Enum
from typing import Any, TypeVar, get_args

import msgspec

from trainer.language import tr
from trainer.library.fields import keys_of, type_at, wanted
from trainer.library.problem import FileProblem, LibraryError, printable
from trainer.library.toml_file import TomlFile
from trainer.library.toml_places import FieldPath
from trainer.library.wording import described, nearest, value_at, whole_number_meant

FORMAT = 1

_AT = re.compile(r" - at (?:`key` in )?`(\$[^`]*)`\Z")
_UNKNOWN = re.compile(r"Object contains unknown field `(.*)`\Z", re.DOTALL)
_MISSING = re.compile(r"Object missing required field `(.*)`\Z", re.DOTALL)
_PATH_PART = re.compile(r"\.([A-Za-z0-9_]+)|\[(\d+)\]")

T = TypeVar("T", bound=msgspec.Struct)


def decode(file: TomlFile, struct: type[T]) -> T:
    """The file's data as a `struct`. Raises LibraryError naming the first field that doesn't fit, and its place."""
    _check_format(file)
    try:
        return msgspec.convert(file.data, struct)
    except msgspec.ValidationError as error:
        raise LibraryError(_problem(file, struct, str(error))) from None


def _check_format(file: TomlFile) -> None:
    given = file.data.get("format")
    if given is None:
        problem = file.problem(("format",), tr("missing"), tr("the file must begin with format = 1"))
    elif isinstance(given, bool) or not isinstance(given, int) or given < FORMAT:
        problem = file.problem(("format",), described(given), tr("this must be 1"), fix="1")
    elif given > FORMAT:
        said = tr("format {given} is newer than this Trainer").format(given=described(given))
        problem = file.problem(("format",), said, tr("it reads format 1"))
    else:
        return
    raise LibraryError(problem)


def _problem(file: TomlFile, struct: type[msgspec.Struct], message: str) -> FileProblem:
    at = _AT.search(message)
    said = message[: at.start()] if at else message
    path = _path(at[1]) if at else ()
    if at and ("[...]" in at[1] or "`key` in" in at[0]):
        path, said = _entry_at_fault(file, struct, _path(at[1].partition("[...]")[0]), said)
    if unknown := _UNKNOWN.match(said):
        return _unknown_key(file, struct, path, unknown[1])
    if missing := _MISSING.match(said):
        path = (*path, missing[1])
        return file.problem(path, tr("missing"), wanted(missing[1], type_at(struct, path)))
    kind = type_at(struct, path)
    field = next((key for key in reversed(path) if isinstance(key, str)), "")
    value = value_at(file.data, path)
    return file.problem(path, described(value), wanted(field, kind), fix=_meant(value, kind))


def _entry_at_fault(file: TomlFile, struct: type[msgspec.Struct], table: FieldPath, said: str) -> tuple[FieldPath, str]:
    """Which entry of the table is wrong, and what is wrong with it: msgspec says of a table's entries only "[...]"."""
    key_kind, kind = get_args(type_at(struct, table))
    entries = value_at(file.data, table)
    for key, value in entries.items() if isinstance(entries, dict) else ():
        try:
            msgspec.convert(key, key_kind)
        except msgspec.ValidationError:
            return table, f"Object contains unknown field `{key}`"
        try:
            msgspec.convert(value, kind)
        except msgspec.ValidationError as error:
            at = _AT.search(str(error))
            inner = _path(at[1]) if at else ()
            return (*table, key, *inner), str(error)[: at.start()] if at else str(error)
    return table, said


def _unknown_key(file: TomlFile, struct: type[msgspec.Struct], table: FieldPath, key: str) -> FileProblem:
    known = keys_of(type_at(struct, table))
    given = value_at(file.data, table)
    likely = nearest(key, set(known) - set(given if isinstance(given, dict) else ()))
    if likely is not None:
        meant = tr('"{key}" is likely meant').format(key=likely)
    else:
        meant = tr("this table knows {keys}").format(keys=", ".join(known))
    said = tr('unknown key "{key}"').format(key=printable(key))
    return file.problem((*table, key), said, meant, fix=likely, at_key=True)


def _meant(value: object, kind: Any) -> str | None:
    """The value a person likely meant, as it would stand in the file."""
    if kind is int and isinstance(value, str):
        number = whole_number_meant(value)
        return str(number) if number is not None else None
    if kind is int and isinstance(value, float) and value.is_integer():
        return str(int(value))
    if kind is bool and isinstance(value, str) and value.casefold() in {"yes", "no", "on", "off", "true", "false"}:
        return "true" if value.casefold() in {"yes", "on", "true"} else "false"
    if kind is str and isinstance(value, int | float) and not isinstance(value, bool):
        return f'"{described(value)}"'
    if isinstance(kind, type) and issubclass(kind, Enum) and isinstance(value, str):
        likely = nearest(value, [str(choice.value) for choice in kind])
        return f'"{likely}"' if likely else None
    return None


def _path(text: str) -> FieldPath:
    """Msgspec's "$.block[1].step[2].seconds" as ("block", 1, "step", 2, "seconds")."""
    return tuple(key or int(index) for key, index in _PATH_PART.findall(text))
