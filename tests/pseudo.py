"""A language that nobody speaks: twice as long, accented, bracketed. What overflows, is cut or stays English shows."""

import gettext
import re

_ACCENTS = str.maketrans("aceiknorsuyzACEIKNORSUYZ", "áçéîķñöřšûýžÁÇÉÎĶÑÖŘŠÛÝŽ")
_PLACEHOLDER = re.compile(r"(\{[^{}]*\}|<[^<>]*>|&\w+;)")


def pseudo(text: str) -> str:
    """`text` at 200 % of its letters between brackets, its {placeholders} and <tags> whole and once.

    "Paused for {time}" becomes "[Páûšéd föř {time} Páûšéd föř]"; the empty text stays empty.
    """
    if not text:
        return text
    accented = "".join(
        part if _PLACEHOLDER.fullmatch(part) else part.translate(_ACCENTS) for part in _PLACEHOLDER.split(text)
    )
    letters = _PLACEHOLDER.sub("", accented).strip()
    return f"[{accented} {letters}]"


class PseudoTranslations(gettext.NullTranslations):
    """A catalogue in that language, for `trainer.language.use_catalogue`."""

    def gettext(self, message: str) -> str:
        return pseudo(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return pseudo(msgid1 if n == 1 else msgid2)
