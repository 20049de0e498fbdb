"""What a page says of the workout as a whole: minutes, calories, focus, training type, level, warm-up, stretch."""

import re
from collections.abc import Iterable, Sequence

from msgspec import Struct

from trainer.library.article.words import plain

_I = re.IGNORECASE
LEAST_MINUTES, MOST_MINUTES = 2, 180

_MINUTES = re.compile(r"\b(\d{1,3}(?:\.\d)?)(?:\s?(?:-|to)\s?(\d{1,3}))?[\s-]?(?:minutes?|mins?)\b", _I)
_HOURS = re.compile(r"\b(1|2|1\.5)[\s-]?hours?\b", _I)
_NOT_THE_LENGTH = re.compile(
    (
        r"\b(?:warm|stretch\w*(?! (?:routine|workout|session|sequence|flow))|cool|rest\b"
        r"|hold|per day|a day|a week|per week|weekly|daily|read\b|ago|each (?:exercise|move"
        r"|side)|per (?:exercise|move|side)|between|after eating|bak\w+|cook\w*|simmer|oven"
        r"|of (?:walking|jogging|marching|skipping|running)|every|for (?:at least )?\w+ minutes (?:of"
        r"|with))\b"
    ),
    _I,
)
_LENGTH_LABEL = re.compile(
    r"^\W*(?:(?:total|workout|programme|program|exercise|session|approximate|estimated"
    r"|routine|class)\s){0,2}(?:time|duration|length"
    r"|workout time|how long|minutes|total)(?:\s?needed|\s?required)?\s?[:=-]",
    _I,
)
_LENGTH_WORDS = re.compile(
    (
        r"\b(?:workouts?|routine|session|circuit|program(?:me)?|takes?|lasts?|in (?:just"
        r"|only|under)|total|all you need is|class|plan)\b"
    ),
    _I,
)

_KCAL = re.compile(
    (
        r"(?:\b(?:between|about|around|approximately|up to|over|roughly)\s)?\b(\d{1,2},?\d{3}"
        r"|\d{2,4})(?:\s?(?:-|to|and)\s?(\d{1,2},?\d{3}|\d{2,4}))?\s?(?:kcals?|kilocalories"
        r"|calories|cals?)\b"
    ),
    _I,
)
_KCAL_LABEL = re.compile(
    (
        r"\b(?:calories?|kcal|energy)(?:\s(?:burned|burnt|burn|used|expenditure))?\s?[:=]\s?(?:about"
        r"|around|approx\.?|~|up to)?\s?(\d{2,4})(?:\s?(?:-|to)\s?(\d{2,4}))?"
    ),
    _I,
)
_NOT_BURNT = re.compile(
    r"\b(?:a day|per day|daily|eat\w*|meal|snack|serving|cup|diet|food|intake|deficit|drink|slice)\b", _I
)

