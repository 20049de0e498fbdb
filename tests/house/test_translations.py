"""The template of the translations is current, and each translation of it keeps its placeholders."""

import gettext
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.pseudo import pseudo
from trainer.language import ntr, tr
from trainer.resources import translations
from translations import TEMPLATE, template

PLACEHOLDER = re.compile(r"\{(\w*)[^{}]*\}")


def test_the_template_has_every_sentence_of_the_program() -> None:
    assert TEMPLATE.read_text(encoding="utf-8") == template(), "run: python packaging/translations.py"


def test_the_template_takes_sentences_plurals_and_notes_for_translators(tmp_path: Path) -> None:
    (tmp_path / "trainer").mkdir()
    (tmp_path / "trainer" / "words.py").write_text(
        '# Translators: the big button\ntr("Start")\nntr("{n} move", "{n} moves", n)\nprint("not this")\n',
        encoding="utf-8",
    )
    text = template(tmp_path)
    assert '#. Translators: the big button\n#: trainer/words.py\nmsgid "Start"' in text
    assert 'msgid "{n} move"\nmsgid_plural "{n} moves"' in text
    assert "not this" not in text
    assert "Date:" not in text


def test_every_translation_keeps_the_placeholders_of_its_sentence() -> None:
    for path in translations().glob("*/LC_MESSAGES/trainer.mo"):
        with path.open("rb") as file:
            catalogue = gettext.GNUTranslations(file)
        sentences: dict[object, str] = catalogue._catalog  # type: ignore[attr-defined] # noqa: SLF001 - no public way
        for key, translated in sentences.items():
            original = key[0] if isinstance(key, tuple) else str(key)
            if original:
                assert set(PLACEHOLDER.findall(translated)) <= set(PLACEHOLDER.findall(original)), (path, original)


@pytest.mark.usefixtures("pseudo_language")
def test_the_pseudo_language_is_spoken() -> None:
    assert tr("Paused for {time}").format(time="1:05") == "[Páûšéd föř 1:05 Páûšéd föř]"
    assert ntr("{n} move", "{n} moves", 1) == "[1 mövé mövé]"
    assert ntr("{n} move", "{n} moves", 8) == "[8 mövéš mövéš]"


@given(st.text(alphabet="abcde XYZ", max_size=40), st.integers(-999, 999))
def test_a_pseudo_sentence_is_long_and_keeps_its_placeholders_once(words: str, value: int) -> None:
    sentence = f"{words.strip()} {{value}} <b>x</b>"
    spoken = pseudo(sentence)
    assert len(spoken) >= len(sentence) + len(words.strip())
    assert spoken.format(value=value).count(str(value)) == 1
    assert spoken.count("<b>") == spoken.count("</b>") == 1
