"""`trainer figure`: the bench for whoever writes moves. It needs a window's parts: trainer/app/bench.py does it."""

import argparse
from typing import TYPE_CHECKING

from trainer.cli.folder import folder
from trainer.language import tr

if TYPE_CHECKING:
    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - the type has no public name


def add_figure_parser(subparsers: "Subparsers") -> None:
    """Add the subcommand."""
    parser = subparsers.add_parser(
        "figure",
        help=tr("see the moving coach: a move from four sides, or pictures of all"),
        description=tr("Shows a move from four sides and checks it, read again whenever its file is saved."),
    )
    parser.add_argument("moves", nargs="*", metavar=tr("MOVE"), help=tr("a move's name, or its file"))
    instead = parser.add_mutually_exclusive_group()
    instead.add_argument(
        "--sheet", type=folder, metavar=tr("DIR"), help=tr("write pictures of the moves, or of all, into this folder")
    )
    instead.add_argument("--views", action="store_true", help=tr("print from where the movement shows best"))
    parser.add_argument("--plain", action="store_true", help=tr("with --sheet: without names, in no order"))
