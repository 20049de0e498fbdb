"""HTML cut into tags and text in one pass, in time by its length.

The standard library's parser takes time by the square of the length on unclosed comments and tags in the Pythons we
support, and says nothing a scanner of this size doesn't: an article needs tags, text, and scripts skipped whole.
"""

import html
import re
from collections.abc import Iterator

from msgspec import Struct

_TAG_NAME = re.compile(r"/?([A-Za-z][A-Za-z0-9:-]{0,30})")
_ATTRIBUTE = re.compile(r"""([A-Za-z_:][\w:.-]{0,60})(?:\s{0,20}=\s{0,20}("[^"]*"|'[^']*'|[^\s"'>]{1,2000}))?""")
_RAW = frozenset({"script", "style", "noscript", "template", "textarea", "xmp", "iframe", "noembed", "noframes", "svg"})
_LONGEST_TAG = 8000  # characters
_MOST_QUOTED_ENDS = 5  # `>` inside the quotes of one tag


class Tag(Struct, frozen=True):
    """A tag, its name in small letters; `attributes` of opening ones only."""

    name: str
    closes: bool
    attributes: str = ""

    def attribute(self, name: str) -> str | None:
        """The value of an attribute, empty where it has none; None where the tag has no such attribute."""
        for found in _ATTRIBUTE.finditer(self.attributes):
            if found[1].casefold() == name:
                return html.unescape((found[2] or "").strip("\"'"))
        return None


def html_tokens(text: str) -> Iterator[Tag | str]:
    """Tags and the text between them, entities resolved; comments, scripts and styles are left out."""
    at, length = 0, len(text)
    while at < length:
        start = text.find("<", at)
        if start < 0:
            yield html.unescape(text[at:])
            return
        if start > at:
            yield html.unescape(text[at:start])
        name = _TAG_NAME.match(text, start + 1)
        if name is None:
            at = _behind_markup(text, start)
            if at == start:
                yield "<"
                at += 1
            continue
        end = _tag_end(text, name.end())
        if end < 0:
            return  # a tag that is never closed takes the rest with it, as in a browser
        tag = Tag(name[1].casefold(), text[start + 1] == "/", text[name.end() : min(end, name.end() + _LONGEST_TAG)])
        yield tag
        at = end + 1
        if tag.name in _RAW and not tag.closes and not tag.attributes.endswith("/"):
            closing = re.compile(rf"</{tag.name}\b", re.IGNORECASE).search(text, at)
            at = length if closing is None else closing.start()


def _behind_markup(text: str, start: int) -> int:
    """The offset behind a comment, declaration or instruction; `start` where `<` is just a sign."""
    if text.startswith("<!--", start):
        end = text.find("-->", start + 4)
        return len(text) if end < 0 else end + 3
    if text.startswith(("<!", "<?"), start):
        end = text.find(">", start)
        return len(text) if end < 0 else end + 1
    return start


def _tag_end(text: str, at: int) -> int:
    """The offset of the `>` that ends the tag, outside quotes where they are closed; -1: there is none."""
    first = end = text.find(">", at)
    for _ in range(_MOST_QUOTED_ENDS):
        if not 0 <= end < at + _LONGEST_TAG:
            break
        inside = text[at:end]
        if inside.count('"') % 2 == 0 and ('"' in inside or inside.count("'") % 2 == 0):
            return end
        end = text.find(">", end + 1)
    return first
