"""A whole backup: what goes in, what is refused, and that every refusal is one sentence."""

import io
import stat
import struct
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.backups import NOW, TEXT, furnish, listing, packed, spoil
from tests.workouts import example_workout
from trainer.paths import DataPaths, data_paths
from trainer.storage.archive import DATABASE, MANIFEST, fits
from trainer.storage.archive_reader import opened_archive
from trainer.storage.archive_writer import write_archive
from trainer.storage.errors import DamagedError, StorageError
from trainer.storage.restoring import look_into
from trainer.storage.snapshot import CancelledError
from trainer.storage.workout_log import WorkoutLog


def test_everything_of_the_persons_goes_in_and_nothing_else(paths: DataPaths, tmp_path: Path) -> None:
    furnish(paths)
    with closing(WorkoutLog.open(paths.database, paths.backups)) as log:  # which is being written meanwhile
        log.add(example_workout(2))
        manifest = write_archive(paths, tmp_path / "all.zip", NOW)
    assert set(manifest.files) == {
        DATABASE, "preferences.toml", "routines/mine, ünï.toml", "routines/clip.mp4", "exercises/own.toml",
        "drafts/a.draft.json", "trash/gone.toml",
    }  # fmt: skip
    assert (manifest.workouts, manifest.last_workout, manifest.routines) == (2, date(2026, 1, 5), 1)
    assert look_into(tmp_path / "all.zip") == manifest
    assert [path.name for path in tmp_path.glob("*.unfinished*")] == []


def test_pictures_and_clips_can_stay_out(paths: DataPaths, tmp_path: Path) -> None:
    furnish(paths)
    assert "routines/clip.mp4" not in write_archive(paths, tmp_path / "all.zip", NOW, media=False).files


def test_a_folder_without_a_log_yet_can_be_backed_up(paths: DataPaths, tmp_path: Path) -> None:
    paths.folder.mkdir()
    manifest = write_archive(paths, tmp_path / "all.zip", NOW)
    assert (manifest.files, manifest.schema) == ({}, 0)
    assert look_into(tmp_path / "all.zip") == manifest


def test_what_fails_or_is_stopped_leaves_the_backup_before(paths: DataPaths, tmp_path: Path) -> None:
    furnish(paths)
    target = tmp_path / "all.zip"
    target.write_bytes(b"the one before")
    with pytest.raises(CancelledError):
        write_archive(paths, target, NOW, cancelled=lambda: True)
    spoil(paths.database)
    with pytest.raises(DamagedError) as caught:
        write_archive(paths, target, NOW)
    assert "is damaged" in caught.value.sentence
    assert target.read_bytes() == b"the one before"
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["all.zip"]


# --- archives that are not to be trusted ------------------------------------------------------------------------


def one(name: str) -> bytes:
    return packed({name: TEXT})


GOOD = packed({"preferences.toml": TEXT})


def patched(content: bytes, find: bytes, put: bytes) -> bytes:
    assert content.count(find) >= 1
    return content.replace(find, put)


def local_name_spoiled(archive: bytes) -> bytes:
    """The first file's name, where its content begins, said to be UTF-8 and none; the table of contents is right."""
    first, rest = archive[:60], archive[60:]
    return patched(patched(first, b"\0\0\x08\0", b"\0\x08\x08\0"), b"preferences", b"pr\xa9ferences") + rest


