"""Darkroom: renders what is asked of it, in the process it is in. Needs numpy; `serve` is that process' whole life."""

from __future__ import annotations

import os
import pickle
import signal
import sys
from collections import OrderedDict
from collections.abc import Callable
from contextlib import suppress
from typing import Final, TypeVar

# One thread is enough for matrices this small, and more would take the machine from the session.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from trainer.core.preferences import FigureChoice
from trainer.ui.figure.body import bare_body
from trainer.ui.figure.scene import Model, Scene
from trainer.ui.figure.take import Frame, Stage, Take

_MODELS: Final = 6  # kept; about 2 MB each
_SCENES: Final = 8  # kept; under 1 MB each
_NICENESS: Final = 5  # whoever draws the session's screen goes first

Key = TypeVar("Key")
Kept = TypeVar("Kept")


class Darkroom:
    """A renderer that keeps the models and scenes it used last."""

    def __init__(self) -> None:
        self._models: OrderedDict[tuple[bytes, FigureChoice], Model] = OrderedDict()
        self._scenes: OrderedDict[Take, Scene] = OrderedDict()

    def warm_up(self, figure: FigureChoice = FigureChoice.TOP_KNOT) -> None:
        """Build what most moves need."""
        bare_body(figure)

    def stage(self, take: Take) -> Stage:
        scene = self._scene(take)
        return Stage(scene.backdrop(), scene.most_bytes())

    def frame(self, take: Take, seconds: float, fine: bool) -> Frame:
        return self._scene(take).frame(seconds, fine)

    def _scene(self, take: Take) -> Scene:
        figure = take.palette.figure
        model = _kept(
            self._models,
            (take.subject, figure),
            lambda: Model(pickle.loads(take.subject), figure),  # noqa: S301 - our own
            _MODELS,
        )
        return _kept(
            self._scenes, take, lambda: Scene(model, take.palette, take.view, take.size, take.portrait), _SCENES
        )


def serve() -> None:
    """Answer (method, arguments) from standard input on standard output, one after another, until it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in the terminal is for the program, which ends this one
    if sys.platform != "win32":
        with suppress(OSError):
            os.nice(_NICENESS)
    darkroom = Darkroom()
    # By their numbers: a frozen program of Windows has no sys.stdin, yet its pipes are there.
    asked, answered = os.fdopen(0, "rb", closefd=False), os.fdopen(1, "wb", closefd=False)
    while True:
        try:
            method, arguments = pickle.load(asked)  # noqa: S301 - written by the program that began this process
        except EOFError:
            return
        try:
            answer = True, getattr(darkroom, method)(*arguments)
        except Exception as error:  # noqa: BLE001 - whatever went wrong belongs to the one who asked
            answer = False, f"{type(error).__name__}: {error}"
        with suppress(BrokenPipeError):  # the one who asked is gone; so is standard input
            pickle.dump(answer, answered, pickle.HIGHEST_PROTOCOL)
            answered.flush()


def _kept(kept: OrderedDict[Key, Kept], key: Key, make: Callable[[], Kept], most: int) -> Kept:
    """What is kept under the key, made if need be; of many the `most` used last stay."""
    if key not in kept:
        kept[key] = make()
        if len(kept) > most:
            kept.popitem(last=False)
    kept.move_to_end(key)
    return kept[key]
