"""PhaseLook: how a phase tells itself apart, in five ways: word, shape, hue, bar construction, flood."""

from enum import StrEnum

from msgspec import Struct

from trainer.core.snapshot import SessionState
from trainer.core.timeline import PhaseKind
from trainer.language import tr


class PhaseLook(StrEnum):
    """What the person is to see a moment of a session as."""

    WORK = "work"
    HOLD = "hold"
    GET_READY = "ready"
    SWITCH_SIDES = "switch"
    REST = "rest"
    PAUSED = "paused"
    YOUR_PACE = "pace"
    DONE = "done"

    @property
    def word(self) -> str:
        """The word on the pill, in the person's language."""
        match self:
            case PhaseLook.WORK:
                return tr("WORK")
            case PhaseLook.HOLD:
                return tr("HOLD")
            case PhaseLook.GET_READY:
                return tr("GET READY")
            case PhaseLook.SWITCH_SIDES:
                return tr("SWITCH SIDES")
            case PhaseLook.REST:
                return tr("REST")
            case PhaseLook.PAUSED:
                return tr("PAUSED")
            case PhaseLook.YOUR_PACE:
                return tr("YOUR PACE")
            case PhaseLook.DONE:
                return tr("DONE")

    @property
    def marks(self) -> "PhaseMarks":
        """Its colours, shape and bar."""
        return _MARKS[self]


class Shape(StrEnum):
    """The sign before the word."""

    DISC = "disc"
    DIAMOND = "diamond"
    TRIANGLE = "triangle"
    ARROWS = "arrows"
    LYING_BAR = "lying-bar"
    TWO_BARS = "two-bars"
    RING = "ring"
    TICK = "tick"


class BarStyle(StrEnum):
    """How the time bar is built."""

    SOLID = "solid"  # drains
    CHEVRONS = "chevrons"  # one a second
    DOTS = "dots"  # one a second
    HATCHED = "hatched"


class PhaseMarks(Struct, frozen=True):
    """Names of colours for `Look.color`, a shape and a bar.

    `fill` is the pill, `on` the word on it, `ink` text and bars on a ground or the flood, `flood` the stage's ground.
    """

    fill: str
    on: str
    ink: str
    bar_fill: str  # of bars and rules: `fill`, except where that is too pale to be seen on a ground
    soft: str  # behind the current row of the routine
    flood: str
    shape: Shape
    bar: BarStyle


def _marks(hue: str, shape: Shape, bar: BarStyle, *, floods: bool, pale: bool = False) -> PhaseMarks:
    return PhaseMarks(
        fill=hue,
        on=f"on_{hue}",
        ink=f"{hue}_ink",
        bar_fill=f"{hue}_ink" if pale else hue,
        soft=f"{hue}_soft",
        flood=f"{hue}_soft" if floods else "canvas",
        shape=shape,
        bar=bar,
    )


_MARKS = {
    PhaseLook.WORK: _marks("work", Shape.DISC, BarStyle.SOLID, floods=False),
    PhaseLook.HOLD: _marks("hold", Shape.DIAMOND, BarStyle.SOLID, floods=False),
    PhaseLook.GET_READY: _marks("ready", Shape.TRIANGLE, BarStyle.CHEVRONS, floods=True, pale=True),
    PhaseLook.SWITCH_SIDES: _marks("ready", Shape.ARROWS, BarStyle.CHEVRONS, floods=True, pale=True),
    PhaseLook.REST: _marks("rest", Shape.LYING_BAR, BarStyle.DOTS, floods=True),
    PhaseLook.PAUSED: _marks("paused", Shape.TWO_BARS, BarStyle.HATCHED, floods=True),
    PhaseLook.YOUR_PACE: _marks("work", Shape.RING, BarStyle.SOLID, floods=False),
    PhaseLook.DONE: _marks("done", Shape.TICK, BarStyle.SOLID, floods=False),
}

_BY_KIND = {
    PhaseKind.REST: PhaseLook.REST,
    PhaseKind.GET_READY: PhaseLook.GET_READY,
    PhaseKind.SWITCH_SIDES: PhaseLook.SWITCH_SIDES,
    PhaseKind.WORK: PhaseLook.WORK,
}


def phase_look(kind: PhaseKind, state: SessionState, *, holds: bool = False, waits: bool = False) -> PhaseLook:
    """How a phase of that kind is shown in that state of the session.

    `holds`: the exercise is a hold. `waits`: the phase has no length and ends when the person says so.
    """
    if state is SessionState.ENDED:
        return PhaseLook.DONE
    if state is SessionState.PAUSED:
        return PhaseLook.PAUSED
    if state is SessionState.LEAD_IN:
        return PhaseLook.GET_READY
    if kind is not PhaseKind.WORK:
        return _BY_KIND[kind]
    if waits:
        return PhaseLook.YOUR_PACE
    return PhaseLook.HOLD if holds else PhaseLook.WORK
