import io
from datetime import timedelta
from pathlib import Path
from xml.etree import ElementTree as ET

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tcxreader.tcxreader import TCXReader

from tests.workouts import TONING, example_workout, work, workouts
from trainer.core.progress import LoggedWorkout, ledger_of
from trainer.core.routine import BlockKind
from trainer.core.timeline import PhaseKind
from trainer.core.workout import Workout
from trainer.exchange.laps import laid_out
from trainer.exchange.tcx_log import NAMESPACE, write_tcx


def logged(workout: Workout) -> LoggedWorkout:
    return LoggedWorkout(workout, ledger_of(workout))


def document_of(*exported: Workout) -> bytes:
    out = io.BytesIO()
    write_tcx((logged(workout) for workout in exported), out)
    return out.getvalue()


def activities_of(document: bytes) -> list[ET.Element]:
    root = ET.fromstring(document)  # noqa: S314 - our own document
    return root.findall(f"{{{NAMESPACE}}}Activities/{{{NAMESPACE}}}Activity")


def test_an_independent_reader_reads_the_same_workout(tmp_path: Path) -> None:
    workout = example_workout()
    path = tmp_path / "workout.tcx"
    path.write_bytes(document_of(workout))
    read = TCXReader().read(str(path), only_gps=False)
    assert read.activity_type == "Other"
    assert read.calories == round(ledger_of(workout).mid)
    assert read.start_time.replace(tzinfo=workout.started.tzinfo) == workout.started
    assert read.end_time - read.start_time == timedelta(seconds=workout.active_seconds)
    assert read.duration == workout.active_seconds
    assert [(lap.trackpoints[-1].time - lap.trackpoints[0].time, lap.calories) for lap in read.laps] == [
        (timedelta(seconds=lap.seconds), lap.kcal) for lap in laid_out(logged(workout)).laps
    ]


def test_an_empty_log_is_a_document_without_activities() -> None:
    assert activities_of(document_of()) == []


def test_work_is_active_and_rest_is_resting() -> None:
    spans = (
        work(0, BlockKind.STRENGTH, "row", TONING, 40.0),
        msgspec.structs.replace(work(0, BlockKind.STRENGTH, "row", TONING, 20.0), kind=PhaseKind.REST),
    )
    (activity,) = activities_of(document_of(msgspec.structs.replace(example_workout(), spans=spans)))
    laps = activity.findall(f"{{{NAMESPACE}}}Lap")
    assert [lap.findtext(f"{{{NAMESPACE}}}Intensity") for lap in laps] == ["Active", "Resting"]


def test_names_and_notes_are_written_as_text() -> None:
    workout = msgspec.structs.replace(example_workout(), routine_name="Push & <Pull>", note="fine\x00\x1b\ufffe")
    (activity,) = activities_of(document_of(workout))
    assert activity.findtext(f"{{{NAMESPACE}}}Notes") == "Push & <Pull>\nfine"
    laps = activity.findall(f"{{{NAMESPACE}}}Lap")
    assert [lap.findtext(f"{{{NAMESPACE}}}Notes") for lap in laps] == ["March", "Russian Twist"]


@pytest.mark.parametrize("kcal", [65535, 65536])
def test_a_lap_holds_no_more_than_the_format_can(kcal: int) -> None:
    energy = msgspec.structs.replace(ledger_of(example_workout()), mid=float(kcal))
    out = io.BytesIO()
    write_tcx([LoggedWorkout(msgspec.structs.replace(example_workout(), spans=()), energy)], out)
    (activity,) = activities_of(out.getvalue())
    assert activity.findtext(f"{{{NAMESPACE}}}Lap/{{{NAMESPACE}}}Calories") == "65535"


@settings(max_examples=40, deadline=None)
@given(exported=st.lists(workouts, max_size=3))
def test_any_log_is_well_formed(exported: list[Workout]) -> None:
    activities = activities_of(document_of(*exported))
    assert [len(one.findall(f"{{{NAMESPACE}}}Lap")) for one in activities] == [
        len(laid_out(logged(workout)).laps) for workout in exported
    ]
