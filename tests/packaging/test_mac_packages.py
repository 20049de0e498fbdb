"""The .app says what it is and opens; the tool that makes the image is made up."""

from pathlib import Path

import pytest

import mac_packages
from mac_packages import make_dmg, properties
from product import ID, MIME, NAME, VERSION
from shell import Answer, BootstrapError, Shell

FINE = Answer(0, "")


class Machine(Shell):
    """A Mac whose hdiutil answers as the test says."""

    def __init__(self, answer: Answer = FINE) -> None:
        self.answer = answer
        self.asked: list[str] = []

    def say(self, text: str) -> None:
        del text

    def ask(self, *command: str | Path) -> Answer:
        self.asked = [str(word) for word in command]
        return self.answer


@pytest.fixture(autouse=True)
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where a build works, with an .app."""
    app = tmp_path / f"{NAME}.app"
    (app / "Contents").mkdir(parents=True)
    monkeypatch.setattr(mac_packages, "APP", app)
    monkeypatch.setattr(mac_packages, "BUILD", tmp_path / "build")
    monkeypatch.setattr(mac_packages, "DIST", tmp_path / "dist")
    return tmp_path


def test_the_app_carries_name_version_and_the_type_of_its_files() -> None:
    said = properties()
    assert (said["CFBundleDisplayName"], said["CFBundleShortVersionString"]) == (NAME, VERSION)
    exported = said["UTExportedTypeDeclarations"][0]
    assert exported["UTTypeIdentifier"] == f"{ID}.routine"
    assert exported["UTTypeTagSpecification"]["public.mime-type"] == [MIME]
    document = said["CFBundleDocumentTypes"][0]
    assert document["LSItemContentTypes"] == [exported["UTTypeIdentifier"]]


def test_the_image_holds_the_app_beside_a_link_to_where_it_belongs(folders: Path) -> None:
    machine = Machine()
    assert make_dmg(machine).name.startswith(f"{NAME}-{VERSION}-")
    held = folders / "build" / "dmg"
    assert (held / f"{NAME}.app" / "Contents").is_dir()
    assert (held / "Applications").readlink() == Path("/Applications")
    assert machine.asked[:2] == ["hdiutil", "create"]


def test_what_hdiutil_complains_of_is_told() -> None:
    with pytest.raises(BootstrapError, match=r"hdiutil could not make .*\nno room"):
        make_dmg(Machine(Answer(1, "no room\n")))
