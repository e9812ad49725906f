"""Persons that no list knows: capitalised names which the sentence treats as a person's.

A run of capitals proves nothing: places, laws and programmes have them too. So a name counts only
where something speaks for it: a title, an apposition, a verb of speech, an initial, a list in which
another person stands, or words that are personal names on the lists.
"""

import re
from bisect import bisect_left
from collections.abc import Collection, Sequence
from itertools import pairwise

from actors.names import PARTICLES
from actors.records import EntityKind, Name
from resolution.text import lexicon
from resolution.text.appositions import calls_a, is_apposed, is_signed, said_after
from resolution.text.candidates import CARRIERS, Candidate, candidate_in, has_initial
from resolution.text.gazetteer import Gazetteer
from resolution.text.prose import Prose
from resolution.text.runs import LINK, capitalised_runs
from resolution.text.spans import Found, Ground
from resolution.text.titles import title_before

# An apposition may stand between: "Igor Sechin, the chief of Rosneft, and Etibar Eyyub".
_LINK = re.compile(
    rf"{LINK.pattern}|,\s(?:an?|the|who)[^.,;!?]{{1,80}}"
    r"(?:,|,?\s+and|,?\s+as well as)\s+"
)
_INTRODUCED = re.compile(
    r"\b(?:includ\w+|namely|such as|among|are|were|named|names|identified as|designat\w+|"
    r"sanction\w+|individuals?|officials?|nationals?|citizens?)\b(?:(?![.;!?]).){0,60}$"
)
_LINE_END = re.compile(r"[^\S\r\n]*(?:$|[\r\n])")
_DASHED = re.compile(r"[”\"’]?\s*[-–—]+\s*$")


def unlisted_persons(prose: Prose, gazetteer: Gazetteer, known: Collection[Found]) -> list[Found]:
    """Return the persons that the sentence itself shows; `known` are the finds beside them."""
    candidates = [
        candidate
        for run in capitalised_runs(prose)
        if (candidate := candidate_in(prose, gazetteer, run))
    ]
    listed = sorted((one.start, one.end) for one in known if one.kind is EntityKind.PERSON)
    sure = {
        candidate
        for candidate in candidates
        if _is_shown(prose, candidate)
        or _has_listed_words(prose, gazetteer, candidate)
        or _holds_one(candidate, listed)
    }
    sure |= _enumerated(prose, candidates, sure, listed)
    return [_as_found(prose, candidate) for candidate in sorted(sure, key=lambda one: one.start)]


def _holds_one(candidate: Candidate, listed: Sequence[tuple[int, int]]) -> bool:
    """Whether the candidate says more of a known name: "Nemesio Rubén Oseguera Cervantes".

    The known names stand in the order of the text and do not overlap.
    """
    at = bisect_left(listed, (candidate.start, 0))
    return at < len(listed) and listed[at][1] <= candidate.end


def _is_shown(prose: Prose, candidate: Candidate) -> bool:
    if candidate.last - candidate.first == 1:
        return True  # a title was asked for
    if (
        has_initial(prose, candidate.first, candidate.last)
        or title_before(prose, candidate.first) is not None
        or calls_a(lexicon.PERSONS | lexicon.TITLES, said_after(prose, candidate.end))
    ):
        return True
    words = prose.words[candidate.first : candidate.last]
    return not all(lexicon.is_only_word(word.key) for word in words) and (
        is_signed(prose, candidate.end)
        or is_apposed(prose, candidate.start, candidate.end)
        or _speaks(prose, candidate)
        or _is_attribution(prose, candidate)
    )


def _has_listed_words(prose: Prose, gazetteer: Gazetteer, candidate: Candidate) -> bool:
    """Whether the words are of listed persons' names, and no "in" makes a place of them.

    Either one person has them all ("Vladimir Putin" of "PUTIN, Vladimir Vladimirovich"), or each
    is a name that several have.
    """
    words = [
        word
        for word in prose.words[candidate.first : candidate.last]
        if len(word.text) > 1 and word.key not in PARTICLES
    ]
    before = prose.words[candidate.first - 1].text.lower() if candidate.first else ""
    if len(words) < 2 or before in lexicon.LOCATIVE:
        return False
    keys = {key for word in words for key in word.keys}
    return _is_part_of_one(gazetteer, keys) or all(
        gazetteer.persons_with(word.key) >= CARRIERS for word in words
    )


def _is_part_of_one(gazetteer: Gazetteer, keys: set[str]) -> bool:
    rarest = min(keys, key=lambda key: (gazetteer.persons_with(key), key))
    return any(
        known.kind is EntityKind.PERSON and keys <= set(known.tokens)
        for known in gazetteer.with_token(rarest)
    )


def _speaks(prose: Prose, candidate: Candidate) -> bool:
    sentence = prose.sentence_at(candidate.first)
    before = candidate.first - 1
    after = candidate.last
    return (
        before >= sentence.first
        and prose.words[before].text in lexicon.SPEECH_BEFORE
        and prose.gap(before).isspace()
    ) or (
        after < sentence.last
        and prose.words[after].text in lexicon.SPEECH
        and prose.gap(after - 1).isspace()
        and not prose.words[after - 1].is_possessive
    )


def _is_attribution(prose: Prose, candidate: Candidate) -> bool:
    """Whether the name signs a quotation: a dash before it, nothing after it."""
    sentence = prose.sentence_at(candidate.first)
    before = prose.text[max(0, candidate.start - 6) : candidate.start]
    line_end = _LINE_END.match(prose.text, candidate.end)
    return (
        candidate.last == sentence.last
        and line_end is not None
        and _DASHED.search(before) is not None
    )


def _enumerated(
    prose: Prose,
    candidates: list[Candidate],
    sure: Collection[Candidate],
    listed: Collection[tuple[int, int]],
) -> set[Candidate]:
    """Return the candidates that are enumerated with a person, or introduced as one."""
    several = {(one.start, one.end): one for one in candidates if _can_be_enumerated(prose, one)}
    persons = {(one.start, one.end) for one in sure} | set(listed)
    persons |= {span for span, one in several.items() if _is_introduced(prose, one)}
    spans = sorted(persons | set(several))
    for left, right in pairwise(spans):
        if left in persons and _LINK.fullmatch(prose.text, left[1], right[0]):
            persons.add(right)
    for right, left in pairwise(reversed(spans)):
        if right in persons and LINK.fullmatch(prose.text, left[1], right[0]):
            persons.add(left)
    return {one for span, one in several.items() if span in persons}


def _can_be_enumerated(prose: Prose, candidate: Candidate) -> bool:
    words = prose.words[candidate.first : candidate.last]
    return len(words) > 1 and not all(lexicon.is_only_word(word.key) for word in words)


def _is_introduced(prose: Prose, candidate: Candidate) -> bool:
    """Whether "officials, including …" or "individuals named are …" stands before."""
    sentence = prose.sentence_at(candidate.first)
    before = prose.text[max(sentence.span.start, candidate.start - 80) : candidate.start]
    nouns = re.findall(r"[^\W\d_]+", before)
    return (
        any(noun.lower() in lexicon.PERSONS for noun in nouns)
        and _INTRODUCED.search(before) is not None
        and re.search(r"(?:includ\w+|namely|such as|are|were|:)\s+$", before) is not None
    )


def _as_found(prose: Prose, candidate: Candidate) -> Found:
    written = " ".join(prose.text[candidate.start : candidate.end].split())
    return Found(
        candidate.first,
        candidate.last,
        candidate.start,
        candidate.end,
        EntityKind.PERSON,
        Ground.SHAPE,
        (Name(written),),
    )
