"""Piece: one paragraph, heading, list item or table row of a page."""

from enum import StrEnum

from msgspec import Struct

MOST_PIECES = 6000  # of a page; the longest we have seen has 900
LONGEST_PIECE = 6000  # characters


class PieceKind(StrEnum):
    """What a piece of a page is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    ROW = "row"


class Piece(Struct, frozen=True):
    """A piece of text. `level`: of a heading 1 to 6, of an item how deep its list is nested, from 1."""

    kind: PieceKind
    text: str
    level: int = 0
    lead: str = ""  # the bold words it begins with
    cells: tuple[str, ...] = ()  # of a row


class Page(Struct, frozen=True):
    """What is left of a page without its surroundings. `title`: what the page calls itself."""

    title: str
    pieces: tuple[Piece, ...]
    left_out: int = 0  # characters of navigation, adverts, comments
