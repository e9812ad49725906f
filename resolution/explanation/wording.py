"""The words in which decisions are told: what each feature and each blocking key means.

A feature without words of its own is called by its name, so that a new one is told at once, if
plainly. Nothing is called rare: a model knows which words are common among those it has seen, and
not which are rare in the world.
"""

from collections.abc import Sequence

from resolution.explanation.values import PRIOR, FeatureContribution, RuleKeys

_FEATURES = {
    PRIOR: "before anything is compared",
    "name_similarity": "the names resemble each other",
    "name_exact": "the names are the same",
    "name_evidence": "the names share words, or nearly",
    "name_clash": "each name has words that the other lacks, or they are told apart as written",
    "name_common": "the names share words, or nearly",
    "person_name_thin": "one name says more, and what they share is common",
    "person_name_other": "each name has a whole word that the other lacks",
    "person_name_consonants": "words spelled alike differ in their consonants",
    "person_name_extra": "one name has words that the other lacks",
    "organization_name_extra": "one name has words that the other lacks",
    "organization_part": "one name has a part, branch, number or country that the other lacks",
    "name_acronym": "one name is the acronym of the other",
    "name_weak": "the name is an alias that its publisher calls weak",
    "name_primary": "the primary names resemble each other",
    "name_several": "several of their names agree",
    "birth_day_same": "the birth day is the same",
    "birth_year_same": "the birth year is the same",
    "birth_near": "the birth dates are close",
    "birth_slip": "the birth dates differ by what may be a slip",
    "birth_far": "the birth years are far apart",
    "birth_very_far": "the birth years are very far apart",
    "birth_day_conflict": "the birth days differ",
    "identifier_same": "an identifier is the same",
    "identifier_for_life": "that identifier is given once in the world and for life",
    "identifier_cited": "one cites the number of the other",
    "identifier_conflict": "they have different numbers of a kind of which an actor has one",
    "country_same": "a country is the same",
    "country_different": "the countries differ",
    "regime_same": "their lists or names are about the same country",
    "regime_different": "their lists or names are about different countries",
    "begun_after_listing": "one was listed before the other was founded or built",
    "list_same": "one list keeps them as two records",
    "gender_different": "the genders differ",
    "kind_conflict": "they are actors of different kinds",
    "announced_then": "the text appeared within days of the listing",
}

_ALL_COMMON = {1: "which is common", 2: "both of them common"}

_KEYS = {
    "name": "a whole name, its words in any order",
    "joined": "a whole name, written together",
    "token": "a word of a name",
    "token_pair": "two words of a name",
    "skeleton_pair": "the consonants of two words of a name",
    "skeletons": "the consonants of a whole name",
    "korean": "the Korean syllables of a name",
    "acronym": "an acronym, or the initials of a name",
    "identifier": "a number",
    "birth_day": "a full birth date",
    "birth_year": "a birth year",
    "country": "a country",
}


def feature_meaning(name: str) -> str:
    """Return what a feature says, in words."""
    return _FEATURES.get(name, name.replace("_", " "))


def rule_meaning(keys: Sequence[str]) -> str:
    """Return what two must share to meet under a rule, in words."""
    return " and ".join(_KEYS.get(key, key.replace("_", " ")) for key in keys)


def shared_words_meaning(shared: Sequence[str], common: Sequence[str]) -> str:
    """Tell which words two names share, and which of them many names have."""
    if not shared:
        return _FEATURES["name_evidence"]
    words = f"they share {_counted(shared)}"
    if not common:
        return words
    if len(common) == len(shared):
        return f"{words}, {_ALL_COMMON.get(len(shared), 'all of them common')}"
    return f"{words}, of which {_listed(common)} {'is' if len(common) == 1 else 'are'} common"


def told(
    score: float,
    features: Sequence[FeatureContribution],
    silent: Sequence[str],
    blocking: Sequence[RuleKeys],
) -> str:
    """Tell a decision in sentences, the strongest reasons first."""
    counted = sorted(
        (one for one in features if one.weight and one.name != PRIOR),
        key=lambda one: -abs(one.weight),
    )
    sentences = [f"The two are one actor with a probability of {percent(score)}."]
    for label, sign in (("For", 1), ("Against", -1)):
        reasons = [_reason(one) for one in counted if one.weight * sign > 0]
        if reasons:
            sentences.append(f"{label} it: {'; '.join(reasons)}.")
    if silent:
        sentences.append(f"Only one side states {', '.join(silent)}.")
    return " ".join([*sentences, *_unmet(blocking)])


def percent(score: float) -> str:
    """Return a probability as people write it; nothing is certain."""
    rounded = round(score * 100)
    if rounded in (0, 100) and 0 < score < 1:
        return "under 1 %" if rounded == 0 else "over 99 %"
    return f"{rounded} %"


def _unmet(blocking: Sequence[RuleKeys]) -> list[str]:
    if any(one.brings_together for one in blocking):
        return []
    if any(one.too_common for one in blocking):
        return ["Too many records have what they share, so a run would not compare them."]
    return ["They share no blocking key, so a run would not compare them."]


def _reason(feature: FeatureContribution) -> str:
    sides = f"{feature.left or 'not stated'} / {feature.right or 'not stated'}"
    return f"{feature.meaning} ({sides}; {feature.weight:+.1f})"


def _counted(words: Sequence[str]) -> str:
    return f"the word{'' if len(words) == 1 else 's'} {_listed(words)}"


def _listed(words: Sequence[str]) -> str:
    *first, last = words
    return f"{', '.join(first)} and {last}" if first else last
