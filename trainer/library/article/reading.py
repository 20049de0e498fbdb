"""A page's text read into an ArticleDraft."""

import re
from collections.abc import Mapping, Sequence

from msgspec import structs

from trainer.core.exercise import Exercise
from trainer.language import tr
from trainer.library.article.allocation import allocated
from trainer.library.article.arrangement import blocks_of
from trainer.library.article.draft import ArticleDraft, Minutes, Read
from trainer.library.article.equipment import Thing, listed_things, needed_things
from trainer.library.article.facts import (
    Length,
    calories_of,
    focus_of,
    labelled,
    length_of,
    level_of,
    stretch_advice,
    types_of,
    warm_up_advice,
)
from trainer.library.article.headings import SectionKind, is_label, is_noise, section_kind
from trainer.library.article.html_page import html_page, looks_like_html
from trainer.library.article.measures import read_measure
from trainer.library.article.names import Names
from trainer.library.article.outline import Outline, outline
from trainer.library.article.piece import Page, Piece, PieceKind
from trainer.library.article.plain_page import plain_page
from trainer.library.article.words import shortened, tidy, without_markup
from trainer.library.problem import FileProblem, LibraryError

_OTHER_CLOCK = re.compile(
    (
        r"\bEMOM\b|\bevery minute on the minute\b|\bas many rounds as\b|\bAMRAP\b.{0,12}\bmin"
        r"|\bmin\w*\s(?:of\s)?AMRAP\b"
    ),
    re.IGNORECASE,
)
_SIDE_BY_SIDE = re.compile(r"\s+[•·|/]\s+")
LONGEST_TITLE = 80
MOST_SENTENCES = 1500  # that are searched for what is said of the whole workout
LONGEST_OVERVIEW = 1200


def read_draft(text: str, exercises: Mapping[str, Exercise], name: str) -> ArticleDraft:
    """The workout that a page describes. `name`: what a problem calls the page.

    Raises LibraryError where no workout is found.
    """
    page = html_page(text) if looks_like_html(text) else plain_page(text)
    pieces = list(page.pieces)
    names = Names(exercises)
    title, below = _title(page, pieces, names)
    found = outline(below, names)
    if not _is_workout(found):
        said = tr("no workout was found in it")
        wanted = tr('it must name its exercises, as "Squats – 3 x 12" or "Plank – Lie on your forearms ..."')
        raise LibraryError(FileProblem(name, said, wanted))
    prose = [line for section in found.sections for line in _prose_of(section.title, section.kind, section.prose)]
    del prose[MOST_SENTENCES:]
    length = length_of(title.value, prose)
    minutes = _minutes(length)
    draft = ArticleDraft(
        title=title,
        blocks=blocks_of(found.sections, exercises, title.value, minutes.value if minutes else None),
        minutes=minutes,
        calories=calories_of([title.value, *prose]),
        focus=focus_of(title.value, prose),
        types=types_of(title.value, prose),
        overview=_overview(found),
        warm_up=warm_up_advice(_advice(found, SectionKind.WARM_UP, prose)),
        stretch=stretch_advice(_advice(found, SectionKind.STRETCH, prose)),
        not_understood=(*found.unread, *_clocks(title.value, prose)),
        left_out=page.left_out,
    )
    level = level_of(title.value, prose)
    if level is not None:
        draft = structs.replace(
            draft, level=Read(level[0], level[1], inferred=True, why=tr("the page says it in words"))
        )
    draft = structs.replace(draft, equipment=_equipment(prose, draft))
    return allocated(draft, exercises)


def _title(page: Page, pieces: Sequence[Piece], names: Names) -> tuple[Read[str], list[Piece]]:
    """The page's title, and the pieces without it."""
    below = list(pieces)
    headings = [piece for piece in pieces if piece.kind is PieceKind.HEADING and _may_be_title(piece.text)]
    title = page.title if _may_be_title(page.title) else headings[0].text if headings else ""
    first = next((n for n, piece in enumerate(pieces) if piece.text == title), None)
    if first is not None and not _is_first_exercise(pieces, first, names):
        below = [*pieces[:first], *pieces[first + 1 :]]
    elif first is not None:
        title = ""
    if title.isupper():
        title = title.capitalize()
    if not title:
        return Read(tr("Imported workout"), inferred=True, why=tr("the page has no title")), below
    return Read(shortened(tidy(title), LONGEST_TITLE), title), below


def _may_be_title(text: str) -> bool:
    return bool(text) and section_kind(text) is SectionKind.MAIN and not is_noise(text) and not is_label(text)


