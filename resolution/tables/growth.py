"""A model on a table of another size than the one it was learned on.

Among more records there are more namesakes for the same evidence: of two records drawn at random
fewer are one, so that the same log-odds prove less. The bias falls by the logarithm of how many
times larger the table is; not by all of it, since words and values that are rare there prove more,
and say so in their features (docs/decisions/009). In a smaller table it rises as much. Keys of a
larger table are shared by more records, so rules allow as many more, while the budget of pairs
falls to what large tables need. Without a budget a model stays as it is.
"""

from dataclasses import replace

import numpy as np

from resolution.tables.model import Rule, TableModel

_PRIOR = 0.8
"""The share of the logarithm of growth by which log-odds fall."""
_PAIRS = 3_000_000
_FEWEST_PAIRS_PER_RECORD = 20.0
"""A large table's budget: so many pairs in all, or for each record what is more."""
_MOST_RECORDS = 100
"""What a rule may grow to allow; more records make more pairs than a budget has room for."""


def grown(model: TableModel, records: int) -> TableModel:
    """Return the model as it decides on a table of so many records."""
    learned_on = model.trained_on.get("records")
    if model.pairs_per_record is None or not isinstance(learned_on, int):
        return model
    growth = max(records, 1) / max(learned_on, 1)
    lowered = replace(model, bias=model.bias - _PRIOR * float(np.log(growth)))
    if growth <= 1.0:
        return lowered
    budget = max(_FEWEST_PAIRS_PER_RECORD, _PAIRS / records)
    return replace(
        lowered,
        rules=tuple(_grown(rule, growth) for rule in model.rules),
        pairs_per_record=min(model.pairs_per_record, budget),
    )


def _grown(rule: Rule, growth: float) -> Rule:
    if rule.most_records is None or rule.most_records >= _MOST_RECORDS:
        return rule
    return replace(rule, most_records=min(_MOST_RECORDS, int(rule.most_records * growth)))
