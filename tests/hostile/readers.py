"""The readers of files that may come from anybody, each with whole files to begin from."""

import io
from datetime import timedelta, timezone
from functools import cache
from pathlib import Path

import msgspec

from tests.backups import NOW, TEXT, furnish, packed
from tests.hostile.media_readers import MEDIA_READERS
from tests.hostile.reader import Reader, check_sentence, put, scratch
from tests.hostile.restore_reader import RESTORE
from tests.workouts import example_workout
from trainer import resources
from trainer.core.preferences import Preferences
from trainer.core.progress import LoggedWorkout, ledger_of
from trainer.exchange.csv_import import ImportChoices
from trainer.exchange.exercise_names import ExerciseNames
from trainer.exchange.import_file import read_import
from trainer.exchange.import_words import detail_words, found_words
from trainer.exchange.json_log import write_json
from trainer.exchange.problem import ExchangeError
from trainer.library.activities import read_activities
from trainer.library.article.source import decoded
from trainer.library.article_import import read_article_text
from trainer.library.catalogue import Catalogue, load_catalogue
from trainer.library.exercise_file import read_exercise
from trainer.library.moves import POSTURES_FILE, read_move, read_postures
from trainer.library.problem import LibraryError
from trainer.library.routine_file import read_routine
from trainer.motion.cycle import Cycle
from trainer.paths import data_paths
from trainer.storage.archive import FOLDERS
from trainer.storage.archive_writer import write_archive
from trainer.storage.errors import StorageError
from trainer.storage.preferences_file import PreferencesFile
from trainer.storage.restoring import look_into
from trainer.storage.toml_text import toml_text

DATA = Path(__file__).parents[1] / "data"


@cache
def catalogue() -> Catalogue:
    """Everything shipped."""
    return load_catalogue(resources.resources(), scratch() / "own", scratch() / "cache")


def _shipped(folder: str, most: int = 25) -> tuple[bytes, ...]:
    files = sorted((resources.resources() / folder).glob("*.toml"))
    return tuple(path.read_bytes() for path in files if path.name != POSTURES_FILE)[:: max(1, len(files) // most)]


def _feed_routine(content: bytes) -> None:
    try:
        read_routine(put("my-back-day.toml", content), catalogue().exercises)
    except LibraryError as error:
        check_sentence(error.problem.sentence)


def _feed_exercise(content: bytes) -> None:
    try:
        read_exercise(put("own.toml", content), catalogue().equipment)
    except LibraryError as error:
        check_sentence(error.problem.sentence)


@cache
def _postures_file() -> Path:
    return resources.resources() / "moves" / POSTURES_FILE


def _feed_move(content: bytes) -> None:
    try:
        move = read_move(put("own.toml", content), read_postures(_postures_file()))
    except LibraryError as error:
        check_sentence(error.problem.sentence)
        return
    Cycle(move, {"concentric": 1, "hold": 1, "eccentric": 1, "pause": 1, "cycle": 2}).channels_at(0.3)


def _feed_article(content: bytes) -> None:
    try:
        read_article_text(decoded(content, "page"), "page", "page", catalogue())
    except LibraryError as error:
        check_sentence(error.problem.sentence)


def _feed_archive(content: bytes) -> None:
    try:
        manifest = look_into(put("all.zip", content))
    except StorageError as error:
        check_sentence(error.sentence)
        return
    for name in manifest.files:
        assert (scratch() / name).resolve().parent in {scratch(), *(scratch() / folder for folder in FOLDERS)}


def _feed_preferences(content: bytes) -> None:
    file = PreferencesFile(put("preferences.toml", content), scratch() / "backups")
    loaded = file.load()
    for sentence in loaded.problems:
        check_sentence(sentence)
    try:
        file.save(loaded.preferences)
    except StorageError as error:
        check_sentence(error.sentence)
        return
    again = PreferencesFile(scratch() / "preferences.toml", scratch() / "backups").load()
    assert again.preferences == loaded.preferences
    assert again.problems == ()
    for copy in (scratch() / "backups").glob("preferences-*"):
        copy.unlink()


@cache
def _choices() -> ImportChoices:
    names = ExerciseNames(catalogue().exercises, read_activities(resources.activities()))
    zone = timezone(timedelta(hours=1))
    return ImportChoices(names, weight_on=lambda _day: 70.0, local=lambda moment: moment.replace(tzinfo=zone))


def _feed_import(content: bytes) -> None:
    try:
        found = read_import(put("log.csv", content), _choices())
    except ExchangeError as error:
        check_sentence(error.sentence)
        return
    for sentence in (found_words(found), *detail_words(found)):
        check_sentence(sentence)
    for workout in found.workouts:
        ledger_of(workout)


@cache
def _archives() -> tuple[bytes, ...]:
    paths = data_paths(scratch() / "furnished")
    paths.folder.mkdir()
    furnish(paths)
    write_archive(paths, scratch() / "whole.zip", NOW)
    return packed({"preferences.toml": TEXT}), packed({}), (scratch() / "whole.zip").read_bytes()


@cache
def _documents() -> tuple[bytes, ...]:
    out = io.StringIO()
    write_json((LoggedWorkout(one, ledger_of(one)) for one in (example_workout(1), example_workout(2))), (), out)
    return (out.getvalue().encode(),)


@cache
def _preferences() -> tuple[bytes, ...]:
    usual = {key: value for key, value in msgspec.to_builtins(Preferences()).items() if value is not None}
    return (toml_text(usual).encode(), TEXT)


READERS = {
    reader.name: reader
    for reader in (
        Reader("routine", lambda: _shipped("routines"), _feed_routine),
        Reader("move", lambda: _shipped("moves"), _feed_move),
        Reader("exercise", lambda: _shipped("exercises"), _feed_exercise),
        Reader("article", lambda: tuple(p.read_bytes() for p in sorted((DATA / "articles").glob("*"))), _feed_article),
        Reader("archive", _archives, _feed_archive),
        Reader("preferences", _preferences, _feed_preferences),
        Reader("csv", lambda: tuple(p.read_bytes() for p in sorted((DATA / "exports").glob("*"))), _feed_import),
        Reader("json", _documents, _feed_import),
        RESTORE,
        *MEDIA_READERS,
    )
}
