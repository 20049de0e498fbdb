"""A log whose first page is gone: a copy of it with the first page of a new log, which names the same tables.

A log's tables begin at the same pages in every log of a schema, for they are made in the same order in an empty file.
Whether what is then read are really rows of that table is for the reader to check.
"""

import shutil
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from trainer.storage.database import APPLICATION_ID
from trainer.storage.structure import build, structure_at

# The file's form: https://www.sqlite.org/fileformat2.html, sections 1.3 and 1.6
_CHANGES, _CHANGES_AT_SIZE = slice(24, 28), slice(92, 96)
_KIND, _CELLS, _LAST_CHILD, _POINTERS = 100, slice(103, 105), slice(108, 112), 112
_INNER = 5
_PAGE = 4096


def knows_its_tables(source: sqlite3.Connection, schema: int) -> bool:
    """Whether the file still names all tables of that schema."""
    try:
        named = {row[0] for row in source.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    except sqlite3.Error:
        return False
    return set(structure_at(schema)) <= named


def graft(damaged: Path, copy: Path, schema: int) -> None:
    """Write `copy`: the file `damaged` with the pages that name the tables of that schema. Raises OSError."""
    fresh = copy.with_name(f"{copy.name}.fresh")
    try:
        with closing(sqlite3.connect(fresh, isolation_level=None)) as blank:
            blank.execute(f"PRAGMA page_size = {_PAGE}")
            build(blank, schema)
            blank.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            blank.execute(f"PRAGMA user_version = {schema}")
        content = fresh.read_bytes()
    finally:
        with suppress(OSError):
            fresh.unlink()
    shutil.copyfile(damaged, copy)
    with copy.open("r+b") as file:
        for page in _naming(content):
            file.seek((page - 1) * _PAGE)
            file.write(content[(page - 1) * _PAGE : page * _PAGE])
        # Where these two differ the size in the header doesn't count, but the file's own.
        file.seek(_CHANGES_AT_SIZE.start)
        file.write(bytes(byte ^ 0xFF for byte in content[_CHANGES]))


def _naming(content: bytes) -> list[int]:
    """The pages, from 1, that hold the names of the tables: the first, and those right below it."""
    if content[_KIND] != _INNER:
        return [1]
    pages = [1, int.from_bytes(content[_LAST_CHILD], "big")]
    for cell in range(int.from_bytes(content[_CELLS], "big")):
        pointer = _POINTERS + 2 * cell
        at = int.from_bytes(content[pointer : pointer + 2], "big")
        pages.append(int.from_bytes(content[at : at + 4], "big"))
    return pages
