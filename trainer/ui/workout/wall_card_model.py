"""What a routine's wall card says, worded, from the plan on the Ready page. Pure: values in, values out."""

from collections.abc import Collection, Mapping

from trainer.core.exercise import CueKind, Exercise
from trainer.core.timeline import PlannedStep, Timeline
from trainer.language import ntr, tr
from trainer.ui.figure.wall_card import CardBlock, CardMove, WallCard
from trainer.ui.widgets.step_words import move_name
from trainer.ui.workout.amounts import listed, minutes_text, moves_text
from trainer.ui.workout.panel_model import work_text
from trainer.ui.workout.ready_model import block_seconds, seconds_with

_KINDS = (CueKind.SETUP, CueKind.DO, CueKind.SAFETY)  # one of each, in this order


def wall_card(plan: Timeline, off: Collection[str], exercises: Mapping[str, Exercise]) -> WallCard:
    """The card of a plan, each block once however many rounds it has; without the blocks `off` (names)."""
    blocks = []
    for number, (block, seconds) in enumerate(zip(plan.blocks, block_seconds(plan), strict=True)):
        if block.name in off:
            continue
        steps = [step for step in plan.steps if step.block == number and step.round == 0]
        rounds = ntr("{n} round", "{n} rounds", block.rounds) if block.rounds > 1 else ""
        title = listed(block.name, rounds, minutes_text(seconds))
        blocks.append(CardBlock(title, tuple(_move(step, plan, exercises) for step in steps)))
    moves = len({step.exercise for step in plan.steps if plan.blocks[step.block].name not in off})
    line = listed(tr("{time} in all").format(time=minutes_text(seconds_with(plan, off))), moves_text(moves))
    return WallCard(plan.name, line, tr("Stop where it hurts. Left and right are yours."), tuple(blocks))


def _move(step: PlannedStep, plan: Timeline, exercises: Mapping[str, Exercise]) -> CardMove:
    rung = step.ladder[step.rung]
    exercise = exercises.get(step.exercise)
    variant = exercise.variant(rung.variant) if exercise else None
    cues = []
    if exercise is not None:
        cues = [cue.text for kind in _KINDS for cue in exercise.cues_of(kind)[:1]]
    if variant is not None:
        cues.insert(0, variant.change)
    amount = work_text(step, plan.phases_of(step.index))
    return CardMove((step.exercise, rung.variant), move_name(step.name, rung.name), amount, tuple(cues))
