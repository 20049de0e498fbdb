"""Every reader fed with what is nearly right: whole files with pieces cut out, doubled, exchanged and put in."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.hostile.readers import READERS
from tests.hostile.restore_reader import RESTORE, archive_of
from trainer.storage.errors import StorageError
from trainer.storage.restoring import look_into

#: What Qt's decoders say of files that are none; it is theirs to say, and no warning of ours.
pytestmark = pytest.mark.qt_log_ignore(".")

QUICK = [name for name, reader in READERS.items() if not reader.by_hand]

#: What files are broken with: syntax of every format read, numbers at their ends, characters that show as nothing.
PIECES = (
    b"\x00", b"\xff", b"\xef\xbb\xbf", b"\xff\xfe", b"\r", b"\n", b"\t", b"\x1b[2J", b"\x7f", b"\xc2\x85",
    "\u202e".encode(), "\u2066".encode(), "\u200b".encode(), "\ufeff".encode(), "\u2028".encode(),
    "\U000e0041".encode(), "é".encode(), "e\u0301".encode(), "🏋️‍♀️".encode(), b"\xed\xa0\x80",
    b'"', b"'", b'"""', b"[", b"]", b"[[", b"{", b"}", b",", b";", b"=", b":", b".", b"#", b"\\", b"\\u0000",
    b"-", b"0", b"-1", b"nan", b"inf", b"1e309", b"-1e-400", b"9223372036854775808", b"9" * 400, b"0x" + b"f" * 60,
    b"true", b"null", b"9999-12-31T23:59:59Z", b"0001-01-01", b"2026-02-30", b"1979-05-27T07:32:00+23:59",
    b"../../etc/passwd", b"C:\\con", b"file:///etc/passwd", b"javascript:alert(1)", b"<img src=x>", b"<b>", b"&lt;",
    b"\\ud800", b"[" * 2000, b'{"a":' * 2000, b"a." * 90, b"x" * 5000, b" " * 5000,
    b"PK\x05\x06", b"PK\x01\x02", b"\xff\xff\xff\xff",
)  # fmt: skip

cuts = st.tuples(st.floats(0, 1), st.integers(0, 60), st.one_of(st.sampled_from(PIECES), st.binary(max_size=8)))


def broken(seed: bytes, changes: list[tuple[float, int, bytes]]) -> bytes:
    """The file with each change made: at a share of its length, so many bytes replaced by others."""
    for place, length, piece in changes:
        at = round(place * len(seed))
        seed = seed[:at] + piece + seed[at + length :]
    return seed


@pytest.mark.parametrize("name", QUICK)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_a_whole_file_with_pieces_exchanged(name: str, data: st.DataObject) -> None:
    reader = READERS[name]
    reader.feed(broken(data.draw(st.sampled_from(reader.seeds())), data.draw(st.lists(cuts, min_size=1, max_size=4))))


@pytest.mark.parametrize("name", QUICK)
@settings(max_examples=40, deadline=None)
@given(content=st.one_of(st.binary(max_size=300), st.lists(st.sampled_from(PIECES), max_size=12).map(b"".join)))
def test_bytes_of_no_kind(name: str, content: bytes) -> None:
    READERS[name].feed(content)


@pytest.mark.parametrize("name", READERS)
def test_the_whole_files_are_read(name: str) -> None:
    for seed in READERS[name].seeds():
        READERS[name].feed(seed)


def test_the_backups_begun_from_are_restored_but_those_made_to_do_harm(tmp_path: Path) -> None:
    """Else nothing but refusals would be tried."""
    done: list[bool] = []
    for number, seed in enumerate(RESTORE.seeds()):
        archive = tmp_path / f"{number}.zip"
        archive.write_bytes(archive_of(seed))
        try:
            look_into(archive)
        except StorageError:
            done.append(False)
        else:
            done.append(True)
    assert done == [True, True, False, True, True]
