"""Which exercise of the catalogue a name on a page means: by name, by synonym, and with a slip of the pen."""

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import lru_cache

from msgspec import Struct

from trainer.core.exercise import Exercise
from trainer.library.article.words import plain, unaccented

_SURE = 88  # of 100, rapidfuzz's ratio of the sorted words; below, two names of the catalogue come to be alike
_SURE_WORD = 72  # of each word beside its partner: "reverse fly" is not "reverse lunge"
_CLEAR_BY = 4  # the best match leads the next exercise by this much
_SHORTEST = 5  # letters a name needs before a slip of the pen is forgiven

# Words that mean the same on every page; the catalogue has the right-hand one.
_SAME = {
    "swiss ball": "physio ball", "stability ball": "physio ball", "exercise ball": "physio ball",
    "gym ball": "physio ball", "fitness ball": "physio ball", "balance ball": "physio ball",
    "yoga ball": "physio ball", "fitball": "physio ball", "med ball": "medicine ball", "single arm": "one arm",
    "single leg": "one leg", "db": "dumbbell", "press up": "push up", "pressup": "push up", "pushup": "push up",
    "curl up": "crunch", "dumb bell": "dumbbell", "birddog": "bird dog", "deadbug": "dead bug", "stepup": "step up",
    "flye": "fly", "flie": "fly", "lying": "supine", "star jump": "jumping jack", "quad": "quadriceps",
    "hammy": "hamstring", "spot": "place", "heel flick": "heel kick", "bum kick": "heel kick",
    "butt kicker": "heel kick", "jump jack": "jumping jack", "donkey kickback": "donkey kick",
    "torso rotation": "trunk rotation",
}  # fmt: skip
# What a short name usually means, where the catalogue has several or another name: told as inferred.
_USUALLY = {
    "lunge": "forward lunge", "cobra": "cobra stretch", "sphinx": "sphinx", "hip raise": "glute bridge",
    "bridge": "glute bridge", "figure 4": "figure four", "figure 4 stretch": "figure four", "row": "bent over row",
    "dumbbell row": "bent over row", "skipping": "jump rope", "curl": "biceps curl", "dip": "chair dip",
    "bench dip": "chair dip", "neck stretch": "side neck stretch", "shoulder stretch": "cross body shoulder stretch",
    "calf stretch": "wall calf stretch", "jogging on spot": "jog in place", "jogging in place": "jog in place",
    "march": "march in place", "marching": "march in place", "marching in place": "march in place",
    "on spot march": "march in place", "chest press": "floor chest press", "opposite arm and leg raise": "bird dog",
    "hip hinge": "good morning", "skater": "skater step", "boxing": "shadow boxing", "hundred": "the hundred",
    "triceps extension": "overhead triceps extension", "spinal twist": "supine spinal twist",
    "bicycle": "bicycle crunch", "climber": "mountain climber", "lateral shuffle": "step touch",
    "hip flexor": "hip flexor stretch", "piriformis stretch": "supine piriformis stretch",
    "quadricep": "standing quadriceps stretch", "quadricep stretch": "standing quadriceps stretch",
    "upper back stretch": "upper back stretch", "glute stretch": "figure four stretch",
    "knee push up": "knees down push up",
}  # fmt: skip
_EQUIPMENT = (
    r"dumbbell|bodyweight|body weight|weighted|kettlebell|physio ball|medicine ball|resistance band|band|barbell|mat"
)
_QUALIFIERS = (
    "alternating", "alternate", "abdominal", "basic", "classic", "slow", "gentle", "controlled", "traditional",
    "regular", "simple", "standard", "static", "standing", "continuous", "easy", "dumbbell", "bodyweight",
    "body weight", "weighted", "light", "quick", "fast", "full", "hold", "exercise", "position", "stretch", "pose",
    "supine", "floor", "seated",
)  # fmt: skip
_WITH_KIT = re.compile(
    r"\s(?:with|using|holding|on|onto|off|against|over)\s(?:(?:a|an|the|your|two|some|light|one)\s)*"
    r"(?:dumbbells?|weights?|water bottles?|bottles?|cans?|chair|bench|wall|step|stair"
    r"|mat|band|ball|swiss ball|towel|table|sofa)$",
    re.IGNORECASE,
)
_LITTLE = frozenset(
    ["a", "an", "the", "your", "of", "on", "with", "and", "or", "in", "to", "using", "over", "for", "it", "both", "s"]
)
_PARENTHESES = re.compile(r"\(([^)]{0,80})\)")
_NOT_WORD = re.compile(r"[^a-z0-9]+")


