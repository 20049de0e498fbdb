"""What a routine must be beyond its types, so that it can be trained and can't hurt the program."""

import re
from collections.abc import Iterator, Mapping

from trainer.core.exercise import Exercise
from trainer.core.routine import Routine, Step
from trainer.core.turns import turns_of_block
from trainer.language import tr
from trainer.library.flaw import Flaw, number_flaws
from trainer.library.media_checks import link_flaws, media_flaws
from trainer.library.round_checks import planned_seconds, planned_steps, round_flaws, set_flaws
from trainer.library.toml_places import FieldPath
from trainer.library.wording import described, nearest, quoted

MOST_BLOCKS = 20
MOST_STEPS = 200  # written in the file
MOST_PLANNED_STEPS = 2000  # rounds multiplied out
MOST_HOURS = 12
LONGEST_NAME = 80
LONGEST_TEXT = 4000
MOST_TAGS = 12

ID_PATTERN = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")
_MARKUP = re.compile(r"<[A-Za-z/!?]")
# Control characters, and those that turn the reading direction around or break a line.
# Joiners and hard spaces may stay: Persian and French need them.
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029]")


def flaws(routine: Routine, exercises: Mapping[str, Exercise]) -> Iterator[Flaw]:
    """Everything wrong with a routine of the right types, in the order of the file."""
    yield from id_flaws(routine.id)
    yield from _text_flaws(routine)
    yield from number_flaws(("difficulty",), routine.difficulty)
    yield from _claim_flaws(routine)
    steps = sum(len(block.steps) for block in routine.blocks)
    if not routine.blocks:
        yield Flaw(("block",), tr("no blocks"), tr("a routine has at least one [[block]]"))
    elif len(routine.blocks) > MOST_BLOCKS:
        most = tr("a routine has at most {n}").format(n=MOST_BLOCKS)
        yield Flaw(("block", MOST_BLOCKS), tr("{n} blocks are too many").format(n=len(routine.blocks)), most)
    elif steps > MOST_STEPS:
        yield Flaw(
            (), tr("{n} steps are too many").format(n=steps), tr("a routine has at most {n}").format(n=MOST_STEPS)
        )
    else:
        yield from _block_flaws(routine, exercises)


def id_flaws(routine_id: str) -> Iterator[Flaw]:
    """What is wrong with an id, by itself."""
    if ID_PATTERN.fullmatch(routine_id) and len(routine_id) <= LONGEST_NAME:
        return
    made = "-".join(re.findall(r"[a-z0-9]+", routine_id.casefold()))[:LONGEST_NAME].rstrip("-")
    rule = tr('this must be small letters, digits and hyphens, like "back-day"')
    yield Flaw(("id",), described(routine_id), rule, f'"{made}"' if made else None)


def _text_flaws(routine: Routine) -> Iterator[Flaw]:
    yield from _line_flaws(("name",), routine.name, needed=True)
    yield from _line_flaws(("subtitle",), routine.subtitle)
    yield from _prose_flaws(("overview",), routine.overview)
    yield from _line_flaws(("done",), routine.done)
    yield from _prose_flaws(("allocation",), routine.allocation)
    yield from link_flaws(("link",), routine.link)
    for field, tags in (("focus", routine.focus), ("type", routine.type)):
        if len(tags) > MOST_TAGS:
            yield Flaw((field,), tr("{n} entries").format(n=len(tags)), tr("at most {n}").format(n=MOST_TAGS))
        for index, tag in enumerate(tags[:MOST_TAGS]):
            yield from _line_flaws((field, index), tag, needed=True)


def _line_flaws(path: FieldPath, text: str, *, needed: bool = False) -> Iterator[Flaw]:
    if needed and not text.strip():
        yield Flaw(path, tr("empty"), tr("this must be text in quotes"))
    elif len(text) > LONGEST_NAME:
        said = tr("{n} characters").format(n=len(text))
        yield Flaw(path, said, tr("this must have at most {n}").format(n=LONGEST_NAME))
    elif _CONTROL.search(text):
        yield Flaw(path, described(text), tr("this must be one line without control characters"))
    else:
        yield from _markup_flaws(path, text)


def _prose_flaws(path: FieldPath, text: str) -> Iterator[Flaw]:
    if len(text) > LONGEST_TEXT:
        said = tr("{n} characters").format(n=len(text))
        yield Flaw(path, said, tr("this must have at most {n}").format(n=LONGEST_TEXT))
    elif _CONTROL.search(text.translate({10: " ", 9: " "})):
        yield Flaw(path, tr("control characters"), tr("this must be plain text"))
    else:
        yield from _markup_flaws(path, text)


