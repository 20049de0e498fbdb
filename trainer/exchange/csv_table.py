"""A CSV file of unknown dialect as rows by column name: delimiter, coding, quotes, and commas that nobody quoted."""

import csv
import io
from collections.abc import Callable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from pathlib import Path

from msgspec import Struct

from trainer.exchange.problem import ExchangeError
from trainer.language import ntr, tr

MOST_ROWS = 1_000_000  # a hundred sets a day for a life
MOST_COLUMNS = 60
MOST_CELL = 20_000  # characters
MOST_JOINS = 6  # unquoted commas in a row
MOST_REPAIRS = 20_000  # rows of that kind: each costs some hundred trials

Check = Callable[[str], bool]


class TableRow(Struct, frozen=True):
    """A row: the line it ends on, and its cells by column name. `flaw`: why it can't be used, else empty."""

    line: int
    cells: Mapping[str, str]
    flaw: str = ""

    def get(self, *columns: str) -> str:
        """The first of those columns that the file has; empty if it has none."""
        return next((self.cells[one].strip() for one in columns if one in self.cells), "")


class CsvTable:
    """The file's text, its delimiter and its columns, folded to small letters."""

    def __init__(self, content: bytes, path: Path) -> None:
        """Raises ExchangeError: it is no text, or its first line is no header."""
        self._text = _decoded(content, path)
        self._path = path
        self.lines = self._text.count("\n") + 1
        head = self._text.lstrip("\n").split("\n", 1)[0]
        self.delimiter = max(",;\t", key=head.count)
        try:
            names = next(csv.reader([head], delimiter=self.delimiter), [])
        except csv.Error:
            names = []
        self.columns = tuple(" ".join(name.split()).casefold() for name in names[:MOST_COLUMNS])

    def rows(self, checks: Mapping[str, Check], joinable: AbstractSet[str], known: Check) -> Iterator[TableRow]:
        """Every row below the header that has anything in it.

        A row with too many cells has names with the delimiter in them. It is put together again in the one way in
        which all cells pass their `checks`, joining only `joinable` columns; of several ways, the one that joins where
        a space follows, then the one whose joined cells are `known`. `checks`: column -> whether a cell may be that.

        Raises ExchangeError: the file is too long, or no CSV.
        """
        reader = csv.reader(io.StringIO(self._text.lstrip("\n")), delimiter=self.delimiter)
        width, repairs = len(self.columns), 0
        try:
            next(reader, None)
            for number, cells in enumerate(reader):
                if number >= MOST_ROWS:
                    said = tr("{file} has more than {most} rows; export fewer days at a time.")
                    raise ExchangeError(said.format(file=self._path, most=MOST_ROWS))
                if not any(cell.strip() for cell in cells) or self._is_header(cells):
                    continue
                if any(len(cell) > MOST_CELL for cell in cells):
                    yield TableRow(
                        reader.line_num, {}, tr("one of its cells has more than {n} characters").format(n=MOST_CELL)
                    )
                    continue
                whole: list[str] | None = cells
                if len(cells) > width and self._only_longer(cells, checks):
                    whole = cells[:width]
                elif len(cells) > width:
                    repairs += 1
                    whole = self._repaired(cells, checks, joinable, known) if repairs <= MOST_REPAIRS else None
                if whole is None:
                    yield TableRow(reader.line_num, {}, self._too_many(len(cells) - width))
                    continue
                yield TableRow(
                    reader.line_num, dict(zip(self.columns, whole + [""] * (width - len(whole)), strict=True))
                )
        except csv.Error as error:
            said = tr("{file}, line {line}: this can't be read as CSV ({reason}); export it once more.")
            raise ExchangeError(said.format(file=self._path, line=reader.line_num, reason=error)) from None

    def _is_header(self, cells: list[str]) -> bool:
        return tuple(" ".join(cell.split()).casefold() for cell in cells) == self.columns

    def _only_longer(self, cells: list[str], checks: Mapping[str, Check]) -> bool:
        """Whether nothing but empty cells follow a row that is right."""
        width = len(self.columns)
        return not any(cell.strip() for cell in cells[width:]) and self._passes(cells[:width], checks)

    def _passes(self, cells: list[str], checks: Mapping[str, Check]) -> bool:
        return all(checks[name](cell) for name, cell in zip(self.columns, cells, strict=True) if name in checks)

    def _too_many(self, extra: int) -> str:
        cells = ntr("{n} cell", "{n} cells", extra)
        said = tr("it has {cells} more than the first line; a name with “{mark}” in it must stand in quotes")
        return said.format(cells=cells, mark=self.delimiter)

    def _repaired(
        self, cells: list[str], checks: Mapping[str, Check], joinable: AbstractSet[str], known: Check
    ) -> list[str] | None:
        if len(cells) - len(self.columns) > MOST_JOINS:
            return None
        best: list[list[str]] = []
        best_score = (-1, -1)
        for candidate in self._candidates(cells, checks, joinable):
            joined = [cell for cell, name in zip(candidate, self.columns, strict=True) if name in joinable]
            spaces = sum(cell.count(f"{self.delimiter} ") for cell in joined)
            score = (spaces, sum(known(cell.strip()) for cell in joined))
            if score > best_score:
                best, best_score = [candidate], score
            elif score == best_score:
                best.append(candidate)
        return best[0] if len(best) == 1 else None

    def _candidates(
        self, cells: list[str], checks: Mapping[str, Check], joinable: AbstractSet[str], place: int = 0
    ) -> Iterator[list[str]]:
        """Every way to put the cells into the columns from `place` on, given up where a cell doesn't pass."""
        if place == len(self.columns):
            if not cells:
                yield []
            return
        name = self.columns[place]
        extra = len(cells) - (len(self.columns) - place)
        check = checks.get(name)
        for joins in range(extra + 1 if name in joinable else 1):
            cell = self.delimiter.join(cells[: joins + 1])
            if check is None or check(cell):
                for rest in self._candidates(cells[joins + 1 :], checks, joinable, place + 1):
                    yield [cell, *rest]


def _decoded(content: bytes, path: Path) -> str:
    """The text, its line ends alike: UTF-8, UTF-16 with its mark, else the Windows code page of Western Europe."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        coding = "utf-16"
    else:
        try:
            return _plain_ends(content.decode("utf-8-sig"))
        except UnicodeDecodeError:
            coding = "cp1252"
    try:
        text = content.decode(coding)
    except UnicodeDecodeError:
        raise ExchangeError(tr("{file} is no text; choose a CSV or JSON file.").format(file=path)) from None
    return _plain_ends(text)


def _plain_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
