"""A routine file's text in pieces, one for each table, and which of them a changed routine goes on using."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from msgspec import Struct

from trainer.core.routine import Block, Routine, Step
from trainer.library.toml_places import find_place

StepKey = tuple[int, int]  # index of the block, of the step in it
_Part = TypeVar("_Part")
_Alike = Callable[[int, _Part, int, _Part], bool]  # place and part now, place and part before


class Piece(Struct, frozen=True):
    """A part of the text, and its number among the parts; None: it is new."""

    text: str
    number: int | None = None


class Pieces(Struct, frozen=True):
    """Consecutive parts of the text, each with the comment lines right above its header."""

    root: Piece
    claim: Piece | None
    claim_is_last: bool  # it stands behind the blocks
    blocks: tuple[Piece, ...]
    steps: dict[StepKey, Piece]
    tail: str  # comments after everything, set off by an empty line


def taken_apart(text: str, routine: Routine) -> Pieces | None:
    """The text of a file that says `routine`, in pieces; None where it isn't written as tables in brackets."""
    keys: list[tuple[str | int, ...]] = [] if routine.claim is None else [("claim",)]
    for b, block in enumerate(routine.blocks):
        keys.append(("block", b))
        keys += (("block", b, "step", s) for s in range(len(block.steps)))
    starts: list[int] = []
    for key in keys:
        place = find_place(text, key)
        if place is None or text[place.key[0]] != "[" or place.key != place.value:
            return None
        starts.append(_with_comments(text, place.key[0]))
    if not starts:
        return None
    order = sorted(range(len(keys)), key=starts.__getitem__)
    tail_at = _tail(text)
    cut: dict[tuple[str | int, ...], Piece] = {}
    for number, n in enumerate(order):
        end = starts[order[number + 1]] if number + 1 < len(order) else tail_at
        cut[keys[n]] = Piece(text[starts[n] : end], number + 1)
    root = Piece(text[: starts[order[0]]], 0)
    claim = cut.get(("claim",))
    blocks = tuple(cut["block", b] for b in range(len(routine.blocks)))
    steps = {(b, s): cut["block", b, "step", s] for b, one in enumerate(routine.blocks) for s in range(len(one.steps))}
    return Pieces(root, claim, claim is not None and claim.number != 1, blocks, steps, text[tail_at:])


def matched_blocks(before: Routine, now: Routine) -> list[int | None]:
    """Of each block now, the block before that it was: by name, else by its steps, else by its place."""
    found: list[int | None] = [None] * len(now.blocks)
    free = set(range(len(before.blocks)))

    def take(alike: "_Alike[Block]") -> None:
        for n, block in enumerate(now.blocks):
            if found[n] is None:
                found[n] = next((o for o in sorted(free) if alike(n, block, o, before.blocks[o])), None)
                free.discard(found[n] if found[n] is not None else -1)

    take(lambda _n, block, _o, old: block.name == old.name)
    take(lambda _n, block, _o, old: block.kind is old.kind and block.steps == old.steps)
    take(lambda n, block, o, old: n == o and block.kind is old.kind)
    return found


def matched_steps(before: Routine, now: Routine, block_of: Sequence[int | None]) -> list[list[StepKey | None]]:
    """Of each step now, the step before that it was.

    In turn: the same at its place, the same in its block, the same anywhere, of the same exercise in its block, of the
    same exercise anywhere, and at last whatever stood at its place.
    """
    found: list[list[StepKey | None]] = [[None] * len(block.steps) for block in now.blocks]
    free = {(b, s): step for b, block in enumerate(before.blocks) for s, step in enumerate(block.steps)}

    def take(alike: "_Alike[Step]", *, in_block: bool, in_place: bool = False) -> None:
        for b, block in enumerate(now.blocks):
            for s, step in enumerate(block.steps):
                if found[b][s] is not None:
                    continue
                for key, old in sorted(free.items(), key=lambda item: item[0]):
                    if in_block and key[0] != block_of[b]:
                        continue
                    if in_place and key[1] != s:
                        continue
                    if alike(s, step, key[1], old):
                        found[b][s] = key
                        del free[key]
                        break

    def same(_s: int, step: Step, _o: int, old: Step) -> bool:
        return step == old

    def same_exercise(_s: int, step: Step, _o: int, old: Step) -> bool:
        return step.exercise == old.exercise

    take(same, in_block=True, in_place=True)
    take(same, in_block=True)
    take(same, in_block=False)
    take(same_exercise, in_block=True)
    take(same_exercise, in_block=False)
    take(lambda _s, _step, _o, _old: True, in_block=True, in_place=True)
    return found


def _with_comments(text: str, start: int) -> int:
    """Where the comment lines begin that stand right above the line at `start`."""
    start = text.rfind("\n", 0, start) + 1
    while start > 0:
        line_start = text.rfind("\n", 0, start - 1) + 1
        if not text[line_start:start].lstrip(" \t").startswith("#"):
            break
        start = line_start
    return start


def _tail(text: str) -> int:
    """Where comments begin that end the text after an empty line; its end where there are none."""
    lines = text.splitlines(keepends=True)
    first = len(lines)
    while first > 0 and (not lines[first - 1].strip() or lines[first - 1].lstrip().startswith("#")):
        first -= 1
    while first < len(lines) and lines[first].strip():
        first += 1  # comments without an empty line before them belong to the last step
    has_comment = any(line.lstrip().startswith("#") for line in lines[first:])
    return sum(map(len, lines[:first])) if has_comment else len(text)
