"""The player as it is used: what each key and button does to a real session, what it tells, and what is read out."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QListView, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.examples import catalogue
from tests.ui.listening import heard
from tests.ui.workout.conftest import Begin
from tests.ui.workout.running import Running, open_ended, planned
from trainer.core.events import SessionEnded, SkipUndone, VariantChanged
from trainer.core.preferences import ThemeChoice
from trainer.core.snapshot import SessionState
from trainer.core.timeline import PhaseKind
from trainer.resources import resources
from trainer.ui.theme.look import Look
from trainer.ui.workout import player as player_module
from trainer.ui.workout.player import Player
from trainer.ui.workout.player_keys import Intent

Show = Callable[[Running], Player]


@pytest.fixture
def player(qtbot: QtBot) -> Player:
    look = Look(resources(), ThemeChoice.LIGHT, reduce_motion=True)
    shown = Player(look, catalogue().exercises, catalogue().equipment)
    qtbot.addWidget(shown)
    shown.resize(1280, 800)
    shown.show()
    return shown


@pytest.fixture
def show(player: Player) -> Show:
    def shown(running: Running) -> Player:
        player.begin(running.driver)
        QApplication.processEvents()
        return player

    return shown


@pytest.fixture
def announced(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is read out."""
    said: list[str] = []

    class Accessible:
        """In place of the desktop's bridge."""

        @staticmethod
        def updateAccessibility(event: object) -> None:
            assert hasattr(event, "message")
            said.append(event.message())

    monkeypatch.setattr(player_module, "QAccessible", Accessible)
    return said


def named(player: QWidget, name: str) -> QWidget:
    """The one visible widget of that accessible name."""
    found = [w for w in player.findChildren(QWidget) if w.accessibleName() == name and w.isVisible()]
    assert len(found) == 1, f"{len(found)} widgets named {name}"
    return found[0]


def described(player: Player, name: str) -> str:
    return named(player, name).accessibleDescription()


def in_work(running: Running) -> Running:
    """At work on the Russian Twist, which has an easier and a harder form."""
    running.driver.jump(next(step.index for step in planned().steps if step.exercise == "russian_twist"))
    running.driver.next()
    return running


# what assistive technology finds


@pytest.mark.parametrize("distance", [False, True], ids=["desk", "distance"])
def test_values_have_the_names_others_look_for(begin: Begin, show: Show, distance: bool) -> None:
    running = begin()
    player = show(running)
    player.set_distance_shown(distance)
    assert described(player, "Phase") == "get ready"
    in_work(running)
    assert described(player, "Phase") == "work"
    assert described(player, "Countdown") == "60 seconds left"
    assert described(player, "Current exercise") == "Russian Twist"
    assert described(player, "Cue") == (running.stage.cue_short if distance else running.stage.cue)
    running.go(12.5)
    assert described(player, "Countdown") == "48 seconds left"
    assert described(player, "Cue") == (running.stage.cue_short if distance else running.stage.cue)
    running.driver.pause()
    assert described(player, "Phase") == "paused"
    running.driver.resume()
    assert described(player, "Phase") == "get ready"
    running.go(3)
    running.go_to_kind(PhaseKind.REST)
    assert described(player, "Phase") == "rest"


@pytest.mark.parametrize(
    "name",
    ["Pause", "Next", "Previous", "Add 10 seconds", "Remove 10 seconds", "Easier", "Harder", "Distance mode", "Voice"],
)
def test_buttons_have_the_names_others_press(begin: Begin, show: Show, name: str) -> None:
    button = named(show(in_work(begin())), name)
    assert isinstance(button, QAbstractButton)
    interface = QAccessible.queryAccessibleInterface(button)
    assert interface.text(QAccessible.Text.Name) == name
    assert interface.role() in (QAccessible.Role.Button, QAccessible.Role.CheckBox)


def test_the_large_button_says_what_it_will_do(begin: Begin, show: Show) -> None:
    running = begin(started=False)
    player = show(running)
    named(player, "Start")
    running.driver.primary()
    named(player, "Pause")
    running.driver.pause()
    assert [b for b in player.findChildren(QAbstractButton) if b.accessibleName() == "Resume" and b.isVisible()]
    named(player, "Finish")


