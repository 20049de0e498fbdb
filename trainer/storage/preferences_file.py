"""PreferencesFile: the preferences as TOML, read with patience and written whole."""

import tomllib
import zlib
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from trainer.atomic_file import write_atomically
from trainer.core.preferences import Preferences
from trainer.language import tr
from trainer.storage.errors import StorageError, explain, explained
from trainer.storage.toml_text import toml_text, toml_value

LARGEST_BYTES = 1_000_000  # a few hundred are usual

_FIELDS = {field.name: field.type for field in msgspec.structs.fields(Preferences)}


class LoadedPreferences(Struct, frozen=True):
    """What the file says, with a sentence for everything in it that could not be taken."""

    preferences: Preferences
    problems: tuple[str, ...] = ()


class PreferencesFile:
    """The preferences at `path`; copies of what could not be read go into the folder `backups`."""

    def __init__(self, path: Path, backups: Path) -> None:
        self._path = path
        self._backups = backups
        self._unknown: dict[str, Any] = {}  # keys of a newer version, kept when saving
        self._refusal = ""  # why the file must not be overwritten

    def load(self) -> LoadedPreferences:
        """Read the file; whatever is missing or wrong in it has its default. Never raises.

        A file with anything wrong in it is first copied into the backups, so that saving loses nothing.
        """
        self._unknown = {}
        self._refusal = ""
        try:
            if self._path.stat().st_size > LARGEST_BYTES:
                self._refusal = tr("{file} is too large for preferences; move it elsewhere.").format(file=self._path)
                return LoadedPreferences(Preferences(), (self._refusal,))
            content = self._path.read_bytes()
        except FileNotFoundError:
            return LoadedPreferences(Preferences())
        except OSError as error:
            self._refusal = explain(error, self._path).sentence
            return LoadedPreferences(Preferences(), (self._refusal,))
        try:
            document = _parsed(content)
        except ValueError as error:
            return LoadedPreferences(Preferences(), (self._unreadable(content, error),))
        self._unknown = {key: value for key, value in document.items() if key not in _FIELDS}
        preferences, wrong = self._taken({key: value for key, value in document.items() if key in _FIELDS})
        if wrong:
            self._set_aside(content)
        return LoadedPreferences(preferences, tuple(wrong))

    def save(self, preferences: Preferences) -> None:
        """Write all preferences and the unknown keys of the file read; old or new at every instant.

        Raises:
            StorageError: the disk refuses, or the file holds what could be neither read nor copied.
        """
        if self._refusal:
            raise StorageError(self._refusal)
        known = {key: value for key, value in msgspec.to_builtins(preferences).items() if value is not None}
        with explained(self._path):
            write_atomically(self._path, toml_text(known | self._unknown).encode())

    def _taken(self, document: dict[str, Any]) -> tuple[Preferences, list[str]]:
        """The preferences of what is right in the document, and a sentence for what is not."""
        try:
            return msgspec.convert(document, Preferences), []
        except msgspec.ValidationError:
            pass
        right: dict[str, Any] = {}
        wrong: list[str] = []
        for key, value in document.items():
            if _fits(value, _FIELDS[key]):
                right[key] = value
            elif isinstance(value, dict) and _fits({}, _FIELDS[key]):  # of a table, the entries that are right
                right[key] = {name: inner for name, inner in value.items() if _fits({name: inner}, _FIELDS[key])}
                left_out = {name: inner for name, inner in value.items() if name not in right[key]}
                wrong += [
                    self._sentence(f"{key}.{name}", key, inner, of_entry=True) for name, inner in left_out.items()
                ]
            elif isinstance(value, list) and _fits([], _FIELDS[key]):  # and of a list
                right[key] = [inner for inner in value if _fits([inner], _FIELDS[key])]
                left_out_of_it = [inner for inner in value if not _fits([inner], _FIELDS[key])]
                wrong += [self._sentence(key, key, inner, of_entry=True) for inner in left_out_of_it]
            else:
                wrong.append(self._sentence(key, key, value))
        return msgspec.convert(right, Preferences), wrong

    def _sentence(self, where: str, key: str, found: object, *, of_entry: bool = False) -> str:
        if of_entry and where == key:  # a list's entries have no names
            said = tr("{file}: an entry of {key} should be {expected}, not {found}; it is left out.")
        else:
            said = tr("{file}: {key} should be {expected}, not {found}; its usual value is in force.")
        names = _names(_FIELDS[key]) if of_entry and where != key else ()
        if names and where.removeprefix(f"{key}.") not in names:
            said = tr("{file}: {key} is none of the names that may stand in {table}: {names}; it is left out.")
            return said.format(file=self._path, key=where, table=key, names=", ".join(names))
        return said.format(
            file=self._path,
            key=where,
            expected=_expected(_FIELDS[key], of_entry=of_entry),
            found=_short(toml_value(found)),
        )

    def _unreadable(self, content: bytes, error: ValueError) -> str:
        copy = self._set_aside(content)
        if copy is None:
            return self._refusal
        return tr(
            "{file} is no preferences file ({reason}); it was copied to {copy}, and the usual settings hold."
        ).format(file=self._path, reason=error, copy=copy)

    def _set_aside(self, content: bytes) -> Path | None:
        """Copy the file as it stands; where that fails, it must not be overwritten."""
        # Named after its content: the same file read again at every launch is copied once.
        copy = self._backups / f"{self._path.stem}-{zlib.crc32(content):08x}{self._path.suffix}"
        try:
            with explained(copy):
                if not copy.exists():
                    write_atomically(copy, content)
        except StorageError as error:
            self._refusal = error.sentence
            return None
        return copy


def _parsed(content: bytes) -> dict[str, Any]:
    """The TOML document.

    Raises:
        ValueError: it is none; the message says where.
    """
    try:
        document = tomllib.loads(content.decode())
        toml_text(document)  # dotted keys may nest deeper than can be written again
    except UnicodeDecodeError:
        raise ValueError(tr("it is not text in UTF-8")) from None
    except RecursionError:
        raise ValueError(tr("it nests too deeply")) from None
    return document


def _fits(value: object, kind: Any) -> bool:
    try:
        msgspec.convert(value, kind)
    except msgspec.ValidationError:
        return False
    return True


def _names(kind: Any) -> tuple[str, ...]:
    """What the entries of a table of that type may be called; empty where any name will do."""
    import msgspec.inspect as types  # only where something is wrong

    info = types.type_info(kind)
    if isinstance(info, types.DictType) and isinstance(info.key_type, types.EnumType):
        return tuple(choice.value for choice in info.key_type.cls)
    return ()


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:39]}…"


def _expected(kind: Any, *, of_entry: bool) -> str:
    """What a value of that type, or an entry of a table of that type, looks like in the file."""
    import msgspec.inspect as types  # only where something is wrong

    info = types.type_info(kind)
    if isinstance(info, types.UnionType):
        info = next(one for one in info.types if not isinstance(one, types.NoneType))
    if of_entry and isinstance(info, types.DictType):
        info = info.value_type
    elif of_entry and isinstance(info, types.ListType):
        info = info.item_type
    match info:
        case types.BoolType():
            return tr("true or false")
        case types.EnumType(cls=choices):
            return tr("one of {choices}").format(choices=", ".join(f'"{choice.value}"' for choice in choices))
        case types.FloatType(ge=low, le=high) | types.IntType(ge=low, le=high):
            return tr("a number from {low} to {high}").format(low=low, high=high)
        case types.DictType():
            return tr("a table of names and values")
        case types.ListType():
            return tr("a list of texts")
        case _:
            return tr("a text in quotes")
