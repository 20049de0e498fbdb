from collections.abc import Iterator
from datetime import date, timedelta

import msgspec
import pytest
from PySide6.QtCore import QLocale

from tests.ui.progress.sessions import session
from tests.ui.weeks import MONDAY, TODAY, week
from trainer.core.progress import Goals, Standing
from trainer.core.routine import Claim
from trainer.core.workout import WorkoutSource, WorkoutState
from trainer.ui.progress.wording import (
    claim_sentence,
    day_text,
    effort_text,
    ending_text,
    goal_sentence,
    minutes_text,
    session_sentence,
    strength_sentence,
    vigorous_sentence,
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


def standing(minutes: float, vigorous: float = 0.0) -> Standing:
    return Standing(week(MONDAY, minutes, vigorous=vigorous), Goals())


@pytest.mark.parametrize(
    ("minutes", "sentence"),
    [
        (0, "150 min to the weekly minimum."),
        (149.8, "1 min to the weekly minimum."),
        (150, "Weekly minimum reached. 150 min more to 300."),
        (299.9, "Weekly minimum reached. 1 min more to 300."),
        (300, "Past 300 minutes: all the benefit there is to count."),
    ],
)
def test_the_way_to_the_goals(minutes: float, sentence: str) -> None:
    assert goal_sentence(standing(minutes)) == sentence


def test_vigorous_minutes_are_said_to_count_double() -> None:
    assert vigorous_sentence(standing(20)) == ""
    assert vigorous_sentence(standing(20, 1)) == "1 vigorous minute counts double."
    assert vigorous_sentence(standing(20, 12)) == "12 vigorous minutes count double."


def test_strength_days_beyond_the_goal() -> None:
    assert strength_sentence(standing(20)) == "2 of 2"
    assert strength_sentence(Standing(week(MONDAY, 20), Goals(strength_days=1))) == "2 (goal 1)"


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
