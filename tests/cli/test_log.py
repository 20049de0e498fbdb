import io
import json
import subprocess
import sys
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import msgspec
import pytest

from tests.workouts import STARTED, WARM_UP, example_workout, work
from trainer.cli import parse
from trainer.cli.log import run_log
from trainer.core.routine import BlockKind
from trainer.core.workout import WorkoutState
from trainer.paths import DataPaths, data_paths
from trainer.storage.workout_log import WorkoutLog


@pytest.fixture
def paths(tmp_path: Path) -> DataPaths:
    return data_paths(tmp_path / "data")


@pytest.fixture
def filled(paths: DataPaths) -> DataPaths:
    with closing(WorkoutLog.open(paths.database, paths.backups)) as log:
        log.add(example_workout(1))
        later = example_workout(2, STARTED + timedelta(days=1), minutes=10)
        log.add(msgspec.structs.replace(later, state=WorkoutState.COMPLETE, effort=4, routine_name="Wide"))
        log.add(example_workout(3))
        log.delete(example_workout(3).id, STARTED)
    return paths


def ran(*arguments: str) -> tuple[int, str, str]:
    out, err = io.StringIO(), io.StringIO()
    code = run_log(parse(["log", *arguments]), out, err)
    return code, out.getvalue(), err.getvalue()


def test_no_log_yet_is_said_and_none_is_begun(paths: DataPaths) -> None:
    paths.folder.mkdir()
    assert ran("--data-dir", str(paths.folder)) == (0, "There are no workouts in the log yet.\n", "")
    code, out, err = ran("--json", "--data-dir", str(paths.folder))
    assert (code, json.loads(out), err) == (0, {"format": 1, "workouts": [], "weighings": []}, "")
    code, out, err = ran("--csv", "--data-dir", str(paths.folder))
    assert (code, out.count("\n"), err) == (0, 1, "")
    assert not list(paths.folder.iterdir())


@pytest.mark.parametrize("form", [[], ["--json"], ["--csv"]])
def test_a_named_folder_has_to_be_there(tmp_path: Path, form: list[str]) -> None:
    file = tmp_path / "file"
    file.touch()
    for folder in (tmp_path / "none" / "x", file):
        assert ran(*form, "--data-dir", str(folder)) == (1, "", f"{folder}: there is no folder here.\n")


def test_the_usual_place_need_not_be_there_yet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("trainer.cli.log.data_paths", lambda _: data_paths(tmp_path / "none"))
    assert ran() == (0, "There are no workouts in the log yet.\n", "")


def test_an_empty_log_is_said(paths: DataPaths) -> None:
    WorkoutLog.open(paths.database, paths.backups).close()
    assert ran("--data-dir", str(paths.folder)) == (0, "There are no workouts in the log yet.\n", "")


def test_the_table_is_newest_first_and_added_up(filled: DataPaths) -> None:
    code, out, err = ran("--data-dir", str(filled.folder))
    assert (code, err) == (0, "")
    assert out.splitlines() == [
        "Date        Start  Routine               Minutes  kcal     Moves   Effort  Ended",
        "2026-01-06  08:00  Wide                  15.0     55–95    2 of 3  4       complete",
        "2026-01-05  08:00  Upper and Lower Back  30.0     105–175  2 of 3          in part",
        "",
        "2 workouts, 45 active minutes",
    ]


def test_less_than_a_minute_is_added_up_in_seconds(paths: DataPaths) -> None:
    with closing(WorkoutLog.open(paths.database, paths.backups)) as log:
        short = work(0, BlockKind.WARM_UP, "march", WARM_UP, 9.2)
        log.add(msgspec.structs.replace(example_workout(1), active_seconds=9.2, spans=(short,)))
    assert ran("--data-dir", str(paths.folder))[1].endswith("\n1 workout, 9 active seconds\n")


def test_more_than_a_page_is_listed(paths: DataPaths) -> None:
    with closing(WorkoutLog.open(paths.database, paths.backups)) as log:
        for number in range(250):
            log.add(example_workout(number, STARTED + timedelta(hours=number)))
    _, out, _ = ran("--data-dir", str(paths.folder))
    assert out.count("Upper and Lower Back") == 250
    assert "250 workouts" in out


def test_json_and_csv_are_oldest_first(filled: DataPaths) -> None:
    _, out, _ = ran("--json", "--data-dir", str(filled.folder))
    assert [one["date"] for one in json.loads(out)["workouts"]] == ["2026-01-05", "2026-01-06"]
    _, out, _ = ran("--csv", "--data-dir", str(filled.folder))
    assert [line.split(",")[1] for line in out.splitlines()] == ["date", "2026-01-05", "2026-01-06"]


def test_only_one_form_at_a_time(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        parse(["log", "--json", "--csv"])
    assert caught.value.code == 2
    assert "--csv" in capsys.readouterr().err


@pytest.mark.parametrize("order", [["--data-dir", "DIR", "log"], ["log", "--data-dir", "DIR"]])
def test_the_folder_may_stand_on_either_side(filled: DataPaths, order: list[str]) -> None:
    arguments = parse([str(filled.folder) if word == "DIR" else word for word in order])
    out = io.StringIO()
    assert run_log(arguments, out, io.StringIO()) == 0
    assert "2 workouts" in out.getvalue()


def test_a_file_that_is_no_log_is_a_sentence(paths: DataPaths) -> None:
    paths.folder.mkdir()
    paths.database.write_text("Dear diary")
    code, out, err = ran("--data-dir", str(paths.folder))
    assert (code, out) == (1, "")
    assert str(paths.database) in err
    assert err.count("\n") == 1
    assert paths.database.read_text() == "Dear diary"


def test_no_qt_is_loaded(filled: DataPaths) -> None:
    program = (
        "import sys; from trainer.__main__ import main; code = main(['log', '--json', '--data-dir', sys.argv[1]]); "
        "heavy = {'PySide6', 'shiboken6', 'numpy', 'pyqtgraph'} & set(sys.modules); sys.exit(f'{code} {heavy}')"
    )
    root = Path(__file__).parents[2]
    result = subprocess.run(
        [sys.executable, "-c", program, str(filled.folder)], cwd=root, capture_output=True, text=True, check=False
    )
    assert result.stderr.strip() == "0 set()"
    assert len(json.loads(result.stdout)["workouts"]) == 2
