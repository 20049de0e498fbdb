"""The system's speech: with Qt's soundless engine, without any, with a service that hangs."""

import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.listening import heard
from trainer.sound import qt_voice
from trainer.sound.qt_voice import QtVoice, no_voice_sentence, preload
from trainer.sound.voice import VoiceChoice

ROOT = Path(__file__).parents[2]

# Qt and its plug-ins say on the terminal which system libraries are missing here.
pytestmark = pytest.mark.filterwarnings("default")


@pytest.fixture
def new_voice(qtbot: QtBot) -> Iterator[Callable[[str], QtVoice]]:
    """Makes voices with an engine of that name, and closes them afterwards."""
    del qtbot
    made: list[QtVoice] = []

    def make(engine: str) -> QtVoice:
        made.append(QtVoice(engine=engine))
        return made[-1]

    yield make
    for voice in made:
        voice.close()


@pytest.fixture
def voice(new_voice: Callable[[str], QtVoice]) -> QtVoice:
    """Qt's mock engine: it takes its time over every line and makes no sound."""
    return new_voice("mock")


@pytest.mark.qt_log_ignore("symbolsresolver", "pipewire")
def test_it_opens_in_the_background_and_speaks(qtbot: QtBot, voice: QtVoice) -> None:
    voice.open()
    assert not voice.available
    qtbot.waitUntil(lambda: voice.available)
    voice.say("Halfway")
    assert voice.speaking
    qtbot.waitUntil(lambda: not voice.speaking)
    assert voice.problem == ""


@pytest.mark.qt_log_ignore("symbolsresolver", "pipewire")
def test_it_reports_how_long_a_line_took(qtbot: QtBot, voice: QtVoice) -> None:
    voice.open()
    qtbot.waitUntil(lambda: voice.available)
    voice.say("Halfway")
    qtbot.waitUntil(lambda: not voice.speaking)
    (report,) = voice.take_reports()
    assert report.text == "Halfway"
    assert 0.05 < report.seconds < 5.0
    assert voice.take_reports() == ()
    voice.say("Halfway there")
    voice.stop()
    qtbot.wait(100)
    assert voice.take_reports() == ()


@pytest.mark.qt_log_ignore("symbolsresolver", "pipewire")
def test_rate_volume_and_voice_are_the_engines(qtbot: QtBot, voice: QtVoice) -> None:
    voice.open()
    qtbot.waitUntil(lambda: voice.available)
    assert voice.voices
    told = heard(voice.changed)
    voice.choose(VoiceChoice("mock", voice.voices[-1], rate=0.5, volume=0.25))
    speech = voice._speech  # noqa: SLF001 - what Qt was told shows nowhere else
    assert speech is not None
    qtbot.waitUntil(lambda: (speech.rate(), speech.volume(), speech.voice().name()) == (0.5, 0.25, voice.voices[-1]))
    voice.say("Halfway")
    assert told
    qtbot.waitUntil(lambda: not voice.speaking)


@pytest.mark.qt_log_ignore("symbolsresolver", "pipewire", "[Tt]ext-to-speech")
def test_another_engine_is_opened_in_its_place(qtbot: QtBot, voice: QtVoice, monkeypatch: pytest.MonkeyPatch) -> None:
    from PySide6.QtTextToSpeech import QTextToSpeech

    monkeypatch.setattr(QTextToSpeech, "availableEngines", staticmethod(lambda: ["mock", "no such engine"]))
    voice.open()
    qtbot.waitUntil(lambda: voice.available)
    voice.choose(VoiceChoice("no such engine"))
    qtbot.waitUntil(lambda: voice.problem != "")
    voice.choose(VoiceChoice("mock"))
    voice.open()
    qtbot.waitUntil(lambda: voice.available)


@pytest.mark.qt_log_ignore("symbolsresolver", "pipewire")
def test_it_stops_at_once(qtbot: QtBot, voice: QtVoice) -> None:
    voice.open()
    qtbot.waitUntil(lambda: voice.available)
    voice.say("one two three four five six seven eight nine ten " * 20)  # a minute for the mock engine
    qtbot.wait(50)
    voice.stop()
    assert not voice.speaking
    qtbot.wait(50)
    assert not voice.speaking
    assert voice.available


def test_before_it_is_open_a_line_is_dropped(voice: QtVoice) -> None:
    voice.say("Halfway")
    voice.stop()
    assert not voice.speaking


