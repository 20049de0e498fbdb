"""The problem card and its excerpt."""

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from tests.ui.examples import file_problem
from trainer.core.preferences import ThemeChoice
from trainer.library.problem import ExcerptLine, FileProblem
from trainer.resources import resources
from trainer.ui.theme.look import Look
from trainer.ui.widgets.button import Button
from trainer.ui.widgets.code_excerpt import CodeExcerpt
from trainer.ui.widgets.problem_card import ProblemCard
from trainer.ui.widgets.text import Text


@pytest.fixture
def look() -> Look:
    return Look(resources(), ThemeChoice.LIGHT)


def said(card: ProblemCard) -> list[str]:
    return [text.text() for text in card.findChildren(Text) if text.isVisibleTo(card)]


def test_it_names_place_and_what_still_works(qtbot: QtBot, look: Look) -> None:
    card = ProblemCard(look)
    qtbot.addWidget(card)
    card.show_problems([file_problem()], 13)
    assert said(card) == [
        "One routine could not be read",
        'my-back-day.toml, line 23, block 2 "Main", step 3, seconds',
        "Your other 13 routines are fine, and nothing in this file was changed.",
    ]


def test_several_follow_each_other(qtbot: QtBot, look: Look) -> None:
    card = ProblemCard(look)
    qtbot.addWidget(card)
    other = msgspec.structs.replace(file_problem(), path="/x/other.toml")
    card.show_problems([file_problem(), other], 1)
    assert said(card)[0] == "2 routines could not be read"
    assert "1 of 2" in said(card)
    card.show_problems([other], 2)
    assert said(card)[1].startswith("other.toml")
    card.show_problems([], 3)
    assert card.isHidden()


def test_a_fix_is_offered_only_where_there_is_one_and_somebody_applies_it(qtbot: QtBot, look: Look) -> None:
    card = ProblemCard(look)
    qtbot.addWidget(card)

    def offered() -> bool:
        return any(b.text() == "Use 40" and b.isVisibleTo(card) for b in card.findChildren(Button))

    card.show_problems([file_problem()], 1, can_fix=True)
    assert offered()
    card.show_problems([file_problem()], 1)
    assert not offered()
    card.show_problems([msgspec.structs.replace(file_problem(), fix=None)], 1, can_fix=True)
    assert not offered()


def test_without_an_excerpt_the_reason_stands_in_words(qtbot: QtBot, look: Look) -> None:
    card = ProblemCard(look)
    qtbot.addWidget(card)
    card.show_problems([FileProblem("/x/empty.toml", "the file is empty", "it needs a name and blocks")], 0)
    assert "the file is empty; it needs a name and blocks" in said(card)


def test_what_is_not_there_is_neither_opened_nor_called_a_file(qtbot: QtBot, look: Look) -> None:
    card = ProblemCard(look)
    qtbot.addWidget(card)

    def offered() -> set[str]:
        return {b.text() for b in card.findChildren(Button) if b.isVisibleTo(card)}

    unknown = FileProblem("upper-lower-back", "no routine or file is called this", found=False)
    card.show_problems([unknown], 5)
    assert said(card)[1:] == ["upper-lower-back", "no routine or file is called this", "Your 5 routines are fine."]
    assert offered() == {"Try again", "Leave it out"}
    card.show_problems([unknown], 0)
    assert said(card)[-1] == "no routine or file is called this"
    card.show_problems([file_problem()], 5)
    assert "Open the file" in offered()


@settings(max_examples=60, deadline=None)
@given(
    lines=st.lists(st.text(max_size=300), max_size=6),
    line=st.none() | st.integers(1, 8),
    column=st.none() | st.integers(1, 400),
    length=st.integers(0, 400),
    width=st.integers(20, 900),
)
def test_any_excerpt_is_painted(
    qapp: object, lines: list[str], line: int | None, column: int | None, length: int, width: int
) -> None:
    assert qapp is not None
    excerpt = CodeExcerpt(Look(resources(), ThemeChoice.DARK, text_scale=2.0))
    rows = tuple(ExcerptLine(number, text) for number, text in enumerate(lines, start=1))
    excerpt.show_problem(FileProblem("/x", "wrong", "right", "", line, column, length, None, rows))
    excerpt.resize(width, excerpt.measure().height() + 1)
    assert not excerpt.grab().isNull()
    excerpt.deleteLater()
