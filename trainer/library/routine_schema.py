"""The routine format as a JSON Schema, made from the types the program reads it with."""

from typing import Any

import msgspec

from trainer.core.routine import Routine
from trainer.library.fields import BOUNDS
from trainer.library.routine_checks import (
    ID_PATTERN,
    LONGEST_NAME,
    LONGEST_TEXT,
    MOST_BLOCKS,
    MOST_STEPS,
)

_PROSE = {"overview", "allocation"}
_MOST = {"block": MOST_BLOCKS, "step": MOST_STEPS}
_LENGTHS = ("seconds", "reps", "open")


def routine_schema() -> dict[str, Any]:
    """A schema of draft 2020-12 for the TOML of a routine, read as JSON; `$defs` has one entry a table."""
    schema = msgspec.json.schema(Routine)
    tables: dict[str, Any] = schema["$defs"]
    for table in tables.values():
        for name, field in table.get("properties", {}).items():
            _bound(name, field)
    tables["Routine"]["properties"]["format"] = {"const": 1}
    tables["Routine"]["properties"]["id"] |= {"pattern": f"^{ID_PATTERN.pattern}$"}
    tables["Step"]["oneOf"] = [{"required": [length]} for length in _LENGTHS]
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Routine", **schema}


def _bound(name: str, field: dict[str, Any]) -> None:
    """The bounds that the checks hold, where the type doesn't say them."""
    kinds = [field, *field.get("anyOf", [])]
    for kind in kinds:
        if kind.get("type") == "integer" and name in BOUNDS:
            kind["minimum"], kind["maximum"], _ = BOUNDS[name]
        elif kind.get("type") == "string":
            kind["maxLength"] = LONGEST_TEXT if name in _PROSE else LONGEST_NAME
        elif kind.get("type") == "array" and name in _MOST:
            kind["minItems"], kind["maxItems"] = 1, _MOST[name]
