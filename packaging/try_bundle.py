"""Tries the frozen program on the system it was made on: `python3 packaging/try_bundle.py`, after build.py.

Needs no screen: a workout is run at sixty times the speed on Qt's offscreen platform, and its log read.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from product import BUNDLE, COMMAND, VERSION
from shell import BootstrapError

ROUTINE = "desk-day-undo"  # five minutes, nothing in it waits for the person
PATIENCE = 120.0  # seconds


def main(bundle: Path = BUNDLE) -> int:
    """Run all of it. Returns the exit code: 1 with a sentence for the first thing that isn't as it should be."""
    ending = ".exe" if sys.platform == "win32" else ""
    window = str(bundle / f"{COMMAND}{ending}")
    console = str(bundle / f"{COMMAND}-cli{ending}") if sys.platform == "win32" else window
    try:
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            _tell_version(console)
            _work_out(window, console, folder)
    except (BootstrapError, OSError) as problem:
        print(f"trainer: {problem}", file=sys.stderr)
        return 1
    print(f"{window}: {ROUTINE} done and in the log")
    return 0


def _tell_version(console: str) -> None:
    said = _say(console, "--version")
    if said != f"{COMMAND} {VERSION}":
        raise BootstrapError(f"--version says {said}.")


def _work_out(window: str, console: str, folder: str) -> None:
    """Start a workout and wait until the log says that it is done."""
    command = [window, "--data-dir", folder, "--routine", ROUTINE, "--start", "--speed", "60"]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as program:
        try:
            end = time.perf_counter() + PATIENCE
            while time.perf_counter() < end and program.poll() is None:
                time.sleep(1.0)
                if states(_say(console, "log", "--json", "--data-dir", folder)) == ["complete"]:
                    return
        finally:
            program.kill()
        raise BootstrapError(f"no complete workout came into the log:\n{program.communicate()[0]}")


def states(log: str) -> list[str]:
    """How each workout of a log, as JSON, ended."""
    return [workout["state"] for workout in json.loads(log)["workouts"]]


def _say(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, check=False)
    if done.returncode != 0:
        raise BootstrapError(f"{' '.join(command)} failed:\n{done.stdout}{done.stderr}".rstrip())
    return done.stdout.strip()


if __name__ == "__main__":
    sys.exit(main())
