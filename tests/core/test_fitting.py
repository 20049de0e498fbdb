"""Pre-flight: what each exercise is done with, by what the person owns, and why."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from tests.core.samples import EQUIPMENT, EXERCISES, exercise, routine, variant
from trainer.core.exercise import LoadTag, Need, Sides, Substitute
from trainer.core.fitting import Fitting, Gear, Resolution, preflight
from trainer.core.routine import Block, BlockKind, Routine, Step

HAVE, CHECK, ASK, SUBSTITUTE, VARIANT, MISSING = Resolution
SOMETHING = {"towel": 1}  # owns something, so it is known what else isn't there


def fit(needs: tuple[Need, ...], owned: Mapping[str, int], **changes: object) -> Fitting:
    """Pre-flight of one exercise, "it"."""
    return preflight(routine(Step("it", seconds=30)), {"it": exercise("it", needs=needs, **changes)}, EQUIPMENT, owned)


def form_of(fitting: Fitting) -> str | None:
    return fitting.exercises["it"].form_for("")


def resolutions(fitting: Fitting) -> dict[str, Resolution]:
    return {use.item: use.resolution for use in fitting.equipment}


PAIR_OR_BAND = Need("dumbbell", 2, "one for each hand", substitutes=(Substitute("band", "under both feet"),))
PAIR_OR_BOTTLES = Need("dumbbell", 2, substitutes=(Substitute("bottle", "a full one in each hand"),))
BALL_OR_NOTHING = Need("ball", substitutes=(Substitute("", "hands clasped"),))
ONE_ARM = variant("one-arm", 0, sides=Sides.EACH, needs=(Need("dumbbell"),))


class TestOneNeed:
    def test_what_is_owned_is_used(self) -> None:
        fitting = fit((PAIR_OR_BAND,), {"dumbbell": 2})
        assert fitting.exercises["it"].forms == {"": (Gear("dumbbell", 2, "one for each hand"),)}
        assert resolutions(fitting) == {"dumbbell": HAVE}

    def test_else_something_owned_that_serves(self) -> None:
        fitting = fit((PAIR_OR_BAND,), {"band": 1})
        gear = Gear("band", 1, "one for each hand", "under both feet", instead_of="dumbbell")
        assert fitting.exercises["it"].forms == {"": (gear,)}
        decisive = fitting.equipment[0].decisive
        assert (decisive.resolution, decisive.gear) == (SUBSTITUTE, gear)

    def test_household_things_are_there(self) -> None:
        fitting = fit((PAIR_OR_BOTTLES,), SOMETHING)
        assert fitting.exercises["it"].forms[""][0].item == "bottle"
        assert fitting.exercises["it"].forms[""][0].count == 2
        assert resolutions(fitting) == {"dumbbell": SUBSTITUTE}
        assert resolutions(fit((Need("bottle"),), SOMETHING)) == {"bottle": HAVE}

    def test_nothing_may_serve_too(self) -> None:
        fitting = fit((BALL_OR_NOTHING,), SOMETHING)
        assert fitting.exercises["it"].forms[""] == (Gear("", 1, "", "hands clasped", instead_of="ball"),)

    def test_else_a_variant_the_nearest_in_effort_first(self) -> None:
        variants = (variant("hard", 1, needs=()), variant("easy", -1, needs=()), variant("easiest", -2, needs=()))
        fitting = fit((Need("ball"),), SOMETHING, variants=variants)
        assert form_of(fitting) == "easy"
        assert set(fitting.exercises["it"].forms) == {"easy", "hard", "easiest"}
        decisive = fitting.equipment[0].decisive
        assert (decisive.resolution, decisive.variant, decisive.owned) == (VARIANT, "easy", 0)

    def test_else_the_exercise_is_dropped(self) -> None:
        fitting = fit((Need("ball"),), SOMETHING)
        assert form_of(fitting) is None
        assert fitting.dropped == ("it",)
        assert resolutions(fitting) == {"ball": MISSING}

    def test_a_place_is_to_be_checked(self) -> None:
        fitting = fit((Need("wall", why="to brace your feet"),), SOMETHING)
        assert form_of(fitting) == ""
        assert resolutions(fitting) == {"wall": CHECK}
        assert fitting.equipment[0].decisive.why == "to brace your feet"

    def test_what_may_be_left_out_is_left_out(self) -> None:
        fitting = fit((Need("ball", optional=True),), SOMETHING)
        assert fitting.exercises["it"].forms == {"": ()}
        assert (fitting.equipment[0].resolution, fitting.equipment[0].decisive.optional) == (MISSING, True)
        assert fit((Need("ball", optional=True),), {"ball": 1}).exercises["it"].forms[""] == (Gear("ball"),)


class TestTooFew:
    def test_one_of_a_pair_makes_do_with_a_variant_before_household_things(self) -> None:
        fitting = fit((PAIR_OR_BOTTLES,), {"dumbbell": 1}, variants=(ONE_ARM,))
        assert form_of(fitting) == "one-arm"
        summary = fitting.equipment[0]
        assert (summary.count, summary.owned, summary.resolution) == (2, 1, VARIANT)

    def test_but_not_before_something_owned(self) -> None:
        fitting = fit((PAIR_OR_BAND,), {"dumbbell": 1, "band": 1}, variants=(ONE_ARM,))
        assert form_of(fitting) == ""

    def test_without_such_a_variant_household_things_serve(self) -> None:
        assert form_of(fit((PAIR_OR_BOTTLES,), {"dumbbell": 1})) == ""


class TestNotTold:
    def test_changes_and_drops_nothing_and_asks(self) -> None:
        needs = (Need("ball"), Need("wall"), Need("bottle"), PAIR_OR_BAND, Need("mat", optional=True))
        fitting = fit(needs, {}, variants=(ONE_ARM,))
        assert not fitting.told
        assert form_of(fitting) == ""
        assert [gear.item for gear in fitting.exercises["it"].forms[""]] == ["ball", "wall", "bottle", "dumbbell"]
        assert set(fitting.exercises["it"].forms) == {"", "one-arm"}
        assert resolutions(fitting) == {"ball": ASK, "wall": CHECK, "bottle": HAVE, "dumbbell": ASK, "mat": ASK}


class TestRoutine:
    def test_the_form_wanted_stays_even_if_household_things_serve_for_both(self) -> None:
        exercises = {"it": exercise("it", needs=(PAIR_OR_BOTTLES,), variants=(variant("easy", -1),))}
        fitting = preflight(routine(Step("it", seconds=30, variant="easy")), exercises, EQUIPMENT, SOMETHING)
        assert fitting.exercises["it"].chosen == {"easy": "easy"}

    def test_an_item_is_one_line_with_the_worst_of_its_uses(self) -> None:
        exercises = {"fly": EXERCISES["fly"], "curl": exercise("curl", needs=(Need("dumbbell"),))}
        sample = routine(Step("curl", seconds=30), Step("fly", seconds=30))
        fitting = preflight(sample, exercises, EQUIPMENT, {"dumbbell": 1})
        (line,) = fitting.equipment
        assert (line.item, line.count, line.resolution) == ("dumbbell", 2, VARIANT)
        assert [(use.exercise, use.resolution) for use in line.uses] == [("curl", HAVE), ("fly", VARIANT)]

    def test_the_form_remembered_decides_what_is_wanted(self) -> None:
        sample = routine(Step("fly", seconds=30))
        assert (
            preflight(sample, EXERCISES, EQUIPMENT, {"dumbbell": 1}, variants={"fly": "one-arm"}).equipment[0].decisive
            == preflight(routine(Step("fly", seconds=30, variant="one-arm")), EXERCISES, EQUIPMENT, {"dumbbell": 1})
            .equipment[0]
            .decisive
        )

    def test_each_form_in_the_routine_is_fitted(self) -> None:
        sample = routine(Step("fly", seconds=30), Step("fly", seconds=30, variant="one-arm"))
        fitting = preflight(sample, EXERCISES, EQUIPMENT, {"dumbbell": 2})
        assert fitting.exercises["fly"].chosen == {"": "", "one-arm": "one-arm"}
        assert fitting.equipment[0].count == 2

    def test_what_is_left_out_wants_nothing(self) -> None:
        off = Block(BlockKind.WARM_UP, "Warm-up", (Step("fly", seconds=30),))
        main = Block(BlockKind.STRENGTH, "Main", (Step("bow", seconds=30), Step("fly", seconds=30, on=False)))
        fitting = preflight(
            Routine(1, "r", "R", (off, main)), EXERCISES, EQUIPMENT, SOMETHING, without_blocks=["Warm-up"]
        )
        assert fitting.equipment == ()
        assert list(fitting.exercises) == ["bow"]

    def test_a_form_nobody_asked_about_falls_back_on_what_can_be_done(self) -> None:
        sample = routine(Step("fly", seconds=30))
        fitted = preflight(sample, EXERCISES, EQUIPMENT, {"dumbbell": 1}).exercises["fly"]
        assert fitted.form_for("seated") == "one-arm"
        assert fitted.form_for("one-arm") == "one-arm"


needs = st.builds(
    Need,
    st.sampled_from(["dumbbell", "ball", "wall", "bottle", "unheard-of"]),
    st.integers(1, 2),
    optional=st.booleans(),
    substitutes=st.lists(
        st.builds(Substitute, st.sampled_from(["band", "bottle", "", "wall"]), st.just("so")), max_size=2
    ).map(tuple),
)
many_needs = st.lists(needs, max_size=3).map(tuple)
owned_things = st.dictionaries(st.sampled_from(["dumbbell", "ball", "band", "mat"]), st.integers(0, 2))


@given(many_needs, st.none() | many_needs, owned_things)
def test_whatever_is_owned_what_is_done_is_done_with_what_is_there(
    wanted: tuple[Need, ...], of_variant: tuple[Need, ...] | None, owned: dict[str, int]
) -> None:
    variants = (variant("other", -1, needs=of_variant),)
    fitting = fit(wanted, owned, variants=variants)
    fitted = fitting.exercises["it"]
    for gear in (gear for form in fitted.forms.values() for gear in form):
        thing = EQUIPMENT.get(gear.item)
        there = thing is not None and (thing.household or thing.kind == "space")
        assert not fitting.told or not gear.item or there or owned.get(gear.item, 0) >= gear.count
    assert (form_of(fitting) is None) == (not fitted.forms)
    assert {use.item for use in fitting.equipment} == {need.item for need in wanted}
    if not fitting.told:
        assert form_of(fitting) == ""
    if any(use.resolution is MISSING and not use.decisive.optional for use in fitting.equipment):
        assert form_of(fitting) is None


@pytest.mark.parametrize("owned", [{}, {"dumbbell": 0}])
def test_owning_none_of_something_is_an_answer(owned: dict[str, int]) -> None:
    fitting = fit((Need("ball"),), owned)
    assert fitting.told == bool(owned)


class TestSparing:
    JUMP = exercise(
        "it",
        load_tags=(LoadTag.IMPACT,),
        variants=(variant("stepping", -1, load_tags=()), variant("higher", 1)),
    )

    def spared(self, avoid: tuple[LoadTag, ...], decided: Mapping[str, str | None] = {}, form: str = "") -> Fitting:
        step = Step("it", seconds=30, variant=form)
        return preflight(routine(step), {"it": self.JUMP}, EQUIPMENT, SOMETHING, avoid=avoid, decided=decided)

    def test_what_nobody_wants_spared_is_as_written(self) -> None:
        fitted = self.spared((LoadTag.KNEE,)).exercises["it"]
        assert (fitted.form_for(""), fitted.spared) == ("", ())

    def test_the_nearest_form_that_spares_it_is_done(self) -> None:
        fitted = self.spared((LoadTag.IMPACT,)).exercises["it"]
        assert (fitted.form_for(""), fitted.spared) == ("stepping", (LoadTag.IMPACT,))
        assert set(fitted.forms) == {"stepping"}, "easier and harder stay within what is spared"

    def test_without_such_a_form_it_is_left_out(self) -> None:
        still = structs.replace(self.JUMP, variants=())
        fitting = preflight(routine(Step("it", seconds=30)), {"it": still}, EQUIPMENT, {}, avoid=(LoadTag.IMPACT,))
        assert fitting.dropped == ("it",)

    def test_a_form_that_spares_it_already_is_not_told_as_changed(self) -> None:
        fitted = self.spared((LoadTag.IMPACT,), form="stepping").exercises["it"]
        assert (fitted.form_for("stepping"), fitted.spared) == ("stepping", ())

    def test_its_equipment_is_not_asked_for_when_it_is_left_out(self) -> None:
        jump = structs.replace(self.JUMP, variants=(), needs=(Need("ball"),))
        fitting = preflight(routine(Step("it", seconds=30)), {"it": jump}, EQUIPMENT, {}, avoid=(LoadTag.IMPACT,))
        assert fitting.equipment == ()


class TestDecided:
    def test_the_person_s_own_word_goes_before_kit_and_sparing(self) -> None:
        press = exercise("it", needs=(Need("dumbbell", 2),), load_tags=(LoadTag.WRIST,), variants=(ONE_ARM,))
        asked = routine(Step("it", seconds=30))
        fitting = preflight(
            asked, {"it": press}, EQUIPMENT, {"dumbbell": 1}, avoid=(LoadTag.WRIST,), decided={"it": ""}
        )
        assert form_of(fitting) == ""
        assert resolutions(fitting) == {"dumbbell": CHECK}, "it is there if the person says so; look again"
        assert fitting.exercises["it"].forms[""] == (Gear("dumbbell", 2),)

    def test_another_form_may_be_chosen_and_its_own_needs_count(self) -> None:
        press = exercise("it", needs=(Need("dumbbell", 2),), variants=(ONE_ARM,))
        fitting = preflight(
            routine(Step("it", seconds=30)), {"it": press}, EQUIPMENT, {"dumbbell": 2}, decided={"it": "one-arm"}
        )
        assert form_of(fitting) == "one-arm"
        assert [use.count for use in fitting.equipment] == [1]

    def test_or_none_at_all(self) -> None:
        fitting = preflight(
            routine(Step("it", seconds=30)), {"it": exercise("it")}, EQUIPMENT, {"ball": 1}, decided={"it": None}
        )
        assert fitting.dropped == ("it",)
