"""The room beside the clock: whom the figure follows, which way round, from which side, and what is said under it."""

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.examples import catalogue
from tests.ui.figure.conftest import MOVES, InHand
from tests.ui.workout.conftest import Begin
from tests.ui.workout.running import Running
from trainer.core.exercise import Exercise, Variant
from trainer.core.preferences import ThemeChoice
from trainer.core.snapshot import Snapshot
from trainer.core.timeline import PhaseKind, Side, compile_timeline
from trainer.resources import resources
from trainer.ui.figure.darkroom import Darkroom
from trainer.ui.figure.subject import Subject, subject_of
from trainer.ui.figure.view import FigureView
from trainer.ui.jobs import Jobs
from trainer.ui.theme.look import Look
from trainer.ui.workout.figure_room import FigureRoom
from trainer.ui.workout.stage_view import StageView

SUBJECTS: dict[tuple[str, str], Subject] = {}


def subject(exercise: Exercise, variant: Variant | None) -> Subject | None:
    if exercise.id not in MOVES.ids():
        return None
    key = (exercise.id, variant.id if variant else "")
    return SUBJECTS.setdefault(key, subject_of(MOVES.move(exercise.id), exercise, variant))


@pytest.fixture
def jobs(qapp: object) -> Iterator[Jobs]:
    del qapp
    made = Jobs(executor=InHand())
    yield made
    made.close()


