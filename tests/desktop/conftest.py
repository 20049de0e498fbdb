"""A session bus of the test's own."""

import subprocess
from collections.abc import Iterator

import pytest


@pytest.fixture
def address() -> Iterator[str]:
    """A session bus with nobody on it."""
    command = ["dbus-daemon", "--session", "--print-address=1", "--nofork"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as daemon:
        assert daemon.stdout is not None
        yield daemon.stdout.readline().decode().strip()
        daemon.terminate()
