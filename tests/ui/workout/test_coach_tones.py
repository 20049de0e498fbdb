"""A session's tones: what the player is given, and what the eyes are told, in a session that a fake clock moves."""

from collections.abc import Iterator, Sequence

import pytest
from pytestqt.qtbot import QtBot

from tests.core.samples import timeline
from tests.fakes import FakeClock
from tests.ui.listening import heard
from trainer.core.routine import Step
from trainer.core.session import SessionEngine
from trainer.core.tones import TimedTone, Tone
from trainer.ui.workout.coach_tones import CoachTones
from trainer.ui.workout.session_driver import SessionDriver


class FakePlayer:
    """A TonePlayer that writes down what is planned, on the clock."""

    def __init__(self, clock: FakeClock) -> None:
        self.clock = clock
        self.problem = ""
        self.planned: list[tuple[float, Tone]] = []
        self.told: list[str] = []

    def set_volume(self, volume: float) -> None:
        """All the same to it."""

    def begin(self) -> None:
        self.told.append("begin")

    def plan(self, tones: Sequence[TimedTone]) -> None:
        self.planned = [(round(self.clock.monotonic() - 1000 + one.at, 3), one.tone) for one in tones]

    def end(self) -> None:
        self.told.append("end")

    def close(self) -> None:
        self.told.append("close")


class Session:
    def __init__(self, clock: FakeClock) -> None:
        self.clock = clock
        self.player = FakePlayer(clock)
        self.driver = SessionDriver(SessionEngine(timeline(Step("bow", seconds=40, get_ready=10))), clock)
        self.tones = CoachTones(self.driver, self.player, self.driver)

    def wait(self, seconds: float) -> None:
        for _ in range(round(seconds * 4)):
            self.clock.advance(0.25)
            self.driver.tick()


@pytest.fixture
def session(qtbot: QtBot, clock: FakeClock) -> Iterator[Session]:
    del qtbot
    session = Session(clock)
    session.tones.set_enabled(True)
    session.driver.primary()
    yield session
    session.driver.stop()
    session.tones.stop()


def test_the_player_has_each_phase_ahead(session: Session) -> None:
    assert session.player.told == ["begin"]
    assert session.player.planned == [(7, Tone.LEAD_IN), (8, Tone.LEAD_IN), (9, Tone.LEAD_IN), (10, Tone.START)]
    session.wait(10)
    assert session.player.planned == [
        (10, Tone.START),  # which the player has begun by now
        (30, Tone.HALFWAY),
        (47, Tone.LAST_SECONDS),
        (48, Tone.LAST_SECONDS),
        (49, Tone.LAST_SECONDS),
        (50, Tone.FINISH),
    ]


def test_a_pause_takes_all_back_and_the_lead_in_counts(session: Session) -> None:
    session.wait(15)
    session.driver.pause()
    assert session.player.planned == []
    session.wait(5)
    session.driver.resume()
    assert session.player.planned == [(20, Tone.LEAD_IN), (21, Tone.LEAD_IN), (22, Tone.LEAD_IN), (23, Tone.START)]
    session.wait(3)
    assert (38, Tone.HALFWAY) in session.player.planned


def test_ten_seconds_more_move_what_is_to_come(session: Session) -> None:
    session.wait(15)
    session.driver.adjust(10)
    assert session.player.planned == [
        (35, Tone.HALFWAY),
        (57, Tone.LAST_SECONDS),
        (58, Tone.LAST_SECONDS),
        (59, Tone.LAST_SECONDS),
        (60, Tone.FINISH),
    ]


def test_a_session_that_is_done_ends_with_its_tone_and_one_broken_off_with_none(session: Session) -> None:
    session.wait(50)
    assert session.player.planned == [(50, Tone.FINISH)]
    assert session.player.told == ["begin", "end"]


def test_one_broken_off_ends_with_none(session: Session) -> None:
    session.wait(20)
    session.driver.finish()
    assert session.player.planned == []
    assert session.player.told == ["begin", "end"]


def test_disabled_nothing_is_planned_and_enabled_it_goes_on(session: Session) -> None:
    session.tones.set_enabled(False)
    assert session.player.planned == []
    session.wait(12)
    still = list(session.player.planned)
    session.tones.set_enabled(True)
    assert [*still, session.player.planned[0]] == [(30, Tone.HALFWAY)]
    assert session.player.told == ["begin", "end", "begin"]


def test_eyes_are_told_at_the_moment_whether_it_is_heard_or_not(qtbot: QtBot, session: Session) -> None:
    session.tones.set_enabled(False)
    sounded = heard(session.tones.sounded)
    session.wait(6.99)
    session.clock.advance(0.01)
    session.driver.tick()
    qtbot.waitUntil(lambda: sounded == [(Tone.LEAD_IN,)])


def test_a_problem_is_told_once(session: Session) -> None:
    problems = heard(session.tones.problem_met)
    session.player.problem = "There is no sound."
    session.wait(30)
    assert problems == [("There is no sound.",)]
