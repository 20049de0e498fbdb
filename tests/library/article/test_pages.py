"""Whole pages of many styles, written for these tests: what must come of each."""

from pathlib import Path

import pytest
from msgspec import Struct

from trainer.core.timeline import compile_timeline
from trainer.library.article.source import read_article
from trainer.library.article_import import ReadArticle, read_article_text, with_own
from trainer.library.catalogue import Catalogue
from trainer.library.problem import LibraryError


class Wanted(Struct, frozen=True):
    """What a page must give: per block its rounds and steps, a step as `exercise seconds-or-xreps`."""

    title: str
    blocks: dict[str, tuple[int, str]]
    minutes: int | None = None
    kcal: tuple[int | None, int] | None = None
    focus: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    main_seconds: float | None = None  # of the compiled timeline, where the page's minutes are to be kept


WANTED = {
    "upper_and_lower_back.txt": Wanted(
        "Upper and Lower Back",
        {
            "Main": (
                2,
                (
                    "back_bow 60, russian_twist 60, pilates_swimmer 60, roll_down 60, kneeling_superman 60, "
                    "reverse_fly 60, ball_back_extension 60, pendulum_swing 60"
                ),
            )
        },
        minutes=25,
        kcal=(165, 210),
        focus=("upper body", "core"),
        types=("low impact", "toning"),
        main_seconds=1500,
    ),
    "numbered_list.txt": Wanted(
        "The 15-minute no-equipment leg workout",
        {"Main": (3, "squat x15, reverse_lunge x20, glute_bridge x15, calf_raise x20, wall_sit 30")},
        minutes=15,
        focus=("legs", "glutes"),
        types=("circuit",),
    ),
    "headings.md": Wanted(
        "Desk worker's back fix",
        {
            "Warm-up": (1, "march_in_place 60, shoulder_rolls 30"),
            "Main": (1, "cat_cow x10, kneeling_superman x16, thread_the_needle* 30, cobra_stretch 30"),
            "Stretch": (1, "childs_pose 60, supine_twist 30"),
        },
        minutes=10,
        focus=("back",),
        types=("low impact", "mobility"),
    ),
    "markdown_table.md": Wanted(
        "Full-body dumbbell strength",
        {
            "Goblet squat": (3, "goblet_squat x12"),
            "Bent-over row": (3, "bent_over_row x10"),
            "Dumbbell floor press": (3, "floor_press x10"),
            "Zottman curl": (2, "zottman_curl* x12"),
            "Plank": (3, "plank 45"),
        },
        minutes=30,
        focus=("full body",),
        types=("strength",),
    ),
    "set_notation.txt": Wanted(
        "Upper body blast",
        {
            "Push-ups": (3, "push_up x12"),
            "Dumbbell shoulder press": (3, "overhead_press x10"),
            "Bicep curls": (3, "biceps_curl x12"),
            "Tricep dips": (3, "chair_dip x10"),
            "Lateral raises": (2, "lateral_raise x15"),
            "Renegade rows": (3, "renegade_rows* x8"),
        },
        kcal=(None, 250),
        focus=("upper body",),
    ),
    "intervals.txt": Wanted(
        "Quick HIIT: 45s/15s",
        {"Main": (3, "jumping_jack 45, mountain_climber 45, squat_jump 45, high_knees 45, burpee 45")},
        types=("HIIT",),
    ),
    "tabata.txt": Wanted(
        "Four-Minute Tabata",
        {"Main": (4, "burpee 20, squat_jump 20")},
        minutes=4,
        types=("tabata",),
        main_seconds=240,
    ),
    "prose_only.txt": Wanted(
        "My lunchtime workout",
        {"Main": (1, "jumping_jack 30, squat x15, push_up x10, sit-ups* x20, plank 60, wall_sit 45")},
        kcal=(80, 100),
    ),
    "noisy.html": Wanted(
        "20-Minute Core Workout",
        {
            "The workout": (
                3,
                "dead_bug 55, side_plank 55, ball_crunch 55, stir_the_pot* 55, kneeling_superman 55",
            )
        },
        minutes=20,
        focus=("core", "lower back"),
        types=("low impact",),
        main_seconds=1200,
    ),
    "html_table.html": Wanted("Beginner bands", {"Main": (2, "band_pull_apart 40, squat 40, pallof_press* 30")}),
    "html_list.html": Wanted(
        "Evening stretch",
        {"Main": (1, "childs_pose 60, figure_four 45, butterfly_stretch 60, legs_up_the_wall* 120")},
        minutes=10,
        focus=("hips", "back"),
        types=("stretching",),
    ),
    "html_dl.html": Wanted(
        "Chair workout for seniors",
        {"Main": (1, "seated_march* 30, sit_to_stand* x10, calf_raise x12, incline_push_up x8")},
        minutes=12,
    ),
    "capitals.txt": Wanted(
        "Total body circuit",
        {"Main": (4, "squat 60, push_up 60, bear_crawl* 60, plank 60")},
        minutes=24,
        focus=("full body",),
        types=("circuit",),
        main_seconds=1440,
    ),
    "no_minutes.txt": Wanted(
        "Simple strength", {"Main": (1, "squat 45, push_up 45, superman 45")}, types=("strength",)
    ),
    "british.txt": Wanted(
        "Tone up at home",
        {
            "Press-ups": (1, "push_up 60"),
            "Star jumps": (1, "jumping_jack 40"),
            "Skipping": (1, "jump_rope 90"),
            "Plié squats": (2, "sumo_squat x12"),
            "Sit-ups": (2, "sit_ups* x15"),
        },
        minutes=30,
        kcal=(180, 220),
        types=("toning",),
    ),
    "supersets.txt": Wanted(
        "Superset Sunday",
        {
            "Main A": (3, "push_up x10, bent_over_row x10"),
            "Main B": (3, "goblet_squat x12, glute_bridge x15"),
        },
    ),
    "unknown_names.txt": Wanted(
        "Animal flow in 12 minutes",
        {"Main": (2, "bear_walk* 60, crab_reach* 60, frog_hop* 60, scorpion_kick* 60")},
        minutes=12,
        main_seconds=720,
    ),
    "wrapped.txt": Wanted(
        "Ten Minutes for the Waist",
        {"Main": (2, "russian_twist 60, bicycle_crunch 60, side_bend* 60")},
        minutes=10,
        focus=("waist",),
        main_seconds=600,
    ),
    "comments_plain.txt": Wanted(
        "5-Minute Plank Challenge",
        {"Main": (1, "plank 60, side_plank 30, shoulder_tap x20, mountain_climber 30")},
        minutes=5,
    ),
    "emom.txt": Wanted(
        "10 min EMOM", {"Main": (1, "burpee x10, squat x15, mountain_climber x20")}, minutes=10, types=("EMOM",)
    ),
    "beginner_plan.html": Wanted(
        "The Beginner's Full Body Workout",
        {"Main": (2, "squat 40, push_up:knees-down 40, standing_side_crunch* 40")},
        focus=("full body",),
        types=("strength",),
    ),
    "back_in_capitals.txt": Wanted(
        "Upper and Lower Back",
        {
            "Main": (
                2,
                (
                    "back_bow 60, russian_twist 60, pilates_swimmer 60, roll_down 60, "
                    "kneeling_superman 60, reverse_fly 60, ball_back_extension 60, pendulum_swing 60"
                ),
            ),
        },
        minutes=25,
        kcal=(165, 210),
        focus=("upper body", "core"),
        types=("low impact", "toning"),
    ),
    "bullets.txt": Wanted(
        "Morning energiser (7 mins)",
        {
            "Main": (
                2,
                (
                    "jog_in_place 60, arm_circles 30, squat x20, jumping_jack x20, push_up x10, plank 45, "
                    "forward_lunge x20"
                ),
            ),
        },
        minutes=7,
    ),
    "dotted.txt": Wanted(
        "Core express",
        {
            "Main": (2, "plank 60, side_plank 30, side_plank 30, bicycle_crunch x20, flutter_kicks 30"),
        },
        focus=("core",),
    ),
    "exercise_numbers.txt": Wanted(
        "Imported workout",
        {
            "Main": (1, "superman x12, kneeling_superman x20, glute_bridge x15, cat_cow 60"),
        },
    ),
    "front_matter.md": Wanted(
        "Kettlebell-free conditioning",
        {
            "Main": (1, "medicine_ball_slams* x15, jump_rope 40, burpee x12"),
        },
        types=("EMOM",),
    ),
    "gym_sets.txt": Wanted(
        "Workout a",
        {
            "Barbell bench press": (5, "barbell_bench_press* x5"),
            "Pull-ups": (3, "pull_ups* xNone"),
            "Overhead press": (4, "overhead_press x6"),
            "Face pulls": (3, "face_pulls* x15"),
            "Plank": (3, "plank 60"),
        },
    ),
    "half_known_list.html": Wanted(
        "10-minute standing abs",
        {
            "Main": (
                1,
                (
                    "march_in_place 40, standing_side_crunch_right* 40, standing_side_crunch_left* 40, "
                    "high_knees 40, trunk_rotation 40, good_morning 40, wood_chops* 40, shadow_boxing 40, "
                    "squat_to_knee_drive* 40, step_touch 40"
                ),
            ),
        },
        minutes=10,
        focus=("core",),
        types=("low impact",),
    ),
    "html_cards.html": Wanted(
        "The 7-minute workout",
        {
            "Main": (
                1,
                (
                    "jumping_jack 30, wall_sit 30, push_up 30, crunch 30, step_up 30, squat 30, "
                    "chair_dip 30, plank 30, high_knees_running_in_place* 30, forward_lunge 30, "
                    "push_up_and_rotation* 30, side_plank 30"
                ),
            ),
        },
        minutes=7,
    ),
    "html_instructions_table.html": Wanted(
        "Pilates at your desk",
        {
            "Main": (1, "neck_side_stretch 30, seated_spinal_twist* 30, shoulder_rolls 60, wall_angel 60"),
        },
        minutes=5,
        types=("Pilates",),
    ),
    "html_of_old.html": Wanted(
        "Gentle Back Routine",
        {
            "Main": (1, "cat_cow x8, childs_pose 40, pelvic_tilt* x10, supine_twist 30"),
        },
        minutes=12,
        focus=("back",),
    ),
    "list_in_a_line.txt": Wanted(
        "5-4-3-2-1 workout",
        {
            "Main": (1, "jump_rope 300, plank 60, mountain_climber 60, push_up 60, squat 60"),
        },
    ),
    "magazine.html": Wanted(
        "Back Attack: 8 Moves for a Stronger Back",
        {
            "Main": (4, "back_bow 60, russian_twist 60, kneeling_superman 60, reverse_fly 60"),
        },
        minutes=25,
        kcal=(165, 210),
        focus=("back",),
    ),
    "runners_stretches.txt": Wanted(
        "Stretches for runners",
        {
            "Main": (
                1,
                "quad_stretch 30, calf_stretch 30, hip_flexor_stretch 30, hamstring_stretch 30, it_band_stretch* 30",
            ),
        },
    ),
    "shorthand.txt": Wanted(
        "Les mills style legs (20 min)",
        {
            "Warm-up": (1, "march_in_place 30, leg_swings 30, hip_circles 30"),
            "Main": (4, "squat 40, reverse_lunge 40, glute_bridge 40"),
        },
        minutes=20,
        focus=("legs",),
    ),
    "times_signs.txt": Wanted(
        "Imported workout",
        {
            "Main": (3, "jumping_jack 30, squat x15, incline_push_up x10, bent_over_row x12, dead_bug x20"),
        },
    ),
    "told_in_prose.txt": Wanted(
        "Imported workout",
        {
            "Main": (3, "squat x12, push_up x8, glute_bridge x15, plank 30"),
        },
        minutes=15,
    ),
    "two_circuits.md": Wanted(
        "Lower Body Burner",
        {
            "Circuit 1": (3, "goblet_squat x12, romanian_deadlift x10, split_squat x8"),
            "Circuit 2": (2, "single_leg_bridge x12, calf_raise x20, nordic_curl* x5"),
            "Stretch": (1, "hamstring_stretch 30, quad_stretch 30, calf_stretch 30"),
        },
        minutes=20,
        focus=("glutes", "hamstrings"),
        types=("circuit",),
    ),
}


