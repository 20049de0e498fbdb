"""An exercise the catalogue doesn't have, made of what its paragraph says: cues, no move, no muscles."""

import re
import unicodedata
from collections.abc import Collection, Mapping

from trainer.core.exercise import (
    Cue,
    CueKind,
    Equipment,
    Exercise,
    Impact,
    Met,
    Mode,
    Need,
    Posture,
    Sides,
    Substitute,
    Tempo,
)
from trainer.core.routine import BlockKind
from trainer.library.article.draft import DraftStep
from trainer.library.article.lines import LineKind
from trainer.library.article.words import plain, shortened, unaccented

MOST_SPOKEN = 10  # words, as behaviour.md has it for every spoken line
_MOST_CUE = 9  # words of a part; the stage has room for about ten
_LONGEST_CUE = 160  # characters
_REPETITION = Tempo(concentric=1.5, eccentric=1.5)  # seconds; the 3 s that the timeline takes where no tempo is given
_HELD = Tempo(hold=5)  # seconds, of one breath

# The 2024 Adult Compendium of Physical Activities' codes for what a text can be told to be.
STRETCHING = Met("02101", 2.3)  # stretching, mild
WEIGHTS = Met("02054", 3.5)  # resistance training, multiple exercises, 8 to 15 repetitions
VIGOROUS = Met("02020", 7.5)  # calisthenics, vigorous effort: jumping jacks, burpees
MODERATE = Met("02022", 3.8)  # calisthenics, moderate effort

_I = re.IGNORECASE
_POSTURES = (
    (Posture.OVER_BALL, r"\b(?:over|on|across) (?:the|a|your) (?:\w+[ -]){0,2}ball\b"),
    (Posture.ALL_FOURS, r"\ball[ -]fours\b|\bhands and knees\b"),
    (Posture.PLANK, r"\bplank\b|\b(?:press|push)-?\s?up position\b"),
    (Posture.PRONE, r"\bface[ -]?down\b|\bprone\b|\bl(?:ie|ying) on your (?:front|stomach|belly|tummy)\b"),
    (Posture.SIDE_LYING, r"\bl(?:ie|ying) on (?:your|one) (?:\w+ )?side\b"),
    (Posture.SUPINE, r"\bon your back\b|\bface[ -]?up\b|\bsupine\b"),
    (Posture.HALF_KNEELING, r"\bone knee\b.*\bfloor\b|\bhalf[ -]kneel"),
    (Posture.KNEELING, r"\bkneel"),
    (Posture.SEATED, r"\bsit(?:ting)?\b(?! back)|\bseated\b"),
    (Posture.HINGED, r"\b(?:bent|hinged?|lean)[ -](?:over|forward)\b"),
)
_JUMPS = re.compile(r"\b(?:jump|hop|leap|bound|skip|sprint|explod|explosive|burpee|plyo)", _I)
_HELD_NAMES = re.compile(r"\b(?:hold|plank|stretch|pose|sit|static)\b", _I)
_HOLDS = re.compile(
    r"(?:^|[.,;]\s|\band\s)(?:then\s)?(?:hold|stay)(?: it| this| there| here| for|[.,]|$)", _I | re.MULTILINE
)
_TURNS = re.compile(r"\balternat\w*|\bone side to the other\b|\bside to side\b|\bchange sides\b|\bswitch sides\b", _I)
_CUE_KINDS = {
    LineKind.SETUP: (CueKind.SETUP, 2),
    LineKind.DO: (CueKind.DO, 6),
    LineKind.BREATHE: (CueKind.BREATHE, 1),
    LineKind.SAFETY: (CueKind.SAFETY, 2),
    LineKind.EASIER: (CueKind.EASIER, 1),
    LineKind.HARDER: (CueKind.HARDER, 1),
}
_BREAK = re.compile(r"(?<=[;,:])\s+|\s+(?=(?:and|then|while|until|so that|before)\s)", _I)


