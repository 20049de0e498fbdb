"""The person's own pictures and clips: shown, standing with the session, and never in the way of it."""

import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QColor, QImage, QMovie
from pytestqt.qtbot import QtBot

from tests.media import CLIPS, GIF
from tests.ui.examples import catalogue
from tests.ui.listening import heard
from trainer.core.timeline import compile_timeline
from trainer.library.catalogue import load_catalogue, open_routine
from trainer.library.media_checks import media_folder
from trainer.library.problem import LibraryError
from trainer.resources import resources
from trainer.ui.jobs import Jobs
from trainer.ui.theme.look import Look
from trainer.ui.workout.figure_room import FigureRoom, nobody
from trainer.ui.workout.media_view import MediaView
from trainer.ui.workout.ready_presenter import ReadyPresenter

# Two frames of 2 x 2 pixels, one white, one black, a tenth of a second each.
ROUTINE = """\
format = 1
id = "mine"
name = "Mine"
link = "https://example.org/a"

[[block]]
kind = "strength"
name = "Main"

[[block.step]]
exercise = "cat_cow"
seconds = 30
media = "cat.png"
"""


def picture(path: Path, color: str = "#FF0000") -> Path:
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(QColor(color))
    image.save(str(path))
    return path


@pytest.fixture
def view(qtbot: QtBot, look: Look) -> Iterator[MediaView]:
    jobs = Jobs()
    made = MediaView(look, jobs)
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show()
    yield made
    jobs.close()


def middle(view: MediaView) -> QColor:
    return view.grab().toImage().pixelColor(200, 150)


class TestView:
    def test_a_picture_is_shown(self, qtbot: QtBot, view: MediaView, tmp_path: Path) -> None:
        view.show_file(str(picture(tmp_path / "red.png")))
        qtbot.waitUntil(lambda: middle(view).name() == "#ff0000")

    def test_an_animation_moves_while_the_session_runs_and_stands_in_a_pause(
        self, qtbot: QtBot, view: MediaView, tmp_path: Path
    ) -> None:
        path = tmp_path / "two.gif"
        path.write_bytes(GIF)
        view.show_file(str(path))
        view.set_running(True)
        seen = set()

        def both() -> bool:
            seen.add(middle(view).name())
            return len(seen) == 2

        qtbot.waitUntil(both)
        view.set_running(False)
        still = middle(view).name()
        qtbot.wait(350)
        assert middle(view).name() == still

    @pytest.mark.qt_log_ignore("open media", "pipewire", extend=True)  # what the clip's decoder says of such files
    @pytest.mark.parametrize("name", ["gone.png", "bad.png", "bad.gif", "bad.mp4", "empty.webm"])
    def test_what_cannot_be_shown_is_said(self, qtbot: QtBot, view: MediaView, tmp_path: Path, name: str) -> None:
        path = tmp_path / name
        if not name.startswith("gone"):
            path.write_bytes(b"" if name.startswith("empty") else b"no picture at all")
        with qtbot.waitSignal(view.failed) as failed:
            view.show_file(str(path))
        assert failed.args is not None
        assert failed.args[0] == str(path)
        assert failed.args[1]

    def test_a_picture_of_a_thousand_million_pixels_is_not_decoded(
        self, qtbot: QtBot, view: MediaView, tmp_path: Path
    ) -> None:
        path = tmp_path / "bomb.png"
        image = picture(tmp_path / "small.png").read_bytes()
        head = b"IHDR" + (40000).to_bytes(4, "big") * 2 + image[24:29]  # as if it were so large
        path.write_bytes(image[:12] + head + zlib.crc32(head).to_bytes(4, "big") + image[33:])
        with qtbot.waitSignal(view.failed) as failed:
            view.show_file(str(path))
        assert failed.args == [str(path), "it has more than 100 million pixels"]

    @pytest.mark.parametrize(
        ("screen", "picture"),
        [("f941000a", "02000200"), ("ffffffff", "02000200")],
        ids=["of 43 million pixels", "of four thousand million"],
    )
    def test_an_animation_whose_screen_would_fill_memory_is_not_decoded(
        self, qtbot: QtBot, view: MediaView, tmp_path: Path, screen: str, picture: str
    ) -> None:
        path = tmp_path / "large.gif"
        path.write_bytes(bytes.fromhex(f"474946383961{screen}000a00002c00000000{picture}00020284513b"))
        with qtbot.waitSignal(view.failed) as failed:
            view.show_file(str(path))
        assert failed.args == [str(path), "its pictures have more than 2 million pixels; make it smaller"]

    @pytest.mark.qt_log_ignore("allocation limit")
    def test_an_animation_that_ends_without_a_picture_does_not_begin_again_for_ever(
        self, view: MediaView, tmp_path: Path
    ) -> None:
        path = tmp_path / "once.gif"
        path.write_bytes(GIF)
        view.show_file(str(path))
        view.set_running(True)
        movie = view.findChild(QMovie)
        assert isinstance(movie, QMovie)
        movie.stop()
        ends: list[None] = []
        movie.finished.connect(lambda: ends.append(None))
        path.write_bytes(GIF[:6] + b"\xff" * 4 + GIF[10:])  # another by now, too large for Qt to decode
        movie.setFileName(str(path))
        movie.start()
        assert len(ends) in (1, 2)  # it may have shown a picture before
        assert movie.state() is QMovie.MovieState.NotRunning

    def test_a_drawing_called_a_picture_is_none(self, qtbot: QtBot, view: MediaView, tmp_path: Path) -> None:
        """It could name other files."""
        path = tmp_path / "drawing.png"
        path.write_text('<svg xmlns="http://www.w3.org/2000/svg"><rect width="9" height="9"/></svg>', encoding="utf-8")
        with qtbot.waitSignal(view.failed) as failed:
            view.show_file(str(path))
        assert failed.args == [str(path), "it can't be read as a picture"]

    @pytest.mark.parametrize(
        "content",
        ["#EXTM3U\nhttp://127.0.0.1:9/a.ts\n", "ffconcat version 1.0\nfile 'b.mp4'\n", "v=0\nc=IN IP4 127.0.0.1\n"],
        ids=["a list of addresses", "a list of files", "a broadcast"],
    )
    def test_a_list_called_a_clip_is_never_handed_to_the_player(
        self, qtbot: QtBot, view: MediaView, tmp_path: Path, content: str
    ) -> None:
        path = tmp_path / "list.mp4"
        path.write_text(content, encoding="utf-8")
        with qtbot.waitSignal(view.failed) as failed:
            view.show_file(str(path))
        assert failed.args == [str(path), "it is no clip of the kind its name says"]

    @pytest.mark.qt_log_ignore(".")  # what the clip's decoder says of it
    def test_a_clip_searched_for_a_picture_for_ever_is_given_up_and_told_once(self, view: MediaView) -> None:
        said: list[str] = []
        view.failed.connect(lambda _file, why: said.append(why))
        view.show_file(str(CLIPS / "never-a-picture.mp4"))
        view.set_running(True)
        (silence,) = view.findChildren(QTimer, options=Qt.FindChildOption.FindDirectChildrenOnly)
        assert silence.isActive()
        silence.timeout.emit()
        QCoreApplication.processEvents()
        assert said == ["it can't be played"]
        assert not silence.isActive()


