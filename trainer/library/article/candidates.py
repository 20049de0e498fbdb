"""A piece of a page as the exercise it may describe: its name, what is said of it, how long."""

import re

from msgspec import Struct, structs

from trainer.library.article.headings import is_label
from trainer.library.article.measures import Measure, other_side_follows, read_measure, without_measure
from trainer.library.article.names import Match, Names
from trainer.library.article.piece import Piece, PieceKind
from trainer.library.article.words import plain, sentences, shortened

LONGEST_NAME = 70
_MOST_WORDS = 8
_I = re.IGNORECASE

_NUMBERED = re.compile(
    r"^\s*(?:(?:exercise|move|station|min(?:ute)?|no\.?|number|#)\s*#?\s*\d{1,2}\s*[.):\-]?\s+|\(?\d{1,2}\s?[.)]\s*"
    r"(?![\d])|\d{1,2}\s?[:\-]\s+|#\d{1,2}\s*[.:)\-]?\s+)",
    _I,
)
_GROUPED = re.compile(r"^\s*([A-H])\s?\d\s*[.):\-]?\s+(?=[A-Za-z])")
_HEAD = re.compile(r"^(.{2,90}?)(?:\s+[-\u2010-\u2015\u2212]+\s+|\s?[\u2013\u2014]\s?|:\s+|:$)(.*)$", re.DOTALL)
_COUNT = re.compile(r"^(\d{1,3})(?:\s?(?:-|to)\s?(\d{1,3}))?\s+(?:x\s+)?(?=[A-Za-z])", _I)
_BARE_NUMBER = re.compile(r"^\W*(\d{1,3})(?:\s?(?:-|to)\s?(\d{1,3}))?\W*$")
_EFFORT = re.compile(r"\s*(?:@\s*)?\bRPE\s?\d(?:\.\d)?(?:\s?-\s?\d)?|\s*@\s?\d{1,3}\s?(?:%|kg|lbs?)", _I)
_LINKING = re.compile(
    r"^(?:(?:now|then|next|finally|first|start|begin|finish|end|follow(?:ed)?|and|with"
    r"|by|do|perform|complete|try|hold|of|a|an|the|for|your|some|x|go|into|on|to|do)\b[\s,:]*)+"
    r"|(?:[\s,]*\b(?:for|of|x|at|do|and|then|with|to|on|hold|in|holding|rest|total|about|approximately|a|the)\b)+$",
    _I,
)
_EDGES = " \t\n.,;:-–—*•·|/\"'()[]=>"
_NO_NAME = re.compile(
    r"[?!]|https?:|www\.|@|\b(?:why|how|what|when|who|your|you|this|these|is|are|was"
    r"|will|click|we|our|i|my|(?-i:it)|repeat|circuit|rounds|workout|challenge|routine)\b",
    _I,
)
_COLUMNS = (
    ("name", r"exercise|move(?:ment)?|name|activity|station|what"),
    ("sets", r"\bsets?\b|rounds"),
    ("reps", r"\breps?\b|repetitions"),
    ("rest", r"\brest|recover"),
    ("time", r"time|duration|second|work|length|hold|minutes|how long"),
    ("notes", r"note|tip|how|instruction|description|detail|comment|cue"),
)

_OTHER_FORM = re.compile(
    r"\b(?:easier|harder|beginners?|advanced|too (?:hard|easy)|challenge|modif\w+|progress\w*)\b", _I
)

BODY_WORDS = re.compile(
    r"\b(?:knees?|elbows?|hips?|shoulders?|arms?|legs?|foot|feet|toes?|heels?|chest|back"
    r"|abs|abdominals?|glutes?|buttocks|bottom|core|spine|"
    r"thighs?|hands?|palms?|head|neck|ankles?|wrists?|torso|ribs?|waist|tummy|belly|pelvis"
    r"|forearms?|calf|calves|hamstrings?|body|shoulder blades?|fingers?|chin)\b",
    _I,
)
MOVING_WORDS = re.compile(
    r"\b(?:lift|lower|raise|bend|straighten|squeeze|twist|hold|stand|lie|kneel|press"
    r"|push|pull|step|jump|extend|exhale|inhale|breathe|return|"
    r"repeat|rotate|reach|walk|slide|shift|move|land|lunge|keep|swing|lean|hinge|roll"
    r"|curl|hop|drive|stretch|bring|draw|tuck|brace|engage|sit|squat|lunge|crouch|sway"
    r"|circle|kick|switch)\w*\b",
    _I,
)


