"""The words a person reads, through one translation catalogue for the window and the command line.

gettext rather than Qt's `tr`: subcommands load no Qt, and plurals come out right in every language.
The catalogue in force is process-wide by nature, like the locale; it is set once, before anything is worded.
core and motion word nothing: they return values.
"""

import gettext
import locale
import os
from collections.abc import Sequence
from itertools import takewhile
from pathlib import Path

_catalogue: gettext.NullTranslations = gettext.NullTranslations()


def use_language(folder: Path, languages: Sequence[str] | None = None) -> None:
    """Take the first of `languages` (None: the system's) that has `<folder>/<language>/LC_MESSAGES/trainer.mo`.

    English needs no catalogue: whoever prefers it to German is not given German.
    """
    global _catalogue  # noqa: PLW0603 - process-wide, as said above
    before_english = list(takewhile(lambda name: not name.startswith("en"), languages or _preferred()))
    _catalogue = gettext.translation("trainer", folder, languages=before_english, fallback=True)


def use_catalogue(catalogue: gettext.NullTranslations) -> None:
    """Take a ready catalogue: how the tests put a pseudo-language in."""
    global _catalogue  # noqa: PLW0603 - process-wide, as said above
    _catalogue = catalogue


def tr(text: str) -> str:
    """`text` in the person's language.

    Values go in afterwards: `tr("Paused for {time}").format(time=...)`.
    """
    return _catalogue.gettext(text)


def ntr(singular: str, plural: str, n: int) -> str:
    """The form of the sentence for n things, both with {n}."""
    return _catalogue.ngettext(singular, plural, n).format(n=n)


def _preferred() -> list[str]:
    named = [os.environ.get(key, "") for key in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")]
    first = next((value for value in named if value), "") or (locale.getlocale()[0] or "")
    return [part for part in first.split(":") if part]