def read(page: Path, catalogue: Catalogue) -> ReadArticle:
    return read_article_text(read_article(page), str(page), page.name, catalogue)


@pytest.mark.parametrize("name", sorted(WANTED))
def test_a_page_gives_back_what_it_says(name: str, pages: Path, catalogue: Catalogue) -> None:
    wanted = WANTED[name]
    article = read(pages / name, catalogue)
    draft, routine = article.draft, article.made.routine
    new = {own.id for own in article.made.new}
    told = {}
    for block in routine.blocks:
        steps = [
            f"{step.exercise}{'*' if step.exercise in new else ''}{':' if step.variant else ''}{step.variant} "
            f"{step.seconds if step.seconds is not None else f'x{step.reps}'}"
            for step in block.steps
        ]
        told[block.name] = (block.rounds, ", ".join(steps))
    assert routine.name == wanted.title
    assert told == {
        block: (rounds, steps.replace("sit-ups", "sit_ups")) for block, (rounds, steps) in wanted.blocks.items()
    }
    assert (draft.minutes.value if draft.minutes else None) == wanted.minutes
    assert ((draft.calories.low, draft.calories.high) if draft.calories else None) == wanted.kcal
    assert routine.focus == wanted.focus
    assert routine.type == wanted.types
    if wanted.main_seconds is not None:
        optional = {block.name for block in routine.blocks if block.optional}
        timeline = compile_timeline(routine, with_own(catalogue.exercises, article), without_blocks=optional)
        assert timeline.expected_seconds == pytest.approx(wanted.main_seconds, abs=5)


