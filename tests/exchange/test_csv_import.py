"""Exports of Strong, Hevy and FitNotes in their dialects. The sample files are our own, made in their manner."""

import random
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trainer import resources
from trainer.core.exercise import Met
from trainer.core.progress import ledger_of
from trainer.core.routine import BlockKind
from trainer.core.timeline import PhaseKind
from trainer.core.workout import Workout, WorkoutSource, WorkoutState
from trainer.exchange import csv_table
from trainer.exchange.csv_import import ImportChoices, read_csv
from trainer.exchange.exercise_names import ExerciseNames
from trainer.exchange.import_file import read_import
from trainer.exchange.import_words import detail_words, found_words
from trainer.exchange.incoming import ImportKind, Incoming
from trainer.exchange.problem import ExchangeError
from trainer.exchange.set_rows import LoadUnit
from trainer.library.activities import read_activities
from trainer.library.catalogue import load_catalogue

SAMPLES = Path(__file__).parents[1] / "data" / "exports"
BERLIN = timezone(timedelta(hours=1))
PATH = Path("log.csv")


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> ExerciseNames:
    own = tmp_path_factory.mktemp("own")
    catalogue = load_catalogue(resources.resources(), own / "routines", own / "cache")
    return ExerciseNames(catalogue.exercises, read_activities(resources.activities()))


@pytest.fixture
def choices(names: ExerciseNames) -> ImportChoices:
    return ImportChoices(names, weight_on=lambda _day: 70.0, local=lambda moment: moment.replace(tzinfo=BERLIN))


def sample(name: str, choices: ImportChoices) -> Incoming:
    return read_import(SAMPLES / name, choices)


def sets(workout: Workout) -> list[tuple[str, int | None, float | None]]:
    return [(step.exercise, step.reps, step.load_kg) for step in workout.steps]


def test_strong_with_semicolons_kilograms_commas_for_points_and_a_byte_order_mark(choices: ImportChoices) -> None:
    text = (SAMPLES / "strong-semicolon-kg.csv").read_text(encoding="utf-8").replace("\n", "\r\n")
    incoming = read_csv(text.encode("utf-8-sig"), PATH, choices)
    assert (incoming.kind, incoming.problems) == (ImportKind.STRONG, ())
    push, run = incoming.workouts
    assert (push.routine_name, push.source, push.state) == (
        "Push; heavy", WorkoutSource.STRONG, WorkoutState.COMPLETE,
    )  # fmt: skip
    assert push.started == datetime(2024, 2, 5, 18, 10, tzinfo=BERLIN)
    assert push.ended == push.started + timedelta(minutes=45)
    assert (push.local_date, push.utc_offset_minutes, push.weight_kg) == (date(2024, 2, 5), 60, 70.0)
    assert push.note == "Felt strong\nBench Press (Barbell): elbows in"
    assert sets(push) == [
        ("bench_press_barbell", 10, 40.0),
        ("bench_press_barbell", 8, 62.5),
        ("bench_press_barbell", 7, 62.5),
        ("push_up", 15, None),
    ]
    assert [step.block for step in push.steps] == [BlockKind.WARM_UP] + [BlockKind.STRENGTH] * 3
    assert [(step.round, step.place) for step in push.steps] == [(0, 0), (1, 0), (2, 0), (0, 1)]
    assert run.note == "Running: 5 km"
    assert (run.steps[0].block, run.steps[0].exercise) == (BlockKind.CARDIO, "running")
    assert run.spans[0].met == Met("12020", 7.5)  # as jogging
    assert run.active_seconds == 1650.0
    assert not any("loads" in one for one in incoming.assumed)
    assert incoming.kept == ("Bench Press (Barbell)", "Running")


def test_time_is_work_by_repetitions_rest_up_to_five_minutes_and_away(choices: ImportChoices) -> None:
    push = sample("strong-semicolon-kg.csv", choices).workouts[0]
    kinds = [(span.kind, span.seconds) for span in push.spans]
    assert kinds == [
        (PhaseKind.WORK, 30.0), (PhaseKind.REST, 300.0), (PhaseKind.WORK, 24.0), (PhaseKind.REST, 300.0),
        (PhaseKind.WORK, 21.0), (PhaseKind.REST, 300.0), (PhaseKind.WORK, 45.0),
    ]  # fmt: skip
    assert push.active_seconds == 1020.0
    assert push.away_seconds == 45 * 60 - 1020.0
    # 70 kg x 3.5 / 200 / 60 x (75 s x 3.5 MET + 45 s x that of a push-up + 900 s x 1.5 MET)
    assert ledger_of(push).mid == pytest.approx(36.9, abs=3)


