"""Nothing a person made is lost: what is thrown away comes back, what is being edited is kept."""

from pathlib import Path

import pytest
from msgspec import structs

from trainer.core.routine import Block, BlockKind, Routine, Step
from trainer.library.catalogue import Catalogue, RoutineEntry
from trainer.library.drafts import Draft, drop_draft, fingerprint_of, keep_draft, kept_drafts
from trainer.library.problem import LibraryError
from trainer.library.routine_file import read_routine
from trainer.library.routine_writer import save_routine
from trainer.library.trash import delete_for_good, discard, discarded, free_id, restore

MINE = Routine(1, "mine", "Mine", (Block(BlockKind.STRENGTH, "Main", (Step("cat_cow", seconds=30),)),))


@pytest.fixture
def file(tmp_path: Path, catalogue: Catalogue) -> Path:
    path = tmp_path / "routines" / "mine.toml"
    save_routine(MINE, path, catalogue.exercises)
    path.write_text("# by hand\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    return path


def test_what_is_thrown_away_comes_back_as_it_was(tmp_path: Path, file: Path, catalogue: Catalogue) -> None:
    content = file.read_bytes()
    discard(file, tmp_path / "trash")
    assert not file.exists()
    (one,) = discarded(tmp_path / "trash", catalogue.exercises)
    assert one.routine == MINE
    assert restore(one.path, tmp_path / "routines", catalogue) == MINE
    assert file.read_bytes() == content
    assert discarded(tmp_path / "trash", catalogue.exercises) == ()


def test_two_of_a_name_lie_in_the_trash_side_by_side(tmp_path: Path, file: Path, catalogue: Catalogue) -> None:
    discard(file, tmp_path / "trash")
    save_routine(MINE, file, catalogue.exercises)
    discard(file, tmp_path / "trash")
    assert len(discarded(tmp_path / "trash", catalogue.exercises)) == 2


def test_an_id_that_is_taken_by_now_gets_a_number(tmp_path: Path, file: Path, catalogue: Catalogue) -> None:
    kept = discard(file, tmp_path / "trash")
    entry = RoutineEntry(MINE, file, shipped=False)
    full = structs.replace(catalogue, routines=(*catalogue.routines, entry))
    assert restore(kept, tmp_path / "routines", full).id == "mine-2"
    text = (tmp_path / "routines" / "mine-2.toml").read_text(encoding="utf-8")
    assert text.startswith("# by hand\n")
    assert free_id("mine", full) == "mine-2"


def test_for_good_is_for_good(tmp_path: Path, file: Path, catalogue: Catalogue) -> None:
    delete_for_good(discard(file, tmp_path / "trash"))
    assert discarded(tmp_path / "trash", catalogue.exercises) == ()


def test_what_is_not_there_cannot_be_thrown_away(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="can't be moved"):
        discard(tmp_path / "none.toml", tmp_path / "trash")


def test_a_draft_reads_back(tmp_path: Path, file: Path) -> None:
    draft = Draft(structs.replace(MINE, blocks=()), str(file), fingerprint_of(file))  # a draft may be unfinished
    keep_draft(tmp_path, draft)
    keep_draft(tmp_path, structs.replace(draft, routine=structs.replace(MINE, id="other")))
    assert {one.routine.id for one in kept_drafts(tmp_path)} == {"mine", "other"}
    drop_draft(tmp_path, "mine")
    drop_draft(tmp_path, "mine")
    assert [one.routine.id for one in kept_drafts(tmp_path)] == ["other"]


def test_a_draft_stands_under_its_own_name_only(tmp_path: Path) -> None:
    folder = tmp_path / "drafts"
    keep_draft(folder, Draft(MINE))
    text = (folder / "mine.draft.json").read_text(encoding="utf-8")
    (folder / "other.draft.json").write_text(text.replace('"mine"', '"../../mine"'), encoding="utf-8")
    assert [one.routine.id for one in kept_drafts(folder)] == ["mine"]


@pytest.mark.parametrize(
    "content",
    [b'{"routine": {"form', b'{"routine": {"id": "\xf5"}}', b"[" * 100_000],
    ids=["torn", "half a character", "nested"],
)
def test_a_torn_draft_is_left_alone(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "mine.draft.json").write_bytes(content)
    assert kept_drafts(tmp_path) == ()
    assert (tmp_path / "mine.draft.json").exists()


def test_a_disk_that_refuses_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    with pytest.raises(LibraryError, match="can't be kept"):
        keep_draft(tmp_path / "file", Draft(MINE))


def test_shipped_routines_hold_what_the_balance_linter_asks(catalogue: Catalogue) -> None:
    from trainer.core.balance_lint import remarks
    from trainer.core.routine import RemarkKind
    from trainer.library.remark_words import remark_sentence

    for entry in catalogue.routines:
        found = [one for one in remarks(entry.routine, catalogue.exercises) if one.kind is not RemarkKind.ORDER]
        assert [remark_sentence(one, entry.routine, catalogue.exercises) for one in found] == [], entry.routine.id


def test_what_is_meant_is_read_from_a_file(tmp_path: Path, catalogue: Catalogue) -> None:
    path = tmp_path / "mine.toml"
    meant = structs.replace(MINE, meant=("same-muscle",))
    save_routine(meant, path, catalogue.exercises)
    assert 'meant = ["same-muscle"]' in path.read_text(encoding="utf-8")
    path.write_text(path.read_text(encoding="utf-8").replace("same-muscle", "same-mussel"), encoding="utf-8")
    with pytest.raises(LibraryError, match="same-muscle"):
        read_routine(path, catalogue.exercises)
