"""The account: phase by phase, adding up, with its reasons in two sentences."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from tests.ui.examples import KIT, catalogue, ready_values, workout
from trainer.core.energy import METHOD, Basis, estimate, ledger
from trainer.core.events import StepOutcome
from trainer.core.preferences import WeightUnit
from trainer.core.progress import counted_spans, ledger_of
from trainer.core.routine import Claim
from trainer.core.workout import Workout
from trainer.ui.ledger.account import Account, account_of_plan, account_of_workout, account_of_workouts
from trainer.ui.ledger.words import basis_sentence, claim_sentence
from trainer.ui.workout.ready_model import block_seconds


@pytest.fixture(scope="module")
def done() -> Workout:
    return workout(ready_values(catalogue(), KIT, 70.0).plan, date(2025, 11, 22))


def tenths(text: str) -> int:
    return round(float(text.replace(",", "")) * 10)


def assert_adds_up(account: Account) -> None:
    headings = [row for row in account.rows[:-1] if row.is_heading]
    phases = [row for row in account.rows if not row.is_heading]
    total = account.rows[-1]
    for rows in (headings, phases):
        assert sum(tenths(row.kcal) for row in rows) == tenths(total.kcal)
        assert sum(int(row.seconds.replace(",", "")) for row in rows) == int(total.seconds.replace(",", ""))


def test_every_phase_stands_there_with_all_that_counts(done: Workout) -> None:
    account = account_of_workout(done)
    phases = [row for row in account.rows if not row.is_heading]
    assert len(phases) == len(counted_spans(done))
    assert [row.name for row in account.rows if row.is_heading] == ["Warm-up", "Main", "Stretch", "Together"]
    assert all(row.code and row.met and row.kg == "70.0" for row in phases)
    assert any(row.name == "Reverse Fly, one arm" for row in phases)
    assert_adds_up(account)


def test_the_figure_is_the_one_shown_elsewhere(done: Workout) -> None:
    shown = estimate(counted_spans(done), 70.0, done.effort)
    account = account_of_workout(done)
    assert account.figure == f"{shown.shown_low}\N{EN DASH}{shown.shown_high}"
    assert tenths(account.rows[-1].kcal) == round(ledger_of(done).mid * 10)


def test_two_sentences_say_where_the_range_comes_from_and_why_a_claim_differs(done: Workout) -> None:
    source, difference = account_of_workout(done).reasons
    assert "80 % to 125 %" in source
    assert "active time" in source
    assert "165\N{EN DASH}210 kcal" in difference
    assert "never mixed" in difference
    for sentence in (source, difference):
        assert sentence.endswith(".")
        assert sentence.count(". ") == 0, "one sentence each"


def test_another_method_in_the_log_is_said(done: Workout) -> None:
    assert "older/1 until it is recounted" in account_of_workout(structs.replace(done, energy_method="older/1")).whose
    assert "recounted" not in account_of_workout(structs.replace(done, energy_method=METHOD)).whose


def test_an_unknown_weight_is_said_with_the_weights_assumed(done: Workout) -> None:
    account = account_of_workout(structs.replace(done, weight_kg=None), WeightUnit.ST)
    assert "7 st 12 lb" in account.reasons[0]
    assert "14 st 5 lb" in account.reasons[0]
    assert "no weight known" in account.whose


def test_a_page_without_a_claim_is_not_said_to_claim() -> None:
    assert "would stand beside" in claim_sentence(None)
    assert "210 kcal" in claim_sentence(Claim("page", None, None, 210))


def test_effort_and_skips_show(done: Workout) -> None:
    easy = ledger_of(structs.replace(done, effort=1))
    moved = [line for line in easy.lines if line.basis is Basis.FELT_LIGHT]
    assert moved
    assert moved[0].used.code in basis_sentence(moved[0])
    steps = tuple(structs.replace(step, outcome=StepOutcome.SKIPPED) for step in done.steps)
    assert not any(row.is_work for row in account_of_workout(structs.replace(done, steps=steps)).rows)


def test_a_plan_without_its_warm_up() -> None:
    values = ready_values(catalogue(), KIT, 70.0)
    account = account_of_plan(values.plan, {"Warm-up", "Stretch"}, None, WeightUnit.KG, values.routine.claim)
    assert [row.name for row in account.rows if row.is_heading] == ["Main", "Together"]
    assert int(account.rows[-1].seconds.replace(",", "")) == round(block_seconds(values.plan)[1]), "as the page tells"
    assert account.claim == "the page claims 165\N{EN DASH}210"
    assert_adds_up(account)


def test_a_week_has_its_workouts_one_by_one(done: Workout) -> None:
    heavier = structs.replace(done, weight_kg=80.0)
    account = account_of_workouts("This week", [done, heavier], lambda workout: workout.routine_name)
    names = [row.name for row in account.rows if row.is_heading]
    assert names == ["Upper and Lower Back", "Upper and Lower Back", "Together"]
    assert {row.kg for row in account.rows} == {"", "70.0", "80.0"}
    low = ledger_of(done).low + ledger_of(heavier).low
    assert account.figure.startswith(str(int(low // 5 * 5)))
    assert "its own weight" in account.whose
    assert account_of_workouts("This week", [], str).rows[-1].kcal == "0.0"
    assert_adds_up(account)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.floats(0, 500), min_size=30, max_size=30), st.none() | st.floats(30, 200))
def test_whatever_was_done_adds_up(done: Workout, seconds: list[float], kg: float | None) -> None:
    spans = [structs.replace(span, seconds=s) for span, s in zip(done.spans[:30], seconds, strict=True)]
    changed = structs.replace(done, spans=tuple(spans), weight_kg=kg)
    account = account_of_workout(changed)
    assert_adds_up(account)
    assert abs(tenths(account.rows[-1].kcal) - ledger(counted_spans(changed), kg, done.effort).mid * 10) <= 0.51
