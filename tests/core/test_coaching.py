"""Which cue is shown when."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.samples import EXERCISES, exercise, variant
from trainer.core.coaching import SHORTEST, shown_cues, work_turns
from trainer.core.exercise import Cue, CueKind, Exercise, Variant
from trainer.core.timeline import Phase, PhaseKind
from trainer.library.catalogue import load_catalogue

FLY = EXERCISES["fly"]
SLOW = FLY.variant("slow")
SEATED = FLY.variant("seated")
WORK, READY, REST, SWITCH = (
    Phase(0, kind, 0, 60.0) for kind in (PhaseKind.WORK, PhaseKind.GET_READY, PhaseKind.REST, PhaseKind.SWITCH_SIDES)
)


def plan(length: float | None, form: Variant | None = None, elapsed: float = 0.0) -> list[tuple[float, str]]:
    return [(turn.start, turn.cue.text) for turn in work_turns(FLY, form, length, elapsed)]


def test_a_minute_of_work() -> None:
    assert plan(60.0) == [
        (0.0, "do 1"),
        (12.0, "safety 1"),
        (20.0, "do 2"),
        (28.0, "easier 1"),
        (36.0, "do 3"),
        (44.0, "harder 1"),
        (52.0, "breathe 1"),
    ]


def test_the_shortest_work_has_room_for_technique_and_safety() -> None:
    assert plan(20.0) == [(0.0, "do 1"), (12.0, "safety 1")]
    assert plan(10.0) == [(0.0, "do 1")]


def test_a_short_window_offers_nothing() -> None:
    assert not [text for _, text in plan(39.0) if "easier" in text or "harder" in text]


def test_in_a_variant_its_own_cue_leads_and_its_own_direction_is_not_offered() -> None:
    slow, seated = plan(60.0, SLOW), plan(60.0, SEATED)
    assert slow[:3] == [(0.0, "Now slow"), (6.0, "do 1"), (12.0, "safety 1")]
    assert {"easier 1"} == {text for _, text in slow if text[:6] in ("easier", "harder")}
    assert {"harder 1"} == {text for _, text in seated if text[:6] in ("easier", "harder")}


def test_where_it_waits_the_cues_go_round() -> None:
    texts = [text for _, text in plan(None, elapsed=100.0)]
    assert texts[:7] == ["do 1", "safety 1", "do 2", "do 3", "breathe 1", "do 1", "safety 1"]
    assert plan(None, elapsed=100.0)[-1][0] == 100.0


def test_one_is_active_the_others_are_quiet() -> None:
    shown = shown_cues(FLY, None, WORK, 13.0, 60.0)
    assert shown.active.kind is CueKind.SAFETY
    assert [cue.text for cue in shown.quiet] == ["do 1", "do 2", "do 3", "breathe 1"]
    offered = shown_cues(FLY, None, WORK, 30.0, 60.0)
    assert offered.active.kind is CueKind.EASIER
    assert len(offered.quiet) == 5


@pytest.mark.parametrize("phase", [READY, REST, SWITCH])
def test_before_work_it_is_the_set_up(phase: Phase) -> None:
    first, second = (shown_cues(FLY, None, phase, elapsed, 20.0) for elapsed in (9.9, 10.0))
    assert (first.active.text, [cue.text for cue in first.quiet]) == ("setup 1", ["setup 2"])
    assert (second.active.text, [cue.text for cue in second.quiet]) == ("setup 2", ["setup 1"])


def test_a_short_get_ready_shows_one_set_up_cue() -> None:
    assert [shown_cues(FLY, None, READY, elapsed, 5.0).active.text for elapsed in (0.0, 4.9)] == ["setup 1"] * 2


def test_before_work_in_a_variant_its_cue_leads() -> None:
    assert shown_cues(FLY, SLOW, READY, 0.0, 20.0).active.text == "Now slow"


def test_without_set_up_cues_the_technique_stands_in_and_without_any_the_name() -> None:
    only_do = exercise("plain", cues=(Cue(CueKind.DO, "Lift"),))
    assert shown_cues(only_do, None, READY, 0.0, 5.0).active.text == "Lift"
    silent = exercise("silent", cues=())
    for phase in (WORK, READY):
        shown = shown_cues(silent, None, phase, 3.0, 60.0)
        assert (shown.active.text, shown.quiet) == ("Silent", ())


def test_without_technique_the_safety_cue_is_all_there_is() -> None:
    only_safety = exercise("plain", cues=(Cue(CueKind.SAFETY, "Mind your back"),))
    assert shown_cues(only_safety, None, WORK, 0.0, 60.0).active.text == "Mind your back"


cues = st.lists(st.builds(Cue, st.sampled_from(CueKind), st.sampled_from("abcdefgh")), max_size=9, unique=True)


@given(
    cues.map(lambda some: exercise("any", cues=tuple(some))),
    st.none() | st.integers(-1, 1).map(lambda level: variant("other", level)),
    st.sampled_from(PhaseKind),
    st.none() | st.floats(1.0, 300.0),
    st.floats(0.0, 300.0),
)
def test_every_cue_stays_long_enough_to_be_read(
    any_exercise: Exercise, form: Variant | None, kind: PhaseKind, length: float | None, elapsed: float
) -> None:
    turns = work_turns(any_exercise, form, length, elapsed)
    assert all(later.start - turn.start >= SHORTEST for turn, later in pairwise(turns))
    if length is not None and len(turns) > 1:
        assert length - turns[-1].start >= SHORTEST
    shown = shown_cues(any_exercise, form, Phase(0, kind, 0, length), elapsed, length)
    assert shown.active not in shown.quiet
    known = {cue.text for cue in any_exercise.cues} | {"Any"} | ({form.cue} if form else set())
    assert {shown.active.text, *(cue.text for cue in shown.quiet)} <= known


def test_every_shipped_exercise_says_what_matters_in_a_minute(tmp_path: Path) -> None:
    resources = Path(__file__).parents[2] / "resources"
    catalogue = load_catalogue(resources, tmp_path / "routines", tmp_path / "cache")
    assert catalogue.exercises
    for one in catalogue.exercises.values():
        for form in (None, *one.variants):
            turns = work_turns(one, form, 60.0)
            if form:
                assert turns[0].cue.text == form.cue
            told = [turn.cue for turn in turns]
            assert one.cues_of(CueKind.DO)[0] in told[:2], one.id
            assert any(cue.kind is CueKind.SAFETY and turns[n].start == 12.0 for n, cue in enumerate(told)), one.id
