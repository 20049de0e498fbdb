"""Work goes off the GUI thread, its results come back on it, and closing waits for what runs and drops what returns."""

import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from trainer.ui.jobs import Jobs


class AtOnce:
    """An executor that runs a call while it is being submitted."""

    def __init__(self) -> None:
        self.closed = False

    def submit(self, work: Callable[[], None], /) -> object:
        work()
        return None

    def shutdown(self, wait: bool = True) -> None:
        self.closed = wait


@pytest.fixture
def jobs(qapp: object) -> Iterator[Jobs]:
    del qapp
    made = Jobs()
    yield made
    made.close()


def test_the_work_is_elsewhere_and_the_answer_here(jobs: Jobs, qtbot: QtBot) -> None:
    threads: list[threading.Thread] = []
    answers: list[tuple[int, threading.Thread]] = []

    def work() -> int:
        threads.append(threading.current_thread())
        return 7

    jobs.run(work, lambda answer: answers.append((answer, threading.current_thread())))
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == [(7, threading.main_thread())]
    assert threads[0] is not threading.main_thread()


def test_what_goes_wrong_comes_back_too(jobs: Jobs, qtbot: QtBot) -> None:
    failures: list[Exception] = []
    answers: list[object] = []

    def work() -> None:
        raise OSError("the disk")

    jobs.run(work, answers.append, failures.append)
    qtbot.waitUntil(lambda: bool(failures))
    assert str(failures[0]) == "the disk"
    assert answers == []


def test_what_nobody_looks_after_is_raised_on_the_gui_thread(jobs: Jobs, qtbot: QtBot) -> None:
    def work() -> None:
        raise ValueError("nobody knew")

    with qtbot.captureExceptions() as raised:
        jobs.run(work)
        qtbot.waitUntil(lambda: bool(raised))
    assert raised[0][0] is ValueError


def test_calls_run_one_after_another_in_order(jobs: Jobs, qtbot: QtBot) -> None:
    order: list[int] = []
    done: list[object] = []
    for n in range(50):
        jobs.run(lambda n=n: order.append(n), done.append)  # type: ignore[misc]
    qtbot.waitUntil(lambda: len(done) == 50)
    assert order == list(range(50))


def test_closing_finishes_what_was_asked_and_drops_the_answers() -> None:
    jobs = Jobs()
    gate, ran = threading.Event(), threading.Event()
    answers: list[object] = []
    jobs.run(lambda: gate.wait(5))
    jobs.run(ran.set, answers.append)
    gate.set()
    jobs.close()
    assert ran.is_set()
    QApplication.processEvents()
    assert answers == []
    jobs.run(ran.clear, answers.append)
    assert ran.is_set(), "nothing runs any more"


def test_no_thread_before_the_first_call() -> None:
    before = threading.active_count()
    jobs = Jobs()
    assert threading.active_count() == before
    jobs.close()


def test_the_executor_can_be_another(qapp: QApplication) -> None:
    executor = AtOnce()
    jobs = Jobs(executor=executor)
    answers: list[int] = []
    jobs.run(lambda: 3, answers.append)
    assert answers == [], "never while the caller is still at it"
    qapp.processEvents()
    assert answers == [3]
    jobs.close()
    assert executor.closed
