"""Move: how the figure does an exercise, in poses and the order they are gone through. No seconds: see cycle."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final, Literal, TypeVar

from msgspec import Struct, structs

from trainer.motion.channels import all_channels
from trainer.motion.geometry import Vector
from trainer.motion.hand_shape import HandShape, usual_shape
from trainer.motion.pose_language import PoseError, read_pose
from trainer.motion.posture import PLANTED_HANDS, Grip, HandPlace, LegSupport, Posture, RootSupport
from trainer.motion.prop import Prop, PropError, PropKind, read_prop
from trainer.motion.skeleton import FRAMES, LIMBS, SIDES

STAY: Final = "stay"  # a step that keeps the pose reached
BREATH: Final = "breath"  # a part of no tempo: who rests in a stretch breathes as slowly at any
TEMPO_PARTS: Final = ("concentric", "hold", "eccentric", "pause", "cycle", BREATH)
CASCADE_PARTS: Final = ("head", "neck", "thorax", "lumbar", "pelvis")


class Step(Struct, frozen=True):
    """One part of the cycle: the pose gone to, in `share` of which part of the exercise's tempo."""

    pose: str  # STAY: none
    part: str
    share: float = 1.0
    cascade: tuple[str, ...] = ()  # spine parts that move one after another
    flight: bool = False  # the body is off the floor


class Move(Struct, frozen=True):
    """Poses by name (every channel filled in) on a posture, and the steps of the cycle."""

    id: str
    posture: Posture
    poses: dict[str, dict[str, float]]
    steps: tuple[Step, ...]
    flow: bool = False  # passes through the poses without a stop
    rest: str = ""  # the pose of least effort; empty: the same effort throughout
    peaks: tuple[str, ...] = ()  # the poses of most effort
    view: tuple[float, float] = (48.0, 12.0)
    props: tuple[Prop, ...] = ()
    supports: dict[str, RootSupport] = {}  # by pose, where another than the posture's carries
    hand_shapes: dict[str, HandShape] = {}  # by side, where the move says it

    def support(self, pose: str) -> RootSupport:
        """What carries the root in a pose."""
        return self.supports.get(pose, self.posture.root)

    def hand_shape(self, side: str) -> HandShape:
        """What the fingers of a hand do: as the move says, else as its place and the props have it."""
        return self.hand_shapes.get(side) or usual_shape(self.posture, self.props, side)

    def prop(self, kind: PropKind) -> Prop | None:
        """The move's prop of that kind, the first if there are several."""
        return next((prop for prop in self.props if prop.kind is kind), None)


class MoveFault(StrEnum):
    """What is wrong with a move or a posture."""

    POSE = "pose"  # see `pose_error`
    UNKNOWN_WORD = "unknown-word"
    NO_POSES = "no-poses"
    NO_STEPS = "no-steps"
    STEP = "step"
    PROP = "prop"  # a number is missing after the word, or far too large


class MoveError(ValueError):
    """A move that can't be built: the fault, the field, the value at fault, the values that would do."""

    def __init__(
        self,
        fault: MoveFault,
        field: str,
        value: str = "",
        choices: tuple[str, ...] = (),
        pose_error: PoseError | None = None,
    ) -> None:
        super().__init__(f"{fault}: {field} {value!r}")
        self.fault = fault
        self.field = field
        self.value = value
        self.choices = choices
        self.pose_error = pose_error


class GripText(Struct, frozen=True, forbid_unknown_fields=True):
    """A hand's own place, as its table says it: centimetres and directions in the frame, as for the left hand."""

    frame: str
    wrist: Vector
    fingers: Vector
    palm: Vector
    elbow: Vector = (-0.3, 0.8, -0.6)
    owner: Literal["", "own", "other"] = ""


