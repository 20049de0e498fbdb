"""`python -m trainer` and the command `trainer`: a subcommand without Qt, the window, or the renderer's process."""

import os
import sys

from trainer import frozen


def main(argv: list[str] | None = None) -> int:
    """Run what the arguments ask for. Returns the exit code: 0, 1 for a problem, 2 for usage."""
    given = sys.argv[1:] if argv is None else argv
    frozen.restore_search_paths(os.environ)
    frozen.give_streams()
    if frozen.is_renderer(given):  # first of all: it needs nothing else, and the first picture waits for it
        from trainer.ui.figure.darkroom import serve

        serve()
        return 0

    from trainer import cli, resources
    from trainer.language import use_language

    use_language(resources.translations())  # before the first word, --help's included
    arguments = cli.parse(given)
    if arguments.command == "figure":
        from trainer.app import bench

        return bench.run(arguments)
    if arguments.command is not None:
        return cli.run_subcommand(arguments)
    from trainer import app  # Qt is loaded for a window only

    return app.run(arguments)


if __name__ == "__main__":
    sys.exit(main())
