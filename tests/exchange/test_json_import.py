import io
import json
import random
from contextlib import closing
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import UUID

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.workouts import STARTED, example_workout, moments, workouts
from trainer.core.duplicates import sort_out
from trainer.core.energy import METHOD
from trainer.core.progress import LoggedWorkout, ledger_of
from trainer.core.weighing import Weighing
from trainer.core.workout import Workout
from trainer.exchange import import_file
from trainer.exchange.csv_import import ImportChoices
from trainer.exchange.exercise_names import ExerciseNames
from trainer.exchange.import_file import read_import
from trainer.exchange.json_import import read_json
from trainer.exchange.json_log import write_json
from trainer.exchange.problem import ExchangeError
from trainer.storage.imports import Imports
from trainer.storage.workout_log import WorkoutLog

PATH = Path("log.json")
CHOICES = ImportChoices(ExerciseNames({}))


def document(*exported: Workout) -> dict[str, Any]:
    found = json.loads(written(*exported))
    assert isinstance(found, dict)
    return found


def written(*exported: Workout) -> bytes:
    out = io.StringIO()
    write_json((LoggedWorkout(workout, ledger_of(workout)) for workout in exported), (), out)
    return out.getvalue().encode()


def sane(workout: Workout) -> bool:
    return workout.ended is None or workout.ended >= workout.started


own = workouts.filter(sane).map(lambda one: msgspec.structs.replace(one, energy_method=METHOD))

weighings = st.builds(
    Weighing, id=st.uuids().map(str), weighed=moments, utc_offset_minutes=st.integers(-14 * 60, 14 * 60),
    local_date=st.dates(date(2000, 1, 1), date(2100, 1, 1)), kg=st.floats(20, 400),
)  # fmt: skip


@settings(max_examples=20, deadline=None)  # each with two logs on the disk
@given(
    exported=st.lists(own, max_size=4, unique_by=lambda one: one.id),
    weighed=st.lists(weighings, max_size=3, unique_by=(lambda one: one.id, lambda one: one.weighed)),
)
def test_export_then_import_gives_the_same_log(exported: list[Workout], weighed: list[Weighing]) -> None:
    with TemporaryDirectory() as folder:
        first, second = Path(folder) / "a.sqlite3", Path(folder) / "b.sqlite3"
        with closing(WorkoutLog.open(first, first.parent)) as log:
            for workout in exported:
                log.add(workout)
            for one in weighed:
                log.weights.add(one)
            before, scale = list(log.all_workouts()), log.weights.all()
        out = io.StringIO()
        write_json(before, scale, out)
        incoming = read_json(out.getvalue().encode(), PATH)
        assert not incoming.problems
        assert incoming.weighings == scale
        imports = Imports(second, second.parent)
        fresh = imports.new_weighings(incoming.weighings)
        imports.add(incoming.workouts, "log.json", STARTED, weighings=fresh)
        assert imports.new_weighings(incoming.weighings) == ()
        with closing(WorkoutLog.open(second, second.parent)) as log:
            assert sorted(log.all_workouts(), key=lambda one: one.workout.id) == sorted(
                before, key=lambda one: one.workout.id
            )
            assert log.weights.all() == scale
        again = sort_out(incoming.workouts, Imports(second, second.parent).logged())
        assert not again.new


def test_the_example_comes_back_as_it_was() -> None:
    incoming = read_json(written(example_workout()), PATH)
    assert incoming.workouts == (example_workout(),)
    assert not incoming.recounted


def test_energy_of_another_version_is_counted_anew_and_that_is_told() -> None:
    old = msgspec.structs.replace(example_workout(), energy_method="older/1")
    incoming = read_json(written(old), PATH)
    assert incoming.workouts[0].energy_method == METHOD
    assert incoming.recounted == 1


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("id", "x", "its id must be a UUID"),
        ("state", "open", "its state must be complete or partial"),
        ("state", "done", "state is none of the words that may stand there"),
        ("started", "2026-01-05T08:00:00", "started and ended must have an offset from UTC"),
        ("started", "yesterday", "started can't be read (Invalid RFC3339 encoded datetime)"),
        ("started", "1005-01-05T08:00:00+01:00", "its times must lie between 1900 and 2200"),
        ("ended", "2026-01-04T08:00:00+01:00", "it ended before it began"),
        ("active_seconds", -1, "its seconds must be between 0 and 2592000"),
        ("active_seconds", "long", "active_seconds must be a number"),
        ("weight_kg", 5, "its weight_kg must be between 10 and 1000"),
        ("effort", 11, "its effort must be from 1 to 10"),
        ("effort", 1.5, "effort must be a whole number or null"),
        ("name", "x" * 2000, "a name must have at most 1000 characters"),
        ("claim", {"source": "p", "minutes": -5}, "what its page claims must be between 0 and 1000000"),
        ("steps", [1], "steps[0] must be an object"),
        ("steps", [{}], "the field steps[0].index is missing"),
    ],
    ids=lambda value: str(value)[:20],
)
def test_a_workout_that_is_not_right_is_left_out_with_a_sentence(field: str, value: object, said: str) -> None:
    found = document(example_workout(1), example_workout(2))
    found["workouts"][1][field] = value
    text = '{"format": 1, "workouts": [\n' + ",\n".join(map(json.dumps, found["workouts"])) + "]}"
    incoming = read_json(text.encode(), PATH)
    assert [one.id for one in incoming.workouts] == [example_workout(1).id]
    (sentence,) = incoming.problems
    assert sentence.startswith("log.json, line 3, workout 2: ")
    assert said in sentence
    assert sentence.endswith("; it was left out.")