@pytest.mark.qt_log_ignore("symbolsresolver", "pipewire")
def test_closed_it_says_nothing(qtbot: QtBot, voice: QtVoice) -> None:
    voice.open()
    qtbot.waitUntil(lambda: voice.available)
    voice.close()
    voice.say("Halfway")
    assert (voice.available, voice.speaking) == (False, False)


@pytest.mark.qt_log_ignore("symbolsresolver", "pipewire", "[Tt]ext-to-speech")
def test_an_engine_that_cannot_be_loaded_is_a_system_without_voice(
    qtbot: QtBot, new_voice: Callable[[str], QtVoice], monkeypatch: pytest.MonkeyPatch
) -> None:
    from PySide6.QtTextToSpeech import QTextToSpeech

    monkeypatch.setattr(QTextToSpeech, "availableEngines", staticmethod(lambda: ["no such engine"]))
    voice = new_voice("no such engine")
    voice.open()
    qtbot.waitUntil(lambda: voice.problem != "")
    assert not voice.available
    assert voice.problem == no_voice_sentence()


@pytest.mark.qt_log_ignore("symbolsresolver", "pipewire")
def test_the_mock_engine_alone_is_no_voice(
    new_voice: Callable[[str], QtVoice], monkeypatch: pytest.MonkeyPatch
) -> None:
    from PySide6.QtTextToSpeech import QTextToSpeech

    monkeypatch.setattr(qt_voice, "has_speech_service", lambda: True)
    monkeypatch.setattr(QTextToSpeech, "availableEngines", staticmethod(lambda: ["mock"]))
    voice = new_voice("")
    voice.open()
    assert not voice.available
    assert voice.problem == no_voice_sentence()


def test_without_the_libraries_of_qt_speech_there_is_no_voice(
    new_voice: Callable[[str], QtVoice], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(qt_voice, "has_speech_service", lambda: True)
    monkeypatch.setitem(sys.modules, "PySide6.QtTextToSpeech", None)
    preload()
    voice = new_voice("")
    voice.open()
    assert voice.problem == no_voice_sentence()


def test_without_the_speech_library_nothing_is_asked_of_qt(
    new_voice: Callable[[str], QtVoice], monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(qt_voice, "has_speech_service", lambda: False)
    preload()
    voice = new_voice("")
    voice.open()
    assert voice.problem == no_voice_sentence()
    assert capfd.readouterr().err == ""


def test_preloading_imports_what_opening_needs() -> None:
    code = """if True:
        import sys
        from trainer.sound import qt_voice
        assert "PySide6.QtTextToSpeech" not in sys.modules
        qt_voice.has_speech_service = lambda: True
        qt_voice.preload()
        print(*sys.modules)"""
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "PySide6.QtTextToSpeech" in done.stdout.split()


@pytest.mark.parametrize(
    ("platform", "remedy"), [("linux", "speech-dispatcher"), ("win32", "settings"), ("darwin", "settings")]
)
def test_the_sentence_names_the_remedy(platform: str, remedy: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    assert remedy in no_voice_sentence()


HANGING = """
import os
from PySide6.QtCore import QCoreApplication, QTimer
from trainer.sound import qt_voice

qt_voice.ANSWER_MS = qt_voice.CLOSE_MS = 300
app = QCoreApplication([])
voice = qt_voice.QtVoice(engine="speechd")
ticks = QTimer(); counted = []
ticks.timeout.connect(lambda: counted.append(voice.problem) or (voice.problem and app.quit()))
ticks.start(10)
voice.open()
app.exec()
ticks.stop()
print(len(counted), counted[-1], flush=True)
if not voice.close():
    os._exit(0)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="speech-dispatcher is Linux's")
def test_a_service_that_hangs_blocks_neither_the_window_nor_the_end(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as service:
        address = tmp_path / "speechd.sock"
        service.bind(str(address))
        service.listen()  # takes the call and never answers
        done = subprocess.run(
            [sys.executable, "-c", HANGING],
            cwd=ROOT,
            env={"PATH": "", "SPEECHD_ADDRESS": f"unix_socket:{address}"},
            capture_output=True,
            text=True,
            check=False,
            timeout=30,
        )
    assert done.returncode == 0, done.stderr
    assert "exception" not in done.stderr
    if no_voice_sentence() in done.stdout:
        pytest.skip("no speech-dispatcher library here")
    ticks, problem = done.stdout.split(maxsplit=1)
    assert "does not answer" in problem
    assert int(ticks) > 10
