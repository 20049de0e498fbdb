"""No two exercises look the same: their outlines, over the whole cycle and from where each is seen, differ."""

from collections.abc import Callable
from functools import cache
from itertools import combinations

import numpy as np
import pytest

from tests.ui.figure.conftest import MOVES
from trainer.library.catalogue import Catalogue
from trainer.library.move_owners import move_owners
from trainer.ui.figure.scene import Model
from trainer.ui.figure.subject import Subject
from trainer.ui.figure.visible_change import Mask
from trainer.ui.figure.visible_change import outlines as outlines_of

MOST_ALIKE = 0.85
PHASES = 6

Outline = list[Mask]


def outline(model: Model) -> Outline:
    """The figure's shape at PHASES moments."""
    moments = [model.cycle.period * (i + 0.5) / PHASES for i in range(PHASES)]
    return outlines_of([model.mesh.posed(model.cycle.pose_at(moment)) for moment in moments], model.cycle.move.view)


def alike(a: Outline, b: Outline) -> float:
    """How much two outlines share (0 .. 1), over the cycle, begun where they fit best."""
    return max(
        float(np.mean([_shared(a[i], b[(i + shift) % PHASES]) for i in range(PHASES)])) for shift in range(PHASES)
    )


def _shared(a: Mask, b: Mask) -> float:
    return float((a & b).sum() / (a | b).sum())


@pytest.fixture(scope="module")
def outlines(subject: Callable[[str], Subject]) -> Callable[[str], Outline]:
    @cache
    def of_move(move_id: str) -> Outline:
        return outline(Model(subject(move_id)))

    return of_move


def test_no_two_exercises_look_the_same(outlines: Callable[[str], Outline], catalogue: Catalogue) -> None:
    ids = [move_id for move_id in MOVES.ids() if move_owners(catalogue.exercises)[move_id].variant is None]
    likeness = [(alike(outlines(a), outlines(b)), a, b) for a, b in combinations(ids, 2)]
    assert [pair for pair in sorted(likeness, reverse=True) if pair[0] > MOST_ALIKE] == []


def test_a_move_is_like_itself_and_like_its_own_second_half(outlines: Callable[[str], Outline]) -> None:
    squat = outlines("squat")
    assert alike(squat, squat) == 1.0
    assert alike(squat, squat[3:] + squat[:3]) == 1.0
    assert alike(squat, outlines("plank")) < 0.5
