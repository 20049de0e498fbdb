"""Exercise: what is done, with what, by which muscles, and what the coach says about it."""

from enum import StrEnum

from msgspec import Struct


class Posture(StrEnum):
    """The position an exercise starts from; the get-ready time grows when it changes."""

    STANDING = "standing"
    HINGED = "hinged"  # standing, trunk inclined at the hips
    SEATED = "seated"
    KNEELING = "kneeling"
    HALF_KNEELING = "half-kneeling"
    ALL_FOURS = "all-fours"
    PLANK = "plank"
    PRONE = "prone"
    SUPINE = "supine"
    SIDE_LYING = "side-lying"
    OVER_BALL = "over-ball"


class Sides(StrEnum):
    """How an exercise treats left and right."""

    BOTH = "both"  # bilateral: both at once
    ALTERNATING = "alternating"  # left, right, left, ... within one window
    EACH = "each"  # unilateral: a full window per side


class Mode(StrEnum):
    """How the exercise fills its time."""

    REPS = "reps"
    CYCLIC = "cyclic"
    HOLD = "hold"


class Impact(StrEnum):
    """Peak ground reaction: feet on the floor, one foot always down, or a flight phase."""

    NONE = "none"
    LOW = "low"
    HIGH = "high"


class LoadTag(StrEnum):
    """What an exercise asks of a body that some people would rather spare."""

    IMPACT = "impact"
    KNEE = "knee"
    KNEELING = "kneeling"
    WRIST = "wrist"
    PLANK = "plank"
    SHOULDER = "shoulder"
    OVERHEAD = "overhead"
    NECK = "neck"
    PRONE = "prone"
    SPINE_FLEXION = "spine_flexion"
    SPINE_EXTENSION = "spine_extension"
    SPINE_ROTATION = "spine_rotation"
    LOADED_FLEXION = "loaded_flexion"
    LOADED_ROTATION = "loaded_rotation"
    HEAD_BELOW_HEART = "head_below_heart"
    BALANCE = "balance"
    BALL = "ball"
    ISOMETRIC = "isometric"


class CueKind(StrEnum):
    """What an instruction is for."""

    SETUP = "setup"
    DO = "do"
    BREATHE = "breathe"
    SAFETY = "safety"
    EASIER = "easier"
    HARDER = "harder"


class Cue(Struct, frozen=True, forbid_unknown_fields=True):
    """One instruction. A spoken cue has at most ten words; `short` is its distance-mode form, at most six."""

    kind: CueKind
    text: str
    short: str = ""
    spoken: bool = True


class Met(Struct, frozen=True, forbid_unknown_fields=True):
    """Metabolic equivalent of task: a code of the 2024 Adult Compendium and its value (1 MET = rest)."""

    code: str
    value: float


class EquipmentKind(StrEnum):
    """Whether a need is a thing one owns or a place one stands in."""

    ITEM = "item"
    SPACE = "space"


class Equipment(Struct, frozen=True, forbid_unknown_fields=True):
    """A thing or a place an exercise may need, as the catalogue lists it."""

    id: str
    name: str  # one of it: "dumbbell"
    plural: str  # "dumbbells"
    icon: str  # name of a drawing in resources/icons
    kind: EquipmentKind = EquipmentKind.ITEM
    household: bool = False  # a bottle, a can, a towel: nobody is asked whether they own one


class Substitute(Struct, frozen=True, forbid_unknown_fields=True):
    """Other equipment that serves, or none at all (`item` empty), and how it is used."""

    item: str
    how: str  # "a dumbbell held in both hands"


class Need(Struct, frozen=True, forbid_unknown_fields=True):
    """Equipment an exercise wants: the item, how many, what else serves."""

    item: str
    count: int = 1
    why: str = ""  # "to brace your feet"
    optional: bool = False
    substitutes: tuple[Substitute, ...] = ()


class Tempo(Struct, frozen=True, forbid_unknown_fields=True):
    """Seconds of each part of one repetition; a cyclic exercise has only `cycle`, a hold only `hold`."""

    concentric: float = 0.0
    hold: float = 0.0
    eccentric: float = 0.0
    pause: float = 0.0
    cycle: float = 0.0

    @property
    def seconds(self) -> float:
        """Length of one repetition or cycle in seconds."""
        return self.cycle or self.concentric + self.hold + self.eccentric + self.pause


class Variant(Struct, frozen=True, forbid_unknown_fields=True, rename={"needs": "need"}):
    """A form of an exercise. `level` below 0 is easier, above 0 harder, 0 the same effort done otherwise."""

    id: str
    level: int
    name: str  # completes the exercise's name: "one arm"
    change: str  # what differs, one sentence
    cue: str  # the same to be spoken, at most ten words
    needs: tuple[Need, ...] | None = None  # None: as the exercise
    met: Met | None = None
    sides: Sides | None = None
    tempo: Tempo | None = None
    move: str = ""
    load_tags: tuple[LoadTag, ...] | None = None  # None: as the exercise


class Exercise(Struct, frozen=True, forbid_unknown_fields=True, rename={"needs": "need", "variants": "variant"}):
    """One exercise, as its file under resources/exercises says it; `[[need]]` and `[[variant]]` are tables there."""

    format: int
    id: str
    name: str
    group: str  # back, core, upper, lower, cardio, warm-up, stretch
    posture: Posture
    sides: Sides
    mode: Mode
    tempo: Tempo
    difficulty: int  # 1 easiest .. 5 hardest, our rating
    impact: Impact
    primary: tuple[str, ...]  # muscles, prime movers first
    works: str  # the same for everybody: "the upper back and rear shoulders"
    met: Met
    cues: tuple[Cue, ...]
    synonyms: tuple[str, ...] = ()
    secondary: tuple[str, ...] = ()
    needs: tuple[Need, ...] = ()
    variants: tuple[Variant, ...] = ()
    load_tags: tuple[LoadTag, ...] = ()
    move: str = ""  # id of its animation; empty until it has one
    link: str = ""  # the address of a page about it, opened only when asked for
    media: str = ""  # a picture or clip beside its file (once read: its path), shown in place of the figure

    def cues_of(self, kind: CueKind) -> tuple[Cue, ...]:
        """The cues of one kind, in the order of the file."""
        return tuple(cue for cue in self.cues if cue.kind is kind)

    def loads_of(self, variant_id: str) -> tuple[LoadTag, ...]:
        """What the form of that id asks of the body ("" as written)."""
        variant = self.variant(variant_id)
        return self.load_tags if variant is None or variant.load_tags is None else variant.load_tags

    def variant(self, variant_id: str) -> Variant | None:
        """The variant of that id, None for the exercise as written."""
        return next((v for v in self.variants if v.id == variant_id), None)
