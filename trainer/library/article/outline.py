"""A page's pieces as sections, each with the exercises it names and the sentences that belong to none."""

import re
from collections.abc import Sequence

from msgspec import Struct

from trainer.library.article.acceptance import accepted_among, candidates_in, section_kinds
from trainer.library.article.candidates import (
    Candidate,
    measured_in,
)
from trainer.library.article.facts import labelled
from trainer.library.article.headings import (
    SectionKind,
    is_label,
    is_noise,
    is_of_the_circuit,
    section_kind,
)
from trainer.library.article.measures import Measure
from trainer.library.article.names import Names
from trainer.library.article.piece import Piece, PieceKind
from trainer.library.article.prose import in_prose, told_in
from trainer.library.article.words import plain, sentences

_LISTED_AT_ONCE = 3  # names of the catalogue in one sentence, from which it is a list
_LABELLED = re.compile(r"^[\s*•–-]*([A-Za-z][A-Za-z' /-]{1,30}?)\s*(?:[:.]|\s[-–—])\s+\S")
_SAYS = re.compile(
    (
        r"^(?:easier|harder|too (?:easy|hard)|to make (?:it|this)|make it|tip|modif|beginner"
        r"|if you|no (?:dumbbell|ball|weight))"
    ),
    re.IGNORECASE,
)
_COMMENTS = re.compile(r"^\W*(?:\d+ )?(?:comments|replies|responses)(?: \(\d+\))?\W*$", re.IGNORECASE)
_SECTION_LINE = re.compile(
    r"^\W*(warm[ -]?up|main(?: set| circuit| workout| part)?|cool[ -]?down|finisher"
    r"|(?:the )?circuit(?: \d)?|(?:the )?workout)"
    r"\s?(?::|[-–—(])\s?",
    re.IGNORECASE,
)
_ABOUT_ALL = re.compile(
    (
        r"^\W*total\b|\b(?:cool(?:ing)?[ -]?down|warm(?:ing)?[ -]?up|stretch(?:es|ing)? (?:after|out"
        r"|your|for|well|at)|this (?:workout|routine)|workout\b.*\bburn)"
    ),
    re.IGNORECASE,
)


class Described(Struct, frozen=True):
    """An exercise as a page tells it. `body`: its paragraph, sentences joined by line ends."""

    candidate: Candidate
    body: str
    heading: str  # the words its name stands in

    @property
    def measure(self) -> tuple[Measure, str]:
        """How long or how often, and the sentence that says so."""
        return measured_in(self.body, self.candidate.measure, self.candidate.measure_text)


class Section(Struct, frozen=True):
    """A heading and what stands below it, as far as the next."""

    title: str
    kind: SectionKind
    exercises: tuple[Described, ...] = ()
    prose: tuple[str, ...] = ()  # sentences that belong to no exercise


class Outline(Struct, frozen=True):
    """The whole page. `unread`: names that look like exercises but were not taken for any."""

    sections: tuple[Section, ...]
    unread: tuple[str, ...] = ()

    @property
    def exercises(self) -> tuple[Described, ...]:
        return tuple(one for section in self.sections for one in section.exercises)


def outline(pieces: Sequence[Piece], names: Names) -> Outline:
    """Find the exercises among the pieces. The first is the title where it is a heading, and no exercise."""
    pieces = _without_noise(pieces)
    candidates = candidates_in(pieces, names)
    kinds = section_kinds(pieces)
    accepted = accepted_among(pieces, candidates, kinds)
    sections = _Gathering(names, candidates, accepted, kinds).gather(pieces)
    taken = {one.candidate.name for section in sections for one in section.exercises}
    unread = tuple(
        dict.fromkeys(
            candidate.name
            for place, candidate in candidates.items()
            if place not in accepted
            and (candidate.measure.is_length or candidate.numbered)
            and candidate.name not in taken
            and kinds[place] in {SectionKind.MAIN, SectionKind.WARM_UP, SectionKind.STRETCH}
            and len(candidate.name.split()) <= 4
        )
    )
    return Outline(tuple(sections), unread[:20])


