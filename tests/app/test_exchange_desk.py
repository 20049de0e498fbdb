"""The log out to a file and in from one, asked for in Settings."""

import json
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QFileDialog
from pytestqt.qtbot import QtBot

from tests.app.conftest import House
from tests.workouts import STARTED, example_workout
from trainer.ui.main_window import PageName
from trainer.ui.preferences.export_sheet import ExportSheet
from trainer.ui.preferences.import_sheet import ImportedSheet, ImportSheet
from trainer.ui.preferences.page import PreferencesPage
from trainer.ui.widgets.choice_dialog import ChoiceDialog
from trainer.ui.widgets.toast import Toast

SAMPLES = Path(__file__).parents[1] / "data" / "exports"


@pytest.fixture
def settings(house: House) -> House:
    for number in (1, 2):
        house.records.log.add(example_workout(number, STARTED + timedelta(days=number)))
    house.open()
    house.window.open(PageName.SETTINGS)
    return house


def choose_file(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    for asking in ("getSaveFileName", "getOpenFileName"):
        monkeypatch.setattr(QFileDialog, asking, lambda *_args: (str(path), ""))


def export(house: House, form: str) -> None:
    house.button("Export").click()
    assert house.window.findChild(ExportSheet) is not None
    house.button(form).click()
    house.button("Choose where").click()


def test_out_into_a_file_with_the_usual_ending(
    qtbot: QtBot, settings: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose_file(monkeypatch, tmp_path / "log")
    export(settings, "JSON")
    file = tmp_path / "log.json"
    qtbot.waitUntil(lambda: settings.said() == f"2 workouts in {file}.")
    assert len(json.loads(file.read_bytes())["workouts"]) == 2
    settings.window.findChildren(Toast)[0].dismiss()
    export(settings, "JSON")  # that name was not the one the file dialog asked about
    qtbot.waitUntil(lambda: settings.said() == f"{file} is there already; name another file.")


def test_two_workouts_as_fit_go_into_an_archive(
    qtbot: QtBot, settings: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose_file(monkeypatch, tmp_path / "log")
    export(settings, "FIT")
    qtbot.waitUntil(lambda: settings.said() == f"2 workouts in {tmp_path / 'log.zip'}.")


def test_in_with_a_preview_a_report_and_a_way_back(
    qtbot: QtBot, settings: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose_file(monkeypatch, SAMPLES / "hevy-kg.csv")
    settings.button("Import").click()
    qtbot.waitUntil(lambda: settings.window.findChild(ImportSheet) is not None)
    settings.button("Import 1 workout").click()
    qtbot.waitUntil(lambda: settings.window.findChild(ImportedSheet) is not None)
    oldest = settings.workouts()[0]
    assert (oldest.routine_name, oldest.weight_kg) == ("Back, at home", 70.0)
    settings.button("Take it out again").click()
    qtbot.waitUntil(lambda: settings.said() == "Taken out of the log: 1 workout of hevy-kg.csv.")
    assert len(settings.workouts()) == 2


def test_pounds_may_be_said_in_the_preview(qtbot: QtBot, settings: House, monkeypatch: pytest.MonkeyPatch) -> None:
    choose_file(monkeypatch, SAMPLES / "strong-comma-unquoted.csv")
    settings.button("Import").click()
    qtbot.waitUntil(lambda: settings.window.findChild(ImportSheet) is not None)
    first = settings.window.findChild(ImportSheet)
    settings.button("Pounds").click()
    qtbot.waitUntil(
        lambda: any(sheet is not first and sheet.isVisible() for sheet in settings.window.findChildren(ImportSheet))
    )
    settings.button("Import 1 workout").click()
    qtbot.waitUntil(lambda: settings.window.findChild(ImportedSheet) is not None)
    assert settings.workouts()[0].steps[0].load_kg == 22.68


def test_a_file_that_is_none_is_one_sentence(
    qtbot: QtBot, settings: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.csv"
    file.write_text("a,b\n1,2\n")
    choose_file(monkeypatch, file)
    settings.button("Import").click()
    qtbot.waitUntil(lambda: settings.said().startswith(f"{file} is none of the files Trainer reads"))
    assert settings.window.findChild(ImportSheet) is None


def test_the_last_import_can_be_taken_out_later(qtbot: QtBot, settings: House, monkeypatch: pytest.MonkeyPatch) -> None:
    page = settings.window.findChildren(PreferencesPage)[0]
    undo = next(one for one in page.exchange.findChildren(QAbstractButton) if one.text() == "Take out…")
    assert not undo.isVisible()
    choose_file(monkeypatch, SAMPLES / "hevy-kg.csv")
    settings.button("Import").click()
    qtbot.waitUntil(lambda: settings.window.findChild(ImportSheet) is not None)
    settings.button("Import 1 workout").click()
    qtbot.waitUntil(lambda: settings.window.findChild(ImportedSheet) is not None)
    settings.button("Done").click()
    assert undo.isVisible()
    undo.click()
    settings.button("Keep them").click()
    assert len(settings.workouts()) == 3
    undo.click()
    answer = next(one for one in settings.window.findChildren(ChoiceDialog) if one.isVisible())
    next(one for one in answer.findChildren(QAbstractButton) if one.text() == "Take out").click()
    qtbot.waitUntil(lambda: len(settings.workouts()) == 2)
    qtbot.waitUntil(lambda: not undo.isVisible())