def test_strong_with_commas_in_names_that_nobody_quoted(choices: ImportChoices) -> None:
    incoming = sample("strong-comma-unquoted.csv", choices)
    (workout,) = incoming.workouts
    assert workout.routine_name == "Push, Pull, Legs"
    assert workout.started == datetime(2023, 8, 10, 18, 31, 54, tzinfo=BERLIN)
    assert [(step.name, step.reps, step.load_kg) for step in workout.steps] == [
        ("Bent-Over Row", 10, 50.0),
        ("Bent-Over Row", 10, 50.0),
        ("Row, Seated (Cable)", 12, 120.0),
        ("Forearm Plank", None, None),
    ]
    assert workout.note == "Row, Seated (Cable): slow, then fast"
    assert [span.seconds for span in workout.spans if span.kind is PhaseKind.REST] == [90.0]
    many = "“many” stands for repetitions and must be a number from 0 to 100000"
    assert incoming.problems == (
        "strong-comma-unquoted.csv, line 7: it has no repetitions, no time and no distance; it was left out.",
        f"strong-comma-unquoted.csv, line 8: {many}; it was left out.",
    )
    assert incoming.assumed[0] == "The file doesn't say what its loads are in; they were read as kilograms."
    pounds = sample("strong-comma-unquoted.csv", ImportChoices(choices.names, LoadUnit.LB, local=choices.local))
    assert pounds.workouts[0].steps[0].load_kg == 22.68
    assert pounds.assumed[0].endswith("they were read as pounds.")


def test_strong_with_its_newer_columns(choices: ImportChoices) -> None:
    incoming = sample("strong-numbered.csv", choices)
    (workout,) = incoming.workouts
    assert not incoming.problems
    assert sets(workout) == [("squat", 20, None), ("squat_barbell", 5, 80.0), ("activity-rowing-machine", None, None)]
    assert (workout.ended or workout.started) - workout.started == timedelta(seconds=2400)
    assert workout.note == "Rowing (Machine): 2000 m"
    assert incoming.matched == (("Rowing (Machine)", "Rowing machine"), ("Squat (Bodyweight)", "Bodyweight Squat"))
    assert incoming.kept == ("Squat (Barbell)",)


def test_hevy(choices: ImportChoices) -> None:
    incoming = sample("hevy-kg.csv", choices)
    (workout,) = incoming.workouts
    assert (incoming.kind, incoming.problems, workout.source) == (ImportKind.HEVY, (), WorkoutSource.HEVY)
    assert (workout.routine_name, workout.started) == (
        "Back, at home", datetime(2025, 3, 28, 17, 29, tzinfo=BERLIN),
    )  # fmt: skip
    assert workout.ended == datetime(2025, 3, 28, 18, 4, tzinfo=BERLIN)
    assert sets(workout) == [
        ("bent_over_row", 12, 8.0), ("bent_over_row", 10, 12.5), ("superman", None, None),
        ("lat_pulldown_cable", 9, 40.0),
    ]  # fmt: skip
    assert workout.steps[0].block is BlockKind.WARM_UP
    assert workout.steps[2].worked_seconds == 45.0
    assert workout.note == "Rain, so indoors\nLat Pulldown (Cable): wide grip"


def test_hevy_in_pounds_with_dates_that_have_commas(choices: ImportChoices) -> None:
    incoming = sample("hevy-lbs-unquoted.csv", choices)
    (workout,) = incoming.workouts
    assert not incoming.problems
    assert (workout.started, workout.ended) == (
        datetime(2025, 3, 3, 17, 29, tzinfo=BERLIN), datetime(2025, 3, 3, 18, 2, tzinfo=BERLIN),
    )  # fmt: skip
    assert sets(workout) == [("goblet_squat", 15, 11.34), ("running", None, None)]
    assert workout.note == "Running: 1.5 mi"


