"""The bytes of a FIT file: messages of typed fields between a header and a checksum.

After the FIT protocol as Garmin publishes it (protocol 2.0): a header of 14 bytes, then for each kind of message a
definition and after it the data, little-endian, and a CRC-16 at the end. Numbers of messages, fields and base types
are those of the profile published with it.
"""

import struct
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Final

from msgspec import Struct

PROTOCOL: Final = 0x20  # 2.0
PROFILE: Final = 2100  # 21.00: of the messages used here no field has changed since
EPOCH: Final = datetime(1989, 12, 31, tzinfo=UTC)  # second 0 of the format's clock
# Below this a number means seconds since a device was switched on: the format can't say an earlier date (3 July 1998).
FIRST_SECOND: Final = 0x10000000
LAST_SECOND: Final = 0xFFFFFFFE  # one more says "not known"

# Base types of the profile: number, struct's letter. Each has one value that says "not known"; write none of it.
ENUM: Final = (0x00, "B")
UINT8: Final = (0x02, "B")
UINT16: Final = (0x84, "H")
UINT32: Final = (0x86, "I")
UINT32Z: Final = (0x8C, "I")
STRING: Final = (0x07, "s")

_MOST_LOCAL = 16  # kinds of message that may be defined at once


class Field(Struct, frozen=True):
    """A number or text of a message. A text takes `size` bytes, cut to fit, with the zero that ends it."""

    number: int
    base: tuple[int, str]
    value: int | str
    size: int = 0


class Message(Struct, frozen=True):
    """A message of that number in the profile."""

    number: int
    fields: tuple[Field, ...]


def seconds_of(moment: datetime) -> int:
    """The moment on the format's clock, to the second before.

    Raises:
        ValueError: it lies before 3 July 1998 or after 2126, which the format can't say.
    """
    seconds = (moment - EPOCH) // timedelta(seconds=1)
    if not FIRST_SECOND <= seconds <= LAST_SECOND:
        raise ValueError(f"{moment} is no moment of the FIT clock")
    return seconds


def encode(messages: Iterable[Message]) -> bytes:
    """The whole file. At most 16 shapes of message."""
    shapes: dict[tuple[object, ...], int] = {}
    data = bytearray()
    for message in messages:
        shape = (message.number, *((field.number, field.base, field.size) for field in message.fields))
        if shape not in shapes:
            if len(shapes) == _MOST_LOCAL:
                raise ValueError("more shapes of message than the protocol has numbers for")
            shapes[shape] = len(shapes)
            data += _definition(shapes[shape], message)
        data.append(shapes[shape])
        for field in message.fields:
            data += _bytes(field)
    head = struct.pack("<BBHI4s", 14, PROTOCOL, PROFILE, len(data), b".FIT")
    head += struct.pack("<H", crc(head))
    return head + bytes(data) + struct.pack("<H", crc(head + bytes(data)))


def crc(data: bytes) -> int:
    """The protocol's CRC-16: polynomial 0x8005, reflected, beginning with 0."""
    found = 0
    for byte in data:
        found = found >> 8 ^ _CRC_TABLE[(found ^ byte) & 0xFF]
    return found


def _crc_entry(byte: int) -> int:
    for _ in range(8):
        byte = byte >> 1 ^ (0xA001 if byte & 1 else 0)
    return byte


_CRC_TABLE: Final = tuple(_crc_entry(byte) for byte in range(256))


def _definition(local: int, message: Message) -> bytes:
    head = struct.pack("<BBBHB", 0x40 | local, 0, 0, message.number, len(message.fields))
    return head + b"".join(bytes((field.number, _size(field), field.base[0])) for field in message.fields)


def _size(field: Field) -> int:
    return field.size or struct.calcsize("<" + field.base[1])


def _bytes(field: Field) -> bytes:
    if isinstance(field.value, str):
        cut = field.value.replace("\0", "").encode(errors="replace")[: field.size - 1]
        return cut.decode(errors="ignore").encode().ljust(field.size, b"\0")
    return struct.pack("<" + field.base[1], field.value)
