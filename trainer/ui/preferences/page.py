"""PreferencesPage: mock-up J within what there is to set. Every change applies at once."""

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec
from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from trainer.core.exercise import Equipment
from trainer.core.preferences import FigureChoice, FirstWeekday, Preferences, ThemeChoice, WeightUnit
from trainer.language import ntr, tr
from trainer.ui.preferences.backups_group import BackupsGroup
from trainer.ui.preferences.body_group import BodyGroup
from trainer.ui.preferences.card_sheet import CardSheet
from trainer.ui.preferences.distance_words import distance_words
from trainer.ui.preferences.exchange_group import ExchangeGroup
from trainer.ui.preferences.goals_group import GoalsGroup
from trainer.ui.preferences.reminder_group import ReminderGroup
from trainer.ui.preferences.settings_group import SettingRow, SettingsGroup
from trainer.ui.preferences.steps import metres, percent, read_number, read_percent
from trainer.ui.preferences.text_size import TextSize
from trainer.ui.preferences.voice_group import VoiceGroup
from trainer.ui.preferences.wall_choice import WallChoice
from trainer.ui.theme.look import Look
from trainer.ui.widgets.button import Button
from trainer.ui.widgets.equipment_tiles import EquipmentTiles
from trainer.ui.widgets.screen_scale import mm_per_px, screen_key
from trainer.ui.widgets.scroll_page import ScrollPage
from trainer.ui.widgets.segmented import Segmented
from trainer.ui.widgets.select import Select
from trainer.ui.widgets.stepper import Stepper
from trainer.ui.widgets.surfaces import Ground
from trainer.ui.widgets.switch import Switch
from trainer.ui.widgets.text import Text
from trainer.ui.widgets.weight import WeightStepper

_BESIDE = 900  # em width of the window from which there are two columns

_UNITS = (WeightUnit.KG, WeightUnit.LB, WeightUnit.ST)
_THEMES = (ThemeChoice.SYSTEM, ThemeChoice.LIGHT, ThemeChoice.DARK, ThemeChoice.HIGH_CONTRAST)
_CONTRASTS = (ThemeChoice.HIGH_CONTRAST, ThemeChoice.HIGH_CONTRAST_LIGHT)
_FIGURES = (FigureChoice.TOP_KNOT, FigureChoice.SHORT_HAIR)
_WEEKDAYS = (FirstWeekday.LOCALE, FirstWeekday.MONDAY, FirstWeekday.SATURDAY, FirstWeekday.SUNDAY)


