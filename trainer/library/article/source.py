"""An article's bytes as text, opened with distrust."""

import codecs
import re
import stat
import sys
from pathlib import Path

from trainer.language import tr
from trainer.library.problem import FileProblem, LibraryError

MOST_BYTES = 2 * 1024 * 1024  # the longest page about a workout we have seen has 60 KB of text in 600 KB of HTML
ENDINGS = (".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml")  # of the files a dialog offers

_MARKS = (  # byte order marks, the longer first
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s{0,5}=\s{0,5}["']?\s{0,5}([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
_MOST_ODD = 0.02  # share of control characters beyond which it is no text


def read_article(path: Path) -> str:
    """The text of the file at `path`. Raises LibraryError: not there, no plain file, too big, empty, no text."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise _refused(str(path), tr("this is no plain file"), tr("name a page saved as .html, .txt or .md"))
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        raise LibraryError(FileProblem(str(path), tr("there is no such file"), found=False)) from None
    except PermissionError:
        wanted = tr("its permissions must let you read it")
        raise _refused(str(path), tr("this file may not be read"), wanted) from None
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        reason = error.strerror if isinstance(error, OSError) and error.strerror else tr("no usable name")
        raise _refused(str(path), tr("the file can't be read: {reason}").format(reason=reason)) from None
    return decoded(content, str(path))


def read_standard_input() -> str:
    """The text on standard input. Raises LibraryError as `read_article` does."""
    return decoded(sys.stdin.buffer.read(MOST_BYTES + 1), tr("standard input"))


def checked_text(text: str, name: str) -> str:
    """Text that was pasted. Raises LibraryError: too much, nothing, no text."""
    if len(text) > MOST_BYTES:
        raise _too_big(name)
    return _checked(text, name)


def decoded(content: bytes, name: str) -> str:
    """The text of `content`: by its byte order mark, as UTF-8, as it says itself, else as Windows' Western European.

    `name` is what a problem calls it. Raises LibraryError.
    """
    if len(content) > MOST_BYTES:
        raise _too_big(name)
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _checked(content.decode(encoding, errors="replace"), name)
    try:
        return _checked(content.decode("utf-8"), name)
    except UnicodeDecodeError:
        pass
    declared = _CHARSET.search(content, 0, 4096)
    if declared is not None:
        try:
            return _checked(content.decode(declared[1].decode("ascii"), errors="replace"), name)
        except (LookupError, UnicodeError, ValueError):
            pass
    return _checked(content.decode("cp1252", errors="replace"), name)


def _checked(text: str, name: str) -> str:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip("\ufeff\x00 \t\n"):
        raise _refused(name, tr("it is empty"), tr("paste or name a page that describes a workout"))
    odd = sum(text.count(chr(n)) for n in range(32) if chr(n) not in "\t\n\f\v\x1b") + text.count("\ufffd")
    if odd > 8 and odd > _MOST_ODD * len(text):
        raise _refused(name, tr("this is no text"), tr("save the page as .html, .txt or .md"))
    return text.replace("\x00", " ")


def _too_big(name: str) -> LibraryError:
    said = tr("this is too big to be an article")
    return _refused(name, said, tr("the limit is {n} MB").format(n=MOST_BYTES // 1024 // 1024))


def _refused(name: str, what: str, wanted: str = "") -> LibraryError:
    return LibraryError(FileProblem(name, what, wanted))
