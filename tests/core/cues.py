"""Sessions to be coached: any timelines, words of any length, a listener who notes what is said, and what must hold."""

from collections.abc import Sequence
from typing import Any

from hypothesis import strategies as st

from tests.core.samples import EXERCISES, Person, routine
from trainer.core.cue_director import CueDirector
from trainer.core.cue_lines import (
    CueLine,
    Detail,
    Encouragement,
    Fetch,
    Halfway,
    Line,
    Next,
    SwitchSides,
    TenSecondsLeft,
    Verbosity,
)
from trainer.core.cue_schedule import MOST_LINES, WINDOW, PlannedLine, Speaker, places, plan_lines, planned_tones
from trainer.core.routine import Step
from trainer.core.session import SessionEngine
from trainer.core.snapshot import Snapshot
from trainer.core.speech_pace import SpeechPace
from trainer.core.timeline import Timeline, compile_timeline
from trainer.core.tones import COUNTS, TONE_SECONDS, TimedTone

EPSILON = 1e-6


def words(line: Line) -> str:
    """As long as real lines are."""
    match line:
        case Next(exercise=name, detail=detail):
            ways = {
                Detail.POSITION: f"Next: {name} in a form, prone",
                Detail.FORM: f"Next: {name} in a form",
                Detail.NAME: f"Next: {name}",
                Detail.BRIEF: f"{name}, left side",
            }
            return ways[detail]
        case SwitchSides(brief=brief):
            return "right side" if brief else "Now your right side"
        case Fetch():
            return "You need 2 dumbbells"
        case CueLine(text=text):
            return f"{text}, and do it slowly"
        case Halfway():
            return "Halfway"
        case TenSecondsLeft():
            return "Ten seconds left"
        case Encouragement():
            return "Keep it steady"


_WAIT = st.integers(0, 40)
_STEPS = st.builds(
    Step, st.sampled_from(sorted(EXERCISES)), seconds=st.integers(10, 300), get_ready=st.none() | _WAIT, rest=_WAIT
)
coached: st.SearchStrategy[Timeline] = st.builds(
    lambda steps, rounds, scale: compile_timeline(
        routine(*steps, rounds=rounds, rest_between_rounds=20), EXERCISES, get_ready_scale=scale
    ),
    st.lists(_STEPS, min_size=1, max_size=5),
    st.integers(1, 2),
    st.sampled_from([0.0, 0.5, 1.0, 2.0]),
)
speakers: st.SearchStrategy[Speaker] = st.builds(
    Speaker, st.just(words), st.floats(0.6, 1.6).map(SpeechPace), st.sampled_from([Verbosity.FULL, Verbosity.NAMES])
)


def whole_schedule(plan: Timeline, speaker: Speaker) -> tuple[tuple[PlannedLine, ...], tuple[TimedTone, ...]]:
    """Lines and tones of a session that runs through."""
    now = SessionEngine(plan).snapshot(0.0)
    return plan_lines(plan, EXERCISES, now, speaker), planned_tones(plan, places(plan, now))


def sounding(tones: Sequence[TimedTone]) -> list[tuple[float, float]]:
    """When tones sound; a count counts as one sound from its first tone to its end."""
    return [(one.at, one.at + (1.0 if one.tone in COUNTS else TONE_SECONDS[one.tone])) for one in tones]


def overlaps(spans: Sequence[tuple[float, float]], others: Sequence[tuple[float, float]]) -> list[Any]:
    return [
        (one, other) for one in spans for other in others if one[0] < other[1] - EPSILON and other[0] < one[1] - EPSILON
    ]


def crowded(begun: Sequence[float]) -> list[float]:
    """The beginnings of intervals of WINDOW seconds with more than MOST_LINES lines."""
    return [at for n, at in enumerate(begun[:-MOST_LINES]) if begun[n + MOST_LINES] - at < WINDOW - EPSILON]


class Listener:
    """Follows a person's session and keeps every line with the moment it began, on the session's clock."""

    def __init__(self, plan: Timeline, speaker: Speaker | None = None) -> None:
        self.speaker = speaker or Speaker(words, SpeechPace())
        self.person = Person(SessionEngine(plan))
        self.director = CueDirector(plan, EXERCISES, self.speaker)
        self.spoken: list[tuple[Snapshot, PlannedLine]] = []
        self.cancelled: list[float] = []
        self.give("start")

    def give(self, command: str, *arguments: object) -> None:
        if self.director.follow(self.person.give(command, *arguments)):
            self.cancelled.append(self.person.snapshot().at)
        self.listen()

    def wait(self, seconds: float, *, tick: float = 0.05, busy: bool = False) -> None:
        for _ in range(round(seconds / tick)):
            self.director.follow(self.person.wait(tick))
            self.listen(busy=busy)

    def listen(self, *, busy: bool = False) -> None:
        now = self.person.snapshot()
        line = self.director.due(now, busy=busy)
        if line is not None:
            self.spoken.append((now, line))

    def said(self) -> list[Line]:
        return [line.line for _, line in self.spoken]

    def times(self) -> list[tuple[float, Line]]:
        return [(round(now.at, 2), line.line) for now, line in self.spoken]
