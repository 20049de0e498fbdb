"""Voice and sound in Settings: every control changes its fields, and only what means something shows."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.listening import heard
from trainer.core.preferences import Preferences, Spoken, ThemeChoice
from trainer.resources import resources
from trainer.ui.preferences.voice_group import VoiceGroup, VoiceOffer
from trainer.ui.theme.look import Look
from trainer.ui.widgets.slider import Slider
from trainer.ui.widgets.text import Text

OFFER = VoiceOffer(("speechd", "flite"), ("English", "English+Anne", "Scottish"), ready=True)


@pytest.fixture
def group(qtbot: QtBot) -> VoiceGroup:
    shown = VoiceGroup(Look(resources(), ThemeChoice.LIGHT))
    qtbot.addWidget(shown)
    shown.resize(540, 700)
    shown.show_preferences(Preferences())
    shown.show_offer(OFFER)
    shown.show()
    return shown


def control(group: VoiceGroup, name: str) -> QWidget:
    return next(
        one
        for one in group.findChildren(QWidget)
        if isinstance(one, QComboBox | QAbstractButton | Slider)
        and name in {one.accessibleName(), getattr(one, "text", str)()}
    )


@pytest.mark.parametrize(
    ("name", "index", "fields"),
    [
        ("What you hear", 1, {"voice": True, "spoken": Spoken.NAMES, "tones": True}),
        ("What you hear", 2, {"voice": False, "tones": True}),
        ("What you hear", 3, {"voice": False, "tones": False}),
        ("Speech engine", 2, {"voice_engine": "flite", "voice_name": ""}),
        ("Voice", 2, {"voice_name": "Scottish"}),
    ],
)
def test_a_choice_changes_its_fields(group: VoiceGroup, name: str, index: int, fields: dict[str, object]) -> None:
    box = control(group, name)
    assert isinstance(box, QComboBox)
    told = heard(group.fields_changed)
    for _ in range(index):
        QTest.keyClick(box, Qt.Key.Key_Down)
    assert told[-1] == (fields,)


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("Speed of the voice", {"voice_rate": 5}),
        ("Volume of the voice", {"voice_volume": 95}),
        ("Volume of the tones", {"tone_volume": 65}),
    ],
)
def test_a_slider_changes_its_field(group: VoiceGroup, name: str, fields: dict[str, object]) -> None:
    told = heard(group.fields_changed)
    key = Qt.Key.Key_Right if "Speed" in name else Qt.Key.Key_Left
    QTest.keyClick(control(group, name), key)
    assert told == [(fields,)]


@pytest.mark.parametrize(("name", "fields"), [("Tones", {"tones": False}), ("Flash with the tones", {"flash": True})])
def test_a_switch_changes_its_field(group: VoiceGroup, name: str, fields: dict[str, object]) -> None:
    told = heard(group.fields_changed)
    switch = control(group, name)
    assert isinstance(switch, QAbstractButton)
    switch.click()
    assert told == [(fields,)]


def test_say_something(group: VoiceGroup) -> None:
    told = heard(group.sample_chosen)
    button = control(group, "Say something")
    assert isinstance(button, QAbstractButton)
    button.click()
    assert told == [()]


def test_showing_says_nothing_and_shows_what_was_chosen(group: VoiceGroup) -> None:
    told = heard(group.fields_changed)
    group.show_preferences(Preferences(voice_engine="flite", voice_name="Scottish", voice_rate=-40, tone_volume=0))
    assert told == []
    voice, engine = control(group, "Voice"), control(group, "Speech engine")
    assert isinstance(voice, QComboBox)
    assert isinstance(engine, QComboBox)
    assert (voice.currentText(), engine.currentText()) == ("Scottish", "flite")
    assert {"40 % slower", "0 %"} <= {text.text() for text in group.findChildren(Text)}


def test_a_system_without_a_voice_says_what_to_install(group: VoiceGroup) -> None:
    group.show_offer(VoiceOffer(problem="This system has no voice: install one."))
    assert "This system has no voice: install one." in {text.text() for text in group.findChildren(Text)}
    assert not control(group, "Say something").isEnabled()
    assert not control(group, "Voice").isVisibleTo(group)
    assert control(group, "Tones").isVisibleTo(group)


def test_one_engine_is_no_choice_and_a_voice_that_is_off_needs_none(group: VoiceGroup) -> None:
    group.show_offer(VoiceOffer(("speechd",), ("English",), ready=True))
    assert not control(group, "Speech engine").isVisibleTo(group)
    assert control(group, "Voice").isVisibleTo(group)
    group.show_preferences(Preferences(voice=False))
    assert not control(group, "Voice").isVisibleTo(group)
    group.show_preferences(Preferences(voice=False, tones=False))
    assert not control(group, "Volume of the tones").isVisibleTo(group)
