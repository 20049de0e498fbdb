"""What each field of a file must be: its type, its bounds, and how that is said."""

from enum import Enum
from types import NoneType
from typing import Any, Literal, get_args, get_origin

from msgspec import Struct, structs

from trainer.language import tr
from trainer.library.toml_places import FieldPath

LEAST_SECONDS, MOST_SECONDS = 5, 3600

# Of each field the least, the most, and whether it counts seconds.
BOUNDS = {
    "seconds": (LEAST_SECONDS, MOST_SECONDS, True),
    "reps": (1, 1000, False),
    "rounds": (1, 50, False),
    "round": (2, 50, False),
    "rest": (0, 3600, True),
    "get_ready": (0, 3600, True),
    "rest_between_rounds": (0, 3600, True),
    "difficulty": (0, 5, False),
    "minutes": (1, 720, False),
    "kcal_low": (1, 10_000, False),
    "kcal_high": (1, 10_000, False),
}


def type_at(root: Any, path: FieldPath) -> Any:
    """The type of the field at `path` of a Struct type, `| None` left out. Raises LookupError where there is none."""
    kind = root
    for key in path:
        if isinstance(key, int):
            kind = get_args(kind)[0]
        elif get_origin(kind) is dict:
            kind = get_args(kind)[1]
        else:
            kind = next((field.type for field in structs.fields(kind) if field.encode_name == key), None)
            if kind is None:
                raise LookupError(key)
        given = [choice for choice in get_args(kind) if choice is not NoneType]
        kind = given[0] if NoneType in get_args(kind) else kind
    return kind


def keys_of(struct: Any) -> list[str]:
    """The keys a table of that type may have; none are told of one in which any name will do."""
    if get_origin(struct) is dict:
        keys = get_args(struct)[0]
        return [str(key) for key in get_args(keys)] if get_origin(keys) is Literal else []
    return [field.encode_name for field in structs.fields(struct)]


def wanted(field: str, kind: Any) -> str:  # noqa: PLR0911 - one sentence a type
    """What a field must be, as the second half of a sentence."""
    if kind is int and field in BOUNDS:
        least, most, in_seconds = BOUNDS[field]
        if in_seconds:
            return tr("this must be a whole number of seconds from {least} to {most}").format(least=least, most=most)
        return tr("this must be a whole number from {least} to {most}").format(least=least, most=most)
    if isinstance(kind, type) and issubclass(kind, Enum):
        choices = ", ".join(f'"{choice.value}"' for choice in kind)
        return tr("this must be one of {choices}").format(choices=choices)
    if kind is bool:
        return tr("this must be true or false")
    if kind is int:
        return tr("this must be a whole number")
    if kind is float:
        return tr("this must be a number")
    if kind is str:
        return tr("this must be text in quotes")
    if isinstance(kind, type) and issubclass(kind, Struct):
        return tr("this must be a table")
    if any(isinstance(inner, type) and issubclass(inner, Struct) for inner in get_args(kind)):
        return tr("this must be tables, [[{name}]]").format(name=field)
    if get_origin(kind) is tuple and set(get_args(kind)) == {float}:
        return tr("this must be {n} numbers in brackets").format(n=len(get_args(kind)))
    return tr("this must be a list of texts in quotes")
