"""What became of a step of a session, in a word or two."""

from trainer.core.events import StepOutcome
from trainer.language import tr


def outcome_word(outcome: StepOutcome) -> str:
    """Lower case: it follows the name of the step."""
    match outcome:
        case StepOutcome.DONE:
            return tr("done")
        case StepOutcome.PARTIAL:
            return tr("in part")
        case StepOutcome.SKIPPED:
            return tr("skipped")
        case _:
            return tr("not reached")
