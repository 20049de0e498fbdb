"""A page as text one can read and change before it is read: headings, lists and tables marked as in Markdown."""

from trainer.library.article.html_page import html_page
from trainer.library.article.piece import Piece, PieceKind


def text_of_html(source: str) -> str:
    """The article of a page's source, without what surrounds it."""
    page = html_page(source)
    lines: list[str] = []
    before: Piece | None = None
    if page.title and not any(piece.text == page.title for piece in page.pieces):
        lines += [f"# {page.title}", ""]
    for piece in page.pieces:
        tight = before is not None and piece.kind is before.kind and piece.kind in {PieceKind.ITEM, PieceKind.ROW}
        if before is not None and not tight:
            lines.append("")
        lines.append(_line(piece))
        before = piece
    return "\n".join(lines).strip() + "\n"


def _line(piece: Piece) -> str:
    text = piece.text
    if piece.lead and text.startswith(piece.lead) and piece.kind is not PieceKind.HEADING:
        text = f"**{piece.lead}**{text[len(piece.lead) :]}"
    if piece.kind is PieceKind.HEADING:
        return f"{'#' * max(1, piece.level)} {text}"
    if piece.kind is PieceKind.ITEM:
        return f"{'  ' * (piece.level - 1)}- {text}".replace("\n", " ")
    if piece.kind is PieceKind.ROW:
        return f"| {' | '.join(piece.cells)} |"
    return text
