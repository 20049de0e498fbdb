"""Every field that tomllib reads is found at the place where it stands."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from trainer.library.toml_places import FieldPath, find_place
from trainer.library.wording import value_at
from trainer.resources import exercises, routines

ODD = '''
# every form TOML has
bare = 1
"quoted key" = 2
'single' = 3
dotted . key . "deep" = 4
text = """
[not.a.table]
key = "inside" \\
""" # comment with = and [
raw = \'\'\'
[[nor.this]]\'\'\'
list = [ 1, [2, 3], # comment ]
  { a = "}" , b.c = ']' }, ]
date = 1979-05-27 07:32:00
empty = []
table = {}

[ plain . "sub table" ]
x = "a\\"b"

[[many]]
n = 1
[many.inner]
y = 2
[[many.more]]
z = 3
[[many]]
[[many.more]]
z = 4
[[many.more]]
z = 5
'''


def leaves(data: object, path: FieldPath = ()) -> Iterator[FieldPath]:
    if isinstance(data, dict) and data:
        for key, value in data.items():
            yield from leaves(value, (*path, key))
    elif isinstance(data, list) and data:
        for index, value in enumerate(data):
            yield from leaves(value, (*path, index))
    else:
        yield path


def assert_all_found(text: str) -> None:
    data = tomllib.loads(text)
    for path in leaves(data):
        place = find_place(text, path)
        assert place is not None, path
        start, end = place.value
        assert tomllib.loads(f"v = {text[start:end]}")["v"] == value_at(data, path), path


def test_odd_toml() -> None:
    assert_all_found(ODD)


@pytest.mark.parametrize("path", [*exercises().glob("*.toml"), *routines().glob("*.toml")], ids=lambda path: path.stem)
def test_the_programs_own_files(path: Path) -> None:
    assert_all_found(path.read_text(encoding="utf-8"))


def test_what_is_missing_is_placed_at_the_table_around_it() -> None:
    text = "a = 1\n[[block]]\nb = 2\n"
    place = find_place(text, ("block", 0, "gone"))
    assert place is not None
    assert text[slice(*place.value)] == "[[block]]"
    assert find_place(text, ("gone",)) is None


def test_a_key_is_placed_apart_from_its_value() -> None:
    text = 'secnods = "x"\n'
    place = find_place(text, ("secnods",))
    assert place is not None
    assert (text[slice(*place.key)], text[slice(*place.value)]) == ("secnods", '"x"')


def test_text_that_is_no_toml_is_placed_nowhere() -> None:
    assert find_place("hello there", ("hello",)) is None
    assert find_place("x = " + "[" * 100_000, ("x",)) is None
