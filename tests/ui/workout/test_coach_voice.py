"""The coach's voice: what it is given to say in a session that a fake clock moves."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.core.samples import EXERCISES, timeline
from tests.fakes import FakeClock
from tests.ui.listening import heard
from trainer.core.exercise import Posture
from trainer.core.routine import Step
from trainer.core.session import SessionEngine
from trainer.core.spoken_lines import MOST_WORDS, CueLine, Halfway, Line, Next, SwitchSides, TenSecondsLeft
from trainer.core.timeline import Side
from trainer.library.catalogue import load_catalogue
from trainer.resources import resources
from trainer.ui.workout.coach_voice import OPEN_AFTER_MS, CoachVoice, spoken_text
from trainer.ui.workout.session_driver import SessionDriver

STEPS = (Step("bow", seconds=60, get_ready=10), Step("fly", seconds=60, get_ready=10))


class FakeVoice:
    """A Voice that writes down what it is told; a line is said until `finish` or the next."""

    def __init__(self, *, problem: str = "") -> None:
        self._problem_on_opening = problem
        self.available = self.speaking = False
        self.problem = ""
        self.said: list[str] = []
        self.told: list[str] = []  # lines and calls, in order

    def open(self) -> None:
        self.told.append("open")
        self.problem = self._problem_on_opening
        self.available = not self.problem

    def say(self, text: str) -> None:
        self.said.append(text)
        self.told.append(text)
        self.speaking = True

    def stop(self) -> None:
        self.told.append("stop")
        self.speaking = False

    def close(self) -> None:
        self.told.append("close")

    def finish(self) -> None:
        self.speaking = False


class Session:
    """A session of two steps with its coach."""

    def __init__(self, clock: FakeClock, voice: FakeVoice) -> None:
        self.clock = clock
        self.voice = voice
        self.driver = SessionDriver(SessionEngine(timeline(*STEPS)), clock)
        self.coach = CoachVoice(self.driver, voice, EXERCISES, self.driver)

    def wait(self, seconds: float) -> None:
        for _ in range(round(seconds * 4)):
            self.clock.advance(0.25)
            self.driver.tick()
            if self.clock.monotonic() % 2 == 0:
                self.voice.finish()


NewSession = Callable[[FakeVoice], Session]


@pytest.fixture
def voice() -> FakeVoice:
    return FakeVoice()


@pytest.fixture
def new_session(qtbot: QtBot, clock: FakeClock) -> Iterator[NewSession]:
    """Makes sessions not begun yet; lets go of them afterwards."""
    del qtbot
    made: list[Session] = []

    def make(voice: FakeVoice) -> Session:
        made.append(Session(clock, voice))
        return made[-1]

    yield make
    for session in made:
        session.driver.stop()
        session.coach.set_enabled(False)


@pytest.fixture
def session(qtbot: QtBot, new_session: NewSession, voice: FakeVoice) -> Session:
    """Begun, its coach enabled and the voice open."""
    session = new_session(voice)
    begin(qtbot, session)
    return session


def begin(qtbot: QtBot, session: Session) -> None:
    session.coach.set_enabled(True)
    session.driver.primary()
    qtbot.waitUntil(lambda: "open" in session.voice.told, timeout=OPEN_AFTER_MS * 20)
    session.driver.tick()


def test_it_says_a_step_as_behaviour_tells(session: Session, voice: FakeVoice) -> None:
    session.wait(71)
    assert voice.said == [
        "Next: Bow, face down",
        "do 1",
        "safety 1",
        "Halfway",
        "Ten seconds left",
        "Next: Fly, standing",
    ]


@pytest.mark.parametrize(
    "end",
    [SessionDriver.pause, SessionDriver.next, SessionDriver.previous, SessionDriver.finish],
    ids=["pause", "next", "previous", "finish"],
)
def test_it_falls_silent_at_once(session: Session, voice: FakeVoice, end: Callable[[SessionDriver], None]) -> None:
    session.wait(13)
    assert voice.speaking
    del voice.told[:]
    end(session.driver)
    assert voice.told[0] == "stop"


def test_it_falls_silent_before_the_last_three_seconds(session: Session, voice: FakeVoice) -> None:
    session.wait(62)
    voice.speaking = True  # a line that takes ever so long
    session.wait(4)
    voice.speaking = True
    del voice.told[:]
    session.clock.advance(1)
    session.driver.tick()
    assert voice.told == ["stop"]


def test_a_pause_says_nothing(session: Session, voice: FakeVoice) -> None:
    session.wait(5)
    session.driver.pause()
    session.wait(60)
    assert voice.said == ["Next: Bow, face down"]


def test_disabled_it_is_silent_at_once_and_enabled_it_goes_on_with_the_next_line(
    qtbot: QtBot, session: Session, voice: FakeVoice
) -> None:
    session.wait(13)
    session.coach.set_enabled(False)
    assert voice.told[-1] == "stop"
    session.wait(20)
    assert voice.said[-1] == "do 1"
    session.coach.set_enabled(True)
    qtbot.waitUntil(lambda: voice.told.count("open") == 2)
    session.wait(10)
    assert voice.said[-2:] == ["do 1", "Halfway"]


def test_disabled_it_opens_no_voice(qtbot: QtBot, new_session: NewSession, voice: FakeVoice) -> None:
    session = new_session(voice)
    session.driver.primary()
    qtbot.wait(OPEN_AFTER_MS * 2)
    session.wait(30)
    assert voice.told == []


def test_the_voice_opens_after_the_first_frame(qtbot: QtBot, new_session: NewSession, voice: FakeVoice) -> None:
    session = new_session(voice)
    session.coach.set_enabled(True)
    session.driver.primary()
    assert voice.told == []
    qtbot.waitUntil(lambda: voice.told[:1] == ["open"])


def test_a_problem_is_told_once_each_time_it_is_enabled(qtbot: QtBot, new_session: NewSession) -> None:
    session = new_session(FakeVoice(problem="There is no voice."))
    told = heard(session.coach.problem_met)
    begin(qtbot, session)
    session.wait(30)
    assert told == [("There is no voice.",)]
    session.coach.set_enabled(False)
    session.coach.set_enabled(True)
    qtbot.waitUntil(lambda: session.voice.told.count("open") == 2)
    session.wait(1)
    assert told == [("There is no voice.",)] * 2
    assert session.voice.said == []


def test_a_voice_that_opens_late_says_the_name_while_there_is_time(qtbot: QtBot, new_session: NewSession) -> None:
    session = new_session(FakeVoice(problem="not yet"))
    begin(qtbot, session)
    session.wait(2.5)
    session.voice.available, session.voice.problem = True, ""
    session.wait(0.25)
    assert session.voice.said == ["Next: Bow, face down"]


@pytest.mark.parametrize(
    ("line", "text"),
    [
        (Next("bow", "", None, Posture.PRONE), "Next: Bow, face down"),
        (Next("bow", "", None, Posture.PRONE, brief=True), "Bow"),
        (Next("fly", "one-arm", Side.LEFT, Posture.HINGED), "Next: Fly, one-arm, left side, bent forward"),
        (Next("fly", "one-arm", Side.RIGHT, Posture.HINGED, brief=True), "Fly, right side"),
        (SwitchSides(Side.LEFT), "Now your left side"),
        (SwitchSides(Side.RIGHT), "Now your right side"),
        (CueLine("Turn your ribs"), "Turn your ribs"),
        (Halfway(), "Halfway"),
        (TenSecondsLeft(), "Ten seconds left"),
    ],
)
def test_lines_in_words(line: Line, text: str) -> None:
    assert spoken_text(line, EXERCISES) == text


def test_every_shipped_exercise_can_be_named_in_nine_words(tmp_path: Path) -> None:
    exercises = load_catalogue(resources(), tmp_path, tmp_path).exercises
    for exercise in exercises.values():
        for form in ("", *(variant.id for variant in exercise.variants)):
            for side in (None, *Side):
                text = spoken_text(Next(exercise.id, form, side, exercise.posture), exercises)
                assert len(text.split()) <= MOST_WORDS, text


@pytest.mark.usefixtures("pseudo_language")
@pytest.mark.parametrize("posture", Posture)
def test_every_position_has_words(posture: Posture) -> None:
    text = spoken_text(Next("bow", "", None, posture), EXERCISES)
    assert posture.value not in text
