"""An HTML page as pieces: the article alone, without the navigation, adverts, banners and comments around it."""

import re

from trainer.library.article.html_tokens import Tag, html_tokens
from trainer.library.article.piece import LONGEST_PIECE, MOST_PIECES, Page, Piece, PieceKind
from trainer.library.article.words import tidy

_LOOKS_LIKE_HTML = re.compile(
    r"<(?:!doctype|html|head|body|div|p|h[1-6]|ul|ol|table|article|section|br)\b[^<]{0,500}>", re.IGNORECASE
)
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "html",
        "li",
        "main",
        "nav",
        "ol",
        "option",
        "p",
        "pre",
        "section",
        "select",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"]
)
_SURROUNDINGS = frozenset(
    [
        "nav",
        "aside",
        "footer",
        "form",
        "button",
        "select",
        "option",
        "dialog",
        "label",
        "figcaption",
        "audio",
        "video",
        "object",
    ]
)
_ROLES = frozenset(
    ["navigation", "banner", "contentinfo", "complementary", "dialog", "alertdialog", "search", "menu", "alert"]
)
_NOISE = frozenset(
    [
        "ad",
        "ads",
        "adv",
        "advert",
        "adverts",
        "advertisement",
        "advertising",
        "adsense",
        "adslot",
        "banner",
        "breadcrumb",
        "breadcrumbs",
        "byline",
        "comment",
        "comments",
        "commentlist",
        "consent",
        "cookie",
        "cookies",
        "copyright",
        "disclaimer",
        "disqus",
        "footer",
        "gdpr",
        "lightbox",
        "masthead",
        "menu",
        "modal",
        "nav",
        "navbar",
        "navigation",
        "newsletter",
        "pagination",
        "paywall",
        "popup",
        "promo",
        "promoted",
        "promotion",
        "recommended",
        "related",
        "respond",
        "share",
        "sharing",
        "sidebar",
        "signup",
        "skip",
        "social",
        "sponsor",
        "sponsored",
        "subscribe",
        "subscription",
        "taboola",
        "toc",
        "toolbar",
        "trending",
        "widget",
        "outbrain",
    ]
)
_KEEPING = frozenset({"with", "without", "has", "no", "is", "js"})  # "content with-sidebar" is the content
_RESCUING = frozenset({"h1", "main", "article"})
_NEVER_RESCUED = frozenset({"nav", "footer", "aside"})
_CLASS_WORD = re.compile(r"[A-Za-z]+")
_MOST_TOKENS = 200_000  # tags and texts; a long page has 20,000
_DEEPEST = 200  # elements open at once; deeper ones are read as if they were not nested
_HIDDEN = re.compile(r"display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden", re.IGNORECASE)
_MOSTLY_LINKS = 0.7
_SITE = re.compile(r"\s+[|\u2013\u2014\u00b7\u00bb]\s+|\s+-\s+")


def looks_like_html(text: str) -> bool:
    """Whether a text is a page's source rather than its words."""
    return _LOOKS_LIKE_HTML.search(text, 0, 200_000) is not None


def html_page(text: str) -> Page:
    """The pieces of the article in an HTML page, in order."""
    return _Reader().read(text)


class _Open:
    """An element that is not closed yet."""

    __slots__ = ("name", "noise", "region")

    def __init__(self, name: str, noise: int, region: int) -> None:
        self.name, self.noise, self.region = name, noise, region


