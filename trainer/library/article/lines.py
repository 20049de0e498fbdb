"""An exercise's paragraph split by what each sentence is for: how to set up, what to do, what to mind, what else."""

import re
from enum import StrEnum

from msgspec import Struct

from trainer.library.article.headings import is_label
from trainer.library.article.measures import read_measure
from trainer.library.article.words import plain, sentences

_I = re.IGNORECASE


class LineKind(StrEnum):
    """What a line is for."""

    SETUP = "setup"
    DO = "do"
    BREATHE = "breathe"
    SAFETY = "safety"
    EASIER = "easier"
    HARDER = "harder"
    SUBSTITUTE = "substitute"


class Line(Struct, frozen=True):
    """A sentence of a paragraph, or a clause of one that does two things."""

    kind: LineKind
    text: str


_SUBSTITUTE = re.compile(
    r"\binstead of\b|\bin place of\b|\bno (?:dumbbells?|ball|weights?|equipment|kit|chair"
    r"|mat|bands?|bench|step)\b\W|\b(?:don't|do not|if you haven't) (?:have|own|got)\b"
    r"|\bhaven't got\b|\bsubstitut\w*|\bswap (?:the|in|out|for)\b|\b(?:water bottles?"
    r"|soup cans?|tins?|cans?)\b.*\b(?:will|work|do|instead|use)\b|\b(?:use|grab|take"
    r"|try)\b.*\binstead\b"
    r"|\binstead\b.*\b(?:use|grab|take)\b|\bcan be (?:used|replaced|done with)\b|\bwithout (?:a"
    r"|any) (?:ball|dumbbell|weight|bench|chair|band)\w*\b.*\b(?:use|do|try|can)\b",
    _I,
)
_EASIER = re.compile(
    r"\beasier\b|\btoo (?:hard|difficult|much|tough|challenging)\b|\bmodif(?:y|ication"
    r"|ied)\b|\bbeginners?\b|\bless (?:challenging|intense|difficult)\b|\bregress\w*"
    r"|\bif you (?:struggle|can't|cannot|are new|find (?:it|this) (?:hard|difficult))"
    r"|\b(?:drop|come|go) (?:down )?(?:on)?to your knees\b|\bmake it (?:a little |a bit )?(?:easy"
    r"|gentler)|\bgentler\b",
    _I,
)
_HARDER = re.compile(
    r"\bharder\b|\btoo easy\b|\bmore (?:of a )?challeng\w*|\badvanced\b|\bprogress(?:ion"
    r"|ing)?\b|\btougher\b|\bextra challenge\b|\bstep it up\b|\blevel up\b"
    r"|\bintensif\w*|\bincrease the (?:difficulty|intensity|challenge)\b|\bfor a challenge\b"
    r"|\bup the (?:ante|intensity)\b|\bmore intens\w*",
    _I,
)
_SAFETY = re.compile(
    r"\b(?:don't|do not|don’t|never|avoid|careful\w*|caution|pain|injur\w*|protect|strain"
    r"|hurt\w*|warning|watch (?:out|that|your)|make sure|ensure|be sure)\b"
    r"|\bstop if\b|\bwithout (?:arching|swinging|locking|straining|letting|rounding|jerking"
    r"|twisting|rocking|using momentum)\b"
    r"|\bkeep (?:your|the) (?:\w+ )?(?:back|neck|spine|head|lower back|hips|knees?|shoulders"
    r"|chest|core|abs|gaze|chin|heels?|elbows|torso|body|pelvis|weight)\b"
    r"|\bshould(?:n't| not) \w+|\b(?:knees?|back|hips|shoulders) (?:should|must) (?:stay"
    r"|not|be|remain)\b|\bmistakes?\b",
    _I,
)
_BREATHE = re.compile(r"\b(?:breathe?|breathing|exhal\w+|inhal\w+|breath)\b", _I)
_SETUP = re.compile(
    r"^(?:to (?:start|begin|set up)\W+|first\W+|from there\W+)?(?:start|begin|stand|sit"
    r"|lie|lay|kneel|get|come|place|hold(?= (?:a|an|the|your|one|two|both|on|onto|dumbbells|weights|it)\b)"
    r"|holding|set|position|take|grab|assume|adopt"
    r"|"
    r"rest|with|on (?:your|all)|in a|standing|sitting|lying|kneeling|hang|plant|loop"
    r"|anchor|face|prop|balance yourself|stretch out on|find)\b",
    _I,
)
_STARTING_LABEL = re.compile(r"^(?:set[ -]?up|start(?:ing)?(?: position)?|position|begin)\b", _I)
_LABELLED = re.compile(r"^([A-Za-z][A-Za-z' /-]{1,30}?)\s*(?::|\s[-–—]\s)\s*")
_LABEL_KINDS = (
    (LineKind.EASIER, r"easier|easy|beginner|regress|modif|low[ -]impact|make it easier"),
    (LineKind.HARDER, r"harder|hard|advanced|progress|challenge|level up|make it harder"),
    (LineKind.SUBSTITUTE, r"substitut|alternative|swap|no \w+|instead"),
    (LineKind.SAFETY, r"caution|warning|safety|important|watch|avoid|common mistake|mistake|remember|careful|form"),
    (LineKind.BREATHE, r"breath"),
    (LineKind.SETUP, r"set[ -]?up|start|position|begin"),
)
_NOT_LINES = re.compile(
    r"^(?:sets?|reps?|repetitions?|rounds?|time|duration|length|rest|tempo|equipment"
    r"|you(?:'ll| will)? need|kit|gear|needed|needs|props?|targets?|target \w+|muscles?(?: \w+)?"
    r"|works|focus|body part"
    r"|areas?|good for|benefits?|why(?: it works)?|purpose|level|difficulty|calories|type)\s*(?::|-)",
    _I,
)
_CLAUSES = re.compile(r";\s+|,?\s+and then\s+|,\s+then\s+|\.\s+", _I)
_WITH_THEN = re.compile(r"^(?:with|from|on|in|holding|keeping)\b[^,]{3,80},\s+\w+", _I)
_AT_ONCE = 12  # characters before a warning that begins its sentence
_LITTLE = 4  # words beside a measure that make no instruction