def _markup_flaws(path: FieldPath, text: str) -> Iterator[Flaw]:
    if _MARKUP.search(text):
        yield Flaw(path, tr("markup, {text}").format(text=quoted(text)), tr("this must be plain text without < tags >"))


def _claim_flaws(routine: Routine) -> Iterator[Flaw]:
    claim = routine.claim
    if claim is None:
        return
    yield from _line_flaws(("claim", "source"), claim.source, needed=True)
    for field in ("minutes", "kcal_low", "kcal_high"):
        yield from number_flaws(("claim", field), getattr(claim, field))
    if claim.kcal_low is not None and claim.kcal_high is not None and claim.kcal_low > claim.kcal_high:
        rule = tr("this must be at most kcal_high, {n}").format(n=claim.kcal_high)
        yield Flaw(("claim", "kcal_low"), described(claim.kcal_low), rule)


def _block_flaws(routine: Routine, exercises: Mapping[str, Exercise]) -> Iterator[Flaw]:
    for b, block in enumerate(routine.blocks):
        at: FieldPath = ("block", b)
        yield from _line_flaws((*at, "name"), block.name, needed=True)
        if block.name in (earlier.name for earlier in routine.blocks[:b]):
            said = tr("{name} is the name of two blocks").format(name=quoted(block.name))
            yield Flaw((*at, "name"), said, tr("each block must have its own"))
        yield from number_flaws((*at, "rounds"), block.rounds)
        yield from number_flaws((*at, "rest_between_rounds"), block.rest_between_rounds)
        if not block.steps:
            yield Flaw((*at, "step"), tr("no steps"), tr("a block has at least one [[block.step]]"))
        yield from set_flaws(at, block)
        for s, step in enumerate(block.steps):
            yield from _step_flaws((*at, "step", s), step, exercises)
            yield from round_flaws((*at, "step", s), block, step, exercises)
    planned = planned_steps(routine)
    if planned > MOST_PLANNED_STEPS:
        said = tr("{n} steps with all their rounds").format(n=planned)
        yield Flaw((), said, tr("a routine has at most {n}").format(n=MOST_PLANNED_STEPS))
        return  # too many to be worth adding up
    if not any(turns_of_block(block) for block in routine.blocks):
        yield Flaw((), tr("every step is switched off"), tr("at least one step must be on"))
    hours = planned_seconds(routine, exercises) / 3600
    if hours > MOST_HOURS:
        said = tr("{n:.0f} hours in all").format(n=hours)
        yield Flaw((), said, tr("a routine lasts at most {n} hours").format(n=MOST_HOURS))


def _step_flaws(at: FieldPath, step: Step, exercises: Mapping[str, Exercise]) -> Iterator[Flaw]:
    exercise = exercises.get(step.exercise)
    if exercise is None:
        likely = nearest(step.exercise, exercises)
        known = (
            tr('"{id}" is likely meant').format(id=likely)
            if likely
            else tr("`trainer routine list --exercises` names them")
        )
        said = tr("no exercise is called {id}").format(id=quoted(step.exercise))
        yield Flaw((*at, "exercise"), said, known, f'"{likely}"' if likely else None)
    elif step.variant and exercise.variant(step.variant) is None:
        variants = [variant.id for variant in exercise.variants]
        likely = nearest(step.variant, variants)
        said = tr("{exercise} has no variant {id}").format(exercise=exercise.name, id=quoted(step.variant))
        known = tr("this must be one of {choices}").format(choices=", ".join(f'"{known}"' for known in variants))
        yield Flaw((*at, "variant"), said, known, f'"{likely}"' if likely else None)
    yield from _measure_flaws(at, step)
    for field in ("seconds", "reps", "get_ready", "rest"):
        yield from number_flaws((*at, field), getattr(step, field))
    yield from _line_flaws((*at, "note"), step.note)
    yield from media_flaws((*at, "media"), step.media)


def _measure_flaws(at: FieldPath, step: Step) -> Iterator[Flaw]:
    given = [
        field
        for field, there in (
            ("seconds", step.seconds is not None),
            ("reps", step.reps is not None),
            ("open", step.open),
        )
        if there
    ]
    rule = tr("a step has exactly one of seconds, reps and open = true")
    if not given:
        yield Flaw(at, tr("no length"), rule)
    elif len(given) > 1:
        yield Flaw((*at, given[1]), tr("{one} and {other} together").format(one=given[0], other=given[1]), rule)
