"""The tables and columns of a log: those a file has, and those it should have at each schema."""

import sqlite3
from contextlib import closing

from trainer.storage.database import MIGRATIONS

_COLUMNS = """
SELECT made.name, columns.name FROM sqlite_schema AS made JOIN pragma_table_info(made.name) AS columns
WHERE made.type = 'table' AND substr(made.name, 1, 7) <> 'sqlite_' ORDER BY made.rowid, columns.cid"""


def structure_of(connection: sqlite3.Connection) -> dict[str, list[str]]:
    """Table -> its columns, in the order in which they were made."""
    found: dict[str, list[str]] = {}
    for table, column in connection.execute(_COLUMNS):
        found.setdefault(table, []).append(column)
    return found


def structure_at(schema: int) -> dict[str, list[str]]:
    """The same of a new log of that schema."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as blank:
        build(blank, schema)
        return structure_of(blank)


def build(blank: sqlite3.Connection, schema: int, *, above: int = 0) -> None:
    """Make the tables of that schema in an empty database, or in one that has those of the schema `above`."""
    for step in range(above + 1, schema + 1):
        file = next(MIGRATIONS.glob(f"{step:04d}_*.sql"))
        blank.executescript(file.read_text(encoding="utf-8"))
