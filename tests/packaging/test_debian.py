"""What the .deb asks for and says of itself."""

from pathlib import Path

import pytest

from debian import control_text, depends, newest_glibc, packages_of
from product import COMMAND, VERSION
from shell import Answer, BootstrapError, Shell


class Reader(Shell):
    """A machine whose readelf says what the test wants."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def ask(self, *command: str | Path) -> Answer:
        del command
        return self.answer


def needed(*names: str) -> str:
    return "".join(f" 0x0001 (NEEDED)  Shared library: [{name}]\n" for name in names)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A program linked to glibc 2.34 at the newest, and a library it brings."""
    (tmp_path / COMMAND).write_bytes(b"\x7fELF..\0GLIBC_2.4\0GLIBC_2.34\0")
    (tmp_path / "libQt6Core.so.6").write_bytes(b"\x7fELF")
    (tmp_path / "moves.toml").write_text("GLIBC_2.99", encoding="utf-8")
    return tmp_path


def test_it_asks_for_what_it_is_linked_to_and_does_not_bring(folder: Path) -> None:
    said = needed("libQt6Core.so.6", "libxcb.so.1", "libc.so.6", "ld-linux-x86-64.so.2", "libEGL.so.1", "libxcb.so.1")
    assert depends(Reader(Answer(0, said)), folder) == ["libc6 (>= 2.34)", "libegl1", "libxcb1"]


def test_without_readelf_one_sentence(folder: Path) -> None:
    with pytest.raises(BootstrapError, match=r"readelf \(package binutils\) failed"):
        depends(Reader(Answer(127, "")), folder)


def test_a_library_no_package_is_known_for_is_named() -> None:
    with pytest.raises(BootstrapError, match=r"no package is known for libfoo\.so\.1: name it in packaging/debian\.py"):
        packages_of(["libz.so.1", "libfoo.so.1"])


def test_a_package_that_was_renamed_is_asked_for_by_either_name() -> None:
    assert packages_of(["libglib-2.0.so.0"]) == ["libglib2.0-0 | libglib2.0-0t64"]


def test_a_program_linked_to_no_glibc_needs_an_old_one() -> None:
    assert newest_glibc([]) == 17


def test_control_has_every_field_filled() -> None:
    fields = dict(line.split(": ", 1) for line in control_text(2049, ["a", "b"]).splitlines() if line[0] != " ")
    assert (fields["Package"], fields["Version"]) == (COMMAND, VERSION)
    assert (fields["Installed-Size"], fields["Depends"]) == ("3", "a, b")
    assert all(fields.values())