def lines_of(body: str) -> tuple[Line, ...]:
    """The lines of a paragraph, in its order. What only says how long or how often is none."""
    found: list[Line] = []
    under: LineKind | None = None
    under_other = False
    for sentence in _questions_joined(sentences(body)):
        said = plain(sentence).strip()
        if said.endswith(":") and is_label(said):
            under, under_other = _of_label(said), _NOT_LINES.match(said) is not None
            continue
        if under_other or _NOT_LINES.match(said) or _only_measures(said):
            continue
        labelled = _LABELLED.match(sentence)
        text = sentence
        kind = under
        if labelled and is_label(labelled[1]):
            kind = _of_label(labelled[1]) or kind
            text = sentence[labelled.end() :].strip()
            text = text[:1].upper() + text[1:]
        if not text:
            continue
        if kind is None:
            kinds = {line.kind for line in found}
            found += _classified(text, begun=LineKind.DO in kinds, has_setup=LineKind.SETUP in kinds)
        else:
            found.append(Line(kind, text))
    return tuple(found)


def _questions_joined(said: tuple[str, ...]) -> list[str]:
    """A question and its answer are one line: "Too hard? Bend your knees"."""
    joined: list[str] = []
    for sentence in said:
        if joined and joined[-1].endswith("?") and not _LABELLED.match(sentence):
            joined[-1] = f"{joined[-1]} {sentence}"
        else:
            joined.append(sentence)
    return joined


def _classified(sentence: str, *, begun: bool, has_setup: bool) -> list[Line]:
    said = plain(sentence)
    for kind, pattern in (
        (LineKind.SUBSTITUTE, _SUBSTITUTE),
        (LineKind.EASIER, _EASIER),
        (LineKind.HARDER, _HARDER),
        (LineKind.SAFETY, _SAFETY),
    ):
        hit = pattern.search(said)
        if hit is None:
            continue
        if kind is LineKind.SAFETY and not begun and (_SETUP.match(said) or hit.start() > _AT_ONCE):
            continue  # the first sentences say what to do; a warning among their words is no warning alone
        return [Line(kind, sentence)]
    if not begun and _SETUP.match(said) and not (has_setup and _WITH_THEN.match(said)):
        clauses = [clause for clause in _CLAUSES.split(sentence) if clause.strip()]
        if len(clauses) == 2 and not _SETUP.match(plain(clauses[1]).strip()) and len(clauses[1].split()) >= 3:
            first, second = clauses[0].rstrip(" ,;") + ".", clauses[1][:1].upper() + clauses[1][1:]
            return [Line(LineKind.SETUP, first), Line(LineKind.DO, second)]
        return [Line(LineKind.SETUP, sentence)]
    if _BREATHE.search(said) and len(said.split()) <= 14:
        return [Line(LineKind.BREATHE, sentence)]
    return [Line(LineKind.DO, sentence)]


def _of_label(label: str) -> LineKind | None:
    said = plain(label).casefold()
    return next((kind for kind, pattern in _LABEL_KINDS if re.match(rf"(?:to )?(?:{pattern})", said)), None)


def _only_measures(said: str) -> bool:
    measure = read_measure(said)
    if not measure.spans:
        return False
    kept = said
    for start, end in reversed(measure.spans):
        kept = kept[:start] + " " + kept[end:]
    return len(re.findall(r"[A-Za-z]+", kept)) <= _LITTLE
