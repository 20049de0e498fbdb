"""The recipes for Windows carry name, id and version from their one source; the tools there are made up."""

import uuid
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

import windows_packages
from product import COMMAND, ID, NAME, VERSION
from shell import Answer, BootstrapError, Shell
from windows_packages import SIGNER, make_msix, make_setup, msix_manifest, setup_script

FOUNDATION = "{http://schemas.microsoft.com/appx/manifest/foundation/windows10}"

FINE = Answer(0, "")


class Machine(Shell):
    """A Windows with some commands, that writes down which are run."""

    def __init__(self, commands: set[str], answer: Answer = FINE) -> None:
        self.commands = commands
        self.answer = answer
        self.asked: list[str] = []

    def say(self, text: str) -> None:
        del text

    def finds(self, command: str) -> bool:
        return command in self.commands

    def ask(self, *command: str | Path) -> Answer:
        self.asked.append(str(command[0]))
        return self.answer


@pytest.fixture(autouse=True)
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where a build works, with a bundle and its icons."""
    for name in ("BUILD", "DIST", "BUNDLE", "ICONS"):
        (tmp_path / name).mkdir()
        monkeypatch.setattr(windows_packages, name, tmp_path / name)
    (tmp_path / "BUNDLE" / f"{COMMAND}.exe").touch()
    for size in (44, 50, 150):
        (tmp_path / "ICONS" / f"{size}.png").touch()
    return tmp_path


def test_the_setup_carries_name_version_and_a_guid_that_stays() -> None:
    lines = setup_script().splitlines()
    assert f"AppName={NAME}" in lines
    assert f"AppVersion={VERSION}" in lines
    assert f"AppId={{{{{uuid.uuid5(uuid.NAMESPACE_DNS, ID)}}}".upper() in [line.upper() for line in lines]


def test_the_setup_takes_no_file_of_another_program_and_no_log() -> None:
    script = setup_script()
    assert f'Subkey: "Software\\Classes\\.toml\\OpenWithProgids"; ValueType: string; ValueName: "{ID}"' in script
    assert "UninstallDelete" not in script


def test_the_msix_carries_id_version_and_signer() -> None:
    package = ET.fromstring(msix_manifest())  # noqa: S314 - our own file
    identity = package.find(f"{FOUNDATION}Identity")
    assert identity is not None
    assert identity.attrib["Name"] == ID
    assert identity.attrib["Version"] == f"{VERSION}.0"
    assert identity.attrib["Publisher"] == SIGNER
    application = next(package.iter(f"{FOUNDATION}Application"))
    assert application.get("Executable") == f"{COMMAND}.exe"


def test_setup_is_made_by_inno_setup(folders: Path) -> None:
    machine = Machine({"iscc"})
    assert make_setup(machine) == folders / "DIST" / f"{NAME}-{VERSION}-setup.exe"
    assert machine.asked == ["iscc"]
    assert (folders / "BUILD" / "windows" / "setup.iss").read_bytes().startswith(b"\xef\xbb\xbf")


def test_msix_is_packed_with_program_manifest_and_icons(folders: Path) -> None:
    machine = Machine({"makeappx"})
    make_msix(machine)
    names = {path.name for path in (folders / "BUILD" / "msix").rglob("*") if path.is_file()}
    assert names == {f"{COMMAND}.exe", "AppxManifest.xml", "44.png", "50.png", "150.png"}
    assert machine.asked == ["makeappx"]


def test_without_its_tool_one_sentence() -> None:
    with pytest.raises(BootstrapError, match="iscc is not in the PATH: it comes with Inno Setup"):
        make_setup(Machine(set()))
    with pytest.raises(BootstrapError, match="makeappx is not in the PATH: it comes with the Windows SDK"):
        make_msix(Machine(set()))


def test_what_the_tool_complains_of_is_told() -> None:
    with pytest.raises(BootstrapError, match="iscc could not make the package:\nline 3: no"):
        make_setup(Machine({"iscc"}, Answer(2, "line 3: no\n")))
