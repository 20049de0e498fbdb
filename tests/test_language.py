"""Which language is spoken, and that there is always one."""

import gettext
import io
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from trainer.language import ntr, tr, use_catalogue, use_language


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Translations into German and French."""
    for language, start, moves in (
        ("de", "Los", ("{n} Übung", "{n} Übungen")),
        ("fr", "Démarrer", ("{n} exercice", "{n} exercices")),
    ):
        catalogue = Catalog(locale=language)
        catalogue.add("Start", start)
        catalogue.add(("{n} move", "{n} moves"), moves)
        messages = tmp_path / language / "LC_MESSAGES"
        messages.mkdir(parents=True)
        written = io.BytesIO()
        write_mo(written, catalogue)
        (messages / "trainer.mo").write_bytes(written.getvalue())
    return tmp_path


def test_english_is_spoken_until_told_otherwise() -> None:
    assert tr("Start") == "Start"
    assert [ntr("{n} move", "{n} moves", n) for n in (0, 1, 8)] == ["0 moves", "1 move", "8 moves"]


def test_a_language_is_spoken_with_its_own_plurals(folder: Path) -> None:
    use_language(folder, ["de"])
    assert tr("Start") == "Los"
    use_language(folder, ["fr"])
    assert [ntr("{n} move", "{n} moves", n) for n in (0, 1, 8)] == ["0 exercice", "1 exercice", "8 exercices"]


def test_the_first_language_that_is_there_is_taken(folder: Path) -> None:
    use_language(folder, ["eo", "fr", "de"])
    assert tr("Start") == "Démarrer"


@pytest.mark.parametrize(
    ("variables", "said"),
    [
        ({"LANG": "de_AT.UTF-8"}, "Los"),
        ({"LANG": "de_DE.UTF-8", "LC_MESSAGES": "fr_FR.UTF-8"}, "Démarrer"),
        ({"LANG": "en_GB.UTF-8", "LANGUAGE": "eo:fr"}, "Démarrer"),
        ({"LANG": "en_GB.UTF-8", "LANGUAGE": "en_GB:de"}, "Start"),
        ({"LANG": "C"}, "Start"),
        ({}, "Start"),
    ],
)
def test_unless_named_the_systems_language_is_taken(
    folder: Path, monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], said: str
) -> None:
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.setenv(name, variables.get(name, ""))
    monkeypatch.setattr("locale.getlocale", lambda: (None, None))
    use_language(folder)
    assert tr("Start") == said


def test_a_language_that_is_not_there_is_english(folder: Path) -> None:
    use_language(folder, ["ja"])
    assert tr("Start") == "Start"
    assert tr("Never seen before") == "Never seen before"


def test_a_ready_catalogue_is_taken() -> None:
    class Upper(gettext.NullTranslations):
        def gettext(self, message: str) -> str:
            return message.upper()

    use_catalogue(Upper())
    assert tr("Start") == "START"
