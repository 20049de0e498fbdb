"""Import: a file of another program, or of ours, read and recognised by what stands in it."""

from pathlib import Path

from trainer.exchange.csv_import import ImportChoices, read_csv
from trainer.exchange.incoming import Incoming
from trainer.exchange.json_import import read_json
from trainer.exchange.problem import ExchangeError, Watch, unwatched
from trainer.language import tr

MOST_BYTES = 256_000_000  # ten years of daily workouts are some 60 MB of our JSON
MOST_CSV_BYTES = 64_000_000  # and some 5 MB of anybody's CSV


def read_import(path: Path, choices: ImportChoices, watch: Watch = unwatched) -> Incoming:
    """What the file holds for the log.

    Raises:
        ExchangeError: it can't be read, is too large, or is of no kind that is known here.
        StoppedError: `watch` raised it.
    """
    content = _content(path)
    if content.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in {b"{", b"["}:
        return read_json(content, path, watch)
    if len(content) > MOST_CSV_BYTES:
        raise ExchangeError(_too_large(path, MOST_CSV_BYTES))
    return read_csv(content, path, choices, watch)


def _content(path: Path) -> bytes:
    try:
        if path.exists() and not path.is_file():
            raise ExchangeError(tr("{file} is no file; choose one.").format(file=path))
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        said = tr("{file} can't be read ({reason}); check its name and that it may be read.")
        raise ExchangeError(said.format(file=path, reason=error.strerror or type(error).__name__)) from error
    if len(content) > MOST_BYTES:
        raise ExchangeError(_too_large(path, MOST_BYTES))
    if not content.strip():
        raise ExchangeError(tr("{file} is empty; export it once more.").format(file=path))
    return content


def _too_large(path: Path, most: int) -> str:
    said = tr("{file} is larger than {most} MB; export fewer days at a time.")
    return said.format(file=path, most=most // 1_000_000)