class _Reader:
    """One pass over the tokens; which noise and which region a piece is in is decided at the end."""

    def __init__(self) -> None:
        self._open: list[_Open] = []
        self._words: list[str] = []
        self._linked = 0  # characters of the piece inside links
        self._in_page = 0  # of those, inside links to places of this page
        self._bold: list[str] = []
        self._bold_over = False
        self._cells: list[str] | None = None
        self._found: list[tuple[Piece, int, int]] = []  # with its noise and region
        self._rescued: set[int] = {0}
        self._regions: list[int] = [0]  # the region around each
        self._noises = 0
        self._link = ""
        self._bold_depth = 0
        self._title: list[str] = []
        self._item_depth = 0

    def read(self, text: str) -> Page:
        for number, token in enumerate(html_tokens(text)):
            if number > _MOST_TOKENS or len(self._found) >= MOST_PIECES:
                break
            if isinstance(token, Tag):
                self._tag(token)
            else:
                self._text(token)
        self._flush()
        return self._page()

    def _text(self, text: str) -> None:
        if self._open and self._open[-1].name == "title":
            self._title.append(text)
            return
        if not any(one.name == "pre" for one in self._open[-3:]):
            text = text.replace("\n", " ")  # in a page's source a line's end is a space
        self._words.append(text)
        if self._link:
            self._linked += len(text.strip())
            self._in_page += len(text.strip()) if self._link.startswith("#") else 0
        if text.strip():
            if self._bold_depth and not self._bold_over:
                self._bold.append(text)
            else:
                self._bold_over = True

    def _tag(self, tag: Tag) -> None:
        name = tag.name
        if name == "br":
            if self._words and not self._words[-1].strip(" \t\r"):
                self._words.pop()
            if self._words and self._words[-1] == "\n":
                self._flush()  # two of them part paragraphs on pages of old
            else:
                self._words.append("\n")
        elif name == "a":
            self._link = "" if tag.closes else (tag.attribute("href") or " ")
        elif name in {"b", "strong"}:
            self._bold_depth = max(0, self._bold_depth + (-1 if tag.closes else 1))
        elif name in _BLOCKS or name == "title" or (name in _SURROUNDINGS):
            self._close(name) if tag.closes else self._start(tag)

    def _start(self, tag: Tag) -> None:
        name = tag.name
        if name in {"td", "th"}:
            self._end_cell()
        else:
            self._flush()
        if name in {"p", "li", "dt", "dd", "tr", "option", *_HEADINGS} and self._open:
            self._close_implied(name)
        if name == "tr":
            self._end_row()
            self._cells = []
        if name in _VOID or len(self._open) >= _DEEPEST:
            return
        above = self._open[-1] if self._open else None
        noise = above.noise if above else 0
        region = above.region if above else 0
        if not noise and self._is_noise(tag):
            self._noises += 1
            noise = self._noises if name not in _NEVER_RESCUED else -1
        if name in _RESCUING and noise > 0:
            self._rescued.add(noise)
        if name in {"article", "main"} or tag.attribute("role") == "main" or tag.attribute("itemprop") == "articleBody":
            self._regions.append(region)
            region = len(self._regions) - 1
        self._open.append(_Open(name, noise, region))
        self._item_depth += name in {"ul", "ol"}

    def _close_implied(self, name: str) -> None:
        """A new item ends the one before it, a new paragraph the open one."""
        ends = {"dt": {"dt", "dd"}, "dd": {"dt", "dd"}}.get(name, {name, "p"} if name != "p" else {"p"})
        stops = {"ul", "ol", "table", "div", "section", "article", "main", "td", "th", "body", "blockquote"}
        for place in range(len(self._open) - 1, -1, -1):
            open_name = self._open[place].name
            if open_name in stops - ends:
                return
            if open_name in ends:
                del self._open[place:]
                return

    def _close(self, name: str) -> None:
        if name in {"td", "th"}:
            self._end_cell()
        elif name in {"tr", "table", "tbody"}:
            self._end_row()
        else:
            self._flush()
        for place in range(len(self._open) - 1, -1, -1):
            if self._open[place].name == name:
                self._item_depth -= sum(one.name in {"ul", "ol"} for one in self._open[place:])
                del self._open[place:]
                return

    def _is_noise(self, tag: Tag) -> bool:
        name = tag.name
        if name in _SURROUNDINGS:
            return True
        if name in {"html", "body", "main", "article"} and not (tag.attribute("class") or "").startswith("comment"):
            return False
        if not tag.attributes:
            return False
        if tag.attribute("role") in _ROLES or tag.attribute("aria-hidden") == "true":
            return True
        if tag.attribute("hidden") is not None or _HIDDEN.search(tag.attribute("style") or ""):
            return True
        for said in (*(tag.attribute("class") or "").split(), tag.attribute("id") or ""):
            words = {word.casefold() for word in _CLASS_WORD.findall(re.sub(r"([a-z])([A-Z])", r"\1 \2", said))}
            if words & _NOISE and not words & _KEEPING:
                return True
        return False

    def _take(self) -> tuple[str, str]:
        """The words gathered, lines kept, and the bold ones they begin with."""
        lines = [tidy(line) for line in "".join(self._words)[:LONGEST_PIECE].split("\n")] if self._words else []
        text = "\n".join(line for line in lines if line)
        lead = tidy("".join(self._bold))
        self._words, self._bold, self._bold_over = [], [], False
        return text, lead

    def _flush(self) -> None:
        if self._cells is not None:
            return  # inside a row the cell goes on
        linked, in_page = self._linked, self._in_page
        self._linked = self._in_page = 0
        text, lead = self._take()
        if not text:
            return
        here = self._open[-1] if self._open else None
        names = [one.name for one in self._open[-6:]]
        kind, level = PieceKind.PARAGRAPH, 0
        heading = next((name for name in reversed(names) if name in _HEADINGS), None)
        if heading is not None:
            kind, level, text = PieceKind.HEADING, int(heading[1]), text.replace("\n", " ")
        elif "dt" in names[-2:] or "summary" in names[-1:]:
            kind, level, text = PieceKind.HEADING, 5, text.replace("\n", " ")
        elif "li" in names:
            kind, level = PieceKind.ITEM, max(1, self._item_depth)
        noise = here.noise if here else 0
        size = len(text.replace(" ", ""))
        if in_page > _MOSTLY_LINKS * size or (linked > _MOSTLY_LINKS * size and kind is PieceKind.ITEM and size > 45):
            noise = noise or -1  # a table of contents, a list of other pages
        self._found.append((Piece(kind, text, level, lead), noise, here.region if here else 0))

    def _end_cell(self) -> None:
        if self._cells is None:
            self._flush()
            return
        text, _ = self._take()
        if text:
            self._cells.append(text.replace("\n", " "))
        elif self._cells:
            self._cells.append("")

    def _end_row(self) -> None:
        if self._cells is None:
            self._flush()
            return
        self._end_cell()
        cells, self._cells = tuple(self._cells), None
        self._linked = self._in_page = 0
        if any(cells):
            here = self._open[-1] if self._open else None
            piece = Piece(PieceKind.ROW, " | ".join(cell for cell in cells if cell), cells=cells)
            self._found.append((piece, here.noise if here else 0, here.region if here else 0))

    def _page(self) -> Page:
        inside = [(piece, region) for piece, noise, region in self._found if noise in self._rescued]
        region = self._article(inside)
        kept = [piece for piece, place in inside if self._is_within(place, region)]
        headings = [piece.text for piece, _ in inside if piece.kind is PieceKind.HEADING and piece.level == 1]
        titles = _SITE.split(tidy("".join(self._title)))
        title = headings[0] if headings else max(titles, key=len) if titles[0] else ""
        if not title and kept and kept[0].lead == kept[0].text:
            title = kept[0].text  # the first line in bold, on pages that have no headings
        in_all = sum(len(piece.text) for piece, _, _ in self._found)
        return Page(title, tuple(kept), in_all - sum(len(piece.text) for piece in kept))

    def _article(self, pieces: list[tuple[Piece, int]]) -> int:
        """The innermost region that holds most of the text."""
        sizes = [0] * len(self._regions)
        for piece, region in pieces:
            sizes[region] += len(piece.text)
        for region in range(len(sizes) - 1, 0, -1):  # an inner region has the greater number
            sizes[self._regions[region]] += sizes[region]
        best = 0
        for region in range(1, len(sizes)):
            if self._is_within(region, best) and sizes[region] > (0.3 if best == 0 else 0.6) * sizes[best]:
                best = region
        return best

    def _is_within(self, region: int, of: int) -> bool:
        while region > of:
            region = self._regions[region]
        return region == of


_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
