"""PhaseLook: every moment of a session has one, told apart in several ways."""

from itertools import combinations, product

import msgspec
import pytest

from trainer.core.snapshot import SessionState
from trainer.core.timeline import PhaseKind
from trainer.ui.theme.phase_look import PhaseLook, phase_look
from trainer.ui.theme.theme import Colors


@pytest.mark.parametrize(
    ("kind", "state", "holds", "waits", "expected"),
    [
        (PhaseKind.WORK, SessionState.RUNNING, False, False, PhaseLook.WORK),
        (PhaseKind.WORK, SessionState.READY, False, False, PhaseLook.WORK),
        (PhaseKind.WORK, SessionState.RUNNING, True, False, PhaseLook.HOLD),
        (PhaseKind.WORK, SessionState.RUNNING, True, True, PhaseLook.YOUR_PACE),
        (PhaseKind.REST, SessionState.RUNNING, True, False, PhaseLook.REST),
        (PhaseKind.GET_READY, SessionState.RUNNING, False, True, PhaseLook.GET_READY),
        (PhaseKind.SWITCH_SIDES, SessionState.RUNNING, False, False, PhaseLook.SWITCH_SIDES),
        (PhaseKind.REST, SessionState.PAUSED, False, False, PhaseLook.PAUSED),
        (PhaseKind.WORK, SessionState.LEAD_IN, True, False, PhaseLook.GET_READY),
        (PhaseKind.WORK, SessionState.ENDED, False, False, PhaseLook.DONE),
    ],
)
def test_what_a_moment_looks_like(
    kind: PhaseKind, state: SessionState, holds: bool, waits: bool, expected: PhaseLook
) -> None:
    assert phase_look(kind, state, holds=holds, waits=waits) is expected


def test_there_is_a_look_for_every_moment() -> None:
    for kind, state, holds, waits in product(PhaseKind, SessionState, (False, True), (False, True)):
        look = phase_look(kind, state, holds=holds, waits=waits)
        assert look.word == look.word.upper() != ""


def test_no_two_share_word_or_shape() -> None:
    for first, second in combinations(PhaseLook, 2):
        assert first.word != second.word
        assert first.marks.shape is not second.marks.shape


def test_every_colour_it_names_exists() -> None:
    known = {field.name for field in msgspec.structs.fields(Colors)}
    for look in PhaseLook:
        marks = look.marks
        assert {marks.fill, marks.on, marks.ink, marks.bar_fill, marks.soft, marks.flood} <= known


def test_work_is_clear_and_everything_else_floods() -> None:
    flooding = {look for look in PhaseLook if look.marks.flood != "canvas"}
    assert flooding == {PhaseLook.GET_READY, PhaseLook.SWITCH_SIDES, PhaseLook.REST, PhaseLook.PAUSED}


@pytest.mark.usefixtures("pseudo_language")
def test_words_are_translated() -> None:
    assert PhaseLook.WORK.word != "WORK"
