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


def weight_words(kg: float, unit: WeightUnit, *, tenths: bool = False) -> str:
    """The weight with its unit: "70 kg", "154 lb", "11 st 0 lb"; with `tenths`, as scales show it: "154.3 lb"."""
    if unit is WeightUnit.KG:
        return tr("{kg} kg").format(kg=_tenths(kg) if tenths else _plain(round(kg, 1)))
    pounds = round(kg / KG_PER_POUND, 1) if tenths else float(round(kg / KG_PER_POUND))
    words = _tenths if tenths else _plain
    if unit is WeightUnit.LB:
        return tr("{lb} lb").format(lb=words(pounds))
    stones = int(pounds // POUNDS_PER_STONE)
    return tr("{st} st {lb} lb").format(st=stones, lb=words(round(pounds - stones * POUNDS_PER_STONE, 1)))


def difference_words(kg: float, unit: WeightUnit) -> str:
    """How much more or less it is: "+0.4 kg", "−1.2 lb" (of stones too: they are too coarse), "0.0 kg"."""
    value = round(kg if unit is WeightUnit.KG else kg / KG_PER_POUND, 1)
    sign = "+" if value > 0 else "\N{MINUS SIGN}" if value < 0 else ""
    amount = f"{sign}{_tenths(abs(value))}"
    return tr("{kg} kg").format(kg=amount) if unit is WeightUnit.KG else tr("{lb} lb").format(lb=amount)


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


def _tenths(value: float) -> str:
    return QLocale().toString(float(value), "f", 1)


def _plain(value: float) -> str:
    return QLocale().toString(value, "f", 0 if value == int(value) else 1)


class WeightStepper(Stepper):
    """A body weight, or none: one step below the lightest it is "not set".

    Where it is `weighed`, there is no "not set", and pounds have tenths.
    """

    weight_chosen = Signal(object)  # kilograms as a float, None: not set

    def __init__(
        self, look: Look, kg: float | None, unit: WeightUnit, parent: QWidget | None = None, *, weighed: bool = False
    ) -> None:
        self._unit, self._weighed = unit, weighed
        super().__init__(
            look,
            0.0,
            0.0,
            1.0,
            words=self._in_words,
            number=self._read_value,
            unset=self._unset,
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
        self.set_bounds(lightest - (not self._weighed), math.floor(self._from_kg(HEAVIEST_KG)), self._step)
        self.set_words(self._in_words, self._read_value, self._unset)
        value = self.minimum() if kg is None else max(lightest, self._from_kg(kg))
        self.set_value(round(value, 1) if unit is WeightUnit.KG or self._weighed else round(value))

    @property
    def kg(self) -> float | None:
        """What it shows, in kilograms; None: not set."""
        return None if self._unset and self.value() == self.minimum() else self._to_kg(self.value())

    @property
    def _unset(self) -> str:
        return "" if self._weighed else tr("not set")

    @property
    def _step(self) -> float:
        return 0.1 if self._weighed and self._unit is WeightUnit.KG else 0.2 if self._weighed else 1.0

    def stepBy(self, steps: int) -> None:
        """From "not set" the first step leads to a usual weight rather than to the lightest."""
        if steps > 0 and self._unset and self.value() == self.minimum():
            self.setValue(round(self._from_kg(FIRST_KG)))
            return
        super().stepBy(steps)

    def _on_value_chosen(self, _value: float) -> None:
        self.weight_chosen.emit(self.kg)

    def _in_words(self, value: float) -> str:
        return weight_words(self._to_kg(value), self._unit, tenths=self._weighed)

    def _read_value(self, text: str) -> float | None:
        kg = read_weight(text, self._unit)
        return None if kg is None else self._from_kg(kg)

    def _from_kg(self, kg: float) -> float:
        return kg if self._unit is WeightUnit.KG else kg / KG_PER_POUND

    def _to_kg(self, value: float) -> float:
        return value if self._unit is WeightUnit.KG else value * KG_PER_POUND