def test_every_page_is_tried(pages: Path) -> None:
    assert {page.name for page in pages.iterdir()} == {*WANTED, "recipe.html", "news.txt", "museum.txt", "shoes.txt"}


@pytest.mark.parametrize("name", ["recipe.html", "news.txt", "museum.txt", "shoes.txt"])
def test_a_page_without_a_workout_is_a_clear_sentence(name: str, pages: Path, catalogue: Catalogue) -> None:
    with pytest.raises(LibraryError, match="no workout was found in it; it must name its exercises"):
        read(pages / name, catalogue)


def test_the_back_workout_comes_back_whole(pages: Path, catalogue: Catalogue) -> None:
    draft = read(pages / "upper_and_lower_back.txt", catalogue).draft
    listed = {thing.item for thing in draft.equipment if thing.listed}
    only_in_the_text = {thing.item for thing in draft.equipment if not thing.listed and not thing.instead}
    serving = {thing.item for thing in draft.equipment if thing.instead}
    assert listed == {"dumbbell", "physio-ball"}
    assert only_in_the_text == {"mat", "open-wall", "medicine-ball"}
    assert serving == {"soup-can", "water-bottle"}
    assert "five minutes" in draft.warm_up[0]
    assert "stretch" in draft.stretch[0]
    lines = {step.name: [(line.kind.value, line.text) for line in step.lines] for step in draft.steps}
    assert [kind for kind, _ in lines["Back Bow"]] == ["setup", "do", "safety", "easier"]
    assert [kind for kind, _ in lines["Russian Twist"]] == ["setup", "do", "safety", "harder"]
    assert lines["Reverse Fly"][-1] == ("substitute", "No dumbbells? Two soup cans or water bottles will do.")
    assert lines["Medicine Ball Pendulum Swing"][-1][0] == "substitute"


