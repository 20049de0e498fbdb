"""VoiceGroup: "Voice and sound" in Settings: how much is heard, by which voice, the tones, and the flash instead."""

from typing import Any

from msgspec import Struct
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trainer.core.cue_lines import Verbosity
from trainer.core.hearing import heard_as, verbosity_of
from trainer.core.preferences import Preferences
from trainer.language import tr
from trainer.ui.preferences.settings_group import SettingRow, SettingsGroup
from trainer.ui.preferences.share_slider import ShareSlider
from trainer.ui.theme.look import Look
from trainer.ui.widgets.button import Button
from trainer.ui.widgets.select import Select
from trainer.ui.widgets.switch import Switch

_HEARD = (Verbosity.FULL, Verbosity.NAMES, Verbosity.TONES, Verbosity.SILENT)


class VoiceOffer(Struct, frozen=True):
    """What the system has to speak with. `problem`: a sentence where it has nothing."""

    engines: tuple[str, ...] = ()
    voices: tuple[str, ...] = ()
    ready: bool = False
    problem: str = ""


class VoiceGroup(SettingsGroup):
    """Tells the fields that change; knows nothing of where they are kept, nor of the speech service."""

    fields_changed = Signal(dict)  # of Preferences
    sample_chosen = Signal()  # say something

    def __init__(self, look: Look) -> None:
        super().__init__(look, tr("Voice and sound"))
        self._value = Preferences()
        self._offer = VoiceOffer()
        self._engines: tuple[str, ...] = ()
        self._voices: tuple[str, ...] = ()
        self._heard = Select(look, 200)
        self._heard.addItems([tr("Everything"), tr("Names and sides"), tr("Tones only"), tr("Nothing")])
        self._engine, self._voice = Select(look, 200), Select(look, 200)
        self._rate = ShareSlider(look, tr("Speed of the voice"), -100, 100, _rate_words)
        self._voice_volume = ShareSlider(look, tr("Volume of the voice"), 0, 100, _percent_words)
        self._sample = Button(look, tr("Say something"), "second", "voice", height=34, text_size=13)
        self._tones = Switch(look)
        self._tone_volume = ShareSlider(look, tr("Volume of the tones"), 0, 100, _percent_words)
        self._flash = Switch(look)
        self._rows = self._make_rows(look)
        for row in self._rows.values():
            self.add_row(row)
        self._connect()
        self.show_offer(self._offer)

    def show_preferences(self, value: Preferences) -> None:
        """Show these, silently."""
        self._value = value
        self._heard.setCurrentIndex(_HEARD.index(verbosity_of(value)))
        self._rate.show_value(value.voice_rate)
        self._voice_volume.show_value(value.voice_volume)
        self._tones.setChecked(value.tones)
        self._tone_volume.show_value(value.tone_volume)
        self._flash.setChecked(value.flash)
        self._choose(self._engine, self._engines, value.voice_engine)
        self._choose(self._voice, self._voices, value.voice_name)
        self._show_rows()

    def show_offer(self, offer: VoiceOffer) -> None:
        """What there is to choose from, once the speech service has answered."""
        self._offer = offer
        plain = tuple(voice for voice in offer.voices if "+" not in voice)  # espeak-ng lists a hundred of each
        self._fill(self._engine, offer.engines, self._value.voice_engine)
        self._fill(self._voice, plain or offer.voices, self._value.voice_name)
        self._engines, self._voices = offer.engines, plain or offer.voices
        self._sample.setEnabled(offer.ready)
        self._voice.setEnabled(offer.ready)
        waiting = "" if offer.ready or offer.problem else tr("Asking the system for its voices")
        self._rows["sample"].set_meaning(offer.problem or waiting)
        self._show_rows()

    # inside

    def _make_rows(self, look: Look) -> dict[str, SettingRow]:
        flash = tr("The edge of the screen lights up with every tone")
        tones = tr("Three, two, one, start, halfway, end")
        return {
            "heard": SettingRow(
                look, tr("What you hear"), self._heard, tr("V turns the voice off and on in a workout")
            ),
            "engine": SettingRow(look, tr("Speech engine"), self._engine),
            "voice": SettingRow(look, tr("Voice"), self._voice),
            "rate": SettingRow(look, tr("Speed of the voice"), self._rate),
            "volume": SettingRow(look, tr("Volume of the voice"), self._voice_volume),
            "sample": SettingRow(look, tr("Try the voice"), self._sample),
            "tones": SettingRow(look, tr("Tones"), self._tones, tones),
            "tone_volume": SettingRow(look, tr("Volume of the tones"), self._tone_volume),
            "flash": SettingRow(look, tr("Flash with the tones"), self._flash, flash),
        }

    def _connect(self) -> None:
        self._heard.activated.connect(lambda index: self._tell(heard_as(self._value, _HEARD[index])))
        self._engine.activated.connect(
            lambda index: self._tell({"voice_engine": self._engines[index - 1] if index else "", "voice_name": ""})
        )
        self._voice.activated.connect(
            lambda index: self._tell({"voice_name": self._voices[index - 1] if index else ""})
        )
        self._rate.value_chosen.connect(lambda value: self._tell({"voice_rate": value}))
        self._voice_volume.value_chosen.connect(lambda value: self._tell({"voice_volume": value}))
        self._sample.clicked.connect(self.sample_chosen)
        self._tones.clicked.connect(lambda on: self._tell({"tones": on}))
        self._tone_volume.value_chosen.connect(lambda value: self._tell({"tone_volume": value}))
        self._flash.clicked.connect(lambda on: self._tell({"flash": on}))

    def _tell(self, fields: dict[str, Any]) -> None:
        self.fields_changed.emit(fields)

    def _show_rows(self) -> None:
        """Only what means something now."""
        speaks, can_speak = self._value.voice, not self._offer.problem
        self.set_row_shown(self._rows["engine"], speaks and can_speak and len(self._offer.engines) > 1)
        for name in ("voice", "rate", "volume"):
            self.set_row_shown(self._rows[name], speaks and can_speak)
        self.set_row_shown(self._rows["sample"], speaks)
        self.set_row_shown(self._rows["tone_volume"], self._value.tones)

    def _fill(self, box: Select, names: tuple[str, ...], chosen: str) -> None:
        box.clear()
        box.addItems([tr("The system's own"), *names])
        self._choose(box, names, chosen)

    def _choose(self, box: QWidget, names: tuple[str, ...], chosen: str) -> None:
        if isinstance(box, Select):
            box.setCurrentIndex(names.index(chosen) + 1 if chosen in names else 0)


def _percent_words(value: int) -> str:
    return tr("{n} %").format(n=value)


def _rate_words(value: int) -> str:
    if value == 0:
        return tr("as usual")
    return tr("{n} % faster").format(n=value) if value > 0 else tr("{n} % slower").format(n=-value)
