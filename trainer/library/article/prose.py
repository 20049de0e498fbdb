"""Exercises named in running sentences: "Start with 30 seconds of jumping jacks, then 15 squats and a plank."."""

import re
from collections.abc import Sequence

from msgspec import structs

from trainer.library.article.candidates import Candidate, instructs, measured_in, short_candidate
from trainer.library.article.headings import is_of_the_circuit
from trainer.library.article.measures import read_measure, read_rounds
from trainer.library.article.names import MatchKind, Names
from trainer.library.article.words import plain

_CLAUSE = re.compile(
    r"[;,:]\s+(?!\d+\s?(?:kg|lb))|\s+(?:and|then|followed by|before|plus)\s+|\s[-–—]\s|\.\s", re.IGNORECASE
)
_LEADING = re.compile(
    r"^\W*(?:(?:i|you|we|then|now|next|first|finally|do|start|begin|finish|end|off|up|follow|followed|add|try|with|by|perform|complete)\s+)+",
    re.IGNORECASE,
)
_AROUND = re.compile(r"\b(?:warm(?:ing)?[ -]?up|cool(?:ing)?[ -]?down|to warm up)\b", re.IGNORECASE)
_LONGEST_TOLD = 300  # seconds of an exercise that only running text tells of
_MOST_WORDS = 14  # of a sentence that names the exercise the next ones tell
_DENIED = re.compile(
    r"\b(?:not|never|instead of|rather than|without|unlike|avoid|no need|forget|skip)\b", re.IGNORECASE
)


def in_prose(sentence: str, names: Names, *, least: int) -> list[Candidate]:
    """The exercises a sentence names, in order; none if fewer than `least` are known with their length.

    A clause with a number and an unknown name counts where the clauses beside it are known.
    """
    if _DENIED.search(sentence):
        return []
    found: list[Candidate] = []
    known = 0
    for clause in _CLAUSE.split(plain(sentence))[:60]:
        candidate = short_candidate(_LEADING.sub("", clause), names)
        if candidate is None or (candidate.match is None and not candidate.counted):
            candidate = _named_within(clause, names)
        if candidate is None:
            continue
        measured = candidate.measure.is_length
        if candidate.match is not None and (measured or least > 1):
            known += 1
            found.append(structs.replace(candidate, measure_text=sentence))
        elif candidate.counted and candidate.match is None and len(candidate.name.split()) <= 3:
            found.append(structs.replace(candidate, measure_text=sentence))
    measures = [one.measure for one in found if one.measure.is_length]
    if len(measures) == 1 and found[-1].measure.is_length and re.search(r"\beach\b", sentence):
        found = [structs.replace(one, measure=measures[0]) for one in found]  # "plank, squats (1 min each)"
    return found if known >= least and known * 2 >= len(found) else []


def told_in(sentences: Sequence[str], names: Names) -> list[Candidate]:
    """The exercises of running text: named with their length, or named, told and then counted ("Do twelve of these").

    What is said to warm up or to cool down is advice, and no exercise.
    """
    found: list[Candidate] = []
    named: Candidate | None = None
    said: list[str] = []
    for sentence in sentences:
        text = plain(sentence)
        if _AROUND.search(text):
            continue
        listed = in_prose(sentence, names, least=1)
        mention = None if listed else _mentioned(sentence, names)
        if listed or mention is not None:
            found += _told(named, said)
            found += listed
            named, said = mention, []
        elif named is not None and not is_of_the_circuit(sentence) and read_rounds(sentence) is None:
            said.append(sentence)
    return found + _told(named, said)


def _told(named: Candidate | None, said: list[str]) -> list[Candidate]:
    """A named exercise with what was said after it, if that tells how to do it or how often."""
    if named is None or not said:
        return []
    body = " ".join(said)
    measure, source = measured_in(body, named.measure)
    is_told = instructs(body) or measure.reps is not None or (measure.seconds or _LONGEST_TOLD + 1) <= _LONGEST_TOLD
    if not is_told:
        return []
    return [structs.replace(named, body=body, measure=measure, measure_text=source or named.measure_text)]


def _mentioned(sentence: str, names: Names) -> Candidate | None:
    """The one exercise of the catalogue that a short sentence names."""
    words = re.findall(r"[A-Za-z][A-Za-z'-]*", plain(sentence))
    if len(words) > _MOST_WORDS or _DENIED.search(sentence):
        return None
    for at in range(len(words)):
        hit = names.first_in(words, at)
        if hit is not None:
            name = " ".join(words[at : at + hit[1]])
            shape = ("clause", "told", 0)
            return Candidate(name[:1].upper() + name[1:], hit[0], "", read_measure(""), sentence, shape)
    return None


def _named_within(clause: str, names: Names) -> Candidate | None:
    """A name of the catalogue somewhere in a clause that says how long or how often."""
    measure = read_measure(clause)
    count = re.search(r"\b(\d{1,3})\s+(?=[A-Za-z])", clause)
    if not measure.is_length and count is None:
        return None
    words = re.findall(r"[A-Za-z][A-Za-z'-]*", clause)[:40]
    for at in range(len(words)):
        hit = names.first_in(words, at)
        if hit is not None and hit[0].kind is not MatchKind.FUZZY:
            match, length = hit
            if not measure.is_length and count is not None and 1 <= int(count[1]) <= 500:
                measure = structs.replace(measure, reps=int(count[1]))
            name = " ".join(words[at : at + length])
            return Candidate(name[:1].upper() + name[1:], match, "", measure, clause, ("clause", "within", 0))
    return None
