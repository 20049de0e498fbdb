"""Putting the likely meaning in the place of wrong words, when the person says so."""

from pathlib import Path

from trainer.atomic_file import write_atomically
from trainer.language import tr
from trainer.library.problem import FileProblem, LibraryError
from trainer.library.toml_file import MOST_BYTES, visible


def mend(problem: FileProblem) -> Path:
    """Put `problem.fix` where the problem points to; the file as it was stays beside it. Returns that copy.

    Raises LibraryError: there is no fix, the line isn't as it was when the problem was found, the disk refuses.
    """
    path = Path(problem.path)
    shown = next((line.text for line in problem.excerpt if line.number == problem.line), None)
    if problem.fix is None or problem.line is None or problem.column is None or shown is None:
        raise LibraryError(FileProblem(problem.path, tr("no fix is known"), tr("open the file and write it anew")))
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
        lines = content.decode("utf-8-sig").split("\n")
        line = lines[problem.line - 1] if problem.line <= len(lines) else ""
        if visible(line.removesuffix("\r")) != shown:
            raise LibraryError(_changed(problem))
        start = problem.column - 1
        lines[problem.line - 1] = line[:start] + problem.fix + line[start + problem.length :]
        kept = path.with_name(f"{path.name}.bak")
        write_atomically(kept, content)
        write_atomically(path, "\n".join(lines).encode())
    except UnicodeDecodeError:
        raise LibraryError(_changed(problem)) from None
    except OSError as error:
        said = tr("the file can't be changed: {reason}").format(reason=error.strerror or type(error).__name__)
        raise LibraryError(FileProblem(problem.path, said)) from None
    return kept


def _changed(problem: FileProblem) -> FileProblem:
    return FileProblem(problem.path, tr("the file has changed meanwhile"), tr("read it again"), line=problem.line)
