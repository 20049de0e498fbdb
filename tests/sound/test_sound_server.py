"""Looking for a sound server."""

import sys
from pathlib import Path

import pytest

from trainer.sound.sound_server import has_sound_server

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is nothing to look for")


@pytest.mark.parametrize(
    ("socket", "variables"),
    [
        ("pulse/native", {"XDG_RUNTIME_DIR": ""}),
        ("native", {"XDG_RUNTIME_DIR": "/nowhere", "PULSE_RUNTIME_PATH": ""}),
        ("pipewire-0", {"XDG_RUNTIME_DIR": ""}),
        ("native", {"PULSE_SERVER": "unix:{}/native"}),
        (".config/pulse/0123-runtime/native", {"XDG_RUNTIME_DIR": "/nowhere", "HOME": ""}),
    ],
)
def test_it_is_found_by_its_socket(
    socket: str, variables: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    here = {name: value.format(tmp_path) or str(tmp_path) for name, value in variables.items()}
    assert not has_sound_server({"HOME": str(tmp_path / "home"), **here})
    (tmp_path / socket).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / socket).touch()
    assert has_sound_server({"HOME": str(tmp_path / "home"), **here})


def test_a_server_elsewhere_is_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    assert has_sound_server({"PULSE_SERVER": "tcp:192.0.2.1:4713"})


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_other_systems_have_their_own(platform: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    assert has_sound_server({})
