"""The things a text names: what it lists as equipment, and what only its sentences need."""

import re

from msgspec import Struct

from trainer.library.article.lines import LineKind, lines_of
from trainer.library.article.words import plain, sentences

_I = re.IGNORECASE
_THINGS = tuple(
    (item, name, re.compile(pattern, _I))
    for item, name, pattern in (
        ("dumbbell", "dumbbells", (
r"\bdumb[ -]?bells?\b|\b(?:hand|free|light|hand-held|small) weights?\b|\b(?:pair"
r"|set) of (?:\w+ )?weights\b|\ba weight in each\b"
)),
        ("physio-ball", "physio ball", (
r"\b(?:physio|swiss|stability|exercise|gym|fitness|yoga|balance|birth)[ -]?balls?\b"
r"|\bfitball\b"
)),
        ("medicine-ball", "medicine ball", r"\bmed(?:icine)?[ -]?balls?\b"),
        ("band", "resistance band", r"\b(?:resistance|exercise|loop|mini|elastic|thera)[ -]?bands?\b|\btheraband\b"),
        ("mat", "mat", r"\b(?:yoga|exercise|gym)?[ -]?mats?\b|\bcarpet\b"),
        ("chair", "chair", r"\bchairs?\b"),
        ("step", "step", (
r"\b(?:aerobics? step|step platform|low step|sturdy step|bottom stair|(?:on(?:to)?"
r"|off) (?:a|the) (?:step|stair)|a step or)\b|\bstairs?\b"
)),
        ("open-wall", "wall", r"\bwalls?\b(?! sit)"),
        ("jump-rope", "jump rope", r"\b(?:jump|skipping)[ -]?ropes?\b"),
        ("doorway", "doorway", r"\bdoor(?:way|[ -]?frame)s?\b"),
        ("towel", "towel", r"\btowels?\b"),
        ("cushion", "cushion", r"\bcushions?\b|\bpillows?\b"),
        ("water-bottle", "water bottles", r"\bwater[ -]bottles?\b|\bbottles? of water\b"),
        ("soup-can", "soup cans", r"\b(?:soup|food) (?:cans?|tins?)\b|\b(?:cans?|tins?) of (?:soup|beans|food)\b"),
        ("", "kettlebell", r"\bkettle[ -]?bells?\b"), ("", "barbell", r"\bbar[ -]?bells?\b"),
        ("", "bench", r"\bbench\b(?! (?:press|dip))"), ("", "pull-up bar", r"\b(?:pull|chin)[ -]?up bars?\b"),
        ("", "foam roller", r"\bfoam[ -]?rollers?\b"), ("", "sliders", r"\bslid(?:er|ing disc)s?\b"),
        ("", "box", r"\b(?:plyo|sturdy|wooden) box\b"), ("", "treadmill", r"\btreadmills?\b"),
        ("", "exercise bike", r"\b(?:exercise|stationary) bikes?\b"),
        ("", "rowing machine", r"\brow(?:ing machine|er)\b"),
        ("", "suspension trainer", r"\bTRX\b|\bsuspension (?:trainer|straps?)\b"),
        ("", "ab wheel", r"\bab[ -](?:wheel|roller)\b"),
        ("", "yoga block", r"\byoga blocks?\b"), ("", "ankle weights", r"\bankle weights?\b"),
    )
)  # fmt: skip
_IN_LISTS = tuple(
    (item, name, re.compile(pattern, _I))
    for item, name, pattern in (
        ("dumbbell", "dumbbells", r"\bweights?\b"), ("band", "resistance band", r"\bbands?\b"),
        ("physio-ball", "physio ball", r"^(?:a |large |big )*balls?$"), ("step", "step", r"\bstep\b"),
        ("jump-rope", "jump rope", r"\bropes?\b"),
    )
)  # fmt: skip
_NONE = re.compile(
    (
        r"\b(?:no|zero|without|don't need (?:any)?|need no|not need(?:ed)?|isn't any) (?:any )?(?:\w+ )?"
        r"(?:equipment|kit|gear)\b|\bequipment[ -]free\b|^none\b|\bbody ?weight only\b|^(?:just )?your"
        r" body(?: ?weight)?\b"
    ),
    _I,
)
_DENIED = re.compile(
    r"\b(?:no|without|not|don't need)\s+(?:\w+\s){0,2}$|\b(?:as if|imagin\w+|invisible|like)\b[^.]{0,30}$", _I
)
_NEEDED = re.compile(
    (
        r"\b(?:you(?:'ll| will)?(?: also| only| just)? need|all (?:you|it) (?:need|takes?"
        r"|needs)(?: is)?|(?:it|this|workout|routine|session|set)\s(?:\w+\s){0,4}?(?:needs"
        r"|requires|uses)|grab|get hold of|have ready|equipment needed is|done with)\b(.{3,160})"
    ),
    _I,
)
_PARTS = re.compile(r"[,;/•]|\s+and\s+|\s+plus\s+|\s+or\s+|\n", _I)