@pytest.mark.parametrize("plan", [open_ended(planned()), planned("gentle-back")], ids=["open", "reps"])
def test_a_step_that_waits_says_done(begin: Begin, show: Show, plan: object) -> None:
    running = begin(plan)
    player = show(running)
    running.go_to(lambda now: now.phase.kind is PhaseKind.WORK and now.length is None)
    step = running.now.step.index
    button = named(player, "Done")
    assert isinstance(button, QAbstractButton)
    assert "at your pace" in described(player, "Countdown")
    button.click()
    assert (running.now.step.index, running.now.phase.kind) != (step, PhaseKind.WORK)


def test_the_list_is_called_routine_and_its_rows_begin_with_the_exercise(begin: Begin, show: Show) -> None:
    player = show(in_work(begin()))
    rows = named(player, "Routine")
    assert isinstance(rows, QListView)
    model = rows.model()
    texts = [model.index(n, 0).data(Qt.ItemDataRole.AccessibleTextRole) for n in range(model.rowCount())]
    assert "Russian Twist, 60 s, now" in texts


def test_only_milestones_are_read_out(begin: Begin, show: Show, announced: list[str]) -> None:
    running = begin()
    show(running)
    running.driver.next()
    running.go(60)
    running.driver.finish()
    assert announced == ["March in Place", "Halfway", "Done"]


# what keys and buttons do


def test_space_pauses_resumes_and_completes(begin: Begin, show: Show) -> None:
    running = begin()
    player = show(running)
    assert player.handle(Intent.PRIMARY)
    assert running.state() is SessionState.PAUSED
    player.handle(Intent.PRIMARY)
    assert running.state() is SessionState.LEAD_IN
    player.handle(Intent.PRIMARY)
    assert running.state() is SessionState.PAUSED


def test_next_previous_undo_and_ten_seconds(begin: Begin, show: Show) -> None:
    running = in_work(begin())
    player, step = show(running), running.now.step.index
    player.handle(Intent.MORE)
    assert running.now.length == 70
    player.handle(Intent.LESS)
    player.handle(Intent.LESS)
    assert running.now.length == 50
    running.go(30)
    player.handle(Intent.PREVIOUS)
    assert (running.now.step.index, running.now.elapsed) == (step, 0)
    player.handle(Intent.PREVIOUS)
    assert running.now.step.index == step - 1
    player.handle(Intent.NEXT)
    player.handle(Intent.NEXT)
    assert running.now.step.index == step
    player.handle(Intent.UNDO)
    assert running.told(SkipUndone)


def test_easier_and_harder_are_offered_as_far_as_there_are_forms(begin: Begin, show: Show) -> None:
    running = in_work(begin())
    player = show(running)
    ladder = running.now.step.ladder
    for _ in ladder:
        player.handle(Intent.EASIER)
    assert running.now.rung == ladder[0]
    assert not named(player, "Easier").isEnabled()
    assert named(player, "Harder").isEnabled()
    for _ in ladder:
        player.handle(Intent.HARDER)
    assert running.now.rung == ladder[-1]
    assert not named(player, "Harder").isEnabled()
    assert len(running.told(VariantChanged)) >= len(ladder) - 1


def test_pause_only_ever_pauses(begin: Begin, show: Show) -> None:
    running = in_work(begin())
    player = show(running)
    for _ in range(2):
        player.handle(Intent.PAUSE)
        assert running.state() is SessionState.PAUSED


def test_escape_leaves_the_distance_then_pauses_and_never_ends(begin: Begin, show: Show) -> None:
    running = in_work(begin())
    player = show(running)
    toggled = heard(player.distance_toggled)
    player.handle(Intent.DISTANCE)
    shown = [player.at_distance]
    player.handle(Intent.ESCAPE)
    shown.append(player.at_distance)
    assert shown == [True, False]
    assert running.state() is SessionState.RUNNING
    for _ in range(5):
        assert player.handle(Intent.ESCAPE)
        assert running.state() is SessionState.PAUSED
    assert toggled == [(True,), (False,)]
    assert running.told(SessionEnded) == []


def test_what_is_not_the_sessions_is_told(begin: Begin, show: Show) -> None:
    player = show(in_work(begin()))
    voice, keys = heard(player.voice_toggled), heard(player.keys_requested)
    full, panel = heard(player.full_screen_requested), heard(player.panel_toggled)
    for intent in (Intent.VOICE, Intent.KEYS, Intent.FULL_SCREEN, Intent.PANEL, Intent.PANEL):
        assert player.handle(intent)
    assert (voice, keys, full, panel) == ([()], [()], [()], [(False,), (True,)])


