"""What has become easy is proposed one rung harder, and only then."""

from hypothesis import given
from hypothesis import strategies as st

from tests.core.samples import exercise, variant
from trainer.core.level_memory import EASY, IN_A_ROW, Bout, Proposal, next_rung, proposals

ROW = exercise("row", variants=(variant("seated", -1), variant("one-arm", 0), variant("slow", 1), variant("heavy", 2)))
POOL = {"row": ROW, "bow": exercise("bow")}


def easy(form: str = "", times: int = IN_A_ROW, effort: int | None = EASY) -> list[Bout]:
    return [Bout("row", form, effort)] * times


def test_three_easy_in_a_row_propose_the_next_rung() -> None:
    assert proposals(easy(), POOL) == (Proposal("row", "", "slow"),)
    assert proposals(easy("seated"), POOL) == (Proposal("row", "seated", ""),)
    assert proposals(easy("one-arm"), POOL) == (Proposal("row", "one-arm", "slow"),)
    assert proposals(easy("slow"), POOL) == (Proposal("row", "slow", "heavy"),)


def test_two_are_not_enough_nor_one_that_was_hard_or_never_rated() -> None:
    assert proposals(easy(times=2), POOL) == ()
    assert proposals([*easy(times=2), Bout("row", "", EASY + 1)], POOL) == ()
    assert proposals([*easy(times=2), Bout("row", "", None)], POOL) == ()


def test_only_the_newest_three_count_and_in_one_form() -> None:
    assert proposals([*easy(), Bout("row", "", 10)], POOL)
    assert proposals([Bout("row", "", 10), *easy()], POOL) == ()
    assert proposals([Bout("row", "slow", 1), *easy()], POOL) == (), "the harder form has only been done once"


def test_at_the_top_and_where_it_was_declined_nothing_is_proposed() -> None:
    assert proposals(easy("heavy"), POOL) == ()
    assert proposals(easy(), POOL, {"row": "slow"}) == ()
    assert proposals(easy("slow"), POOL, {"row": "slow"}) == (Proposal("row", "slow", "heavy"),)


def test_an_exercise_that_is_gone_or_has_no_forms_is_left_alone() -> None:
    assert proposals([Bout("gone", "", 1)] * 3 + [Bout("bow", "", 1)] * 3, POOL) == ()


@given(st.sampled_from(["", "seated", "one-arm", "slow", "heavy", "unknown"]))
def test_the_next_rung_is_always_harder(form: str) -> None:
    def level(of: str) -> int:
        found = ROW.variant(of)
        return found.level if found else 0

    harder = next_rung(ROW, form)
    assert harder is None or level(harder) > level(form)
