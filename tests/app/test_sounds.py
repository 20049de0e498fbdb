"""The coach of a session as the preferences say, and what Settings offers of the voice."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from msgspec import structs
from pytestqt.qtbot import QtBot

from tests.core.samples import EQUIPMENT, EXERCISES, timeline
from tests.fakes import FakeClock
from tests.ui.listening import heard
from trainer.app.settings_desk import offer_of
from trainer.app.sounds import Sounds, voice_choice
from trainer.core.preferences import Preferences, Spoken
from trainer.core.routine import Step
from trainer.core.session import SessionEngine
from trainer.core.tones import TimedTone, Tone
from trainer.library.catalogue import Catalogue, load_catalogue
from trainer.resources import resources
from trainer.sound.voice import Report, SilentVoice, VoiceChoice
from trainer.ui.workout.session_driver import SessionDriver


class FakeVoice:
    """A Voice that is there at once and writes down what it is told."""

    def __init__(self) -> None:
        self.available, self.speaking = True, False
        self.problem = ""
        self.engines, self.voices = ("speechd",), ("English",)
        self.said: list[str] = []
        self.choice = VoiceChoice()

    def choose(self, choice: VoiceChoice) -> None:
        self.choice = choice

    def listen(self, changed: Callable[[], None]) -> None:
        """Nothing changes."""

    def open(self) -> None:
        """Open already."""

    def say(self, text: str) -> None:
        self.said.append(text)

    def stop(self) -> None:
        """Silent already."""

    def take_reports(self) -> tuple[Report, ...]:
        return ()

    def close(self) -> bool:
        return True


class FakeTones:
    """A TonePlayer that keeps its last plan."""

    def __init__(self) -> None:
        self.problem = ""
        self.volume = -1.0
        self.open = False
        self.planned: list[Tone] = []

    def set_volume(self, volume: float) -> None:
        self.volume = volume

    def begin(self) -> None:
        self.open = True

    def plan(self, tones: Sequence[TimedTone]) -> None:
        self.planned = [one.tone for one in tones]

    def end(self) -> None:
        self.open = False

    def close(self) -> None:
        self.open = False


class Session:
    def __init__(self, clock: FakeClock, catalogue: Catalogue) -> None:
        self.voice, self.tones = FakeVoice(), FakeTones()
        self.sounds = Sounds(self.voice, self.tones)
        self.clock = clock
        self.catalogue = structs.replace(catalogue, exercises=EXERCISES, equipment=EQUIPMENT)
        self.driver = SessionDriver(SessionEngine(timeline(Step("bow", seconds=60, get_ready=10))), clock)

    def begin(self, preferences: Preferences) -> None:
        self.sounds.begin(self.driver, self.catalogue, preferences)
        self.driver.primary()

    def wait(self, qtbot: QtBot, seconds: float) -> None:
        qtbot.wait(200)  # the voice opens after the first frame
        for _ in range(round(seconds * 4)):
            self.clock.advance(0.25)
            self.driver.tick()


@pytest.fixture
def session(qtbot: QtBot, clock: FakeClock, tmp_path: Path) -> Iterator[Session]:
    del qtbot
    session = Session(clock, load_catalogue(resources(), tmp_path / "routines", tmp_path / "cache"))
    yield session
    session.sounds.end()
    session.driver.stop()


def test_everything_is_heard_as_chosen(qtbot: QtBot, session: Session) -> None:
    session.begin(Preferences(voice_rate=-50, voice_volume=40, voice_name="Anne", tone_volume=30))
    session.wait(qtbot, 15)
    assert session.voice.said == ["Next: Bow, face down", "do 1"]
    assert session.voice.choice == VoiceChoice("", "Anne", -0.5, 0.4)
    assert (session.tones.open, session.tones.volume) == (True, 0.3)
    assert Tone.HALFWAY in session.tones.planned


def test_names_alone_and_no_tones(qtbot: QtBot, session: Session) -> None:
    session.begin(Preferences(spoken=Spoken.NAMES, tones=False))
    session.wait(qtbot, 30)
    assert session.voice.said == ["Next: Bow, face down"]
    assert (session.tones.open, session.tones.planned) == (False, [])


def test_what_changes_in_a_session_holds_at_once(qtbot: QtBot, session: Session) -> None:
    session.begin(Preferences(voice=False, tones=False))
    session.wait(qtbot, 10)
    assert session.voice.said == []
    session.sounds.take(Preferences())
    session.wait(qtbot, 10)
    assert session.voice.said[-1] == "do 1"
    assert session.tones.open


def test_the_flash_is_due_with_every_tone_if_it_is_wanted(qtbot: QtBot, session: Session) -> None:
    due = heard(session.sounds.flash_due)
    session.begin(Preferences(tones=False, flash=True))
    session.wait(qtbot, 6.75)
    session.clock.advance(0.25)
    session.driver.tick()
    qtbot.waitUntil(lambda: due == [(Tone.LEAD_IN,)])
    session.sounds.take(Preferences(tones=False))
    session.wait(qtbot, 1)
    qtbot.wait(30)
    assert len(due) == 1


def test_a_problem_with_the_tones_is_told_once_a_run(qtbot: QtBot, session: Session) -> None:
    told = heard(session.sounds.tones_problem_met)
    session.tones.problem = "There is no sound."
    session.begin(Preferences())
    session.wait(qtbot, 12)
    session.sounds.end()
    session.sounds.begin(session.driver, session.catalogue, Preferences())
    session.wait(qtbot, 12)
    assert told == [("There is no sound.",)]


def test_the_voice_chosen() -> None:
    chosen = Preferences(voice_engine="flite", voice_name="Anne", voice_rate=100, voice_volume=0)
    assert voice_choice(chosen) == VoiceChoice("flite", "Anne", 1.0, 0.0)


def test_settings_offers_what_there_is_or_says_why_nothing() -> None:
    assert offer_of(FakeVoice()).ready
    voice = FakeVoice()
    voice.available, voice.problem = False, "There is no voice."
    assert (offer_of(voice).ready, offer_of(voice).problem) == (False, "There is no voice.")
    assert "another speed" in offer_of(SilentVoice()).problem
