"""Energy: the worked examples of behaviour.md, the rules one by one, and what must hold of any spans."""

import tomllib
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from tests.core.samples import BOW_LUNGE_FLY, Person, timeline
from trainer.core.energy import FAMILIES, METHOD, Basis, Energy, estimate, gross_kcal, ledger, parts_of
from trainer.core.exercise import Met
from trainer.core.routine import BlockKind
from trainer.core.tally import planned_spans
from trainer.core.timeline import PhaseKind
from trainer.core.workout import Span

TONING = Met("02054", 3.5)


def work(seconds: float, met: Met = TONING, kind: PhaseKind = PhaseKind.WORK, **changes: object) -> Span:
    span = Span(0, kind, BlockKind.STRENGTH, "fly", "", met, seconds)
    return structs.replace(span, **changes)


def shown(energy: Energy) -> tuple[int, int]:
    return energy.shown_low, energy.shown_high


class TestWorkedExamples:
    def test_the_main_block(self) -> None:
        energy = estimate([work(25 * 60)], 70.0)
        assert energy.mid == pytest.approx(107.2, abs=0.05)
        assert shown(energy) == (85, 135)

    def test_with_warm_up_and_stretch(self) -> None:
        energy = estimate([work(300, Met("12025", 4.8)), work(1500), work(300, Met("02101", 2.3))], 70.0)
        assert energy.mid == pytest.approx(150.7, abs=0.05)
        assert shown(energy) == (120, 190)

    def test_one_formula(self) -> None:
        assert gross_kcal(3.5, 70.0, 1500.0) == pytest.approx(107.1875)


class TestRange:
    def test_is_rounded_outward_to_five(self) -> None:
        assert shown(Energy(85.0, 100.0, 135.0)) == (85, 135)
        assert shown(Energy(84.9, 100.0, 135.1)) == (80, 140)
        assert shown(Energy(85.0 - 1e-12, 100.0, 135.0 + 1e-12)) == (85, 135)
        assert shown(Energy(0.0, 0.0, 0.0)) == (0, 0)
        assert shown(Energy(0.1, 0.2, 0.3)) == (0, 5)

    def test_spans_fifty_to_ninety_one_kilograms_where_no_weight_is_known(self) -> None:
        unknown, light, heavy = (estimate([work(1500)], kg) for kg in (None, 50.0, 91.0))
        assert (unknown.low, unknown.high) == (light.low, heavy.high)
        assert unknown.mid == pytest.approx((light.mid + heavy.mid) / 2)

    def test_of_nothing_is_nothing(self) -> None:
        assert estimate([], 70.0) == Energy(0.0, 0.0, 0.0)


class TestRests:
    @pytest.mark.parametrize("kind", [PhaseKind.REST, PhaseKind.GET_READY, PhaseKind.SWITCH_SIDES])
    def test_up_to_a_minute_count_like_the_step_longer_ones_little(self, kind: PhaseKind) -> None:
        short, long = ledger([work(60.0, kind=kind), work(61.0, kind=kind)], 70.0).lines
        assert (short.used, short.basis) == (TONING, Basis.OWN)
        assert (long.used.value, long.basis) == (1.5, Basis.LONG_REST)
        assert (short.own, long.own) == (TONING, TONING)

    def test_long_work_is_no_rest(self) -> None:
        assert ledger([work(600.0)], 70.0).lines[0].used == TONING


class TestEffort:
    CALISTHENICS = Met("02022", 3.8)

    @pytest.mark.parametrize(
        ("effort", "code", "basis"),
        [
            (None, "02022", Basis.OWN),
            (2, "02024", Basis.FELT_LIGHT),
            (3, "02022", Basis.OWN),
            (7, "02022", Basis.OWN),
            (8, "02020", Basis.FELT_HARD),
        ],
    )
    def test_moves_one_code_within_the_family(self, effort: int | None, code: str, basis: Basis) -> None:
        line = ledger([work(60.0, self.CALISTHENICS)], 70.0, effort).lines[0]
        assert (line.used.code, line.basis, line.own) == (code, basis, self.CALISTHENICS)
        assert line.kcal == pytest.approx(gross_kcal(line.used.value, 70.0, 60.0))

    def test_the_end_of_a_family_stays(self) -> None:
        assert ledger([work(60.0, TONING)], 70.0, 1).lines[0].basis is Basis.OWN
        assert ledger([work(60.0, Met("02020", 7.5))], 70.0, 10).lines[0].basis is Basis.OWN

    @pytest.mark.parametrize(
        "span",
        [
            work(60.0, Met("02112", 2.8)),  # harder would more than triple it
            work(60.0, Met("made up", 4.0)),
            work(60.0, kind=PhaseKind.REST),
            work(60.0, Met("02005", 4.8), block=BlockKind.WARM_UP),
            work(60.0, Met("02105", 2.8), block=BlockKind.STRETCH),
        ],
    )
    def test_never_moves_anything_else(self, span: Span) -> None:
        for effort in (1, 10):
            assert ledger([span], 70.0, effort).lines[0].used == span.met

    def test_no_step_within_a_family_more_than_doubles(self) -> None:
        for family in FAMILIES:
            values = [met.value for met in family]
            assert values == sorted(values)
            assert all(harder / lighter <= 2.0 for lighter, harder in pairwise(values))


def test_the_ledger_says_all_that_leads_to_the_sum() -> None:
    person = Person.starting(*BOW_LUNGE_FLY)
    person.wait(200.0)
    told = ledger(person.engine.spans, None, 5)
    assert [line.kind for line in told.lines] == [phase.kind for phase in person.engine.timeline.phases]
    assert sum(line.kcal for line in told.lines) == pytest.approx(told.mid)
    assert (told.assumed_kg, told.weight_kg, told.effort, told.method) == (70.5, None, 5, METHOD)
    assert Energy(told.low, told.mid, told.high) == estimate(person.engine.spans, None, 5)