def _without_noise(pieces: Sequence[Piece]) -> list[Piece]:
    """What is the article's. A heading of noise takes what stands below it along; comments take all to the end."""
    kept: list[Piece] = []
    below: int | None = None
    for piece in pieces:
        if piece.kind is PieceKind.HEADING:
            if below is not None and piece.level > below:
                continue
            below = None
            if section_kind(piece.text) is SectionKind.NOISE and kept:
                below = 0 if re.search(r"comment|repl|author", piece.text, re.IGNORECASE) else piece.level
                continue
        elif below is not None:
            continue
        if piece.kind is not PieceKind.HEADING and _COMMENTS.match(piece.text) and kept:
            below = 0
        elif not is_noise(piece.text):
            kept.append(piece)
    return kept


class _Gathering:
    """Walks the pieces and hands each to the exercise or the section it belongs to."""

    def __init__(
        self, names: Names, candidates: dict[int, Candidate], accepted: set[int], kinds: Sequence[SectionKind]
    ) -> None:
        self._names, self._candidates, self._accepted, self._kinds = names, candidates, accepted, kinds
        self._sections: list[Section] = []
        self._title, self._kind = "", SectionKind.MAIN
        self._exercises: list[Described] = []
        self._prose: list[str] = []
        self._current: tuple[Candidate, str, Piece] | None = None
        self._body: list[str] = []

    def gather(self, pieces: Sequence[Piece]) -> list[Section]:
        for place, piece in enumerate(pieces):
            if self._takes_section_line(piece):
                continue
            if place in self._accepted:
                self._begin(place, piece)
            elif piece.kind is PieceKind.HEADING:
                self._heading(place, piece)
            elif listed := self._listed(piece):
                self._end_exercise()
                self._exercises += listed
                self._prose += _lines(piece)
            elif piece.kind is PieceKind.ROW and ":" not in piece.text:
                continue  # the table's head
            elif self._belongs(piece):
                self._extend(piece)
            else:
                self._end_exercise()
                self._prose += _lines(piece)
        self._end_section()
        if len([1 for section in self._sections for _ in section.exercises]) < 2:
            return _from_prose(self._sections, self._names)
        return [_with_listed(section, self._names) for section in self._sections]

    def _begin(self, place: int, piece: Piece) -> None:
        self._end_exercise()
        if self._kinds[place] is not self._kind and self._kinds[place] is not SectionKind.TALK:
            self._end_section()
            self._kind = self._kinds[place]
        candidate = self._candidates[place]
        self._current = (candidate, piece.text, piece)
        self._body = [candidate.body] if candidate.body else []

    def _heading(self, place: int, piece: Piece) -> None:
        current = self._current
        if current is not None and current[2].kind is PieceKind.HEADING and piece.level > current[2].level:
            self._body.append(f"{piece.text}:")
            return
        if current is not None and is_label(piece.text) and section_kind(piece.text) is SectionKind.MAIN:
            self._body.append(f"{piece.text}:")
            return
        self._end_section()
        self._title, self._kind = piece.text, self._kinds[place]

    def _takes_section_line(self, piece: Piece) -> bool:
        """Take a line that is a section by itself: "Warm-up – 3 min: march, leg swings, hip circles"."""
        label = _SECTION_LINE.match(piece.text) if piece.kind in {PieceKind.PARAGRAPH, PieceKind.ITEM} else None
        found = in_prose(piece.text[label.end() :], self._names, least=2) if label is not None else []
        if label is None or len(found) < 2:
            return False
        self._end_section()
        self._title, self._kind = label[1], section_kind(label[1])
        self._exercises = [Described(one, "", one.measure_text) for one in found]
        self._prose = [piece.text]
        self._end_section()
        return True

    def _listed(self, piece: Piece) -> list[Described]:
        """The exercises of a paragraph that lists several; none where it only mentions one or two."""
        if piece.kind is PieceKind.ROW or self._kind not in {SectionKind.MAIN, SectionKind.WARM_UP}:
            return []
        if any(labelled(fact, piece.text) for fact in ("equipment", "focus", "type")):
            return []
        found = [
            one
            for sentence in sentences(piece.text)
            for one in in_prose(sentence, self._names, least=_LISTED_AT_ONCE)
            or in_prose(sentence, self._names, least=1)
        ]
        known = sum(one.match is not None for one in found)
        return [Described(one, "", one.measure_text) for one in found] if known >= _LISTED_AT_ONCE else []

    def _belongs(self, piece: Piece) -> bool:
        """Whether a piece goes on about the exercise before it."""
        if self._current is None:
            return False
        candidate, _, begun = self._current
        first = sentences(piece.text)[:1]
        if first and (is_of_the_circuit(first[0]) or _ABOUT_ALL.search(plain(first[0]))):
            return False
        repeats = bool(first) and plain(first[0]).casefold().startswith("repeat")
        if repeats and begun.kind is not PieceKind.HEADING and candidate.measure.is_length:
            return False
        if begun.kind is PieceKind.HEADING or not candidate.body:
            return True
        label = _LABELLED.match(piece.text)
        if (label and is_label(label[1])) or _SAYS.match(piece.text):
            return True
        if piece.kind is PieceKind.ITEM:
            return begun.kind is not PieceKind.ITEM or piece.level > begun.level
        return piece.kind is PieceKind.PARAGRAPH and begun.kind is PieceKind.ITEM and piece.level > 0

    def _extend(self, piece: Piece) -> None:
        """The piece's sentences, but for those that speak of the whole workout."""
        kept = []
        for line in _lines(piece):
            if is_of_the_circuit(line) or _ABOUT_ALL.search(plain(line)):
                self._prose.append(line)
            else:
                kept.append(line)
        self._body += kept

    def _end_exercise(self) -> None:
        if self._current is not None:
            candidate, heading, _ = self._current
            self._exercises.append(Described(candidate, "\n".join(self._body), heading))
        self._current, self._body = None, []

    def _end_section(self) -> None:
        self._end_exercise()
        if self._title or self._exercises or self._prose:
            section = Section(self._title, self._kind, tuple(self._exercises), tuple(self._prose))
            self._sections.append(section)
        self._title, self._kind = "", SectionKind.MAIN
        self._exercises, self._prose = [], []


def _lines(piece: Piece) -> list[str]:
    if piece.kind is PieceKind.ROW:
        return [piece.text]
    return list(sentences(piece.text))


def _with_listed(section: Section, names: Names) -> Section:
    """A section without exercises of its own whose sentences list some: "Warm-up: a minute of marching, ..."."""
    if section.exercises or section.kind in {SectionKind.EQUIPMENT, SectionKind.TALK, SectionKind.NOISE}:
        return section
    found = [one for sentence in section.prose for one in in_prose(sentence, names, least=2)]
    if len(found) < 2:
        return section
    return Section(
        section.title, section.kind, tuple(Described(one, "", one.measure_text) for one in found), section.prose
    )


def _from_prose(sections: list[Section], names: Names) -> list[Section]:
    """The exercises of a page that lists none: those its sentences name."""
    read: list[Section] = []
    for section in sections:
        if section.kind in {SectionKind.EQUIPMENT, SectionKind.NOISE, SectionKind.TALK}:
            read.append(section)
            continue
        found = [Described(one, one.body, one.measure_text) for one in told_in(section.prose, names)]
        kept = {one.candidate.name: one for one in (*section.exercises, *found)}
        read.append(Section(section.title, section.kind, tuple(kept.values()), section.prose))
    return read
