"""Move files: read when asked for, and refused in a sentence that names the file, the clause and the word."""

import shutil
from pathlib import Path

import pytest

from trainer.library.catalogue import Catalogue
from trainer.library.moves import Moves
from trainer.library.problem import LibraryError
from trainer.resources import moves


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    copy = tmp_path / "moves"
    shutil.copytree(moves(), copy)
    return copy


def refused(folder: Path, text: str) -> str:
    (folder / "wave.toml").write_text(text, encoding="utf-8")
    with pytest.raises(LibraryError) as caught:
        Moves(folder).move("wave")
    return str(caught.value)


def wave(pose: str = 'up = "shoulders raise 90"', cycle: str = '["up concentric"]', more: str = "") -> str:
    return f'format = 1\nposture = "stand"\ncycle = {cycle}\n{more}\n[pose]\n{pose}\n'


def test_every_shipped_move_is_read() -> None:
    shipped = Moves(moves())
    assert len(shipped.ids()) >= 8
    assert "postures" not in shipped.ids()
    for move_id in shipped.ids():
        assert shipped.move(move_id).id == move_id


def test_the_back_workout_has_all_its_moves(catalogue: Catalogue) -> None:
    shipped = Moves(moves())
    entry = catalogue.routine("upper-and-lower-back")
    assert entry is not None
    main = [step.exercise for block in entry.routine.blocks if block.kind == "main" for step in block.steps]
    assert [name for name in main if shipped.move_of(catalogue.exercises[name]) is None] == []


def test_what_nobody_has_drawn_has_no_move(folder: Path, catalogue: Catalogue) -> None:
    (folder / "reverse_fly.toml").unlink()
    assert Moves(folder).move_of(catalogue.exercises["reverse_fly"]) is None


@pytest.mark.parametrize(
    ("pose", "said"),
    [
        ('up = "sholders raise 9"', '"sholders" in "sholders raise 9" is no part of the body; "shoulder" is likely'),
        ('up = "knees 3; shoulders rise 9"', '"rise" in "shoulders rise 9" is no motion of this part; "raise" is like'),
        ('up = "shoulders raise"', 'a number is missing after "raise" in "shoulders raise"'),
        ('up = "left pelvis 4"', '"pelvis" in "left pelvis 4" has no left and right'),
        ('up = "knee 9000"', "is no angle and no place of a body; this must be a number from -400"),
        ('up = "like down"', '"down" in "like down" is no pose above this one'),
        ('up = "knee"', '"knee" says nothing about its part'),
    ],
)
def test_a_clause_is_refused_by_file_line_and_word(folder: Path, pose: str, said: str) -> None:
    sentence = refused(folder, wave(pose))
    assert sentence.startswith("wave.toml, line 6, pose, up: ")
    assert said in sentence


@pytest.mark.parametrize(
    ("cycle", "said"),
    [
        ('["down concentric"]', '"down" is unknown here; this must be one of up, stay'),
        ('["up concentrik"]', '"concentrik" is unknown here; "concentric" is likely meant'),
        ('["up"]', '"up" is no step'),
        ('["up cycle 1/0"]', '"up cycle 1/0" is no step'),
        ('["up cycle 0"]', '"up cycle 0" is no step'),
        ('["up cycle -1"]', '"up cycle -1" is no step'),
        ('["stay hold"]', "no step that goes to a pose"),
        ('["up concentric cascade head>toe"]', '"toe" is unknown here'),
    ],
)
def test_a_step_is_refused(folder: Path, cycle: str, said: str) -> None:
    assert said in refused(folder, wave(cycle=cycle))


def test_other_fields_are_refused(folder: Path) -> None:
    assert '"stund" is unknown here; "stand" is likely meant' in refused(folder, wave().replace("stand", "stund"))
    assert '"down" is unknown here' in refused(folder, wave(more='rest = "down"'))
    assert "no pose" in refused(folder, wave(pose=""))
    assert 'unknown key "viev"' in refused(folder, wave(more="viev = [1, 2]"))


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ('[grip.left]\nfrane = "T2"', 'grip, left, frane: unknown key "frane"; "frame" is likely meant.'),
        ('[grip.lefd]\nframe = "T2"', 'grip, lefd: unknown key "lefd"; "left" is likely meant.'),
        ('[grip.left]\nframe = "T2"\nwrist = [1]', "grip, left, wrist: a list; this must be 3 numbers in brackets."),
        ('[support]\nup = "nose"', 'support, up: a word, "nose"; this must be one of'),
    ],
    ids=["unknown key", "unknown side", "too few numbers", "unknown word"],
)
def test_what_is_wrong_within_a_table_is_said_at_its_place(folder: Path, more: str, said: str) -> None:
    assert said in refused(folder, wave() + "\n" + more + "\n")


def test_a_posture_is_refused(folder: Path) -> None:
    (folder / "postures.toml").write_text('format = 1\n[posture.stand]\nroot = "feet"\npose = "neez 4"\n')
    sentence = refused(folder, wave())
    assert sentence.startswith("postures.toml, line 4, posture, stand, pose")
    assert '"neez" in "neez 4" is no part of the body' in sentence
