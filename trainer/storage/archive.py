"""A whole backup in one archive: what is in it, what it may be, and where each file belongs.

A zip of plain files under the names they have in the data folder, and `manifest.json`, which lists each with its size
and SHA-256. Nothing in it needs this program to be read: the log is an SQLite database, the rest is text and media.
"""

import re
from datetime import date, datetime

from msgspec import Struct

from trainer.language import tr

FORMAT = 1  # of the archive; the log inside has its own schema number
PROGRAM = "trainer"
MANIFEST = "manifest.json"
DATABASE = "workouts.sqlite3"
PREFERENCES = "preferences.toml"
FOLDERS = ("routines", "exercises", "drafts", "trash")

# Bounds on what is read from an archive that may come from anybody. Ten years of daily workouts are some 60 MB of log.
LARGEST_ARCHIVE = 2**32 - 1  # bytes: what a zip without its 64-bit extension can be
LARGEST_LIST = 8 * 2**20  # bytes of the manifest and of the zip's own table of contents
LARGEST_TEXT = 4 * 2**20  # bytes of a routine, an exercise, a draft, the preferences
LARGEST_FILE = 2 * 2**30  # bytes of the log, or of one clip
MOST_FILES = 20_000
MOST_SHRUNK = 200  # times; a log shrinks to a fifth, a file made to fill a disk to a thousandth
SHRUNK_UNASKED = 2**20  # bytes below which nobody asks how far a file was shrunk

TEXTS = frozenset({".toml", ".json", ".bak"})
_NAME = re.compile(r"""[^\x00-\x1f\x7f/\\:*?"<>|]{1,180}""")
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)  # names of devices on Windows


class ArchivedFile(Struct, frozen=True):
    """One file of an archive."""

    bytes: int
    sha256: str  # in hexadecimal digits


class Manifest(Struct, frozen=True, kw_only=True):
    """What an archive says of itself. Fields of newer versions are left unread."""

    program: str
    format: int
    made: datetime  # aware, UTC
    version: str  # of the program that made it
    schema: int = 0  # of the log; 0: there is none
    workouts: int = 0  # in the log
    last_workout: date | None = None  # the newest one's local date
    media: bool = True  # pictures and clips of routines are in it
    files: dict[str, ArchivedFile] = {}

    @property
    def routines(self) -> int:
        """How many routines of one's own."""
        return sum(name.startswith("routines/") and name.endswith(".toml") for name in self.files)


def fits(name: str) -> bool:
    """Whether a file of that name belongs into a backup: one of ours, with no way out of its folder."""
    if name in {DATABASE, PREFERENCES}:
        return True
    folder, slash, plain = name.partition("/")
    return (
        bool(slash)
        and folder in FOLDERS
        and _NAME.fullmatch(plain) is not None
        and not plain.startswith(".")
        and not plain.endswith((".", " "))
        and _RESERVED.fullmatch(plain) is None
    )


def largest(name: str) -> int:
    """How many bytes a file of that name may have."""
    is_text = name == PREFERENCES or (name != DATABASE and suffix(name) in TEXTS)
    return LARGEST_TEXT if is_text else LARGEST_FILE


def suffix(name: str) -> str:
    """What follows the last dot, with it, in small letters; empty where there is none."""
    stem, dot, end = name.rpartition(".")
    return f".{end.casefold()}" if dot and stem else ""


def too_large() -> str:
    """A sentence about {file}, which can't be put into an archive."""
    return tr("{file} is too large for a backup in one file; leave pictures and clips out, or copy the folder.")
