"""The words of a preview's rows, the same in the window and on the command line."""

from trainer.core.cue_preview import PreviewRow, RowKind
from trainer.core.cue_schedule import Place
from trainer.core.timeline import PhaseKind
from trainer.core.tones import Tone
from trainer.language import ntr, tr


def kind_text(row: PreviewRow) -> str:
    """What happens: the phase that begins, a tone, a line said or shown."""
    match row.kind:
        case RowKind.PHASE:
            return _phase_text(row.place)
        case RowKind.TONE:
            return tr("tone")
        case RowKind.SAYS:
            return tr("says")
        case RowKind.SHOWS:
            return tr("shows")


def row_text(row: PreviewRow) -> str:
    """Which phase, which tone, which words."""
    match row.kind:
        case RowKind.PHASE:
            return _place_text(row.place)
        case RowKind.TONE:
            return "" if row.tone is None else tone_text(row.tone)
        case RowKind.SAYS:
            return tr("{text} ({seconds} s)").format(text=row.text, seconds=f"{row.seconds:.1f}")
        case RowKind.SHOWS:
            return row.text


def tone_text(tone: Tone) -> str:
    """How a tone sounds and what it means."""
    return {
        Tone.LEAD_IN: tr("short, counting down to the start"),
        Tone.START: tr("long, the start"),
        Tone.HALFWAY: tr("two notes, halfway"),
        Tone.LAST_SECONDS: tr("short, counting down to the end"),
        Tone.END: tr("falling, the end of the move"),
        Tone.FINISH: tr("rising chord, the end of the workout"),
    }[tone]


def moment_text(seconds: float) -> str:
    """Minutes, seconds and tenths: "12:05.4"."""
    minutes, rest = divmod(round(seconds, 1), 60)
    return f"{round(minutes)}:{rest:04.1f}"


def _phase_text(place: Place) -> str:
    return {
        PhaseKind.REST: tr("REST"),
        PhaseKind.GET_READY: tr("GET READY"),
        PhaseKind.WORK: tr("WORK"),
        PhaseKind.SWITCH_SIDES: tr("SWITCH SIDES"),
    }[place.phase.kind]


def _place_text(place: Place) -> str:
    if place.length is None:
        return tr("{exercise}, until you are done").format(exercise=place.step.name)
    length = ntr("{n} second", "{n} seconds", round(place.length))
    return tr("{exercise}, {length}").format(exercise=place.step.name, length=length)