class TestRoom:
    def test_the_figure_or_the_words_show_where_it_fails_and_it_is_said_once(
        self, qtbot: QtBot, look: Look, tmp_path: Path
    ) -> None:
        jobs = Jobs()
        room = FigureRoom(look, jobs, nobody)
        qtbot.addWidget(room)
        said = heard(room.trouble_met)
        exercise = catalogue().exercises["cat_cow"]
        for _ in range(3):
            room.show_move(exercise, None, str(tmp_path / "gone.png"))
        assert len(said) == 1
        assert "gone.png can't be shown: there is no such file" in said[0][0]
        without_figure = room.has_figure
        room.show_move(exercise, None, str(picture(tmp_path / "there.png")))
        assert (without_figure, room.has_figure) == (False, True)
        room.leave()
        jobs.close()


class TestFile:
    def read(self, tmp_path: Path, text: str) -> Path:
        path = tmp_path / "mine.toml"
        path.write_text(text, encoding="utf-8")
        return path

    def test_the_plan_knows_where_the_picture_lies(self, tmp_path: Path) -> None:
        path = self.read(tmp_path, ROUTINE)
        routine = open_routine(str(path), catalogue()).routine
        made = ReadyPresenter(catalogue().exercises, catalogue().equipment)
        made.choose(routine, media_folder(routine, path))
        timeline = made.timeline()
        assert timeline is not None
        assert timeline.steps[0].media == f"{tmp_path.as_posix()}/cat.png"

    @pytest.mark.parametrize(
        "media",
        [
            "../cat.png",
            "/etc/passwd",
            "sub/cat.png",
            "C:\\\\cat.png",
            ".hidden.png",
            "cat.exe",
            "cat",
            "https://a/b.png",
        ],
    )
    def test_no_name_leads_out_of_the_folder(self, tmp_path: Path, media: str) -> None:
        path = self.read(tmp_path, ROUTINE.replace("cat.png", media))
        with pytest.raises(LibraryError) as caught:
            open_routine(str(path), catalogue())
        assert "media" in str(caught.value) or "file beside" in str(caught.value)

    @pytest.mark.parametrize(
        "link",
        ["javascript:alert(1)", "file:///etc/passwd", "example.org", "https://a b", "https://user@evil/x", "ftp://a"],
    )
    def test_only_a_plain_address_is_a_link(self, tmp_path: Path, link: str) -> None:
        path = self.read(tmp_path, ROUTINE.replace("https://example.org/a", link))
        with pytest.raises(LibraryError, match="address of a page"):
            open_routine(str(path), catalogue())


def test_an_exercise_of_one_s_own_brings_its_picture_and_its_page(tmp_path: Path) -> None:
    shipped = (resources() / "exercises" / "cat_cow.toml").read_text(encoding="utf-8")
    own = tmp_path / "exercises"
    own.mkdir()
    text = shipped.replace('id = "cat_cow"', 'id = "my_cow"\nlink = "https://example.org/cow"\nmedia = "cow.gif"', 1)
    (own / "my_cow.toml").write_text(text, encoding="utf-8")
    routines = tmp_path / "routines"
    routines.mkdir()
    (routines / "mine.toml").write_text(ROUTINE.replace("cat_cow", "my_cow").replace('media = "cat.png"', ""), "utf-8")
    found = load_catalogue(resources(), routines, tmp_path / "cache", own)
    assert found.problems == ()
    again = load_catalogue(resources(), routines, tmp_path / "cache", own)
    for one in (found, again):
        exercise = one.exercises["my_cow"]
        assert (exercise.link, exercise.media) == ("https://example.org/cow", (own / "cow.gif").as_posix())
    entry = found.routine("mine")
    assert entry is not None
    assert compile_timeline(entry.routine, found.exercises).steps[0].media == (own / "cow.gif").as_posix()
