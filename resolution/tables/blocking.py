"""Records in, candidate pairs out: records that share a key of a rule, each pair once.

Where a model has a budget and blocks bring more, pairs that the model would hardly take for one are
left out first, then the largest blocks: what many records share says least. A part of the budget
stays for pairs that only their neighbours tell (`closing`).
"""

from collections.abc import Sequence

from resolution.tables.blocks import blocks_of
from resolution.tables.candidates import (
    Candidates,
    all_candidates,
    candidates_within,
    in_reach,
)
from resolution.tables.closing import SHARE
from resolution.tables.comparison import Comparison
from resolution.tables.contradictions import contradictions
from resolution.tables.keys import Integers
from resolution.tables.model import Rule, TableModel
from resolution.tables.records import Records
from resolution.tables.variables import Variable


def candidate_pairs(
    records: Records, variables: Sequence[Variable], rules: Sequence[Rule]
) -> tuple[Integers, Integers]:
    """Return left and right record numbers of every candidate pair, in order."""
    blocks = blocks_of(records, variables, rules)
    return all_candidates(blocks, len(records), records.second_begins).all()


def find_candidates(
    records: Records, variables: Sequence[Variable], model: TableModel, comparison: Comparison
) -> Candidates:
    """Return the candidate pairs of a model within its budget, to be had in batches."""
    blocks = blocks_of(records, variables, model.rules)
    size, second_begins = len(records), records.second_begins
    if model.pairs_per_record is None:
        return all_candidates(blocks, size, second_begins)
    most_pairs = (1.0 - SHARE) * model.pairs_per_record * size
    reached = in_reach(blocks, size, second_begins, most_pairs)
    if reached.kept == len(blocks):
        everything = all_candidates(blocks, size, second_begins)
        if everything.count <= most_pairs:
            return everything
    codes = contradictions(records, variables, model, comparison, reached)
    return candidates_within(reached, codes, most_pairs)