class Candidate(Struct, frozen=True):
    """What may be an exercise. `shape` tells pieces of one make: those beside a known exercise are exercises too."""

    name: str
    match: Match | None
    body: str  # what is said of it in the same piece
    measure: Measure
    measure_text: str  # the words it was read from
    shape: tuple[str, str, int]
    group: str = ""  # "A" of A1, A2: a superset
    counted: bool = False  # "10 burpees": the number is the repetitions
    numbered: bool = False  # "3. Plank"

    @property
    def likely(self) -> bool:
        """Whether, unknown as its name is, it is told like an exercise."""
        return self.measure.is_length or self.counted or instructs(self.body)


def instructs(text: str) -> bool:
    """Whether a text tells a body how to move: two parts of it and a verb."""
    parts = {found.casefold() for found in BODY_WORDS.findall(text)}
    return len(parts) >= 2 and MOVING_WORDS.search(text) is not None


def columns_of(row: Piece) -> dict[str, int] | None:
    """Which column of a table holds what, if `row` is its head."""
    found: dict[str, int] = {}
    for place, cell in enumerate(row.cells):
        if len(cell) > 40:
            return None
        for column, pattern in _COLUMNS:
            if column not in found and re.search(pattern, cell, _I):
                found[column] = place
                break
    return found if len(found) >= 2 and not any(any(c.isdigit() for c in cell) for cell in row.cells[:1]) else None


def candidate_of(piece: Piece, names: Names, columns: dict[str, int] | None = None) -> Candidate | None:
    """The exercise that a piece may describe, None where it has no name to go by."""
    if piece.kind is PieceKind.ROW:
        return _of_row(piece, names, columns)
    kind = (piece.kind.value, piece.level)
    text = piece.text
    grouped = _GROUPED.match(text)
    group = grouped[1] if grouped else ""
    numbered = _NUMBERED.match(text) is not None
    text = text[grouped.end() :] if grouped else _without_number(text)
    if piece.lead and len(piece.lead) <= 90:
        lead = _without_number(piece.lead)
        rest = text[text.find(lead) + len(lead) :] if lead in text else text
        found = _named(lead, rest.lstrip(_EDGES), names, (kind[0], "bold", kind[1]), after=rest)
        if found is not None:
            return structs.replace(found, group=group, numbered=numbered)
    head = _HEAD.match(text.split("\n")[0])
    if head is not None and is_label(head[1]):
        return None
    for found in (_headed(text, names, kind), _first_line(text, names, kind), _short(text, names, kind)):
        if found is not None:
            return structs.replace(found, group=group, numbered=numbered)
    return None


def short_candidate(text: str, names: Names) -> Candidate | None:
    """The exercise in a clause: "30 seconds of jumping jacks", "then 10 press-ups"."""
    return _short(text, names, ("clause", 0))


def _without_number(text: str) -> str:
    return _NUMBERED.sub("", text, count=1).strip()


def _headed(text: str, names: Names, kind: tuple[str, int]) -> Candidate | None:
    """A name before a dash or a colon and its paragraph: "Name – paragraph", and "3 x 12 – name"."""
    head = _HEAD.match(text.split("\n", maxsplit=1)[0])
    if head is None:
        return None
    rest = "\n".join((head[2], *text.split("\n")[1:])).strip()
    shape = (kind[0], "dash", kind[1])
    if read_measure(head[1]).is_length and not clean_name(head[1]):
        return _named(rest, "", names, shape, after=head[1]) if len(rest) <= LONGEST_NAME else None
    return _named(head[1], rest, names, shape, after=rest)


def _first_line(text: str, names: Names, kind: tuple[str, int]) -> Candidate | None:
    """A name on the first of several lines, or as the first, short sentence."""
    line, _, rest = text.partition("\n")
    if rest and len(line) <= LONGEST_NAME:
        return _named(line, rest, names, (kind[0], "line", kind[1]), after=rest)
    first = sentences(text)[:1]
    if first and first[0] != text and len(first[0].split()) <= 5:
        rest = text[len(first[0]) :].strip()
        found = _named(first[0], rest, names, (kind[0], "sentence", kind[1]), after=rest)
        return found if found is not None and found.match is not None else None
    return None


def _short(text: str, names: Names, kind: tuple[str, int]) -> Candidate | None:
    """A name with its measure and nothing else: "Squats 3 x 12", "10 burpees", "Plank (45 s)"."""
    if len(text) > 110 or "\n" in text:
        return None
    return _named(text, "", names, (kind[0], "whole", kind[1]), after="")


