"""Move files: how the figure performs an exercise. Read when first asked for."""

from pathlib import Path

from msgspec import Struct

from trainer.core.exercise import Exercise
from trainer.language import tr
from trainer.library.decoding import decode
from trainer.library.problem import LibraryError
from trainer.library.toml_file import TomlFile, read_toml
from trainer.library.toml_places import FieldPath
from trainer.library.wording import nearest, quoted
from trainer.motion.move import (
    Move,
    MoveError,
    MoveFault,
    MoveText,
    PostureText,
    build_move,
    build_posture,
)
from trainer.motion.pose_language import LARGEST, PoseError, PoseFault
from trainer.motion.posture import Posture

POSTURES_FILE = "postures.toml"


class _PosturesText(Struct, frozen=True, forbid_unknown_fields=True):
    """The file resources/moves/postures.toml."""

    format: int
    posture: dict[str, PostureText]


class Moves:
    """The moves of a folder, by id: the name of the file without its ending."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._postures: dict[str, Posture] | None = None
        self._moves: dict[str, Move] = {}

    def ids(self) -> tuple[str, ...]:
        """Every move there is a file of."""
        return tuple(sorted(path.stem for path in self._folder.glob("*.toml") if path.name != POSTURES_FILE))

    def move(self, move_id: str) -> Move:
        """The move of that id. Raises LibraryError."""
        known = self._moves.get(move_id)
        if known is None:
            known = self._moves[move_id] = read_move(self._folder / f"{move_id}.toml", self._known_postures())
        return known

    def move_of(self, exercise: Exercise, variant_id: str = "") -> Move | None:
        """How an exercise, or a form of it, is done; None while nobody has drawn it. Raises LibraryError."""
        variant = exercise.variant(variant_id)
        own = variant.move if variant is not None else ""
        for move_id in (own, exercise.move, exercise.id):
            if move_id and (self._folder / f"{move_id}.toml").is_file():
                return self.move(move_id)
        return None

    def _known_postures(self) -> dict[str, Posture]:
        if self._postures is None:
            self._postures = read_postures(self._folder / POSTURES_FILE)
        return self._postures


def read_postures(path: Path) -> dict[str, Posture]:
    """Every posture of the file, by name. Raises LibraryError."""
    file = read_toml(path)
    postures: dict[str, Posture] = {}
    for name, text in decode(file, _PosturesText).posture.items():
        try:
            postures[name] = build_posture(name, text)
        except MoveError as error:
            raise _refused(file, ("posture", name), error) from error
    return postures


def read_move(path: Path, postures: dict[str, Posture]) -> Move:
    """The move in the file at `path`, on one of the postures. Raises LibraryError."""
    file = read_toml(path)
    try:
        return build_move(path.stem, decode(file, MoveText), postures)
    except MoveError as error:
        raise _refused(file, (), error) from error


def _refused(file: TomlFile, inside: FieldPath, error: MoveError) -> LibraryError:
    where = (*inside, *_field_path(error.field))
    if error.pose_error is not None:
        what, wanted = _pose_words(error.pose_error)
    else:
        what, wanted = _move_words(error)
    return LibraryError(file.problem(where, what, wanted))


def _field_path(field: str) -> FieldPath:
    """`pose.open` and `cycle[2]` as the path of the value in the file."""
    name, bracket, rest = field.partition("[")
    if bracket:
        return name, int(rest.rstrip("]"))
    return tuple(field.split("."))


def _pose_words(error: PoseError) -> tuple[str, str]:
    """What is wrong with a clause, and what would be right."""
    values = {"word": quoted(error.word), "clause": quoted(error.clause)}
    said = {
        PoseFault.UNKNOWN_PART: tr("{word} in {clause} is no part of the body"),
        PoseFault.UNKNOWN_MOTION: tr("{word} in {clause} is no motion of this part"),
        PoseFault.NUMBER_MISSING: tr("a number is missing after {word} in {clause}"),
        PoseFault.NUMBER_TOO_LARGE: tr("{word} in {clause} is no angle and no place of a body"),
        PoseFault.NO_MOTION: tr("{clause} says nothing about its part"),
        PoseFault.NO_SIDES: tr("{word} in {clause} has no left and right"),
        PoseFault.UNKNOWN_POSE: tr("{word} in {clause} is no pose above this one"),
    }[error.fault]
    if error.fault is PoseFault.NUMBER_TOO_LARGE:
        wanted = tr("this must be a number from {low} to {high}").format(low=-LARGEST, high=LARGEST)
    elif error.choices:
        wanted = _choices(error.word, error.choices)
    else:
        wanted = tr("write it like this: left knee flex 20")
    return said.format(**values), wanted


def _move_words(error: MoveError) -> tuple[str, str]:
    if error.fault is MoveFault.NO_POSES:
        return tr("no pose"), tr("this must have at least one")
    if error.fault is MoveFault.NO_STEPS:
        return tr("no step that goes to a pose"), _choices("", error.choices)
    if error.fault is MoveFault.STEP:
        said = tr("{step} is no step").format(step=quoted(error.value))
        return said, tr("write a pose, a part of the tempo and perhaps a share: open concentric 1/2")
    if error.fault is MoveFault.PROP:
        said = tr("a number is missing after {word}, or it is no place in a room").format(word=quoted(error.value))
        return said, tr("write it like this: chair x 40 turn 180")
    return tr("{word} is unknown here").format(word=quoted(error.value)), _choices(error.value, error.choices)


def _choices(word: str, choices: tuple[str, ...]) -> str:
    likely = nearest(word, choices) if word else None
    if likely:
        return tr("{word} is likely meant").format(word=quoted(likely))
    return tr("this must be one of {words}").format(words=", ".join(choices))