def test_nothing_around_the_article_gets_in(pages: Path, catalogue: Catalogue) -> None:
    text = read(pages / "noisy.html", catalogue).text
    for word in ("cookies", "Kettlebell", "push-ups", "Lunges", "e-book", "sister site", "Burpee"):
        assert word not in text


def test_every_inferred_value_stands_beside_its_sentence(pages: Path, catalogue: Catalogue) -> None:
    text = read(pages / "upper_and_lower_back.txt", catalogue).text
    lines = text.splitlines()
    seconds = [n for n, line in enumerate(lines) if line.startswith("seconds = ")]
    assert len(seconds) == 8
    for n in seconds:
        assert lines[n - 1] == '# inferred: the page\'s 25 minutes, shared out; the page: "25 minutes"'
    assert lines[lines.index("kcal_low = 165") - 1] == '# the page: "165-210 calories"'


@pytest.mark.parametrize("name", sorted(WANTED))
def test_every_value_has_its_sentence_or_says_it_is_ours(name: str, pages: Path, catalogue: Catalogue) -> None:
    draft = read(pages / name, catalogue).draft
    for step in draft.steps:
        length = step.seconds or step.reps or step.open
        assert length is not None
        assert length.inferred or length.sentence
        assert step.gap is not None
        assert step.gap.inferred or step.gap.sentence
        if step.match is None:
            assert step.lines or step.heading