def test_fitnotes(choices: ImportChoices) -> None:
    incoming = sample("fitnotes-kgs.csv", choices)
    first, second = incoming.workouts
    assert (incoming.kind, incoming.problems, first.source) == (ImportKind.FITNOTES, (), WorkoutSource.FITNOTES)
    assert first.started == datetime(2021, 3, 5, 12, tzinfo=BERLIN)
    assert (first.routine_name, second.routine_name) == ("Strength workout", "Cardio workout")
    assert sets(first) == [
        ("flat_barbell_bench_press", 8, 60.0), ("plank", None, None), ("flat_barbell_bench_press", 7, 60.0),
    ]  # fmt: skip
    assert first.steps[1].worked_seconds == 90.0
    assert first.note == "Flat Barbell Bench Press: last one with help"
    assert second.active_seconds == 2100.0
    assert "no time of day" in incoming.assumed[-1]


def test_fitnotes_with_semicolons_pounds_days_first_and_an_old_coding(choices: ImportChoices) -> None:
    text = (SAMPLES / "fitnotes-semicolon-lbs.csv").read_text(encoding="utf-8")
    incoming = read_csv(text.encode("cp1252"), PATH, choices)
    assert read_csv(text.encode("utf-16"), PATH, choices) == incoming
    assert [one.local_date for one in incoming.workouts] == [date(2021, 3, 5), date(2021, 3, 17)]
    assert incoming.workouts[0].steps[0].load_kg == 11.34
    assert incoming.kept == ("Bizepscurls – schräg",)
    assert incoming.problems == (
        "log.csv, line 4: “31/02/2021” is no date; it must be as 2026-01-31 18:30; it was left out.",
    )


FITNOTES = "Date,Exercise,Category,Weight (kgs),Reps,Distance,Distance Unit,Time\n"


@pytest.mark.parametrize(
    ("dates", "found"),
    [
        (("03/04/2021", "03/17/2021"), [date(2021, 3, 4), date(2021, 3, 17)]),
        (("03/04/2021", "17/04/2021"), [date(2021, 4, 3), date(2021, 4, 17)]),
        (("03.04.2021", "04.04.2021"), [date(2021, 4, 3), date(2021, 4, 4)]),
        (("03/04/2021", "04/04/2021"), [date(2021, 4, 3), date(2021, 4, 4)]),
    ],
    ids=["month first", "day first", "points", "open"],
)
def test_figures_are_read_as_the_whole_file_says(
    dates: tuple[str, ...], found: list[date], choices: ImportChoices
) -> None:
    rows = "".join(f"{one},Plank,Abs,,,,,0:01:00\n" for one in dates)
    incoming = read_csv((FITNOTES + rows).encode(), PATH, choices)
    assert [one.local_date for one in incoming.workouts] == found
    told = [one for one in incoming.assumed if "two ways" in one]
    assert bool(told) == (dates[1] == "04/04/2021" and "/" in dates[0])


def test_the_same_file_gives_the_same_ids(choices: ImportChoices) -> None:
    first, second = sample("hevy-kg.csv", choices), sample("hevy-kg.csv", choices)
    assert [one.id for one in first.workouts] == [one.id for one in second.workouts]


def test_a_name_that_can_be_put_together_in_two_ways_is_left_out(choices: ImportChoices) -> None:
    text = (
        "Date,Workout Name,Exercise Name,Set Order,Weight (kg),Reps,Distance,Seconds,Notes\n"
        "2023-01-02 08:00:00,a,b,c,1,5,5,0,0,\n"
        "2023-01-02 08:00:00,Morning,Plank,1,,,0,60,\n"
        "2023-01-02 08:00:00,Morning, early,Plank,1,,,0,60,\n"
    )
    incoming = read_csv(text.encode(), PATH, choices)
    assert [one.routine_name for one in incoming.workouts] == ["Morning", "Morning, early"]
    (problem,) = incoming.problems
    said = "it has 1 cell more than the first line; a name with “,” in it must stand in quotes"
    assert problem == f"log.csv, line 2: {said}; it was left out."


