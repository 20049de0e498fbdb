import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester

from tests.ui.progress.sessions import session
from tests.ui.weeks import TODAY
from trainer.core.progress import WorkoutSummary
from trainer.ui.progress.sessions_model import SESSION_ROLE, SessionsModel

ROOT = QModelIndex()


@pytest.fixture
def model() -> SessionsModel:
    made = SessionsModel()
    made.show_sessions([session(n) for n in range(3)], 7, TODAY)
    return made


def test_it_is_a_sound_model(model: SessionsModel, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    model.add_sessions([session(3)])


def test_rows_are_sessions(model: SessionsModel) -> None:
    assert model.rowCount() == 3
    assert model.total == 7
    assert model.index(1).data(SESSION_ROLE) == session(1)
    assert model.index(1).data() == "Upper and Lower Back"
    assert model.index(1).data(Qt.ItemDataRole.AccessibleTextRole).startswith("Upper and Lower Back, Yesterday")


def test_more_is_asked_for_once_and_added(model: SessionsModel) -> None:
    asked: list[WorkoutSummary] = []
    model.more_requested.connect(asked.append)
    model.fetchMore(ROOT)
    model.fetchMore(ROOT)
    assert asked == [session(2)]
    model.add_sessions([session(n) for n in (3, 4)])
    assert model.canFetchMore(ROOT)
    model.fetchMore(ROOT)
    assert asked == [session(2), session(4)]


def test_nothing_older_ends_the_list(model: SessionsModel) -> None:
    model.add_sessions([])
    assert not model.canFetchMore(ROOT)
    assert model.total == 3


def test_a_whole_log_wants_no_more(model: SessionsModel) -> None:
    model.show_sessions([session(0)], 1, TODAY)
    assert not model.canFetchMore(ROOT)


def test_an_empty_log(model: SessionsModel) -> None:
    model.show_sessions([], 0, TODAY)
    assert model.rowCount() == 0
    assert not model.canFetchMore(ROOT)
    assert model.session(0) is None


def test_the_row_of_a_session(model: SessionsModel) -> None:
    assert model.row_of("session-2") == 2
    assert model.row_of("another") is None
