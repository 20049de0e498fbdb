"""Whether an exercise of another program is one of ours: only where that is sure, by its whole name.

"Bent Over Row (Dumbbell)" is our Bent-Over Row, which takes dumbbells; "Bent Over Row (Barbell)" is none of ours.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from msgspec import Struct

from trainer.core.by_hand import Activity
from trainer.core.exercise import Exercise, Met
from trainer.core.routine import BlockKind

# What the other programs say of equipment behind a name -> the item of our catalogue; "": nothing at all.
_KIT: Final = {
    "dumbbell": "dumbbell",
    "dumbbells": "dumbbell",
    "bodyweight": "",
    "body weight": "",
    "no equipment": "",
    "band": "band",
    "resistance band": "band",
    "stability ball": "physio-ball",
    "swiss ball": "physio-ball",
    "medicine ball": "medicine-ball",
}
_ALSO: Final = {"plank": "plank", "lunge": "forward_lunge"}  # their plain names of ours, which ours has none for

# What people call it there -> the activity of ours whose effort it is taken for, the easier where there are several.
_EFFORTS: Final = {
    "running": "activity-jogging",
    "treadmill": "activity-jogging",
    "cycling": "activity-cycling",
    "biking": "activity-cycling",
    "swimming": "activity-swimming",
    "rowing": "activity-rowing-machine",
    "elliptical": "activity-cross-trainer",
    "elliptical machine": "activity-cross-trainer",
    "elliptical trainer": "activity-cross-trainer",
    "stationary bike": "activity-exercise-bike",
    "spinning": "activity-exercise-bike",
}
_SUFFIX = re.compile(r"^(.*\S)\s*\(([^()]*)\)$")
_GROUPS: Final = {
    "cardio": BlockKind.CARDIO,
    "warm-up": BlockKind.WARM_UP,
    "stretch": BlockKind.STRETCH,
}


# What a set counts with that is none of ours: weight training of several exercises, 8 to 15 repetitions, and circuit
# training of moderate effort (2024 Adult Compendium).
STRENGTH_MET: Final = Met("02054", 3.5)
CARDIO_MET: Final = Met("02035", 5.0)


class Named(Struct, frozen=True):
    """An exercise or activity of ours, as far as a set of it needs."""

    id: str
    name: str
    block: BlockKind
    met: Met


class ExerciseNames:
    """Every name and synonym of ours. A name that two exercises have is nobody's."""

    def __init__(self, exercises: Mapping[str, Exercise], activities: Iterable[Activity] = ()) -> None:
        self._kit = {exercise.id: _kit_of(exercise) for exercise in exercises.values()}
        self._named: dict[str, Named | None] = {}
        for exercise in exercises.values():
            named = Named(exercise.id, exercise.name, _GROUPS.get(exercise.group, BlockKind.STRENGTH), exercise.met)
            also = (name for name, one in _ALSO.items() if one == exercise.id)
            for name in (exercise.name, *exercise.synonyms, *also):
                self._add(name, named)
        efforts = {activity.id: activity for activity in activities}
        for activity in efforts.values():
            self._add(activity.name, Named(activity.id, activity.name, activity.block, activity.met))
        self._efforts = {name: efforts[one] for name, one in _EFFORTS.items() if one in efforts}

    def find(self, name: str) -> Named | None:
        """The one of that name; None where it is not sure."""
        whole = self._named.get(fold(name))
        if whole is not None:
            return whole
        found = _SUFFIX.match(name.strip())
        kit = None if found is None else _KIT.get(found[2].strip().casefold())
        if found is None or kit is None:
            return None
        bare = self._named.get(fold(found[1])) or self._named.get(fold(f"{found[2]} {found[1]}"))
        if bare is None:
            return None
        needed = self._kit.get(bare.id, frozenset())
        return bare if (kit in needed if kit else not needed) else None

    def counted(self, name: str, *, cardio: bool) -> Named:
        """The one of that name, else an exercise that keeps its name and counts with a stated effort."""
        found = self.find(name)
        if found is not None:
            return found
        bare = _SUFFIX.match(name.strip())
        effort = self._efforts.get(name.strip().casefold() if bare is None else bare[1].casefold())
        if effort is not None:
            return Named(own_id(name), name, effort.block, effort.met)
        block, met = (BlockKind.CARDIO, CARDIO_MET) if cardio else (BlockKind.STRENGTH, STRENGTH_MET)
        return Named(own_id(name), name, block, met)

    def _add(self, name: str, named: Named) -> None:
        key = fold(name)
        there = self._named.get(key, named)
        self._named[key] = named if there is not None and there.id == named.id else None


def fold(name: str) -> str:
    """The name without case, hyphens, other marks and the plural's s."""
    words = re.findall(r"\w+", name.casefold().replace("'", "").replace("’", ""))
    return " ".join(
        word[:-1] if len(word) > 2 and word.endswith("s") and not word.endswith("ss") else word for word in words
    )


def own_id(name: str) -> str:
    """The id under which an exercise that is none of ours is kept: the same for the same name, whoever wrote it."""
    return "_".join(re.findall(r"\w+", name.casefold()))[:80] or "unnamed"


def _kit_of(exercise: Exercise) -> frozenset[str]:
    """What it can't be done without as written; a mat or a chair is no equipment to those programs."""
    return frozenset(need.item for need in exercise.needs if not need.optional) & {one for one in _KIT.values() if one}
