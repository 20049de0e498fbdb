"""The Library with 2,000 routines and 90 exercises: from the click to the painted page, each keystroke, each screen.

Wanted: opened in under 200 ms, filtered in under 50 ms. Beside it, in the same run, a bare QListView with as many
lines of text, so that a slow machine shows as such.
"""

import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from msgspec import structs
from PySide6.QtCore import QEvent, QObject, QStringListModel
from PySide6.QtWidgets import QApplication, QListView, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.examples import catalogue
from trainer.app.library_desk import LibraryDesk
from trainer.app.preferences_keeper import PreferencesKeeper
from trainer.core.preferences import Preferences, ThemeChoice
from trainer.library.catalogue import Catalogue, RoutineEntry
from trainer.resources import resources
from trainer.storage.preferences_file import PreferencesFile
from trainer.storage.workout_log import WorkoutLog
from trainer.ui.jobs import Jobs
from trainer.ui.library.page import LibraryPage
from trainer.ui.theme.look import Look
from trainer.ui.widgets.filter_chip import FilterChip

ROUTINES = 2000
ROUNDS = 9
OPENED_MS, FILTERED_MS = 200, 50
NOTCH_MS, SCREEN_MS = 16, 50  # of the wheel; of Page Down, all cards being new

COLD = """
import sys, time
sys.path.insert(0, {root!r})
from pathlib import Path
from PySide6.QtWidgets import QApplication
application = QApplication([])
from tests.benchmarks.test_library_open import House, first_open
house = House(Path({folder!r}), {routines})
begin = time.perf_counter()
page = first_open(house)
print((time.perf_counter() - begin) * 1000)
house.close()
"""


def many(n: int) -> Catalogue:
    """The shipped routines and as many of a person's own, each a little different, as make `n`."""
    known = catalogue()
    entries = list(known.routines)
    while len(entries) < n:
        number = len(entries)
        like = known.routines[number % len(known.routines)].routine
        rounds = [structs.replace(block, rounds=1 + number % 3) for block in like.blocks]
        own = structs.replace(like, id=f"own-{number}", name=f"{like.name}, my own {number}", blocks=tuple(rounds))
        entries.append(RoutineEntry(own, Path(f"own-{number}.toml"), shipped=False))
    return structs.replace(known, routines=tuple(entries[:n]))


class House:
    """A library with so many routines, on a data folder of its own."""

    def __init__(self, folder: Path, routines: int) -> None:
        self.look = Look(resources(), ThemeChoice.LIGHT, reduce_motion=True)
        self.jobs = Jobs()
        self.log = WorkoutLog.open(folder / f"log-{routines}.sqlite3", folder)
        value = Preferences(welcomed=True, owned={"dumbbell": 1, "physio-ball": 1}, favourites=["own-700"])
        keeper = PreferencesKeeper(PreferencesFile(folder / "preferences.toml", folder), value, self.jobs)
        found = many(routines)
        self.desk = LibraryDesk(self.look, lambda: found, self.log, lambda: date(2026, 1, 7), keeper)

    def close(self) -> None:
        self.jobs.close()
        self.log.close()


@pytest.fixture
def house(qapp: QApplication, tmp_path: Path) -> Iterator[House]:
    del qapp
    made = House(tmp_path, ROUTINES)
    yield made
    made.close()


