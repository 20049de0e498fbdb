"""Spans of days by name."""

from datetime import date

import pytest

from trainer.core.named_days import NamedDays, span_of


@pytest.mark.parametrize(
    ("days", "span"),
    [
        (NamedDays.ALL, (None, None)),
        (NamedDays.THIS_WEEK, (date(2026, 11, 22), date(2026, 11, 28))),
        (NamedDays.MONTH, (date(2026, 10, 30), None)),
        (NamedDays.QUARTER, (date(2026, 8, 29), None)),
        (NamedDays.THIS_YEAR, (date(2026, 1, 1), date(2026, 12, 31))),
        (NamedDays.LAST_YEAR, (date(2025, 1, 1), date(2025, 12, 31))),
        (NamedDays.OTHER, (None, None)),
    ],
)
def test_spans_by_name(days: NamedDays, span: tuple[date | None, date | None]) -> None:
    assert span_of(days, date(2026, 11, 26), 6) == span  # weeks that begin on Sunday