@pytest.mark.parametrize(
    ("name", "ours"),
    [
        ("Push Up", "push_up"),
        ("push-ups", "push_up"),
        ("Press-Up Extension", "cobra_stretch"),
        ("Squat (Bodyweight)", "squat"),
        ("Squat (Barbell)", None),
        ("Bent Over Row (Dumbbell)", "bent_over_row"),
        ("Bent Over Row (Barbell)", None),
        ("Biceps Curl (Dumbbell)", "biceps_curl"),
        ("Glute Bridge (Machine)", None),
        ("Glute Bridge (Dumbbell)", None),
        ("Goblet Squat (Bodyweight)", None),
        ("Running", None),
        ("Plank", "plank"),
        ("Rowing (Machine)", "activity-rowing-machine"),
        ("", None),
        ("Something else", None),
    ],
)
def test_an_exercise_is_ours_only_where_that_is_sure(name: str, ours: str | None, names: ExerciseNames) -> None:
    found = names.find(name)
    assert (None if found is None else found.id) == ours


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"a,b\n1,2\n", "is none of the files Trainer reads: its own JSON, or the CSV of Strong, Hevy or FitNotes"),
        (b"\xff\xfeD\xd8", "is no text"),
        (FITNOTES.encode() + b'2021-01-01,"' + b"x" * 200_000 + b'"\n', "this can't be read as CSV"),
        (b"\x81\x8d\x8f\x90", "is no text"),
    ],
    ids=["columns", "half a character", "cell", "binary"],
)
def test_a_file_that_is_nobodys_is_one_sentence(content: bytes, said: str, choices: ImportChoices) -> None:
    with pytest.raises(ExchangeError) as caught:
        read_csv(content, PATH, choices)
    assert said in caught.value.sentence
    assert "log.csv" in caught.value.sentence


def test_bounds_are_told(choices: ImportChoices, monkeypatch: pytest.MonkeyPatch) -> None:
    row = "2021-01-01,Plank,Abs,,,,,0:01:00\n"
    incoming = read_csv((FITNOTES + row * 2_001).encode(), PATH, choices)
    assert incoming.problems == ("log.csv, line 2: this workout has more than 2000 sets; it was left out.",)
    long = read_csv((FITNOTES + "2021-01-01," + "x" * 30_000 + ",Abs,,,,,60\n" + row).encode(), PATH, choices)
    assert (len(long.workouts), len(long.problems)) == (1, 1)
    monkeypatch.setattr(csv_table, "MOST_ROWS", 100)
    with pytest.raises(ExchangeError, match="more than 100 rows"):
        read_csv((FITNOTES + row * 101).encode(), PATH, choices)


def test_the_report_tells_it_in_sentences(choices: ImportChoices) -> None:
    incoming = sample("hevy-kg.csv", choices)
    assert found_words(incoming) == "This is an export of Hevy with 1 workout of 2025-03-28."
    assert list(detail_words(incoming)) == [
        "2 exercises are ours: Bent Over Row (Dumbbell) → Bent-Over Row.",
        "1 exercise is none of ours and keeps its name: Lat Pulldown (Cable).",
        "Where a set says no time, a repetition counts 3 seconds.",
        "Between the sets, what is left of the workout counts as rest, at most 5 minutes each.",
        "A rest of more than a minute adds no active minutes, as everywhere in Trainer.",
    ]


@settings(max_examples=80, deadline=None)
@given(seed=st.integers(0, 2**32), name=st.sampled_from(sorted(path.name for path in SAMPLES.iterdir())))
def test_whatever_is_in_a_file_it_is_read_or_refused_in_a_sentence(seed: int, name: str, names: ExerciseNames) -> None:
    chance = random.Random(seed)  # noqa: S311 - no secret
    content = bytearray((SAMPLES / name).read_bytes())
    for _ in range(chance.randint(1, 30)):
        place = chance.randrange(len(content))
        content[place : place + chance.randint(0, 3)] = chance.choice(
            [b",", b";", b'"', b"\n", b"\0", b"\xff", b"-", b"99999999999", b"1e400", b"nan", b"\xe2\x80\xaf", b""]
        )
    sentence = ""
    incoming = Incoming(ImportKind.STRONG, ())
    try:
        incoming = read_csv(bytes(content), PATH, ImportChoices(names, local=lambda one: one.replace(tzinfo=UTC)))
    except ExchangeError as error:
        sentence = error.sentence
    assert sentence.startswith("log.csv") or not sentence
    assert all(workout.steps and workout.active_seconds > 0 for workout in incoming.workouts)
    assert all(one.startswith("log.csv, line ") for one in incoming.problems)
