"""What a Linux desktop knows a program by: menu entry, metadata, file type, icons, manual page."""

from __future__ import annotations

import gzip
import shutil
from pathlib import Path
from xml.sax.saxutils import escape

from icons import SIZES
from product import ICONS, ID, PACKAGING, ROOT, filled, moment

LINUX = PACKAGING / "linux"

# What each screenshot shows, first the one a software centre shows large.
CAPTIONS = {
    "readme/working.png": "In mid-exercise: the seconds left, the move, its one cue, and the routine beside it",
    "screenshots/library.png": "The Library: routines by time, focus and what you own",
    "screenshots/progress.png": "Progress: minutes, calories as a range, load, and every session",
}


def desktop_entry() -> str:
    """The entry of the menu."""
    return filled(LINUX / "desktop.in")


def file_type() -> str:
    """The MIME type of routine files."""
    return filled(LINUX / "mime.xml.in")


def metainfo(screenshots_at: str = "") -> str:
    """The AppStream metadata; with screenshots if the folder packaging can be had at that web address."""
    text = filled(LINUX / "metainfo.xml.in", SCREENSHOTS=_screenshots(screenshots_at))
    return text if screenshots_at else text.replace("  <screenshots>\n\n  </screenshots>\n", "")


def put_linux_files(usr: Path, screenshots_at: str = "") -> None:
    """Write them all below `usr`, a folder that stands for /usr."""
    share = usr / "share"
    for path, text in {
        share / "applications" / f"{ID}.desktop": desktop_entry(),
        share / "metainfo" / f"{ID}.metainfo.xml": metainfo(screenshots_at),
        share / "mime" / "packages" / f"{ID}.xml": file_type(),
    }.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    manual = share / "man" / "man1" / "trainer.1.gz"
    manual.parent.mkdir(parents=True)
    manual.write_bytes(gzip.compress(filled(LINUX / "trainer.1.in").encode(), mtime=moment()))
    put_icons(share / "icons" / "hicolor")


def put_icons(theme: Path) -> None:
    """The icon in the sizes of an icon theme, for the program and for its files."""
    drawing = theme / "scalable" / "apps" / f"{ID}.svg"
    drawing.parent.mkdir(parents=True)
    shutil.copyfile(ROOT / "resources" / "icons" / "trainer.svg", drawing)
    for size in SIZES:
        picture = theme / f"{size}x{size}" / "apps" / f"{ID}.png"
        picture.parent.mkdir(parents=True)
        shutil.copyfile(ICONS / f"{size}.png", picture)


def _screenshots(at: str) -> str:
    lines: list[str] = []
    for name, caption in CAPTIONS.items():
        width, height = _size_of_png(PACKAGING / name)
        kind = ' type="default"' if not lines else ""
        lines.append(
            f"    <screenshot{kind}>\n"
            f"      <caption>{escape(caption)}</caption>\n"
            f'      <image type="source" width="{width}" height="{height}">{escape(at.rstrip("/"))}/{name}</image>\n'
            f"    </screenshot>"
        )
    return "\n".join(lines) if at else ""


def _size_of_png(path: Path) -> tuple[int, int]:
    """Width and height in pixels: bytes 16 to 24 of every PNG."""
    head = path.read_bytes()[:24]
    return int.from_bytes(head[16:20], "big"), int.from_bytes(head[20:24], "big")
