"""Transition: a short way from one state of a control to another, or a step where nothing may move."""

from PySide6.QtCore import QEasingCurve, QVariantAnimation
from PySide6.QtWidgets import QWidget

from trainer.ui.theme.look import Look

HOVER_MS, CONTROL_MS = 80, 120


class Transition(QVariantAnimation):
    """A share from 0 to 1 that repaints its widget on the way. Hidden widgets and reduced motion jump."""

    def __init__(self, look: Look, milliseconds: int, widget: QWidget) -> None:
        super().__init__(widget)
        self._look, self._share = look, 0.0
        self.setDuration(milliseconds)
        self.setEasingCurve(QEasingCurve.Type.OutCubic)
        self.valueChanged.connect(self._on_value_changed)

    @property
    def share(self) -> float:
        """Where it is, 0 .. 1."""
        return self._share

    def go_to(self, target: float) -> None:
        """Be on the way there, from wherever it is."""
        self.stop()
        widget = self._widget()
        if self._look.reduce_motion or widget is None or not widget.isVisible():
            self._on_value_changed(target)
        elif target != self._share:
            self.setStartValue(self._share)
            self.setEndValue(target)
            self.start()

    def _on_value_changed(self, share: float) -> None:
        self._share = share
        widget = self._widget()
        if widget is not None:
            widget.update()

    def _widget(self) -> QWidget | None:
        """Asked for, not kept: it owns this, and a reference back would outlive it."""
        owner = self.parent()
        return owner if isinstance(owner, QWidget) else None