def test_the_panel_comes_and_goes(begin: Begin, show: Show) -> None:
    player = show(in_work(begin()))
    button = named(player, "Hide the routine")
    assert isinstance(button, QAbstractButton)
    button.click()
    assert not player.stage.routine.isVisible()
    again = named(player, "Show the routine")
    assert isinstance(again, QAbstractButton)
    again.click()
    assert player.stage.routine.isVisible()


def test_in_a_narrow_window_the_routine_takes_the_moves_place(begin: Begin, show: Show) -> None:
    player = show(in_work(begin()))
    player.setMinimumSize(720, 480)  # the window's own: without, its layout would keep it wide
    player.resize(800, 600)
    QApplication.processEvents()
    assert not player.stage.routine.isVisible()
    assert player.handle(Intent.PANEL)
    assert player.stage.routine.isVisible()
    assert [b.accessibleName() for b in player.findChildren(QAbstractButton) if b.isVisible()].count("Pause") == 1


@pytest.mark.parametrize(
    ("name", "intent"),
    [
        ("Pause", Intent.PRIMARY),
        ("Next", Intent.NEXT),
        ("Previous", Intent.PREVIOUS),
        ("Add 10 seconds", Intent.MORE),
        ("Remove 10 seconds", Intent.LESS),
        ("Easier", Intent.EASIER),
        ("Harder", Intent.HARDER),
        ("Voice", Intent.VOICE),
        ("Distance mode", Intent.DISTANCE),
        ("Hide the routine", Intent.PANEL),
    ],
)
def test_a_click_asks_for_what_its_key_does(begin: Begin, show: Show, name: str, intent: Intent) -> None:
    player = show(in_work(begin()))
    pressed = heard(player.stage.pressed)
    QTest.mouseClick(named(player, name), Qt.MouseButton.LeftButton)
    assert pressed == [(intent,)]


def test_the_pause_box_restarts_skips_and_finishes(begin: Begin, show: Show) -> None:
    running = in_work(begin())
    player, step = show(running), running.now.step.index
    running.go(20)
    running.driver.pause()

    def click(name: str) -> None:
        button = named(player, name) if name == "Finish" else None
        found = button or next(b for b in player.findChildren(QAbstractButton) if b.text() == name and b.isVisible())
        QTest.mouseClick(found, Qt.MouseButton.LeftButton)

    click("Restart move")
    assert (running.now.step.index, running.now.phase.kind) == (step, PhaseKind.GET_READY)
    click("Skip move")
    assert running.now.step.index == step + 1
    click("Finish")
    assert running.state() is SessionState.ENDED


def test_a_click_on_a_row_jumps_there(begin: Begin, show: Show) -> None:
    running = in_work(begin())
    player = show(running)
    rows = player.stage.routine
    model = rows.model()
    place = next(n for n in range(model.rowCount()) if str(model.index(n, 0).data()).startswith("Kneeling Superman"))
    index = model.index(place, 0)
    rows.scrollTo(index)
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=rows.visualRect(index).center())
    assert running.now.step.name == "Kneeling Superman"


def test_distance_shows_the_present_at_once_and_no_controls(begin: Begin, show: Show) -> None:
    running = in_work(begin())
    player = show(running)
    running.go(8)
    player.handle(Intent.DISTANCE)
    QApplication.processEvents()
    assert described(player, "Countdown") == "52 seconds left"
    assert [b for b in player.findChildren(QAbstractButton) if b.isVisible()] == []
    running.go(2)
    player.handle(Intent.DISTANCE)
    assert described(player, "Countdown") == "50 seconds left"


def test_every_intent_is_legal_at_every_moment(begin: Begin, show: Show) -> None:
    reaches: list[Callable[[Running], object]] = [
        in_work,
        lambda running: running.driver.pause(),
        lambda running: running.driver.finish(),
    ]
    for reach in reaches:
        running = begin()
        player = show(running)
        reach(running)
        for intent in Intent:
            player.handle(intent)
            running.go(0.3)


def test_without_a_session_no_key_means_anything(begin: Begin, show: Show) -> None:
    player = show(in_work(begin()))
    player.end()
    assert not any(player.handle(intent) for intent in Intent)


def test_another_session_starts_afresh(begin: Begin, show: Show) -> None:
    first = in_work(begin())
    player = show(first)
    first.driver.finish()
    player.end()
    second = begin(planned("gentle-back"))
    show(second)
    assert described(player, "Current exercise") == second.stage.name
    first.go(3)
    assert described(player, "Current exercise") == second.stage.name
