"""The one way to work off the GUI thread: a background runner whose results come back on the GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Protocol, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor


Result = TypeVar("Result")


class Executor(Protocol):
    """Runs a call some time; a test may run it at once."""

    def submit(self, work: Callable[[], None], /) -> object: ...

    def shutdown(self, wait: bool = ...) -> None: ...


class Jobs(QObject):
    """Runs calls one after another on one thread of its own, made when first needed."""

    _returned = Signal(object)

    def __init__(self, parent: QObject | None = None, executor: Executor | None = None) -> None:
        super().__init__(parent)
        self._executor: Executor | ThreadPoolExecutor | None = executor
        self._closed = False
        self._returned.connect(self._on_returned, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Callable[[], Result],
        then: Callable[[Result], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Run `work` in the background, then `then(result)` or `failed(error)` on the GUI thread."""
        if self._closed:
            return
        if self._executor is None:
            from concurrent.futures import ThreadPoolExecutor  # 4 ms that no launch needs

            self._executor = ThreadPoolExecutor(1, thread_name_prefix="trainer-job")

        def job() -> None:
            deliver: Callable[[], None] | None = None
            try:
                result = work()
            except Exception as error:  # noqa: BLE001 - whatever went wrong belongs to the caller, on its thread
                deliver = partial(failed or _raise, error)
            else:
                deliver = partial(then, result) if then is not None else None
            if deliver is not None and not self._closed:
                self._returned.emit(deliver)

        self._executor.submit(job)

    def close(self) -> None:
        """Finish what runs, drop what comes back."""
        self._closed = True
        if self._executor is not None:
            self._executor.shutdown(wait=True)

    def _on_returned(self, deliver: Callable[[], None]) -> None:
        if not self._closed:
            deliver()


def _raise(error: Exception) -> None:
    raise error
