"""Which pieces of a page are exercises: those the catalogue knows, and those told in the same way beside them."""

from collections.abc import Sequence

from trainer.library.article.candidates import (
    BODY_WORDS,
    MOVING_WORDS,
    Candidate,
    candidate_of,
    columns_of,
    instructs,
)
from trainer.library.article.headings import SectionKind, section_kind
from trainer.library.article.measures import read_measure
from trainer.library.article.names import Names
from trainer.library.article.piece import Piece, PieceKind

MOST_EXERCISES = 60
_MOST_LISTED_WORDS = 5  # of a name without anything else


def candidates_in(pieces: Sequence[Piece], names: Names) -> dict[int, Candidate]:
    """What each piece may be: the candidates by the place of their piece; a table's head says what its columns hold."""
    found: dict[int, Candidate] = {}
    columns: dict[str, int] | None = None
    before: Piece | None = None
    for place, piece in enumerate(pieces):
        if piece.kind is PieceKind.ROW and (before is None or before.kind is not PieceKind.ROW):
            columns = columns_of(piece)
            if columns is not None:
                before = piece
                continue
        before = piece
        candidate = candidate_of(piece, names, columns if piece.kind is PieceKind.ROW else None)
        if candidate is not None:
            found[place] = candidate
    return found


def section_kinds(pieces: Sequence[Piece]) -> list[SectionKind]:
    """The kind of the section each piece stands in; a heading below a heading of some kind is of that kind too."""
    kinds: list[SectionKind] = []
    stack: list[tuple[int, SectionKind]] = []
    for piece in pieces:
        if piece.kind is PieceKind.HEADING:
            while stack and stack[-1][0] >= piece.level:
                stack.pop()
            kind = section_kind(piece.text)
            if kind is SectionKind.MAIN and stack:
                kind = stack[-1][1]
            stack.append((piece.level, kind))
        kinds.append(stack[-1][1] if stack else SectionKind.MAIN)
    return kinds


def accepted_among(pieces: Sequence[Piece], candidates: dict[int, Candidate], kinds: Sequence[SectionKind]) -> set[int]:
    """Which candidates are exercises: those the catalogue knows, and those told in the same way beside them."""
    possible = {
        place: candidate
        for place, candidate in candidates.items()
        if kinds[place] not in {SectionKind.EQUIPMENT, SectionKind.NOISE}
        and not (pieces[place].kind is PieceKind.HEADING and section_kind(pieces[place].text) is not SectionKind.MAIN)
    }
    bodies = {place: _following(place, pieces, candidates) for place in possible}
    parents = _parents(pieces)
    strong = {
        place
        for place, candidate in possible.items()
        if candidate.match is not None
        and (kinds[place] is not SectionKind.TALK or candidate.measure.is_length)
        and (candidate.likely or candidate.shape[1] != "dash" or _speaks_of_bodies(candidate.body, bodies[place]))
    }
    accepted = set(strong)
    shapes = {(candidates[place].shape, parents[place]) for place in strong}
    loose = {candidates[place].shape for place in strong}
    told: dict[tuple[tuple[str, str, int], int], list[int]] = {}
    for place, candidate in possible.items():
        if place in strong or kinds[place] is SectionKind.TALK:
            continue
        body = f"{candidate.body} {bodies[place]}"
        is_told = candidate.likely or instructs(body) or read_measure(bodies[place][:400]).is_length
        if pieces[place].kind is PieceKind.HEADING and _holds_others(place, pieces, strong):
            continue
        if _is_listed_with(place, possible, strong, parents) or _is_counted_like(place, candidates, strong, parents):
            accepted.add(place)
            continue
        beside = (candidate.shape, parents[place]) in shapes or (candidate.shape in loose and instructs(body))
        if beside and is_told:
            accepted.add(place)
        elif instructs(body):
            told.setdefault((candidate.shape, parents[place]), []).append(place)
    for places in told.values():
        if len(places) >= 3 or (strong and len(places) >= 2):
            accepted.update(places)
            like = {(candidates[place].shape, parents[place]) for place in places}
            accepted.update(
                place
                for place, candidate in possible.items()
                if (candidate.shape, parents[place]) in like and _speaks_of_bodies(candidate.body, bodies[place])
            )
    return set(sorted(accepted)[:MOST_EXERCISES])


def _is_listed_with(place: int, possible: dict[int, Candidate], strong: set[int], parents: Sequence[int]) -> bool:
    """Whether a short name stands in a list or table of which at least half are known exercises."""
    candidate = possible[place]
    listed = candidate.shape[0] in {"item", "row"} or candidate.numbered
    if not listed or len(candidate.name.split()) > _MOST_LISTED_WORDS:
        return False
    beside = [n for n, other in possible.items() if (other.shape, parents[n]) == (candidate.shape, parents[place])]
    known = sum(n in strong for n in beside)
    return known >= 2 and 2 * known >= len(beside)


def _is_counted_like(place: int, candidates: dict[int, Candidate], strong: set[int], parents: Sequence[int]) -> bool:
    """Whether a short name with sets and repetitions stands below the same heading as known exercises with theirs."""
    candidate = candidates[place]
    if not (candidate.measure.sets and candidate.measure.is_length) or len(candidate.name.split()) > _MOST_LISTED_WORDS:
        return False
    return any(parents[n] == parents[place] and candidates[n].measure.sets for n in strong)


def _speaks_of_bodies(*texts: str) -> bool:
    said = " ".join(texts)
    return bool(said.strip()) and (BODY_WORDS.search(said) is not None or MOVING_WORDS.search(said) is not None)


def _parents(pieces: Sequence[Piece]) -> list[int]:
    """The place of the heading above each piece; of a heading, of the one it is below; -1: none."""
    found: list[int] = []
    stack: list[int] = []
    for place, piece in enumerate(pieces):
        if piece.kind is PieceKind.HEADING:
            while stack and pieces[stack[-1]].level >= piece.level:
                stack.pop()
            found.append(stack[-1] if stack else -1)
            stack.append(place)
        else:
            found.append(stack[-1] if stack else -1)
    return found


def _following(place: int, pieces: Sequence[Piece], candidates: dict[int, Candidate]) -> str:
    """The text below a heading or a bare name, as far as the next heading or known name."""
    texts: list[str] = []
    for after in range(place + 1, min(place + 9, len(pieces))):
        piece = pieces[after]
        known = after in candidates and candidates[after].match is not None
        if piece.kind is PieceKind.HEADING or known or candidates[place].body:
            break
        texts.append(piece.text)
    return " ".join(texts)


def _holds_others(place: int, pieces: Sequence[Piece], strong: set[int]) -> bool:
    """Whether a heading has known exercises below it: it names a part of the workout then."""
    for after in range(place + 1, len(pieces)):
        if pieces[after].kind is PieceKind.HEADING and pieces[after].level <= pieces[place].level:
            return False
        if after in strong:
            return True
    return False
