"""What a routine from anybody names: its link, its pictures, animations and clips."""

import os
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path, PurePosixPath, PureWindowsPath

from tests.hostile.reader import Reader, check_sentence, put, scratch
from tests.media import CLIPS, GIF
from trainer import resources
from trainer.core.exercise import Exercise
from trainer.core.preferences import ThemeChoice
from trainer.library.catalogue import load_catalogue
from trainer.library.media_checks import PICTURES, link_flaws, media_flaws
from trainer.library.problem import LibraryError
from trainer.library.routine_file import read_routine
from trainer.storage.toml_text import toml_text

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QBuffer, QCoreApplication, QEvent, QIODevice, QUrl
from PySide6.QtGui import QColor, QImage, QMovie
from PySide6.QtWidgets import QApplication

from trainer.ui.jobs import Jobs
from trainer.ui.theme.look import Look
from trainer.ui.workout.media_file import read_picture
from trainer.ui.workout.media_view import MediaView

STILLS = tuple(sorted(PICTURES))
CLIP_SUFFIXES = (".mp4", ".webm", ".avi")
LONGEST_SECONDS = 0.4  # of a clip that is no good and does not say so

ROUTINE = """\
format = 1
id = "mine"
name = "Mine"
{link}
[[block]]
kind = "strength"
name = "Main"
[[block.step]]
exercise = "cat_cow"
seconds = 30
{media}"""


def _feed_names(content: bytes) -> None:
    """A link, and on the second line the name of a picture."""
    link, _, media = content.decode("utf-8", "replace").partition("\n")
    flaws = [*link_flaws(("link",), link), *media_flaws(("media",), media)]
    if link and not any(flaw.path == ("link",) for flaw in flaws):
        url = QUrl(link, QUrl.ParsingMode.StrictMode)
        assert url.isValid(), link
        assert url.scheme() in {"http", "https"}
        assert url.host()
        assert not url.userInfo()
    if media and not any(flaw.path == ("media",) for flaw in flaws):
        for kind in (PurePosixPath, PureWindowsPath):
            assert kind(media).name == media
            assert (kind("folder") / media).parent == kind("folder")
    text = ROUTINE.format(link=toml_text({"link": link}), media=toml_text({"media": media}))
    try:
        read_routine(put("named.toml", text.encode("utf-8", "replace")), _exercises())
    except LibraryError as error:
        check_sentence(error.problem.sentence)
        assert flaws
    else:
        assert not flaws


@cache
def _exercises() -> Mapping[str, Exercise]:
    return load_catalogue(resources.resources(), scratch() / "own", scratch() / "cache").exercises


def _image(kind: str) -> bytes:
    image = QImage(20, 16, QImage.Format.Format_ARGB32)
    image.fill(QColor("#336699"))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, kind)  # type: ignore[call-overload]  # its stub wants bytes, with which it writes nothing
    return bytes(buffer.data().data())


def _pictures() -> tuple[bytes, ...]:
    """Each with the number of its suffix before it; and a drawing that would load others."""
    drawing = b'<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd" width="9" height="9"/></svg>'
    kinds = {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG", ".webp": "WEBP", ".bmp": "BMP"}
    whole = tuple(bytes([number]) + _image(kinds[suffix]) for number, suffix in enumerate(STILLS))
    return (*whole, b"\x00" + drawing)


def _feed_picture(content: bytes) -> None:
    suffix = STILLS[content[0] % len(STILLS)] if content else ".png"
    image = read_picture(str(put(f"picture{suffix}", content[1:])))
    if isinstance(image, str):
        check_sentence(image)
    else:
        assert not image.isNull()
        assert max(image.width(), image.height()) <= 2048


@cache
def _view() -> MediaView:
    app = QApplication.instance() or QApplication([])
    _kept.append(app)
    return MediaView(Look(resources.resources(), ThemeChoice.LIGHT), Jobs())


_kept: list[object] = []


@contextmanager
def _shown(path: Path, *, moments: Callable[[list[str]], bool]) -> Iterator[list[str]]:
    """The file in the view, its session running, for as long as `moments` asks; gives what was said of it."""
    view, said, raised = _view(), list[str](), list[BaseException]()
    hook, sys.excepthook = sys.excepthook, lambda _kind, error, _trace: raised.append(error)
    told = view.failed.connect(lambda _file, why: said.append(why))
    try:
        view.set_running(True)
        view.show_file(str(path))
        while not raised and moments(said):
            QCoreApplication.processEvents()
        yield said
    finally:
        view.failed.disconnect(told)
        view.show_file("")
        view.set_running(False)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        sys.excepthook = hook
    for error in raised:
        raise error
    for why in said:
        check_sentence(why)
    assert len(said) < 2


def _feed_animation(content: bytes) -> None:
    left = 40

    def goes_on(said: list[str]) -> bool:
        nonlocal left
        left -= 1
        movie = _view().findChild(QMovie)
        if isinstance(movie, QMovie):
            movie.setSpeed(100_000)
        return left > 0 and not said

    with _shown(put("moving.gif", content), moments=goes_on):
        pass


def _feed_clip(content: bytes) -> None:
    suffix = CLIP_SUFFIXES[content[0] % len(CLIP_SUFFIXES)] if content else ".mp4"
    end = time.monotonic() + LONGEST_SECONDS  # noqa: TID251 - a real decoder's real time
    path = put(f"clip{suffix}", content[1:])

    def goes_on(said: list[str]) -> bool:
        return not said and _view()._image.isNull() and time.monotonic() < end  # noqa: SLF001, TID251 - it shows on the screen alone; real time

    with _shown(path, moments=goes_on):
        pass


def _clips() -> tuple[bytes, ...]:
    lists = (b"#EXTM3U\nhttp://127.0.0.1:9/a.ts\n", b"ffconcat version 1.0\nfile 'named.toml'\n")
    whole = (bytes([n]) + (CLIPS / f"stripes{suffix}").read_bytes() for n, suffix in enumerate(CLIP_SUFFIXES))
    return (*whole, *(b"\x00" + one for one in lists))


MEDIA_READERS = (
    Reader(
        "names", lambda: (b"https://example.org/a?b#c\ncat.png", b"http://a.example:8080\n\xc3\xa4.gif"), _feed_names
    ),
    Reader("pictures", _pictures, _feed_picture),
    Reader("animations", lambda: (GIF,), _feed_animation),
    Reader("clips", _clips, _feed_clip, by_hand=True),
)
