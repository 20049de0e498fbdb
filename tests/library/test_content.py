"""The content that comes with the program is whole, speakable, and adds up."""

import re
import tomllib
from pathlib import Path

import pytest

from trainer.core.exercise import CueKind, EquipmentKind, Exercise, Mode, Sides, Variant
from trainer.core.routine import BlockKind
from trainer.core.timeline import PhaseKind, Side, Timeline, compile_timeline
from trainer.library.catalogue import Catalogue
from trainer.resources import exercises, icons, resources, routines

BACK_WORKOUT = [
    "back_bow",
    "russian_twist",
    "pilates_swimmer",
    "roll_down",
    "kneeling_superman",
    "reverse_fly",
    "ball_back_extension",
    "pendulum_swing",
]
MOST_WORDS, MOST_SHORT_WORDS = 10, 6
CUES_OF_A_KIND = {
    CueKind.SETUP: (1, 2),
    CueKind.DO: (2, 4),
    CueKind.BREATHE: (1, 1),
    CueKind.SAFETY: (1, 1),
    CueKind.EASIER: (1, 1),
    CueKind.HARDER: (1, 1),
}
# fmt: off
# The first word of every cue: what the person does.
VERBS = {
    "add", "anchor", "balance", "beat", "bend", "bound", "brace", "breathe", "bring", "catch", "change", "check",
    "choose", "circle", "close", "cross", "curl", "dip", "draw", "drive", "flutter", "fold", "guide", "halve",
    "hold", "hop", "hover", "hug", "jog", "jump", "keep", "kneel", "land", "lead", "lean", "leave", "lengthen",
    "let", "lie", "lift", "look", "lower", "make", "march", "move", "open", "pass", "pause", "peel", "place",
    "point", "press", "pull", "punch", "push", "put", "quicken", "raise", "reach", "rebuild", "rest", "return",
    "rise", "roll", "round", "run", "send", "set", "sink", "sit", "slide", "slow", "soften", "spread", "sprint",
    "squat", "squeeze", "stack", "stand", "start", "stay", "step", "stop", "straighten", "sweep", "swing", "switch",
    "take", "tap", "tilt", "tip", "tuck", "turn", "uncurl", "use", "walk", "work",
}
MUSCLES = {
    "anterior deltoid", "biceps brachii", "brachialis", "brachioradialis", "erector spinae", "external oblique",
    "fibularis longus", "forearm flexors", "gastrocnemius", "gluteus maximus", "gluteus medius", "gluteus minimus",
    "gracilis", "hamstrings", "hip adductors", "iliopsoas", "infraspinatus", "internal oblique", "latissimus dorsi",
    "levator scapulae", "lower trapezius", "middle deltoid", "middle trapezius", "multifidus", "pectoralis major",
    "pectoralis minor", "piriformis", "posterior deltoid", "quadratus lumborum", "quadriceps femoris",
    "rectus abdominis", "rectus femoris", "rhomboids", "serratus anterior", "soleus", "sternocleidomastoid",
    "supraspinatus", "tensor fasciae latae", "teres major", "teres minor", "tibialis anterior", "tibialis posterior",
    "transversus abdominis", "triceps brachii", "upper trapezius",
}
LOAD_TAGS = {
    "balance", "ball", "impact", "isometric", "knee", "kneeling", "loaded_flexion", "loaded_rotation",
    "head_below_heart", "neck", "overhead", "plank", "prone", "shoulder", "spine_extension", "spine_flexion",
    "spine_rotation", "wrist",
}
# fmt: on
GROUPS = {"back", "core", "upper", "lower", "cardio", "warm-up", "stretch"}

EXERCISES = sorted(path.stem for path in exercises().glob("*.toml"))
ROUTINES = sorted(path.stem for path in routines().glob("*.toml"))


@pytest.fixture(scope="module")
def mets() -> dict[str, float]:
    """The value of every code that may be used."""
    text = Path(__file__).parents[1].joinpath("data", "mets_2024.toml").read_text(encoding="utf-8")
    table: dict[str, float] = tomllib.loads(text)["met"]
    return table


@pytest.fixture(params=EXERCISES)
def exercise(request: pytest.FixtureRequest, catalogue: Catalogue) -> Exercise:
    """Each exercise in turn."""
    return catalogue.exercises[request.param]


def spoken_lines(exercise: Exercise) -> list[str]:
    return [cue.text for cue in exercise.cues if cue.spoken] + [variant.cue for variant in exercise.variants]


def test_every_file_is_read(catalogue: Catalogue) -> None:
    assert [problem.sentence for problem in catalogue.problems] == []
    assert sorted(catalogue.exercises) == EXERCISES
    assert sorted(entry.routine.id for entry in catalogue.routines) == ROUTINES
    assert {entry.path.stem for entry in catalogue.routines} == set(ROUTINES)


