"""The wall card as a PDF, read back."""

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtPdf import QPdfDocument

from trainer.ui.figure.wall_card import PICTURE_SIZE, CardBlock, CardMove, WallCard, write_wall_card

RED = QColor("#FF0000")


def card(moves: int, name: str = "Back Bow") -> WallCard:
    block = CardBlock(
        "Main, 25 min", tuple(CardMove(("bow", str(n)), name, "60 s", ("Lift long",)) for n in range(moves))
    )
    return WallCard("Upper and Lower Back", "25 min in all", "Stop where it hurts.", (block,))


def read(path: Path) -> QPdfDocument:
    document = QPdfDocument()
    assert document.load(str(path)) is QPdfDocument.Error.None_
    return document


def words(document: QPdfDocument, page: int = 0) -> str:
    return document.getAllText(page).text()


@pytest.mark.usefixtures("qtbot")
def test_it_says_title_block_names_times_and_cues(tmp_path: Path) -> None:
    path = tmp_path / "card.pdf"
    write_wall_card(path, card(2), {})
    document = read(path)
    assert document.pageCount() == 1
    said = words(document)
    for expected in ("Upper and Lower Back", "Main, 25 min", "Back Bow", "60 s", "Lift long", "Stop where it hurts."):
        assert expected in said


@pytest.mark.usefixtures("qtbot")
def test_many_moves_go_on_to_more_pages_and_none_is_lost(tmp_path: Path) -> None:
    path = tmp_path / "card.pdf"
    write_wall_card(path, card(40), {})
    document = read(path)
    said = [words(document, page) for page in range(document.pageCount())]
    assert len(said) >= 3
    assert sum(page.count("Back Bow") for page in said) == 40
    assert all("Stop where it hurts." in page for page in said)


@pytest.mark.usefixtures("qtbot")
def test_a_long_name_is_set_smaller_and_a_far_too_long_one_is_cut(tmp_path: Path) -> None:
    path = tmp_path / "card.pdf"
    write_wall_card(path, card(1, "Medicine Ball Pendulum Swing"), {})
    assert "Medicine Ball Pendulum Swing" in words(read(path))
    write_wall_card(path, card(1, "Medicine Ball Pendulum Swing " * 4), {})
    assert "Medicine Ball Pendulum Swing " * 4 not in words(read(path))


@pytest.mark.usefixtures("qtbot")
def test_pictures_stand_on_it(tmp_path: Path) -> None:
    picture = QImage(*PICTURE_SIZE, QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(RED)
    path = tmp_path / "card.pdf"
    write_wall_card(path, card(1), {("bow", "0"): picture})
    document = read(path)
    page = document.render(0, (document.pagePointSize(0) / 4).toSize())
    colors = [page.pixelColor(x, y) for x in range(page.width()) for y in range(page.height())]
    assert any(color.red() > 250 and color.green() < 5 and color.alpha() > 250 for color in colors)


@pytest.mark.usefixtures("qtbot")
def test_where_it_can_t_be_written_nothing_is_lost(tmp_path: Path) -> None:
    path = tmp_path / "nowhere" / "card.pdf"
    with pytest.raises(OSError, match="file"):
        write_wall_card(path, card(1), {})
    assert not path.exists()


def test_each_picture_is_wanted_once() -> None:
    twice = card(1)
    twice = WallCard(twice.title, twice.line, twice.foot, twice.blocks * 2)
    assert twice.pictures == (("bow", "0"),)