class MatchKind(StrEnum):
    """How a name was recognised, from the surest."""

    NAME = "name"
    SYNONYM = "synonym"
    FUZZY = "fuzzy"  # nearly the name, or the name with a word more or less


class Match(Struct, frozen=True):
    """An exercise of the catalogue, perhaps a form of it, that a name means."""

    exercise: str
    kind: MatchKind
    words: str  # the name or synonym of the catalogue it was matched to
    variant: str = ""
    left_over: str = ""  # words of the page's name that were passed over


class _Alias(Struct, frozen=True):
    exercise: str
    kind: MatchKind
    words: str
    variant: str = ""


class Names:
    """Every name, synonym and form of the catalogue's exercises, ready to be asked."""

    def __init__(self, exercises: Mapping[str, Exercise]) -> None:
        self._exercises = exercises
        self._usually = {canonical(short): meant for short, meant in _USUALLY.items()}
        self._aliases: dict[str, _Alias] = {}
        self._sorted: dict[str, list[_Alias]] = {}
        self._joined: dict[str, dict[str, _Alias]] = {}  # written as one word: "dead lift" and "deadlift"
        for exercise in exercises.values():
            for words in _names_of(exercise):
                self._add(words, _Alias(exercise.id, MatchKind.NAME, exercise.name))
        for exercise in exercises.values():
            for synonym in exercise.synonyms:
                for words in _parts(synonym):
                    self._add(words, _Alias(exercise.id, MatchKind.SYNONYM, synonym))
        for exercise in exercises.values():
            for variant in exercise.variants:
                named = f"{exercise.name}, {variant.name}"
                for words in (f"{variant.name} {_bare(exercise.name)}", f"{_bare(exercise.name)} {variant.name}"):
                    self._add(words, _Alias(exercise.id, MatchKind.SYNONYM, named, variant.id))
        for key, alias in self._aliases.items():
            self._sorted.setdefault(_by_word(key), []).append(alias)
            self._joined.setdefault(key.replace(" ", ""), {})[alias.exercise] = alias
        self._longest = max((len(key.split()) for key in self._aliases), default=0)
        self._ask = lru_cache(maxsize=4096)(self._look_up)

    def match(self, name: str) -> Match | None:
        """The exercise that `name`, the whole of it, means; None where none or more than one is likely."""
        return self._ask(name[:120])

    def first_in(self, words: list[str], at: int) -> tuple[Match, int] | None:
        """The longest name or synonym that begins at `words[at]`, and how many words it takes."""
        for length in range(min(self._longest, len(words) - at), 0, -1):
            key = canonical(" ".join(words[at : at + length]))
            alias = self._aliases.get(key)
            if alias is not None and len(key) > 3:
                return Match(alias.exercise, alias.kind, alias.words, alias.variant), length
        return None

    def name_of(self, match: Match) -> str:
        """The exercise's name in the catalogue."""
        return self._exercises[match.exercise].name

    def _add(self, words: str, alias: _Alias) -> None:
        key = canonical(words)
        if key:
            self._aliases.setdefault(key, alias)

    def _look_up(self, name: str) -> Match | None:
        for words in _parts(name):
            key = canonical(words)
            found = self._exact(key) or self._with_word_more(key) or self._with_kit(words)
            if found is not None:
                return found
            stretch = self._exact(f"{key} stretch")
            if stretch is not None:
                return Match(stretch.exercise, MatchKind.FUZZY, stretch.words, stretch.variant)
            usual = self._exact(canonical(self._usually[key])) if key in self._usually else None
            if usual is not None:
                return Match(usual.exercise, MatchKind.FUZZY, usual.words, usual.variant)
        return self._alike(canonical(_PARENTHESES.sub(" ", name)))

    def _exact(self, key: str) -> Match | None:
        alias = self._aliases.get(key)
        if alias is not None:
            return Match(alias.exercise, alias.kind, alias.words, alias.variant)
        joined = self._joined.get(key.replace(" ", ""), {})
        if len(joined) == 1:
            alias = next(iter(joined.values()))
            return Match(alias.exercise, alias.kind, alias.words, alias.variant)
        turned = {alias.exercise: alias for alias in self._sorted.get(_by_word(key), ())}
        if len(turned) == 1 and len(key.split()) > 1:
            alias = next(iter(turned.values()))
            return Match(alias.exercise, alias.kind, alias.words, alias.variant)
        return None

    def _with_word_more(self, key: str) -> Match | None:
        """The name with a qualifying word more than the catalogue has: "slow alternating reverse lunge"."""
        words, dropped = key, []
        for qualifier in _QUALIFIERS:
            shorter = re.sub(rf"\b{qualifier}\b", " ", words)
            if shorter != words:
                words = " ".join(shorter.split())
                dropped.append(qualifier)
                found = (self._exact(words) or self._exact(f"{words} stretch")) if words else None
                if found is not None:
                    kind = MatchKind.FUZZY
                    return Match(found.exercise, kind, found.words, found.variant, ", ".join(dropped))
        return None

    def _with_kit(self, words: str) -> Match | None:
        """The name with what it is done with or on: "bent-over rows with water bottles"."""
        kit = _WITH_KIT.search(plain(words))
        found = self._exact(canonical(plain(words)[: kit.start()])) if kit else None
        if kit is None or found is None:
            return None
        return Match(found.exercise, MatchKind.FUZZY, found.words, found.variant, kit[0].strip())

    def _alike(self, key: str) -> Match | None:
        from rapidfuzz import fuzz, process  # 10 ms that only an import needs

        if len(key) < _SHORTEST:
            return None
        best: dict[str, tuple[float, _Alias]] = {}
        turned = _by_word(key)
        for candidate, score, _ in process.extract(turned, self._sorted.keys(), scorer=fuzz.ratio, limit=8):
            if score < _SURE - _CLEAR_BY or not _words_pair(turned, candidate):
                continue
            for alias in self._sorted[candidate]:
                if score > best.get(alias.exercise, (0.0, alias))[0]:
                    best[alias.exercise] = score, alias
        ranked = sorted(best.values(), key=lambda entry: -entry[0])
        if not ranked or ranked[0][0] < _SURE or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < _CLEAR_BY):
            return None
        alias = ranked[0][1]
        return Match(alias.exercise, MatchKind.FUZZY, alias.words, alias.variant)


