"""The program's own log: a few small files of what it did, without anything of the person's.

It tells starts, ends, sessions begun and left, warnings and mishaps; never what was trained, weighed or written. The
home folder is written "~", and so is the person's name on this computer wherever it stands in a path.
"""

from __future__ import annotations

import getpass
import logging
import logging.handlers
import time
from contextlib import suppress
from pathlib import Path
from typing import Final

MOST_BYTES: Final = 200_000  # of one file: some months
KEPT: Final = 2  # files beside the one that is written
_FORM: Final = "%(asctime)sZ %(levelname)s %(message)s"
_ROOT: Final = "trainer"


def open_run_log(path: Path) -> logging.Handler | None:
    """Write what "trainer" and its modules log from now on to `path`; None where that can't be written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = logging.handlers.RotatingFileHandler(path, maxBytes=MOST_BYTES, backupCount=KEPT, encoding="utf-8")
    except OSError:
        return None
    formatter = logging.Formatter(_FORM, "%Y-%m-%dT%H:%M:%S")
    formatter.converter = time.gmtime
    handler.setFormatter(formatter)
    handler.addFilter(_without_the_person)
    log = logging.getLogger(_ROOT)
    log.setLevel(logging.INFO)
    log.propagate = False
    log.addHandler(handler)
    return handler


def close_run_log(handler: logging.Handler) -> None:
    """Write no more."""
    logging.getLogger(_ROOT).removeHandler(handler)
    handler.close()


def impersonal(text: str) -> str:
    """The text with the person's home and name in paths made "~"."""
    for home in _homes():
        text = text.replace(home, "~")
    name = _name()
    if name:
        for before, after in (("/", "/"), ("\\", "\\")):
            text = text.replace(f"{before}{name}{after}", f"{before}~{after}")
    return text


def last_lines(path: Path, count: int = 40) -> list[str]:
    """The end of the log; nothing where there is none."""
    try:
        with path.open("rb") as file:
            file.seek(max(0, path.stat().st_size - 300 * count))
            return file.read().decode("utf-8", "replace").splitlines()[-count:]
    except OSError:
        return []


def _without_the_person(record: logging.LogRecord) -> bool:
    record.msg, record.args = impersonal(record.getMessage()).replace("\n", " | "), ()
    record.exc_info = record.exc_text = record.stack_info = None  # a report holds them
    return True


def _homes() -> list[str]:
    homes = []
    with suppress(RuntimeError, OSError):
        home = Path.home()
        homes = [str(home), home.as_posix()]
        homes.append(str(home.resolve()))
    return [home for home in dict.fromkeys(homes) if len(home) > 1]


def _name() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # nobody by that number
        return ""
