"""Blocking rules from judged pairs: what dedupe's cover chooses, widened for recall.

dedupe looks for the cheapest few predicates, alone or in conjunction, that cover the judged
matches; with few labels it keeps two or three, and what they miss is never compared. Comparisons
are cheap here, so every other rule that finds matches at a bearable cost is added.
"""

import random
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

import numpy as np
from dedupe.labeler import DedupeBlockLearner
from dedupe.predicates import Predicate

from resolution.blocking import KEYS
from resolution.learning.variables import KeyPredicate, Record
from resolution.model import BlockingRule

# At most this many pairs compared for one judged match that a rule finds.
_PAIRS_PER_MATCH = 25
# Keys on whole values are shared by namesakes only; words and dates by strangers too.
_MOST_RECORDS = {"name": 100, "joined": 100, "korean": 100, "identifier": 60, "token_pair": 40,
                 "skeletons": 40, "acronym": 40}  # fmt: skip
_MOST_RECORDS_OTHERWISE = 20
_MOST_RECORDS_OF_CONJUNCTIONS = 40


def learn_rules(
    predicates: Sequence[Predicate],
    records: Mapping[int, Record],
    matches: Sequence[tuple[Record, Record]],
    seed: int,
) -> tuple[BlockingRule, ...]:
    """Return the rules that dedupe learned, then those added for recall."""
    with _seeded(seed):
        learner = DedupeBlockLearner(predicates, records, list(matches))
        chosen = learner.learn_predicates(list(matches), recall=1.0, index_predicates=False)
    learned = sorted({_functions(predicate) for predicate in chosen}, key=_by_place)
    added = sorted(_affordable(learner, matches) - set(learned), key=_by_place)
    return tuple(
        BlockingRule(functions, _most_records(functions), is_learned=functions in learned)
        for functions in (*learned, *added)
    )


def _affordable(
    learner: DedupeBlockLearner, matches: Sequence[tuple[Record, Record]]
) -> set[tuple[str, ...]]:
    """Return the simple rules that find a match among few enough pairs."""
    found = learner.block_learner.cover(list(matches), index_predicates=False)
    compared = learner.block_learner.comparison_cover
    return {
        _functions(predicate)
        for predicate, covered in found.items()
        if predicate in compared and len(compared[predicate]) <= _PAIRS_PER_MATCH * len(covered)
    }


def _functions(predicate: Predicate) -> tuple[str, ...]:
    parts = [part for part in predicate if isinstance(part, KeyPredicate)]
    return tuple(sorted({part.function for part in parts}, key=list(KEYS).index))


def _by_place(functions: tuple[str, ...]) -> tuple[int, list[int]]:
    order = list(KEYS)
    return len(functions), [order.index(function) for function in functions]


def _most_records(functions: tuple[str, ...]) -> int:
    if len(functions) > 1:
        return _MOST_RECORDS_OF_CONJUNCTIONS
    return _MOST_RECORDS.get(functions[0], _MOST_RECORDS_OTHERWISE)


@contextmanager
def _seeded(seed: int) -> Iterator[None]:
    """Seed what dedupe draws from, and give it back as it was."""
    state, numpy_state = random.getstate(), np.random.get_state()  # noqa: NPY002  # dedupe uses it
    random.seed(seed)
    np.random.seed(seed)  # noqa: NPY002
    try:
        yield
    finally:
        random.setstate(state)
        np.random.set_state(numpy_state)  # noqa: NPY002