HOSTILE: dict[str, Callable[[], bytes]] = {
    "nothing at all": lambda: b"",
    "no zip": lambda: b"Dear diary,\n" * 1000,
    "cut short": lambda: GOOD[: len(GOOD) // 2],
    "something after its end": lambda: GOOD + b"\0" * 30,
    "a way up": lambda: one("../evil.toml"),
    "a way up within": lambda: one("routines/../../evil.toml"),
    "a way up, of Windows": lambda: one("routines\\..\\evil.toml"),
    "from the root": lambda: one("/etc/cron.d/evil"),
    "a drive": lambda: one("C:/evil.toml"),
    "a stream of NTFS": lambda: one("routines/a.toml:evil"),
    "a device of Windows": lambda: one("routines/con.toml"),
    "a folder of its own": lambda: one("bin/evil"),
    "a folder in a folder": lambda: one("routines/a/b.toml"),
    "a hidden file": lambda: one("routines/.bashrc"),
    "a line break in a name": lambda: one("routines/a\nb.toml"),
    "the lock": lambda: one("trainer.lock"),
    "a link": lambda: packed({"routines/a.toml": b"/etc/passwd"}, mode=stat.S_IFLNK | 0o777),
    "a pipe": lambda: packed({"routines/a.toml": b""}, mode=stat.S_IFIFO | 0o600),
    "two names for one file": lambda: packed({"routines/a.toml": TEXT, "routines/A.toml": TEXT}),
    "no manifest": lambda: patched(GOOD, MANIFEST.encode(), b"manifesto.txt"),
    "a manifest that is no JSON": lambda: packed({}, b"{"),
    "a manifest of nested lists": lambda: packed({}, b"[" * 100_000),
    "a manifest with half a character": lambda: packed({}, b'{"program": "\xf5"}'),
    "half a character in a name": lambda: local_name_spoiled(GOOD),
    "another program's": lambda: packed({}, listing({}, program="anki")),
    "a moment without a zone": lambda: packed({}, listing({}, made="2026-01-05T07:00:00")),
    "a file that is not listed": lambda: packed({"routines/a.toml": TEXT}, listing({})),
    "a file that is missing": lambda: packed({}, listing({"routines/a.toml": TEXT})),
    "another content": lambda: packed({"routines/a.toml": TEXT}, listing({"routines/a.toml": TEXT[::-1]})),
    "another size": lambda: packed({"routines/a.toml": TEXT}, listing({"routines/a.toml": TEXT + b"\n"})),
    "a text of gigabytes": lambda: packed({"preferences.toml": b" " * (5 * 2**20)}),
    "a bomb": lambda: packed({DATABASE: bytes(64 * 2**20)}, listing({DATABASE: b""}, schema=1)),
    "a log that is none": lambda: packed({DATABASE: TEXT}, listing({DATABASE: TEXT})),
    "encrypted": lambda: patched(GOOD, b"PK\x01\x02\x14\x03\x14\x00\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01\x00"),
    "packed otherwise": lambda: patched(
        GOOD, b"PK\x01\x02\x14\x03\x14\x00\x00\x00\x08\x00", b"PK\x01\x02\x14\x03\x14\x00\x00\x00\x0c\x00"
    ),
    "a table of contents of gigabytes": lambda: GOOD[:-10] + struct.pack("<I", 2**31) + GOOD[-6:],
    "the 64-bit form": lambda: GOOD[:-22] + b"PK\x06\x07" + bytes(16) + GOOD[-22:],
}


@pytest.mark.parametrize("what", HOSTILE)
def test_what_is_no_backup_is_refused_in_one_sentence(what: str, tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(HOSTILE[what]())
    with pytest.raises(StorageError) as caught:
        look_into(path)
    sentence = caught.value.sentence
    assert sentence.startswith(f"{path} can't be restored: ")
    assert sentence.endswith("Choose a backup that Trainer has made.")
    assert sentence.isprintable()


def test_the_good_one_is_taken(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(GOOD)
    assert list(look_into(path).files) == ["preferences.toml"]


def test_one_of_a_newer_version_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(packed({}, listing({}, format=2)))
    with pytest.raises(StorageError, match="made by a newer Trainer"):
        look_into(path)


def test_a_folder_is_no_archive(tmp_path: Path) -> None:
    with pytest.raises(StorageError):
        look_into(tmp_path)


@given(st.binary(max_size=60), st.integers(0, len(GOOD)), st.integers(0, 40))
@settings(max_examples=150, deadline=None)
def test_no_damage_gets_further_than_a_sentence(noise: bytes, at: int, gone: int) -> None:
    path = data_paths().folder.parent / "noisy.zip"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(GOOD[:at] + noise + GOOD[at + gone :])
    names: list[str] = []
    said = ""
    try:
        with opened_archive(path) as opened:
            names = list(opened.manifest.files)
            for name in names:
                opened.unpack(name, io.BytesIO())
    except StorageError as error:
        said = error.sentence
    assert said.isprintable()
    assert all(map(fits, names))


@given(st.text(max_size=40))
def test_a_name_that_fits_stays_in_its_folder(name: str) -> None:
    for whole in (name, f"routines/{name}"):
        if fits(whole):
            assert (Path("/data") / whole).resolve().parent in {Path("/data"), Path("/data/routines")}
