"""Search: what is typed finds what is meant, whatever its accents and capitals."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.library.search import Rank, Searchable, fold, has_word, rank_of, ranked, searchable, words_of

WORDS = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=12)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("CRUNCH", "Bicycle Crunch"),
        ("epaule", "Épaulé"),
        ("épaule", "EPAULE"),
        ("dehnubung", "Dehnübung"),
        ("strasse", "Straße"),
        ("hofte", "Høfte"),
        ("pushup", "Push-Up"),
        ("push-up", "Push-Up"),
        ("push up", "Push-Up"),
        ("childs", "Child's Pose"),
        ("child’s pose", "Child's Pose"),
        ("squats", "Squat"),
        ("kick tri", "Triceps Kickback"),
        ("beuge", "Kniebeuge"),
        ("colo\N{COMBINING DIAERESIS}", "Cölö"),
        ("\N{FULLWIDTH DIGIT TWO}0", "20 minutes"),
    ],
)
def test_it_is_found(typed: str, meant: str) -> None:
    assert rank_of(Searchable(searchable(meant)), words_of(typed)) in (Rank.START, Rank.NAME)


@pytest.mark.parametrize(
    ("typed", "other"),
    [("arm", "Warm-Up"), ("squat lunge", "Squat"), ("xyz", "Squat"), ("as", "A"), ("back row", "Back Bow")],
)
def test_it_is_not_found(typed: str, other: str) -> None:
    assert rank_of(Searchable(searchable(other)), words_of(typed)) is None


def test_a_name_that_begins_so_ranks_before_one_that_has_it_later() -> None:
    entries = {"late": Searchable(searchable("Incline Push-Up")), "early": Searchable(searchable("Push-Up"))}
    assert ranked(entries, "push") == {"late": Rank.NAME, "early": Rank.START}


def test_words_may_be_found_in_different_places_and_names_rank_first() -> None:
    entries = {
        "rest": Searchable(searchable("Good Morning"), searchable("lower back", "dumbbell")),
        "name": Searchable(searchable("Back Bow"), searchable("mat")),
        "neither": Searchable(searchable("Squat"), searchable("dumbbell")),
    }
    assert ranked(entries, "back") == {"rest": Rank.REST, "name": Rank.START}
    assert ranked(entries, "morning dumb") == {"rest": Rank.REST}


@given(st.text(max_size=40))
def test_folding_twice_is_folding_once(text: str) -> None:
    once = fold(text)
    assert fold(once) == once


@given(st.text(max_size=40))
def test_capitals_and_composition_make_no_difference(text: str) -> None:
    assert (
        words_of(unicodedata.normalize("NFD", text)) == words_of(unicodedata.normalize("NFC", text)) == words_of(text)
    )
    assert fold(text.lower()) == fold(text)


@given(st.lists(WORDS, min_size=1, max_size=5), st.data())
def test_any_beginning_of_any_words_in_any_order_is_found(words: list[str], data: st.DataObject) -> None:
    text = searchable(*words)
    typed = data.draw(st.permutations(words))
    beginnings = [word[: data.draw(st.integers(1, len(word)))] for word in typed]
    assert all(has_word(text, word) for word in words_of(" ".join(beginnings)))


@given(st.dictionaries(WORDS, WORDS, max_size=6), st.text(max_size=10), WORDS)
def test_a_further_word_never_finds_more(entries: dict[str, str], query: str, further: str) -> None:
    shelf = {key: Searchable(searchable(text)) for key, text in entries.items()}
    assert ranked(shelf, f"{query} {further}").keys() <= ranked(shelf, query).keys()


@given(st.text(max_size=20).filter(lambda text: not words_of(text)))
def test_nothing_typed_finds_everything(query: str) -> None:
    assert ranked({"a": Searchable(" a"), "b": Searchable("")}, query) == {"a": Rank.START, "b": Rank.START}
