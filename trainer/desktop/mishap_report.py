"""What is written down when something goes wrong in the program itself: for whoever mends it, and nobody's data."""

from __future__ import annotations

import platform
import sys
import traceback
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Final

from trainer import NAME, __version__
from trainer.desktop.run_log import impersonal

FOLDER: Final = "reports"  # beside the program's log
KEPT: Final = 10
_MOST_CAUSES: Final = 5
_INTRODUCTION: Final = (
    "Written because something went wrong in the program. It was sent nowhere; pass it on if you like. It holds no\n"
    "names, notes, weights or workouts of yours: what an error said is left out, your home folder is written ~."
)


def versions() -> list[str]:
    """What runs here, a line each."""
    return [
        f"{NAME} {__version__}" + (" (frozen)" if getattr(sys, "frozen", False) else ""),
        f"Python {platform.python_version()}",
        f"{platform.system()} {platform.release()} {platform.machine()}",
    ]


def report_text(error: BaseException, when: datetime, lines: Sequence[str], more: Sequence[str] = ()) -> str:
    """The report: `lines` are the log's last, `more` whatever else is known."""
    parts = [
        f"{NAME}, {when:%Y-%m-%d %H:%M:%S} UTC",
        _INTRODUCTION,
        "\n".join([*versions(), *more]),
        told(error),
        "\n".join(lines),
    ]
    return impersonal("\n\n".join(part for part in parts if part)) + "\n"


def told(error: BaseException) -> str:
    """Where it happened, with its causes, innermost first; no message, which may name what is the person's."""
    chain: list[BaseException] = []
    one: BaseException | None = error
    while one is not None and len(chain) < _MOST_CAUSES:
        chain.append(one)
        one = one.__cause__ or (None if one.__suppress_context__ else one.__context__)
    return "\n".join(_frames(one.__traceback__) + kind_of(one) for one in reversed(chain))


def kind_of(error: BaseException) -> str:
    """Its class, and the system's number for it where there is one."""
    number = getattr(error, "errno", None)
    return type(error).__name__ + (f" [{number}]" if isinstance(number, int) else "")


def place_of(error: BaseException) -> str:
    """The innermost place, by which mishaps of the same kind are known."""
    frames = traceback.extract_tb(error.__traceback__)
    where = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "nowhere"
    return f"{kind_of(error)} at {where}"


def write_report(folder: Path, text: str, when: datetime) -> Path:
    """Write it under a name of its own, and keep the newest KEPT. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    stem = f"report-{when:%Y%m%d-%H%M%S}"
    path = next(
        path for path in (folder / f"{stem}{'' if not n else f'-{n}'}.txt" for n in range(1000)) if not path.exists()
    )
    path.write_text(text, encoding="utf-8")
    for old in sorted(folder.glob("report-*.txt"))[:-KEPT]:
        old.unlink(missing_ok=True)
    return path


def _frames(trace: TracebackType | None) -> str:
    return "".join(traceback.format_list(traceback.extract_tb(trace)))
