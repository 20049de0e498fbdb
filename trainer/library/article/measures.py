"""How long, how often: set notation, intervals, rests and rounds as articles write them."""

import re

from msgspec import Struct, structs

from trainer.library.article.words import plain

LEAST_SECONDS, MOST_SECONDS = 5, 3600  # of a step, as its file may say
_SHORTEST_HOLD = 10  # seconds; "hold for two seconds" is part of a repetition
_MOST_REPS, _MOST_SETS, _MOST_ROUNDS = 500, 20, 30

_N = r"(\d{1,4}(?:\.\d{1,2})?)"
_RANGE = rf"{_N}(?:\s?(?:-|to|or|/)\s?{_N})?"
_SEC = r"(?:seconds?|secs?|s(?![a-z])|\"|'')"
_MIN = r"(?:minutes?|mins?|')"
_UNIT = rf"({_SEC}|{_MIN})(?![a-z])"
_REPS = r"(?:(?:slow|controlled|full|smooth|total|good)\s)?(?:reps?|repetitions?)\b"
_EACH = r"(?:each|per|either|both|every)\s+(?:sides?|legs?|arms?|ways?|directions?)"

_I = re.IGNORECASE
_SIDES = re.compile(
    rf"\b(?:on\s+|to\s+|for\s+|in\s+)?{_EACH}\b|\be/s\b|\beach(?=\s*(?:[).,;]|$))|/\s?(?:side|leg|arm)\b", _I
)
_OTHER_SIDE = re.compile(
    r"\b(?:repeat|switch|swap|change|then)\b(?:\s\w+){0,4}?\s(?:the\s)?(?:other|opposite"
    r"|second)\s(?:side|leg|arm)\b|\b(?:switch|swap|change)\s(?:sides|legs|arms)\b",
    _I,
)
_SLASH = re.compile(
    rf"\b{_N}\s?{_SEC}?\s?/\s?{_N}\s?({_SEC})?(?:\s?(?:x|for)\s?(\d{{1,2}})(?:\s?(?:rounds?|sets?|times))?)?", _I
)
_ON_OFF = re.compile(
    rf"\b{_N}\s?-?{_UNIT}\s?(?:on|(?:of\s)?(?:hard\s)?(?:work|effort|exercise)\w*)\b[\s,;/]*(?:and"
    rf"|then|followed by|with)?\s?"
    rf"{_N}\s?-?{_UNIT}\s?(?:off|(?:of\s)?(?:rest|recover|easy|break)\w*)(?:\s?x\s?(\d{{1,2}}))?",
    _I,
)
_WORK_REST = re.compile(
    rf"\b(?:work|go|exercise|on)\b[\s:]*(?:hard\s)?(?:for\s)?{_N}\s?{_UNIT}[\s,;/]*(?:and|then)?\s?"
    rf"(?:rest|recover|off)\w*[\s:]*(?:for\s)?{_N}\s?({_SEC}|{_MIN})?",
    _I,
)
_BETWEEN = (
    r"(?:\s(?:\w+\s)?(?:between|after)\s(?:\w+\s){0,2}?(sets?|rounds?|circuits?|exercises?"
    r"|moves?|intervals?|superset|one)\b)?"
)
_REST_FIRST = re.compile(
    rf"\b(?:rest(?:ing|s)?|recover(?:y)?|pause|break|breather)\b[\s:=]*(?:for|of|is)?\s?(?:about\s"
    rf"|up to\s)?{_RANGE}[\s-]?{_UNIT}{_BETWEEN}",
    _I,
)
_REST_LAST = re.compile(
    rf"\b{_RANGE}[\s-]?{_UNIT}\s?(?:of\s|to\s)?(?:rest|recovery|recover|break|breather|off)\b{_BETWEEN}", _I
)
_SETS_OF = re.compile(
    rf"\b(\d{{1,2}})\s?(?:x|sets?\s?(?:of|x|with|at|,|-)?|rounds?\sof)\s?{_RANGE}(?:[\s-]?(?:({_SEC}"
    rf"|{_MIN})(?![a-z])|{_REPS}|times\b))?(?!\s?(?:kg|lbs?|pounds?|cm|inch|m\b|metre"
    rf"|meter|exercises|moves|different|[a-z]+\s+exercises))",
    _I,
)
_SETS_OPEN = re.compile(
    r"\b(\d{1,2})\s?(?:x|sets?\s(?:of|to))\s?(?:amrap|max(?:imum)?|failure|as many as)\b(?:\sreps)?", _I
)
_REPS_DONE = re.compile(
    (
        r"\b(?:do|aim for|complete|perform|try|get to)\s(\d{1,3})(?:\s?(?:-|to|or)\s?(\d{1,3}))?(?=\sof\s"
        r"(?:these|them|those)|\W*$)"
    ),
    _I,
)
_REPS_SETS = re.compile(
    rf"\b{_RANGE}\s?(?:{_REPS}|({_SEC}|{_MIN})(?![a-z]))\s?(?:x|for|,|-)?\s?(\d{{1,2}})\s?(?:sets?|rounds?)\b", _I
)
_SETS_LABEL = re.compile(r"\bsets?\b\s?[:=]\s?(\d{1,2})", _I)
_REPS_LABEL = re.compile(rf"\b(?:reps?|repetitions?)\b\s?[:=]\s?{_RANGE}(?:\s?({_SEC}|{_MIN})(?![a-z]))?", _I)
_TIME_LABEL = re.compile(rf"\b(?:time|duration|hold|work|length)\b\s?[:=]\s?{_RANGE}\s?{_UNIT}", _I)
_SETS = re.compile(r"\b(\d{1,2})\s?(?:working\s|straight\s)?sets?\b", _I)
_REPS_ONLY = re.compile(rf"\b{_RANGE}\s?{_REPS}", _I)
_TIMES = re.compile(rf"\b(?:for\s|do\s(?:this|it)\s|repeat\s(?:this\s|it\s)?)?{_RANGE}\s?times\b", _I)
_X_REPS = re.compile(rf"(?:^|\s)x\s?{_RANGE}\b(?!\s?(?:kg|lbs?|{_SEC}|{_MIN}))|\b{_RANGE}\s?x(?=\s|$)(?!\s?\d)", _I)
_REPS_SIDE = re.compile(rf"\b{_RANGE}(?=\s?/\s?(?:side|leg|arm)\b|\s(?:on\s|to\s)?{_EACH}\b|\seach$)", _I)
_CLOCK = re.compile(r"\b(\d{1,2}):([0-5]\d)\b(?!\s?(?:[ap]\.?m|o'clock))(?:\s?(?:minutes?|mins?))?", _I)
_TIME = re.compile(rf"\b(hold(?:ing)?\s(?:\w+\s){{0,4}}?(?:for\s)?)?{_RANGE}[\s-]?{_UNIT}", _I)
_OPEN = re.compile(
    r"\b(?:to|until|till)\s(?:failure|fatigue|exhaustion)\b|\bas many (?:reps? )?as (?:you can"
    r"|possible)\b|\bamrap\b|\bmax(?:imum)? reps?\b|\bas long as you (?:can|like)\b",
    _I,
)
_TABATA = re.compile(r"\btabata\b", _I)
_INTERVAL_WORDS = re.compile(r"\b(?:interval|tabata|hiit|on\b|off\b|work|rest)", _I)

