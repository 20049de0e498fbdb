"""A FIT file as an independent reader understands it."""

import io
from typing import Any

import fitdecode

Read = list[tuple[str, dict[str, Any]]]


def read(file: bytes) -> Read:
    """Every message as an independent reader understands it; its warnings are errors here."""
    with fitdecode.FitReader(
        io.BytesIO(file), check_crc=fitdecode.CrcCheck.RAISE, error_handling=fitdecode.ErrorHandling.RAISE
    ) as frames:
        return [
            (frame.name, {field.name: field.value for field in frame.fields})
            for frame in frames
            if isinstance(frame, fitdecode.FitDataMessage)
        ]


def named(messages: Read, name: str) -> list[dict[str, Any]]:
    return [values for found, values in messages if found == name]
