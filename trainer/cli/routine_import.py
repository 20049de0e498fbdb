"""`trainer routine import FILE|-`: a routine file is copied, an article is read into a routine."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from trainer.language import tr
from trainer.library.catalogue import Catalogue
from trainer.paths import DataPaths

if TYPE_CHECKING:
    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - the type has no public name

STANDARD_INPUT = "-"


def add_import_parser(actions: "Subparsers", everywhere: argparse.ArgumentParser) -> None:
    """Add the action to those of `trainer routine`."""
    importing = actions.add_parser(
        "import",
        parents=[everywhere],
        help=tr("take in a routine file, or make a routine of an article"),
        description=tr(
            "A routine file (.toml) is checked and copied into your own. A page of prose about a workout (.txt, .md, "
            ".html, or - for standard input) becomes a routine: what was found in it, what was inferred and from "
            "which sentence, is printed and stands in the new file."
        ),
    )
    importing.add_argument("file", metavar=tr("FILE|-"), type=Path)
    importing.add_argument("--as", dest="new_id", metavar="ID", help=tr("give it this id instead of its own"))
    importing.add_argument("--dry-run", action="store_true", help=tr("only show what an article is understood to say"))


def run_import(arguments: argparse.Namespace, paths: DataPaths, catalogue: Catalogue, out: TextIO) -> None:
    """Take it in and say so on `out`. Raises LibraryError."""
    source: Path = arguments.file
    if str(source) != STANDARD_INPUT and not _is_article(source):
        _import_file(source, paths, catalogue, arguments, out)
        return
    from trainer.library.article.report import report_lines
    from trainer.library.article.source import read_article, read_standard_input
    from trainer.library.article_import import read_article_text, save_article, with_own

    from_input = str(source) == STANDARD_INPUT
    text = read_standard_input() if from_input else read_article(source)
    name = tr("standard input") if from_input else str(source)
    origin = tr("a text on standard input") if from_input else source.name
    article = read_article_text(text, name, origin, catalogue, new_id=arguments.new_id)
    out.writelines(
        f"{line}\n" for line in report_lines(article.draft, article.made, with_own(catalogue.exercises, article))
    )
    out.write("\n")
    if arguments.dry_run:
        said = tr("Nothing was written. Its id would be {id}.")
        out.write(said.format(id=article.made.routine.id) + "\n")
        return
    entry = save_article(article, paths.routines, paths.exercises)
    taken_in = tr("{name} is now one of your routines, {id}: {path}")
    out.write(taken_in.format(name=entry.routine.name, id=entry.routine.id, path=entry.path) + "\n")


def _import_file(
    source: Path, paths: DataPaths, catalogue: Catalogue, arguments: argparse.Namespace, out: TextIO
) -> None:
    from trainer.library.importing import import_routine
    from trainer.library.routine_file import read_routine

    if arguments.dry_run:
        routine = read_routine(source, catalogue.exercises)
        out.write(tr("{name} ({id}) can be imported.").format(name=routine.name, id=routine.id) + "\n")
        return
    entry = import_routine(source, paths.routines, catalogue, new_id=arguments.new_id)
    taken_in = tr("{name} is now one of your routines: {path}")
    out.write(taken_in.format(name=entry.routine.name, path=entry.path) + "\n")


def _is_article(source: Path) -> bool:
    """Whether a file is to be read as prose: any but a routine file, since pages are saved under many endings."""
    return source.suffix.casefold() != ".toml"
