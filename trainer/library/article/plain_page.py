"""Plain text or Markdown as pieces: headings, paragraphs, list items and table rows, however they are marked."""

import re

from trainer.library.article.headings import is_label
from trainer.library.article.piece import LONGEST_PIECE, MOST_PIECES, Page, Piece, PieceKind
from trainer.library.article.words import plain, tidy

_MARKED_HEADING = re.compile(r"^\s{0,3}(#{1,6})\s+(.*?)\s*#*$")
_UNDERLINE = re.compile(r"^\s{0,3}(={3,}|-{3,}|~{3,}|\*{3,})\s*$")
_ITEM = re.compile(r"^(\s{0,40})(?:[-*+•‣▪●○◦·–—]|\(?\d{1,2}[.)](?!\d)|\(?[a-hA-H][.)]|[A-H]\d[.):])\s+(\S.*)$")
_GROUPED = re.compile(r"^\s*([A-H]\d)[.):]?\s")
_FRONT_MATTER = re.compile(r"\A\s{0,20}---\n((?:[^\n]{0,500}\n){0,60}?)---\n")
_FRONT_TITLE = re.compile(r"^title:\s*[\"']?(.{1,120}?)[\"']?\s*$", re.MULTILINE | re.IGNORECASE)
_BOX = re.compile(r"^\[[ xX]\]\s+")
_ROW_RULE = re.compile(r"^[\s|:+=-]{3,}$")
_BOLD = re.compile(r"^(?:\*\*|__)(.{1,120}?)(?:\*\*|__)")
_MARKUP = re.compile(r"(\*\*|__|(?<!\w)[*_](?=\S)|(?<=\S)[*_](?!\w)|`)")
_LINK = re.compile(r"!?\[([^\[\]\n]{0,300})\]\([^)\n]{0,1000}\)")
_NAME_DASH = re.compile(r"^[A-Z0-9][^.!?:]{1,70}?(?:\s+[-–—]+\s+|:\s+|\s*[–—]\s*)\S")
_MOST_NAME_WORDS = 6
_WRAPPED_FROM = 50  # characters: a line this long went on because the page was so wide
_LONGEST_HEADING = 70
_MOSTLY_CAPITALS = 0.6  # share of the letters, from which capitals mean nothing
_SENTENCE_START = re.compile(r"(?:^|[.!?:]\s+|[-\u2010-\u2015]\s+)\W*[a-z]", re.MULTILINE)


def plain_page(text: str) -> Page:
    """The pieces of a text, in order. Its title is the first heading, else nothing."""
    letters = sum(char.isalpha() for char in text)
    if letters and sum(char.isupper() for char in text) > _MOSTLY_CAPITALS * letters:
        text = _SENTENCE_START.sub(lambda match: match[0].upper(), text.lower())
    front = _FRONT_MATTER.match(text)
    text = text[front.end() :] if front else text
    given = _FRONT_TITLE.search(front[1]) if front else None
    lines = text.replace("\t", "    " if text.count("\t") < 4 else "\t").split("\n")
    pieces: list[Piece] = []
    block: list[str] = []
    for number, line in enumerate(line[:LONGEST_PIECE] for line in lines):
        if len(pieces) > MOST_PIECES:
            break
        if line.strip():
            underline = _UNDERLINE.match(line)
            if underline and len(block) == 1 and len(block[0]) <= 120:
                level = 1 if underline[1][0] == "=" else 2
                pieces.append(Piece(PieceKind.HEADING, _unmarked(block[0]), level))
                block = []
            elif underline:
                continue
            else:
                block.append(line)
        if (not line.strip() or number == len(lines) - 1) and block:
            pieces += _pieces(block[:MOST_PIECES])
            block = []
    del pieces[MOST_PIECES:]
    return Page(_unmarked(given[1]) if given else _title(pieces), tuple(pieces))


def _title(pieces: list[Piece]) -> str:
    """The first line where it is short and no sentence, else the first heading."""
    first = pieces[0].text if pieces else ""
    is_line = (
        2 <= len(first) <= _LONGEST_HEADING and first[-1] not in ".!?:;," and not is_label(first.partition(": ")[0])
    )
    if is_line and pieces[0].kind is PieceKind.PARAGRAPH and " - " not in plain(first):
        return first
    return next((piece.text for piece in pieces if piece.kind is PieceKind.HEADING), "")


