"""Refit: a routine made to last as long as the person has. Deterministic; what it changed is told by refit_changes.

Shorter, in this order (behaviour.md, "Time"): rests to their floor; rounds, once work would have to give more than
half of what it can; work, never under 20 s; exercises whose muscles others train; and only when half of the main
exercises are gone, the length of warm-up and stretch, which both stay. Longer: more rounds, then work, rests,
warm-up and stretch up to their ceilings. Left and right stay equal throughout, since a step's time is that of a side.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from math import ceil, floor

from msgspec import Struct
from msgspec.structs import replace

from trainer.core.coverage import least_missed
from trainer.core.exercise import Exercise
from trainer.core.refit_dials import (
    GRID,
    LONGEST_BREATHER,
    REST_CEILING,
    Dials,
    StepPlace,
    longest_work,
    main_blocks,
    set_to,
)
from trainer.core.routine import Routine, Step
from trainer.core.timeline import Timeline

TOLERANCE = 15  # seconds a result may fall short of what was asked for; it never takes longer
MOST_ROUNDS = 8
FEWEST_EXERCISES = 2  # a main part has at least so many, if the routine has

# One number turns all dials, so that the session grows with it: work from its floor (-2 to -1), then rests (-1 to 0),
# as written (0), then work to its ceiling (1), rests (2), warm-up and stretch (3); below -2, those shrink (-3).
_TIGHTEST, _WORK_FLOOR, _WORK_HALF_WAY, _LOOSEST = -3.0, -2.0, -1.5, 3.0
_TOP_UPS = 3  # times round: the seconds left over are fewer than a grid's width of work of all steps
_HALVINGS = 14  # of an interval at most 6 wide: finer than a second of any rest


class Refit(Struct, frozen=True):
    """`routine` lasts `seconds`. `missing` is how much the session falls short (above 0) or takes too long (below 0).

    Within TOLERANCE `missing` is 0: it fits.
    """

    routine: Routine
    seconds: float
    missing: float = 0.0


def refit(
    routine: Routine,
    wanted: float,
    exercises: Mapping[str, Exercise],
    timeline_of: Callable[[Routine], Timeline],
    *,
    without_blocks: Collection[str] = (),
) -> Refit:
    """The routine made to last `wanted` seconds, or as near as its floors and ceilings allow.

    `timeline_of` compiles a routine for the person: with kit, forms and get-ready scale, without the blocks
    `without_blocks` (names). Raises KeyError for an exercise that isn't in `exercises`, ValueError for a `wanted`
    that is not above 0.
    """
    if wanted <= 0:
        raise ValueError(f"some time must be asked for, not {wanted} seconds")
    fitter = _Fitter(routine, wanted, exercises, timeline_of, frozenset(without_blocks))
    return fitter.result()


class _Fitter:
    def __init__(
        self,
        routine: Routine,
        wanted: float,
        exercises: Mapping[str, Exercise],
        timeline_of: Callable[[Routine], Timeline],
        without_blocks: frozenset[str],
    ) -> None:
        self._routine, self._wanted = routine, wanted
        self._exercises, self._timeline_of = exercises, timeline_of
        planned = timeline_of(routine)
        self._written = planned.expected_seconds
        done = {step.exercise for step in planned.steps}
        self._places: dict[int, list[StepPlace]] = {
            n: [(n, place) for place, step in enumerate(block.steps) if step.on and step.exercise in done]
            for n, block in enumerate(routine.blocks)
            if block.name not in without_blocks
        }
        self._main = [n for n in sorted(main_blocks(routine)) if n in self._places] or list(self._places)

    def result(self) -> Refit:
        if not any(self._places.values()) or abs(self._written - self._wanted) < 1:
            return Refit(self._routine, self._written, self._missing(self._written))
        tightest_of_all = self._routine
        for dials, tightest in self._configurations():
            tightest_of_all = self._set(_turned(dials, tightest))
            if self._seconds(tightest_of_all) <= self._wanted:
                filled = self._filled(dials, tightest)
                return self._with_a_tight_round(dials, filled) if filled.missing > 0 else filled
        shortest = self._seconds(tightest_of_all)
        return Refit(tightest_of_all, shortest, self._missing(shortest))

    def _with_a_tight_round(self, dials: Dials, loose: Refit) -> Refit:
        """Where the ceilings leave time over, one round more, as tight as need be, if that fills it."""
        most = max(self._routine.blocks[n].rounds for n in self._main)
        if most + dials.more_rounds >= max(most, MOST_ROUNDS):
            return loose
        more = replace(dials, more_rounds=dials.more_rounds + 1)
        for tightest in (_WORK_HALF_WAY, _WORK_FLOOR):
            if self._length(_turned(more, tightest)) <= self._wanted:
                tight = self._filled(more, tightest)
                return tight if tight.missing == 0 else loose
        return loose

    def _configurations(self) -> Iterator[tuple[Dials, float]]:
        """(rounds and exercises, how tight the dials may be turned with them), in the order of what is given up."""
        most = max((self._routine.blocks[n].rounds for n in self._main), default=1)
        for rounds in range(max(most, MOST_ROUNDS), 0, -1):
            if rounds > most and self._written >= self._wanted:
                continue
            # A round more than written is taken only if all of it fits as it is.
            yield Dials(more_rounds=rounds - most), 0.0 if rounds > most else _WORK_HALF_WAY
        once = Dials(more_rounds=1 - most)
        yield once, _WORK_FLOOR
        main = [place for n in self._main for place in self._places[n]]
        outer = [places for n, places in self._places.items() if n not in self._main]
        half = max(FEWEST_EXERCISES, ceil(len(main) / 2))
        for left_out in self._fewer(main, frozenset(), half):
            once = replace(once, left_out=left_out)
            yield once, _WORK_FLOOR
        yield once, _TIGHTEST
        for left_out in self._fewer(main, once.left_out, FEWEST_EXERCISES):
            once = replace(once, left_out=left_out)
            yield once, _TIGHTEST
        for keep in range(max((len(places) for places in outer), default=1) - 1, 0, -1):
            for places in outer:
                for left_out in self._fewer(places, once.left_out, keep):
                    once = replace(once, left_out=left_out)
            yield once, _TIGHTEST

    def _fewer(
        self, places: list[StepPlace], left_out: frozenset[StepPlace], keep: int
    ) -> Iterator[frozenset[StepPlace]]:
        """`left_out`, and one place more each time, until `keep` of `places` are left; no block loses its last."""
        kept = [place for place in places if place not in left_out]
        while len(kept) > keep:
            in_block = Counter(block for block, _ in kept)
            free = [place for place in kept if in_block[place[0]] > 1]
            if not free:
                return
            exercises = [self._exercises[self._step(place).exercise] for place in kept]
            gone = free[least_missed(exercises, [kept.index(place) for place in free])]
            kept.remove(gone)
            left_out = left_out | {gone}
            yield left_out

    def _filled(self, dials: Dials, tightest: float) -> Refit:
        """The loosest that fits, and what is left of the time given to single steps and rests."""
        low, high = tightest, _LOOSEST
        if self._length(_turned(dials, high)) <= self._wanted:
            low = high
        for _ in range(_HALVINGS):
            if low == high:
                break
            # As written comes first: numbers nobody has to change are better than numbers that fit by chance.
            middle = 0.0 if low < 0.0 < high and low == tightest and high == _LOOSEST else (low + high) / 2
            if self._length(_turned(dials, middle)) <= self._wanted:
                low = middle
            else:
                high = middle
        routine = self._set(_turned(dials, low))
        for _ in range(_TOP_UPS):
            routine = self._top_up_work(routine)
        routine = self._top_up_round_rests(routine)
        for _ in range(_TOP_UPS):
            routine = self._top_up_rests(routine)
        seconds = self._seconds(routine)
        return Refit(routine, seconds, self._missing(seconds))

    def _top_up_work(self, routine: Routine) -> Routine:
        """One step after the other gets a grid's width of work more, where all of it fits."""
        for place in [place for n in self._main for place in self._places[n]]:
            step, written = _at(routine, place), self._step(place)
            if not step.on or step.seconds is None or written.seconds is None:
                continue
            longer = step.seconds + GRID - step.seconds % GRID
            # Up to what is written; past that only where everything has been lengthened.
            if longer <= (written.seconds if step.seconds < written.seconds else longest_work(written.seconds)):
                routine = self._if_fits(routine, _with(routine, place, replace(step, seconds=longer)))
        return routine

    def _top_up_round_rests(self, routine: Routine) -> Routine:
        """The seconds that are left go to the rests between rounds, within their ceiling."""
        for n in self._main:
            block, written = routine.blocks[n], self._routine.blocks[n].rest_between_rounds
            if block.rounds > 1:
                left = int((self._wanted - self._seconds(routine)) / (block.rounds - 1))
                longest = max(block.rest_between_rounds, floor(written * REST_CEILING), LONGEST_BREATHER)
                longer = replace(block, rest_between_rounds=min(longest, block.rest_between_rounds + left))
                blocks = (*routine.blocks[:n], longer, *routine.blocks[n + 1 :])
                routine = self._if_fits(routine, replace(routine, blocks=blocks))
        return routine

    def _top_up_rests(self, routine: Routine) -> Routine:
        """What is left then, to the rests between steps, one after the other."""
        for place in [place for n in self._main for place in self._places[n]]:
            step = _at(routine, place)
            if self._wanted - self._seconds(routine) < TOLERANCE / 2:
                break
            if step.on:
                routine = self._if_fits(routine, _with(routine, place, replace(step, rest=step.rest + GRID)))
        return routine

    def _if_fits(self, before: Routine, after: Routine) -> Routine:
        return after if self._seconds(after) <= self._wanted else before

    def _missing(self, seconds: float) -> float:
        missing = self._wanted - seconds
        return missing if missing < 0 or missing > TOLERANCE else 0.0

    def _seconds(self, routine: Routine) -> float:
        return self._timeline_of(routine).expected_seconds

    def _length(self, dials: Dials) -> float:
        return self._seconds(self._set(dials))

    def _set(self, dials: Dials) -> Routine:
        return set_to(self._routine, dials, self._exercises)

    def _step(self, place: StepPlace) -> Step:
        return _at(self._routine, place)


def _turned(dials: Dials, to: float) -> Dials:
    """Every dial by the one number (see above)."""

    def part(start: float) -> float:
        return min(1.0, max(0.0, to - start))

    return replace(
        dials,
        outer=(part(_TIGHTEST) - 1) + part(2.0),
        work=(part(_WORK_FLOOR) - 1) + part(0.0),
        rest=(part(-1.0) - 1) + part(1.0),
    )


def _at(routine: Routine, place: StepPlace) -> Step:
    return routine.blocks[place[0]].steps[place[1]]


def _with(routine: Routine, place: StepPlace, step: Step) -> Routine:
    block = routine.blocks[place[0]]
    steps = (*block.steps[: place[1]], step, *block.steps[place[1] + 1 :])
    blocks = (*routine.blocks[: place[0]], replace(block, steps=steps), *routine.blocks[place[0] + 1 :])
    return replace(routine, blocks=blocks)
