"""The JSON Schema says what the reader takes."""

import tomllib
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest

from trainer.library.routine_schema import routine_schema
from trainer.resources import resources, routines


@pytest.fixture(scope="module")
def schema() -> dict[str, Any]:
    return routine_schema()


@pytest.mark.parametrize("path", sorted(routines().glob("*.toml")), ids=lambda path: path.stem)
def test_every_shipped_routine_is_valid(path: Any, schema: dict[str, Any]) -> None:
    jsonschema.validate(tomllib.loads(path.read_text(encoding="utf-8")), schema)


def test_the_examples_of_the_readme_are_valid(schema: dict[str, Any]) -> None:
    text = (resources() / "README.md").read_text(encoding="utf-8")
    examples = [part.split("```")[0] for part in text.split("```toml")[1:] if "[[block]]" in part.split("```")[0]]
    assert len(examples) == 4
    for example in examples:
        jsonschema.validate(tomllib.loads(example), schema)


@pytest.mark.parametrize(
    "slip",
    [
        {"format": 2},
        {"id": "No Spaces"},
        {"name": "x" * 81},
        {"block": []},
        {"block": [{"kind": "strength", "name": "A", "step": [{"exercise": "x"}]}]},
        {"block": [{"kind": "strength", "name": "A", "step": [{"exercise": "x", "seconds": 4}]}]},
        {"block": [{"kind": "strength", "name": "A", "step": [{"exercise": "x", "seconds": 30, "reps": 3}]}]},
        {"block": [{"kind": "dance", "name": "A", "step": [{"exercise": "x", "seconds": 30}]}]},
        {"colour": "blue"},
    ],
)
def test_slips_are_not(slip: dict[str, Any], schema: dict[str, Any]) -> None:
    step = {"exercise": "x", "seconds": 30}
    right = {"format": 1, "id": "a", "name": "A", "block": [{"kind": "strength", "name": "A", "step": [step]}]}
    jsonschema.validate(right, schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(right | slip, schema)
