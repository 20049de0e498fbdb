"""What a routine's card says."""

from datetime import date, timedelta

import pytest
from msgspec import structs

from tests.ui.examples import KIT, catalogue, library_cards
from trainer.core.fitting import preflight
from trainer.ui.library.library_model import last_done_text, readiness
from trainer.ui.widgets.tag import TagKind

TODAY = date(2025, 11, 22)


def test_every_shipped_routine_has_a_whole_card() -> None:
    for card in library_cards(catalogue(), TODAY):
        assert card.spoken.startswith(card.name)
        assert card.minutes > 0
        assert card.tag
        assert sum(stretch.seconds for stretch in card.profile) >= card.minutes * 60 - 30


def test_a_card_is_known_by_the_most_vigorous_of_its_main_part() -> None:
    cards = {card.id: card for card in library_cards(catalogue(), TODAY)}
    assert cards["intervals"].emblem == "burpee"
    assert cards["upper-and-lower-back"].emblem == "russian_twist"
    assert cards["gentle-cardio"].emblem_variant == ""
    assert all(card.emblem in catalogue().exercises for card in cards.values())


def test_the_back_workout_says_what_is_swapped() -> None:
    card = next(c for c in library_cards(catalogue(), TODAY) if c.id == "upper-and-lower-back")
    assert (card.minutes, card.tag, card.tag_kind) == (25, "Ready, 2 swaps", TagKind.CHANGED)
    assert card.line == "Upper body, core \N{MIDDLE DOT} Low impact, toning"
    assert card.icons[:2] == ("dumbbell", "ball")


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "Done today"),
        (1, "Done yesterday"),
        (3, "Done 3 days ago"),
        (-2, "Done today"),
        (40, "Last done 13 Oct 2025"),
    ],
)
def test_when_it_was_last_done(days: int, words: str) -> None:
    assert last_done_text(TODAY - timedelta(days=days), TODAY) == words
    assert last_done_text(None, TODAY) == ""


def test_a_favourite_is_said() -> None:
    card = library_cards(catalogue(), TODAY)[0]
    assert structs.replace(card, favourite=True).spoken == f"{card.spoken}, favourite"


def test_readiness_by_kit() -> None:
    entry = catalogue().routine("upper-and-lower-back")
    assert entry is not None

    def with_kit(owned: dict[str, int]) -> tuple[str, TagKind]:
        return readiness(preflight(entry.routine, catalogue().exercises, catalogue().equipment, owned))

    assert with_kit({"dumbbell": 2, "physio-ball": 1, "medicine-ball": 1}) == ("Ready", TagKind.GOOD)
    assert with_kit({}) == ("Check what you need", TagKind.CHECK)
    assert with_kit(KIT)[1] is TagKind.CHANGED
