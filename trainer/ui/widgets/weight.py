"""Body weight in the person's unit: worded, read, and stepped. Kept in kilograms everywhere else.

The pound is 0.45359237 kg and the stone 14 pounds, both exactly (international yard and pound agreement, 1959).
"""

import math
import re

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QWidget

from trainer.core.preferences import WeightUnit
from trainer.language import tr
from trainer.ui.theme.look import Look
from trainer.ui.widgets.stepper import Stepper

KG_PER_POUND = 0.45359237
POUNDS_PER_STONE = 14
LIGHTEST_KG, HEAVIEST_KG = 30.0, 250.0  # what the stepper offers
FIRST_KG = 70.0  # where stepping up from "not set" lands

_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")


def weight_words(kg: float, unit: WeightUnit) -> str:
    """The weight with its unit: "70 kg", "154 lb", "11 st 0 lb"."""
    match unit:
        case WeightUnit.KG:
            return tr("{kg} kg").format(kg=_plain(round(kg, 1)))
        case WeightUnit.LB:
            return tr("{lb} lb").format(lb=round(kg / KG_PER_POUND))
        case WeightUnit.ST:
            stones, pounds = divmod(round(kg / KG_PER_POUND), POUNDS_PER_STONE)
            return tr("{st} st {lb} lb").format(st=stones, lb=pounds)


def read_weight(text: str, unit: WeightUnit) -> float | None:
    """Kilograms meant by what was typed; None where it means nothing. Two numbers in stones are stones and pounds."""
    numbers = [float(found.replace(",", ".")) for found in _NUMBER.findall(text)]
    if not numbers:
        return None
    match unit:
        case WeightUnit.KG:
            return numbers[0]
        case WeightUnit.LB:
            return numbers[0] * KG_PER_POUND
        case WeightUnit.ST:
            pounds = numbers[1] if len(numbers) > 1 else 0.0
            return (numbers[0] * POUNDS_PER_STONE + pounds) * KG_PER_POUND


def _plain(value: float) -> str:
    return QLocale().toString(value, "f", 0 if value == int(value) else 1)


class WeightStepper(Stepper):
    """A body weight, or none: one step below the lightest it is "not set"."""

    weight_chosen = Signal(object)  # kilograms as a float, None: not set

    def __init__(self, look: Look, kg: float | None, unit: WeightUnit, parent: QWidget | None = None) -> None:
        self._unit = unit
        super().__init__(
            look,
            0.0,
            0.0,
            1.0,
            words=self._in_words,
            number=self._read_value,
            unset=tr("not set"),
            decimals=1,
            parent=parent,
        )
        self.setAccessibleName(tr("Weight"))
        self.value_chosen.connect(self._on_value_chosen)
        self.show_weight(kg, unit)

    def show_weight(self, kg: float | None, unit: WeightUnit) -> None:
        """Show a weight in a unit, silently."""
        self._unit = unit
        lightest = math.ceil(self._from_kg(LIGHTEST_KG))
        self.set_bounds(lightest - 1, math.floor(self._from_kg(HEAVIEST_KG)), 1.0)
        self.set_words(self._in_words, self._read_value, tr("not set"))
        value = self.minimum() if kg is None else max(lightest, self._from_kg(kg))
        self.set_value(round(value, 1) if unit is WeightUnit.KG else round(value))

    def stepBy(self, steps: int) -> None:
        """From "not set" the first step leads to a usual weight rather than to the lightest."""
        if steps > 0 and self.value() == self.minimum():
            self.setValue(round(self._from_kg(FIRST_KG)))
            return
        super().stepBy(steps)

    def _on_value_chosen(self, value: float) -> None:
        self.weight_chosen.emit(None if value == self.minimum() else self._to_kg(value))

    def _in_words(self, value: float) -> str:
        return weight_words(self._to_kg(value), self._unit)

    def _read_value(self, text: str) -> float | None:
        kg = read_weight(text, self._unit)
        return None if kg is None else self._from_kg(kg)

    def _from_kg(self, kg: float) -> float:
        return kg if self._unit is WeightUnit.KG else kg / KG_PER_POUND

    def _to_kg(self, value: float) -> float:
        return value if self._unit is WeightUnit.KG else value * KG_PER_POUND