def test_an_exercise_has_cues_of_every_kind(exercise: Exercise) -> None:
    for kind, (least, most) in CUES_OF_A_KIND.items():
        assert least <= len(exercise.cues_of(kind)) <= most, kind


def test_every_cue_can_be_said_and_read_in_time(exercise: Exercise) -> None:
    assert [line for line in spoken_lines(exercise) if len(line.split()) > MOST_WORDS] == []
    assert [cue.short for cue in exercise.cues if not 1 <= len(cue.short.split()) <= MOST_SHORT_WORDS] == []
    assert [cue.short for cue in exercise.cues if len(cue.short) > len(cue.text)] == []


def test_cues_begin_with_what_to_do_and_keep_the_house_tone(exercise: Exercise) -> None:
    lines = spoken_lines(exercise) + [cue.short for cue in exercise.cues]
    assert [line for line in lines if line.split()[0].casefold().strip(",") not in VERBS] == []
    assert [
        line for line in lines if re.search(r"[!.;:]|\b(only|fail\w*|miss\w*|great|good job|perfect)\b", line)
    ] == []
    said = [cue.text for cue in exercise.cues]
    assert len(set(said)) == len(said)


def test_two_sided_moves_name_no_side(exercise: Exercise) -> None:
    """LEFT and RIGHT are the session's to say."""
    assert [
        line for line in spoken_lines(exercise) if re.search(r"\b(left|right) (arm|leg|hand|knee|foot)", line)
    ] == []


def test_muscles_and_effort_are_facts(exercise: Exercise, mets: dict[str, float]) -> None:
    assert exercise.primary
    assert exercise.works
    assert exercise.works[0].islower()
    assert set(exercise.primary + exercise.secondary) <= MUSCLES
    assert not set(exercise.primary) & set(exercise.secondary)
    assert set(exercise.load_tags) <= LOAD_TAGS
    assert exercise.group in GROUPS
    assert 1 <= exercise.difficulty <= 5
    for met in (exercise.met, *(variant.met for variant in exercise.variants if variant.met)):
        assert mets[met.code] == met.value


def test_the_tempo_fits_the_mode(exercise: Exercise) -> None:
    tempo = exercise.tempo
    if exercise.mode is Mode.CYCLIC:
        assert tempo.seconds == tempo.cycle > 0
    elif exercise.mode is Mode.HOLD:
        assert tempo.seconds == tempo.hold > 0
    else:
        assert tempo.concentric > 0
        assert tempo.eccentric > 0


def test_there_is_an_easier_and_a_harder_form(exercise: Exercise) -> None:
    levels = [variant.level for variant in exercise.variants]
    assert min(levels) < 0 < max(levels)
    for variant in exercise.variants:
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", variant.id)
        assert variant.name[0].islower()
        assert variant.change.endswith(".")
        assert variant.cue


def test_needs_and_what_stands_in_are_in_the_list_of_equipment(exercise: Exercise, catalogue: Catalogue) -> None:
    needs = list(exercise.needs) + [need for variant in exercise.variants for need in variant.needs or ()]
    for need in needs:
        assert need.count >= 1
        assert need.why
        items = [need.item, *(substitute.item for substitute in need.substitutes if substitute.item)]
        assert set(items) <= set(catalogue.equipment)
        assert all(substitute.how for substitute in need.substitutes)


def test_whoever_owns_nothing_can_do_every_exercise(exercise: Exercise, catalogue: Catalogue) -> None:
    """By the exercise itself, by household things, or by a variant: nothing is dropped for lack of money."""

    def possible(form: Variant | None) -> bool:
        needs = exercise.needs if form is None or form.needs is None else form.needs
        return all(
            need.optional
            or catalogue.equipment[need.item].household
            or catalogue.equipment[need.item].kind is EquipmentKind.SPACE
            or any(not sub.item or catalogue.equipment[sub.item].household for sub in need.substitutes)
            for need in needs
        )

    assert any(possible(form) for form in (None, *exercise.variants))


def test_every_icon_is_one_the_program_draws(catalogue: Catalogue) -> None:
    drawn = {path.stem for path in icons().glob("*.svg")}
    if not drawn:
        pytest.skip("the icons aren't in this checkout")
    assert {item.icon for item in catalogue.equipment.values()} <= drawn


@pytest.mark.parametrize("routine_id", ROUTINES)
def test_left_equals_right(routine_id: str, catalogue: Catalogue) -> None:
    timeline = compiled(routine_id, catalogue)
    seconds = {Side.LEFT: 0.0, Side.RIGHT: 0.0}
    for phase in timeline.phases:
        if phase.kind is PhaseKind.WORK and phase.side is not None:
            seconds[phase.side] += timeline.expected(phase)
    assert seconds[Side.LEFT] == seconds[Side.RIGHT]