class Watched:
    """What the room asks of its figure."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.mirrored: bool | None = None
        self.second: float | None = None
        self.from_second = False
        self.dimmed = False
        self.moment: Callable[[], float] | None = None
        monkeypatch.setattr(FigureView, "set_mirrored", lambda _self, on: setattr(self, "mirrored", on))
        monkeypatch.setattr(FigureView, "set_second_side", lambda _self, turn: setattr(self, "second", turn))
        monkeypatch.setattr(FigureView, "look_from_second", lambda _self, on: setattr(self, "from_second", on))
        monkeypatch.setattr(FigureView, "set_dimmed", lambda _self, on: setattr(self, "dimmed", on))
        monkeypatch.setattr(FigureView, "follow", lambda _self, moment: setattr(self, "moment", moment))

    def keeps_second(self) -> bool:
        """Whether pictures from a second side are wanted."""
        return self.second is not None

    def is_mirrored(self) -> bool:
        assert self.mirrored is not None
        return self.mirrored

    def seconds(self) -> float:
        """The moment that the figure shows now."""
        assert self.moment is not None
        return self.moment()


@pytest.fixture
def figure(monkeypatch: pytest.MonkeyPatch) -> Watched:
    return Watched(monkeypatch)


@pytest.fixture
def stage(figure: Watched, jobs: Jobs, qtbot: QtBot) -> StageView:
    del figure
    look = Look(resources(), ThemeChoice.LIGHT, reduce_motion=True)
    made = StageView(look, catalogue().exercises, FigureRoom(look, jobs, subject, Darkroom()))
    qtbot.addWidget(made)
    made.resize(1280, 800)
    return made


def follow(stage: StageView, running: Running) -> None:
    """Show the stage every moment of a session, as the player does."""
    stage.start(running.driver.timeline)
    stage.room.follow(running.driver.snapshot, running.driver.timeline)

    def show(now: Snapshot) -> None:
        stage.show_stage(running.words.stage(now), now, running.driver.primary_action)

    running.driver.changed.connect(show)
    show(running.now)


def at(running: Running, exercise_id: str, kind: PhaseKind = PhaseKind.WORK) -> None:
    running.driver.jump(next(s.index for s in running.driver.timeline.steps if s.exercise == exercise_id))
    running.go_to_kind(kind)


def test_work_begins_with_the_first_repetition_from_the_moves_own_side(
    stage: StageView, figure: Watched, begin: Begin
) -> None:
    running = begin()
    follow(stage, running)
    at(running, "reverse_fly", PhaseKind.GET_READY)
    assert figure.seconds() < 0.1
    assert figure.keeps_second()
    running.go_to_kind(PhaseKind.WORK)
    assert figure.seconds() == running.now.elapsed < 1.0
    assert not figure.keeps_second()
    running.go(7.5)
    assert figure.seconds() == running.now.elapsed
    assert stage.room.beat.beat.count == "Rep 2"


def test_while_the_person_gets_set_the_move_is_shown_from_two_sides_and_then_stands(
    stage: StageView, figure: Watched, begin: Begin
) -> None:
    running = begin()
    follow(stage, running)
    running.go_to_kind(PhaseKind.REST)
    sides: list[bool] = []
    words: list[str] = []
    moments: list[float] = []
    while running.now.phase.kind is not PhaseKind.WORK:
        moments.append(figure.seconds())
        sides.append(figure.from_second)
        words.append(stage.room.beat.beat.words)
        running.go(0.25)
    turns = [now for before, now in zip([False, *sides], sides, strict=False) if now is not before]
    assert turns == [True, False]  # to the second side, and back to stand ready
    assert set(words) == {"In slow motion", ""}
    assert moments[-1] == pytest.approx(0.0, abs=1e-5)
    figure.seconds()
    assert not figure.from_second


def test_a_pause_freezes_the_figure_and_its_tempo(stage: StageView, figure: Watched, begin: Begin) -> None:
    running = begin()
    follow(stage, running)
    at(running, "back_bow")
    running.go(3.0)
    running.driver.pause()
    frozen, beat = figure.seconds(), stage.room.beat.beat
    assert figure.dimmed
    running.go(20.0)
    assert figure.seconds() == frozen
    assert stage.room.beat.beat == beat
    running.driver.resume()
    running.go(2.0)
    assert figure.seconds() == frozen  # it leads in
    running.go(2.0)
    assert figure.seconds() > frozen
    assert not figure.dimmed


@pytest.mark.parametrize("left_first", [True, False])
def test_an_alternating_move_begins_with_the_side_the_session_starts_with(
    stage: StageView, figure: Watched, begin: Begin, left_first: bool
) -> None:
    entry = catalogue().routine("upper-and-lower-back")
    assert entry is not None
    running = begin(compile_timeline(entry.routine, catalogue().exercises, start_left=left_first))
    follow(stage, running)
    at(running, "russian_twist")
    assert figure.is_mirrored() is left_first  # a mirror shows the left on the left
    assert stage.room.beat.beat.words == ("Left 1" if left_first else "Right 1")
    at(running, "hip_circles")
    assert running.now.side is (Side.LEFT if left_first else Side.RIGHT)
    assert figure.is_mirrored() is left_first
    running.go_to_kind(PhaseKind.SWITCH_SIDES)
    assert figure.is_mirrored() is not left_first
    at(running, "back_bow")
    assert figure.is_mirrored()  # both at once: nothing to begin with


def test_followed_like_another_person_it_is_not_flipped_and_at_once(
    stage: StageView, figure: Watched, begin: Begin
) -> None:
    running = begin()
    follow(stage, running)
    at(running, "reverse_fly")
    assert figure.is_mirrored()
    stage.room.set_like_mirror(False)
    assert not figure.is_mirrored()
    at(running, "roll_down")  # from behind
    assert not figure.is_mirrored()
    stage.room.set_like_mirror(True)
    assert not figure.is_mirrored()


def test_what_is_said_under_the_figure_takes_its_room_whatever_it_says(
    stage: StageView, begin: Begin, qtbot: QtBot
) -> None:
    running = begin()
    stage.show()
    qtbot.waitExposed(stage)
    follow(stage, running)
    places = set()
    for exercise_id in ("march_in_place", "back_bow", "roll_down"):
        for kind in (PhaseKind.GET_READY, PhaseKind.WORK):
            at(running, exercise_id, kind)
            stage.grab()
            places.add((stage.room.figure.geometry().getRect(), stage.room.beat.geometry().getRect()))
    assert len(places) == 1


def test_assistive_technology_finds_the_tempo_and_is_not_told_each_second(
    stage: StageView, begin: Begin, monkeypatch: pytest.MonkeyPatch
) -> None:
    running = begin()
    follow(stage, running)
    at(running, "reverse_fly")
    beat = stage.room.beat
    assert beat.accessibleName() == "Tempo"
    assert beat.accessibleDescription() == "Up 2, Hold 1, Down 2"
    told: list[str] = []
    monkeypatch.setattr(beat, "setAccessibleDescription", told.append)
    running.go(20.0)
    assert told == []


def test_an_exercise_without_a_move_has_no_tempo(
    stage: StageView, begin: Begin, monkeypatch: pytest.MonkeyPatch
) -> None:
    running = begin()
    follow(stage, running)
    at(running, "back_bow")
    assert stage.room.beat.beat.words
    monkeypatch.setattr(stage.room, "_subject_of", lambda _exercise, _variant: None)
    at(running, "roll_down")
    assert not stage.room.has_figure
    running.go(3.0)
    assert stage.room.beat.beat.words == ""
