"""A score taken apart: two mentions in, every feature with what it adds to the log-odds out.

What stands before anything is compared is a feature too, so that the weights of all features make
the log-odds. Only what a run computes is used, so that the explanation is the decision.
"""

from collections.abc import Iterator, Mapping
from datetime import date

import numpy as np

from actors.records import DocumentId, Mention
from resolution.comparison import FEATURES, compare
from resolution.explanation.keys import KeyRecords, keys_by_rule
from resolution.explanation.statements import (
    BestNames,
    Sides,
    best_names,
    field_of,
    stated_for,
    statements,
)
from resolution.explanation.values import PRIOR, Explanation, FeatureContribution
from resolution.explanation.wording import feature_meaning, told
from resolution.model import Feature, Model
from resolution.odds import probabilities
from resolution.scoring import Floats, log_odds
from resolution.table import mention_table

_NOTHING_STATED: Sides = (None, None)
_OF_WORDS = {"name_evidence": "", "name_common": ", which proves little"}
"""Features of the words that two names share, and what is added to telling them."""


def explain(
    left: Mention,
    right: Mention,
    model: Model,
    published_on: Mapping[DocumentId, date | None] | None = None,
    key_records: KeyRecords | None = None,
) -> Explanation:
    """Compare two mentions as a run does and say what counted.

    `key_records` tells how many records have the keys the two share, where somebody counted them.
    """
    table = mention_table([left, right], published_on or {})
    values = compare(table, np.array([0]), np.array([1]), model.words)
    odds = log_odds(values, model)
    score = float(probabilities(odds)[0])
    [names] = best_names((left, right), table, [(0, 1)], model.words)
    stated = statements(left, right, table, names)
    features = (
        FeatureContribution(PRIOR, None, None, None, model.bias, feature_meaning(PRIOR)),
        *(
            FeatureContribution(
                name=name,
                left=sides[0],
                right=sides[1],
                similarity=similarity,
                weight=weight,
                meaning=_meaning(name, sides, similarity, names, model),
            )
            for name, sides, similarity, weight in _contributions(values[0], stated, model)
        ),
    )
    blocking = keys_by_rule(table, model, key_records or {})
    silent = sorted(
        {
            field_of(one.name) or one.name
            for one in features
            if one.similarity is None and one.name != PRIOR
        }
    )
    return Explanation(
        score=score,
        log_odds=float(odds[0]),
        features=features,
        rules=tuple(one.rule for one in blocking if one.brings_together),
        blocking=blocking,
        text=told(score, features, silent, blocking),
    )


def _contributions(
    values: Floats, stated: Mapping[str, Sides], model: Model
) -> Iterator[tuple[str, Sides, float | None, float]]:
    """Yield what counted, and one entry for each field in which nothing did.

    Where a side leaves a field out, nothing can be alike; where both state it, nothing was found.
    """
    spoken = {field_of(one.name) for one in model.features if _counts(values, one)}
    for feature in model.features:
        field = field_of(feature.name)
        if _counts(values, feature):
            value = float(values[FEATURES.index(feature.name)])
            sides = stated.get(stated_for(feature.name) or "", _NOTHING_STATED)
            yield feature.name, sides, value, value * feature.weight
            continue
        sides = stated.get(field or "", _NOTHING_STATED)
        if any(sides) and field not in spoken:
            spoken.add(field)
            yield feature.name, sides, 0.0 if all(sides) else None, 0.0


def _meaning(
    name: str, sides: Sides, similarity: float | None, names: BestNames, model: Model
) -> str:
    if similarity is None:
        return f"only one side states {field_of(name)}"
    if similarity == 0.0:
        agree = "agree, which weighs nothing" if sides[0] == sides[1] else "settle nothing"
        return f"the {field_of(name)} {agree}"
    if name in _OF_WORDS:
        return names.shared_words(model.words) + _OF_WORDS[name]
    return feature_meaning(name)


def _counts(values: Floats, feature: Feature) -> bool:
    return bool(values[FEATURES.index(feature.name)] != 0.0 and feature.weight != 0.0)
