"""`trainer --diagnose`: what runs here, what is there, whether the log is whole; to be read and passed on."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final, TextIO

from trainer import resources
from trainer.desktop.folder_holder import holder_of
from trainer.desktop.mishap_report import FOLDER, versions
from trainer.desktop.run_log import impersonal
from trainer.language import ntr, tr
from trainer.paths import DataPaths, data_paths
from trainer.storage.errors import StorageError
from trainer.storage.snapshot import examined, sqlite_version

if TYPE_CHECKING:
    import argparse

    from PySide6.QtGui import QGuiApplication, QScreen

VOICE_SECONDS: Final = 8.0  # a speech service may take to say what voices it has
_MEGABYTE: Final = 1_000_000

Line = tuple[str, str]


def run(arguments: argparse.Namespace, out: TextIO, *, display: bool) -> tuple[int, bool]:
    """Print it. Returns 0, or 1 where the log is not whole or its folder can't be written to.

    And whether the process can end as usual: the speech service's thread can't be ended safely.
    """
    paths = data_paths(arguments.data_dir)
    problems: list[str] = []
    out.writelines(line + "\n" for line in versions())
    application = _application() if display else None
    spoken, ends = ([], True) if application is None else _voices()
    sections = (
        *_qt(application),
        *spoken,
        *_places(paths, problems),
        *_log(paths, problems),
        *_library(paths),
        *_reports(paths),
    )
    out.writelines(f"{name}: {impersonal(value)}\n" for name, value in sections)
    out.writelines(impersonal(problem) + "\n" for problem in problems)
    return (1 if problems else 0), ends


def _application() -> QGuiApplication | None:
    from PySide6.QtGui import QGuiApplication

    found = QGuiApplication.instance() or QGuiApplication(["trainer"])
    return found if isinstance(found, QGuiApplication) else None


def _qt(application: QGuiApplication | None) -> Iterator[Line]:
    import PySide6
    from PySide6.QtCore import QLibraryInfo, qVersion
    from PySide6.QtGui import QImageReader

    yield "Qt", f"{qVersion()}, PySide6 {PySide6.__version__}"
    yield "SQLite", sqlite_version()
    plugins = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath))
    for kind in ("platforms", "multimedia", "texttospeech", "imageformats"):
        names = sorted(
            path.stem.removeprefix("lib")
            for path in (plugins / kind).glob("*")
            if path.suffix in {".so", ".dll", ".dylib"}
        )
        yield tr("Plugins, {kind}").format(kind=kind), ", ".join(names) or tr("none")
    if application is None:
        yield tr("Screens"), tr("there is no display here")
        return
    yield tr("Platform"), application.platformName()
    for screen in application.screens():
        yield tr("Screen"), _screen_text(screen)
    yield tr("Pictures"), ", ".join(bytes(form.data()).decode() for form in QImageReader.supportedImageFormats())


def _screen_text(screen: QScreen) -> str:
    size, scale = screen.size(), screen.devicePixelRatio()
    return f"{screen.name()}, {size.width()} × {size.height()}, × {scale:g}, {screen.refreshRate():.0f} Hz"


def _voices() -> tuple[list[Line], bool]:
    """What would be heard, and whether its thread has ended; waits for the speech service, but not for ever."""
    from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEventLoop

    from trainer.sound.qt_voice import QtVoice

    voice = QtVoice()
    voice.open()
    patience = QDeadlineTimer(round(1000 * VOICE_SECONDS))
    while not (voice.available or voice.problem or patience.hasExpired()):
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)
    engines = ", ".join(voice.engines)
    if voice.available:
        count = ntr("{n} English voice", "{n} English voices", len(voice.voices))
        said = tr("{engines}: {count}").format(engines=engines, count=count)
    else:
        said = voice.problem or tr("the speech service does not answer")
    return [(tr("Voices"), said)], voice.close()


def _places(paths: DataPaths, problems: list[str]) -> Iterator[Line]:
    folder = paths.folder
    yield tr("Data"), str(folder)
    if not folder.is_dir():
        yield tr("Room"), tr("the folder is not there yet")
        return
    try:
        free = shutil.disk_usage(folder).free // _MEGABYTE
    except OSError as error:
        problems.append(tr("{folder} can't be read ({reason}).").format(folder=folder, reason=error.strerror or error))
        return
    yield tr("Room"), tr("{n} MB free").format(n=free)
    if not os.access(folder, os.W_OK):
        problems.append(tr("{folder} can't be written to; check who it belongs to.").format(folder=folder))
    holder = holder_of(folder)
    if holder is not None:
        yield (
            tr("Open in"),
            tr("process {pid} on {host}").format(
                pid=holder.pid, host=tr("this computer") if holder.here else holder.host
            ),
        )


def _log(paths: DataPaths, problems: list[str]) -> Iterator[Line]:
    if not paths.database.exists():
        yield tr("Log"), tr("not begun yet")
        return
    try:
        facts, damage = examined(paths.database)
    except StorageError as error:
        problems.append(error.sentence)
        return
    count = ntr("{n} workout", "{n} workouts", facts.workouts)
    size = paths.database.stat().st_size // 1000
    yield tr("Log"), tr("{count}, form {schema}, {size} kB").format(count=count, schema=facts.schema, size=size)
    if damage:
        problems.append(tr("{file} is damaged: {damage}.").format(file=paths.database, damage=damage))
    else:
        yield tr("Check of the log"), tr("all is whole")


def _library(paths: DataPaths) -> Iterator[Line]:
    from trainer.library.catalogue import load_catalogue

    found = load_catalogue(resources.resources(), paths.routines, paths.cache, paths.exercises)
    told = tr("{routines} routines, {exercises} exercises, {problems} files with problems")
    yield (
        tr("Library"),
        told.format(routines=len(found.routines), exercises=len(found.exercises), problems=len(found.problems)),
    )


def _reports(paths: DataPaths) -> Iterator[Line]:
    yield tr("Log of the program"), str(paths.log)
    reports = sorted((paths.log.parent / FOLDER).glob("report-*.txt"))
    if reports:
        yield tr("Last report"), str(reports[-1])
