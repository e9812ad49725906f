"""The words in which scores of tables are told.

A finding without words of its own is called by its name, so that a new one is told at once, if
plainly. What a type finds is described in docs/fields.md.
"""

from collections.abc import Callable, Sequence

from resolution.explanation.values import PRIOR, FeatureContribution
from resolution.explanation.wording import percent
from resolution.tables.comparison import BOTH_KNOWN

PRIOR_MEANING = "before anything is compared"

_FINDINGS = {
    "similarity": "the names resemble each other",
    "weakest": "the worst matched word still matches",
    "evidence": "what agrees is rare",
    "clash": "each has words that the other lacks",
    "extra": "one has words that the other lacks",
    "other number": "numbers in it differ",
    "extra number": "one has a number that the other lacks",
    "part": "one has a word of parts or branches that the other lacks",
    "acronym": "one is the acronym of the other",
    "exact": "the words are the same",
    "rarity": "few records have what both have",
    "spelled alike": "the letters agree in their order",
    "spelled otherwise": "the letters or their order differ",
    "spelled unlike": "the letters or their order differ",
    "further": "words beyond the first are equal, which one language makes likely",
    "same syllables": "the Korean syllables are the same",
    "other syllables": "the Korean syllables differ",
    "same": "the same",
    "different": "different",
    "alike": "alike",
    "unlike": "unlike",
    "near": "nearly the same",
    "far": "far apart",
    "same day": "the day is the same",
    "same month": "the month is the same",
    "same year": "the year is the same",
    "swapped": "day and month may be exchanged",
    "slip": "the difference may be a slip",
    "one part": "one part differs",
    "conflict": "the dates contradict each other",
    "rare": "rare words agree",
    "shared": "words agree",
}


_LEAST_TOLD = 0.05
"""Log-odds that are not written as zero."""


def meaning(feature: str, variable: str, type_: str) -> str:
    """Return what a feature says, in words."""
    if feature == f"{variable}{BOTH_KNOWN}":
        return f"{variable}: both sides state it"
    finding = feature.removeprefix(f"{variable}: ")
    if finding == feature:
        return f"{feature}, compared as {type_}"
    return f"{variable}: {_FINDINGS.get(finding, finding)}"


def silence(variable: str, sides: tuple[str | None, str | None]) -> str:
    """Say why nothing of a variable counted."""
    if not all(sides):
        return f"{variable}: only one side states it"
    agree = "agrees, which weighs nothing" if sides[0] == sides[1] else "settles nothing"
    return f"{variable}: {agree}"


def told(
    score: float,
    features: Sequence[FeatureContribution],
    column_of: Callable[[str], str],
) -> str:
    """Tell a score in sentences: what each column weighs in all, the strongest first."""
    columns: dict[str, list[FeatureContribution]] = {}
    for one in features:
        if one.name != PRIOR:
            columns.setdefault(column_of(one.name), []).append(one)
    weights = {column: sum(one.weight for one in all_) for column, all_ in columns.items()}
    strongest = sorted(
        (column for column, weight in weights.items() if abs(weight) >= _LEAST_TOLD),
        key=lambda one: -abs(weights[one]),
    )
    sentences = [f"The two are one with a probability of {percent(score)}."]
    for label, sign in (("For", 1), ("Against", -1)):
        reasons = [
            _reason(column, columns[column][0], weights[column])
            for column in strongest
            if weights[column] * sign > 0
        ]
        if reasons:
            sentences.append(f"{label} it: {'; '.join(reasons)}.")
    silent = [
        column for column, all_ in columns.items() if all(one.similarity is None for one in all_)
    ]
    if silent:
        sentences.append(f"Only one side states {', '.join(silent)}.")
    return " ".join(sentences)


def _reason(column: str, one: FeatureContribution, weight: float) -> str:
    sides = f"{one.left or 'not stated'} / {one.right or 'not stated'}; " if _has(one) else ""
    return f"{column} ({sides}{weight:+.1f})"


def _has(one: FeatureContribution) -> bool:
    return one.left is not None or one.right is not None