@pytest.mark.parametrize("field", [b'"note"', b'"id"'], ids=["note", "id"])
def test_a_workout_with_half_a_character_is_left_out(field: bytes) -> None:
    text = written(example_workout(1))
    text = text.replace(b'"id":', field + b': "\xf5", "id":', 1)
    assert b"\xf5" in text
    incoming = read_json(text, PATH)
    assert incoming.workouts == ()
    assert incoming.problems[0].endswith("workout 1: it holds text that is not in UTF-8; it was left out.")


@pytest.mark.parametrize(
    ("index", "field", "value", "said"),
    [
        ("steps", "index", 1, "two of its steps have the same index"),
        ("steps", "reps", -1, "the reps of a step must be between 0 and 100000"),
        ("steps", "load_kg", 1e9, "the load_kg of a step must be between 0 and 2000"),
        ("steps", "place", -1, "index, round and place of a step"),
        ("spans", "met", {"code": "", "value": 99}, "the MET of a span must be between 0 and 30"),
        ("spans", "seconds", 1e12, "its seconds must be between 0"),
    ],
)
def test_parts_have_bounds_too(index: str, field: str, value: object, said: str) -> None:
    found = document(example_workout())
    found["workouts"][0][index][0][field] = value
    (sentence,) = read_json(json.dumps(found).encode(), PATH).problems
    assert said in sentence


@pytest.mark.parametrize(
    ("weighing", "said"),
    [
        ({"id": "x", "weighed": "2026-01-05T08:00:00+01:00", "date": "2026-01-05", "kg": 70}, "its id must be a UUID"),
        ({"id": str(UUID(int=1)), "weighed": "2026-01-05T08:00:00", "date": "2026-01-05", "kg": 70}, "an offset"),
        ({"id": str(UUID(int=1)), "weighed": "2026-01-05T08:00:00Z", "date": "2026-01-05", "kg": 7000}, "its kg must"),
        ({"id": str(UUID(int=1))}, "the field weighed is missing"),
    ],
    ids=["id", "offset", "kg", "missing"],
)
def test_a_weighing_that_is_not_right_is_left_out(weighing: dict[str, object], said: str) -> None:
    found = {"format": 1, "workouts": [], "weighings": [weighing]}
    incoming = read_json(json.dumps(found).encode(), PATH)
    assert incoming.weighings == ()
    (sentence,) = incoming.problems
    assert sentence.startswith("log.json, line 1, weighing 1: ")
    assert said in sentence


def test_bytes_that_are_no_text_are_told() -> None:
    content = written(example_workout()).replace(b"Russian", b"\xff\xfe")
    incoming = read_json(content, PATH)
    assert (incoming.workouts, len(incoming.problems)) == ((), 1)


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_whatever_is_in_a_file_it_is_read_or_refused_in_a_sentence(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - no secret
    content = bytearray(written(example_workout(1), example_workout(2)))
    for _ in range(chance.randint(1, 6)):
        place = chance.randrange(len(content))
        content[place : place + chance.randint(0, 6)] = chance.choice(
            [b'"', b"{", b"}", b"[", b"]", b"-", b"1e400", b"9" * 30, b"null", b"\xff", b"\\ud800", b"\\u0000", b"-1"]
        )
    said = ["log.json"]
    try:
        said += read_json(bytes(content), PATH).problems
    except ExchangeError as error:
        said.append(error.sentence)
    assert all(one.startswith("log.json") for one in said)


def test_more_sentences_than_anybody_reads_are_counted() -> None:
    incoming = read_json(json.dumps({"format": 1, "workouts": [{}] * 250}).encode(), PATH)
    assert (len(incoming.problems), incoming.more_problems) == (200, 50)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b'{"a": 1}', "is not a log of Trainer"),
        (b"[1, 2]", "is not a log of Trainer"),
        (b'{"format": 1, "workouts": [', "is not whole JSON"),
        (b'{"format": 2, "workouts": []}', "has format 2, and this Trainer reads format 1"),
        (b'{"format": 1, "workouts": ' + b"[" * 100_000 + b"]" * 100_000 + b"}", "is not whole JSON"),
        (b"  ", "is empty"),
        (b"\x00\x01\x02", "is none of the files Trainer reads"),
    ],
    ids=["other", "list", "cut", "newer", "deep", "empty", "binary"],
)
def test_a_file_that_is_no_log_is_refused(tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "log.json"
    path.write_bytes(content)
    with pytest.raises(ExchangeError) as caught:
        read_import(path, CHOICES)
    assert str(path) in caught.value.sentence
    assert said in caught.value.sentence


def test_a_file_that_cannot_be_read_or_is_too_large_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ExchangeError, match="can't be read"):
        read_import(tmp_path / "none", CHOICES)
    with pytest.raises(ExchangeError, match="is no file"):
        read_import(tmp_path, CHOICES)
    monkeypatch.setattr(import_file, "MOST_BYTES", 2_000_000)
    monkeypatch.setattr(import_file, "MOST_CSV_BYTES", 1_000_000)
    (tmp_path / "csv").write_bytes(b"a" * 1_000_001)
    with pytest.raises(ExchangeError, match="is larger than 1 MB"):
        read_import(tmp_path / "csv", CHOICES)
    (tmp_path / "large").write_bytes(b"{" * 2_000_001)
    with pytest.raises(ExchangeError, match="is larger than 2 MB"):
        read_import(tmp_path / "large", CHOICES)


def test_a_byte_order_mark_is_no_hindrance(tmp_path: Path) -> None:
    path = tmp_path / "log.json"
    path.write_bytes(b"\xef\xbb\xbf" + written(example_workout()))
    assert read_import(path, CHOICES).workouts == (example_workout(),)
