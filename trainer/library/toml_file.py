"""A TOML file, opened with distrust: what it is, how big, its encoding, its syntax."""

import re
import stat
import tomllib
from pathlib import Path
from typing import Any

from msgspec import Struct

from trainer.language import tr
from trainer.library.problem import ExcerptLine, FileProblem, LibraryError, printable
from trainer.library.toml_places import FieldPath, find_place
from trainer.library.wording import field_name, whole_number_meant

MOST_BYTES = 256 * 1024  # a routine of 200 steps takes 20 KB
MOST_DOTS_IN_A_LINE = 100  # tomllib takes time by the square of the dots in one key
_LINES_AROUND = 2


class TomlFile(Struct, frozen=True):
    """The text of a file and what tomllib made of it."""

    path: Path
    text: str
    data: dict[str, Any]

    def problem(
        self, path: FieldPath, what: str, wanted: str = "", *, fix: str | None = None, at_key: bool = False
    ) -> FileProblem:
        """A problem with the field at `path`. `at_key`: the key is wrong, rather than the value."""
        place = find_place(self.text, path)
        start, end = (place.key if at_key else place.value) if place else (None, None)
        where = field_name(self.data, path)
        return _problem(self.path, self.text, start, end, what=what, wanted=wanted, where=where, fix=fix)


def read_toml(path: Path) -> TomlFile:
    """The file at `path`, read and parsed.

    Raises LibraryError: not there, no plain file, too big, empty, not UTF-8, nested too deeply, not TOML.
    """
    return parse_toml(path, _read_text(path))


def parse_toml(path: Path, text: str) -> TomlFile:
    """The text of the file at `path`, parsed. Raises LibraryError: nested too deeply, not TOML."""
    for number, line in enumerate(text.split("\n"), start=1):
        if line.count(".") > MOST_DOTS_IN_A_LINE and not line.lstrip().startswith("#"):
            said = tr("a line with more than {n} dots").format(n=MOST_DOTS_IN_A_LINE)
            raise LibraryError(FileProblem(str(path), said, tr("this must be shorter lines"), line=number))
    try:
        return TomlFile(path, text, tomllib.loads(text))
    except RecursionError:
        said = tr("brackets nested too deeply to read")
        raise LibraryError(FileProblem(str(path), said, tr("a routine nests three deep"))) from None
    except tomllib.TOMLDecodeError as error:
        raise LibraryError(_syntax_problem(path, text, str(error))) from None
    except ValueError:  # tomllib lets int's own limit through
        digits = re.search(r"\w{4000,}", text)
        start, end = digits.span() if digits else (None, None)
        said = tr("a number of thousands of digits")
        raise LibraryError(_problem(path, text, start, end, what=said, wanted="", where="", fix=None)) from None