_FOCUS = (
    ("full body", r"\b(?:full|total|whole|entire)[ -]body\b|\bhead[ -]to[ -]toe\b"),
    ("upper body", r"\bupper[ -]body\b"), ("lower body", r"\blower[ -]body\b"),
    ("upper back", r"\bupper[ -](?:and[ -]lower[ -])?back\b"), ("lower back", r"\b(?:upper and )?lower[ -]back\b"),
    ("core", r"\bcore\b|\babs?\b|\babdominals?\b|\bmidsection\b|\btummy\b"),
    ("back", r"(?<!upper )(?<!lower )(?<!upper-)(?<!lower-)\bback\b"),
    ("legs", r"\blegs?\b|\bthighs?\b"), ("glutes", r"\bglutes?\b|\bbutt\b|\bbum\b|\bbooty\b|\bbottom\b"),
    ("arms", r"\barms?\b|\bbiceps?\b|\btriceps?\b"), ("shoulders", r"\bshoulders?\b"),
    ("chest", r"\bchest\b|\bpecs?\b"),
    ("hips", r"\bhips?\b"), ("waist", r"\bwaist\b|\bobliques?\b"), ("neck", r"\bneck\b"), ("heart", r"\bheart\b"),
    ("hamstrings", r"\bhamstrings?\b"), ("calves", r"\bcalves\b"), ("spine", r"\bspine\b"), ("posture", r"\bposture\b"),
)  # fmt: skip
_TYPES = (
    ("low impact", r"\blow[ -]impact\b"), ("high impact", r"\bhigh[ -]impact\b"), ("toning", r"\bton(?:ing|e|ed)\b"),
    ("HIIT", r"\bhiit\b|\bhigh[ -]intensity\b"), ("intervals", r"\bintervals?\b"), ("tabata", r"\btabata\b"),
    ("strength", r"\bstrength(?:en(?:ing)?)?\b|\bresistance training\b|\bmuscle[ -]building\b"),
    ("cardio", r"\bcardio\b|\baerobics?\b|\bfat[ -]burning\b"), ("circuit", r"\bcircuits?\b"),
    ("mobility", r"\bmobility\b"), ("stretching", r"\bstretching\b|\bflexibility\b"), ("balance", r"\bbalance\b"),
    ("Pilates", r"\bpilates\b"), ("yoga", r"\byoga\b"), ("endurance", r"\bendurance\b|\bstamina\b"),
    ("EMOM", r"\bemom\b"),
    ("AMRAP", r"\bamrap\b"),
)  # fmt: skip
_LEVELS = (
    (1, r"\b(?:absolute|complete|total) beginners?\b|\bvery easy\b"), (2, r"\bbeginners?\b|\beasy\b|\bgentle\b"),
    (3, r"\bintermediate\b|\bmoderate\b|\bmedium\b|\ball levels\b"), (4, r"\badvanced\b|\bhard\b|\bchallenging\b"),
    (5, r"\bexpert\b|\bvery hard\b|\belite\b"),
)  # fmt: skip
_WORKS = re.compile(
    (
        r"\b(?:works?|working|targets?|targeting|focus(?:es|ing)?(?: is)?(?: on)?|hits|trains?"
        r"|strengthens?|strengthening|tones?|toning|for (?:your|the))\b(.{0,120})"
    ),
    _I,
)
_WARM_UP = re.compile(r"\bwarm(?:ing|ed)?[ -]?up\b|\bwarm up\b", _I)
_STRETCH = re.compile(r"\bcool(?:ing)?[ -]?down\b|\bstretch(?:es|ing)?\b", _I)
_LABELS = {
    "focus": (
        r"focus(?: areas?)?|targets?|target areas?|body (?:parts?|areas?)|areas?(?: worked)?"
        r"|works|muscles?(?: worked| groups?)?|good for|zones?"
    ),
    "type": r"(?:training |workout |exercise )?(?:type|style|category|kind|format)",
    "level": r"level|difficulty|intensity|fitness level|suitable for",
    "equipment": (
        r"equipment(?: needed| required)?|you(?:'ll| will)? need|what you(?:'ll| will)? need"
        r"|kit|gear|props?|needed|tools"
    ),
}
_LABEL_PATTERNS = {
    name: re.compile(rf"^\W{{0,4}}(?:{pattern})\s?(?::|=|\s-\s|\|)\s?(.+)$", _I | re.DOTALL)
    for name, pattern in _LABELS.items()
}


class Said(Struct, frozen=True):
    """A value and the sentence it was read from; `inferred` where the page doesn't say it in so many words."""

    value: str
    sentence: str
    inferred: bool = False


class Length(Struct, frozen=True):
    """Minutes a page claims, `most` of a range."""

    least: int
    most: int
    sentence: str
    inferred: bool = False


class Calories(Struct, frozen=True):
    """Kilocalories a page claims."""

    low: int | None
    high: int
    sentence: str


def labelled(name: str, sentence: str) -> str | None:
    """What follows a label like "Focus:" or "Equipment:"; None where the sentence has no such label."""
    found = _LABEL_PATTERNS[name].match(plain(sentence))
    return found[1].strip() if found else None


