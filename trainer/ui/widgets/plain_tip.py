"""plain_tip: what a tooltip must be given to show a text as it stands."""

from html import escape


def plain_tip(text: str) -> str:
    """`text` for a tooltip.

    Qt takes for HTML whatever looks like it, and then loads the pictures it names; names from a routine file may be
    anybody's. Escaped in a paragraph it is read back as it was written, line ends and spaces included.
    """
    if not any(char in text for char in "<>&"):
        return text
    return f'<p style="white-space:pre-wrap">{escape(text)}</p>'
