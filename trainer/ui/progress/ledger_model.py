"""LedgerModel: what a session's calories were counted from, a row for each phase."""

from collections.abc import Callable
from typing import Any

from msgspec import Struct
from PySide6.QtCore import QAbstractTableModel, QLocale, QModelIndex, QObject, QPersistentModelIndex, Qt

from trainer.core.energy import Basis, Ledger, LedgerLine
from trainer.core.timeline import PhaseKind
from trainer.core.workout import Workout
from trainer.language import tr
from trainer.ui.charts.words import number
from trainer.ui.theme.look import Look

Index = QModelIndex | QPersistentModelIndex


class Column(Struct, frozen=True):
    """A column: its heading and what it says of a line."""

    heading: str
    text: Callable[[LedgerLine], str]
    is_number: bool = True


class LedgerModel(QAbstractTableModel):
    """Read only."""

    def __init__(self, look: Look, workout: Workout, ledger: Ledger, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._lines = ledger.lines
        self._names = {step.index: (step.name, step.variant, step.variant_name) for step in workout.steps}
        kg = _decimal(ledger.assumed_kg)
        self._columns = (
            Column(tr("Phase"), self.phase_text, is_number=False),
            Column(tr("MET code"), lambda line: line.used.code or tr("none")),
            Column(tr("MET"), lambda line: _decimal(line.used.value)),
            Column(tr("Seconds"), lambda line: number(line.seconds)),
            Column(tr("kg"), lambda _line: kg),
            Column(tr("kcal"), lambda line: _decimal(line.kcal)),
        )

    def phase_text(self, line: LedgerLine) -> str:
        """What was done in that phase, and why it counts otherwise than usual where it does."""
        name, variant, variant_name = self._names.get(line.step, (line.exercise, "", ""))
        if line.variant:
            form = variant_name if line.variant == variant else line.variant
            name = tr("{exercise}, {form}").format(exercise=name, form=form)
        phases = {
            PhaseKind.WORK: "{name}",
            PhaseKind.REST: tr("Rest after {name}"),
            PhaseKind.GET_READY: tr("Get ready: {name}"),
            PhaseKind.SWITCH_SIDES: tr("Switch sides: {name}"),
        }
        bases = {
            Basis.OWN: "{phase}",
            Basis.LONG_REST: tr("{phase} (over a minute)"),
            Basis.FELT_LIGHT: tr("{phase} (felt easy)"),
            Basis.FELT_HARD: tr("{phase} (felt very hard)"),
        }
        return bases[line.basis].format(phase=phases[line.kind].format(name=name))

    def basis_sentence(self, line: LedgerLine) -> str:
        """With what a line counts instead of its exercise's own MET; empty where it counts with that."""
        if line.basis is Basis.OWN:
            return ""
        used, own = _decimal(line.used.value), _decimal(line.own.value)
        if line.basis is Basis.LONG_REST:
            return tr("Rests over a minute count as resting, MET {used}, not with the move's {own}.").format(
                used=used, own=own
            )
        return tr("Counted with code {used_code}, MET {used}, instead of {own_code}, MET {own}: it felt so.").format(
            used_code=line.used.code, used=used, own_code=line.own.code, own=own
        )

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].heading
        return self._style(section, role, bold=True)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line, column = self._lines[index.row()], self._columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(line)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = tr("{heading}: {value}").format(heading=column.heading, value=column.text(line))
            return " ".join(filter(None, (said, self.basis_sentence(line))))
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.basis_sentence(line)
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._look.color("ink" if line.kind is PhaseKind.WORK else "ink2")
        return self._style(index.column(), role, bold=False)

    def _style(self, column: int, role: int, *, bold: bool) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if self._columns[column].is_number else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.FontRole:
            return self._look.font("small-bold" if bold else "small", tabular=True)
        return None


def _decimal(value: float) -> str:
    """One decimal place, as the locale writes it."""
    return QLocale().toString(float(value), "f", 1)