class PreferencesPage(Ground):
    """Takes preferences, gives changed ones. Knows nothing of where they are kept."""

    preferences_changed = Signal(Preferences)
    folder_chosen = Signal()  # show the data folder in the desktop's file manager
    keys_chosen = Signal()  # show the sheet of keys
    weighings_chosen = Signal()  # show the weight over time
    sample_chosen = Signal()  # say something

    def __init__(self, look: Look, equipment: Sequence[Equipment], parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self._value = Preferences()
        self._page = ScrollPage(look, gap=16)
        self._weight = WeightStepper(look, None, WeightUnit.KG)
        self._unit = Segmented(look, ["kg", "lb", "st"], height=34)
        self._ready = Stepper(look, 100, 50, 300, 25, words=percent, number=read_percent)
        self._weekday = Select(look, 200)
        self._weekday.addItems([tr("As the system says"), tr("Monday"), tr("Saturday"), tr("Sunday")])
        themes = [tr("System"), tr("Light"), tr("Dark"), tr("High contrast")]
        self._theme = Segmented(look, themes, height=34)
        self._contrast = Segmented(look, [tr("Black"), tr("White")], height=34)
        self._appearance = SettingsGroup(look, tr("Appearance"))
        self._contrast_row = SettingRow(look, tr("Ground of high contrast"), self._contrast)
        self._text_size = TextSize(look)
        self._distance = Stepper(look, 2, 0.5, 6, 0.5, words=metres, number=read_number, decimals=1)
        self._distance_row = SettingRow(look, tr("I stand"), self._distance)
        self._wall = WallChoice(look)
        meaning = tr("While a session runs: the distance view there, the controls here")
        self._wall_row = SettingRow(look, tr("Second screen"), self._wall, meaning)
        self._motion = Switch(look)
        self._figure = Segmented(look, [tr("Top knot"), tr("Short hair")], height=34)
        self._mirror = Switch(look)
        self.voice = VoiceGroup(look)
        self._tiles = EquipmentTiles(look, equipment)
        self._body = BodyGroup(look)
        self.goals, self.reminder = GoalsGroup(look), ReminderGroup(look)
        self.exchange = ExchangeGroup(look)
        self.backups = BackupsGroup(look)
        self._folder = Button(look, tr("Open folder"), "second", "folder", height=34, text_size=13)
        self._data_row = SettingRow(look, tr("Stays on this computer"), self._folder)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._left, self._right = QVBoxLayout(), QVBoxLayout()
        self._build()
        self._connect()
        self._on_look_changed()
        look.changed.connect(self._on_look_changed)

    def show_preferences(self, value: Preferences) -> None:
        """Show these, silently."""
        self._value = value
        self._weight.show_weight(value.weight_kg, value.weight_unit)
        self._unit.set_current(_UNITS.index(value.weight_unit))
        self._ready.set_value(round(value.get_ready_scale * 100))
        self._weekday.setCurrentIndex(_WEEKDAYS.index(value.first_weekday))
        contrast = value.theme in _CONTRASTS
        self._theme.set_current(len(_THEMES) - 1 if contrast else _THEMES.index(value.theme))
        self._contrast.set_current(_CONTRASTS.index(value.theme) if contrast else 0)
        self._appearance.set_row_shown(self._contrast_row, contrast)
        self._text_size.show_scale(value.text_scale)
        self._distance.set_value(value.distance_m)
        self._tell_distance()
        self._show_wall()
        self._motion.setChecked(value.reduce_motion)
        self._figure.set_current(_FIGURES.index(value.figure))
        self._mirror.setChecked(value.mirror_view)
        self._tiles.show_owned(value.owned)
        self._body.sparing.show_avoided(value.avoid)
        self.voice.show_preferences(value)
        self.goals.show_preferences(value)
        self.reminder.show_preferences(value)

    def show_forms(self, forms: Mapping[str, str]) -> None:
        """The forms remembered: exercise id -> the exercise in its form, in words."""
        self._body.forms.show_forms(forms)

    def show_data(self, folder: str, sessions: int) -> None:
        """Where everything is kept, and how many sessions that is."""
        kept = ntr("{n} session", "{n} sessions", sessions)
        self._data_row.set_meaning(tr("{sessions} in {folder}").format(sessions=kept, folder=folder))

    def show_kit(self) -> None:
        """Bring the tiles of what is owned into sight."""
        self._bring_into_sight(self._tiles.findChild(QWidget))

    def show_goals(self) -> None:
        """Bring the weekly goals into sight."""
        self._bring_into_sight(self.goals.minutes)

    def _bring_into_sight(self, first: QWidget | None) -> None:
        # A page that was just opened has its places only after what is waiting has been laid out, lines of text twice.
        for _ in range(2):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        if first is not None:
            first.setFocus()
            self._page.ensureWidgetVisible(first, 0, self._look.sp(60))  # its heading too

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    # inside

    def _build(self) -> None:
        look = self._look
        head = QHBoxLayout()
        head.setSpacing(look.sp(14))
        head.addWidget(Text(look, tr("Settings"), "h1", lines=1), 1)
        self._hint = Text(look, tr("Changes apply at once"), "small", "ink2", lines=1)
        head.addWidget(self._hint)
        keys = Button(look, tr("Keyboard"), "second", "keyboard", key_hint="?", height=38)
        keys.clicked.connect(self.keys_chosen)
        head.addWidget(keys)
        self._page.column.addLayout(head)
        self._left.addWidget(self._you())
        self._left.addWidget(self.goals)
        self._left.addWidget(self.reminder)
        self._left.addWidget(self._body)
        self._left.addWidget(self.voice)
        self._left.addStretch(1)
        self._right.addWidget(self._kit())
        self._fill_appearance()
        self._right.addWidget(self._appearance)
        self._right.addWidget(self._data())
        self._right.addWidget(self.exchange)
        self._right.addWidget(self.backups)
        self._right.addStretch(1)
        self._columns.addLayout(self._left, 1)
        self._columns.addLayout(self._right, 1)
        self._page.column.addLayout(self._columns)
        self._page.column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._page)

    def _you(self) -> QWidget:
        group = SettingsGroup(self._look, tr("You"))
        kept = tr("Kept with each session, so old estimates stay put")
        group.add_row(SettingRow(self._look, tr("Weight"), self._weight, kept))
        over_time = Button(self._look, tr("Weight over time"), "second", "progress", height=34, text_size=13)
        over_time.setAccessibleName(over_time.text())
        over_time.clicked.connect(self.weighings_chosen)
        weighed = tr("Every weighing, and past workouts counted anew")
        group.add_row(SettingRow(self._look, tr("Weighings"), over_time, weighed))
        group.add_row(SettingRow(self._look, tr("Units"), self._unit))
        meaning = tr("How long you get to set up a move")
        group.add_row(SettingRow(self._look, tr("Time to change position"), self._ready, meaning))
        group.add_row(SettingRow(self._look, tr("Weeks start on"), self._weekday))
        return group

    def _data(self) -> QWidget:
        group = SettingsGroup(self._look, tr("Your data"))
        group.add_row(self._data_row)
        return group

    def _kit(self) -> QWidget:
        kit = QWidget()
        column = QVBoxLayout(kit)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._look.sp(8))
        column.addWidget(Text(self._look, tr("What I own"), "h3", lines=1))
        column.addWidget(self._tiles)
        return kit

    def _fill_appearance(self) -> None:
        look, group = self._look, self._appearance
        group.add_row(SettingRow(look, tr("Theme"), self._theme))
        group.add_row(self._contrast_row)
        group.add_row(SettingRow(look, tr("Text size"), self._text_size))
        group.add_row(self._distance_row)
        group.add_row(self._wall_row)
        card = Button(look, tr("Measure with a card"), "second", height=34, text_size=13)
        card.clicked.connect(self._on_card_chosen)
        meaning = tr("Tells how large things really are on this screen")
        group.add_row(SettingRow(look, tr("Size of the screen"), card, meaning))
        group.add_row(SettingRow(look, tr("Reduce motion"), self._motion))
        group.add_row(SettingRow(look, tr("Figure"), self._figure, tr("Who shows you the exercises")))
        meaning = tr("When you move to your left, the figure moves to the left of the screen")
        group.add_row(SettingRow(look, tr("Follow like a mirror"), self._mirror, meaning))

    def _connect(self) -> None:
        self._weight.weight_chosen.connect(lambda kg: self._change(weight_kg=kg))
        self._unit.index_chosen.connect(self._on_unit_chosen)
        self._ready.value_chosen.connect(lambda value: self._change(get_ready_scale=value / 100))
        self._weekday.activated.connect(lambda index: self._change(first_weekday=_WEEKDAYS[index]))
        self._theme.index_chosen.connect(lambda index: self._change(theme=_THEMES[index]))
        self._contrast.index_chosen.connect(lambda index: self._change(theme=_CONTRASTS[index]))
        self._text_size.scale_chosen.connect(lambda scale: self._change(text_scale=scale))
        self._distance.value_chosen.connect(self._on_distance_chosen)
        self._wall.screen_chosen.connect(self._on_wall_chosen)
        self._motion.clicked.connect(lambda on: self._change(reduce_motion=on))
        self._figure.index_chosen.connect(lambda index: self._change(figure=_FIGURES[index]))
        self._mirror.clicked.connect(lambda on: self._change(mirror_view=on))
        self._tiles.owned_changed.connect(lambda owned: self._change(owned=owned))
        self._body.sparing.avoid_changed.connect(lambda avoid: self._change(avoid=avoid))
        self._body.forms.forget_chosen.connect(self._on_forget_chosen)
        self._folder.clicked.connect(self.folder_chosen)
        for group in (self.goals, self.reminder):
            group.fields_changed.connect(lambda fields: self._change(**fields))
        self.voice.fields_changed.connect(lambda fields: self._change(**fields))
        self.voice.sample_chosen.connect(self.sample_chosen)

    def _on_forget_chosen(self, exercise: str) -> None:
        for_now = {name: form for name, form in self._value.variants.items() if name != exercise}
        declined = {name: form for name, form in self._value.declined.items() if name != exercise}
        self._change(variants=for_now, declined=declined)

    def _on_wall_chosen(self, key: str) -> None:
        self._change(wall=bool(key), wall_screen=key or self._value.wall_screen)

    def _show_wall(self) -> None:
        there = self._wall.show_choice(self._value.wall, self._value.wall_screen)
        self._appearance.set_row_shown(self._wall_row, there)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_wall()  # screens come and go

    def _on_distance_chosen(self, metres: float) -> None:
        self._change(distance_m=metres)
        self._tell_distance()

    def _on_card_chosen(self) -> None:
        sheet = CardSheet(self._look, mm_per_px(self.screen(), self._value.screens), self)
        sheet.measured.connect(self._on_screen_measured)
        sheet.open()

    def _on_screen_measured(self, millimetres: float) -> None:
        screen = self.screen()
        per_pixel = round(millimetres / screen.devicePixelRatio(), 5)
        self._change(screens={**self._value.screens, screen_key(screen): per_pixel})
        self._tell_distance()

    def _tell_distance(self) -> None:
        """Say what can be read from there on the screen the window is on."""
        screen, value = self.screen(), self._value
        size = screen.size()
        scale = mm_per_px(screen, value.screens)
        self._distance_row.set_meaning(distance_words(size.width(), size.height(), scale, value.distance_m))

    def _on_unit_chosen(self, index: int) -> None:
        self._change(weight_unit=_UNITS[index])
        self._weight.show_weight(self._value.weight_kg, self._value.weight_unit)

    def _change(self, **fields: Any) -> None:
        value = msgspec.structs.replace(self._value, **fields)
        if value == self._value:
            return
        self._value = value
        self._appearance.set_row_shown(self._contrast_row, value.theme in _CONTRASTS)
        self.voice.show_preferences(value)
        self.goals.show_preferences(value)
        self.reminder.show_preferences(value)
        self.preferences_changed.emit(value)

    def _arrange(self) -> None:
        em = self._look.em(self.window().width())
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(across if em >= _BESIDE else down)
        self._hint.setVisible(em >= _BESIDE)

    def _on_look_changed(self) -> None:
        look = self._look
        self._columns.setSpacing(look.sp(24))
        for column in (self._left, self._right):
            column.setSpacing(look.sp(20))
        self._arrange()
