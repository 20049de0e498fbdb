"""The pose language: one sentence, a pose.

A sentence is clauses between semicolons: `[left|right] part {motion number}`, as in
"shoulders raise 74 plane 90; left knee 20; spine twist 30". A bare number is the part's main motion; a part named
without a side means both. "like NAME" at the start takes another pose over, "mirror NAME" takes it with the sides
exchanged; clauses after it change what they name.
"""

from collections.abc import Iterator, Mapping
from enum import StrEnum

from trainer.motion.channels import PARTS, PLURALS, SPINE_SHARES, Part, mirrored_channels
from trainer.motion.skeleton import SIDES


class PoseFault(StrEnum):
    """What is wrong with a clause."""

    UNKNOWN_PART = "unknown-part"
    UNKNOWN_MOTION = "unknown-motion"
    NUMBER_MISSING = "number-missing"
    NUMBER_TOO_LARGE = "number-too-large"
    NO_MOTION = "no-motion"
    NO_SIDES = "no-sides"
    UNKNOWN_POSE = "unknown-pose"


LARGEST = 400.0  # no angle and no place of a pose lies beyond


class PoseError(ValueError):
    """A clause that can't be read: the fault, the clause, the word at fault, the words that would do."""

    def __init__(self, fault: PoseFault, clause: str, word: str, choices: tuple[str, ...] = ()) -> None:
        super().__init__(f"{fault}: {word!r} in {clause!r}")
        self.fault = fault
        self.clause = clause
        self.word = word
        self.choices = choices


def read_pose(sentence: str, poses: Mapping[str, dict[str, float]], neutral: dict[str, float]) -> dict[str, float]:
    """The channels of a sentence, on top of `neutral` or of the pose it starts from. Raises PoseError."""
    channels = dict(neutral)
    for index, clause in enumerate(part.strip() for part in sentence.replace("\n", " ").split(";")):
        words = clause.split()
        if not words:
            continue
        if index == 0 and words[0] in {"like", "mirror"}:
            channels = _inherited(words, clause, poses)
        else:
            channels.update(_clause(words, clause))
    return channels


def _inherited(words: list[str], clause: str, poses: Mapping[str, dict[str, float]]) -> dict[str, float]:
    name = words[1] if len(words) == 2 else ""
    if name not in poses:
        raise PoseError(PoseFault.UNKNOWN_POSE, clause, name or clause, tuple(poses))
    return mirrored_channels(poses[name]) if words[0] == "mirror" else dict(poses[name])


def _clause(words: list[str], clause: str) -> dict[str, float]:
    sides: tuple[str, ...] = SIDES
    if words[0] in {"left", "right"}:
        sides = (words[0][0],)
        words = words[1:]
    word = words[0] if words else ""
    one_side = len(sides) == 1
    if word == "spine":
        if one_side:
            raise PoseError(PoseFault.NO_SIDES, clause, word)
        return _spine(words[1:], clause)
    part = PARTS.get(PLURALS.get(word, word))
    if part is None:
        raise PoseError(PoseFault.UNKNOWN_PART, clause, word or clause, (*PARTS, "spine"))
    if one_side and not part.paired:
        raise PoseError(PoseFault.NO_SIDES, clause, word)
    channels: dict[str, float] = {}
    for motion, value in _motions(words[1:], part.main, clause):
        if motion not in part.motions:
            raise PoseError(PoseFault.UNKNOWN_MOTION, clause, motion, tuple(part.motions))
        suffix, sign = part.motions[motion]
        for side in sides if part.paired else ("",):
            channels[f"{part.stem}.{side}.{suffix}" if side else f"{part.stem}.{suffix}"] = sign * value
    return channels


def _spine(words: list[str], clause: str) -> dict[str, float]:
    channels: dict[str, float] = {}
    trunk: Part = PARTS["lumbar"]
    for motion, value in _motions(words, trunk.main, clause):
        if motion not in trunk.motions:
            raise PoseError(PoseFault.UNKNOWN_MOTION, clause, motion, tuple(trunk.motions))
        suffix, sign = trunk.motions[motion]
        for region, share in zip(("lumbar", "thorax"), SPINE_SHARES[suffix], strict=True):
            channels[f"{region}.{suffix}"] = sign * share * value
    return channels


def _motions(words: list[str], main: str, clause: str) -> Iterator[tuple[str, float]]:
    """The (motion, number) pairs of a clause after its part; a bare number belongs to `main`."""
    if not words:
        raise PoseError(PoseFault.NO_MOTION, clause, clause)
    index = 0
    while index < len(words):
        motion, value = main, _number(words[index])
        if value is None:
            motion = words[index]
            index += 1
            value = _number(words[index]) if index < len(words) else None
            if value is None:
                raise PoseError(PoseFault.NUMBER_MISSING, clause, motion)
        if not abs(value) <= LARGEST:
            raise PoseError(PoseFault.NUMBER_TOO_LARGE, clause, words[index])
        yield motion, value
        index += 1


def _number(word: str) -> float | None:
    try:
        return float(word)
    except ValueError:
        return None
