"""Tiles of what is owned."""

from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from tests.ui.examples import catalogue
from tests.ui.listening import heard
from trainer.core.preferences import ThemeChoice
from trainer.resources import resources
from trainer.ui.theme.look import Look
from trainer.ui.widgets.equipment_tiles import EquipmentTiles


def made(qtbot: QtBot) -> EquipmentTiles:
    tiles = EquipmentTiles(Look(resources(), ThemeChoice.LIGHT), tuple(catalogue().equipment.values()))
    qtbot.addWidget(tiles)
    return tiles


def tile(tiles: EquipmentTiles, name: str) -> QAbstractButton:
    return next(button for button in tiles.findChildren(QAbstractButton) if button.text() == name)


def test_dumbbells_go_from_none_to_one_to_a_pair_to_none(qtbot: QtBot) -> None:
    tiles = made(qtbot)
    changed = heard(tiles.owned_changed)
    dumbbells = tile(tiles, "Dumbbells")
    said = []
    for _ in range(3):
        dumbbells.click()
        said.append((dumbbells.isChecked(), dumbbells.accessibleDescription()))
    assert said == [(True, "one"), (True, "a pair"), (False, "")]
    assert changed == [({"dumbbell": 1},), ({"dumbbell": 2},), ({},)]


def test_other_things_are_owned_or_not(qtbot: QtBot) -> None:
    tiles = made(qtbot)
    mat = tile(tiles, "Mat")
    mat.click()
    assert tiles.owned == {"mat": 1}
    mat.click()
    assert tiles.owned == {}


def test_what_has_no_tile_is_kept(qtbot: QtBot) -> None:
    tiles = made(qtbot)
    tiles.show_owned({"towel": 3, "dumbbell": 4})
    tile(tiles, "Mat").click()
    assert tiles.owned == {"towel": 3, "dumbbell": 4, "mat": 1}
    assert tile(tiles, "Dumbbells").accessibleDescription() == "4 of them"
