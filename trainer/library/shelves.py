"""Shelves: the routines and the exercises there are, to be searched, filtered and put in order.

Facts and words are worked out when they are first asked for: a shelf costs nothing until somebody looks.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from itertools import islice

from msgspec import Struct

from trainer.core.exercise import Equipment, Exercise
from trainer.core.fitting import Fitting
from trainer.core.routine import Block, BlockKind, Routine, Step
from trainer.library.exercise_facts import ExerciseFacts, exercise_facts, exercise_words, leading_words
from trainer.library.filters import (
    ExerciseFilters,
    RoutineFilters,
    RoutineOrder,
    exercise_passes,
    routine_passes,
)
from trainer.library.routine_facts import FactFinder, RoutineFacts, types_of
from trainer.library.search import Rank, Searchable, fold, name_rank, ranked, searchable, seeker, words_of

#: Types of training that other filters ask about.
_ASKED_ELSEWHERE = frozenset({"low impact", "high impact", "no equipment"})


class Found(Struct, frozen=True):
    """What is shown, in order, and how many more the search found that the filters hide."""

    ids: tuple[str, ...]
    hidden: int = 0


class RoutineShelf:
    """Routines, the recommended order being theirs; for one kit."""

    def __init__(
        self,
        routines: Sequence[Routine],
        exercises: Mapping[str, Exercise],
        equipment: Mapping[str, Equipment],
        fit: Callable[[Routine], Fitting],
        *,
        variants: Mapping[str, str] = {},
        get_ready_scale: float = 1.0,
    ) -> None:
        """`fit`, `variants` and the scale as for FactFinder."""
        self._routines = {routine.id: routine for routine in routines}
        self._exercises, self._equipment = exercises, equipment
        self._finder = FactFinder(exercises, equipment, fit, variants=variants, get_ready_scale=get_ready_scale)
        self._facts: dict[str, RoutineFacts] = {}
        self._possible: dict[str, bool] = {}
        self._words: dict[str, tuple[Searchable, frozenset[str]]] = {}
        self._exercise_words: dict[str, str] = {}

    def __len__(self) -> int:
        return len(self._routines)

    def facts(self, routine_id: str) -> RoutineFacts:
        """What a filter asks about that routine."""
        found = self._facts.get(routine_id)
        if found is None:
            found = self._facts[routine_id] = self._finder.facts(self._routines[routine_id])
        return found

    def learn(self, most: int) -> bool:
        """Work out facts and words of at most so many routines more; whether all are known by now.

        In idle moments, so that the first filter and the first letter need not wait for two thousand.
        """
        unknown = islice((one for one in self._routines if one not in self._facts), most)
        for one in tuple(unknown):
            self._own_words(one)
            self.facts(one)
        return len(self._facts) == len(self._routines)

    def find(
        self,
        query: str = "",
        wanted: RoutineFilters = RoutineFilters(),  # noqa: B008 - frozen
        order: RoutineOrder = RoutineOrder.RECOMMENDED,
        *,
        favourites: Collection[str] = (),
        last_done: Mapping[str, date] = {},
    ) -> Found:
        """Every word of the query in a routine's name, focus, type, exercises, their muscles or equipment.

        What is found by its name comes first, then `order` decides, then the shelf's own.
        """
        loved = frozenset(favourites)
        ranks = self._ranks(query)
        passing = [
            one
            for one in ranks
            if not wanted.any_set or routine_passes(self.facts(one), wanted, favourite=one in loved)
        ]
        key = self._key(order, loved, last_done)
        return Found(tuple(sorted(passing, key=lambda one: (ranks[one], key(one)))), len(ranks) - len(passing))

    def types(self) -> tuple[str, ...]:
        """The types of training there are, folded, the most frequent first; without those other filters ask about."""
        counted: dict[str, int] = {}
        for routine in self._routines.values():
            for one in types_of(routine) - _ASKED_ELSEWHERE:
                counted[one] = counted.get(one, 0) + 1
        return tuple(sorted(counted, key=lambda one: (-counted[one], one)))

    def with_exercise(self, exercise_id: str) -> tuple[Routine, ...]:
        """The routines that have it in them, in the shelf's order."""
        return tuple(one for one in self._routines.values() if exercise_id in _exercises_of(one))

    def _is_possible(self, routine_id: str) -> bool:
        found = self._possible.get(routine_id)
        if found is None:
            found = self._possible[routine_id] = self._finder.is_possible(self._routines[routine_id])
        return found

    def _ranks(self, query: str) -> dict[str, Rank]:
        words = words_of(query)
        if not words:
            return dict.fromkeys(self._routines, Rank.START)
        seekers = [seeker(word) for word in words]
        known = self._known_words()
        terms = [(seek, frozenset(one for one, text in known.items() if seek(text))) for seek in seekers]
        found = {}
        for routine_id in self._routines:
            own, exercises = self._own_words(routine_id)
            by_name = True
            for seek, holding in terms:
                if not seek(own.name):
                    by_name = False
                    if exercises.isdisjoint(holding) and not seek(own.rest):
                        break
            else:
                found[routine_id] = name_rank(own.name, words) if by_name else Rank.REST
        return found

    def _known_words(self) -> Mapping[str, str]:
        if not self._exercise_words:
            self._exercise_words = {one.id: leading_words(one, self._equipment) for one in self._exercises.values()}
        return self._exercise_words

    def _own_words(self, routine_id: str) -> tuple[Searchable, frozenset[str]]:
        words = self._words.get(routine_id)
        if words is None:
            one = self._routines[routine_id]
            own = Searchable(searchable(one.name), searchable(one.subtitle, *one.focus, *one.type))
            words = self._words[routine_id] = (own, _exercises_of(one))
        return words

    def _key(
        self, order: RoutineOrder, favourites: frozenset[str], last_done: Mapping[str, date]
    ) -> Callable[[str], tuple[object, ...]]:
        facts = self.facts
        match order:
            case RoutineOrder.RECOMMENDED:
                return lambda one: (one not in favourites, not self._is_possible(one))
            case RoutineOrder.LONGEST_AGO:
                return lambda one: (last_done.get(one, date.min),)
            case RoutineOrder.LAST_DONE:
                return lambda one: (-last_done.get(one, date.min).toordinal(),)
            case RoutineOrder.NAME:
                return lambda one: (fold(self._routines[one].name),)
            case RoutineOrder.MINUTES:
                return lambda one: (facts(one).minutes,)
            case RoutineOrder.DIFFICULTY:
                return lambda one: (facts(one).difficulty or 6,)


