"""Whatever stands in a file, the answer is a routine or a sentence, soon."""

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from trainer.library.catalogue import Catalogue
from trainer.library.problem import LibraryError
from trainer.library.routine_file import read_routine

# One file is written over and over: a fresh folder for every example would only cost time.
quick = settings(max_examples=150, deadline=5000, suppress_health_check=[HealthCheck.function_scoped_fixture])

SNIPPETS = [
    "[[block]]",
    "[block]",
    "[[block.step]]",
    "[claim]",
    "seconds = ",
    "reps = 3",
    '"""',
    "'''",
    "{",
    "}",
    "[",
    "]",
    "=",
    ".",
    "\\u0000",
    "\\",
    '"',
    "nan",
    "-9223372036854775809",
    "1e999",
    "0x" + "f" * 200,
    "1979-05-27T07:32:00Z",
    "\x00",
    "\u202e",
    "\ud7ff",
    "format = 1",
    "#",
]


def read_or_sentence(content: bytes, path: Path, catalogue: Catalogue) -> None:
    path.write_bytes(content)
    try:
        read_routine(path, catalogue.exercises)
    except LibraryError as error:
        problem = error.problem
        assert re.fullmatch(r"[^\x00-\x1f\x7f-\x9f]+\.", problem.sentence)
        assert problem.sentence.startswith("my-back-day.toml")
        if problem.line is not None:
            assert 1 <= problem.line <= content.count(b"\n") + 1
        if problem.column is not None:
            line = next(line.text for line in problem.excerpt if line.number == problem.line)
            assert problem.column - 1 <= len(line) or len(line) == 200


@quick
@given(st.binary(max_size=400))
def test_any_bytes(routine_path: Path, catalogue: Catalogue, content: bytes) -> None:
    read_or_sentence(content, routine_path, catalogue)


@quick
@given(st.text(max_size=300))
def test_any_text(routine_path: Path, catalogue: Catalogue, text: str) -> None:
    read_or_sentence(text.encode("utf-8", "surrogatepass"), routine_path, catalogue)


@quick
@given(st.data())
def test_a_good_file_with_pieces_cut_doubled_moved_and_put_in(
    routine_path: Path, catalogue: Catalogue, back_text: str, data: st.DataObject
) -> None:
    text = back_text
    for _ in range(data.draw(st.integers(1, 4))):
        start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(text))] * 2)))
        end = min(end, start + 200)
        piece = text[start:end]
        at = data.draw(st.integers(0, len(text)))
        text = data.draw(
            st.sampled_from(
                [
                    text[:start] + text[end:],
                    text[:at] + piece + text[at:],
                    text[:at] + data.draw(st.sampled_from(SNIPPETS)) + text[at:],
                    text.replace("\n", "", 1),
                ]
            )
        )
    read_or_sentence(text.encode(), routine_path, catalogue)


VALUES = st.recursive(
    st.one_of(
        st.booleans(),
        st.integers(),
        st.floats(),
        st.text(max_size=20),
        st.just("1979-05-27"),
    ),
    lambda inner: st.lists(inner, max_size=3),
    max_leaves=5,
)


@quick
@given(data=st.data(), value=VALUES)
def test_a_good_file_with_any_value_in_any_place(
    routine_path: Path, catalogue: Catalogue, back_text: str, data: st.DataObject, value: Any
) -> None:
    lines = back_text.split("\n")
    places = [n for n, line in enumerate(lines) if re.match(r"[a-z_]+ = [^\\]*$", line) and '"""' not in line]
    place = data.draw(st.sampled_from(places))
    key = lines[place].partition(" = ")[0]
    lines[place] = f"{key} = {toml(value)}"
    content = "\n".join(lines)
    routine_path.write_text(content, encoding="utf-8", newline="")
    try:
        read_routine(routine_path, catalogue.exercises)
    except LibraryError as error:
        problem = error.problem
        at_fault = problem.line
    else:
        return
    # Named where it is, unless what is wrong is only seen in the whole (twelve hours) or in its neighbour (kcal).
    whole = "in all" in problem.what or "with all" in problem.what
    assert whole or at_fault is not None
    assert whole or at_fault == place + 1 or key in {"kcal_high", "name"}


def toml(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return '"' + "".join(f"\\U{ord(char):08x}" if not char.isalnum() else char for char in value) + '"'
    if isinstance(value, list):
        return f"[{', '.join(toml(inner) for inner in value)}]"
    return str(value)


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(f"k{i}{'.a' * 99} = 1" for i in range(1200)),
        "[[a]]\nb = 1\n" * 20_000,
        "x = [" + "[]," * 80_000 + "]",
        'x = "' + "\\n" * 120_000 + '"',
        "\n".join(f"[k{i}]" for i in range(30_000)),
        "format = 1\nblock = [" + "{}," * 60_000 + "]",
        "\n" * 250_000 + "seconds = forty",
        'format = 1\nid = "' + "a" * 250_000 + '"',
    ],
    ids=["dotted keys", "tables", "lists", "escapes", "headers", "blocks", "lines", "a long word"],
)
@pytest.mark.timeout(10)
def test_a_file_made_to_take_long_does_not(text: str, routine_path: Path, catalogue: Catalogue) -> None:
    read_or_sentence(text.encode()[: 255 * 1024], routine_path, catalogue)
