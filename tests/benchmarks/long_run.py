"""The real program trained in for hours, from inside, and what that cost it.

`python -m tests.benchmarks.long_run --sessions 500` runs sessions at six hundred times the speed, `--minutes 60` trains
at the speed of a clock. A window is opened: on the desktop there is, or with QT_QPA_PLATFORM=offscreen on none. Prints
a line every few sessions and the figures at the end; `--json FILE` keeps them. Exits with 1 where something is left.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

import msgspec
from msgspec import Struct
from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtWidgets import QMainWindow

from tests.benchmarks.pilot import Pilot
from tests.benchmarks.vital_signs import Deafness, Heartbeat, VitalSigns, kinds_of_objects, vital_signs
from trainer import cli, resources
from trainer.app.program import Program
from trainer.language import use_language

MOST_GROWTH = 10.0  # MB after the warm-up
FAST = 600.0


class LongRun(Struct, frozen=True):
    """What was done and what it cost."""

    sessions: int
    minutes: float
    speed: float
    load: tuple[float, float, float]  # of the machine: runnable processes over 1, 5, 15 minutes
    cores: int
    warm: VitalSigns
    end: VitalSigns
    beats: int
    deaf: tuple[Deafness, ...]
    grown: dict[str, int]  # kinds of Python objects of which there are more

    @property
    def growth(self) -> float:
        """MB that the program took after the warm-up."""
        return self.end.resident - self.warm.resident

    @property
    def left_over(self) -> list[str]:
        """What there is more of than after the warm-up and must not be."""
        found = [f"{self.growth:.1f} MB"] if self.growth > MOST_GROWTH else []
        for name in ("handles", "threads", "children", "timers_running", "animations_running"):
            more = getattr(self.end, name) - getattr(self.warm, name)
            if more > 0:
                found.append(f"{more} {name.replace('_', ' ')}")
        return found


class Observer(QObject):
    """Watches the pilot, notes, and closes the window at the end."""

    def __init__(self, window: QMainWindow, options: argparse.Namespace) -> None:
        super().__init__(window)
        self.result: LongRun | None = None
        self._window, self._options = window, options
        self._began = time.perf_counter()
        self._warm: VitalSigns | None = None
        self._warm_kinds: Counter[str] = Counter()
        self._heart: Heartbeat | None = None
        normal = options.sessions is None
        self._pilot = Pilot(
            window,
            pause_ms=500 if normal else 30,
            act=0.02 if normal else 0.15,
            tour_every=1 if normal else 10,
            seed=options.seed,
        )
        self._pilot.session_done.connect(self._on_session_done)
        self._minute = QTimer(self)
        self._minute.setInterval(60_000)
        self._minute.timeout.connect(self._on_minute)
        if normal:
            self._minute.start()

    @property
    def minutes(self) -> float:
        return (time.perf_counter() - self._began) / 60

    def _on_session_done(self, sessions: int) -> None:
        if self._options.sessions is None:
            return
        if self._warm is None and sessions >= self._options.warm_up:
            self._begin()
        elif sessions >= self._options.sessions + self._options.warm_up:
            self._finish()
        elif sessions % self._options.tell_every == 0:
            self._tell()

    def _on_minute(self) -> None:
        if self._warm is None and self.minutes >= self._options.warm_up:
            self._begin()
        elif self.minutes >= self._options.minutes + self._options.warm_up:
            self._finish()
        else:
            self._tell()

    def _begin(self) -> None:
        self._tell()
        self._warm, self._warm_kinds = vital_signs(), kinds_of_objects()
        self._heart = Heartbeat(self)

    def _tell(self) -> None:
        signs = vital_signs()
        deaf = self._heart.deaf if self._heart else []
        longest = max((one.lasted for one in deaf), default=0.0)
        told = " ".join(f"{name} {getattr(signs, name):.0f}" for name in signs.__struct_fields__)
        sys.stdout.write(
            f"{self.minutes:6.1f} min, {self._pilot.sessions} sessions: {told}; deaf {len(deaf)} times, "
            f"at most {longest * 1000:.0f} ms; load {os.getloadavg()[0]:.1f}\n"
        )
        sys.stdout.flush()
        if self._heart is not None:
            self._heart.forget()

    def _finish(self) -> None:
        self._tell()
        self._pilot.stop()
        self._minute.stop()
        heart, warm = self._heart, self._warm
        assert heart is not None
        assert warm is not None
        heart.stop()
        kinds = kinds_of_objects() - self._warm_kinds
        self.result = LongRun(
            sessions=self._pilot.sessions,
            minutes=self.minutes,
            speed=self._options.speed,
            load=os.getloadavg(),
            cores=os.cpu_count() or 1,
            warm=warm,
            end=vital_signs(),
            beats=heart.beats,
            deaf=tuple(heart.deaf),
            grown=dict(kinds.most_common(25)),
        )
        sys.stdout.write(f"{told(self.result)}\n")  # here: the program may end the process itself
        sys.stdout.flush()
        QCoreApplication.exit(0)  # closing the window would ask what to do with the session that runs


def run(options: argparse.Namespace) -> LongRun:
    """Run the program until the sessions, or the minutes, are over."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "preferences.toml").write_text("welcomed = true\nweight_kg = 70.0\n", encoding="utf-8")
        os.environ.setdefault("QT_NO_GUI_THREADPOOL", "1")  # as trainer/app does
        use_language(resources.translations(), ["en"])
        program = Program(cli.parse(["--data-dir", folder, "--speed", str(options.speed)]))
        window = next(one for one in program_windows() if isinstance(one, QMainWindow))
        observer = Observer(window, options)
        program.run()
        if observer.result is None:
            raise SystemExit("the window was closed before the end")
        return observer.result


