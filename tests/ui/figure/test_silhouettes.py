"""No two exercises look the same, in none of their forms: over the whole cycle, from where each is seen."""

from collections.abc import Callable
from functools import cache
from itertools import combinations

import numpy as np
import pytest
from numpy.typing import NDArray

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


def likeness(all_outlines: list[Outline]) -> NDArray[np.float32]:
    """How much every two outlines share (0 .. 1), over the cycle, begun where they fit best."""
    count = len(all_outlines)
    flat = np.array(all_outlines, np.float32).reshape(count * PHASES, -1)
    both = (flat @ flat.T).reshape(count, PHASES, count, PHASES)
    area = flat.sum(1).reshape(count, PHASES)
    shared = both / (area[:, :, None, None] + area - both)
    begun = [np.mean([shared[:, i, :, (i + shift) % PHASES] for i in range(PHASES)], axis=0) for shift in range(PHASES)]
    best: NDArray[np.float32] = np.array(begun, np.float32).max(axis=0)
    return best


def alike(a: Outline, b: Outline) -> float:
    return float(likeness([a, b])[0, 1])


@pytest.fixture(scope="module")
def outlines(subject: Callable[[str], Subject]) -> Callable[[str], Outline]:
    @cache
    def of_move(move_id: str) -> Outline:
        return outline(Model(subject(move_id)))

    return of_move


def test_no_two_exercises_look_the_same(outlines: Callable[[str], Outline], catalogue: Catalogue) -> None:
    whose = move_owners(catalogue.exercises)
    ids = MOVES.ids()
    shares = likeness([outlines(move_id) for move_id in ids])
    found = [
        (float(shares[i, j]), ids[i], ids[j])
        for i, j in combinations(range(len(ids)), 2)
        if shares[i, j] > MOST_ALIKE and whose[ids[i]].exercise.id != whose[ids[j]].exercise.id
    ]
    assert found == []


def test_a_move_is_like_itself_and_like_its_own_second_half(outlines: Callable[[str], Outline]) -> None:
    squat = outlines("squat")
    assert alike(squat, squat) == pytest.approx(1.0)
    assert alike(squat, squat[3:] + squat[:3]) == pytest.approx(1.0)
    assert alike(squat, outlines("plank")) < 0.5
