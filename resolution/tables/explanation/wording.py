"""The words in which scores of tables are told.

A finding without words of its own is called by its name, so that a new one is told at once, if
plainly. What a type finds is described in docs/fields.md.
"""

from collections.abc import Callable, Sequence

from resolution.explanation.values import PRIOR, FeatureContribution
from resolution.tables.comparison import BOTH_KNOWN

PRIOR_MEANING = "before anything is compared"

_FINDINGS = {
    "similarity": "the words resemble each other",
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
    "spelled alike": "most letters agree",
    "spelled otherwise": "few letters agree",
    "spelled unlike": "the letters or their order differ",
    "further": "more words than one are equal",
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
_FINDINGS_OF_TYPES = {
    (type_, "similarity"): "the names resemble each other"
    for type_ in ("PersonName", "OrganizationName", "Vessel")
}
_BESIDE = {": wording": "as written", ": identifier": "as a code", ": number": "as a number"}
"""How a column is read by the variables with which training compares it once more."""

_LEAST_TOLD = 0.05
"""Log-odds that are not written as zero."""


def meaning(feature: str, variable: str, type_: str) -> str:
    """Return what a feature says, in words."""
    if feature == f"{variable}{BOTH_KNOWN}":
        return f"{label(variable)}: both sides state it"
    finding = feature.removeprefix(f"{variable}: ")
    if finding == feature:
        return f"{label(feature)}, compared as {type_}"
    words = _FINDINGS_OF_TYPES.get((type_, finding)) or _FINDINGS.get(finding, finding)
    return f"{label(variable)}: {words}"


def label(variable: str) -> str:
    """Return what a variable is called before readers."""
    for ending, reading in _BESIDE.items():
        if variable.endswith(ending):
            return f"{variable.removesuffix(ending)} {reading}"
    return variable


def matter(variable: str) -> str:
    """Return the variable that one stands beside; itself where it stands beside none."""
    for ending in _BESIDE:
        variable = variable.removesuffix(ending)
    return variable


def silence(variable: str, sides: tuple[str | None, str | None]) -> str:
    """Say why nothing of a variable counted."""
    if not all(sides):
        return f"{label(variable)}: only one side states it"
    agree = "agrees, which weighs nothing" if sides[0] == sides[1] else "settles nothing"
    return f"{label(variable)}: {agree}"


def told(
    probability: str,
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
    sentences = [f"The two are one with a probability of {probability}."]
    if compares_nothing(features):
        sentences.append(
            "Nothing that is compared is known on both sides: so likely are any two records."
        )
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


def compares_nothing(features: Sequence[FeatureContribution]) -> bool:
    """Whether two records have nothing in which both can be held against each other."""
    return all(one.similarity is None for one in features)


def _reason(column: str, one: FeatureContribution, weight: float) -> str:
    sides = f"{one.left or 'not stated'} / {one.right or 'not stated'}; " if _has(one) else ""
    return f"{column} ({sides}{weight:+.1f})"


def _has(one: FeatureContribution) -> bool:
    return one.left is not None or one.right is not None
