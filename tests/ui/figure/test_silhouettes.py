"""No two exercises look the same: their outlines, over the whole cycle and from where each is seen, differ."""

from collections.abc import Callable
from functools import cache
from itertools import combinations

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.ui.figure.conftest import MOVES
from tests.whose_move import owners
from trainer.library.catalogue import Catalogue
from trainer.ui.figure.camera import camera
from trainer.ui.figure.mesh import Floats
from trainer.ui.figure.scene import Model
from trainer.ui.figure.subject import Subject

MOST_ALIKE = 0.85
PHASES = 6
GRID = 40
GROWN = 1  # cells: vertices lie apart

Mask = NDArray[np.bool_]
Outline = list[Mask]


def outline(model: Model) -> Outline:
    """The figure's shape at PHASES moments, all in the frame that holds the whole movement."""
    look = camera(model.cycle.move.view, (0.0, 0.0, 0.0), 1.0, (0.0, 0.0))
    moments = [model.cycle.period * (i + 0.5) / PHASES for i in range(PHASES)]
    points = [look.project(model.mesh.posed(model.cycle.pose_at(moment)))[0] for moment in moments]
    every = np.concatenate(points)
    low, high = every.min(0), every.max(0)
    cells = (GRID - 2 * GROWN - 1) / float((high - low).max())
    return [_splat((place - 0.5 * (low + high)) * cells + 0.5 * GRID) for place in points]


def _splat(places: Floats) -> Mask:
    mask = np.zeros((GRID, GRID), bool)
    x, y = np.clip(places.astype(int).T, 0, GRID - 1)
    mask[y, x] = True
    grown = mask.copy()
    for _ in range(GROWN):
        grown[1:] |= mask[:-1]
        grown[:-1] |= mask[1:]
        grown[:, 1:] |= mask[:, :-1]
        grown[:, :-1] |= mask[:, 1:]
    return grown


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
    ids = [move_id for move_id in MOVES.ids() if owners(catalogue.exercises)[move_id].variant is None]
    likeness = [(alike(outlines(a), outlines(b)), a, b) for a, b in combinations(ids, 2)]
    assert [pair for pair in sorted(likeness, reverse=True) if pair[0] > MOST_ALIKE] == []


def test_a_move_is_like_itself_and_like_its_own_second_half(outlines: Callable[[str], Outline]) -> None:
    squat = outlines("squat")
    assert alike(squat, squat) == 1.0
    assert alike(squat, squat[3:] + squat[:3]) == 1.0
    assert alike(squat, outlines("plank")) < 0.5
