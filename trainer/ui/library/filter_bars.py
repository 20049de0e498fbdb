"""Filter bars: the chips over the routines, and those over the exercises."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trainer.core.balance import MuscleGroup
from trainer.core.exercise import Equipment
from trainer.language import tr
from trainer.library.filters import ExerciseFilters, RoutineFilters
from trainer.library.muscle_words import group_name
from trainer.ui.library import words
from trainer.ui.theme.look import Look
from trainer.ui.widgets.filter_chip import FilterChip
from trainer.ui.widgets.flow_layout import Flow


class _Bar(Flow):
    changed = Signal()  # by the person

    def _take(self, chips: Sequence[FilterChip]) -> None:
        self._chips = tuple(chips)
        self.add(*chips)
        for chip in chips:
            chip.changed.connect(self.changed)

    def clear_filters(self) -> None:
        """Let everything through, silently."""
        for chip in self._chips:
            chip.set_value(None)


class RoutineFilterBar(_Bar):
    """Minutes, focus, type, equipment, level, impact, favourites."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, 8, parent)
        self._minutes = FilterChip(look, tr("Length"), words.minutes_options(), anything=tr("Any length"), icon="clock")
        self._region = FilterChip(look, tr("Focus"), words.region_options(), anything=tr("Any focus"))
        self._type = FilterChip(look, tr("Type"), anything=tr("Any type"))
        self._kit = FilterChip(look, tr("Equipment"), words.kit_options(), anything=tr("Any equipment"))
        self._level = FilterChip(look, tr("Level"), words.level_options(), anything=tr("Any level"))
        self._jumps = FilterChip(look, tr("Impact"), words.jumps_options(), anything=tr("Any impact"))
        self._loved = FilterChip(look, tr("Favourites"), icon="heart")
        self._take((self._minutes, self._region, self._type, self._kit, self._level, self._jumps, self._loved))

    @property
    def filters(self) -> RoutineFilters:
        """What is let through."""
        return RoutineFilters(
            minutes=self._minutes.value,
            region=self._region.value,
            type=self._type.value,
            kit=self._kit.value,
            level=self._level.value,
            jumps=self._jumps.value,
            favourites=self._loved.value is not None,
        )

    def show_types(self, types: Iterable[str]) -> None:
        """Offer these types of training."""
        self._type.set_options(words.type_options(types))
        self._type.setVisible(self._type.has_options)


class ExerciseFilterBar(_Bar):
    """Muscles, equipment, level, position."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, 8, parent)
        muscles = [(group, group_name(group)) for group in MuscleGroup]
        self._muscles = FilterChip(look, tr("Muscles"), muscles, anything=tr("Any muscles"))
        self._kit = FilterChip(look, tr("Equipment"), words.kit_options(), anything=tr("Any equipment"))
        self._level = FilterChip(look, tr("Level"), words.level_options(), anything=tr("Any level"))
        self._posture = FilterChip(look, tr("Position"), words.posture_options(), anything=tr("Any position"))
        self._take((self._muscles, self._kit, self._level, self._posture))

    @property
    def filters(self) -> ExerciseFilters:
        """What is let through."""
        return ExerciseFilters(
            muscles=self._muscles.value,
            kit=self._kit.value,
            level=self._level.value,
            posture=self._posture.value,
        )

    def show_equipment(self, things: Iterable[Equipment]) -> None:
        """Offer these things beside what is owned."""
        self._kit.set_options([*words.kit_options(), *((thing.id, words.capitalised(thing.name)) for thing in things)])