class Thing(Struct, frozen=True):
    """Equipment a page speaks of. `item`: its id in the catalogue, empty for one we don't know."""

    item: str
    name: str
    sentence: str
    listed: bool  # the page lists it; else only the text needs it
    instead: bool = False  # named as what serves instead of something


def listed_things(listing: str, sentence: str) -> tuple[Thing, ...]:
    """The things of a list of equipment; what is in it and unknown keeps its name."""
    if _NONE.search(plain(listing).strip()):
        return ()
    found: dict[str, Thing] = {}
    for part in _PARTS.split(plain(listing)):
        words = re.sub(r"\([^)]*\)", " ", part).strip(" .:-*")
        known = [(item, name) for item, name, pattern in (*_THINGS, *_IN_LISTS) if pattern.search(words)][:1]
        instead = "instead" in part or ("optional" in part.casefold() and "(" not in part)
        if known:
            item, name = known[0]
            found.setdefault(item or name, Thing(item, name, sentence, listed=True, instead=instead))
        elif 2 < len(words) <= 40 and len(words.split()) <= 5 and re.search("[A-Za-z]", words):
            name = re.sub(r"^(?:an?|the|some|one|two|\d+|pair of|set of|your)\s+", "", words, flags=_I).casefold()
            found.setdefault(name, Thing("", name, sentence, listed=True))
    return tuple(found.values())


def needed_things(sentence: str) -> tuple[Thing, ...]:
    """The things a sentence says are needed: "You'll need a mat and a Swiss ball"."""
    found = _NEEDED.search(plain(sentence))
    if found is None or _NONE.search(plain(sentence)):
        return ()
    named = (
        (item, name, pattern.search(found[1]))
        for item, name, pattern in (*_THINGS, *(one for one in _IN_LISTS if one[0] in {"dumbbell", "band"}))
    )
    things = {
        item or name: (item, name) for item, name, hit in named if hit and not _DENIED.search(found[1], 0, hit.start())
    }
    return tuple(Thing(item, name, sentence, listed=True) for item, name in things.values())


def says_none(text: str) -> bool:
    """Whether a text says that no equipment is needed."""
    return _NONE.search(plain(text)) is not None


def things_in(body: str) -> tuple[Thing, ...]:
    """The things an exercise's paragraph needs, and those it names as a substitute."""
    found: dict[str, Thing] = {}
    instead = {line.text for line in lines_of(body) if line.kind is LineKind.SUBSTITUTE}
    for sentence in sentences(body):
        serves = any(sentence in line for line in instead)
        said = plain(sentence)
        for item, name, pattern in _THINGS:
            hit = pattern.search(said)
            if hit is None or _DENIED.search(said, 0, hit.start()):
                continue
            known = found.get(item or name)
            if known is None or (known.instead and not serves):
                found[item or name] = Thing(item, name, sentence, listed=False, instead=serves)
    return tuple(found.values())