class Updates(QObject):
    """Counts how often a window was brought up to date on the screen."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.times = 0
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.times += event.type() is QEvent.Type.UpdateRequest
        return False


def paint(window: QWidget) -> None:
    """Until what has changed has been laid out and painted, which must change something."""
    updates = Updates(window)
    for _ in range(100_000):
        QApplication.processEvents()
        if updates.times:
            break
    QApplication.processEvents()  # the update itself
    assert updates.times
    window.removeEventFilter(updates)
    updates.deleteLater()


def settle(house: House) -> float:
    """Let the page get to know its routines in idle moments; the seconds that took."""
    begin = time.perf_counter()
    shelf = house.desk._shelves()  # noqa: SLF001 - whether it is done is nobody else's business
    while not shelf.learn(0):
        QApplication.processEvents()
    return time.perf_counter() - begin


def first_open(house: House) -> LibraryPage:
    """What the program does when the Library is first opened."""
    page = house.desk.make_page()
    assert isinstance(page, LibraryPage)
    page.resize(1196, 800)
    page.show()
    paint(page)
    return page


def bare_list(n: int) -> QListView:
    """As many lines of text, shown and painted."""
    view = QListView()
    view.setUniformItemSizes(True)
    view.setModel(QStringListModel([f"Routine {number}" for number in range(n)], view))
    view.resize(1196, 800)
    view.show()
    paint(view)
    return view


def milliseconds(act: Callable[[], object]) -> float:
    begin = time.perf_counter()
    act()
    return (time.perf_counter() - begin) * 1000


def test_opening_and_looking_through(house: House, qtbot: QtBot) -> None:
    bare = []
    for _ in range(ROUNDS):
        begin = time.perf_counter()
        view = bare_list(ROUTINES)
        bare.append((time.perf_counter() - begin) * 1000)
        view.close()
    opened: list[float] = []
    page = first_open(house)
    for _ in range(ROUNDS):
        house.desk._shelf = None  # noqa: SLF001 - as after a start: nothing is known of any routine
        begin = time.perf_counter()
        page = first_open(house)
        opened.append((time.perf_counter() - begin) * 1000)
        qtbot.addWidget(page)
        page.hide()
    page.show()
    learned = settle(house)
    base, ours = statistics.median(bare), statistics.median(opened[1:])
    print(
        f"\nLibrary, {ROUTINES} routines, opened: {ours:.0f} ms (first {opened[0]:.0f}, worst later"
        f" {max(opened[1:]):.0f}, wanted {OPENED_MS}); a bare list {base:.1f} ms; {ours / base:.1f} x;"
        f" all known after {learned * 1000:.0f} ms more"
    )
    typed = [milliseconds(lambda text=text: _type(page, text)) for text in _keystrokes()]  # type: ignore[misc]
    page.routines.search.clear()
    chosen = [milliseconds(lambda step=step: _filter(page, *step)) for step in _filters() * 3]  # type: ignore[misc]
    _filter(page, "Length", None)
    _filter(page, "Focus", None)
    notches, screens = _scroll(page, 60, 120), _scroll(page, 40, 700)
    for name, runs, wanted in (
        ("a keystroke", typed, FILTERED_MS),
        ("a filter", chosen, FILTERED_MS),
        ("a notch of the wheel", notches, NOTCH_MS),
        ("a screen further", screens, SCREEN_MS),
    ):
        print(
            f"  {name}: {statistics.median(runs):.1f} ms (worst {max(runs):.1f}, wanted {wanted});"
            f" {statistics.median(runs) / base:.1f} x a bare list"
        )
    page.choose_tab(1)
    exercises = [milliseconds(lambda text=text: _type(page, text)) for text in _keystrokes()]  # type: ignore[misc]
    print(f"  a keystroke over 90 exercises: {statistics.median(exercises):.1f} ms (worst {max(exercises):.1f})")
    assert ours < OPENED_MS
    assert statistics.median(typed) < FILTERED_MS
    assert statistics.median(chosen) < FILTERED_MS
    assert statistics.median(notches) < NOTCH_MS
    assert statistics.median(screens) < SCREEN_MS
    assert statistics.median(exercises) < FILTERED_MS


@pytest.mark.parametrize("routines", [25, ROUTINES])
def test_opening_the_first_time_in_a_process(tmp_path: Path, routines: int) -> None:
    code = COLD.format(root=str(Path(__file__).parents[2]), folder=str(tmp_path), routines=routines)
    runs = [
        float(
            subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True).stdout
        )
        for _ in range(5)
    ]
    print(f"\nLibrary, {routines} routines, first opening, imports included: {statistics.median(runs):.0f} ms")
    assert statistics.median(runs) < OPENED_MS


def _keystrokes() -> list[str]:
    words = ("dumbbell back", "leg", "core ten", "zzz")
    return [word[: n + 1] for word in words for n in range(len(word))]


def _filters() -> list[tuple[str, object]]:
    from trainer.library.filters import Kit
    from trainer.library.routine_facts import Region

    return [
        ("Length", 15),
        ("Focus", Region.BACK),
        ("Equipment", Kit.NONE),
        ("Equipment", Kit.OWNED),
        ("Length", 30),
        ("Equipment", None),
    ]


def _type(page: LibraryPage, text: str) -> None:
    (page.exercises if page.exercises.isVisible() else page.routines).search.setText(text)
    paint(page)


def _filter(page: LibraryPage, name: str, value: object) -> None:
    chips = page.routines.findChildren(FilterChip)
    chip = next(chip for chip in chips if chip.accessibleName().split(":")[0] == name)
    chip.set_value(value)
    chip.changed.emit()
    paint(page)


def _scroll(page: LibraryPage, times: int, pixels: int) -> list[float]:
    """Further down from where nobody has been yet."""
    bar = page.findChildren(QScrollArea)[0].verticalScrollBar()
    runs = []
    for _ in range(times):

        def further() -> None:
            bar.setValue(bar.value() + pixels)
            paint(page)

        runs.append(milliseconds(further))
    return runs
