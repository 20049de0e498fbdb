"""The bench for whoever writes moves: a move in a window, pictures of all, or the views that show one best."""

from __future__ import annotations

import os
import random
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final, TextIO

from trainer import resources
from trainer.app import has_display
from trainer.language import tr
from trainer.library.catalogue import load_catalogue
from trainer.library.move_owners import Owner, move_owners
from trainer.library.moves import POSTURES_FILE, Moves, read_move, read_postures
from trainer.library.problem import LibraryError
from trainer.paths import DataPaths, data_paths
from trainer.ui.figure.subject import Subject, subject_of

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from PySide6.QtGui import QGuiApplication, QImage

_A_PAGE: Final = 10  # rows of a plain page
# Of a move that no exercise names yet.
_ANY_TEMPO: Final = {"concentric": 2.0, "hold": 1.0, "eccentric": 2.0, "pause": 0.5, "cycle": 2.0}


def run(arguments: argparse.Namespace) -> int:
    """Do what `trainer figure` was asked to. Returns the exit code."""
    bench = Bench(sys.stdout, sys.stderr)
    try:
        if arguments.sheet is not None:
            return bench.write_sheets(arguments.moves, arguments.sheet, plain=arguments.plain)
        if len(arguments.moves) != 1:
            return bench.fail(tr("Name one move, as in: trainer figure squat. --sheet DIR makes pictures of all."))
        if arguments.views:
            return bench.print_views(arguments.moves[0])
        return bench.open_window(arguments.moves[0], data_paths(arguments.data_dir))
    except LibraryError as error:
        return bench.fail(error.problem.sentence)
    except OSError as error:
        said = tr("The pictures can't be written to {folder}: {reason}.")
        return bench.fail(said.format(folder=arguments.sheet, reason=error.strerror or type(error).__name__))


class Bench:
    """Reads moves as the program does, each at the tempo of the exercise that names it."""

    def __init__(self, out: TextIO, err: TextIO) -> None:
        self._out, self._err = out, err
        self._moves = Moves(resources.moves())
        with tempfile.TemporaryDirectory() as nowhere:
            catalogue = load_catalogue(resources.resources(), Path(nowhere) / "routines", Path(nowhere) / "cache")
        self._owners: dict[str, Owner] = move_owners(catalogue.exercises)

    def fail(self, sentence: str) -> int:
        """Say what is wrong; the exit code for it."""
        self._err.write(f"{sentence}\n")
        return 1

    def file_of(self, reference: str) -> Path:
        """The file of a move by its name, or the file itself."""
        path = Path(reference)
        return path if path.suffix == ".toml" else resources.moves() / f"{reference}.toml"

    def subject(self, reference: str) -> Subject:
        """The move as it is shown. Raises LibraryError."""
        path = self.file_of(reference)
        beside = path.parent / POSTURES_FILE
        postures = read_postures(beside if beside.is_file() else resources.moves() / POSTURES_FILE)
        move = read_move(path, postures)
        owner = self._owners.get(move.id)
        if owner is None:
            from trainer.motion.cycle import Cycle

            return Subject(Cycle(move, _ANY_TEMPO))
        return subject_of(move, owner.exercise, owner.variant)

    def write_sheets(self, references: Sequence[str], folder: Path, *, plain: bool) -> int:
        """A picture of each move and pages of all, or numbered pages with no name and a key.txt. Raises OSError."""
        application = _offscreen()
        from trainer.ui.figure.darkroom import Darkroom
        from trainer.ui.figure.sheet import OVERVIEW, overview_page, plain_page, sheet

        names = list(references) or list(self._moves.ids())
        folder.mkdir(parents=True, exist_ok=True)
        room = Darkroom()
        if plain:
            random.Random(len(names)).shuffle(names)  # noqa: S311 - an order, the same each time
            for first in range(0, len(names), _A_PAGE):
                page = [self.subject(name) for name in names[first : first + _A_PAGE]]
                self._save(plain_page(room, page, first + 1), folder / f"{first // _A_PAGE + 1:03}.png")
            key = "".join(f"{number} {name}\n" for number, name in enumerate(names, 1))
            (folder / "key.txt").write_text(key, encoding="utf-8")
        else:
            shown = [(Path(name).stem, self.subject(name)) for name in names]
            for name, subject in shown:
                self._save(sheet(room, subject, name), folder / f"{name}.png")
            for first in range(0, len(shown) if len(shown) > 1 else 0, OVERVIEW):
                overview = overview_page(room, shown[first : first + OVERVIEW])
                self._save(overview, folder / f"overview-{first // OVERVIEW + 1:03}.png")
        application.quit()
        return 0

    def print_views(self, reference: str) -> int:
        """From where the movement changes the outline most."""
        from trainer.ui.figure.scene import Model
        from trainer.ui.figure.visible_change import best_views

        subject = self.subject(reference)
        for change, yaw in best_views(Model(subject), subject.cycle.move.view[1]):
            self._out.write(f"{yaw:6.0f}  {change:.2f}\n")
        return 0

    def open_window(self, reference: str, paths: DataPaths) -> int:
        """The move from four sides, in the look the person chose, until the window closes."""
        self.subject(reference)  # what can't be read at all is told where the command was given
        if not has_display():
            return self.fail(tr("There is no display to open the window on: --sheet DIR makes pictures instead."))
        from PySide6.QtWidgets import QApplication

        from trainer.app.program import look_of
        from trainer.desktop.clock import SystemClock
        from trainer.storage.preferences_file import PreferencesFile
        from trainer.ui.figure.bench_window import BenchWindow
        from trainer.ui.figure.studio import Studio
        from trainer.ui.jobs import Jobs
        from trainer.ui.theme.style_sheet import Dressing, palette

        application = QApplication([sys.argv[0]])
        application.setStyle("Fusion")
        look = look_of(PreferencesFile(paths.preferences, paths.backups).load().preferences)
        # Qt's own buttons, labels and tables take the application's colours, not those of a window that is dressed.
        application.setPalette(palette(look))
        look.changed.connect(lambda: application.setPalette(palette(look)))
        jobs, studio = Jobs(application), Studio()

        def read() -> Subject | str:
            try:
                return self.subject(reference)
            except LibraryError as error:
                return error.problem.sentence

        window = BenchWindow(look, jobs, studio, self.file_of(reference), read, SystemClock().monotonic)
        Dressing(look, window)
        window.show()
        code = application.exec()
        jobs.close()
        studio.close()
        return code

    def _save(self, image: QImage, path: Path) -> None:
        if not image.save(str(path)):
            raise OSError(None, tr("the file could not be written"), str(path))
        self._err.write(f"{path}\n")


def _offscreen() -> QGuiApplication:
    """An application without a window, for painting words."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QGuiApplication

    existing = QGuiApplication.instance()
    return existing if isinstance(existing, QGuiApplication) else QGuiApplication([sys.argv[0]])
