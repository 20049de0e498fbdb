"""What the bench says of a move's checks and joints: rows of words."""

from collections.abc import Sequence

from trainer.language import ntr, tr
from trainer.motion.angles import angles_of
from trainer.motion.limits import RANGES
from trainer.motion.pose import Pose
from trainer.motion.report import Check, Finding

Row = tuple[str, str, str, str]


def check_rows(findings: tuple[Finding, ...]) -> list[Row]:
    """Check, measured, bound, verdict with the place."""
    return [(_name(one.check), _value(one, one.measured), _value(one, one.bound), _verdict(one)) for one in findings]


def joint_rows(pose: Pose) -> list[Row]:
    """Joint, angle, its range, and whether it is within."""
    rows = []
    for name, angle in angles_of(pose).items():
        words = name.split(".")
        low_high = RANGES.get(f"{words[0]}.{words[-1]}")
        within = low_high is None or low_high[0] - 0.5 <= angle <= low_high[1] + 0.5
        limits = "" if low_high is None else tr("{low:.0f} to {high:.0f}").format(low=low_high[0], high=low_high[1])
        rows.append((name, tr("{angle:.0f}°").format(angle=angle), limits, tr("holds") if within else tr("beyond")))
    return rows


def views_words(views: Sequence[tuple[float, float]], authored: float) -> str:
    """The three most telling of (change, yaw), and how the authored view's nearest one does."""
    best = ", ".join(_view(change, yaw) for change, yaw in views[:3])
    nearest = min(views, key=lambda view: abs((view[1] - authored + 180.0) % 360.0 - 180.0))
    return tr("Shows best from {best}. The view in the file: {own}.").format(best=best, own=_view(*nearest))


def _view(change: float, yaw: float) -> str:
    return tr("{yaw:.0f}° ({change:.2f})").format(yaw=yaw, change=change)


def _name(check: Check) -> str:
    return {
        Check.SLIP: tr("What is planted stays"),
        Check.FLOOR: tr("Nothing sinks into the floor"),
        Check.BONES: tr("Bones keep their length"),
        Check.SEAM: tr("The end meets the beginning"),
        Check.SPEED: tr("Nothing jerks at a pose"),
        Check.REACH: tr("Every goal is in reach"),
        Check.BODY: tr("No part enters another"),
        Check.PROPS: tr("No part enters a prop"),
        Check.BALANCE: tr("Whoever stands is balanced"),
        Check.JOINTS: tr("Every joint keeps within its range"),
    }[check]


def _value(finding: Finding, value: float) -> str:
    if finding.check is Check.JOINTS:
        return ntr("{n} beyond", "{n} beyond", round(value))
    if finding.check is Check.SPEED:
        return tr("{speed:.3f} m/s").format(speed=value)
    return tr("{length:.2f} mm").format(length=value * 1000.0)


def _verdict(finding: Finding) -> str:
    if finding.holds:
        return tr("holds")
    return tr("fails: {where}").format(where=finding.where) if finding.where else tr("fails")
