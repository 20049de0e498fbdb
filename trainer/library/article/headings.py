"""What a heading or a label announces: a warm-up, the equipment, other readers' comments."""

import re
from enum import StrEnum

from trainer.library.article.words import plain

_I = re.IGNORECASE


class SectionKind(StrEnum):
    """What stands below a heading."""

    MAIN = "main"
    WARM_UP = "warm-up"
    STRETCH = "stretch"
    EQUIPMENT = "equipment"
    TALK = "talk"  # why, benefits, mistakes: about the workout, not of it
    NOISE = "noise"  # not the article's


_KINDS = (
    (
        SectionKind.NOISE,
        (
            r"^(?:\d+\s+)?(?:comments?|replies|responses|discussion)\b(?:\s*\(?\d*\)?)?$|^leave a (?:comment"
            r"|reply)|^related\b"
            r"|^(?:you (?:may|might)(?: also)?|people also|readers also|recommended|more from"
            r"|more like|read (?:next|more|also)"
            r"|up next|trending|popular|most read|latest|recent (?:posts|articles)|share (?:this"
            r"|on)|follow us|about (?:the )?"
            r"(?:author|us|me)|author|newsletter|subscribe|sign up|join (?:our|the)|advertis|sponsored"
            r"|references|sources"
            r"|bibliography|disclaimer|privacy|cookie|tags?$|categories|archives|shop\b|our products"
            r"|contact|post navigation|menu$"
            r"|navigation$|join the conversation|more workouts|other workouts|similar)"
        ),
    ),
    (SectionKind.WARM_UP, r"^(?:\w+[ -]){0,3}?(?:the )?warm(?:ing)?[ -]?up\b|^mobili[sz]ation$|^prepare\b"),
    (
        SectionKind.STRETCH,
        (
            r"^(?:\w+[ -]){0,3}?cool(?:ing)?[ -]?down\b|^(?:the |final |finishing |post-workout "
            r"|after |closing )*stretch(?:es|ing)?(?: (?:it )?out)?$"
            r"|^(?:stretch|cool) (?:afterwards?|after|to finish)|^finish with a stretch"
        ),
    ),
    (
        SectionKind.EQUIPMENT,
        (
            r"^(?:\w+ )?(?:equipment|kit|gear)(?:\s+(?:needed|required|list|you need))?$|^what (?:do )?you"
            r"(?:'ll| will)? need\b"
            r"|^you(?:'ll| will)? need\b|^things you need|^before you start: equipment"
        ),
    ),
    (
        SectionKind.TALK,
        (
            r"^(?:why|benefits?|how often|how (?:it|this) works|common (?:mistakes|errors)|faqs?\b"
            r"|frequently|muscles|what (?:is|are)"
            r"|who (?:is|should)|tips|nutrition|results|the science|safety|precautions|notes?$"
            r"|introduction|overview|about this|"
            r"summary|conclusion|the bottom line|final thoughts|ingredients|directions|method"
            r"|frequently|progression|weekly)"
        ),
    ),
)
_KIND_PATTERNS = tuple((kind, re.compile(pattern, _I)) for kind, pattern in _KINDS)

