"""Judged pairs in, a model out: dedupe learns blocking rules and weights, we write them down.

The same judged pairs, mentions and libraries give the same model, byte for byte, in whatever order
they come. Pairs that a veto decides teach no weights: the veto would otherwise make agreeing names
look like a bad sign. Besides the judged pairs, what lists say without being asked teaches weights.
"""

import dataclasses
import random
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from importlib.metadata import version

import dedupe
import numpy as np

from actors.errors import LabelsError
from actors.records import Mention, Verdict
from resolution.blocking import FIELDS
from resolution.comparison import AGAINST, DECIDED, FEATURES, VETOES
from resolution.comparison.births import FINDINGS as BIRTHS
from resolution.comparison.context import FINDINGS as CONTEXT
from resolution.comparison.names import FINDINGS as NAMES
from resolution.comparison.numbers import FINDINGS as NUMBERS
from resolution.comparison.values import Floats
from resolution.evaluation.judgements import JudgedPair, positions
from resolution.learning.evidence import Evidence, gather
from resolution.learning.rules import learn_rules
from resolution.learning.variables import FieldVariable, Material, Record
from resolution.learning.weights import (
    Examples,
    Labels,
    choose_thresholds,
    classifier_for,
    components_of,
    folds_of,
    learn_weights,
    out_of_fold,
)
from resolution.model import Feature, Model, Thresholds, WordCounts
from resolution.table import mention_table

_FEATURES_BY_FIELD = {
    "names": NAMES,
    "birth_dates": BIRTHS,
    "identifiers": NUMBERS,
    "countries": tuple(name for name in CONTEXT if name.startswith(("country", "regime"))),
    "genders": tuple(name for name in CONTEXT if name.startswith("gender")),
}
_FEWEST = 20
# Words of one or two mentions are rare either way, and most words are such.
_FEWEST_MENTIONS = 3


@dataclass(frozen=True, slots=True)
class TrainingSettings:
    """What may be chosen about training."""

    seed: int = 0
    most_records: int = 4000
    """Records that blocking is learned on: dedupe holds every pair a predicate makes of them."""
    origin: Mapping[str, object] = field(default_factory=dict)
    """What the model shall say of where its labels come from."""
    held_out: Sequence[JudgedPair] = ()
    """Pairs that somebody means to measure on: nothing is learned of their records."""


def train(
    judged: Sequence[JudgedPair],
    mentions: Sequence[Mention],
    *,
    name: str = "sanctions",
    settings: TrainingSettings | None = None,
) -> Model:
    """Learn a model from judged pairs of these mentions; pairs of unknown records are left out."""
    chosen = settings or TrainingSettings()
    mentions = sorted(mentions, key=lambda one: one.id)
    verdicts = _known(judged, mentions)
    table = mention_table(mentions, {})
    words = _count_words(table.column("names").to_pylist())
    material = Material(table, words)
    pairs = sorted(verdicts)
    material.prepare(pairs)
    deduper, learned_features = _deduper(material)

    teaching = [pair for pair in pairs if not _is_vetoed(material, pair)]
    judged_positions = {one for pair in pairs for one in pair}
    set_aside = {one for pair in _known(chosen.held_out, mentions) for one in pair}
    records = material.records(judged_positions)
    examples = [(records[one], records[other]) for one, other in teaching]
    same = np.array([verdicts[pair] for pair in teaching], dtype=np.int64)
    _check_enough(same)

    matches = [example for example, is_same in zip(examples, same, strict=True) if is_same]
    sampled = _sample(records, material, len(mentions), chosen)
    rules = learn_rules(
        sorted(deduper.data_model.predicates, key=repr), sampled, matches, chosen.seed
    )
    untaught = Model(name, rules, (), 0.0, Thresholds(1.0, 1.0), words, {})
    evidence = gather(table, untaught, judged_positions | set_aside, seed=chosen.seed)

    components = components_of(teaching, len(mentions))
    folds = folds_of(components, len(evidence.same))
    deduper.classifier = classifier_for(folds)
    compared = np.vstack([material.features(*pair) for pair in teaching])
    taught = _examples(
        deduper.data_model.distances(examples), compared, same, evidence, learned_features
    )
    against = np.array([feature in AGAINST for feature in learned_features])
    weights = learn_weights(deduper.classifier, taught, against)
    scores = out_of_fold(weights, taught, folds)
    scores[len(same) :] = np.where(evidence.is_dated, weights.scores(taught)[len(same) :], np.nan)
    return dataclasses.replace(
        untaught,
        features=(
            *(
                Feature(feature, weight, is_learned=True)
                for feature, weight in zip(learned_features, weights.weights, strict=True)
            ),
            *(Feature(feature, weight, is_learned=False) for feature, weight in DECIDED.items()),
        ),
        bias=weights.bias,
        thresholds=choose_thresholds(scores, taught.same),
        trained_on={
            **chosen.origin,
            "same": int(same.sum()),
            "different": int(len(same) - same.sum()),
            "vetoed": len(pairs) - len(teaching),
            "notAtHand": len({pair.key for pair in judged}) - len(pairs),
            "mentions": len(mentions),
            "unasked": evidence.counts(),
            "penalty": weights.penalty,
            "components": int(components.max() + 1),
            "dedupe": version("dedupe"),
        },
    )


def _examples(
    distances: Floats, compared: Floats, same: Labels, evidence: Evidence, names: Sequence[str]
) -> Examples:
    """Put what was judged before what nobody asked."""
    learned = [FEATURES.index(name) for name in names]
    decided = np.array([DECIDED.get(name, 0.0) for name in FEATURES])
    return Examples(
        distances=np.vstack([distances, evidence.features[:, learned]]),
        same=np.concatenate([same, evidence.same]),
        weights=np.concatenate([np.ones(len(same)), evidence.weights]),
        decided=np.vstack([compared, evidence.features]) @ decided,
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
    kept = {word: count for word, count in counts.items() if count >= _FEWEST_MENTIONS}
    return WordCounts(len(names), kept)


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
    return any(features[FEATURES.index(name)] > 0.5 for name in VETOES)


def _sample(
    records: dict[int, Record], material: Material, size: int, settings: TrainingSettings
) -> dict[int, Record]:
    """Return the judged records and others drawn among the rest, as many as settings allow."""
    others = [position for position in range(size) if position not in records]
    room = max(0, min(len(others), settings.most_records - len(records)))
    drawn = random.Random(settings.seed).sample(others, room)  # noqa: S311  # no secret is drawn
    return records | material.records(sorted(drawn))