_ROUNDS = (
    re.compile(
        r"\brepeat\b(?:\s(?:the|this|all|it|everything|whole|thing|list|circuit|sequence))*\s?x\s?(\d{1,2})\b", _I
    ),
    re.compile(r"\brepeat\b(?:\s\w+){0,4}?\s(\d{1,2})(?:\s?-\s?(\d{1,2}))?\s?x\b", _I),
    re.compile(
        r"\b(?:repeat|do|complete|perform|run through|go through|cycle through)\b(?:\s\w+){0,6}?\s(\d{1,2})"
        r"(?:\s?(?:-|to|or)\s?(\d{1,2}))?\s?(more\s)?(?:times|rounds|circuits|sets|laps)\b(?!\s(?:on"
        r"|for|to|per|each|with)\b)",
        _I,
    ),
    re.compile(r"\b(\d{1,2})(?:\s?(?:-|to|or)\s?(\d{1,2}))?\s?(more\s|total\s|full\s)?(?:rounds|circuits|laps)\b", _I),
    re.compile(r"\brounds?\s?[:=]\s?(\d{1,2})(?:\s?(?:-|to)\s?(\d{1,2}))?", _I),
    re.compile(
        r"\b(?:circuit|round|superset|block|everything|all of it|whole (?:thing|sequence"
        r"|set|circuit))\b[^.]{0,40}?\b(\d{1,2})\s?(?:-\s?(\d{1,2})\s?)?(more\s)?times?\b",
        _I,
    ),
    re.compile(r"\(?\bx\s?(\d{1,2})()\s?(?:rounds|circuits)\b", _I),
    re.compile(r"\brepeat\b(?:\s\w+){0,6}?\s(\d{1,2})()\s(more)\stime\b", _I),
)