_NOISE_LINE = re.compile(
    r"^(?:advertisement|ad$|sponsored|share(?: this)?:?$|tweet|pin it|save$|print$|read more"
    r"|read (?:also|next)\b|see also|related:"
    r"|click here|sign up|subscribe|log ?in|sign in|accept (?:all|cookies)|we use cookies"
    r"|this (?:site|website) uses cookies|by"
    r" continuing to|posted (?:by|on|in)|written by|by [A-Z][a-z]+ [A-Z][a-z]+$|published"
    r"|updated|last updated|photo(?:graph)?(?: by|:)"
    r"|image(?: by|:)|credit:|getty|copyright|©|all rights reserved|skip to|back to top"
    r"|follow us|download (?:our|the) app|shop now"
    r"|buy now|add to cart|home\s*[>»/|]|\d+ (?:comments?|shares|likes|min(?:ute)?s? read)$"
    r"|reply$|as an amazon|affiliate)",
    _I,
)
LABELS = re.compile(
    r"^(?:how(?: to)?(?: do it| perform(?: it)?)?|instructions?|directions?|technique"
    r"|form(?: tips?| cues?)?|execution|movement|action|the move"
    r"|set[ -]?up|start(?:ing)?(?: position)?|position|begin|do|steps?(?: \d+)?|step-by-step"
    r"|breath(?:e|ing)|tips?|top tip|pro tip|coach'?s tip|trainer tip|note|notes"
    r"|caution|warning|safety|important|watch (?:out|for)|avoid|common mistakes?|mistakes?|remember|careful"
    r"|easier(?: option| version| variation)?|(?:to )?make it easier|easy|beginners?"
    r"|regress(?:ion)?|modif(?:y|ication|ications|ied)|low[ -]impact option|easier:?"
    r"|harder(?: option| version| variation)?|(?:to )?make it harder|hard|advanced|progress(?:ion)?"
    r"|challenge|level up|intermediate"
    r"|(?:no (?:dumbbells?|ball|weights?|equipment|kit|chair|mat|bands?)\?*)|substitutes?"
    r"|substitution|alternatives?|swap|variations?|options?|instead"
    r"|sets?|reps?|repetitions?|rounds?|time|duration|length|total(?: time)?|rest|hold|tempo|work|frequency|often"
    r"|equipment(?: needed)?|you(?:'ll| will)? need|what you(?:'ll| will)? need|kit|gear|needed|needs|props?"
    r"|targets?|target(?:ed)? (?:muscles?|areas?)|muscles?(?: worked| used| targeted)?"
    r"|works|focus|body part|areas?|good for|benefits?|why(?: it works)?|purpose"
    r"|(?:\w+ ){1,2}(?:length|time|duration|calories|equipment|level|focus|kit|intensity|needed|minutes)"
    r"|type|level|difficulty|intensity|style|calories(?: burned)?|burns?|energy|training type|workout type|goal|format"
    r"|warm(?:ing)?[ -]?up|cool[ -]?down|stretch(?:ing)?|workout|the workout|circuit"
    r"|main(?: set| circuit| workout)?|finisher|exercises?|moves?|the moves|routine|tl;dr"
    r"|first|second|third|next|then|finally|last|left|right|and|but|or|so|also|day \d+"
    r"|week \d+|part \d+|source|image|photo|credit|author|date|tags?|faq"
    r"|home|about|contact|privacy|terms|question|answer|q|a|update|ingredients?|method"
    r"|serves|prep(?: time)?|cook(?: time)?)\s*[:.?!]*$",
    _I,
)
_CIRCUIT = re.compile(
    r"\b(?:circuit|rounds?|whole (?:thing|sequence|set|list|routine|workout)|all (?:\w+ )?(?:exercises"
    r"|moves)|(?:the|this|entire) (?:sequence|list|routine|workout)"
    r"|back to back|one after (?:the other|another)|each (?:exercise|move)|every (?:exercise"
    r"|move)|between (?:exercises|moves|sets|rounds|circuits))\b",
    _I,
)


def section_kind(heading: str) -> SectionKind:
    """What a heading announces; MAIN where it says nothing of the kind."""
    said = plain(heading).strip(" :.!-*#")
    return next((kind for kind, pattern in _KIND_PATTERNS if pattern.search(said)), SectionKind.MAIN)


def is_noise(text: str) -> bool:
    """Whether a line belongs to the page around the article: share buttons, bylines, cookies."""
    return len(text) < 200 and _NOISE_LINE.search(plain(text).strip(" :*-")) is not None


def is_label(words: str) -> bool:
    """Whether words before a dash or colon announce something else than an exercise."""
    return LABELS.match(plain(words).strip()) is not None


def is_of_the_circuit(sentence: str) -> bool:
    """Whether a sentence speaks of the workout as a whole rather than of one exercise."""
    return _CIRCUIT.search(plain(sentence)) is not None
