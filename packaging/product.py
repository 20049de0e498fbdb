"""What is packaged: its name, id and version from the program itself, and the folders of a build."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

import trainer  # noqa: E402 - its values alone: standard library only, from this checkout

NAME = trainer.NAME
ID = trainer.APP_ID
VERSION = trainer.__version__
COMMAND = NAME.lower()
SUMMARY = "Follow-along workout coach that needs no video"
PUBLISHER = "The Trainer developers"
MAINTAINER = f"{PUBLISHER} <trainer@localhost>"
SUFFIX = ".trainer.toml"  # of a routine file that a double click opens
MIME = "application/vnd.trainer.routine+toml"

PACKAGING = ROOT / "packaging"
BUILD = ROOT / "build"  # all in between
ICONS = BUILD / "icons"
DIST = ROOT / "dist"  # what is handed out
BUNDLE = BUILD / "bundle" / COMMAND  # the frozen program, one folder: what every package is made of

_MACHINES = {"x86_64": "amd64", "amd64": "amd64", "aarch64": "arm64", "arm64": "arm64"}

VALUES = {
    "NAME": NAME,
    "ID": ID,
    "VERSION": VERSION,
    "COMMAND": COMMAND,
    "SUMMARY": SUMMARY,
    "MIME": MIME,
    "SUFFIX": SUFFIX,
    "PUBLISHER": PUBLISHER,
}


def machine() -> str:
    """The kind of this machine as Debian calls it. Raises KeyError for one Qt has no wheel for."""
    return _MACHINES[platform.machine().lower()]


def moment() -> int:
    """Seconds since 1970 that all files of a package bear: the commit's, so that two builds of it are alike."""
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    if given.isdigit():
        return int(given)
    try:
        said = subprocess.run(
            ["git", "log", "-1", "--format=%ct"], cwd=ROOT, capture_output=True, text=True, check=False
        ).stdout.strip()
    except OSError:
        said = ""
    return int(said) if said.isdigit() else int(time.time())  # noqa: TID251 - a build outside of a checkout


def date() -> str:
    """The day of `moment`, as 2026-01-31."""
    return datetime.fromtimestamp(moment(), tz=UTC).date().isoformat()


def filled(template: Path, **more: str) -> str:
    """The text of a template, its @WORDS@ replaced. Raises KeyError for a word that nobody knows."""
    text = template.read_text(encoding="utf-8")
    for name, value in {**VALUES, "DATE": date(), **more}.items():
        text = text.replace(f"@{name}@", value)
    left = [word for word in text.split("@")[1::2] if word.isupper() and word.isalpha()]
    if left:
        raise KeyError(f"{template.name} asks for {left[0]}")
    return text
