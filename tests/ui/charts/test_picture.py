"""Charts as pictures: what each kind of file holds."""

import re

import pytest
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from tests.ui.weeks import row_of_weeks
from trainer.core.preferences import ThemeChoice
from trainer.ui.charts.bars import BarUnit, bars_of
from trainer.ui.charts.minutes import WeeklyMinutesChart
from trainer.ui.charts.picture import ChartPicture, PictureKind
from trainer.ui.theme.look import Look


@pytest.fixture
def picture(qtbot: QtBot, look: Look) -> ChartPicture:
    chart = WeeklyMinutesChart(look)
    qtbot.addWidget(chart)
    chart.resize(500, 260)
    chart.show_bars(bars_of(row_of_weeks(50, 100, 200), BarUnit.WEEK), BarUnit.WEEK, 2)
    chart.show()
    qtbot.waitExposed(chart)
    return ChartPicture(look, "Weekly minutes", [chart])


def test_a_png_is_sharp_and_shows_the_bars(picture: ChartPicture, look: Look) -> None:
    image = QImage.fromData(picture.encoded(PictureKind.PNG))
    assert image.size() == picture.size() * 2
    pixels = [image.pixel(x, y) for x in range(image.width()) for y in range(image.height())]
    assert pixels.count(look.color("strength").rgb()) > 10_000
    assert image.pixel(3, 3) == look.color("surface").rgb()


def test_an_svg_is_drawn_not_painted_and_has_its_words(picture: ChartPicture) -> None:
    svg = picture.encoded(PictureKind.SVG).decode()
    assert "<image" not in svg
    assert "<title>Weekly minutes</title>" in svg
    words = re.findall(r">([^<>]+)</text>", svg)
    assert {"Weekly minutes", "this week", "150 min: WHO weekly minimum"} <= {word.strip() for word in words}


def test_in_high_contrast_its_patterns_are_lines_too(picture: ChartPicture, look: Look) -> None:
    look.set_theme(ThemeChoice.HIGH_CONTRAST)
    assert "<image" not in picture.encoded(PictureKind.SVG).decode()


def test_a_pdf_is_a_page_of_the_picture_s_size(picture: ChartPicture) -> None:
    pdf = picture.encoded(PictureKind.PDF)
    assert pdf.startswith(b"%PDF-")
    box = re.search(rb"/MediaBox \[\s*0 0 (\S+) (\S+)\s*\]", pdf)
    assert box is not None
    assert float(box[1]) == pytest.approx(picture.size().width() * 72 / 96, abs=1.5)
    assert b"/Subtype /Image" not in pdf


def test_on_paper_it_is_drawn_not_painted(picture: ChartPicture, tmp_path) -> None:  # type: ignore[no-untyped-def]
    file = tmp_path / "page.pdf"
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    assert picture.draw_page(printer)
    content = file.read_bytes()
    assert content.count(b"/Type /Page\n") == 1
    assert b"/Subtype /Image" not in content
