"""What a file holds and what became of it, in sentences: the report of an import, for a terminal and a window."""

from collections.abc import Iterator

from trainer.core.duplicates import Sorted
from trainer.exchange.incoming import ImportKind, Incoming
from trainer.exchange.problem import shown
from trainer.language import ntr, tr

MOST_NAMES = 12  # named one by one; more are counted


def kind_words(kind: ImportKind) -> str:
    """Whose file it is."""
    return {
        ImportKind.TRAINER: tr("Trainer's own JSON"),
        ImportKind.STRONG: tr("an export of Strong"),
        ImportKind.HEVY: tr("an export of Hevy"),
        ImportKind.FITNOTES: tr("an export of FitNotes"),
    }[kind]


def found_words(incoming: Incoming) -> str:
    """What the file is and how many workouts it holds, from when to when."""
    workouts = incoming.workouts
    counted = ntr("{n} workout", "{n} workouts", len(workouts))
    if not workouts:
        said = tr("This is {kind}; no workout in it was understood.")
        return said.format(kind=kind_words(incoming.kind))
    first, last = workouts[0].local_date.isoformat(), workouts[-1].local_date.isoformat()
    if first == last:
        said = tr("This is {kind} with {workouts} of {first}.")
    else:
        said = tr("This is {kind} with {workouts} from {first} to {last}.")
    return said.format(kind=kind_words(incoming.kind), workouts=counted, first=first, last=last)


def news_words(found: Sorted) -> str:
    """How many are new, how many in the log already."""
    new, known = len(found.new), len(found.known)
    if new and known:
        words = ntr("{n} is in the log already", "{n} are in the log already", known)
        return tr("{new}, {known}.").format(new=ntr("{n} is new", "{n} are new", new), known=words)
    if known:
        return ntr("It is in the log already.", "All {n} are in the log already.", known)
    return ntr("It is new.", "All {n} are new.", new) if new else ""


def weighing_words(new: int) -> str:
    """That weighings come in as well; empty where none do."""
    if not new:
        return ""
    counted = ntr("{n} new weighing goes", "{n} new weighings go", new)
    return tr("{weighings} into the weight log, and stay if the import is taken out.").format(weighings=counted)


def detail_words(incoming: Incoming) -> Iterator[str]:
    """What was and was not understood, a sentence at a time."""
    if incoming.matched:
        said = ntr("{n} exercise is one of ours", "{n} exercises are ours", len(incoming.matched))
        pairs = [f"{shown(name)} → {ours}" for name, ours in incoming.matched if name.casefold() != ours.casefold()]
        yield tr("{said}: {names}.").format(said=said, names=_listed(pairs)) if pairs else f"{said}."
    if incoming.kept:
        said = ntr(
            "{n} exercise is none of ours and keeps its name",
            "{n} exercises are none of ours and keep their names",
            len(incoming.kept),
        )
        yield tr("{said}: {names}.").format(said=said, names=_listed([shown(one) for one in incoming.kept]))
    if incoming.recounted:
        yield ntr(
            "The energy of {n} workout was counted by another version and is counted anew.",
            "The energy of {n} workouts was counted by another version and is counted anew.",
            incoming.recounted,
        )
    yield from incoming.assumed
    yield from incoming.problems
    if incoming.more_problems:
        yield ntr("{n} more was not understood.", "{n} more were not understood.", incoming.more_problems)


def _listed(names: list[str]) -> str:
    if len(names) <= MOST_NAMES:
        return ", ".join(names)
    more = ntr("{n} more", "{n} more", len(names) - MOST_NAMES)
    return ", ".join([*names[:MOST_NAMES], more])
