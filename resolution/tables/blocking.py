"""Records in, candidate pairs out: records that share a key of a rule, each pair once."""

from collections.abc import Sequence

from resolution.tables.blocks import blocks_of
from resolution.tables.candidates import Candidates, candidates
from resolution.tables.keys import Integers
from resolution.tables.model import Rule
from resolution.tables.records import Records
from resolution.tables.variables import Variable


def candidate_pairs(
    records: Records,
    variables: Sequence[Variable],
    rules: Sequence[Rule],
    pairs_per_record: float | None = None,
) -> tuple[Integers, Integers]:
    """Return left and right record numbers of every candidate pair, in order."""
    return find_candidates(records, variables, rules, pairs_per_record).all()


def find_candidates(
    records: Records,
    variables: Sequence[Variable],
    rules: Sequence[Rule],
    pairs_per_record: float | None,
) -> Candidates:
    """Return the candidate pairs, which can be had in batches, within a budget."""
    blocks = blocks_of(records, variables, rules)
    return candidates(blocks, len(records), records.second_begins, pairs_per_record)