def _is_first_exercise(pieces: Sequence[Piece], first: int, names: Names) -> bool:
    """Whether the first heading is an exercise like those after it, rather than the page's title."""
    if names.match(pieces[first].text) is None:
        return False
    alike = [piece for piece in pieces if piece.kind is pieces[first].kind and piece.level == pieces[first].level]
    return sum(names.match(piece.text) is not None for piece in alike) >= 2


def _is_workout(found: Outline) -> bool:
    exercises = found.exercises
    known = [one for one in exercises if one.candidate.match is not None]
    told = [one for one in exercises if one.body or one.candidate.measure.is_length]
    if len(known) >= 2 and any(
        read_measure(line).is_length for section in found.sections for line in (section.title, *section.prose)
    ):
        return True
    if len(exercises) == 1:
        return bool(known) and bool(told) and one_is_enough(exercises[0].body, exercises[0].candidate.measure.is_length)
    return (bool(known) and bool(told)) or len(known) >= 3 or len(exercises) >= 3


def one_is_enough(body: str, is_measured: bool) -> bool:
    """Whether a page with a single exercise is about doing it."""
    return is_measured or len(body) > 80


def _prose_of(title: str, kind: SectionKind, prose: Sequence[str]) -> list[str]:
    """The sentences of a section; a heading that labels what follows is put before it."""
    if kind is SectionKind.NOISE:
        return []
    if kind is SectionKind.EQUIPMENT and prose:
        return [f"Equipment: {', '.join(line.rstrip('.') for line in prose[:12])}"]
    prose = [part for line in prose for part in _facts_apart(line)]
    label = f"{title.rstrip(':')}: {prose[0]}" if title and prose and len(title) < 30 else ""
    if label and any(labelled(name, label) for name in ("focus", "type", "level", "equipment")):
        return [label, *prose[1:]]
    return [*([title] if title else []), *prose]


def _clocks(title: str, prose: Sequence[str]) -> list[str]:
    """The sentence that asks for a clock that routines lack: every minute on the minute, as many rounds as fit."""
    asked = next((line for line in (title, *prose) if _OTHER_CLOCK.search(line)), None)
    return [tr('"{sentence}" asks for a clock that routines do not have').format(sentence=asked)] if asked else []


def _facts_apart(line: str) -> list[str]:
    """Facts that stand side by side, "Time: 25 min • Level: easy", each for itself."""
    parts = _SIDE_BY_SIDE.split(line)
    return parts if len(parts) > 1 and sum(":" in part for part in parts) > 1 else [line]


def _minutes(length: Length | None) -> Minutes | None:
    if length is None:
        return None
    return Minutes(
        length.most, length.least, length.most, length.sentence, length.inferred or length.least != length.most
    )


def _overview(found: Outline) -> str:
    """What the page says before its first exercise, but for the facts, and its advice."""
    before: list[str] = []
    for section in found.sections:
        if section.kind in {SectionKind.MAIN, SectionKind.TALK} and section.prose:
            before += section.prose
        if section.exercises and section.kind is SectionKind.MAIN:
            break
    kept = [
        line
        for line in before
        if len(line.split()) > 6
        and " | " not in line
        and not any(labelled(name, line) for name in ("focus", "type", "level", "equipment"))
    ]
    text = re.sub(r"\.{2,}", "…", " ".join(kept))
    text = without_markup(text)
    return shortened(text, LONGEST_OVERVIEW) if text.count(".") < 80 else ""


def _advice(found: Outline, kind: SectionKind, prose: Sequence[str]) -> list[str]:
    """The sentences that may advise: those of the section of that kind first, named after it."""
    own = [
        f"{section.title.rstrip(':')}: {line}"
        for section in found.sections
        if section.kind is kind and not section.exercises
        for line in section.prose[:3]
    ]
    return [*own, *(line for line in prose if len(line.split()) > 3 and line not in own)]


def _equipment(prose: Sequence[str], draft: ArticleDraft) -> tuple[Thing, ...]:
    """What the page lists, then what only its exercises' text needs."""
    things: dict[str, Thing] = {}
    for line in prose:
        listing = labelled("equipment", line)
        if listing is not None:
            for thing in listed_things(listing, line):
                things.setdefault(thing.item or thing.name, thing)
        else:
            for thing in needed_things(line):
                things.setdefault(thing.item or thing.name, thing)
    for step in draft.steps:
        for thing in step.things:
            known = things.get(thing.item or thing.name)
            if known is None or (known.instead and not thing.instead and not known.listed):
                things[thing.item or thing.name] = thing
    return tuple(things.values())
