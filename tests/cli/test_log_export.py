"""`trainer log export`: every form into a file, and what stands in the way."""

import io
import json
import zipfile
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest

from tests.workouts import STARTED, example_workout
from trainer.cli import parse
from trainer.cli.log import run_log
from trainer.cli.log_export import FORMATS
from trainer.core.weighing import Weighing
from trainer.exchange.export import ExportFormat
from trainer.paths import DataPaths, data_paths
from trainer.storage.workout_log import WorkoutLog


@pytest.fixture
def paths(tmp_path: Path) -> DataPaths:
    found = data_paths(tmp_path / "data")
    with closing(WorkoutLog.open(found.database, found.backups)) as log:
        for day in range(3):
            log.add(example_workout(day + 1, STARTED + timedelta(days=day)))
        log.add(example_workout(9))
        log.delete(example_workout(9).id, STARTED)
    return found


def ran(paths: DataPaths, *arguments: str | Path) -> tuple[int, str, str]:
    out, err = io.StringIO(), io.StringIO()
    words = ["log", "export", *map(str, arguments), "--data-dir", str(paths.folder)]
    return run_log(parse(words), out, err), out.getvalue(), err.getvalue()


def test_the_choices_are_the_formats() -> None:
    assert tuple(ExportFormat) == FORMATS


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("log.csv", b"id,date,started"),
        ("log.JSON", b'{"format": 1'),
        ("log.tcx", b"<?xml"),
        ("log.ics", b"BEGIN:VCALENDAR"),
        ("log.zip", b"PK"),
    ],
)
def test_the_form_is_what_the_name_ends_in(paths: DataPaths, tmp_path: Path, name: str, begins: bytes) -> None:
    file = tmp_path / name
    assert ran(paths, file) == (0, f"3 workouts in {file}.\n", "")
    assert file.read_bytes().startswith(begins)


def test_the_form_may_be_said(paths: DataPaths, tmp_path: Path) -> None:
    file = tmp_path / "log"
    assert ran(paths, "--format", "json", file)[0] == 0
    assert len(json.loads(file.read_bytes())["workouts"]) == 3
    code, out, err = ran(paths, tmp_path / "log.xyz")
    assert (code, out) == (1, "")
    assert err == f"{tmp_path / 'log.xyz'} does not end in .csv, .json, .fit, .zip, .tcx or .ics; say which with --format.\n"  # noqa: E501 # fmt: skip


def test_json_has_the_weighings_of_the_days(paths: DataPaths, tmp_path: Path) -> None:
    with closing(WorkoutLog.open(paths.database, paths.backups)) as log:
        for day, kg in enumerate((70.0, 70.5, 71.0)):
            at = STARTED + timedelta(days=day)
            log.weights.add(Weighing(f"w{day}", at, 0, at.date(), kg))
    file = tmp_path / "log.json"
    ran(paths, file, "--from", "2026-01-06")
    assert [one["kg"] for one in json.loads(file.read_bytes())["weighings"]] == [70.5, 71.0]


def test_only_the_days_that_were_asked_for(paths: DataPaths, tmp_path: Path) -> None:
    file = tmp_path / "log.json"
    assert ran(paths, file, "--from", "2026-01-06", "--to", "2026-01-06")[1].startswith("1 workout in")
    assert [one["date"] for one in json.loads(file.read_bytes())["workouts"]] == ["2026-01-06"]
    code, _, err = ran(paths, tmp_path / "none.csv", "--from", "2026-02-01")
    assert (code, err) == (1, "There are no workouts since 2026-02-01; choose earlier days.\n")
    assert not (tmp_path / "none.csv").exists()


def test_no_file_is_written_over_unless_forced(paths: DataPaths, tmp_path: Path) -> None:
    file = tmp_path / "log.csv"
    file.write_text("mine")
    assert ran(paths, file) == (1, "", f"{file} is there already; name another file.\n")
    assert file.read_text() == "mine"
    assert ran(paths, file, "--force")[0] == 0
    assert file.read_text().startswith("id,")


def test_a_fit_file_holds_one_workout(paths: DataPaths, tmp_path: Path) -> None:
    code, _, err = ran(paths, tmp_path / "a.fit")
    assert code == 1
    assert err == "A FIT file holds one workout, and there are 3; name a file that ends in .zip to have one of each in it.\n"  # noqa: E501 # fmt: skip
    assert ran(paths, tmp_path / "a.fit", "--to", "2026-01-05")[0] == 0
    assert (tmp_path / "a.fit").read_bytes()[8:12] == b".FIT"
    with closing(WorkoutLog.open(paths.database, paths.backups)) as log:
        log.add(example_workout(20))
        old = datetime(1990, 1, 1, tzinfo=UTC)
        log.add(msgspec.structs.replace(example_workout(21, old), ended=None))
    file = tmp_path / "a.zip"
    assert ran(paths, file)[1] == (
        f"4 workouts in {file}.\n1 workout from before July 1998 was left out: FIT has no date for it.\n"
    )
    with zipfile.ZipFile(file) as pack:
        assert pack.namelist() == [
            "2026-01-05-upper-and-lower-back.fit",
            "2026-01-05-upper-and-lower-back-2.fit",
            "2026-01-06-upper-and-lower-back.fit",
            "2026-01-07-upper-and-lower-back.fit",
        ]


def test_a_calendar_has_the_plan_unless_it_is_left_out(paths: DataPaths, tmp_path: Path) -> None:
    paths.preferences.write_text('[week_plan]\nmonday = ["upper-and-lower-back"]\n')
    file = tmp_path / "log.ics"
    assert ran(paths, file)[1] == f"3 workouts, 1 planned routine in {file}.\n"
    assert file.read_bytes().count(b"SUMMARY:Upper and Lower Back") == 4
    assert ran(paths, file, "--force", "--no-plan")[1] == f"3 workouts in {file}.\n"
    assert b"RRULE" not in file.read_bytes()


def test_a_place_that_cannot_be_written_is_said(paths: DataPaths, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    code, _, err = ran(paths, tmp_path / "file" / "log.csv")
    assert code == 1
    assert err.startswith(f"{tmp_path / 'file' / 'log.csv'} can't be written (")
    assert err.count("\n") == 1


def test_a_day_is_written_in_figures(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parse(["log", "export", "x.csv", "--from", "5.1.2026"])
    assert "is no day" in capsys.readouterr().err