def _pieces(block: list[str]) -> list[Piece]:
    """The pieces of lines that no empty line parts."""
    found: list[Piece] = []
    running: list[str] = []
    item_level = 0

    def end() -> None:
        nonlocal running, item_level
        if running:
            text = " ".join(running)[:LONGEST_PIECE]
            bold = _BOLD.match(text)
            kind = PieceKind.ITEM if item_level else PieceKind.PARAGRAPH
            lead = _unmarked(bold[1]) if bold else ""
            if kind is PieceKind.PARAGRAPH and bold and bold.end() == len(text.rstrip(" :")):
                found.append(Piece(PieceKind.HEADING, _unmarked(text), 4))
            else:
                found.append(Piece(kind, _unmarked(text), item_level, lead))
        running, item_level = [], 0

    for number, line in enumerate(block):
        marked, item = _MARKED_HEADING.match(line), _ITEM.match(line)
        if marked:
            end()
            found.append(Piece(PieceKind.HEADING, _unmarked(marked[2]), len(marked[1])))
        elif line.lstrip().startswith("|") or line.count("|") >= 2 or line.count("\t") >= 2:
            end()
            beside = [
                other
                for other in (*block[max(0, number - 1) : number], *block[number + 1 : number + 2])
                if "|" in other or "\t" in other
            ]
            if not beside and not line.lstrip().startswith("|"):
                found += _apart(line)
            elif (row := _row(line)) is not None:
                found.append(row)
        elif item:
            end()
            grouped = _GROUPED.match(line)
            said = _BOX.sub("", item[2])
            running = [f"{grouped[1]}. {said}" if grouped else said]
            item_level = 1 + len(item[1].expandtabs(4)) // 2
        elif _is_heading(line, alone=len(block) == 1, before=block[number - 1] if number else ""):
            end()
            text = _unmarked(line).rstrip(":")
            level = 2 if text.isupper() else 3
            found.append(Piece(PieceKind.HEADING, text, level))
        else:
            if running and _begins_anew(running[-1], line, in_item=item_level > 0):
                end()
            running.append(line.strip())
    end()
    return found


def _begins_anew(before: str, line: str, *, in_item: bool) -> bool:
    """Whether a line is a piece of its own rather than the rest of the wrapped line before it."""
    if in_item:
        return not line.startswith("  ") and len(before) < _WRAPPED_FROM
    named = _NAME_DASH.match(line)
    if named and len(re.split(r"\s+[-–—]|:|[–—]", line)[0].split()) <= _MOST_NAME_WORDS:
        return True
    return len(before) < _WRAPPED_FROM


def _is_heading(line: str, *, alone: bool, before: str) -> bool:
    """Whether an unmarked line is a heading: short, no sentence, and alone, in capitals, or ending in a colon."""
    text = line.strip()
    if not 2 <= len(text) <= _LONGEST_HEADING or text[-1] in ".!?;,…" or not any(c.isalpha() for c in text):
        return False
    if before and len(before) >= _WRAPPED_FROM and not text.isupper():
        return False
    said = plain(text)
    if text.isupper() and len(text) > 3 and " - " not in said:
        return True
    if text.endswith(":"):
        return len(text.split()) <= 8
    if " - " in said or ": " in text or not text[0].isalnum():
        return False
    return alone and (text[0].isupper() or text[0].isdigit()) and len(text.split()) <= 10


def _apart(line: str) -> list[Piece]:
    """A single line with bars: facts side by side ("Time: 30 min | Level: easy"), else a menu, which is left out."""
    parts = [_unmarked(part) for part in re.split(r"[|\t]", line) if part.strip()]
    if any(":" in part or any(char.isdigit() for char in part) or len(part.split()) > 4 for part in parts):
        return [Piece(PieceKind.PARAGRAPH, part) for part in parts]
    return []


def _row(line: str) -> Piece | None:
    if _ROW_RULE.match(line):
        return None
    parts = line.strip().strip("|").split("|") if "|" in line else line.split("\t")
    cells = tuple(_unmarked(part) for part in parts)
    return Piece(PieceKind.ROW, " | ".join(cell for cell in cells if cell), cells=cells) if any(cells) else None


def _unmarked(text: str) -> str:
    """The words without Markdown's signs; a link is its text."""
    return tidy(_MARKUP.sub("", _LINK.sub(r"\1", text)))
