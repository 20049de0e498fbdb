"""The stage's measures: which sizes hold at which window and text size. design.md, "Layout and breakpoints"."""

from msgspec import Struct

from trainer.core.snapshot import Snapshot
from trainer.core.timeline import Timeline

WIDE_EM = 1200
NARROW_EM = 960
BIG_EM = 1700
SHORT_EM = 700
TINY_EM = 400  # text twice as large in a small window: one line of cue, nothing over the name


class StageMetrics(Struct, frozen=True):
    """Sizes in pixels as drawn, except the font bounds, which are at 100 % text."""

    big: bool
    narrow: bool  # half and half; previous, pause, next only; the routine behind a button
    short: bool
    tiny: bool
    margin: int
    column: int  # width of the column of pill, digits, bar, name and cue
    cap_height: int  # of the digits
    bar_height: int
    pill_height: float  # at 100 %
    name_sizes: tuple[float, float]
    cue_sizes: tuple[float, float]
    quiet_size: float
    panel: int  # width of the routine panel; 0 where it is behind a button


def stage_metrics(width: int, height: int, text_scale: float) -> StageMetrics:
    """The measures of a stage in a window of that many pixels."""
    em_width, em_height = width / text_scale, height / text_scale
    big, narrow, short = em_width >= BIG_EM, em_width < NARROW_EM, em_height < SHORT_EM
    wide, tiny = em_width >= WIDE_EM, em_height < TINY_EM
    spacing = 1 + (text_scale - 1) * 0.35
    # Beyond the design's largest window everything that is read grows with it: a television is seen from the sofa.
    growth = max(1.0, min(em_width / 1920, em_height / 1080)) if big else 1.0
    margin = round((40 if wide else 28) * spacing)
    column = width // 2 - margin if narrow else round((680 * growth if big else 412 if wide else 320) * text_scale)
    cap = 96 if narrow else 112 if short else 176
    cap_height = cap * (1.5 if text_scale >= 1.3 else text_scale)
    if big and not short:
        cap_height *= 1.6 * growth
    if narrow:
        cap_height = min(cap_height, height * 0.2)
    return StageMetrics(
        big=big,
        narrow=narrow,
        short=short,
        tiny=tiny,
        margin=margin,
        column=column,
        cap_height=round(cap_height),
        bar_height=round(min(16 * text_scale, 18 * spacing) * growth),
        pill_height=26 if tiny else 34 if narrow else 40 * growth,
        name_sizes=(20, 12)
        if tiny
        else (26, 16)
        if narrow
        else (30, 19)
        if short
        else (62 * growth, 36 * growth)
        if big
        else (44, 24),
        cue_sizes=(16, 10)
        if tiny
        else (20, 14)
        if narrow
        else (20, 16)
        if short
        else (40 * growth, 28 * growth)
        if big
        else (30, 22),
        quiet_size=14 if short or narrow else 22 * growth if big else 16,
        panel=0 if narrow else round((336 if wide else 284) * text_scale),
    )


def session_groups(timeline: Timeline) -> list[list[float]]:
    """Seconds of every step, grouped by block and round."""
    seconds = [0.0] * len(timeline.steps)
    for phase in timeline.phases:
        seconds[phase.step] += timeline.expected(phase)
    groups: dict[tuple[int, int], list[float]] = {}
    for step in timeline.steps:
        groups.setdefault((step.block, step.round), []).append(seconds[step.index])
    return list(groups.values())


def step_share(now: Snapshot, timeline: Timeline | None) -> float:
    """How much of the step at hand is over, 0 .. 1, by the time of its phases."""
    if timeline is None:
        return 0.0
    whole = done = 0.0
    for phase in timeline.phases_of(now.step.index):
        seconds = timeline.expected(phase)
        whole += seconds
        if phase.index < now.phase.index:
            done += seconds
        elif phase.index == now.phase.index and now.length:
            done += seconds * min(1.0, now.elapsed / now.length)
    return done / whole if whole else 0.0
