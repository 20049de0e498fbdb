"""What a Linux desktop reads: by content always, by the desktop's own validators where they are installed."""

import shutil
import struct
import subprocess
from collections.abc import Sequence
from configparser import ConfigParser
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

import linux_files
from icons import SIZES
from linux_files import CAPTIONS, desktop_entry, file_type, metainfo, put_linux_files
from product import COMMAND, ID, MIME, NAME, PACKAGING, SUFFIX, VERSION

WEB = "https://example.org/trainer/packaging"
MIMES = "{http://www.freedesktop.org/standards/shared-mime-info}"


@pytest.fixture
def usr(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """All files below a folder that stands for /usr, the pictures of the icon being empty."""
    drawn = tmp_path / "icons"
    drawn.mkdir()
    for size in SIZES:
        (drawn / f"{size}.png").touch()
    monkeypatch.setattr(linux_files, "ICONS", drawn)
    put_linux_files(tmp_path / "usr", WEB)
    return tmp_path / "usr"


def test_the_menu_entry_opens_routine_files() -> None:
    parser = ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read_string(desktop_entry())
    entry = parser["Desktop Entry"]
    assert (entry["Name"], entry["Exec"], entry["Icon"]) == (NAME, f"{COMMAND} %f", ID)
    assert entry["MimeType"] == f"{MIME};"


def test_routine_files_have_a_type_of_their_own() -> None:
    kind = ET.fromstring(file_type()).find(f"{MIMES}mime-type")  # noqa: S314 - our own file
    assert kind is not None
    assert kind.get("type") == MIME
    assert [glob.get("pattern") for glob in kind.iter(f"{MIMES}glob")] == [f"*{SUFFIX}"]


def test_the_metadata_names_the_entry_the_type_and_the_version() -> None:
    component = ET.fromstring(metainfo(WEB))  # noqa: S314 - our own file
    assert component.findtext("id") == ID
    assert component.findtext("launchable") == f"{ID}.desktop"
    assert component.findtext("provides/mediatype") == MIME
    assert [release.get("version") for release in component.iter("release")] == [VERSION]


def test_each_screenshot_is_there_and_of_the_size_that_is_told() -> None:
    images = list(ET.fromstring(metainfo(WEB)).iter("image"))  # noqa: S314 - our own file
    assert [image.text for image in images] == [f"{WEB}/{name}" for name in CAPTIONS]
    for image, name in zip(images, CAPTIONS, strict=True):
        size = struct.unpack(">II", (PACKAGING / name).read_bytes()[16:24])
        assert (int(image.get("width", "0")), int(image.get("height", "0"))) == size
        assert min(size) >= 620  # a software centre wants at least that


def test_without_an_address_the_metadata_promises_no_screenshots() -> None:
    assert "screenshot" not in metainfo()


def test_every_file_is_called_by_the_id(usr: Path) -> None:
    names = {path.relative_to(usr / "share").as_posix() for path in usr.rglob("*") if path.is_file()}
    icons = {f"icons/hicolor/{size}x{size}/apps/{ID}.png" for size in SIZES}
    assert names == {
        f"applications/{ID}.desktop",
        f"metainfo/{ID}.metainfo.xml",
        f"mime/packages/{ID}.xml",
        f"icons/hicolor/scalable/apps/{ID}.svg",
        f"man/man1/{COMMAND}.1.gz",
        *icons,
    }


@pytest.mark.parametrize(
    ("command", "file"),
    [
        (["desktop-file-validate"], f"applications/{ID}.desktop"),
        (["appstreamcli", "validate", "--no-net"], f"metainfo/{ID}.metainfo.xml"),
    ],
    ids=["desktop-file-validate", "appstreamcli"],
)
def test_the_validator_has_no_complaint(usr: Path, command: Sequence[str], file: str) -> None:
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not installed here")
    done = subprocess.run([*command, str(usr / "share" / file)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_desktop_takes_a_routine_file_for_one(usr: Path) -> None:
    if shutil.which("update-mime-database") is None:
        pytest.skip("update-mime-database is not installed here")
    subprocess.run(["update-mime-database", str(usr / "share" / "mime")], capture_output=True, check=True)
    known = (usr / "share" / "mime" / "globs2").read_text(encoding="utf-8")
    assert f"80:{MIME}:*{SUFFIX}" in known.splitlines()
