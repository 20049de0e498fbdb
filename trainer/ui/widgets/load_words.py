"""What an exercise asks of the body, in the person's language."""

from trainer.core.exercise import LoadTag
from trainer.language import tr


def load_words(tag: LoadTag) -> str:
    """A few words for a load tag, with a small first letter."""
    return {
        LoadTag.IMPACT: tr("jumps and hops"),
        LoadTag.KNEE: tr("deep knee bends"),
        LoadTag.KNEELING: tr("kneeling"),
        LoadTag.WRIST: tr("weight on the wrists"),
        LoadTag.PLANK: tr("planks"),
        LoadTag.SHOULDER: tr("weight on the shoulders"),
        LoadTag.OVERHEAD: tr("arms overhead"),
        LoadTag.NECK: tr("stretching the neck"),
        LoadTag.PRONE: tr("lying face down"),
        LoadTag.SPINE_FLEXION: tr("rounding the back"),
        LoadTag.SPINE_EXTENSION: tr("arching the back"),
        LoadTag.SPINE_ROTATION: tr("twisting"),
        LoadTag.LOADED_FLEXION: tr("leaning forward under load"),
        LoadTag.LOADED_ROTATION: tr("twisting with a weight"),
        LoadTag.HEAD_BELOW_HEART: tr("head below the heart"),
        LoadTag.BALANCE: tr("balancing"),
        LoadTag.BALL: tr("lying on the ball"),
        LoadTag.ISOMETRIC: tr("long holds"),
    }[tag]
