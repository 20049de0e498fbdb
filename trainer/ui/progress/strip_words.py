"""How the strip of a session is worded. Pure: values in, values out."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import QLocale, QTime

from trainer.core.session_strip import Stretch, StretchKind
from trainer.core.timeline import Side
from trainer.language import tr


def kind_word(kind: StretchKind) -> str:
    """What went on, in a word or two."""
    return {
        StretchKind.WORK: tr("Work"),
        StretchKind.GET_READY: tr("Get ready"),
        StretchKind.SWITCH_SIDES: tr("Switch sides"),
        StretchKind.REST: tr("Rest"),
        StretchKind.PAUSED: tr("Paused"),
        StretchKind.AWAY: tr("Away"),
    }[kind]


def length_text(seconds: float) -> str:
    """Minutes and seconds, with hours where there are any: "1:05", "2:10:00"."""
    minutes, second = divmod(max(0, round(seconds)), 60)
    hours, minute = divmod(minutes, 60)
    return f"{hours}:{minute:02d}:{second:02d}" if hours else f"{minute}:{second:02d}"


def time_text(moment: datetime) -> str:
    """Hours and minutes, as the locale writes them."""
    return QLocale().toString(QTime(moment.hour, moment.minute), QLocale.FormatType.ShortFormat)


def stretch_sentence(stretch: Stretch, names: Mapping[int, str], began: datetime) -> str:
    """One stretch: "Work, Back Bow, left side, 1:00, from 18:04"."""
    sides = {Side.LEFT: tr("left side"), Side.RIGHT: tr("right side")}
    stands = stretch.kind in (StretchKind.PAUSED, StretchKind.AWAY)
    parts = [
        kind_word(stretch.kind),
        "" if stands or stretch.kind is StretchKind.REST else names.get(stretch.step, ""),
        "" if stands or stretch.side is None else sides[stretch.side],
        length_text(stretch.seconds),
        tr("from {time}").format(time=time_text(began + timedelta(seconds=stretch.begin))),
    ]
    return ", ".join(part for part in parts if part)


def totals_of_strip(strip: Sequence[Stretch]) -> dict[StretchKind, float]:
    """Seconds of each kind that there is, in the order of StretchKind."""
    sums = {kind: sum(one.seconds for one in strip if one.kind is kind) for kind in StretchKind}
    return {kind: seconds for kind, seconds in sums.items() if seconds > 0}


def totals_sentence(strip: Sequence[Stretch]) -> str:
    """The sums: "Work 15:00, Rest 2:00, Paused 1:10"."""
    said = tr("{kind} {length}")
    return ", ".join(
        said.format(kind=kind_word(kind), length=length_text(seconds))
        for kind, seconds in totals_of_strip(strip).items()
    )
