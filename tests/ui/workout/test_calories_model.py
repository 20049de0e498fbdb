"""The calories of the Ready page are told for its own minutes."""

from msgspec import structs

from tests.ui.workout.timelines import timeline
from trainer.core.preferences import WeightUnit
from trainer.core.timeline import Phase, PhaseKind
from trainer.ui.workout.amounts import whole_minutes
from trainer.ui.workout.calories_model import calorie_bars
from trainer.ui.workout.ready_model import block_seconds


def test_the_minutes_are_those_of_the_page_with_a_rest_at_the_block_s_edge() -> None:
    plan = timeline()
    stretch = plan.phases[-2]  # it begins with getting ready
    rest = Phase(index=stretch.index, kind=PhaseKind.REST, step=stretch.step, seconds=20.0, rests_from=stretch.step - 1)
    later = [structs.replace(phase, index=phase.index + 1) for phase in plan.phases[-2:]]
    plan = structs.replace(plan, phases=(*plan.phases[:-2], rest, *later))
    (main, *_) = calorie_bars(plan, ("Warm-up", "Stretch"), (), 70.0, WeightUnit.KG, None)
    assert whole_minutes(block_seconds(plan)[1]) == 10, "what the head of the page says"
    assert main.label == "You at 70 kg, 10 min main"
