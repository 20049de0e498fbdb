"""QtVoice: the system's own speech, through QTextToSpeech.

Making an engine asks the speech service for its voices: 1.5 to 2.7 s with speech-dispatcher and espeak-ng, for ever
where the service hangs. Python's lock is held meanwhile, so a Python thread would freeze the window just as well.
Therefore the object is made without an engine (0.1 ms), lives on a thread of its own, and every call goes there as a
queued Qt call, which needs no Python. So does the word that the engine is made: Qt gives no signal for one that
can't be loaded, hence a timer on that thread, started by the call after.

Nothing ends that thread safely where the engine is speech-dispatcher's: it may stand in the service's socket for ever,
terminating it unwinds its stack through Qt's event handler, which takes that for an exception, and libspeechd crashes
when a connection is taken apart or cut while it is told of something. So `close` leaves it, and says so.
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import (
    Q_ARG,
    QElapsedTimer,
    QLocale,
    QLoggingCategory,
    QMetaObject,
    QObject,
    Qt,
    QThread,
    QTimer,
    Signal,
    Slot,
)

from trainer.language import tr
from trainer.sound.voice import Report, VoiceChoice

if TYPE_CHECKING:
    from PySide6.QtTextToSpeech import QTextToSpeech, QVoice

ANSWER_MS: Final = 10_000  # from asking for an engine to saying that the speech service does not answer
CLOSE_MS: Final = 4_000  # what a speech service may cost at the program's end, its window gone; opening takes 2.7 s
HUSH_MS: Final = 50  # for the word to be silent to reach the service
QUIET: Final = "qt.multimedia.symbolsresolver=false\nqt.multimedia.ffmpeg*=false"
_SPEECHD: Final = "speechd"
_MOCK: Final = "mock"  # Qt lists this engine on every system; it makes no sound
_QUEUED: Final = Qt.ConnectionType.QueuedConnection


class QtVoice(QObject):
    """A Voice. `engine` by Qt's name, empty: the system's first; `language` is the one the lines are in.

    QtTextToSpeech is imported by the first `open`, not before.
    """

    changed = Signal()  # available, speaking, problem or voices

    def __init__(self, parent: QObject | None = None, *, engine: str = "", language: str = "en") -> None:
        super().__init__(parent)
        self._choice = VoiceChoice(engine)
        self._language = QLocale(language)
        self._thread = QThread()
        self._speech: QTextToSpeech | None = None
        self._settled = QTimer()  # on the thread: its timeout says that an engine was made, or not
        self._settled.setSingleShot(True)
        self._settled.moveToThread(self._thread)
        self._settled.timeout.connect(self._on_settled)
        self._thread.finished.connect(self._settled.deleteLater)  # timers can be stopped on their own thread alone
        self._available = self._speaking = self._sounding = False
        self._problem = ""
        self._engines: tuple[str, ...] = ()
        self._voices: tuple[QVoice, ...] = ()
        self._asked_for = ""  # the engine
        self._text = ""  # being said
        self._since = QElapsedTimer()
        self._reports: list[Report] = []
        self._answer = QTimer(self)
        self._answer.setSingleShot(True)
        self._answer.setInterval(ANSWER_MS)
        self._answer.timeout.connect(self._on_answer_missed)

    @property
    def available(self) -> bool:
        return self._available

    @property
    def speaking(self) -> bool:
        return self._speaking

    @property
    def problem(self) -> str:
        return self._problem

    @property
    def engines(self) -> tuple[str, ...]:
        return self._engines

    @property
    def voices(self) -> tuple[str, ...]:
        return tuple(voice.name() for voice in self._voices)

    def listen(self, changed: Callable[[], None]) -> None:
        self.changed.connect(changed)

    def choose(self, choice: VoiceChoice) -> None:
        before, self._choice = self._choice, choice
        if choice == before or self._speech is None or not (self._available or self._answer.isActive()):
            return
        if choice.engine != before.engine:
            self.stop()
            self._ask_for_engine()
        elif self._available:
            self._apply(before)

    def open(self) -> None:
        """Ask for an engine; `available` or `problem` tells in time."""
        if self._available or self._answer.isActive() or self._thread.isFinished():
            return
        if not self._choice.engine and not has_speech_service():
            self._fail(no_voice_sentence())
            return
        keep_quiet()
        try:
            from PySide6.QtTextToSpeech import QTextToSpeech
        except ImportError:  # a system library it needs is missing: libpulse0
            self._fail(no_voice_sentence())
            return
        self._engines = tuple(name for name in QTextToSpeech.availableEngines() if name != _MOCK)
        if not self._choice.engine and not self._engines:
            self._fail(no_voice_sentence())
            return
        if self._speech is None:
            self._speech = QTextToSpeech("none")
            self._speech.moveToThread(self._thread)
            self._speech.stateChanged.connect(self._on_state_changed)
            self._speech.errorOccurred.connect(self._on_error_occurred)
            self._thread.start()
        self._ask_for_engine()

    def say(self, text: str) -> None:
        if self._available and self._speech is not None:
            self._speaking, self._sounding = True, False
            self._text = text
            self._since.start()
            self._call("say", Q_ARG(str, text))
            self.changed.emit()

    def stop(self) -> None:
        if self._speaking and self._speech is not None:
            self._speaking, self._text = False, ""
            self._call("stop")
            self.changed.emit()

    def take_reports(self) -> tuple[Report, ...]:
        reports, self._reports = tuple(self._reports), []
        return reports

    def close(self) -> bool:
        """Let go of the speech service."""
        self.stop()
        self._answer.stop()
        self._available = False
        if not self._thread.isRunning():
            return True
        if self._asked_for == _SPEECHD:
            QThread.msleep(HUSH_MS)
        else:
            self._thread.quit()
            if self._thread.wait(CLOSE_MS):
                return True
        for left in (self._thread, self._speech, self._settled):  # for ever: Qt aborts where it is taken apart
            ctypes.pythonapi.Py_IncRef(ctypes.py_object(left))
        return False

    def _ask_for_engine(self) -> None:
        """Ready or not, `_on_settled` tells."""
        self._available, self._problem, self._voices = False, "", ()
        self._answer.start()
        # Without its name Qt takes the engine that comes first, which may be the soundless one.
        engine = self._choice.engine or next(iter(self._engines), "")
        if self._choice.engine and self._choice.engine != _MOCK and self._choice.engine not in self._engines:
            engine = next(iter(self._engines), engine)  # chosen on another machine, or taken off this one
        self._asked_for = engine
        self._call("setEngine", Q_ARG(str, engine))
        QMetaObject.invokeMethod(self._settled, "start", _QUEUED)
        self.changed.emit()

    def _call(self, method: str, *arguments: Any) -> None:
        """Have the engine do it, on its thread."""
        if self._speech is not None:
            QMetaObject.invokeMethod(self._speech, method, _QUEUED, *arguments)

    def _apply(self, before: VoiceChoice | None) -> None:
        """Tell the engine what differs from before; None: everything that is not its own default."""
        now, was = self._choice, before or VoiceChoice()
        if now.voice != was.voice:
            found = next((voice for voice in self._voices if voice.name() == now.voice), None)
            if found is None and self._voices and before is not None:
                found = self._voices[0]
            if found is not None:
                self._call("setVoice", Q_ARG("QVoice", found))
        if now.rate != was.rate:
            self._call("setRate", Q_ARG(float, now.rate))
        if now.volume != was.volume:
            self._call("setVolume", Q_ARG(float, now.volume))

    @Slot()
    def _on_settled(self) -> None:
        from PySide6.QtTextToSpeech import QTextToSpeech

        speech = self._speech
        if speech is None or speech.state() is QTextToSpeech.State.Error:
            self._fail(no_voice_sentence())
            return
        self._answer.stop()
        self._available, self._problem = True, ""
        if speech.locale().language() != self._language.language():
            self._call("setLocale", Q_ARG(QLocale, self._language))
        # Of our language alone: espeak-ng has 13,000 voices, and each costs 4 µs on the window's thread.
        locales = [one for one in speech.availableLocales() if one.language() == self._language.language()]
        self._voices = tuple(voice for locale in locales for voice in speech.allVoices(locale))
        self._apply(None)
        self.changed.emit()

    @Slot("QTextToSpeech::State")
    def _on_state_changed(self, state: QTextToSpeech.State) -> None:
        from PySide6.QtTextToSpeech import QTextToSpeech

        sounding = state in (QTextToSpeech.State.Speaking, QTextToSpeech.State.Synthesizing)
        if self._sounding and state is QTextToSpeech.State.Ready and self._text:
            self._reports.append(Report(self._text, self._since.elapsed() / 1000))
            self._text = ""
        self._sounding = sounding
        self._speaking = self._available and (sounding or bool(self._text))
        self.changed.emit()

    @Slot("QTextToSpeech::ErrorReason", str)
    def _on_error_occurred(self, _reason: object, _text: str) -> None:
        self._fail(no_voice_sentence())

    def _on_answer_missed(self) -> None:
        self._fail(tr("The system's speech service does not answer: restart it, or the computer, to hear the coach."))

    def _fail(self, problem: str) -> None:
        self._answer.stop()
        self._available = self._speaking = False
        self._text = ""
        self._problem = problem
        self.changed.emit()


def preload() -> None:
    """Import what the first `open` needs, on whatever thread: 15 to 150 ms to be spent while no session runs."""
    if not has_speech_service():
        return
    keep_quiet()
    with suppress(ImportError):  # `open` says what it means
        from PySide6.QtTextToSpeech import QTextToSpeech

        QTextToSpeech.availableEngines()


def keep_quiet() -> None:
    """Qt tells the terminal of every sound library it did without, and of the one it found."""
    QLoggingCategory.setFilterRules(QUIET)


def has_speech_service() -> bool:
    """Whether the library that Qt's engine speaks through is there; only Linux comes without.

    Qt would find out as well, but tells the person's terminal of the plug-in it could not load.
    """
    if sys.platform != "linux":
        return True
    try:
        ctypes.CDLL("libspeechd.so.2")
    except OSError:
        return False
    return True


def no_voice_sentence() -> str:
    """What to do about a system without a voice."""
    if sys.platform in {"win32", "darwin"}:
        return tr("This system has no voice: add one in its speech settings to hear the coach.")
    return tr(
        "This system has no voice: install speech-dispatcher and espeak-ng, and start Trainer again, to hear the coach."
    )
