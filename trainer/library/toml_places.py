"""Where each field of a TOML text stands, which tomllib doesn't tell. Looked at when something is wrong."""

import re
from collections.abc import Iterator

from msgspec import Struct

FieldPath = tuple[str | int, ...]  # ("block", 1, "step", 2, "seconds"), 0-based

_BLANK = re.compile(r"(?:[ \t\n]|#[^\n]*)*")
_SPACE = re.compile(r"[ \t]*")
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_SCALAR = re.compile(r"[^,\]}\n#]+")
_STRINGS = {
    '"""': re.compile(r'"""(?:[^\\]|\\.)*?"{3,5}', re.DOTALL),
    "'''": re.compile(r"'''.*?'{3,5}", re.DOTALL),
    '"': re.compile(r'"(?:[^"\\]|\\.)*"'),
    "'": re.compile(r"'[^']*'"),
}


class Place(Struct, frozen=True):
    """Offsets in characters: of the key (or the table's header) and of the value, ends exclusive."""

    key: tuple[int, int]
    value: tuple[int, int]


def find_place(text: str, path: FieldPath) -> Place | None:
    """The place of the field at `path` in a text that tomllib has read; else of the nearest table around it."""
    try:
        places = _Scanner(text).places()
    except (_NotUnderstoodError, RecursionError):
        return None
    for end in range(len(path), 0, -1):
        if (place := places.get(path[:end])) is not None:
            return place
    return None


class _NotUnderstoodError(Exception):
    """The text isn't the TOML this scanner knows."""


class _Scanner:
    """One pass over a text. It checks nothing: tomllib has done that."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._places: dict[FieldPath, Place] = {}
        self._tables_in: dict[FieldPath, int] = {}  # arrays of tables: how many so far

    def places(self) -> dict[FieldPath, Place]:
        """Every field and table of the text by its path."""
        table: FieldPath = ()
        self._take(_BLANK)
        while self._at < len(self._text):
            if self._peek() == "[":
                table = self._header()
            else:
                self._pair(table)
            self._take(_BLANK)
        return self._places

    def _header(self) -> FieldPath:
        start = self._at
        brackets = 2 if self._text.startswith("[[", start) else 1
        self._at += brackets
        names = list(self._key())
        self._take(_SPACE)
        self._at += brackets
        path: FieldPath = ()
        for depth, name in enumerate(names, start=1):
            path = (*path, name)
            if depth == len(names) and brackets == 2:
                self._tables_in[path] = self._tables_in.get(path, 0) + 1
            if path in self._tables_in:
                path = (*path, self._tables_in[path] - 1)
        self._places[path] = Place((start, self._at), (start, self._at))
        return path

    def _pair(self, table: FieldPath) -> None:
        start = self._at
        path = (*table, *self._key())
        end = self._at
        self._take(_SPACE)
        if self._peek() != "=":
            raise _NotUnderstoodError
        self._at += 1
        self._take(_SPACE)
        value_start = self._at
        self._value(path)
        self._places[path] = Place((start, end), (value_start, self._at))

    def _key(self) -> Iterator[str]:
        while True:
            self._take(_SPACE)
            quote = self._peek()
            yield self._take(_STRINGS[quote])[1:-1] if quote in _STRINGS else self._take(_BARE_KEY)
            end = self._at
            self._take(_SPACE)
            if self._peek() != ".":
                self._at = end
                return
            self._at += 1

    def _value(self, path: FieldPath) -> None:
        first = self._peek()
        if first in {'"', "'"}:
            self._take(_STRINGS[first * 3 if self._text.startswith(first * 3, self._at) else first])
        elif first == "[":
            self._array(path)
        elif first == "{":
            self._inline_table(path)
        else:
            scalar = self._take(_SCALAR)
            self._at -= len(scalar) - len(scalar.rstrip())

    def _array(self, path: FieldPath) -> None:
        self._at += 1
        index = 0
        self._take(_BLANK)
        while self._peek() != "]":
            start = self._at
            self._value((*path, index))
            self._places[*path, index] = Place((start, self._at), (start, self._at))
            index += 1
            self._comma()
        self._at += 1

    def _inline_table(self, path: FieldPath) -> None:
        self._at += 1
        self._take(_BLANK)
        while self._peek() != "}":
            self._pair(path)
            self._comma()
        self._at += 1

    def _comma(self) -> None:
        self._take(_BLANK)
        if self._peek() == ",":
            self._at += 1
            self._take(_BLANK)

    def _peek(self) -> str:
        return self._text[self._at : self._at + 1]

    def _take(self, pattern: re.Pattern[str]) -> str:
        match = pattern.match(self._text, self._at)
        if match is None:
            raise _NotUnderstoodError
        self._at = match.end()
        return match.group()
