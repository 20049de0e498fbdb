"""Searching the log: by words, dates, ending, routine and origin, all of it in SQL, a page at a time."""

import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from trainer.core.progress import WorkoutSummary
from trainer.core.workout_query import SOURCES, FoundWorkouts, WorkoutQuery
from trainer.storage.database import open_database
from trainer.storage.errors import explained
from trainer.storage.exercise_names import NAMES
from trainer.storage.rows import stamp
from trainer.storage.workout_log import OLDER, PAGE, SUMMARIES, summary_of_row

MOST_WORDS = 8  # more than anybody types; each is one more pass over what is left
MOST_EXERCISES = 2000  # SQLite takes 32766 values in one query
_CONTAINS = "trainer_contains"

# "deleted_utc IS NULL AND state <> 'open'" word for word: it is the condition of both indexes.
_WHERE = "deleted_utc IS NULL AND state <> 'open'"

_PAGE = f"{SUMMARIES} WHERE {{where}} AND {OLDER}"

_TOTAL = "SELECT count(*) FROM workout WHERE {where}"
_BY_EXERCISE = "id IN (SELECT workout FROM workout_step WHERE exercise IN ({marks}))"
# The newest name of each routine, the most trained first.
_ROUTINES = """
SELECT routine, routine_name, count(*), max(started_utc) FROM workout
WHERE deleted_utc IS NULL AND state <> 'open' AND routine <> '' GROUP BY routine ORDER BY 3 DESC, 2 LIMIT ?"""
MOST_ROUTINES = 40  # a menu of more is a search

_AFTER_ALL = "9999"  # sorts after every stamp


class WorkoutSearch:
    """Searches one file with a connection of its own, so that it may run beside the window's."""

    def __init__(self, path: Path, backups: Path) -> None:
        self._path, self._backups = path, backups

    def find(self, query: WorkoutQuery, limit: int = PAGE) -> FoundWorkouts:
        """The newest that are wanted, and how many there are. Raises StorageError."""
        return self._ask(query, None, limit)

    def more(self, query: WorkoutQuery, before: WorkoutSummary, limit: int = PAGE) -> tuple[WorkoutSummary, ...]:
        """The next page: what is wanted and older than the last of the page before. Raises StorageError."""
        return self._ask(query, before, limit).newest

    def routines(self) -> tuple[tuple[str, str], ...]:
        """Ids and names of the routines that were trained most, the most first. Raises StorageError."""
        with explained(self._path):
            connection = open_database(self._path, self._backups, create=False)
            try:
                rows = connection.execute(_ROUTINES, (MOST_ROUTINES,)).fetchall()
            finally:
                connection.close()
        return tuple((routine, name) for routine, name, _count, _newest in rows)

    def _ask(self, query: WorkoutQuery, before: WorkoutSummary | None, limit: int) -> FoundWorkouts:
        start = (_AFTER_ALL, "") if before is None else (stamp(before.started), before.id)
        with explained(self._path):
            connection = open_database(self._path, self._backups, create=False)
            try:
                connection.create_function(_CONTAINS, 2, _contains, deterministic=True)
                where, values = _conditions(connection, query)
                page = connection.execute(_PAGE.format(where=where), (*values, *start, limit)).fetchall()
                total = len(page)
                if before is None and total == limit:
                    total = connection.execute(_TOTAL.format(where=where), values).fetchone()[0]
            finally:
                connection.close()
        return FoundWorkouts(tuple(summary_of_row(row) for row in page), total)


def _conditions(connection: sqlite3.Connection, query: WorkoutQuery) -> tuple[str, list[Any]]:
    """What a row must fulfil, and the values for its question marks."""
    parts: list[str] = [_WHERE]
    values: list[Any] = []
    if query.since is not None:
        parts.append("local_date >= ?")
        values.append(query.since.isoformat())
    if query.until is not None:
        parts.append("local_date <= ?")
        values.append(query.until.isoformat())
    if query.state is not None:
        parts.append("state = ?")
        values.append(query.state)
    if query.routines is not None:
        parts.append(f"routine IN ({_marks(query.routines)})")
        values += query.routines
    if query.origin is not None:
        parts.append(f"source IN ({_marks(SOURCES[query.origin])})")
        values += SOURCES[query.origin]
    words = query.words.split()[:MOST_WORDS]
    names = connection.execute(NAMES).fetchall() if words else []
    for word in words:
        found = [exercise for exercise, name in names if _contains(name, word)][:MOST_EXERCISES]
        # A plain word is compared by SQLite, which knows the case of ASCII alone; any other by Python.
        pattern = f"%{_escaped(word)}%" if word.isascii() else word
        in_name, in_note = (
            f"{column} LIKE ? ESCAPE '\\'" if word.isascii() else f"{_CONTAINS}({column}, ?)"
            for column in ("routine_name", "note")
        )
        by_exercise = _BY_EXERCISE.format(marks=_marks(found))
        parts.append(f"({in_name} OR {in_note}{f' OR {by_exercise}' if found else ''})")
        values += [pattern, pattern, *found]
    return " AND ".join(parts), values


def _marks(values: Iterable[object]) -> str:
    return ", ".join("?" for _ in values)


def _escaped(word: str) -> str:
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def _contains(text: str, word: str) -> bool:
    """Whether the word is in the text, whatever its case."""
    return word.casefold() in text.casefold()
