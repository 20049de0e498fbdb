"""Saving a chart: under which name, and never over a file without asking."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.weeks import row_of_weeks
from trainer.app.chart_desk import ChartDesk, file_stem
from trainer.core.preferences import ThemeChoice
from trainer.resources import resources
from trainer.ui.charts.bars import BarUnit, bars_of
from trainer.ui.charts.minutes import WeeklyMinutesChart
from trainer.ui.charts.picture import PictureKind
from trainer.ui.progress.chart_card import ChartCard
from trainer.ui.progress.table_dialog import TableDialog
from trainer.ui.theme.look import Look
from trainer.ui.widgets.button import Button
from trainer.ui.widgets.choice_dialog import ChoiceDialog


@pytest.fixture
def look(qapp: QApplication) -> Look:
    del qapp
    return Look(resources(), ThemeChoice.LIGHT)


@pytest.fixture
def card(qtbot: QtBot, look: Look) -> ChartCard:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(700, 500)
    chart = WeeklyMinutesChart(look)
    card = ChartCard(look, chart, None, window)
    card.set_title("Weekly minutes")
    card.resize(640, 300)
    chart.show_bars(bars_of(row_of_weeks(50, 100, 200), BarUnit.WEEK), BarUnit.WEEK, 2)
    window.show()
    qtbot.waitExposed(window)
    card.window_kept = window  # type: ignore[attr-defined]
    return card


@pytest.fixture
def said(look: Look) -> tuple[ChartDesk, list[str]]:
    desk, messages = ChartDesk(look), []  # type: ignore[var-annotated]
    desk.message.connect(messages.append)
    return desk, messages


@pytest.mark.parametrize(
    ("name", "kind", "begins"),
    [("a.png", PictureKind.PNG, b"\x89PNG"), ("b.SVG", PictureKind.PNG, b"<?xml"), ("c.pdf", PictureKind.PNG, b"%PDF")],
    ids=["png", "svg", "pdf"],
)
def test_a_suffix_that_was_typed_is_meant(
    card: ChartCard, said: tuple[ChartDesk, list[str]], tmp_path: Path, name: str, kind: PictureKind, begins: bytes
) -> None:
    desk, messages = said
    desk.save_to(card, tmp_path / name, kind)
    assert (tmp_path / name).read_bytes().startswith(begins)
    assert messages == [f"Saved as {tmp_path / name}."]


def test_another_kind_than_the_proposed_one_is_meant(
    card: ChartCard, said: tuple[ChartDesk, list[str]], tmp_path: Path
) -> None:
    said[0].save_to(card, tmp_path / "weekly-minutes.png", PictureKind.SVG)
    assert [one.name for one in tmp_path.iterdir()] == ["weekly-minutes.svg"]
    assert (tmp_path / "weekly-minutes.svg").read_bytes().startswith(b"<?xml")


def test_without_a_suffix_it_takes_that_of_the_kind(
    card: ChartCard, said: tuple[ChartDesk, list[str]], tmp_path: Path
) -> None:
    said[0].save_to(card, tmp_path / "my chart v1.2", PictureKind.SVG)
    assert [one.name for one in tmp_path.iterdir()] == ["my chart v1.2.svg"]


@pytest.mark.parametrize(("answer", "replaced"), [(0, False), (1, True)], ids=["kept", "replaced"])
def test_a_name_that_a_suffix_makes_is_asked_about(
    card: ChartCard, said: tuple[ChartDesk, list[str]], tmp_path: Path, answer: int, replaced: bool
) -> None:
    there = tmp_path / "chart.png"
    there.write_bytes(b"mine")
    said[0].save_to(card, tmp_path / "chart", PictureKind.PNG)
    dialog = card.window().findChild(ChoiceDialog)
    assert isinstance(dialog, ChoiceDialog)
    assert there.read_bytes() == b"mine"
    dialog.findChildren(Button)[answer].click()
    assert (there.read_bytes() != b"mine") == replaced


def test_what_can_t_be_written_is_told(card: ChartCard, said: tuple[ChartDesk, list[str]], tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    said[0].save_to(card, tmp_path / "file" / "chart.png", PictureKind.PNG)
    assert len(said[1]) == 1
    assert "could not be written" in said[1][0]


def test_a_pdf_is_light_and_the_theme_stays(
    card: ChartCard, said: tuple[ChartDesk, list[str]], look: Look, tmp_path: Path
) -> None:
    look.set_theme(ThemeChoice.LIGHT)
    said[0].save_to(card, tmp_path / "light.pdf", PictureKind.PDF)
    look.set_theme(ThemeChoice.DARK)
    said[0].save_to(card, tmp_path / "dark.pdf", PictureKind.PDF)
    assert look.choice is ThemeChoice.DARK
    light, dark = (len((tmp_path / name).read_bytes()) for name in ("light.pdf", "dark.pdf"))
    assert abs(light - dark) < 200  # but for the date


def test_file_names_hold_no_sign_that_a_system_refuses() -> None:
    assert file_stem("Back Bow: Time / week?") == "back-bow-time-week"
    assert file_stem("???") == "chart"


def test_the_menu_has_the_table_and_the_table_the_keyboard(card: ChartCard) -> None:
    card.show_table()
    dialog = card.findChild(TableDialog)
    assert isinstance(dialog, TableDialog)
    assert dialog.view.hasFocus() or dialog.focusWidget() is dialog.view
    model = dialog.view.model()
    assert model.index(0, 0).data() == "This week"
    assert model.index(0, 3).data(Qt.ItemDataRole.AccessibleTextRole) == "Strength and toning, min: 200"
    QTest.keyClick(dialog.view, Qt.Key.Key_Down)
    assert dialog.view.currentIndex().row() == 1
    assert not dialog.findChildren(QPushButton)  # every button is the program's own
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