def own_exercise(
    step: DraftStep, kind: BlockKind, taken: Collection[str], equipment: Mapping[str, Equipment]
) -> Exercise:
    """The exercise of a step that the catalogue doesn't have, with an id that isn't `taken`."""
    text = plain(" ".join((step.name, *(line.text for line in step.lines))))
    is_held = step.reps is None and (
        _HELD_NAMES.search(step.name) is not None or _HOLDS.search(text) is not None or kind is BlockKind.STRETCH
    )
    jumps = _JUMPS.search(text) is not None and kind is not BlockKind.STRETCH
    sides = Sides.EACH if step.each_side else Sides.ALTERNATING if _TURNS.search(text) else Sides.BOTH
    return Exercise(
        format=1,
        id=free_id(slug(step.name, "_") or "exercise", taken, "_"),
        name=step.name,
        group={BlockKind.WARM_UP: "warm-up", BlockKind.STRETCH: "stretch", BlockKind.CARDIO: "cardio"}.get(kind, "own"),
        posture=next((posture for posture, words in _POSTURES if re.search(words, text, _I)), Posture.STANDING),
        sides=sides,
        mode=Mode.HOLD if is_held else Mode.REPS,
        tempo=_HELD if is_held else _REPETITION,
        difficulty=2,
        impact=Impact.HIGH if jumps else Impact.NONE,
        primary=(),
        works="",
        met=met_of(step, kind, jumps=jumps),
        cues=_cues(step),
        needs=_needs(step, equipment),
    )


def met_of(step: DraftStep, kind: BlockKind, *, jumps: bool) -> Met:
    """The code that fits what is known: a stretch, with weights, with jumps, else moderate calisthenics."""
    if kind is BlockKind.STRETCH or "stretch" in step.name.casefold():
        return STRETCHING
    if jumps:
        return VIGOROUS
    if any(thing.item in {"dumbbell", "medicine-ball", "band"} and not thing.instead for thing in step.things):
        return WEIGHTS
    return MODERATE


def slug(text: str, joint: str) -> str:
    """Small letters and digits of a text, joined: an id's form."""
    plain_text = unicodedata.normalize("NFKD", unaccented(text)).encode("ascii", "ignore").decode().casefold()
    return joint.join(re.findall(r"[a-z0-9]+", plain_text.replace("'", "")))[:60].strip(joint)


def free_id(wanted: str, taken: Collection[str], joint: str) -> str:
    """`wanted`, else with the first number behind it that isn't taken."""
    made, n = wanted, 2
    while made in taken:
        made, n = f"{wanted}{joint}{n}", n + 1
    return made


def _cues(step: DraftStep) -> tuple[Cue, ...]:
    counts: dict[CueKind, int] = {}
    cues: list[Cue] = []
    for line in step.lines:
        if line.kind not in _CUE_KINDS:
            continue
        kind, most = _CUE_KINDS[line.kind]
        for text in clauses(line.text) if kind in {CueKind.SETUP, CueKind.DO} else (line.text,):
            if counts.get(kind, 0) < most:
                counts[kind] = counts.get(kind, 0) + 1
                shown = shortened(text.rstrip(" .;,"), _LONGEST_CUE)
                cues.append(Cue(kind, shown, spoken=len(shown.split()) <= MOST_SPOKEN))
    return tuple(cues)


def clauses(sentence: str) -> tuple[str, ...]:
    """A sentence in parts that can be read at a glance; a part is broken only where it pauses."""
    parts: list[str] = []
    for part in _BREAK.split(sentence):
        if parts and len(parts[-1].split()) + len(part.split()) <= _MOST_CUE:
            parts[-1] = f"{parts[-1]} {part}"
        else:
            parts.append(part)
    tidied = (re.sub(r"^(?:and|then)\s+(?:then\s+)?", "", part.strip(" ,;"), flags=_I) for part in parts)
    return tuple(part[:1].upper() + part[1:] for part in tidied if part)


def _needs(step: DraftStep, equipment: Mapping[str, Equipment]) -> tuple[Need, ...]:
    """What the text needs, each with what it names instead."""
    instead = tuple(
        Substitute(thing.item, equipment[thing.item].name)
        for thing in step.things
        if thing.instead and thing.item in equipment
    )
    needed = [thing for thing in step.things if not thing.instead and thing.item in equipment]
    return tuple(
        Need(
            thing.item,
            2 if thing.item == "dumbbell" and re.search(r"\bdumbbells\b|each hand", plain(thing.sentence), _I) else 1,
            optional=thing.item in {"mat", "towel", "cushion"},
            substitutes=instead if n == 0 else (),
        )
        for n, thing in enumerate(needed)
    )
