"""The coach's voice: what it is given to say in a session that a fake clock moves."""

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.core.samples import EQUIPMENT, EXERCISES, timeline
from tests.fakes import FakeClock
from tests.ui.listening import heard
from trainer.core.cue_lines import Verbosity
from trainer.core.routine import Step
from trainer.core.session import SessionEngine
from trainer.core.speech_pace import SpeechPace
from trainer.sound.voice import Report, VoiceChoice
from trainer.ui.workout.coach_voice import OPEN_AFTER_MS, CoachVoice
from trainer.ui.workout.session_driver import SessionDriver
from trainer.ui.workout.spoken_text import SpokenText

STEPS = (Step("bow", seconds=60, get_ready=10), Step("fly", seconds=60, get_ready=10))


class FakeVoice:
    """A Voice that writes down what it is told; a line is said until `finish` or the next."""

    def __init__(self, *, problem: str = "") -> None:
        self._problem_on_opening = problem
        self.available = self.speaking = False
        self.problem = ""
        self.said: list[str] = []
        self.told: list[str] = []  # lines and calls, in order
        self.reports: list[Report] = []
        self.engines: tuple[str, ...] = ()
        self.voices: tuple[str, ...] = ()

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

    def close(self) -> bool:
        self.told.append("close")
        return True

    def choose(self, choice: VoiceChoice) -> None:
        """All the same to it."""

    def listen(self, changed: Callable[[], None]) -> None:
        """Nothing to tell."""

    def take_reports(self) -> tuple[Report, ...]:
        reports, self.reports = tuple(self.reports), []
        return reports

    def finish(self) -> None:
        self.speaking = False


class Session:
    """A session of two steps with its coach."""

    def __init__(self, clock: FakeClock, voice: FakeVoice) -> None:
        self.clock = clock
        self.voice = voice
        self.driver = SessionDriver(SessionEngine(timeline(*STEPS)), clock)
        self.pace = SpeechPace()
        self.coach = CoachVoice(self.driver, voice, EXERCISES, SpokenText(EXERCISES, EQUIPMENT), self.pace, self.driver)

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
        session.coach.set_verbosity(Verbosity.SILENT)


@pytest.fixture
def session(qtbot: QtBot, new_session: NewSession, voice: FakeVoice) -> Session:
    """Begun, its coach enabled and the voice open."""
    session = new_session(voice)
    begin(qtbot, session)
    return session


def begin(qtbot: QtBot, session: Session) -> None:
    session.coach.set_verbosity(Verbosity.FULL)
    session.driver.primary()
    qtbot.waitUntil(lambda: "open" in session.voice.told, timeout=OPEN_AFTER_MS * 20)
    session.driver.tick()


def test_it_says_a_step_as_behaviour_tells(session: Session, voice: FakeVoice) -> None:
    session.wait(71)
    assert voice.said == [
        "Next: Bow, face down",
        "do 1",
        "safety 1",
        "easier 1",
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


def test_it_falls_silent_before_a_tone(session: Session, voice: FakeVoice) -> None:
    session.wait(66.75)
    voice.speaking = True  # a line that takes ever so long
    del voice.told[:]
    session.clock.advance(0.2)  # the last three seconds begin in a twentieth
    session.driver.tick()
    assert voice.told == ["stop"]


def test_it_learns_how_fast_the_voice_is(session: Session, voice: FakeVoice) -> None:
    before = session.pace.seconds("Halfway")
    voice.reports = [Report("Halfway", 3.0)] * 3
    session.wait(0.25)
    assert session.pace.seconds("Halfway") > before * 1.5
    assert voice.reports == []


def test_names_and_sides_only(session: Session, voice: FakeVoice) -> None:
    session.coach.set_verbosity(Verbosity.NAMES)
    session.wait(75)
    assert voice.said == ["Next: Bow, face down", "Next: Fly, standing"]


def test_a_pause_says_nothing(session: Session, voice: FakeVoice) -> None:
    session.wait(5)
    session.driver.pause()
    session.wait(60)
    assert voice.said == ["Next: Bow, face down"]


def test_disabled_it_is_silent_at_once_and_enabled_it_goes_on_with_the_next_line(
    qtbot: QtBot, session: Session, voice: FakeVoice
) -> None:
    session.wait(13)
    session.coach.set_verbosity(Verbosity.SILENT)
    assert voice.told[-1] == "stop"
    session.wait(20)
    assert voice.said[-1] == "do 1"
    session.coach.set_verbosity(Verbosity.FULL)
    qtbot.waitUntil(lambda: voice.told.count("open") == 2)
    session.wait(10)
    assert voice.said[-1] == "Halfway"
    assert "safety 1" not in voice.said


def test_disabled_it_opens_no_voice(qtbot: QtBot, new_session: NewSession, voice: FakeVoice) -> None:
    session = new_session(voice)
    session.driver.primary()
    qtbot.wait(OPEN_AFTER_MS * 2)
    session.wait(30)
    assert voice.told == []


def test_the_voice_opens_after_the_first_frame(qtbot: QtBot, new_session: NewSession, voice: FakeVoice) -> None:
    session = new_session(voice)
    session.coach.set_verbosity(Verbosity.FULL)
    session.driver.primary()
    assert voice.told == []
    qtbot.waitUntil(lambda: voice.told[:1] == ["open"])


def test_a_problem_is_told_once_each_time_it_is_enabled(qtbot: QtBot, new_session: NewSession) -> None:
    session = new_session(FakeVoice(problem="There is no voice."))
    told = heard(session.coach.problem_met)
    begin(qtbot, session)
    session.wait(30)
    assert told == [("There is no voice.",)]
    session.coach.set_verbosity(Verbosity.SILENT)
    session.coach.set_verbosity(Verbosity.FULL)
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
