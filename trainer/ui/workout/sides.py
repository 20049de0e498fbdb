"""Sides: which way round the figure is seen, so that the person's left is where they look for it."""

from math import cos, radians

from trainer.core.timeline import Side


def is_flipped(side: Side, yaw: float, *, like_mirror: bool) -> bool:
    """Whether the pictures of a move, which is made to work on the left, are shown with left and right exchanged.

    `side`: the person's own, to work on now, or first. `yaw`: degrees of the view the move was made for, from the
    figure's front toward its left. Seen from the front, a mirror shows the left on the left of the screen, another
    person on its right. Seen from behind both have it on the left: there is nothing to mirror.
    """
    faces_us = cos(radians(yaw)) > 0.0
    return (side is Side.RIGHT) != (like_mirror and faces_us)
