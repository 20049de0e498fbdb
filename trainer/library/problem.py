"""What is wrong with a file: one value, one sentence."""

from pathlib import PurePath

from msgspec import Struct

from trainer.language import tr


class ExcerptLine(Struct, frozen=True):
    """A line of the file as it stands, for showing around the problem. `number` is 1-based."""

    number: int
    text: str


class FileProblem(Struct, frozen=True):
    """One thing wrong with one file, in the person's language.

    `line` and `column` are 1-based, in characters; `length` characters from there are the wrong text (0: unknown).
    `fix` is the text to put in their place, where one is likely to be meant.
    """

    path: str
    what: str  # 'a word, "forty"'
    wanted: str = ""  # "this must be a whole number of seconds from 5 to 3600"
    where: str = ""  # 'block 2 "Main", step 3, seconds'
    line: int | None = None
    column: int | None = None
    length: int = 0
    fix: str | None = None
    excerpt: tuple[ExcerptLine, ...] = ()
    found: bool = True  # whether there is something at `path`; else it is only what was asked for

    @property
    def file_name(self) -> str:
        """The file's name without its folders, safe to show."""
        return printable(PurePath(self.path).name or self.path)

    @property
    def place(self) -> str:
        """Where it is: file, line, field."""
        line = tr("line {n}").format(n=self.line) if self.line is not None else ""
        return ", ".join(part for part in (self.file_name, line, self.where) if part)

    @property
    def sentence(self) -> str:
        """Place, what is wrong and what would be right, as one sentence."""
        said = tr("{what}; {wanted}").format(what=self.what, wanted=self.wanted) if self.wanted else self.what
        return tr("{place}: {what}.").format(place=self.place, what=said)


class LibraryError(Exception):
    """A file of the library can't be used; `problem` says why, `str()` is its sentence."""

    def __init__(self, problem: FileProblem) -> None:
        super().__init__(problem.sentence)
        self.problem = problem


def printable(text: str, longest: int = 60) -> str:
    """`text` safe for a window or a terminal: control characters escaped, cut to `longest` characters."""
    cut = text if len(text) <= longest else text[: longest - 1] + "…"
    return "".join(char if char.isprintable() else f"\\u{ord(char):04x}" for char in cut)
