"""A tooltip shows a text as it stands, and loads nothing that it names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument

from trainer.ui.widgets.plain_tip import plain_tip


def read_back(tip: str) -> str:
    """What the person sees of a tooltip."""
    if not any(char in tip for char in "<&"):  # then Qt takes it for plain text
        return tip
    document = QTextDocument()
    document.setHtml(tip)
    return document.toPlainText()


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    "text", ["<b>Squats</b>", '<img src="file:///etc/hostname">', "<a href='x'>Row</a>", "&lt;b&gt;", "Push & Pull"]
)
def test_markup_is_shown_as_it_is_written(text: str) -> None:
    assert read_back(plain_tip(text)) == text


@pytest.mark.usefixtures("qapp")
@given(st.text(st.sampled_from("<>&;/=\"' abimgsrclt\n"), max_size=40))
def test_any_mixture_is_shown_as_it_is_written(text: str) -> None:
    assert read_back(plain_tip(text)).strip("\n") == text.strip("\n")


def test_words_without_markup_stay_as_they_are() -> None:
    assert plain_tip("Back Bow, 60 s") == "Back Bow, 60 s"
