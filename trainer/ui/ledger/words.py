"""How the ledger's reasons are worded. Pure: values in, values out."""

from PySide6.QtCore import QLocale

from trainer.core.energy import (
    HEAVIEST_KG,
    HIGH_FACTOR,
    LIGHTEST_KG,
    LONG_REST_SECONDS,
    LOW_FACTOR,
    SHOWN_STEP,
    Basis,
    Energy,
    LedgerLine,
)
from trainer.core.preferences import WeightUnit
from trainer.core.routine import Claim
from trainer.core.timeline import PhaseKind
from trainer.language import tr
from trainer.ui.widgets.weight import weight_words


def decimal(value: float) -> str:
    """One decimal place, as the locale writes it."""
    return QLocale().toString(float(value), "f", 1)


def whole(value: float) -> str:
    """A whole number with the locale's grouping."""
    return QLocale().toString(round(value))


def range_words(energy: Energy) -> str:
    """The range as it is shown everywhere: rounded outward to 5, with an en dash."""
    return tr("{low}\N{EN DASH}{high}").format(low=whole(energy.shown_low), high=whole(energy.shown_high))


def weight_text(kg: float | None, unit: WeightUnit) -> str:
    """Whose weight a range is for: "70 kg", or "50 kg to 91 kg" where none is known."""
    if kg is None:
        return tr("{low} to {high}").format(low=weight_words(LIGHTEST_KG, unit), high=weight_words(HEAVIEST_KG, unit))
    return weight_words(kg, unit)


def phase_words(line: LedgerLine, name: str) -> str:
    """What was done in that phase, and why it counts otherwise than usual where it does."""
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


def basis_sentence(line: LedgerLine) -> str:
    """With what a line counts instead of its exercise's own MET; empty where it counts with that."""
    if line.basis is Basis.OWN:
        return ""
    used, own = decimal(line.used.value), decimal(line.own.value)
    if line.basis is Basis.LONG_REST:
        return tr("Rests over {n} seconds count as resting, MET {used}, not with the move's {own}.").format(
            n=round(LONG_REST_SECONDS), used=used, own=own
        )
    return tr("Counted with code {used_code}, MET {used}, instead of {own_code}, MET {own}: it felt so.").format(
        used_code=line.used.code, used=used, own_code=line.own.code, own=own
    )


def counted_sentence(mid: float, *, weight_known: bool, unit: WeightUnit = WeightUnit.KG) -> str:
    """Where the range comes from; `mid` is the sum of the rows in kilocalories."""
    formula = tr(
        "Each row is MET \N{MULTIPLICATION SIGN} 3.5 \N{MULTIPLICATION SIGN} kg \N{DIVISION SIGN} 200"
        " \N{MULTIPLICATION SIGN} minutes of active time; pauses count nothing and no afterburn is added"
    )
    if weight_known:
        return tr(
            "{formula}, and the range reaches from {low} % to {high} % of their sum, {sum} kcal, rounded outward to"
            " {step}, because a MET is the average of many bodies and yours is one."
        ).format(
            formula=formula, low=_percent(LOW_FACTOR), high=_percent(HIGH_FACTOR), sum=decimal(mid), step=SHOWN_STEP
        )
    return tr(
        "{formula}, and because your weight was not known, the range reaches from {low} % of the sum for {light} to"
        " {high} % of the sum for {heavy}, rounded outward to {step}."
    ).format(
        formula=formula,
        low=_percent(LOW_FACTOR),
        high=_percent(HIGH_FACTOR),
        light=weight_words(LIGHTEST_KG, unit),
        heavy=weight_words(HEAVIEST_KG, unit),
        step=SHOWN_STEP,
    )


def claim_sentence(claim: Claim | None) -> str:
    """Why a page's claim may differ; of one that was made, with its figures."""
    if claim is None or claim.kcal_high is None:
        return tr(
            "A page's own claim may differ, for it seldom says for whose weight, with which MET values and over which"
            " minutes it was counted; it would stand beside our range and never be mixed into it."
        )
    low = claim.kcal_low if claim.kcal_low is not None else claim.kcal_high
    figures = whole(low) if low == claim.kcal_high else f"{whole(low)}\N{EN DASH}{whole(claim.kcal_high)}"
    return tr(
        "The page claims {range} kcal, which may differ because it does not say for whose weight, with which MET values"
        " and over which minutes it was counted; it stands beside our range and is never mixed into it."
    ).format(range=figures)


def _percent(share: float) -> int:
    return round(share * 100)