class ExerciseShelf:
    """Exercises by name, for one kit."""

    def __init__(
        self,
        exercises: Mapping[str, Exercise],
        equipment: Mapping[str, Equipment],
        fit: Callable[[Routine], Fitting],
    ) -> None:
        """`fit` is the pre-flight."""
        self._exercises = dict(sorted(exercises.items(), key=lambda item: fold(item[1].name)))
        self._equipment, self._fit = equipment, fit
        self._facts: dict[str, ExerciseFacts] = {}
        self._words: dict[str, Searchable] = {}

    def __len__(self) -> int:
        return len(self._exercises)

    def facts(self, exercise_id: str) -> ExerciseFacts:
        """What a filter asks about that exercise."""
        found = self._facts.get(exercise_id)
        if found is None:
            alone = Block(BlockKind.STRENGTH, "", (Step(exercise_id),))
            fitting = self._fit(Routine(1, "", "", (alone,)))
            found = exercise_facts(self._exercises[exercise_id], self._equipment, fitting)
            self._facts[exercise_id] = found
        return found

    def find(self, query: str = "", wanted: ExerciseFilters = ExerciseFilters()) -> Found:  # noqa: B008 - frozen
        """Every word of the query in an exercise's name, synonyms, muscles or equipment; those by name first."""
        if not self._words:
            self._words = {one.id: exercise_words(one, self._equipment) for one in self._exercises.values()}
        ranks = ranked(self._words, query)
        passing = [one for one in ranks if not wanted.any_set or exercise_passes(self.facts(one), wanted)]
        return Found(tuple(sorted(passing, key=ranks.__getitem__)), len(ranks) - len(passing))

    def items(self) -> tuple[str, ...]:
        """The equipment that exercises want or that serves, in the catalogue's order."""
        used = {item for one in self._exercises for item in self.facts(one).items}
        return tuple(item for item in self._equipment if item in used)


def _exercises_of(routine: Routine) -> frozenset[str]:
    return frozenset(step.exercise for block in routine.blocks for step in block.steps if step.on)
