"""The wall card is made from the Ready page, shows how far it is, and can be stopped."""

from pathlib import Path

import pytest
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.app.conftest import House
from trainer.ui.widgets.progress_sheet import ProgressSheet


@pytest.fixture
def saved_as(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    path = tmp_path / "card"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(path), ""))
    return path.with_suffix(".pdf")


def test_it_is_written_with_its_pictures(qtbot: QtBot, house: House, saved_as: Path) -> None:
    house.open("back-in-ten-minutes")
    house.button("Wall card").click()
    sheet = house.window.findChild(ProgressSheet)
    assert sheet is not None
    qtbot.waitUntil(lambda: saved_as.exists() and "saved" in house.said(), timeout=60_000)
    document = QPdfDocument()
    assert document.load(str(saved_as)) is QPdfDocument.Error.None_
    assert "Back in Ten Minutes" in document.getAllText(0).text()
    assert saved_as.stat().st_size > 50_000, "pictures are in it"


def test_stopped_it_leaves_nothing(qtbot: QtBot, house: House, saved_as: Path) -> None:
    house.open("back-in-ten-minutes")
    house.button("Wall card").click()
    sheet = house.window.findChild(ProgressSheet)
    assert sheet is not None
    sheet.reject()
    qtbot.wait(300)
    assert not saved_as.exists()


def test_a_folder_that_is_not_there_is_said(
    qtbot: QtBot, house: House, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "gone" / "card.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(path), ""))
    house.open("back-in-ten-minutes")
    house.button("Wall card").click()
    qtbot.waitUntil(lambda: "can't be saved" in house.said(), timeout=60_000)
