"""Judged pairs in, a model out: dedupe learns blocking rules and weights, we write them down.

The same judged pairs, mentions and libraries give the same model, byte for byte, in whatever order
they come. Besides the judged pairs, what lists say without being asked teaches weights.
"""

import dataclasses
import random
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from importlib.metadata import version

import dedupe
import numpy as np

from actors.records import Mention
from resolution.comparison import AGAINST, DECIDED, FEATURES
from resolution.comparison.values import Floats
from resolution.evaluation.judgements import JudgedPair
from resolution.learning.deduper import deduper_of
from resolution.learning.evidence import Evidence, gather
from resolution.learning.lesson import Lesson, lesson_of, verdicts_on
from resolution.learning.rules import learn_rules
from resolution.learning.variables import Material, Record
from resolution.learning.weights import (
    Examples,
    Fold,
    Learned,
    choose_thresholds,
    classifier_for,
    components_of,
    folds_of,
    learn_weights,
    out_of_fold,
)
from resolution.model import BlockingRule, Feature, Model, Thresholds, WordCounts
from resolution.table import mention_table

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
    table = mention_table(mentions, {})
    words = _count_words(table.column("names").to_pylist())
    material = Material(table, words)
    lesson = lesson_of(verdicts_on(judged, mentions), material)
    deduper, names = deduper_of(material)

    untaught = Model(
        name, _rules(deduper, lesson, material, len(mentions), chosen), (), 0.0,
        Thresholds(1.0, 1.0), words, {},
    )  # fmt: skip
    set_aside = {row for pair in verdicts_on(chosen.held_out, mentions) for row in pair}
    evidence = gather(table, untaught, lesson.rows | set_aside, seed=chosen.seed)

    components = components_of(lesson.teaching, len(mentions))
    folds = folds_of(components, len(evidence.same))
    deduper.classifier = classifier_for(folds)
    examples = _examples(deduper, lesson, material, evidence, names)
    against = np.array([feature in AGAINST for feature in names])
    weights = learn_weights(deduper.classifier, examples, against)
    return dataclasses.replace(
        untaught,
        features=_features(names, weights),
        bias=weights.bias,
        thresholds=choose_thresholds(_scores(weights, examples, evidence, folds), examples.same),
        trained_on={
            **chosen.origin,
            "same": int(lesson.same.sum()),
            "different": int(len(lesson.same) - lesson.same.sum()),
            "vetoed": len(lesson.judged) - len(lesson.teaching),
            "notAtHand": len({pair.key for pair in judged}) - len(lesson.judged),
            "mentions": len(mentions),
            "unasked": evidence.counts(),
            "penalty": weights.penalty,
            "components": int(components.max() + 1),
            "dedupe": version("dedupe"),
        },
    )


def _count_words(names: Sequence[Sequence[str]]) -> WordCounts:
    counts = Counter(word for spelled in names for word in set(" ".join(spelled).split()))
    kept = {word: count for word, count in counts.items() if count >= _FEWEST_MENTIONS}
    return WordCounts(len(names), kept)


def _rules(
    deduper: dedupe.Dedupe,
    lesson: Lesson,
    material: Material,
    size: int,
    settings: TrainingSettings,
) -> tuple[BlockingRule, ...]:
    records = material.records(lesson.rows)
    matches = [
        (records[one], records[other])
        for (one, other), is_same in zip(lesson.teaching, lesson.same, strict=True)
        if is_same
    ]
    sampled = _sample(records, material, size, settings)
    return learn_rules(
        sorted(deduper.data_model.predicates, key=repr), sampled, matches, settings.seed
    )


def _sample(
    records: dict[int, Record], material: Material, size: int, settings: TrainingSettings
) -> dict[int, Record]:
    """Return the judged records and others drawn among the rest, as many as settings allow."""
    others = [position for position in range(size) if position not in records]
    room = max(0, min(len(others), settings.most_records - len(records)))
    drawn = random.Random(settings.seed).sample(others, room)  # noqa: S311  # no secret is drawn
    return records | material.records(sorted(drawn))


def _examples(
    deduper: dedupe.Dedupe,
    lesson: Lesson,
    material: Material,
    evidence: Evidence,
    names: Sequence[str],
) -> Examples:
    """Put what was judged before what nobody asked."""
    records = material.records(lesson.rows)
    pairs = [(records[one], records[other]) for one, other in lesson.teaching]
    compared = np.vstack([material.features(*pair) for pair in lesson.teaching])
    learned = [FEATURES.index(name) for name in names]
    decided = np.array([DECIDED.get(name, 0.0) for name in FEATURES])
    return Examples(
        distances=np.vstack([deduper.data_model.distances(pairs), evidence.features[:, learned]]),
        same=np.concatenate([lesson.same, evidence.same]),
        weights=np.concatenate([np.ones(len(lesson.same)), evidence.weights]),
        decided=np.vstack([compared, evidence.features]) @ decided,
    )


def _scores(
    weights: Learned, examples: Examples, evidence: Evidence, folds: Sequence[Fold]
) -> Floats:
    """Score judged pairs out of fold, and of what nobody asked only what is dated."""
    scores = out_of_fold(weights, examples, folds)
    judged = len(examples.same) - len(evidence.same)
    scores[judged:] = np.where(evidence.is_dated, weights.scores(examples)[judged:], np.nan)
    return scores


def _features(names: Sequence[str], weights: Learned) -> tuple[Feature, ...]:
    return (
        *(
            Feature(name, weight, is_learned=True)
            for name, weight in zip(names, weights.weights, strict=True)
        ),
        *(Feature(name, weight, is_learned=False) for name, weight in DECIDED.items()),
    )
