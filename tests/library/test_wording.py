"""Fields, values and likely meanings in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.library.problem import printable
from trainer.library.wording import described, field_name, nearest, whole_number_meant


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("forty", 40),
        ("Forty-five", 45),
        ("twenty one", 21),
        ("twelve", 12),
        ("40", 40),
        ("40 s", 40),
        ("40sec", 40),
        ("2 min", 120),
        ("forty twenty", None),
        ("one two three", None),
        ("soon", None),
        ("40 apples", None),
        ("", None),
        ("-40", 40),
        ("٤٠", None),
        ("9" * 5000, None),
    ],
)
def test_a_number_in_words(text: str, number: int | None) -> None:
    assert whole_number_meant(text) == number


@given(st.text(max_size=100))
def test_any_text_means_a_number_or_none(text: str) -> None:
    meant = whole_number_meant(text)
    assert meant is None or meant >= 0


def test_the_nearest_word_forgives_hyphens_and_case() -> None:
    known = ["reverse_fly", "roll_down", "cat_cow"]
    assert nearest("Reverse-Fly", known) == "reverse_fly"
    assert nearest("roldown", known) == "roll_down"
    assert nearest("burpee", known) is None
    assert nearest("x" * 100_000, known) is None


def test_fields_are_counted_from_one_and_blocks_named() -> None:
    data = {"block": [{"name": "Warm-up"}, {"name": "Main", "step": [{}, {}, {"seconds": 1}]}], "focus": ["a"]}
    assert field_name(data, ("block", 1, "step", 2, "seconds")) == 'block 2 "Main", step 3, seconds'
    assert field_name(data, ("block", 7, "name")) == "block 8, name"
    assert field_name(data, ("focus", 0)) == "focus, entry 1"
    assert field_name(data, ()) == ""


@given(st.text(max_size=200))
def test_what_is_shown_can_be_printed(text: str) -> None:
    assert printable(text).isprintable()
    assert described(text).isprintable()


def test_a_huge_number_can_be_described() -> None:
    assert described(16**9000) == "a number of more than twelve digits"
