"""An exercise's history in words: its figures, its bests, its table."""

from collections.abc import Sequence

from trainer.core.exercise_history import Best, Measure, Performance
from trainer.core.preferences import WeightUnit
from trainer.language import ntr, tr
from trainer.ui.charts.bar_card import Row
from trainer.ui.charts.table import ChartTable
from trainer.ui.charts.words import date_text, number
from trainer.ui.widgets.weight import weight_words


def measure_name(measure: Measure) -> str:
    """What is measured, as a choice."""
    return {Measure.SECONDS: tr("Time"), Measure.REPS: tr("Reps"), Measure.LOAD: tr("Load")}[measure]


def value_text(value: float, measure: Measure, unit: WeightUnit) -> str:
    """A figure of a measure with its unit."""
    match measure:
        case Measure.SECONDS:
            return duration(value)
        case Measure.REPS:
            return number(value)
        case Measure.LOAD:
            return load_text(value, unit)


def load_text(kg: float, unit: WeightUnit) -> str:
    """A load; nobody counts dumbbells in stones."""
    return weight_words(kg, WeightUnit.LB if unit is WeightUnit.ST else unit)


def duration(seconds: float) -> str:
    """Seconds alone under 100, then minutes and seconds."""
    whole = round(seconds)
    if whole < 100:
        return tr("{n} s").format(n=whole)
    return tr("{minutes}:{seconds} min").format(minutes=whole // 60, seconds=f"{whole % 60:02}")


def forms_text(variants: Sequence[str]) -> str:
    """The forms an exercise was done in."""
    return ", ".join(name or tr("as it is") for name in variants)


def heading(one: Performance) -> str:
    """The day of a performance."""
    return date_text(one.day)


def figures(one: Performance, unit: WeightUnit, is_best: bool, measure: Measure) -> tuple[Row, ...]:
    """Rows of a performance's figures; what is not known is left out."""
    rows: list[Row] = [("", tr("Time of work"), duration(one.seconds)), ("", tr("Sets"), number(one.sets))]
    if one.sets > 1:
        rows.append(("", tr("Longest set"), duration(one.longest)))
    if one.reps is not None:
        rows.append(("", tr("Most reps in a set"), number(one.reps)))
    if one.load_kg is not None:
        rows.append(("", tr("Heaviest load"), load_text(one.load_kg, unit)))
    if any(one.variants):
        rows.append(("", tr("Form"), forms_text(one.variants)))
    if is_best:
        rows.append(("", tr("Best so far"), measure_name(measure)))
    return tuple(rows)


def sentence(one: Performance, unit: WeightUnit, is_best: bool, measure: Measure) -> str:
    """A performance read aloud."""
    said = ", ".join(f"{name} {value}" for _, name, value in figures(one, unit, is_best, measure))
    return tr("{day}: {figures}.").format(day=heading(one), figures=said)


def best_text(best: Best, unit: WeightUnit) -> str:
    """A best and its day."""
    names = {Measure.SECONDS: tr("Longest"), Measure.REPS: tr("Most reps in a set"), Measure.LOAD: tr("Heaviest")}
    value = value_text(best.value, best.measure, unit)
    return tr("{what}: {value}, {day}").format(what=names[best.measure], value=value, day=date_text(best.day))


def total_text(total: int) -> str:
    """In how many workouts an exercise was done."""
    return ntr("Done in {n} workout", "Done in {n} workouts", total).format(n=number(total))


def table_of(performances: Sequence[Performance], unit: WeightUnit) -> ChartTable:
    """The newest performances, the latest first."""
    headings = (
        tr("Day"), tr("Time of work"), tr("Sets"), tr("Longest set"), tr("Most reps in a set"), tr("Heaviest load"),
        tr("Form"),
    )  # fmt: skip
    rows = (
        (
            date_text(one.day),
            duration(one.seconds),
            number(one.sets),
            duration(one.longest),
            "" if one.reps is None else number(one.reps),
            "" if one.load_kg is None else load_text(one.load_kg, unit),
            forms_text(one.variants),
        )
        for one in reversed(performances)
    )
    return ChartTable(headings, tuple(rows))
