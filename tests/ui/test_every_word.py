"""Every page and the player in a language twice as long, at 200 % text: nothing stays English, nothing overflows."""

import re
from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QListView, QWidget
from pytestqt.qtbot import QtBot

from tests.pseudo import PseudoTranslations
from tests.ui.examples import MAKERS, catalogue, page
from tests.ui.workout.running import Running, open_ended, planned
from trainer.core.preferences import ThemeChoice
from trainer.core.timeline import PhaseKind
from trainer.language import use_catalogue
from trainer.resources import resources
from trainer.ui.main_window import MainWindow, PageName
from trainer.ui.theme.look import Look
from trainer.ui.widgets.choice_dialog import Choice, ChoiceDialog
from trainer.ui.workout.player import Player

TODAY = date(2026, 1, 7)
WORD = re.compile(r"[A-Za-z]{3,}")


def content() -> set[str]:
    """Every word that the content files say: those are not the program's to translate."""
    found: set[str] = set()

    def take(value: object) -> None:
        if isinstance(value, str):
            found.update(word.lower() for word in re.findall(r"[A-Za-z]+", value))
        elif isinstance(value, tuple | list | frozenset):
            for one in value:
                take(one)
        elif hasattr(value, "__struct_fields__"):
            for field in value.__struct_fields__:
                take(getattr(value, field))

    known = catalogue()
    for things in (known.exercises.values(), known.equipment.values(), known.routines):
        take(tuple(things))
    return found


UNITS = {"kcal", "min", "compendium", "met"}


def texts(widget: QWidget) -> list[str]:
    """What a person reads on it or has read out, part by part."""
    found: list[str] = []
    for part in (widget, *widget.findChildren(QWidget)):
        if not part.isVisibleTo(widget):
            continue
        found += [part.accessibleName(), part.accessibleDescription(), part.toolTip()]
        if isinstance(part, QLabel | QAbstractButton):
            found.append(part.text())
        if isinstance(part, QLineEdit):
            found.append(part.placeholderText())
        if isinstance(part, QListView) and part.model() is not None:
            model = part.model()
            for n in range(model.rowCount()):
                found.append(str(model.index(n, 0).data(Qt.ItemDataRole.AccessibleTextRole) or ""))
    return [text for text in found if text]


def untranslated(widget: QWidget, allowed: set[str]) -> list[str]:
    """Texts with an English word outside the brackets that every translated sentence stands in."""
    left = []
    for text in texts(widget):
        plain = text
        while (shorter := re.sub(r"\[[^\[\]]*\]", " ", plain)) != plain:
            plain = shorter
        words = [word for word in WORD.findall(plain) if word.lower() not in allowed]
        if words:
            left.append(f"{text!r}: {words}")
    return left


def sideways(widget: QWidget) -> list[str]:
    """Visible parts that reach over the right edge of the page."""
    over = []
    for part in widget.findChildren(QWidget):
        if part.isVisibleTo(widget) and part.window() is widget.window():
            right = part.mapTo(widget, QPoint(part.width(), 0)).x()
            if right > widget.width() + 1:
                over.append(f"{type(part).__name__} {part.accessibleName()} {right}")
    return over


@pytest.fixture
def allowed() -> set[str]:
    """Read before the language changes."""
    return content() | UNITS


@pytest.fixture
def large_look(qapp: object, allowed: set[str]) -> Look:
    """200 % text, in the language twice as long."""
    del qapp, allowed
    use_catalogue(PseudoTranslations())
    return Look(resources(), ThemeChoice.LIGHT, text_scale=2.0, reduce_motion=True)


@pytest.mark.parametrize("name", MAKERS)
def test_a_page(qtbot: QtBot, large_look: Look, allowed: set[str], name: str) -> None:
    view, _rail, dialog = page(name, large_look, TODAY)
    qtbot.addWidget(view)
    view.resize(1280, 800)
    view.show()
    QApplication.processEvents()
    shown = view if dialog is None else dialog(view)
    shown.show()
    QApplication.processEvents()
    # What stands in a person's file or note, the file's path and the sentence about it are theirs.
    theirs = set(
        re.findall(r"[a-z]+", "home ada local share trainer toml routines ball needs more air wall by the door")
    )
    if name in ("broken", "trouble"):
        theirs |= {word.lower() for text in texts(shown) if "/" in text or "=" in text for word in WORD.findall(text)}
    assert untranslated(shown, allowed | theirs) == []
    assert sideways(shown) == []
    shown.close()
    view.close()


def _lead_in(running: Running) -> None:
    running.driver.pause()
    running.driver.resume()


def _away(running: Running) -> None:
    running.clock.sleep(60)
    running.driver.tick()


MOMENTS: dict[str, Callable[[Running], object]] = {
    "get ready": lambda running: running.driver.tick(),
    "work": lambda running: running.go_to_kind(PhaseKind.WORK),
    "to fetch": lambda running: running.driver.jump(
        next(step.index for step in running.driver.timeline.steps if step.exercise == "reverse_fly")
    ),
    "rest": lambda running: running.go_to_kind(PhaseKind.REST),
    "switch": lambda running: running.go_to_kind(PhaseKind.SWITCH_SIDES),
    "paused": lambda running: running.driver.pause(),
    "lead-in": _lead_in,
    "away": _away,
}


@pytest.mark.parametrize("waits", [False, True], ids=["timed", "waiting"])
@pytest.mark.parametrize("distance", [False, True], ids=["desk", "distance"])
@pytest.mark.parametrize("size", [(1280, 800), (1920, 1080), (3840, 2160)], ids=str)
def test_the_player(
    qtbot: QtBot, large_look: Look, allowed: set[str], size: tuple[int, int], distance: bool, waits: bool
) -> None:
    window = MainWindow(large_look)
    qtbot.addWidget(window)
    player = Player(large_look, catalogue().exercises, catalogue().equipment)
    window.add_page(PageName.WORKOUT, lambda: player)
    window.open(PageName.WORKOUT)
    window.set_rail_visible(False)
    window.resize(*size)
    window.show()
    for name, act in MOMENTS.items():
        if waits and name in ("rest", "switch", "away"):
            continue
        running = Running(open_ended(planned()) if waits else planned())
        running.driver.primary()
        player.begin(running.driver)
        player.set_distance_shown(distance)
        act(running)
        QApplication.processEvents()
        assert untranslated(player, allowed) == [], name
        assert sideways(player) == [], name
        running.driver.stop()
        player.end()


def test_the_question_before_closing(qtbot: QtBot, large_look: Look, allowed: set[str]) -> None:
    from trainer.language import tr

    window = MainWindow(large_look)
    qtbot.addWidget(window)
    choices = (Choice("keep", tr("Keep for later")), Choice("discard", tr("Discard")))
    dialog = ChoiceDialog(large_look, tr("Close in the middle of a session?"), tr("Discard"), choices, window)
    dialog.open()
    assert untranslated(dialog, allowed) == []
    dialog.close()
    assert untranslated(window, allowed) == [], "the rail too"


def test_an_untranslated_word_would_be_found(qtbot: QtBot, large_look: Look, allowed: set[str]) -> None:
    del large_look
    label = QLabel("[Páûšéd Páûšéd] Untranslated")
    qtbot.addWidget(label)
    label.show()
    assert untranslated(label, allowed) == ["'[Páûšéd Páûšéd] Untranslated': ['Untranslated']"]
