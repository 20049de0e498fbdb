"""What a step is called, and what became of it, in words."""

from trainer.core.events import StepOutcome
from trainer.language import tr


def move_name(name: str, form: str) -> str:
    """The exercise in its form: "Reverse Fly, one arm"; as written where `form` is empty."""
    return tr("{exercise}, {form}").format(exercise=name, form=form) if form else name


def outcome_word(outcome: StepOutcome) -> str:
    """A word or two in lower case: it follows the name of the step."""
    match outcome:
        case StepOutcome.DONE:
            return tr("done")
        case StepOutcome.PARTIAL:
            return tr("in part")
        case StepOutcome.SKIPPED:
            return tr("skipped")
        case _:
            return tr("not reached")
