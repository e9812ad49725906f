"""Why two mentions are, or are not, one actor: the score taken apart.

Two mentions in, every feature that speaks with what it adds to the log-odds out; the additions and
the bias make the score. Only what a run computes is used, so that the explanation is the decision.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np
import pyarrow as pa

from actors.records import DocumentId, Mention, MentionKind
from resolution.blocking import shared_rules
from resolution.comparison import FEATURES, compare, name_pairs
from resolution.model import Model
from resolution.scoring import Floats, log_odds, probabilities
from resolution.table import mention_table, written


@dataclass(frozen=True, slots=True)
class FeatureContribution:
    """One feature: what each side says, how alike that is, and what it adds to the log-odds."""

    name: str
    left: str | None
    right: str | None
    similarity: float | None
    """None where a side says nothing."""
    weight: float


@dataclass(frozen=True, slots=True)
class Explanation:
    """A score with everything it is made of."""

    score: float
    bias: float
    """The log-odds before anything is compared."""
    features: tuple[FeatureContribution, ...]
    rules: tuple[str, ...]
    """The blocking rules under which the two share a key; none: a run would not compare them."""
    text: str


def explain(
    left: Mention,
    right: Mention,
    model: Model,
    published_on: Mapping[DocumentId, date | None] | None = None,
) -> Explanation:
    """Compare two mentions as a run does and say what counted."""
    table = mention_table([left, right], published_on or {})
    one, other = np.array([0]), np.array([1])
    values = compare(table, one, other, model.words)
    odds = log_odds(values, model)
    stated = _statements(table, left, right, model)
    features = tuple(
        FeatureContribution(name, *stated[_field(name)], similarity, weight)
        for name, similarity, weight in _contributions(values[0], stated, model)
    )
    score = float(probabilities(odds)[0])
    rules = shared_rules(table.slice(0, 1), table.slice(1, 1), model)
    return Explanation(score, model.bias, features, rules, _told(score, features, rules))


_FIELDS = {
    "birth": "birth dates",
    "identifier": "identifiers",
    "country": "countries",
    "gender": "genders",
    "kind": "kinds",
    "announced": "dates of listing and of the text",
}
_NAMES = "names"


def _field(feature: str) -> str:
    return _FIELDS.get(feature.partition("_")[0], _NAMES)


def _contributions(
    values: Floats,
    stated: Mapping[str, tuple[str | None, str | None]],
    model: Model,
) -> list[tuple[str, float | None, float]]:
    """Return what counted, and one entry for each field that a side leaves out."""
    found: list[tuple[str, float | None, float]] = []
    missing: set[str] = set()
    for feature in model.features:
        value = float(values[FEATURES.index(feature.name)])
        field = _field(feature.name)
        if value != 0.0 and feature.weight != 0.0:
            found.append((feature.name, value, value * feature.weight))
        elif None in stated[field] and field not in missing and any(stated[field]):
            missing.add(field)
            found.append((feature.name, None, 0.0))
    return found


def _statements(
    table: pa.Table, left: Mention, right: Mention, model: Model
) -> dict[str, tuple[str | None, str | None]]:
    """Return what each side says in each field, as its source writes it."""
    sides = (left, right)
    numbers = [sorted(f"{one.scheme} {one.value}" for one in side.identifiers) for side in sides]
    days = [row["listed_on"] or [row["published_on"]] for row in table.to_pylist()]
    lists = {
        "birth dates": [[str(born) for born in side.birth_dates] for side in sides],
        "identifiers": numbers,
        "countries": [list(side.countries) for side in sides],
        "genders": [list(side.properties.get("gender", ())) for side in sides],
        "kinds": [
            [] if side.entity_kind.value == "UNKNOWN" else [side.entity_kind.value]
            for side in sides
        ],
        "dates of listing and of the text": [
            [str(day) for day in given if day is not None]
            if _is_pair_with_text(left, right)
            else []
            for given in days
        ],
    }
    joined = {field: (_joined(given[0]), _joined(given[1])) for field, given in lists.items()}
    return {_NAMES: _best_names(table, left, right, model), **joined}


def _is_pair_with_text(left: Mention, right: Mention) -> bool:
    return (left.kind is MentionKind.TEXT) != (right.kind is MentionKind.TEXT)


def _joined(values: list[str]) -> str | None:
    return "; ".join(values) or None


def _best_names(
    table: pa.Table, left: Mention, right: Mention, model: Model
) -> tuple[str | None, str | None]:
    pairs = name_pairs(table, np.array([0]), np.array([1]), model.words)
    place = int(pairs.best[0])
    if place < 0:
        return None, None
    ends = (int(side[place]) for side in (pairs.combined.left, pairs.combined.right))
    folded = [pairs.names.values[int(pairs.names.numbers[end])] for end in ends]
    return written(left)[folded[0]], written(right)[folded[1]]


_WORDS = {
    "name_similarity": "the names resemble each other",
    "name_exact": "the names are the same",
    "name_evidence": "the words they share are rare",
    "name_clash": "each name has words that the other lacks",
    "person_name_extra": "one name has words that the other lacks",
    "organization_name_extra": "one name has words that the other lacks",
    "organization_part": "one name has a word of parts or branches that the other lacks",
    "name_acronym": "one name is the acronym of the other",
    "name_weak": "the name is an alias that its publisher calls weak",
    "name_primary": "the primary names resemble each other",
    "name_several": "several of their names agree",
    "birth_day_same": "the birth day is the same",
    "birth_year_same": "the birth year is the same",
    "birth_near": "the birth dates are close",
    "birth_slip": "the birth dates differ by what may be a slip",
    "birth_far": "the birth years are far apart",
    "birth_day_conflict": "the birth days differ",
    "identifier_same": "an identifier is the same",
    "identifier_for_life": "that identifier is given once in the world and for life",
    "identifier_cited": "one cites the number of the other",
    "identifier_conflict": "they have different numbers of a kind of which an actor has one",
    "country_same": "a country is the same",
    "country_different": "the countries differ",
    "gender_different": "the genders differ",
    "kind_conflict": "they are actors of different kinds",
    "announced_then": "the text appeared within days of the listing",
}


def _told(score: float, features: tuple[FeatureContribution, ...], rules: tuple[str, ...]) -> str:
    """Tell the decision in sentences, the strongest reasons first."""
    counted = sorted((one for one in features if one.weight), key=lambda one: -abs(one.weight))
    silent = sorted({_field(one.name) for one in features if one.similarity is None})
    sentences = [f"The two are one actor with a probability of {_percent(score)}."]
    for label, sign in (("For", 1), ("Against", -1)):
        reasons = [_reason(one) for one in counted if one.weight * sign > 0]
        if reasons:
            sentences.append(f"{label} it: {'; '.join(reasons)}.")
    if silent:
        sentences.append(f"Only one side states {', '.join(silent)}.")
    if not rules:
        sentences.append("They share no blocking key, so a run would not compare them.")
    return " ".join(sentences)


def _reason(feature: FeatureContribution) -> str:
    sides = f"{feature.left or 'not stated'} / {feature.right or 'not stated'}"
    return f"{_WORDS[feature.name]} ({sides}; {feature.weight:+.1f})"


def _percent(score: float) -> str:
    rounded = round(score * 100)
    if rounded in (0, 100) and 0 < score < 1:
        return "under 1 %" if rounded == 0 else "over 99 %"
    return f"{rounded} %"
