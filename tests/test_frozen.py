"""The program frozen into one of its own: how it begins itself again, and what its children inherit."""

import sys

import pytest

from trainer import frozen


@pytest.fixture
def as_frozen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)


def test_a_program_with_a_python_is_not_frozen() -> None:
    assert not frozen.is_frozen()


@pytest.mark.usefixtures("as_frozen")
def test_children_of_a_frozen_program_find_the_system_s_libraries() -> None:
    environment = {"LD_LIBRARY_PATH": "/opt/trainer:/opt/lib", "LD_LIBRARY_PATH_ORIG": "/opt/lib", "HOME": "/h"}
    frozen.restore_search_paths(environment)
    assert environment == {"LD_LIBRARY_PATH": "/opt/lib", "HOME": "/h"}


@pytest.mark.usefixtures("as_frozen")
def test_a_path_that_was_not_there_before_goes() -> None:
    environment = {"LD_LIBRARY_PATH": "/opt/trainer"}
    frozen.restore_search_paths(environment)
    assert environment == {}


def test_a_program_with_a_python_leaves_the_paths_alone() -> None:
    environment = {"LD_LIBRARY_PATH": "/opt/lib"}
    frozen.restore_search_paths(environment)
    assert environment == {"LD_LIBRARY_PATH": "/opt/lib"}


def test_without_a_terminal_what_is_printed_goes_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    frozen.give_streams()
    with sys.stdout, sys.stderr:
        assert sys.stdout.write("nobody reads this") == len("nobody reads this")
        assert sys.stderr.write("nor this") == len("nor this")


def test_streams_that_are_there_stay() -> None:
    before = (sys.stdout, sys.stderr)
    frozen.give_streams()
    assert (sys.stdout, sys.stderr) == before


def test_only_the_first_argument_makes_a_renderer() -> None:
    assert frozen.is_renderer([frozen.RENDERER])
    assert not frozen.is_renderer([])
    assert not frozen.is_renderer(["--routine", frozen.RENDERER])
