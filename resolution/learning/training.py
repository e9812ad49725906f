"""Judged pairs in, a model out: dedupe learns blocking rules and weights, we write them down.

The same judged pairs, mentions and libraries give the same model, byte for byte. Pairs that a veto
decides teach no weights: the veto would otherwise make agreeing names look like a bad sign.
"""

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import version

import dedupe
import numpy as np

from actors.errors import LabelsError
from actors.records import Mention, Verdict
from resolution.blocking import FIELDS
from resolution.comparison import AGAINST, DECIDED, FEATURES
from resolution.comparison.births import FINDINGS as BIRTHS
from resolution.comparison.context import FINDINGS as CONTEXT
from resolution.comparison.features import NAMES
from resolution.comparison.numbers import FINDINGS as NUMBERS
from resolution.evaluation.judgements import JudgedPair, positions
from resolution.learning.rules import learn_rules
from resolution.learning.variables import FieldVariable, Material, Record
from resolution.learning.weights import (
    Labels,
    choose_thresholds,
    classifier_for,
    components_of,
    folds_of,
    learn_weights,
    out_of_fold,
)
from resolution.model import Feature, Model, WordCounts
from resolution.table import mention_table

_FEATURES_BY_FIELD = {
    "names": NAMES,
    "birth_dates": BIRTHS,
    "identifiers": NUMBERS,
    "countries": tuple(name for name in CONTEXT if name.startswith("country")),
    "genders": tuple(name for name in CONTEXT if name.startswith("gender")),
}
_FEWEST = 20


@dataclass(frozen=True, slots=True)
class TrainingSettings:
    """What may be chosen about training."""

    seed: int = 0
    most_records: int = 4000
    """Records that blocking is learned on: dedupe holds every pair a predicate makes of them."""


def train(
    judged: Sequence[JudgedPair],
    mentions: Sequence[Mention],
    *,
    name: str = "sanctions",
    settings: TrainingSettings | None = None,
) -> Model:
    """Learn a model from judged pairs of these mentions; pairs of unknown records are left out."""
    chosen = settings or TrainingSettings()
    verdicts = _known(judged, mentions)
    table = mention_table(mentions, {})
    words = _count_words(table.column("names").to_pylist())
    material = Material(table, words)
    pairs = list(verdicts)
    material.prepare(pairs)
    deduper, learned_features = _deduper(material)

    teaching = [pair for pair in pairs if not _is_vetoed(material, pair)]
    records = material.records({one for pair in pairs for one in pair})
    examples = [(records[one], records[other]) for one, other in teaching]
    same = np.array([verdicts[pair] for pair in teaching], dtype=np.int64)
    _check_enough(same)
    distances = deduper.data_model.distances(examples)
    against = np.array([feature in AGAINST for feature in learned_features])
    components = components_of(teaching, len(mentions))
    folds = folds_of(components)
    deduper.classifier = classifier_for(folds)
    weights = learn_weights(deduper.classifier, distances, same, against)
    scores = out_of_fold(weights, distances, same, folds)

    matches = [example for example, is_same in zip(examples, same, strict=True) if is_same]
    sampled = _sample(records, material, len(mentions), chosen)
    rules = learn_rules(
        sorted(deduper.data_model.predicates, key=repr), sampled, matches, chosen.seed
    )
    return Model(
        name=name,
        blocking=rules,
        features=(
            *(
                Feature(feature, weight, is_learned=True)
                for feature, weight in zip(learned_features, weights.weights, strict=True)
            ),
            *(Feature(feature, weight, is_learned=False) for feature, weight in DECIDED.items()),
        ),
        bias=weights.bias,
        thresholds=choose_thresholds(scores, same),
        words=words,
        trained_on={
            "same": int(same.sum()),
            "different": int(len(same) - same.sum()),
            "vetoed": len(pairs) - len(teaching),
            "mentions": len(mentions),
            "penalty": weights.penalty,
            "components": int(components.max() + 1),
            "dedupe": version("dedupe"),
        },
    )


def _known(judged: Sequence[JudgedPair], mentions: Sequence[Mention]) -> dict[tuple[int, int], int]:
    """Return the verdict, 1 or 0, of each judged pair whose records are among the mentions."""
    place = positions(mentions)
    found: dict[tuple[int, int], int] = {}
    for pair in judged:
        if pair.verdict is Verdict.UNSURE or not pair.key <= place.keys():
            continue
        one, other = sorted((place[pair.left], place[pair.right]))
        if one != other:
            found[one, other] = int(pair.verdict is Verdict.SAME)
    return found


def _check_enough(same: Labels) -> None:
    counts = (int(same.sum()), int(len(same) - same.sum()))
    if min(counts) < _FEWEST:
        raise LabelsError(
            f"Too few judged pairs of known records to learn from: {counts[0]} same, {counts[1]} "
            f"different; at least {_FEWEST} of each are needed; ingest their lists or judge more"
        )


def _count_words(names: Sequence[Sequence[str]]) -> WordCounts:
    counts = Counter(word for spelled in names for word in set(" ".join(spelled).split()))
    return WordCounts(len(names), {word: count for word, count in counts.items() if count > 1})


def _deduper(material: Material) -> tuple[dedupe.Dedupe, tuple[str, ...]]:
    """Return a dedupe of our variables, and our features in the order of its distances."""
    number = {feature: place for place, feature in enumerate(FEATURES)}
    by_field = {
        field: [name for name in _FEATURES_BY_FIELD[field] if name not in DECIDED]
        for field in FIELDS
    }
    variables = [
        FieldVariable(field, {name: number[name] for name in names}, material)
        for field, names in by_field.items()
    ]
    return dedupe.Dedupe(variables, num_cores=0), tuple(
        name for names in by_field.values() for name in names
    )


def _is_vetoed(material: Material, pair: tuple[int, int]) -> bool:
    features = material.features(*pair)
    return any(
        features[FEATURES.index(name)] > 0.5 for name, weight in DECIDED.items() if weight < 0
    )


def _sample(
    records: dict[int, Record], material: Material, size: int, settings: TrainingSettings
) -> dict[int, Record]:
    """Return the judged records and others drawn among the rest, as many as settings allow."""
    others = [position for position in range(size) if position not in records]
    room = max(0, min(len(others), settings.most_records - len(records)))
    drawn = random.Random(settings.seed).sample(others, room)  # noqa: S311  # no secret is drawn
    return records | material.records(sorted(drawn))
