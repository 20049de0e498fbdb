"""The command line: the window's options, and subcommands; all but `figure`, which the app runs, load no Qt.

`parse` is on the launch path, so the subcommands' modules are imported only where one is named (or help is asked).
"""

import argparse
import math
import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper

from trainer import __version__
from trainer.cli.folder import folder
from trainer.language import tr

SLOWEST, FASTEST = 0.1, 1000.0  # of --speed

_SUBCOMMANDS = frozenset({"routine", "log", "backup", "figure"})
_ASKS_FOR_HELP = frozenset({"-h", "--help"})


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """The arguments: `command` (None: the window), `data_dir`, `routine`, `start`, `speed`, and the subcommand's own.

    Wrong usage prints a sentence and exits with 2; --help and --version print and exit with 0.
    """
    parser = _window_parser()
    if not (_SUBCOMMANDS | _ASKS_FOR_HELP).isdisjoint(argv):
        from trainer.cli.backup import add_backup_parser
        from trainer.cli.figure import add_figure_parser
        from trainer.cli.log import add_log_parser
        from trainer.cli.routine import add_routine_parser

        subparsers = parser.add_subparsers(dest="command", metavar=tr("COMMAND"), title=tr("without a window"))
        add_routine_parser(subparsers)
        add_log_parser(subparsers)
        add_backup_parser(subparsers)
        add_figure_parser(subparsers)
        return parser.parse_args(argv)
    arguments, left_over = parser.parse_known_args(argv)
    if len(left_over) == 1 and arguments.routine is None and _is_routine_file(left_over[0]):
        arguments.routine = left_over.pop()  # as a desktop opens a file
    if left_over:
        parser.error(_not_understood(left_over))
    return arguments


def run_subcommand(arguments: argparse.Namespace) -> int:
    """Run the subcommand that `parse` found. Data goes to stdout, problems to stderr; returns the exit code, 0 or 1."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal that knows no "–" still gets the rest
    try:
        code = _run(arguments)
        sys.stdout.flush()
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what is left is not tried again at exit
        if not isinstance(error, BrokenPipeError):  # else the reader has seen enough (`trainer log | head`)
            said = tr("The output could not be written: {reason}.")
            sys.stderr.write(said.format(reason=error.strerror or type(error).__name__) + "\n")
        return 1
    return code


def _run(arguments: argparse.Namespace) -> int:
    if arguments.command == "log":
        from trainer.cli.log import run_log

        return run_log(arguments, sys.stdout, sys.stderr)
    if arguments.command == "backup":
        from trainer.cli.backup import run_backup

        return run_backup(arguments, sys.stdout, sys.stderr)
    from trainer.cli.routine import run_routine

    return run_routine(arguments, sys.stdout, sys.stderr)


def _window_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="trainer", description=tr("The follow-along workout coach. Without a command it opens its window.")
    )
    parser.set_defaults(command=None)
    parser.add_argument(
        "--data-dir",
        type=folder,
        metavar=tr("DIR"),
        help=tr("keep everything of this run there: log, routines, choices"),
    )
    parser.add_argument("--routine", metavar=tr("ID|FILE"), help=tr("open this routine; a file may also stand alone"))
    parser.add_argument("--start", action="store_true", help=tr("start it at once"))
    parser.add_argument(
        "--speed", type=_speed, default=1.0, metavar="N", help=tr("run the session's clock N times faster")
    )
    parser.add_argument(
        "--resume", action="store_true", help=tr("go on with the session left open, where there is one")
    )
    parser.add_argument(
        "--diagnose", action="store_true", help=tr("print what runs here and whether the log is whole; no window")
    )
    parser.add_argument("--version", action="version", version=f"trainer {__version__}")
    return parser


def _is_routine_file(word: str) -> bool:
    return not word.startswith("-") and word.lower().endswith(".toml")


def _not_understood(words: Sequence[str]) -> str:
    if words[0].startswith("-"):
        return tr("unknown option: {words}").format(words=" ".join(map(ascii, words)))
    from trainer.library.problem import printable

    return tr("no command is called {word}; routine, log, backup and figure are.").format(word=printable(words[0]))


def _speed(text: str) -> float:
    try:
        speed = float(text)
    except ValueError:
        speed = math.nan
    if not SLOWEST <= speed <= FASTEST:
        said = tr("{text} is no speed; it must be a number from {least:g} to {most:g}")
        raise argparse.ArgumentTypeError(said.format(text=ascii(text), least=SLOWEST, most=FASTEST))
    return speed
