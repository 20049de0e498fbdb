"""Which of the files PyInstaller collects are shipped: what the program loads, and what that loads in turn."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import PurePosixPath

# An entry of PyInstaller's lists: where it goes, where it lies, what it is.
Entry = tuple[str, str, str]

# Qt's plugins by folder, without what the system puts around a name (lib, .so, .dll, .dylib). Everything else of Qt is
# shipped only if one of these, or one of PySide's modules that the program imports, is linked to it.
PLUGINS = {
    "platforms": {"qxcb", "qwayland", "qwindows", "qcocoa", "qoffscreen"},  # offscreen: `trainer figure --sheet`
    "platformthemes": {"qxdgdesktopportal"},
    "platforminputcontexts": {"composeplatforminputcontextplugin", "ibusplatforminputcontextplugin"},
    "styles": {"qmodernwindowsstyle", "qmacstyle"},
    "imageformats": {"qsvg", "qjpeg", "qgif", "qwebp"},  # png is built in
    "iconengines": {"qsvgicon"},
    "printsupport": {"cupsprintersupport", "windowsprintersupport", "cocoaprintersupport"},
    "multimedia": {"ffmpegmediaplugin"},
    "texttospeech": {"qtexttospeech_speechd", "qtexttospeech_sapi", "qtexttospeech_winrt", "qtexttospeech_darwin"},
    "xcbglintegrations": {"qxcb-egl-integration", "qxcb-glx-integration"},
    "wayland-shell-integration": {"xdg-shell"},
    "wayland-decoration-client": {"adwaita", "bradient"},
    "wayland-graphics-integration-client": {"qt-plugin-wayland-egl", "dmabuf-server"},
}

# Shared libraries of the build machine that go along. All others belong to the person's system, whose own programs are
# linked to newer ones than we could bring.
BROUGHT = ("libpython3", "libffi", "libsqlite3")

# Python's modules that are never imported, each with a library of its own or many files. A test imports all of the
# program without them.
UNUSED_MODULES = [
    "_bz2", "_curses", "_hashlib", "_lzma", "_ssl", "_tkinter", "_uuid", "bz2", "curses", "doctest", "ensurepip",
    "idlelib", "lzma", "pdb", "pip", "pydoc_data", "readline", "setuptools", "ssl", "test", "tkinter", "turtle",
    "xmlrpc",
    "numpy.distutils", "numpy.f2py", "numpy.fft", "numpy.random", "numpy.testing", "numpy.tests",
    "rapidfuzz.distance.metrics_cpp", "rapidfuzz.distance.metrics_cpp_avx2", "rapidfuzz.fuzz_cpp_avx2",
    "pyqtgraph.console", "pyqtgraph.dockarea", "pyqtgraph.examples", "pyqtgraph.flowchart", "pyqtgraph.jupyter",
    "pyqtgraph.opengl",
    "IPython", "OpenGL", "PIL", "matplotlib", "scipy", "cupy", "h5py", "numba", "jupyter_rfb",
    "babel", "hypothesis", "jeepney", "mypy", "pytest",
    "PySide6.QtConcurrent", "PySide6.QtMultimediaWidgets", "PySide6.QtTest",
    "PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtPdf", "PySide6.QtWebEngineCore", "PySide6.QtDesigner",
]  # fmt: skip

# Modules in whose place packaging/opengl_stand_in.py is shipped.
STOOD_IN_FOR = ["PySide6.QtOpenGL", "PySide6.QtOpenGLWidgets"]


def shipped_binaries(
    entries: Iterable[Entry], imports_of: Callable[[str], Iterable[str]], environment: Iterable[str]
) -> list[Entry]:
    """The binaries that are loaded. `imports_of`: names of the libraries a file is linked to.

    `environment`: folders of the Python that is frozen, with its packages; a library from elsewhere is the system's.
    """
    ours = tuple(environment)
    candidates = [entry for entry in entries if _may_go_along(entry, ours)]
    by_name: dict[str, list[Entry]] = {}
    for entry in candidates:
        by_name.setdefault(_name(entry[0]), []).append(entry)
    waiting = [entry for entry in candidates if _is_loaded_by_name(entry)]
    shipped = {entry[0] for entry in waiting}
    while waiting:
        _, source, kind = waiting.pop()
        if kind == "SYMLINK":
            continue
        for name in imports_of(source):
            for entry in by_name.get(_name(name), []):
                if entry[0] not in shipped:
                    shipped.add(entry[0])
                    waiting.append(entry)
    return [entry for entry in candidates if entry[0] in shipped]


def shipped_data(entries: Iterable[Entry], binaries: Iterable[Entry]) -> list[Entry]:
    """The data files that are read: no types, no sources, and no link to a library that `binaries` lack."""
    libraries = {_name(entry[0]) for entry in binaries}
    return [
        entry
        for entry in entries
        if (_name(entry[0]) in libraries if entry[2] == "SYMLINK" else not _is_idle(entry[0]))
    ]


def plugin_folder(destination: str) -> str | None:
    """The kind of plugin of Qt a file is by its place, None for any other file."""
    parts = PurePosixPath(destination.replace("\\", "/")).parts
    if "PySide6" in parts and "plugins" in parts[:-2]:
        return parts[parts.index("plugins") + 1]
    return None


def _may_go_along(entry: Entry, ours: tuple[str, ...]) -> bool:
    destination, source, kind = entry
    folder = plugin_folder(destination)
    if folder is not None:
        return _stem(destination) in PLUGINS.get(folder, set())
    if "/qml/" in destination.replace("\\", "/"):
        return False
    return kind == "SYMLINK" or source.startswith(ours) or _name(destination).startswith(BROUGHT)


def _is_loaded_by_name(entry: Entry) -> bool:
    """Loaded by the interpreter or by Qt, not because another file is linked to it."""
    destination, _, kind = entry
    return kind == "EXTENSION" or plugin_folder(destination) is not None or _name(destination).startswith("libpython3")


def _is_idle(destination: str) -> bool:
    path = PurePosixPath(destination.replace("\\", "/"))
    if path.parts[0] == "PySide6":
        return True  # its modules and plugins are binaries, its translations of words the program words itself
    return path.suffix in {".pyi", ".pxd", ".h", ".a", ".lib", ".pot"} or not {"tests", "peegee"}.isdisjoint(path.parts)


def _name(path: str) -> str:
    return PurePosixPath(path.replace("\\", "/")).name.lower()


def _stem(path: str) -> str:
    """`libqxcb.so` and `qxcb.dll` are both `qxcb`."""
    stem = _name(path).split(".")[0]
    return stem.removeprefix("lib")
