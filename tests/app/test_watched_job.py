"""Watched work: a sheet when it takes long, stopped by closing it, nothing delivered after."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from trainer.app.watched_job import Watch, WatchedJob
from trainer.core.preferences import ThemeChoice
from trainer.exchange.problem import StoppedError
from trainer.resources import resources
from trainer.ui.jobs import Jobs
from trainer.ui.theme.look import Look
from trainer.ui.widgets.progress_sheet import ProgressSheet


@pytest.fixture
def over(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(800, 600)
    window.show()
    return window


@pytest.fixture
def jobs(qapp: object) -> Iterator[Jobs]:
    del qapp
    made = Jobs()
    yield made
    made.close()


@pytest.fixture
def job(over: QWidget, jobs: Jobs, monkeypatch: pytest.MonkeyPatch) -> WatchedJob:
    monkeypatch.setattr("trainer.app.watched_job.SHOWN_AFTER_MS", 0)
    return WatchedJob(Look(resources(), ThemeChoice.LIGHT), jobs, over)


def test_it_is_delivered_without_a_sheet_left(qtbot: QtBot, over: QWidget, job: WatchedJob) -> None:
    go_on, done = threading.Event(), list[int]()

    def work(watch: Watch) -> int:
        watch(1, 2)
        go_on.wait(20)
        watch(2, 2)
        return 7

    job.run("Working", over, work, done.append, lambda _error: done.append(-1))
    qtbot.waitUntil(lambda: over.findChild(ProgressSheet) is not None)
    running = job.running
    go_on.set()
    qtbot.waitUntil(lambda: done == [7])
    assert (running, job.running) == (True, False)
    qtbot.waitUntil(lambda: over.findChild(ProgressSheet) is None)


def test_closing_the_sheet_stops_it(qtbot: QtBot, over: QWidget, job: WatchedJob, jobs: Jobs) -> None:
    go_on, ended = threading.Event(), list[str]()

    def work(watch: Watch) -> None:
        go_on.wait(20)
        try:
            watch(1, 2)
        except StoppedError:
            ended.append("stopped")
            raise

    job.run("Working", over, work, lambda _none: ended.append("done"), lambda _error: ended.append("failed"))
    qtbot.waitUntil(lambda: over.findChild(ProgressSheet) is not None)
    sheet = over.findChild(ProgressSheet)
    assert sheet is not None
    sheet.reject()
    assert not job.running
    go_on.set()
    after: list[int] = []
    jobs.run(lambda: 1, after.append)
    qtbot.waitUntil(lambda: after == [1])
    assert ended == ["stopped"]


def test_what_goes_wrong_is_delivered_too(qtbot: QtBot, over: QWidget, job: WatchedJob) -> None:
    failed: list[Exception] = []

    def work(_watch: Watch) -> int:
        raise ValueError("no")

    job.run("Working", over, work, lambda _result: failed.clear(), failed.append)
    qtbot.waitUntil(lambda: bool(failed))
    assert not job.running
