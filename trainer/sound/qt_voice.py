"""QtVoice: the system's own speech, through QTextToSpeech.

Making an engine asks the speech service for its voices: 1.5 to 2.7 s with speech-dispatcher and espeak-ng, for ever
where the service hangs. Python's lock is held meanwhile, so a Python thread would freeze the window just as well.
Therefore the object is made without an engine (0.1 ms), lives on a thread of its own, and every call goes there as a
queued Qt call, which needs no Python. So does the word that the engine is made: Qt gives no signal for one that
can't be loaded, hence a timer on that thread, started by the call after.
"""

from __future__ import annotations

import ctypes
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Q_ARG, QLocale, QLoggingCategory, QMetaObject, QObject, Qt, QThread, QTimer, Slot

from trainer.language import tr

if TYPE_CHECKING:
    from PySide6.QtTextToSpeech import QTextToSpeech

ANSWER_MS: Final = 10_000  # from asking for an engine to saying that the speech service does not answer
CLOSE_MS: Final = 500  # what a speech service that hangs may cost at the program's end
_MOCK: Final = "mock"  # Qt lists this engine on every system; it makes no sound
_QUEUED: Final = Qt.ConnectionType.QueuedConnection


class QtVoice(QObject):
    """A Voice. `engine` by Qt's name, empty: the system's first; `language` is the one the lines are in.

    QtTextToSpeech is imported by the first `open`, not before.
    """

    def __init__(self, parent: QObject | None = None, *, engine: str = "", language: str = "en") -> None:
        super().__init__(parent)
        self._engine = engine
        self._language = QLocale(language)
        self._thread = QThread(self)
        self._speech: QTextToSpeech | None = None
        self._settled = QTimer()  # on the thread: its timeout says that an engine was made, or not
        self._settled.setSingleShot(True)
        self._settled.moveToThread(self._thread)
        self._settled.timeout.connect(self._on_settled)
        self._available = self._speaking = False
        self._problem = ""
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

    def open(self) -> None:
        """Ask for an engine; `available` or `problem` tells in time."""
        if self._available or self._answer.isActive() or self._thread.isFinished():
            return
        if not self._engine and not has_speech_service():
            self._problem = no_voice_sentence()
            return
        try:
            from PySide6.QtTextToSpeech import QTextToSpeech
        except ImportError:  # a system library it needs is missing: libpulse0
            self._problem = no_voice_sentence()
            return
        if not self._engine and not set(QTextToSpeech.availableEngines()) - {_MOCK}:
            self._problem = no_voice_sentence()
            return
        if self._speech is None:
            self._speech = QTextToSpeech("none")
            self._speech.moveToThread(self._thread)
            self._speech.stateChanged.connect(self._on_state_changed)
            self._speech.errorOccurred.connect(self._on_error_occurred)
            self._thread.start()
        self._problem = ""
        self._answer.start()
        QMetaObject.invokeMethod(self._speech, "setEngine", _QUEUED, Q_ARG(str, self._engine))
        QMetaObject.invokeMethod(self._settled, "start", _QUEUED)

    def say(self, text: str) -> None:
        if self._available and self._speech is not None:
            self._speaking = True
            QMetaObject.invokeMethod(self._speech, "say", _QUEUED, Q_ARG(str, text))

    def stop(self) -> None:
        if self._speaking and self._speech is not None:
            self._speaking = False
            QMetaObject.invokeMethod(self._speech, "stop", _QUEUED)

    def close(self) -> None:
        """Let go of the speech service; one that hangs is left behind."""
        self.stop()
        self._answer.stop()
        self._available = False
        if not self._thread.isRunning():
            return
        self._thread.quit()
        if not self._thread.wait(CLOSE_MS):
            self._thread.terminate()  # it stands in the service's socket: nothing of ours is half done
            self._thread.wait(CLOSE_MS)

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
            QMetaObject.invokeMethod(speech, "setLocale", _QUEUED, Q_ARG(QLocale, self._language))

    @Slot("QTextToSpeech::State")
    def _on_state_changed(self, state: QTextToSpeech.State) -> None:
        from PySide6.QtTextToSpeech import QTextToSpeech

        self._speaking = self._available and state in (QTextToSpeech.State.Speaking, QTextToSpeech.State.Synthesizing)

    @Slot("QTextToSpeech::ErrorReason", str)
    def _on_error_occurred(self, _reason: object, _text: str) -> None:
        self._fail(no_voice_sentence())

    def _on_answer_missed(self) -> None:
        self._fail(tr("The system's speech service does not answer: restart it, or the computer, to hear the coach."))

    def _fail(self, problem: str) -> None:
        self._answer.stop()
        self._available = self._speaking = False
        self._problem = problem


def preload() -> None:
    """Import what the first `open` needs, on whatever thread: 15 to 150 ms to be spent while no session runs."""
    if not has_speech_service():
        return
    # Qt tells the terminal of every sound library it did without.
    QLoggingCategory.setFilterRules("qt.multimedia.symbolsresolver=false")
    with suppress(ImportError):  # `open` says what it means
        from PySide6.QtTextToSpeech import QTextToSpeech

        QTextToSpeech.availableEngines()


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
