"""No module can reach a network; what is handed to another program is a file, or was asked about."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MODULES = sorted((ROOT / "trainer").rglob("*.py"))
REACHING = {
    "aiohttp", "asyncio", "ftplib", "http", "httpx", "imaplib", "poplib", "requests", "smtplib", "socket",
    "socketserver", "ssl", "telnetlib", "urllib.request", "urllib3", "webbrowser", "xmlrpc",
    "PySide6.QtNetwork", "PySide6.QtNetworkAuth", "PySide6.QtWebEngineCore", "PySide6.QtWebEngineWidgets",
    "PySide6.QtWebSockets",
}  # fmt: skip
LOCAL_NAMES = {"QLocalServer", "QLocalSocket"}  # of QtNetwork: talk between two programs on one machine
OPENING_A_PAGE = "trainer/app/page_link.py"  # after asking


def reaching(tree: ast.AST) -> Iterator[str]:
    """Each import through which a network could be reached."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names if _reaches(name.name))
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = {name.name for name in node.names} - LOCAL_NAMES
            if names and _reaches(node.module):
                yield node.module
            yield from (f"{node.module}.{name}" for name in names if f"{node.module}.{name}" in REACHING)


def _reaches(module: str) -> bool:
    parts = module.split(".")
    return any(".".join(parts[:n]) in REACHING for n in range(1, len(parts) + 1))


def opened_addresses(tree: ast.AST) -> Iterator[int]:
    """The line of each openUrl whose address is not made of a local file's path."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "openUrl":
            made = node.args[0]
            of_file = isinstance(made, ast.Call) and ast.unparse(made.func) == "QUrl.fromLocalFile"
            if not of_file:
                yield node.lineno


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_module_can_reach_a_network(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert list(reaching(tree)) == []
    if path.relative_to(ROOT).as_posix() != OPENING_A_PAGE:
        assert list(opened_addresses(tree)) == []


@pytest.mark.parametrize(
    "code",
    [
        "import socket",
        "import urllib.request",
        "from urllib import request",
        "from http.client import HTTPSConnection",
        "from PySide6.QtNetwork import QNetworkAccessManager",
        "from PySide6 import QtNetwork",
        "def late():\n    from PySide6.QtNetwork import QLocalServer, QTcpSocket",
    ],
)
def test_the_net_catches(code: str) -> None:
    assert list(reaching(ast.parse(code)))


def test_the_net_lets_local_talk_through() -> None:
    assert not list(reaching(ast.parse("from PySide6.QtNetwork import QLocalServer, QLocalSocket")))
    assert list(opened_addresses(ast.parse("QDesktopServices.openUrl(QUrl(address))")))
    assert not list(opened_addresses(ast.parse("QDesktopServices.openUrl(QUrl.fromLocalFile(path))")))