def _named(head: str, body: str, names: Names, shape: tuple[str, str, int], *, after: str) -> Candidate | None:
    head = _EFFORT.sub("", head)
    if is_label(head) or _NO_NAME.search(_brackets_out(head)):
        return None
    own = read_measure(head)
    name = clean_name(head, own)
    if name.count(",") > 1:  # a list, no name
        return None
    if shape[1] in {"whole", "sentence", "line"} and shape[0] != "clause" and not own.spans and not _same(name, head):
        return None
    count = _COUNT.match(plain(name))
    counted = None
    bare = _BARE_NUMBER.match(plain(after)) if not own.is_length else None
    if bare:
        counted = structs.replace(own, reps=int(bare[1]), most_reps=int(bare[2]) if bare[2] else None)
    elif count:
        counted = structs.replace(own, reps=int(count[1]), most_reps=int(count[2]) if count[2] else None)
        name = clean_name(plain(name)[count.end() :])
    if not name or is_label(name) or len(name.split()) > _MOST_WORDS or len(name) > LONGEST_NAME:
        return None
    if not any(c.isalpha() for c in name) or len(name) < 3:
        return None
    if counted is not None and not own.is_length and 1 <= (counted.reps or 0) <= 500:
        own = counted
    measured, text = measured_in(after, own, head)
    return Candidate(name, names.match(name), body, measured, text, shape, counted=counted is not None)


def _same(name: str, head: str) -> bool:
    """Whether a name is all of the words it was cleaned from."""
    words = re.findall(r"[a-z]+", plain(head).casefold())
    return re.findall(r"[a-z]+", plain(name).casefold()) == words or _COUNT.match(plain(head)) is not None


def measured_in(body: str, known: Measure, known_from: str = "") -> tuple[Measure, str]:
    """What the sentences of a body add to what is known: the first length, number of sets and rest they say.

    With it the sentence that the length is from, else the one that the sets are from. What is said of an easier or
    harder form is that form's.
    """
    source = known_from if known.is_length or known.sets else ""
    for sentence in sentences(body):
        if _OTHER_FORM.search(sentence):
            continue
        found = read_measure(sentence)
        if found.is_length and not known.is_length:
            source = sentence
            known = structs.replace(
                found, sets=known.sets or found.sets, rest=known.rest or found.rest, each_side=known.each_side
            )
        if not source and found.sets and not known.sets:
            source = sentence
        known = structs.replace(
            known,
            sets=known.sets or found.sets,
            rest=known.rest if known.rest is not None else found.rest,
            rest_between=known.rest_between or found.rest_between,
            each_side=known.each_side
            or (found.each_side and (found.is_length or found.sets is not None))
            or other_side_follows(sentence),
        )
    return known, source


def clean_name(text: str, measure: Measure | None = None) -> str:
    """A name without number, measure and the words that join it to a sentence."""
    measure = read_measure(text) if measure is None else measure
    name = without_measure(text, measure) if measure.spans else text
    name = re.sub(r"\(\s*[^\w)]*\s*\)|\[\s*\]", " ", name)
    name = _without_number(" ".join(name.split()).strip(_EDGES.replace("(", "").replace(")", "")))
    if name.count("(") != name.count(")"):
        name = name.replace("(", " ").replace(")", " ")
    before = None
    while before != name:
        before = name
        name = _LINKING.sub("", name).strip(_EDGES.replace("(", "").replace(")", ""))
    name = " ".join(name.split())
    if name.isupper() and len(name) > 3:
        name = name.title().replace("'S", "'s")
    return shortened(name[:1].upper() + name[1:], LONGEST_NAME)


def _brackets_out(text: str) -> str:
    return re.sub(r"\([^)]{0,80}\)", " ", text)


def _of_row(row: Piece, names: Names, columns: dict[str, int] | None) -> Candidate | None:
    cells = row.cells
    place = columns.get("name") if columns else None
    if place is None or place >= len(cells):
        worded = [n for n, cell in enumerate(cells) if clean_name(cell) and not _COUNT.match(cell)]
        known = [n for n in worded if names.match(clean_name(cells[n]))]
        place = next(iter(known or worded), None)
    if place is None or not cells[place]:
        return None
    said = []
    for n, cell in enumerate(cells):
        if n == place or not cell:
            continue
        column = next((column for column, where in (columns or {}).items() if where == n), "")
        bare = re.fullmatch(r"\d{1,4}(?:\s?-\s?\d{1,4})?", plain(cell).strip()) is not None
        if column in {"sets", "reps"}:
            said.append(f"{column}: {cell}")
        elif column in {"rest", "time"}:
            said.append(f"{column}: {cell} sec" if bare else f"{column}: {cell}")
        else:
            said.append(cell)
    return _named(cells[place], ". ".join(said), names, ("row", "row", 0), after="; ".join(said))
