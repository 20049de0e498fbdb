from datetime import UTC, datetime, timedelta

import fitdecode
import msgspec
import pytest
from hypothesis import assume, given, settings

from tests.exchange.fit_reading import named, read
from tests.workouts import TONING, example_workout, work, workouts
from trainer.core.progress import LoggedWorkout, ledger_of
from trainer.core.routine import BlockKind
from trainer.core.session_strip import Stretch, StretchKind
from trainer.core.timeline import PhaseKind
from trainer.core.workout import Workout
from trainer.exchange.fit_activity import fit_file
from trainer.exchange.fit_encoding import crc
from trainer.exchange.laps import laid_out


def logged(workout: Workout) -> LoggedWorkout:
    return LoggedWorkout(workout, ledger_of(workout))


def test_an_independent_reader_reads_the_same_workout() -> None:
    workout = msgspec.structs.replace(example_workout(), effort=7)
    messages = read(fit_file(logged(workout)))
    (file_id,) = named(messages, "file_id")
    assert (file_id["type"], file_id["manufacturer"], file_id["time_created"]) == (
        "activity", "development", workout.started,
    )  # fmt: skip
    (session,) = named(messages, "session")
    assert (session["start_time"], session["timestamp"]) == (workout.started, workout.ended)
    assert (session["total_timer_time"], session["total_elapsed_time"]) == (1800.0, 1845.0)
    assert session["total_calories"] == round(ledger_of(workout).mid)
    assert (session["sport"], session["sub_sport"]) == ("training", "strength_training")
    assert (session["sport_profile_name"], session["workout_rpe"]) == ("Upper and Lower Back", 70)
    laps = named(messages, "lap")
    assert session["num_laps"] == len(laps) == 2
    assert [(lap["start_time"], lap["total_timer_time"], lap["total_calories"]) for lap in laps] == [
        (lap.started, lap.seconds, lap.kcal) for lap in laid_out(logged(workout)).laps
    ]
    assert [event["event_type"] for event in named(messages, "event")] == ["start", "stop_all"]
    assert [record["calories"] for record in named(messages, "record")] == [0, laps[0]["total_calories"],
                                                                            session["total_calories"]]  # fmt: skip
    (activity,) = named(messages, "activity")
    assert activity["local_timestamp"] == workout.ended + timedelta(hours=1)  # type: ignore[operator]


def test_a_set_has_its_repetitions_and_load_and_a_rest_has_none() -> None:
    spans = (
        work(0, BlockKind.STRENGTH, "row", TONING, 40.0),
        msgspec.structs.replace(work(0, BlockKind.STRENGTH, "row", TONING, 20.0), kind=PhaseKind.REST),
    )
    step = msgspec.structs.replace(example_workout().steps[0], reps=12, load_kg=22.5)
    workout = msgspec.structs.replace(example_workout(), steps=(step,), spans=spans)
    messages = read(fit_file(logged(workout)))
    done, rest = named(messages, "set")
    assert (done["set_type"], done["duration"], done["repetitions"], done["weight"]) == ("active", 40.0, 12, 22.5)
    assert (rest["set_type"], rest["duration"]) == ("rest", 20.0)
    assert "repetitions" not in rest
    assert "weight" not in rest
    assert [lap["intensity"] for lap in named(messages, "lap")] == ["active", "rest"]


@pytest.mark.parametrize(
    ("kind", "sub_sport"),
    [
        (BlockKind.STRENGTH, "strength_training"),
        (BlockKind.CARDIO, "cardio_training"),
        (BlockKind.STRETCH, "flexibility_training"),
        (BlockKind.WARM_UP, "generic"),
    ],
)
def test_the_sport_is_what_most_of_it_was(kind: BlockKind, sub_sport: str) -> None:
    spans = (work(0, BlockKind.WARM_UP, "march", TONING, 500.0), work(2, kind, "row", TONING, 60.0))
    workout = msgspec.structs.replace(example_workout(), spans=spans)
    (session,) = named(read(fit_file(logged(workout))), "session")
    assert session["sub_sport"] == sub_sport


def test_a_long_name_is_cut_between_characters() -> None:
    workout = msgspec.structs.replace(example_workout(), routine_name="ü" * 40)
    (session,) = named(read(fit_file(logged(workout))), "session")
    assert session["sport_profile_name"] == "ü" * 31  # 63 bytes and the zero: the 32nd would be half there


def test_what_the_clock_of_the_format_cannot_say_is_refused() -> None:
    workout = msgspec.structs.replace(example_workout(), started=datetime(1998, 7, 2, tzinfo=UTC))
    with pytest.raises(ValueError, match="FIT clock"):
        fit_file(logged(workout))


def test_the_checksum_is_that_of_the_reader() -> None:
    data = bytes(range(256))
    assert crc(data) == fitdecode.utils.compute_crc(data)


@settings(max_examples=60, deadline=None)
@given(workout=workouts)
def test_any_workout_is_read_without_a_warning(workout: Workout) -> None:
    assume(workout.ended is None or workout.ended >= workout.started)
    messages = read(fit_file(logged(workout)))
    assert len(named(messages, "lap")) == len(laid_out(logged(workout)).laps)
    (session,) = named(messages, "session")
    assert session["start_time"] == workout.started.replace(microsecond=0)


def test_the_timer_stops_while_the_clock_stands() -> None:
    strip = (Stretch(StretchKind.WORK, 0, 100, 0), Stretch(StretchKind.PAUSED, 100, 130, 0),
             Stretch(StretchKind.WORK, 130, 330, 0), Stretch(StretchKind.AWAY, 330, 345, 2),
             Stretch(StretchKind.WORK, 345, 1845, 2))  # fmt: skip
    workout = example_workout()
    messages = read(fit_file(logged(workout), strip))
    at = [(event["event_type"], (event["timestamp"] - workout.started).seconds) for event in named(messages, "event")]
    assert at == [
        ("start", 0),
        ("stop_all", 100),
        ("start", 130),
        ("stop_all", 330),
        ("start", 345),
        ("stop_all", 1845),
    ]
    assert [(lap["total_timer_time"], lap["total_elapsed_time"]) for lap in named(messages, "lap")] == [
        (300.0, 330.0), (1500.0, 1500.0),
    ]  # fmt: skip
    times = [values["timestamp"] for name, values in messages if name in ("event", "record", "lap")]
    assert times == sorted(times)
