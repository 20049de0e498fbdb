"""Killed in the middle of anything, every file is whole; `python -m tests.kill_nine` does it two hundred times."""

import pytest

from tests.kill_nine import ACTIVITIES, kill


@pytest.mark.timeout(180)
def test_two_kills_of_every_activity_are_survived() -> None:
    lines: list[str] = []
    kills = 2 * len(ACTIVITIES)
    survived = kill(kills, 7, lines.append)
    assert survived == kills, "\n".join(lines)
