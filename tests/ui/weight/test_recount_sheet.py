"""The sheet of a recount: what it says before, while and after."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QProgressBar, QWidget

from tests.ui.listening import heard
from tests.workouts import example_workout
from trainer.core.preferences import WeightUnit
from trainer.core.progress import totals_of
from trainer.core.recounting import Recount, Recounted, Weights, difference
from trainer.core.weighing import Weighing
from trainer.ui.theme.look import Look
from trainer.ui.weight.recount_sheet import RecountSheet
from trainer.ui.weight.recount_words import recount_row, recount_sentence, weights_sentence
from trainer.ui.widgets.button import Button
from trainer.ui.widgets.segmented import Segmented

DONE = example_workout()
WEIGHED = (Weighing("w", DONE.started, 0, DONE.local_date, 77.0),)


def line() -> Recounted:
    found = difference(DONE, totals_of(DONE), Weights.NEWEST, WEIGHED)
    assert found is not None
    return found


def recount(changed: int = 1, of: int = 3) -> Recount:
    return Recount(Weights.NEWEST, of, (line(),) * changed)


@pytest.fixture
def sheet(look: Look, over: QWidget) -> RecountSheet:
    sheet = RecountSheet(look, WeightUnit.KG, over, weighed=True)
    sheet.open()
    return sheet


def button(sheet: RecountSheet, text: str) -> Button:
    return next(one for one in sheet.findChildren(Button) if one.text().startswith(text))


def test_a_row_tells_the_weights_and_the_ranges() -> None:
    row = recount_row(line(), WeightUnit.KG)
    assert row.weight == "70.0 kg \N{RIGHTWARDS ARROW} 77.0 kg"
    assert row.before != row.after
    unknown = Recounted("1", DONE.local_date, "A", None, 70.0, line().before, line().totals)
    assert recount_row(unknown, WeightUnit.LB).weight == "not known \N{RIGHTWARDS ARROW} 154.3 lb"


def test_the_sentence_has_how_many_from_what_to_what() -> None:
    assert recount_sentence(recount()).startswith("1 workout changes (of 3): ")
    assert recount_sentence(recount(2)).startswith("2 workouts change (of 3): ")
    assert recount_sentence(recount()).endswith("10 % more.")
    assert "Nothing changes" in recount_sentence(recount(0))
    assert "no workouts" in recount_sentence(recount(0, 0))


def test_what_each_choice_means() -> None:
    said = {weights_sentence(weights, weighed=True) for weights in Weights}
    assert len(said) == 3
    assert "no weighings yet" in weights_sentence(Weights.NEWEST, weighed=False)


def test_each_choice_is_looked_at(sheet: RecountSheet) -> None:
    told = heard(sheet.preview_wanted)
    sheet.want_preview()
    sheet.findChildren(Segmented)[0].index_chosen.emit(2)
    assert len(told) == 2
    assert told[0] == (Weights.OF_THE_DAY,)


def test_only_what_was_looked_at_can_be_done_and_only_once(sheet: RecountSheet) -> None:
    told = heard(sheet.recount_chosen)
    sheet.want_preview()
    assert not button(sheet, "Recount").isEnabled()
    sheet.show_preview(recount())
    do = button(sheet, "Recount 1 workout")
    do.setFocus()
    QTest.keyClick(do, Qt.Key.Key_Space)
    QTest.keyClick(do, Qt.Key.Key_Space)
    assert told == [(recount(),)]
    assert not sheet.findChildren(Segmented)[0].isEnabled(), "another look would stop it"
    sheet.show_preview(recount(0))
    assert sheet.findChildren(Segmented)[0].isEnabled()
    assert not button(sheet, "Recount").isEnabled()


def test_work_shows_how_far_it_is_and_can_be_stopped(sheet: RecountSheet) -> None:
    told = heard(sheet.stop_chosen)
    sheet.show_progress(30, 120)
    bar = sheet.findChildren(QProgressBar)[0]
    assert bar.isVisible()
    assert (bar.value(), bar.maximum()) == (30, 120)
    button(sheet, "Stop").click()
    assert told == [()]
    sheet.show_stopped("Stopped; nothing was changed.")
    assert not bar.isVisible()
    assert sheet.accessibleDescription() == "Stopped; nothing was changed."


def test_the_last_recount_can_be_undone(sheet: RecountSheet) -> None:
    told = heard(sheet.undo_chosen)
    assert not button(sheet, "Undo").isVisible()
    sheet.show_last(date(2026, 1, 5), 12)
    undo = button(sheet, "Undo recount")
    assert undo.isVisible()
    undo.click()
    assert told == [()]
