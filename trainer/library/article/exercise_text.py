"""An exercise of one's own as the text of its file, in the form resources/README.md shows."""

import json
from collections.abc import Sequence

from trainer.core.exercise import Cue, Exercise, Need
from trainer.language import tr
from trainer.library.article.draft import DraftStep
from trainer.library.article.words import shortened


def exercise_text(exercise: Exercise, step: DraftStep, source: str) -> str:
    """The file of an exercise that was made of a page's paragraph."""
    tempo = ", ".join(
        f"{part} = {getattr(exercise.tempo, part):g}"
        for part in ("concentric", "hold", "eccentric", "pause", "cycle")
        if getattr(exercise.tempo, part)
    )
    lines = [
        _comment(tr("An exercise of your own, read from {source}.").format(source=source)),
        _comment(tr("Name and cues are the page's. All else is inferred, since the page doesn't say it.")),
        *(_comment(f"{line.kind.value}: {line.text}") for line in step.lines),
        "format = 1",
        f"id = {_text(exercise.id)}",
        f"name = {_text(exercise.name)}",
        f"group = {_text(exercise.group)}",
        f"posture = {_text(exercise.posture.value)}",
        f"sides = {_text(exercise.sides.value)}",
        f"mode = {_text(exercise.mode.value)}",
        f"tempo = {{ {tempo} }}",
        f"difficulty = {exercise.difficulty}",
        f"impact = {_text(exercise.impact.value)}",
        "primary = []",
        'works = ""',
        f"met = {{ code = {_text(exercise.met.code)}, value = {exercise.met.value} }}",
        f"cues = [{_cues(exercise.cues)}]",
        *_needs(exercise.needs),
    ]
    return "\n".join(lines) + "\n"


def _cues(cues: Sequence[Cue]) -> str:
    if not cues:
        return ""
    rows = (
        f"    {{ kind = {_text(cue.kind.value)}, text = {_text(cue.text)}{'' if cue.spoken else ', spoken = false'} }},"
        for cue in cues
    )
    return "\n" + "\n".join(rows) + "\n"


def _needs(needs: Sequence[Need]) -> list[str]:
    lines = []
    for need in needs:
        lines += ["", "[[need]]", f"item = {_text(need.item)}", f"count = {need.count}"]
        if need.optional:
            lines.append("optional = true")
        if need.substitutes:
            others = ", ".join(f"{{ item = {_text(one.item)}, how = {_text(one.how)} }}" for one in need.substitutes)
            lines.append(f"substitutes = [{others}]")
    return lines


def _text(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _comment(text: str) -> str:
    return "# " + "".join(char for char in shortened(text, 400) if char.isprintable())