def test_only_active_seconds_count() -> None:
    straight, interrupted = Person.starting(*BOW_LUNGE_FLY), Person.starting(*BOW_LUNGE_FLY)
    straight.wait(200.0)
    interrupted.wait(30.0)
    interrupted.give("pause")
    interrupted.wait(600.0)
    interrupted.give("resume")
    interrupted.wait(200.0)
    counted = [estimate(person.engine.spans, 70.0) for person in (straight, interrupted)]
    assert counted[0].mid == pytest.approx(counted[1].mid)


def test_nothing_is_corrected_twice() -> None:
    """Gross kilocalories, once: no resting rate, no MET x kg x h, no afterburn."""
    assert estimate([work(3600.0, Met("own", 1.0))], 100.0).mid == pytest.approx(105.0)
    assert estimate([work(3600.0, Met("own", 7.0))], 100.0).mid == pytest.approx(7 * 105.0)


def test_a_rest_is_part_of_the_step_it_led_to() -> None:
    rest = work(30.0, kind=PhaseKind.REST, step=0)
    ready = work(5.0, kind=PhaseKind.GET_READY, step=3)
    assert parts_of([work(60.0, step=0), rest, ready, work(60.0, step=3)]) == (0, 3, 3, 3)
    assert parts_of([work(60.0, step=0), rest, rest]) == (0, 0, 0), "one that led nowhere stays"


def test_as_planned_each_phase_is_part_of_its_step() -> None:
    plan = timeline(*BOW_LUNGE_FLY)
    assert parts_of(planned_spans(plan)) == tuple(phase.step for phase in plan.phases)


def test_a_session_done_as_planned_counts_as_planned() -> None:
    person = Person.starting(*BOW_LUNGE_FLY)
    person.wait(200.0)
    assert planned_spans(timeline(*BOW_LUNGE_FLY)) == person.engine.spans


spans = st.builds(
    work,
    st.floats(0.0, 3600.0),
    st.sampled_from([met for family in FAMILIES for met in family] + [Met("02101", 2.3)]),
    st.sampled_from(PhaseKind),
    block=st.sampled_from(BlockKind),
)
weights = st.none() | st.floats(20.0, 300.0)
efforts = st.none() | st.integers(1, 10)


@given(st.lists(spans, max_size=8), st.lists(spans, max_size=8), weights, efforts)
def test_is_additive_over_spans(some: list[Span], more: list[Span], weight: float | None, effort: int | None) -> None:
    together, apart = estimate(some + more, weight, effort), [estimate(part, weight, effort) for part in (some, more)]
    for end in ("low", "mid", "high"):
        assert getattr(together, end) == pytest.approx(sum(getattr(part, end) for part in apart))


@given(st.lists(spans, max_size=8), weights, efforts)
def test_the_lines_of_any_spans_are_the_estimate(some: list[Span], weight: float | None, effort: int | None) -> None:
    told = ledger(some, weight, effort)
    assert sum(line.kcal for line in told.lines) == pytest.approx(told.mid)
    assert Energy(told.low, told.mid, told.high) == estimate(some, weight, effort)
    assert [line.seconds for line in told.lines] == [span.seconds for span in some]


@given(st.lists(spans, max_size=8), st.floats(20.0, 300.0), efforts, st.floats(1.0, 4.0))
def test_twice_the_weight_is_twice_the_energy(
    some: list[Span], weight: float, effort: int | None, times: float
) -> None:
    once, more = estimate(some, weight, effort), estimate(some, weight * times, effort)
    assert (more.low, more.mid, more.high) == pytest.approx((once.low * times, once.mid * times, once.high * times))


@given(st.lists(spans, max_size=8), weights, efforts)
def test_the_estimate_lies_within_its_range(some: list[Span], weight: float | None, effort: int | None) -> None:
    energy = ledger(some, weight, effort)
    assert energy.low <= energy.mid <= energy.high
    assert energy.shown_low - 1e-6 <= energy.low
    assert energy.high <= energy.shown_high + 1e-6
    assert energy.shown_low % 5 == energy.shown_high % 5 == 0


@given(spans, st.floats(20.0, 300.0), st.floats(0.0, 100.0), efforts)
def test_grows_with_weight_met_and_time_of_work(span: Span, weight: float, more: float, effort: int | None) -> None:
    mid = estimate([span], weight, effort).mid
    assert estimate([span], weight + more, effort).mid >= mid
    longer = structs.replace(span, kind=PhaseKind.WORK)
    assert (
        estimate([structs.replace(longer, seconds=longer.seconds + more)], weight, effort).mid
        >= estimate([longer], weight, effort).mid
    )
    own = structs.replace(span, met=Met("own", span.met.value))
    harder = structs.replace(span, met=Met("own", span.met.value + more))
    assert estimate([harder], weight, effort).mid >= estimate([own], weight, effort).mid


def test_every_code_of_a_family_is_used_with_its_value_in_the_content() -> None:
    """The same code means the same number everywhere; the table is the Compendium's."""
    resources = Path(__file__).parents[2] / "resources" / "exercises"
    known = {met.code: met.value for family in FAMILIES for met in family}
    for path in resources.glob("*.toml"):
        met = tomllib.loads(path.read_text(encoding="utf-8"))["met"]
        assert known.get(met["code"], met["value"]) == met["value"], path.name
