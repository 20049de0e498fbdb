"""What signals said, for asserts on the test's own stack."""

from typing import Any

from PySide6.QtCore import SignalInstance


def heard(signal: SignalInstance) -> list[tuple[Any, ...]]:
    """A list that gets the arguments of every emission from now on."""
    emissions: list[tuple[Any, ...]] = []
    signal.connect(lambda *arguments: emissions.append(arguments))
    return emissions
