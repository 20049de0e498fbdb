"""Spoken text: the coach's lines in words, whole sentences in the person's language."""

from collections.abc import Mapping

from trainer.core.cue_lines import (
    CueLine,
    Detail,
    Encouragement,
    Fetch,
    Halfway,
    Line,
    Next,
    SwitchSides,
    TenSecondsLeft,
)
from trainer.core.exercise import Equipment, EquipmentKind, Exercise, Posture
from trainer.core.timeline import Side
from trainer.language import tr
from trainer.ui.widgets.step_words import move_name
from trainer.ui.workout.amounts import listed


class SpokenText:
    """Words a session's lines: knows the exercises and the equipment by id."""

    def __init__(self, exercises: Mapping[str, Exercise], equipment: Mapping[str, Equipment]) -> None:
        self._exercises = exercises
        self._equipment = equipment

    def __call__(self, line: Line) -> str:
        """The words of a line; "" where there is nothing to say."""
        match line:
            case Next():
                return self._next(line)
            case SwitchSides(side=side, brief=brief):
                return _side_text(side) if brief else _turn_text(side)
            case Fetch():
                return self._fetch(line)
            case CueLine(text=text):
                return text
            case Halfway():
                return tr("Halfway")
            case TenSecondsLeft():
                return tr("Ten seconds left")
            case Encouragement():
                return _good_word(line)

    def _next(self, line: Next) -> str:
        exercise = self._exercises[line.exercise]
        variant = exercise.variant(line.variant)
        side = "" if line.side is None else _side_text(line.side)
        name = move_name(exercise.name, variant.name if variant else "")
        match line.detail:
            case Detail.POSITION:
                return tr("Next: {move}").format(move=listed(name, side, _posture_text(line.posture)))
            case Detail.FORM:
                return tr("Next: {move}").format(move=listed(name, side))
            case Detail.NAME:
                return tr("Next: {move}").format(move=listed(exercise.name, side))
            case Detail.BRIEF:
                return listed(exercise.name, side)

    def _fetch(self, line: Fetch) -> str:
        """Things to take in the hand; a place is seen, not fetched."""
        things = [
            (self._equipment[gear.item], gear.count)
            for gear in line.gear
            if gear.item in self._equipment and self._equipment[gear.item].kind is EquipmentKind.ITEM
        ]
        if not things:
            return ""
        told = [
            tr("one {thing}").format(thing=thing.name)
            if count == 1
            else tr("{n} {things}").format(n=count, things=thing.plural)
            for thing, count in things
        ]
        return tr("You need {things}").format(things=listed(*told))


def _side_text(side: Side) -> str:
    return tr("left side") if side is Side.LEFT else tr("right side")


def _turn_text(side: Side) -> str:
    return tr("Now your left side") if side is Side.LEFT else tr("Now your right side")


def _good_word(line: Encouragement) -> str:
    words = (
        (tr("Let your breath slow down"), tr("Ease into it"), tr("Let the tension go"))
        if line.calm
        else (tr("Keep it steady"), tr("Good, keep going"), tr("Stay with it"), tr("Nice and controlled"))
    )
    return words[line.number % len(words)]


def _posture_text(posture: Posture) -> str:
    return {
        Posture.STANDING: tr("standing"),
        Posture.HINGED: tr("bent forward"),
        Posture.SEATED: tr("seated"),
        Posture.KNEELING: tr("kneeling"),
        Posture.HALF_KNEELING: tr("on one knee"),
        Posture.ALL_FOURS: tr("on all fours"),
        Posture.PLANK: tr("in a plank"),
        Posture.PRONE: tr("face down"),
        Posture.SUPINE: tr("on your back"),
        Posture.SIDE_LYING: tr("on your side"),
        Posture.OVER_BALL: tr("over the ball"),
    }[posture]
