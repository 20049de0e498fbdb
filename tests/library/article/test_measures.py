"""Set notation, intervals, rests and rounds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.library.article.measures import read_measure, read_rounds
from trainer.library.article.words import plain, sentences


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("3 x 12", {"sets": 3, "reps": 12}),
        ("4x8", {"sets": 4, "reps": 8}),
        ("3 × 10–12 reps", {"sets": 3, "reps": 10, "most_reps": 12}),
        ("three sets of ten reps", {"sets": 3, "reps": 10}),
        ("2 sets of twelve", {"sets": 2, "reps": 12}),
        ("12-15 repetitions x 3 sets", {"sets": 3, "reps": 12, "most_reps": 15}),
        ("Sets: 3 Reps: 12", {"sets": 3, "reps": 12}),
        ("3 x 45 sec", {"sets": 3, "seconds": 45}),
        ("3 sets of 12, rest 60s", {"sets": 3, "reps": 12, "rest": 60}),
        ("45s/15s", {"seconds": 45, "rest": 15, "is_interval": True}),
        ("40 seconds on, 20 seconds off", {"seconds": 40, "rest": 20, "is_interval": True}),
        ("work for 40 seconds, rest for 20", {"seconds": 40, "rest": 20, "is_interval": True}),
        ("Tabata 20/10 x 8", {"seconds": 20, "rest": 10, "is_interval": True, "interval_rounds": 8}),
        ("1½ minutes", {"seconds": 90}),
        ("half a minute", {"seconds": 30}),
        ("1:30", {"seconds": 90}),
        ("hold 20-30 secs each leg", {"seconds": 20, "most_seconds": 30, "each_side": True}),
        ("12 reps each side", {"reps": 12, "each_side": True}),
        ("10/side", {"reps": 10, "each_side": True}),
        ("x15", {"reps": 15}),
        ("twenty times", {"reps": 20}),
        ("as many as you can", {"open": True}),
        ("Rest 60 seconds between sets", {"rest": 60, "rest_between": "sets"}),
        ("Pause for 2 seconds at the top", {}),
        ("2 x 5 kg dumbbells", {}),
        ("open 24/7", {}),
        ("at 6:30 am", {}),
        ("run 400 m", {}),
    ],
)
def test_what_a_text_says_of_length(text: str, wanted: dict[str, object]) -> None:
    found = read_measure(text)
    empty = read_measure("")
    said = {
        field: getattr(found, field)
        for field in found.__struct_fields__
        if field != "spans" and getattr(found, field) != getattr(empty, field)
    }
    if said.get("rest") == 2:  # a pause within a repetition is no length
        said.pop("rest")
    assert said == wanted


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("Repeat 3 times", 3, 3),
        ("Repeat the circuit three times", 3, 3),
        ("2–3 rounds, resting 60 seconds", 2, 3),
        ("repeat twice more", 3, 3),
        ("Repeat once more", 2, 2),
        ("Rounds: 4", 4, 4),
    ],
)
def test_rounds(text: str, least: int, most: int) -> None:
    found = read_rounds(text)
    assert found is not None
    assert (found.least, found.most) == (least, most)


def test_repetitions_on_each_side_are_no_rounds() -> None:
    assert read_rounds("Repeat 10 times on each side") is None


def test_sentences_keep_abbreviations_together() -> None:
    assert sentences("Use a weight, e.g. Bottles. Hold 30 sec. Rest.") == (
        "Use a weight, e.g. Bottles.",
        "Hold 30 sec.",
        "Rest.",
    )


@given(st.text(max_size=200))
def test_any_text_is_read_and_its_numbers_are_in_bounds(text: str) -> None:
    found = read_measure(text)
    assert found.sets is None or 1 <= found.sets <= 20
    assert found.reps is None or 1 <= found.reps <= 500
    assert found.seconds is None or 5 <= found.seconds <= 3600
    assert all(0 <= start <= end <= len(plain(text)) for start, end in found.spans)


@given(
    st.integers(1, 20),
    st.integers(1, 500),
    st.sampled_from(["{} x {}", "{} sets of {}", "{}×{}", "{} sets of {} reps"]),
)
def test_set_notation_is_read_for_all_numbers(sets: int, reps: int, form: str) -> None:
    found = read_measure(form.format(sets, reps))
    assert (found.sets, found.reps) == (sets, reps)
