"""Exercises named in running sentences: "Start with 30 seconds of jumping jacks, then 15 squats and a plank."."""

import re

from msgspec import structs

from trainer.library.article.candidates import Candidate, short_candidate
from trainer.library.article.measures import read_measure
from trainer.library.article.names import MatchKind, Names
from trainer.library.article.words import plain

_CLAUSE = re.compile(
    r"[;,:]\s+(?!\d+\s?(?:kg|lb))|\s+(?:and|then|followed by|before|plus)\s+|\s[-–—]\s|\.\s", re.IGNORECASE
)
_LEADING = re.compile(
    r"^\W*(?:(?:i|you|we|then|now|next|first|finally|do|start|begin|finish|end|off|up|follow|followed|add|try|with|by|perform|complete)\s+)+",
    re.IGNORECASE,
)
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
    return found if known >= least and known * 2 >= len(found) else []


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
