"""Pairs of mentions that meet in a block, each once, with the rules under which they meet.

Flows in: blocks, and whose pairs are wanted. Flows out: columns of numbers. Two texts meet only by
a whole name; what spelling hides between them, the lists' spellings bridge. Meetings are laid out a
slice at a time: a name in ten thousand texts has fifty million.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from resolution.blocking.blocks import Blocks, Integers, Mask, counted

_MOST_MEETINGS = 4_000_000
_NONE = np.empty(0, dtype=np.int64)


@dataclass(frozen=True, slots=True)
class Meetings:
    """Distinct pairs, the smaller position left, in their order."""

    left: Integers
    right: Integers
    is_new: Mask
    """Which were no candidates before the change."""
    rules: Integers
    """The numbers of the pairs' rules, pair after pair, ascending."""
    offsets: Integers
    """Where in `rules` each pair's begin, and where the last's end."""


def meetings(blocks: Blocks, is_changed: Mask, is_other: Mask, whole_names: Mask) -> Meetings:
    """Return the pairs that touch a changed mention or join two others.

    `whole_names` tells of each rule whether its keys are whole names.
    """
    size, rules = len(is_changed), len(whole_names)
    near = blocks.rows_of(_has_meetings(blocks, is_changed, is_other))
    found: list[Integers] = []
    for one, other in _laid_out(near, whole_names):
        first, second = near.positions[one], near.positions[other]
        is_wanted = is_changed[first] | is_changed[second] | (is_other[first] & is_other[second])
        first, second, block = first[is_wanted], second[is_wanted], near.block[one[is_wanted]]
        pair = np.minimum(first, second) * size + np.maximum(first, second)
        found.append(np.unique((pair * rules + near.rules[block]) * 2 + near.was_crowded[block]))
    codes = found[0] if len(found) == 1 else np.unique(np.concatenate([_NONE, *found]))
    return _gathered(codes, is_changed, rules)


def _has_meetings(blocks: Blocks, is_changed: Mask, is_other: Mask) -> Mask:
    number = len(blocks.rules)
    changed = counted(blocks.block, is_changed[blocks.positions], number)
    others = counted(blocks.block, is_other[blocks.positions], number)
    everyone = counted(blocks.block, np.ones(len(blocks.block), dtype=bool), number)
    return ~blocks.is_crowded & (everyone > 1) & ((changed > 0) | (others > 1))


def _laid_out(blocks: Blocks, whole_names: Mask) -> Iterator[tuple[Integers, Integers]]:
    """Yield the rows that meet: each with all that follow in its block, a slice at a time."""
    row = np.arange(len(blocks.block))
    ends = np.searchsorted(blocks.block, blocks.block, side="right")
    meets = ~blocks.is_text | whole_names[blocks.rules[blocks.block]]
    following = np.where(meets, ends - row - 1, 0)
    slices = np.cumsum(following) // _MOST_MEETINGS
    for begin, end in zip(*_runs(slices), strict=True):
        counts = following[begin:end]
        one = np.repeat(row[begin:end], counts)
        within = np.arange(len(one)) - np.repeat(np.cumsum(counts) - counts, counts)
        yield one, one + 1 + within


def _gathered(codes: Integers, is_changed: Mask, rules: int) -> Meetings:
    """Take sorted codes apart: by pair, then by rule, then by whether the block was crowded."""
    meeting = codes // 2
    by_rule = np.diff(meeting, prepend=-1) != 0
    pair = meeting // rules
    begins, _ = _runs(pair)
    were_candidates = np.logical_or.reduceat(codes % 2 == 0, begins) if len(codes) else begins > 0
    left, right = np.divmod(pair[begins], len(is_changed))
    rules_before = np.concatenate([[0], np.cumsum(by_rule)])
    return Meetings(
        left,
        right,
        is_changed[left] | is_changed[right] | ~were_candidates,
        (meeting % rules)[by_rule],
        np.concatenate([rules_before[begins], rules_before[-1:]]),
    )


def _runs(sorted_values: Integers) -> tuple[Integers, Integers]:
    """Return where equal values begin and end."""
    begins = np.flatnonzero(np.diff(sorted_values, prepend=-1))
    return begins, np.append(begins[1:], len(sorted_values))[: len(begins)]