class Measure(Struct, frozen=True):
    """What a text says of length and number; None where it says nothing. Seconds throughout."""

    sets: int | None = None
    reps: int | None = None
    most_reps: int | None = None  # "10-12 reps": 12
    seconds: int | None = None
    most_seconds: int | None = None
    rest: int | None = None
    rest_between: str = ""  # what the rest is between: "sets", "rounds", ...
    interval_rounds: int | None = None  # of "20/10 x 8"
    is_interval: bool = False
    each_side: bool = False
    open: bool = False
    spans: tuple[tuple[int, int], ...] = ()  # of the words that say so, in `plain(text)`

    @property
    def is_length(self) -> bool:
        """Whether it says how long or how often an exercise is done."""
        return self.reps is not None or self.seconds is not None or self.open


class Rounds(Struct, frozen=True):
    """How often a circuit is gone through."""

    least: int
    most: int


def read_measure(text: str) -> Measure:
    """Everything a text says of length and number; of two that contradict each other the first."""
    said = plain(text)
    found = Measure()
    spans: list[tuple[int, int]] = []
    for read in (_intervals, _rests, _sets, _lengths):
        found = read(said, found, spans)
    sides = _SIDES.search(said)
    if sides:
        found = structs.replace(found, each_side=True)
        spans.append(sides.span())
    return structs.replace(found, spans=tuple(sorted(spans)))


def without_measure(text: str, measure: Measure) -> str:
    """`plain(text)` without the words of the measure."""
    said, at, kept = plain(text), 0, []
    for start, end in measure.spans:
        kept.append(said[at:start])
        at = max(at, end)
    return " ".join((*kept, said[at:]))


def other_side_follows(sentence: str) -> bool:
    """Whether a sentence sends one over to the other side: "then repeat on the other leg"."""
    return _OTHER_SIDE.search(plain(sentence)) is not None


def read_rounds(text: str) -> Rounds | None:
    """How often a text says to go through a circuit: "repeat 3 times", "2-3 rounds", "twice more"."""
    said = plain(text)
    for pattern in _ROUNDS:
        found = pattern.search(said)
        if found:
            more = 1 if any((group or "").strip().casefold() == "more" for group in found.groups()) else 0
            upper = found[2] if pattern.groups > 1 else None
            least, most = int(found[1]) + more, int(upper or found[1]) + more
            if 1 <= least <= most <= _MOST_ROUNDS:
                return Rounds(least, most)
    return None


def _free(match: re.Match[str] | None, spans: list[tuple[int, int]]) -> bool:
    return match is not None and not any(match.start() < end and start < match.end() for start, end in spans)


def _first(pattern: re.Pattern[str], said: str, spans: list[tuple[int, int]]) -> re.Match[str] | None:
    return next((match for match in pattern.finditer(said) if _free(match, spans)), None)


def _in_seconds(number: str, unit: str | None) -> int | None:
    minutes = unit is not None and (unit.casefold().startswith("m") or unit == "'")
    seconds = round(float(number) * (60 if minutes else 1))
    return seconds if 1 <= seconds <= MOST_SECONDS else None