@pytest.mark.parametrize("routine_id", ROUTINES)
def test_a_routine_reads_well(routine_id: str, catalogue: Catalogue) -> None:
    entry = catalogue.routine(routine_id)
    assert entry is not None
    routine = entry.routine
    assert routine.subtitle
    assert routine.overview
    assert routine.done
    assert routine.focus
    assert routine.type
    assert 1 <= routine.difficulty <= 5
    assert "!" not in routine.overview + routine.subtitle + routine.done


@pytest.mark.parametrize(
    ("routine_id", "seconds"),
    [
        ("back-in-ten-minutes", 600),
        ("desk-day-undo", 480),
        ("floor-only", 740),
        ("upper-and-lower-back", 345 + 1500 + 300),
    ],
)
def test_the_arithmetic_in_the_files_comment_is_right(routine_id: str, seconds: int, catalogue: Catalogue) -> None:
    assert compiled(routine_id, catalogue).expected_seconds == seconds


def test_the_back_workout_is_exactly_twenty_five_minutes(catalogue: Catalogue) -> None:
    timeline = compiled("upper-and-lower-back", catalogue)
    main = [index for index, block in enumerate(timeline.blocks) if block.kind is BlockKind.STRENGTH]
    steps = [step for step in timeline.steps if step.block in main]
    phases = [phase for phase in timeline.phases if timeline.steps[phase.step].block in main]
    assert [step.exercise for step in steps] == BACK_WORKOUT * 2
    assert sum(timeline.expected(phase) for phase in phases) == 1500
    for round_ in (0, 1):
        set_up = [
            sum(timeline.expected(p) for p in phases if p.step == step.index and p.kind is not PhaseKind.WORK)
            for step in steps
            if step.round == round_
        ]
        breather = 60 if round_ else 0
        assert set_up == [15 + breather, 20, 25, 35, 30, 35, 45, 35]


@pytest.mark.parametrize("optional", [("Warm-up",), ("Stretch",), ("Warm-up", "Stretch")])
def test_the_twenty_five_minutes_stand_without_warm_up_or_stretch(
    optional: tuple[str, ...], catalogue: Catalogue
) -> None:
    entry = catalogue.routine("upper-and-lower-back")
    assert entry is not None
    timeline = compile_timeline(entry.routine, catalogue.exercises, without_blocks=optional)
    main = next(index for index, block in enumerate(timeline.blocks) if block.kind is BlockKind.STRENGTH)
    assert sum(timeline.expected(p) for p in timeline.phases if timeline.steps[p.step].block == main) == 1500


def test_the_warm_up_is_five_minutes_of_work_and_ends_near_the_floor(catalogue: Catalogue) -> None:
    timeline = compiled("upper-and-lower-back", catalogue)
    warm_up = [step for step in timeline.steps if timeline.blocks[step.block].kind is BlockKind.WARM_UP]
    work = sum(
        timeline.expected(phase)
        for phase in timeline.phases
        if phase.kind is PhaseKind.WORK and timeline.steps[phase.step] in warm_up
    )
    assert work >= 300
    assert catalogue.exercises[warm_up[-1].exercise].posture.value == "all-fours"


def test_the_pages_claim_is_kept_as_a_claim(catalogue: Catalogue) -> None:
    entry = catalogue.routine("upper-and-lower-back")
    assert entry is not None
    claim = entry.routine.claim
    assert claim is not None
    assert (claim.minutes, claim.kcal_low, claim.kcal_high) == (25, 165, 210)
    assert "http" not in claim.source
    assert entry.routine.allocation


def test_one_dumbbell_is_enough_for_the_reverse_fly(catalogue: Catalogue) -> None:
    one_arm = catalogue.exercises["reverse_fly"].variant("one-arm")
    assert one_arm is not None
    assert (one_arm.level, one_arm.sides) == (0, Sides.EACH)
    assert one_arm.needs is not None
    assert [(need.item, need.count) for need in one_arm.needs] == [("dumbbell", 1)]


def compiled(routine_id: str, catalogue: Catalogue) -> Timeline:
    entry = catalogue.routine(routine_id)
    assert entry is not None
    return compile_timeline(entry.routine, catalogue.exercises)


def test_the_formats_shown_to_writers_are_read_as_they_stand(catalogue: Catalogue, tmp_path: Path) -> None:
    """Every whole example of resources/README.md is a file that the library takes."""
    from trainer.library.exercise_file import read_equipment, read_exercise
    from trainer.library.routine_file import read_routine

    text = (resources() / "README.md").read_text(encoding="utf-8")
    examples = [example for example in re.findall(r"```toml\n(.*?)```", text, re.DOTALL) if "format = 1" in example]
    assert len(examples) == 6
    for example in examples:
        found = re.search(r'^id = "(.*)"', example, re.MULTILINE)
        assert found
        path = tmp_path / f"{found[1]}.toml"
        path.write_text(example, encoding="utf-8")
        if "[[block]]" in example:
            read_routine(path, catalogue.exercises)
        elif "[[equipment]]" in example:
            read_equipment(path)
        else:
            read_exercise(path, catalogue.equipment)
