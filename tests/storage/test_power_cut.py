"""The power fails in the middle of things; `python -m tests.power_cut` does it three hundred times."""

import shutil

import pytest

from tests.power_cut import CUT, cut


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")
@pytest.mark.timeout(180)
@pytest.mark.parametrize("activity", CUT)
def test_what_was_said_to_be_saved_outlives_it(activity: str) -> None:
    assert cut(activity, 10, 7, seconds=2.5) == []