def _read_text(path: Path) -> str:
    def refused(what: str, wanted: str = "") -> LibraryError:
        return LibraryError(FileProblem(str(path), what, wanted))

    begins = tr("a routine begins with format = 1")
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise refused(tr("this is no plain file"), begins)
        if status.st_size > MOST_BYTES:
            size = tr("{n:.0f} KB is too big to be a routine").format(n=status.st_size / 1024)
            raise refused(size, tr("the limit is {n} KB").format(n=MOST_BYTES // 1024))
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        raise LibraryError(FileProblem(str(path), tr("there is no such file"), found=False)) from None
    except PermissionError:
        raise refused(tr("this file may not be read"), tr("its permissions must let you read it")) from None
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        reason = error.strerror if isinstance(error, OSError) and error.strerror else tr("no usable name")
        raise refused(tr("the file can't be read: {reason}").format(reason=reason)) from None
    if not content.strip():
        raise refused(tr("the file is empty"), begins)
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        problem = FileProblem(str(path), tr("not text in UTF-8"), tr("save it as plain UTF-8 text"), line=line)
        raise LibraryError(problem) from None


def _problem(
    path: Path, text: str, start: int | None, end: int | None, *, what: str, wanted: str, where: str, fix: str | None
) -> FileProblem:
    """A problem with the text from offset `start` to `end`; both None: somewhere in the file."""
    if start is None or end is None:
        return FileProblem(str(path), what, wanted, where)
    line = text.count("\n", 0, start) + 1
    column = start - (text.rfind("\n", 0, start) + 1)
    lines = text.split("\n")
    first, last = max(line - 1 - _LINES_AROUND, 0), min(line + _LINES_AROUND, len(lines))
    return FileProblem(
        path=str(path),
        what=what,
        wanted=wanted,
        where=where,
        line=line,
        column=column + 1,
        length=min(end, start - column + len(lines[line - 1])) - start,
        fix=fix,
        excerpt=tuple(ExcerptLine(n + 1, visible(lines[n])) for n in range(first, last)),
    )


def visible(line: str) -> str:
    """A line to show: as many characters, none of them a control character."""
    return "".join(char if char.isprintable() or char == "\t" else "\ufffd" for char in line[:200])


def _syntax_problem(path: Path, text: str, message: str) -> FileProblem:
    """The message of tomllib as a sentence with its place."""
    found = re.search(r"\(at line (\d+), column (\d+)\)$", message)
    if found:
        lines = text.split("\n")
        number = int(found[1])
        start = sum(len(line) + 1 for line in lines[: number - 1]) + int(found[2]) - 1
    else:
        start = max(len(text.rstrip()) - 1, 0)
    if message.startswith(("Cannot", "Duplicate")):  # noticed behind what is wrong: the whole line
        line_start = text.rfind("\n", 0, start) + 1
        start = line_start + len(text[line_start:]) - len(text[line_start:].lstrip(" \t"))
    what, wanted = _syntax_words(message)
    line_end = text.find("\n", start)
    rest = text[start : line_end if line_end >= 0 else len(text)].partition("#")[0].rstrip()
    meant = whole_number_meant(rest) if message.startswith("Invalid value") else None
    fix = str(meant) if meant is not None else None
    if message.startswith("Invalid value") and rest:
        what = tr("{what}, {text}").format(what=what, text=printable(rest, 40))
    return _problem(path, text, start, start + max(len(rest), 1), what=what, wanted=wanted, where="", fix=fix)


def _syntax_words(message: str) -> tuple[str, str]:
    """What is wrong and what would be right, for the beginnings of tomllib's messages."""
    for beginning, what, wanted in (
        ("Invalid value", tr("no value TOML knows"), tr("write text in quotes, numbers without")),
        ("Invalid statement", tr("neither a key nor a table"), tr("write key = value, or a [[table]]")),
        ("Expected '=' after", tr("a key without its value"), tr("write key = value")),
        ("Unterminated string", tr("a quote that is never closed"), tr("close it with the same quote")),
        ("Expected \"'", tr("a quote that is never closed"), tr("close it with the same quote")),
        ("Illegal character '\\n'", tr("a quote not closed on its line"), tr("close it, or use three quotes")),
        ("Illegal character", tr("a control character"), tr("write plain text")),
        ("Cannot overwrite", tr("a key that stands here twice"), tr("keep one of them")),
        ("Cannot declare", tr("a table that stands here twice"), tr("write [[two brackets]] for each of a list")),
        ("Cannot mutate", tr("a table that was closed before"), tr("keep its keys together")),
        ("Unclosed array", tr("a list that is never closed"), tr("close it with ]")),
        ("Unclosed inline", tr("a table that is never closed"), tr("close it with }")),
        ("Expected newline", tr("something after the value"), tr("one value to a line")),
        ("Invalid initial character", tr("no name for a key"), tr("use letters, digits, - and _")),
        ("Unescaped '\\'", tr("a backslash that means nothing"), tr("write two, \\\\")),
        ("Duplicate inline", tr("a key that stands here twice"), tr("keep one of them")),
        ("Invalid date", tr("a date that doesn't exist"), tr("a routine needs none")),
    ):
        if message.startswith(beginning):
            return what, wanted
    return tr("not TOML as it should be"), tr("resources/README.md shows the format")
