from collections.abc import Iterator
from datetime import date, timedelta

import msgspec
import pytest
from PySide6.QtCore import QLocale

from tests.ui.progress.sessions import session
from tests.ui.weeks import TODAY
from trainer.core.routine import Claim
from trainer.core.workout import WorkoutSource, WorkoutState
from trainer.ui.progress.wording import (
    claim_sentence,
    day_text,
    effort_text,
    ending_text,
    minutes_text,
    session_sentence,
    week_span,
)


@pytest.fixture(autouse=True)
def _english_dates() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("days", "text"),
    [(0, "Today"), (1, "Yesterday"), (2, "Mon 16"), (6, "Thu 12"), (7, "11 Nov"), (400, "14 Oct 2025"), (-3, "21 Nov")],
)
def test_days(days: int, text: str) -> None:
    assert day_text(TODAY - timedelta(days=days), TODAY) == text


def test_a_week_across_two_months() -> None:
    assert week_span(date(2026, 11, 16)) == "16\N{EN DASH}22 Nov"
    assert week_span(date(2026, 11, 30)) == "30 Nov\N{EN DASH}6 Dec"


def test_less_than_a_minute_is_told_in_seconds() -> None:
    assert minutes_text(0.2) == "12 s"
    assert minutes_text(0.001) == "1 s"
    assert minutes_text(59.9 / 60) == "59 s"
    assert minutes_text(1) == "1 min"
    assert minutes_text(0) == "0 min"


@pytest.mark.parametrize(
    ("effort", "word"),
    [(None, ""), (0, "Very easy"), (1, "Very easy"), (6, "Hard"), (7, "Very hard"), (9, "Very hard"), (10, "Maximal")],
)
def test_effort_in_words(effort: int | None, word: str) -> None:
    assert effort_text(effort) == word


def test_a_session_read_aloud() -> None:
    row = session(1, state=WorkoutState.PARTIAL)
    assert session_sentence(row, TODAY) == (
        "Upper and Lower Back, Yesterday, 34 min, 115\N{EN DASH}185 kcal, Somewhat hard, stopped early"
    )
    assert "hard" not in session_sentence(session(effort=None), TODAY)


def test_a_claim_is_a_claim() -> None:
    assert claim_sentence(Claim("page", 25, 165, 210)) == "The page claims 165\N{EN DASH}210 kcal."
    assert claim_sentence(Claim("page", 25)) == ""
    assert claim_sentence(None) == ""


@pytest.mark.parametrize(
    ("source", "word"),
    [
        (WorkoutSource.FOLLOWED, ""),
        (WorkoutSource.BY_HAND, "added by hand"),
        (WorkoutSource.HEVY, "imported"),
    ],
    ids=str,
)
def test_where_a_session_comes_from_where_that_is_elsewhere(source: WorkoutSource, word: str) -> None:
    assert ending_text(msgspec.structs.replace(session(), source=source)) == word