def canonical(words: str) -> str:
    """A name as it is compared: small letters, one form of each word, the little words left out."""
    text = _NOT_WORD.sub(" ", unaccented(plain(words)).casefold().replace("'s", "s").replace("'", "")).strip()
    text = " ".join(_singular(word) for word in text.split() if word not in _LITTLE)
    for other, ours in _SAME.items():
        if other in text:
            text = re.sub(rf"\b{other}\b", ours, text)
    return text


def _singular(word: str) -> str:
    if len(word) <= 2 or word.endswith(("ss", "us")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    return word.removesuffix("s")


def _by_word(key: str) -> str:
    return " ".join(sorted(key.split()))


def _words_pair(one: str, other: str) -> bool:
    """Whether every word of the one has its like in the other."""
    from rapidfuzz import fuzz

    return all(
        max(fuzz.ratio(word, candidate) for candidate in there.split()) >= _SURE_WORD
        for here, there in ((one, other), (other, one))
        for word in here.split()
    )


def _bare(name: str) -> str:
    return " ".join(_PARENTHESES.sub(" ", name).split())


def _names_of(exercise: Exercise) -> Iterable[str]:
    yield from _parts(exercise.name)
    yield exercise.id.replace("_", " ")
    bare = re.sub(rf"^(?:{_EQUIPMENT}|standing|forearm)\s+", "", _bare(exercise.name), flags=re.IGNORECASE)
    if len(bare.split()) > 1:
        yield bare


def _parts(name: str) -> Iterable[str]:
    """A name as it stands, without what is in brackets, what is in brackets, and each side of a slash."""
    yield name
    bare = _bare(name)
    if bare != name:
        yield bare
        yield from _PARENTHESES.findall(name)
    if "/" in bare:
        words = bare.split()
        place = next((n for n, word in enumerate(words) if "/" in word), -1)
        if "/" in words and 0 < place < len(words) - 1:  # "Sphinx / Cobra Stretch"
            last = words[-1]
            yield " ".join(words[:place] + ([last] if words[:place][-1:] != [last] else []))
            yield " ".join(words[place + 1 :])
        elif place >= 0:
            for half in words[place].split("/"):
                yield " ".join((*words[:place], half, *words[place + 1 :]))
    for joint in (" or ", " aka ", " a.k.a. "):
        if joint in bare:
            yield from bare.split(joint)
