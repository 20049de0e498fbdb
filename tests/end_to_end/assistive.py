"""What a screen reader gets: the accessibility tree over D-Bus (AT-SPI 2), read with jeepney.

Tests find buttons by the names behaviour.md promises, and click where the tree says they are.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from jeepney import DBusAddress, MessageType, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

ACCESSIBLE = "org.a11y.atspi.Accessible"
COMPONENT = "org.a11y.atspi.Component"
PROPERTIES = "org.freedesktop.DBus.Properties"
REGISTRY = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
STATE_SHOWING, STATE_ENABLED, STATE_CHECKED = 25, 8, 4  # bits of AtspiStateType
STATE_FOCUSED = 12


class UnreachableError(Exception):
    """The program no longer answers, or the element is gone."""


class Element:
    """One element of the tree."""

    def __init__(self, tree: Assistive, bus_name: str, path: str) -> None:
        self._tree = tree
        self._address = (bus_name, path)

    @property
    def name(self) -> str:
        return str(self._property("Name"))

    @property
    def description(self) -> str:
        return str(self._property("Description"))

    @property
    def role(self) -> str:
        return str(self._call(ACCESSIBLE, "GetRoleName")[0])

    @property
    def showing(self) -> bool:
        return self._state(STATE_SHOWING)

    @property
    def enabled(self) -> bool:
        """Whether it can be used."""
        return self._state(STATE_ENABLED)

    @property
    def checked(self) -> bool:
        return self._state(STATE_CHECKED)

    @property
    def focused(self) -> bool:
        """Whether it has the keyboard."""
        return self._state(STATE_FOCUSED)

    @property
    def centre(self) -> tuple[int, int]:
        """The middle of the element on the screen, in pixels."""
        x, y, width, height = self._call(COMPONENT, "GetExtents", "u", (0,))[0]
        return x + width // 2, y + height // 2

    def children(self) -> list[Element]:
        return [Element(self._tree, *address) for address in self._call(ACCESSIBLE, "GetChildren")[0]]

    def walk(self) -> Iterator[Element]:
        """This element and all below it, depth first."""
        yield self
        for child in self.children():
            yield from child.walk()

    def _state(self, bit: int) -> bool:
        low, high = self._call(ACCESSIBLE, "GetState")[0]
        return bool((low >> bit if bit < 32 else high >> (bit - 32)) & 1)

    def _property(self, name: str) -> Any:
        return self._call(PROPERTIES, "Get", "ss", (ACCESSIBLE, name))[0][1]

    def _call(self, interface: str, method: str, signature: str | None = None, body: tuple[Any, ...] = ()) -> Any:
        return self._tree.call(self._address, interface, method, signature, body)


class Assistive:
    """The accessibility bus of one desktop session."""

    def __init__(self, session_bus: str) -> None:
        with open_dbus_connection(session_bus) as session:
            where = DBusAddress("/org/a11y/bus", bus_name="org.a11y.Bus", interface="org.a11y.Bus")
            address = session.send_and_get_reply(new_method_call(where, "GetAddress"), timeout=10).body[0]
        self._bus: DBusConnection = open_dbus_connection(address)

    def close(self) -> None:
        self._bus.close()

    def windows(self) -> list[Element]:
        """The top-level windows of every program there is."""
        try:
            applications = Element(self, *REGISTRY).children()
            return [window for application in applications for window in application.children()]
        except UnreachableError:
            return []

    def window(self, name: str) -> Element | None:
        """The top-level window of that name, of whichever program."""
        try:
            return next((window for window in self.windows() if window.name == name), None)
        except UnreachableError:
            return None

    def call(
        self, address: tuple[str, str], interface: str, method: str, signature: str | None, body: tuple[Any, ...]
    ) -> Any:
        """One method call. Raises UnreachableError where nobody answers."""
        bus_name, path = address
        target = DBusAddress(path, bus_name=bus_name, interface=interface)
        message = new_method_call(target, method, signature, body)
        try:
            reply = self._bus.send_and_get_reply(message, timeout=5)
        except (TimeoutError, OSError) as error:
            raise UnreachableError(f"{method} of {path}") from error
        if reply.header.message_type is MessageType.error:
            raise UnreachableError(f"{method} of {path}: {reply.body}")
        return reply.body