class PostureText(Struct, frozen=True, forbid_unknown_fields=True):
    """A posture as its table says it."""

    root: RootSupport
    pose: str
    legs: LegSupport = LegSupport.PLANTED
    hands: HandPlace = HandPlace.FREE
    view: tuple[float, float] = (48.0, 12.0)
    props: tuple[str, ...] = ()
    ball_radius: float = 0.30
    belly: float = 0.25
    belly_depth: float = 0.095
    held_radius: float = 0.11
    left_leg: LegSupport | None = None  # None: as `legs`
    right_leg: LegSupport | None = None
    left_hand: HandPlace | None = None  # None: as `hands`
    right_hand: HandPlace | None = None


class MoveText(Struct, frozen=True, forbid_unknown_fields=True):
    """A move as its file says it."""

    format: int
    posture: str
    pose: dict[str, str]
    cycle: tuple[str, ...]
    flow: bool = False
    rest: str = ""
    peaks: tuple[str, ...] = ()
    props: tuple[str, ...] = ()
    support: dict[str, RootSupport] = {}  # by pose, where it is not the posture's
    hands: HandPlace | None = None  # None: as the posture
    left_hand: HandPlace | None = None
    right_hand: HandPlace | None = None
    hand_shape: HandShape | None = None  # None: as it follows from place and props
    left_hand_shape: HandShape | None = None
    right_hand_shape: HandShape | None = None
    grip: dict[Literal["left", "right"], GripText] = {}  # of hands on their "own" place
    held_radius: float | None = None
    view: tuple[float, float] | None = None


def build_posture(name: str, text: PostureText) -> Posture:
    """The posture of a table. Raises MoveError."""
    return Posture(
        name=name,
        root=text.root,
        neutral=_pose("pose", text.pose, {}, all_channels()),
        legs=text.legs,
        hands=text.hands,
        view=text.view,
        props=_props(text.props),
        ball_radius=text.ball_radius,
        belly=text.belly,
        belly_depth=text.belly_depth,
        held_radius=text.held_radius,
        side_legs=_by_side(text.left_leg, text.right_leg),
        side_hands=_by_side(text.left_hand, text.right_hand),
    )


def build_move(move_id: str, text: MoveText, postures: Mapping[str, Posture]) -> Move:
    """The move of a file on one of the postures. Raises MoveError."""
    if text.posture not in postures:
        raise MoveError(MoveFault.UNKNOWN_WORD, "posture", text.posture, tuple(postures))
    posture = postures[text.posture]
    adapted = _adapted(posture, text)
    neutral = dict(posture.neutral)
    for side in SIDES:
        if adapted.hand(side) is not posture.hand(side):
            gripping = adapted.hand(side) is not HandPlace.FREE and adapted.hand(side) not in PLANTED_HANDS
            neutral[f"grip.{side}.on"] = 1.0 if gripping else 0.0
    poses: dict[str, dict[str, float]] = {}
    for name, sentence in text.pose.items():
        poses[name] = _pose(f"pose.{name}", sentence, poses, neutral)
    if not poses:
        raise MoveError(MoveFault.NO_POSES, "pose")
    for name in text.support:
        if name not in poses:
            raise MoveError(MoveFault.UNKNOWN_WORD, f"support.{name}", name, tuple(poses))
    for field, names in (("rest", (text.rest,) if text.rest else ()), ("peaks", text.peaks)):
        for name in names:
            if name not in poses:
                raise MoveError(MoveFault.UNKNOWN_WORD, field, name, tuple(poses))
    return Move(
        id=move_id,
        posture=adapted,
        poses=poses,
        steps=_steps(text.cycle, poses),
        flow=text.flow,
        rest=text.rest,
        peaks=text.peaks,
        view=text.view or posture.view,
        props=(*posture.props, *_props(text.props)),
        supports=text.support,
        hand_shapes=_by_side(text.hand_shape, text.hand_shape) | _by_side(text.left_hand_shape, text.right_hand_shape),
    )


