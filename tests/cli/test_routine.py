"""trainer routine list, show, check, import: data on stdout, problems on stderr, 0 or 1."""

from pathlib import Path

import pytest

from trainer import cli
from trainer.resources import routines

SHIPPED = len(tuple(routines().glob("*.toml")))


@pytest.fixture
def trainer(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> "Trainer":
    """The command line with a data folder of its own."""
    return Trainer(tmp_path / "data", capsys)


class Trainer:
    """Runs subcommands; gives (exit code, stdout, stderr)."""

    def __init__(self, data_dir: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.data_dir = data_dir
        self._capsys = capsys

    def __call__(self, *arguments: str) -> tuple[int, str, str]:
        code = cli.run_subcommand(cli.parse(["--data-dir", str(self.data_dir), *arguments]))
        return code, *self._capsys.readouterr()


def test_list_names_every_routine_with_its_length(trainer: Trainer) -> None:
    code, out, err = trainer("routine", "list")
    assert (code, err) == (0, "")
    lines = [" ".join(line.split()) for line in out.splitlines()]
    assert len(lines) == SHIPPED
    assert "desk-day-undo 5:15 main 8:00 in all Desk-Day Undo" in lines
    assert "upper-and-lower-back 25:00 main 35:45 in all Upper and Lower Back" in lines


def test_list_goes_on_behind_a_bad_file_and_says_so(trainer: Trainer) -> None:
    folder = trainer.data_dir / "routines"
    folder.mkdir(parents=True)
    (folder / "bad.toml").write_text("seconds = forty")
    code, out, err = trainer("routine", "list")
    assert code == 1
    assert len(out.splitlines()) == SHIPPED
    assert err == "bad.toml, line 1: no value TOML knows, forty; write text in quotes, numbers without.\n"


def test_list_names_the_exercises_with_their_variants(trainer: Trainer) -> None:
    code, out, err = trainer("routine", "list", "--exercises")
    assert (code, err) == (0, "")
    assert ["reverse_fly", "Reverse", "Fly", "seated,", "one-arm,", "three-second-hold"] in [
        line.split() for line in out.splitlines()
    ]


def test_show_prints_the_routine_step_by_step(trainer: Trainer) -> None:
    code, out, err = trainer("routine", "show", "upper-and-lower-back")
    assert (code, err) == (0, "")
    lines = [" ".join(line.split()) for line in out.splitlines()]
    assert lines[0] == "Upper and Lower Back (upper-and-lower-back)"
    assert "35:45 in all" in lines
    assert "Claimed by the page this routine comes from: 165–210 kcal." in lines
    assert "Main, 25:00, 2 rounds" in lines
    assert "Physio Ball Back Extension 60 s 45 s to get set" in lines
    assert "Standing Hip Circles 20 s each side 5 s to get set" in lines


def test_show_prints_repetitions_and_open_steps(trainer: Trainer) -> None:
    _, out, _ = trainer("routine", "show", "gentle-back")
    lines = [" ".join(line.split()) for line in out.splitlines()]
    assert "Back Bow, chest only 6 times 10 s to get set" in lines
    assert "Child's Pose, cushioned open-ended 15 s to get set" in lines


def test_cues_are_a_table_of_what_is_heard_and_shown(trainer: Trainer) -> None:
    code, out, err = trainer("routine", "cues", "upper-and-lower-back")
    assert (code, err) == (0, "")
    lines = [" ".join(line.split()) for line in out.splitlines()]
    assert lines[0] == "0:00.0 GET READY March in Place, 10 seconds"
    assert "0:00.0 says Next: March in Place, standing (2.5 s)" in lines
    assert "0:07.0 tone short, counting down to the start" in lines
    assert "0:10.0 tone long, the start" in lines
    assert "0:40.0 tone two notes, halfway" in lines
    assert "0:40.4 says Halfway (0.6 s)" in lines
    assert "0:22.0 shows Stay upright as your knees rise" in lines
    assert lines[-1].endswith("tone rising chord, the end of the workout")


def test_cues_as_the_person_hears_them(trainer: Trainer) -> None:
    def kinds(heard: str) -> set[str]:
        _, out, _ = trainer("routine", "cues", "gentle-back", "--heard", heard)
        return {line.split()[1] for line in out.splitlines()} & {"says", "tone"}

    assert kinds("full") == kinds("names") == {"says", "tone"}
    assert kinds("tones") == {"tone"}
    assert kinds("silent") == set()


def test_cues_of_every_routine(trainer: Trainer) -> None:
    for path in routines().glob("*.toml"):
        code, out, err = trainer("routine", "cues", path.stem)
        assert (code, err) == (0, ""), path
        assert out.count(" says ") > 5


def test_show_of_what_isnt_there_is_a_sentence(trainer: Trainer) -> None:
    assert trainer("routine", "show", "flor-only") == (
        1,
        "",
        'flor-only: no routine or file is called this; "floor-only" is likely meant.\n',
    )


def test_check_says_of_each_file_what_is_wrong_or_that_all_is_well(trainer: Trainer, tmp_path: Path) -> None:
    bad = tmp_path / "bad.toml"
    bad.write_text(
        (routines() / "floor-only.toml").read_text(encoding="utf-8").replace("seconds = 60", "seconds = -60")
    )
    code, out, err = trainer("routine", "check", str(bad), str(routines() / "floor-only.toml"))
    assert code == 1
    assert out == "floor-only.toml: Floor Only, 12:20, all well\n"
    assert err == (
        'bad.toml, line 26, block 1 "Warm-up", step 1, seconds: -60; '
        "this must be a whole number of seconds from 5 to 3600.\n"
    )


def test_check_refuses_an_id_that_is_taken_as_list_and_import_do(trainer: Trainer, tmp_path: Path) -> None:
    shipped = routines() / "floor-only.toml"
    copy = tmp_path / "floor.toml"
    copy.write_bytes(shipped.read_bytes())
    code, out, err = trainer("routine", "check", str(copy))
    assert (code, out) == (1, "")
    assert err.startswith('floor.toml, line 8, id: the id "floor-only" is taken by floor-only.toml, which comes with')
    trainer("routine", "import", str(copy), "--as", "my-floor")
    kept = trainer.data_dir / "routines" / "my-floor.toml"
    assert trainer("routine", "check", str(shipped), str(kept))[0] == 0


def test_import_takes_a_file_in_once(trainer: Trainer) -> None:
    source = str(routines() / "floor-only.toml")
    kept = trainer.data_dir / "routines" / "my-floor.toml"
    assert trainer("routine", "import", source, "--as", "my-floor") == (
        0,
        f"Floor Only is now one of your routines: {kept}\n",
        "",
    )
    assert "my-floor" in trainer("routine", "list")[1]
    code, out, err = trainer("routine", "import", source, "--as", "my-floor")
    assert (code, out) == (1, "")
    assert 'the id "my-floor" is taken by my-floor.toml' in err


def test_import_says_what_can_be_imported(trainer: Trainer, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<h1>Back</h1>")
    assert trainer("routine", "import", str(page)) == (
        1,
        "",
        (
            "page.html: no workout was found in it; it must name its exercises, "
            'as "Squats – 3 x 12" or "Plank – Lie on your forearms ...".\n'
        ),
    )


@pytest.mark.usefixtures("pseudo_language")
def test_another_language_reaches_the_command_line(trainer: Trainer) -> None:
    assert "to get set" not in trainer("routine", "show", "floor-only")[1]