def length_of(title: str, prose: Sequence[str]) -> Length | None:
    """How many minutes the workout takes by its title, a label or a sentence about it, in this order of trust."""
    best: tuple[int, Length] | None = None
    for number, sentence in enumerate((title, *prose)):
        said = plain(sentence)
        for found in _MINUTES.finditer(said):
            least, most = float(found[1]), float(found[2] or found[1])
            if not LEAST_MINUTES <= least <= most <= MOST_MINUTES:
                continue
            around = said[max(0, found.start() - 45) : found.end() + 25]
            weight = 4 * (number == 0) + 5 * bool(_LENGTH_LABEL.match(said)) + 2 * bool(_LENGTH_WORDS.search(around))
            weight += 3 * (len(said) <= found.end() - found.start() + 6) - 4 * bool(_NOT_THE_LENGTH.search(around))
            if weight > 0 and (best is None or weight > best[0]):
                inferred = number == 0 or not (_LENGTH_LABEL.match(said) or len(said) < 30)
                best = weight, Length(round(least), round(most), sentence, inferred)
        for found in _HOURS.finditer(said):
            if best is None and _LENGTH_WORDS.search(said) and not _NOT_THE_LENGTH.search(said):
                best = 1, Length(round(60 * float(found[1])), round(60 * float(found[1])), sentence, inferred=True)
    return best[1] if best else None


def calories_of(prose: Iterable[str]) -> Calories | None:
    """The kilocalories a page says the workout burns."""
    for sentence in prose:
        said = plain(sentence)
        if _NOT_BURNT.search(said):
            continue
        found = _KCAL_LABEL.search(said) or _KCAL.search(said)
        if found is None:
            continue
        low, high = (int(group.replace(",", "")) if group else None for group in (found[1], found[2]))
        if high is None and low is not None:
            upto = re.search(r"\b(?:up to|as many as|at most|maximum)\b", said, _I) is not None
            low, high = (None, low) if upto else (low, low)
        if high is not None and 10 <= high <= 3000 and (low is None or 10 <= low <= high):
            return Calories(low, high, sentence)
    return None


def focus_of(title: str, prose: Sequence[str]) -> tuple[Said, ...]:
    """The parts of the body a page says it is for: a label, a sentence that says so, else the title."""
    for sentence in prose:
        given = labelled("focus", sentence)
        if given is not None:
            return _told(_FOCUS, given, sentence) or (Said(given[:60].rstrip(".").casefold(), sentence),)
    for sentence in prose:
        works = _WORKS.search(plain(sentence))
        found = _told(_FOCUS, works[1], sentence, inferred=True) if works else ()
        if found:
            return found[:4]
    return _told(_FOCUS, title, title, inferred=True)[:4]


def types_of(title: str, prose: Sequence[str]) -> tuple[Said, ...]:
    """The kinds of training a page says it is: a label, else the title and what its sentences call it."""
    for sentence in prose:
        given = labelled("type", sentence)
        if given is not None:
            return _told(_TYPES, given, sentence) or (Said(given[:60].rstrip("."), sentence),)
    found = {one.value: one for one in _told(_TYPES, title, title, inferred=True)}
    for sentence in prose[:30]:
        for one in _told(_TYPES, sentence, sentence, inferred=True):
            found.setdefault(one.value, one)
    return tuple(found.values())[:4]


def level_of(title: str, prose: Sequence[str]) -> tuple[int, str] | None:
    """Difficulty from 1 to 5 by a label or the title, with the sentence; None where nothing is said."""
    for sentence in prose:
        given = labelled("level", sentence)
        if given is not None:
            stated = re.match(r"([1-5])\s?(?:/|of|out of)\s?5\b", given)
            level = int(stated[1]) if stated else _level(given)
            if level:
                return level, sentence
    level = _level(title)
    return (level, title) if level else None


def warm_up_advice(prose: Iterable[str]) -> tuple[str, ...]:
    """The sentences that say to warm up."""
    return tuple(sentence for sentence in prose if _WARM_UP.search(plain(sentence)))[:3]


def stretch_advice(prose: Iterable[str]) -> tuple[str, ...]:
    """The sentences that say to stretch or cool down."""
    return tuple(sentence for sentence in prose if _STRETCH.search(plain(sentence)))[:3]


def _told(words: Sequence[tuple[str, str]], text: str, sentence: str, *, inferred: bool = False) -> tuple[Said, ...]:
    """The words of a list that a text has, in the order of the text."""
    said = plain(text)
    hits = []
    for value, pattern in words:
        hit = re.search(pattern, said, _I)
        if hit is not None:
            hits.append((hit.start(), value))
    return tuple(Said(value, sentence, inferred) for _, value in sorted(hits, key=lambda hit: hit[0]))


def _level(text: str) -> int:
    said = plain(text)
    return next(
        (level for level, pattern in (_LEVELS[0], _LEVELS[4], *_LEVELS[1:4]) if re.search(pattern, said, _I)), 0
    )
