"""Guided fuzzing of one reader: `python -m tests.hostile.with_atheris routine --minutes 10`.

Asks for the package atheris, which is no part of the environment, since it has no build for Windows:
`.venv/bin/pip install atheris`. Prints how many inputs were tried. Whatever goes wrong is told once for each place in
the code, its input is kept in the folder named with `--keep`, and it goes on; ten seconds or 1.5 GB end it.
"""

import argparse
import sys
import traceback
from pathlib import Path


def main() -> None:
    """Read the options, then feed the reader until the time is over or something goes wrong."""
    parser = argparse.ArgumentParser(prog="with_atheris", description=__doc__)
    parser.add_argument("reader")
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--keep", type=Path, default=Path("build/hostile"), metavar="FOLDER")
    options = parser.parse_args()

    import atheris  # type: ignore[import-not-found, import-untyped, unused-ignore]

    with atheris.instrument_imports(include=["trainer"]):
        from tests.hostile.readers import READERS

    reader = READERS[options.reader]
    corpus = options.keep / options.reader
    corpus.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(reader.seeds()):
        (corpus / f"seed-{number}").write_bytes(seed)
    longest = 2 * max(len(seed) for seed in reader.seeds())
    fuzzer = [
        sys.argv[0], str(corpus), f"-max_total_time={round(options.minutes * 60)}", f"-max_len={longest}",
        "-timeout=10", "-print_final_stats=1", "-rss_limit_mb=1500",
        f"-artifact_prefix={options.keep}/{options.reader}-",
    ]  # fmt: skip
    seen: set[tuple[str, int | None]] = set()

    def feed(content: bytes) -> None:
        try:
            reader.feed(content)
        except Exception as error:  # noqa: BLE001 - whatever it is
            last = traceback.extract_tb(error.__traceback__)[-1]
            if (last.filename, last.lineno) not in seen:
                seen.add((last.filename, last.lineno))
                kept = options.keep / f"{options.reader}-wrong-{len(seen)}"
                kept.write_bytes(content)
                sys.stderr.write(f"\nWRONG, kept as {kept}:\n{traceback.format_exc()}\n")

    atheris.Setup(fuzzer, feed)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