def _intervals(said: str, found: Measure, spans: list[tuple[int, int]]) -> Measure:
    for pattern in (_ON_OFF, _WORK_REST):
        match = pattern.search(said)
        if match:
            work, rest = _in_seconds(match[1], match[2]), _in_seconds(match[3], match[4] or match[2])
            if work and rest and work >= LEAST_SECONDS:
                spans.append(match.span())
                rounds = match[5] if pattern is _ON_OFF else None
                return structs.replace(
                    found, seconds=work, rest=rest, is_interval=True, interval_rounds=int(rounds) if rounds else None
                )
    for match in _SLASH.finditer(said):
        work_s, rest_s = float(match[1]), float(match[2])
        plausible = 10 <= work_s <= 300 and 5 <= rest_s <= 300 and work_s % 5 == 0 == rest_s % 5
        in_words = match[3] or match[4] or "s" in match[0].casefold() or _INTERVAL_WORDS.search(said)
        if plausible and in_words:
            spans.append(match.span())
            return structs.replace(
                found,
                seconds=round(work_s),
                rest=round(rest_s),
                is_interval=True,
                interval_rounds=int(match[4]) if match[4] and 1 <= int(match[4]) <= _MOST_ROUNDS else None,
            )
    if _TABATA.search(said):
        return structs.replace(found, seconds=20, rest=10, is_interval=True)
    return found


def _rests(said: str, found: Measure, spans: list[tuple[int, int]]) -> Measure:
    for pattern in (_REST_FIRST, _REST_LAST):
        match = _first(pattern, said, spans)
        if match:
            seconds = _in_seconds(match[1], match[3])
            if seconds is not None and found.rest is None:
                found = structs.replace(found, rest=seconds, rest_between=(match[4] or "").casefold())
            spans.append(match.span())
    return found


def _sets(said: str, found: Measure, spans: list[tuple[int, int]]) -> Measure:
    match = _first(_SETS_OF, said, spans)
    if match and 1 <= int(match[1]) <= _MOST_SETS:
        spans.append(match.span())
        return structs.replace(_amount(found, match[2], match[3], match[4]), sets=int(match[1]))
    match = _first(_SETS_OPEN, said, spans)
    if match and 1 <= int(match[1]) <= _MOST_SETS and not found.is_length:
        spans.append(match.span())
        return structs.replace(found, sets=int(match[1]), open=True)
    match = _first(_REPS_SETS, said, spans)
    if match and 1 <= int(match[4]) <= _MOST_SETS:
        spans.append(match.span())
        return structs.replace(_amount(found, match[1], match[2], match[3]), sets=int(match[4]))
    for pattern in (_SETS_LABEL, _SETS):
        match = _first(pattern, said, spans)
        if match and 1 <= int(match[1]) <= _MOST_SETS:
            spans.append(match.span())
            return structs.replace(found, sets=int(match[1]))
    return found


def _lengths(said: str, found: Measure, spans: list[tuple[int, int]]) -> Measure:
    for pattern in (_REPS_LABEL, _TIME_LABEL, _REPS_ONLY, _X_REPS, _TIMES, _REPS_SIDE, _REPS_DONE):
        if found.is_length:
            break
        match = _first(pattern, said, spans)
        if match:
            least, most = (match[3], match[4]) if match[1] is None else (match[1], match[2])
            unit = match[3] if pattern in {_REPS_LABEL, _TIME_LABEL} else None
            found = _amount(found, least, most, unit)
            spans.append(match.span())
    if not found.is_length:
        for match in _TIME.finditer(said):
            seconds = _in_seconds(match[2], match[4])
            if _free(match, spans) and seconds and seconds >= _SHORTEST_HOLD:
                found = _amount(found, match[2], match[3], match[4])
                spans.append(match.span())
                break
    clock = _first(_CLOCK, said, spans)
    if clock and not found.is_length:
        seconds = int(clock[1]) * 60 + int(clock[2])
        if LEAST_SECONDS <= seconds <= MOST_SECONDS:
            found = structs.replace(found, seconds=seconds)
            spans.append(clock.span())
    if not found.is_length and (match := _OPEN.search(said)):
        found = structs.replace(found, open=True)
        spans.append(match.span())
    return found


def _amount(found: Measure, least: str, most: str | None, unit: str | None) -> Measure:
    """`least` to `most` repetitions, or seconds or minutes where there is a unit."""
    if unit:
        seconds, top = _in_seconds(least, unit), _in_seconds(most, unit) if most else None
        if seconds is None or seconds < LEAST_SECONDS or found.seconds is not None:
            return found
        return structs.replace(found, seconds=seconds, most_seconds=top)
    reps, top = int(float(least)), int(float(most)) if most else None
    if not 1 <= reps <= _MOST_REPS or found.reps is not None or found.seconds is not None:
        return found
    return structs.replace(found, reps=reps, most_reps=top if top and reps < top <= _MOST_REPS else None)
