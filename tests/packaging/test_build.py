"""The command that makes packages: what it is asked, and what it says when it can't."""

from pathlib import Path

import pytest

import build
from build import PACKAGES, main
from shell import BootstrapError, Shell
from virtual_environment import Python

HERE = Python(("python3",), "3.11.2")


class Machine(Shell):
    """A machine of a system, that says what it is told to say."""

    def __init__(self, system: str) -> None:
        self.system = system
        self.said: list[str] = []

    def say(self, text: str) -> None:
        self.said.append(text)


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is made, in order: the bundle, and packages with the address of their pictures."""
    made: list[str] = []
    bundle = tmp_path / "bundle"

    def make_bundle(*_: object) -> None:
        bundle.mkdir(exist_ok=True)
        made.append("bundle")

    def maker(name: str) -> "build.Maker":
        def make(_shell: Shell, at: str) -> Path:
            made.append(f"{name} {at}".strip())
            return tmp_path / name

        return make

    monkeypatch.setattr(build, "BUNDLE", bundle)
    monkeypatch.setattr(build, "make_bundle", make_bundle)
    monkeypatch.setattr(build, "build_environment", lambda *_: None)
    monkeypatch.setattr(build, "PACKAGES", {name: (system, maker(name)) for name, (system, _) in PACKAGES.items()})
    return made


def test_packages_are_made_of_one_bundle(made: list[str]) -> None:
    assert main(["deb", "tar"], Machine("linux"), HERE) == 0
    assert made == ["bundle", "deb", "tar"]


def test_the_bundle_of_last_time_is_taken_as_it_is_if_there_is_one(made: list[str]) -> None:
    assert main(["deb", "--as-it-is"], Machine("linux"), HERE) == 0
    assert main(["tar", "--as-it-is"], Machine("linux"), HERE) == 0
    assert made == ["bundle", "deb", "tar"]


def test_the_address_of_the_pictures_reaches_the_packages(made: list[str]) -> None:
    assert main(["deb", "--screenshots-at", "https://example.org/p"], Machine("linux"), HERE) == 0
    assert made == ["bundle", "deb https://example.org/p"]


def test_without_an_address_it_says_that_no_screenshots_are_named(made: list[str]) -> None:
    machine = Machine("linux")
    main(["deb"], machine, HERE)
    assert made
    assert any("--screenshots-at" in sentence for sentence in machine.said)


def test_a_package_of_another_system_is_refused_before_anything_is_made(
    made: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["deb"], Machine("darwin"), HERE) == 1
    assert capsys.readouterr().err == "trainer: deb is made on Linux only.\n"
    assert made == []


def test_what_went_wrong_is_one_sentence(
    made: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object) -> None:
        raise BootstrapError("PyInstaller could not freeze the program.")

    monkeypatch.setattr(build, "make_bundle", fail)
    assert main(["deb"], Machine("linux"), HERE) == 1
    assert capsys.readouterr().err == "trainer: PyInstaller could not freeze the program.\n"
    assert made == []


def test_a_package_nobody_knows_is_a_wrong_command_line() -> None:
    with pytest.raises(SystemExit) as caught:
        main(["rpm"], Machine("linux"), HERE)
    assert caught.value.code == 2