def _adapted(posture: Posture, text: MoveText) -> Posture:
    """The posture with the move's own hands."""
    hands = text.hands or posture.hands
    side_hands = {} if text.hands else dict(posture.side_hands)
    own = _by_side(text.left_hand, text.right_hand)
    for side in ("l" if "left" in text.grip else "", "r" if "right" in text.grip else ""):
        if side:
            own.setdefault(side, HandPlace.OWN)
    return structs.replace(
        posture,
        hands=hands,
        side_hands=side_hands | own,
        grips={name[0]: _grip(f"grip.{name}", grip) for name, grip in text.grip.items()},
        held_radius=posture.held_radius if text.held_radius is None else text.held_radius,
    )


_Place = TypeVar("_Place")


def _by_side(left: _Place | None, right: _Place | None) -> dict[str, _Place]:
    return {side: place for side, place in (("l", left), ("r", right)) if place is not None}


def _grip(field: str, text: GripText) -> Grip:
    limbs = {*LIMBS} if text.owner else {frame for frame in FRAMES if frame not in LIMBS}
    if text.frame not in limbs:
        raise MoveError(MoveFault.UNKNOWN_WORD, f"{field}.frame", text.frame, tuple(sorted(limbs)))
    x, y, z = text.wrist
    return Grip(text.frame, (x / 100.0, y / 100.0, z / 100.0), text.fingers, text.palm, text.elbow, text.owner)


def _pose(
    field: str, sentence: str, poses: Mapping[str, dict[str, float]], neutral: dict[str, float]
) -> dict[str, float]:
    try:
        return read_pose(sentence, poses, neutral)
    except PoseError as error:
        raise MoveError(MoveFault.POSE, field, sentence, pose_error=error) from error


def _props(sentences: tuple[str, ...]) -> tuple[Prop, ...]:
    props: list[Prop] = []
    for index, sentence in enumerate(sentences):
        try:
            props.append(read_prop(sentence))
        except PropError as error:
            fault = MoveFault.UNKNOWN_WORD if error.choices else MoveFault.PROP
            raise MoveError(fault, f"props[{index}]", error.word, error.choices) from error
    return tuple(props)


def _steps(cycle: tuple[str, ...], poses: Mapping[str, dict[str, float]]) -> tuple[Step, ...]:
    steps = tuple(_step(index, text, poses) for index, text in enumerate(cycle))
    if all(step.pose == STAY for step in steps):
        raise MoveError(MoveFault.NO_STEPS, "cycle", choices=tuple(poses))
    return steps


def _step(index: int, text: str, poses: Mapping[str, dict[str, float]]) -> Step:
    """`POSE PART [SHARE] [flight] [cascade A>B>C]`, the share as a fraction: "1/2"."""
    field = f"cycle[{index}]"
    words = text.split()
    cascade: tuple[str, ...] = ()
    if len(words) > 2 and words[-2] == "cascade":
        cascade = tuple(words[-1].split(">"))
        words = words[:-2]
    flight = len(words) > 2 and words[-1] == "flight"
    if flight:
        words = words[:-1]
    for part in cascade:
        if part not in CASCADE_PARTS:
            raise MoveError(MoveFault.UNKNOWN_WORD, field, part, CASCADE_PARTS)
    if len(words) not in {2, 3}:
        raise MoveError(MoveFault.STEP, field, text)
    if words[0] != STAY and words[0] not in poses:
        raise MoveError(MoveFault.UNKNOWN_WORD, field, words[0], (*poses, STAY))
    if words[1] not in TEMPO_PARTS:
        raise MoveError(MoveFault.UNKNOWN_WORD, field, words[1], TEMPO_PARTS)
    share = _fraction(words[2]) if len(words) == 3 else 1.0
    if share is None:
        raise MoveError(MoveFault.STEP, field, text)
    return Step(words[0], words[1], share, cascade, flight)


def _fraction(word: str) -> float | None:
    above, _, below = word.partition("/")
    if not (above.isascii() and above.isdigit() and len(above) < 4):
        return None
    if not below:
        return float(above) or None
    if not (below.isascii() and below.isdigit() and len(below) < 4 and int(below)):
        return None
    return int(above) / int(below) or None
