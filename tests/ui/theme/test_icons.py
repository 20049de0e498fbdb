"""Icons: drawings of ours, tinted sharply at every size."""

import re
import tomllib
import xml.etree.ElementTree as ET

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from trainer.resources import resources
from trainer.ui.theme.icons import STROKE, Icons
from trainer.ui.theme.look import Look

FOLDER = resources() / "icons"
DRAWINGS = sorted(path for path in FOLDER.glob("*.svg") if path.stem != "trainer")


def inked(image: QImage, color: QColor) -> int:
    """How many pixels are wholly of that colour."""
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return sum(1 for pixel in pixels if pixel.rgba() == color.rgba())


@pytest.mark.parametrize("path", DRAWINGS, ids=lambda path: path.stem)
def test_each_is_a_small_tintable_drawing(path: object) -> None:
    source = path.read_text(encoding="utf-8")  # type: ignore[attr-defined]
    root = ET.fromstring(source)  # noqa: S314 (our own file)
    assert root.attrib["viewBox"] == "0 0 24 24"
    assert root.attrib["stroke-width"] == str(STROKE)
    assert set(re.findall(r'(?:fill|stroke)="([^"]*)"', source)) <= {"none", "currentColor"}
    assert len(source) < 1500


@pytest.mark.parametrize("path", DRAWINGS, ids=lambda path: path.stem)
def test_each_draws_in_its_colour_inside_its_square(look: Look, path: object) -> None:
    color = QColor("#C00020")
    image = look.icons.pixmap(path.stem, 48, 1.0, color).toImage()  # type: ignore[attr-defined]
    assert inked(image, color) > 10
    edge = [image.pixelColor(i, j).alpha() for i in range(48) for j in (0, 47)]
    edge += [image.pixelColor(j, i).alpha() for i in range(48) for j in (0, 47)]
    assert max(edge) < 128, "it is cut off"


def test_pixmaps_are_kept_per_name_size_ratio_colour_and_stroke() -> None:
    icons = Icons(FOLDER)
    red, blue = QColor("red"), QColor("blue")
    first = icons.pixmap("play", 24, 1.0, red)
    assert icons.pixmap("play", 24, 1.0, red).cacheKey() == first.cacheKey()
    others = [
        icons.pixmap("pause", 24, 1.0, red),
        icons.pixmap("play", 25, 1.0, red),
        icons.pixmap("play", 24, 2.0, red),
        icons.pixmap("play", 24, 1.0, blue),
        icons.pixmap("play", 24, 1.0, red, 3.0),
    ]
    assert first.cacheKey() not in {other.cacheKey() for other in others}
    assert others[2].width() == 48
    assert others[2].deviceIndependentSize().width() == 24


def test_no_room_draws_nothing(look: Look) -> None:
    image = QImage(8, 8, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    look.draw_icon(painter, "play", QRectF(0, 0, 0, 0), QColor("red"))
    look.draw_icon(painter, "play", QRectF(0, 0, -5, 3), QColor("red"))
    painter.end()
    assert inked(image, QColor("red")) == 0


def test_an_icon_that_is_not_there_is_an_error(look: Look) -> None:
    with pytest.raises(FileNotFoundError):
        look.icons.pixmap("unicorn", 24, 1.0, QColor("red"))


def test_all_equipment_has_its_drawing() -> None:
    text = (resources() / "equipment.toml").read_text(encoding="utf-8")
    catalogue = tomllib.loads(text)
    wanted = set(re.findall(r'^icon = "([^"]+)"', text, re.MULTILINE))
    assert catalogue
    assert wanted
    assert wanted <= {path.stem for path in DRAWINGS}


def test_the_program_s_own_icon_renders() -> None:
    assert (FOLDER / "trainer.svg").is_file()
    image = QImage(64, 64, QImage.Format.Format_ARGB32)
    image.fill(0)
    from PySide6.QtSvg import QSvgRenderer

    renderer = QSvgRenderer(str(FOLDER / "trainer.svg"))
    assert renderer.isValid()
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    assert image.pixelColor(32, 32).alpha() == 255
    assert image.pixelColor(0, 0).alpha() < 255  # rounded corners