def program_windows() -> list[object]:
    """The windows of this process."""
    from PySide6.QtWidgets import QApplication

    return list(QApplication.topLevelWidgets())


def told(result: LongRun) -> str:
    """The figures, a line each."""
    ours = [one for one in result.deaf if one.ours > 0.050]
    load = ", ".join(f"{one:.1f}" for one in result.load)
    worst = max((one.ours for one in ours), default=0) * 1000
    done = f"{result.sessions} sessions in {result.minutes:.0f} minutes at speed {result.speed:g}"
    memory = f"memory {result.warm.resident:.1f} MB after the warm-up, {result.end.resident:.1f} at the end"
    deaf = f"the window was deaf for over 50 ms {len(result.deaf)} times in {result.beats} beats"
    lines = [
        f"{done}; load {load} on {result.cores} cores",
        f"{memory}: {result.growth:+.1f} MB (wanted: at most {MOST_GROWTH:.0f})",
        *(
            f"{name}: {getattr(result.warm, name):g} -> {getattr(result.end, name):g}"
            for name in result.warm.__struct_fields__[1:]
        ),
        f"{deaf}; {len(ours)} times without the wait for a core, at most {worst:.0f} ms",
        *(
            f"  {one.lasted * 1000:.0f} ms, computing {one.computing * 1000:.0f}, queueing {one.queueing * 1000:.0f}: "
            f"{one.doing}"
            for one in sorted(ours, key=lambda one: -one.ours)[:25]
        ),
        f"more objects: {result.grown}",
        f"left over: {', '.join(result.left_over) or 'nothing'}",
    ]
    return "\n".join(lines)


def parsed(arguments: list[str] | None = None) -> argparse.Namespace:
    """The options."""
    parser = argparse.ArgumentParser(prog="long_run", description=__doc__)
    length = parser.add_mutually_exclusive_group()
    length.add_argument("--sessions", type=int, help="so many sessions after the warm-up")
    length.add_argument("--minutes", type=float, help="so many minutes after the warm-up, at the speed of a clock")
    parser.add_argument("--speed", type=float, help=f"of the sessions' clock ({FAST:g}, with --minutes 1)")
    parser.add_argument("--warm-up", type=float, help="sessions, or minutes, before it is measured (30; 5 minutes)")
    parser.add_argument("--tell-every", type=int, default=10, metavar="N", help="say how it stands every N sessions")
    parser.add_argument("--seed", type=int, default=1, help="of what is pressed")
    parser.add_argument("--json", type=Path, metavar="FILE", help="keep the figures")
    options = parser.parse_args(arguments)
    if options.sessions is None and options.minutes is None:
        options.sessions = 500
    normal = options.sessions is None
    options.speed = options.speed or (1.0 if normal else FAST)
    options.warm_up = options.warm_up if options.warm_up is not None else (5 if normal else 30)
    return options


def main() -> int:
    """Run, tell, and say by the exit code whether anything is left over."""
    options = parsed()
    result = run(options)
    if options.json is not None:
        options.json.write_bytes(msgspec.json.format(msgspec.json.encode(result)))
    return 1 if result.left_over else 0


if __name__ == "__main__":
    sys.exit(main())
