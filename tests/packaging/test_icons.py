"""The icon's forms, all from one drawing."""

import struct
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from icons import SIZES, icns, ico, main, png

DRAWING = Path(__file__).parents[2] / "resources" / "icons" / "trainer.svg"


@pytest.mark.usefixtures("qtbot")
def test_every_size_is_drawn_to_its_edges_on_clear_ground(tmp_path: Path) -> None:
    main(str(DRAWING), str(tmp_path))
    for size in SIZES:
        image = QImage(str(tmp_path / f"{size}.png"))
        assert (image.width(), image.height()) == (size, size)
        assert image.pixelColor(0, 0).alpha() == 0
        assert image.pixelColor(size // 2, size - 1 - size // 16).alpha() > 200
    for name in ("trainer.ico", "trainer.icns"):
        assert not QImage(str(tmp_path / name)).isNull()


@pytest.mark.usefixtures("qtbot")
@pytest.mark.qt_log_ignore("Cannot read file")
def test_a_drawing_that_is_none_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.svg").write_text("<svg", encoding="utf-8")
    with pytest.raises(ValueError, match=r"a\.svg is no drawing Qt can read"):
        png(tmp_path / "a.svg", 16)


def test_windows_form_points_at_each_picture() -> None:
    made = ico({256: b"large", 16: b"tiny"})
    assert struct.unpack("<HHH", made[:6]) == (0, 1, 2)
    for index, (side, content) in enumerate([(16, b"tiny"), (0, b"large")]):
        entry = struct.unpack("<BBBBHHII", made[6 + 16 * index : 22 + 16 * index])
        assert entry[0] == side
        assert made[entry[7] : entry[7] + entry[6]] == content


def test_apple_s_form_tells_every_length() -> None:
    made = icns({b"ic07": b"picture"})
    assert made == b"icns" + struct.pack(">I", 23) + b"ic07" + struct.pack(">I", 15) + b"picture"
