"""Persons that no list knows: capitalised names which the sentence treats as a person's.

A run of capitals proves nothing: places, laws and programmes have them too. So a name counts only
where something speaks for it: a title, an apposition, a verb of speech, an initial, a list in which
another person stands, or words that are personal names on the lists.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass

from actors.names import COMPANY_FORMS
from actors.records import EntityKind, Name
from resolution.text import lexicon
from resolution.text.describing import (
    calls_a,
    is_apposed,
    is_signed,
    office_before,
    said_after,
    title_before,
)
from resolution.text.gazetteer import Gazetteer
from resolution.text.places import PLACES
from resolution.text.prose import Prose, Word
from resolution.text.runs import LINK, Run, capitalised_runs
from resolution.text.spans import Found, Ground

_MOST_WORDS = 6
_LONG_WORD = 8
_CARRIERS = 2
"""So many persons on the lists share a word, then it is a personal name."""
# An apposition may stand between: "Igor Sechin, the chief of Rosneft, and Etibar Eyyub".
_LINK = re.compile(
    rf"{LINK.pattern}|,[\s\xa0](?:an?|the|who)[^.,;!?]{{1,80}}"
    r"(?:,|,?[\s\xa0]+and|,?[\s\xa0]+as well as)[\s\xa0]+"
)
_LOCATIVE = frozenset(
    "in at near around outside across visited visits via throughout inside into".split()
)
_INTRODUCED = re.compile(
    r"\b(?:includ\w+|namely|such as|among|are|were|named|names|identified as|designat\w+|"
    r"sanction\w+|individuals?|officials?|nationals?|citizens?)\b(?:(?![.;!?]).){0,60}$"
)
_DASHED = re.compile(r"[”\"’]?[\s\xa0]*[-–—]+[\s\xa0]*$")  # noqa: RUF001


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A run, or what is left of it, that has the shape of a person's name."""

    first: int
    last: int
    start: int
    end: int


def unlisted_persons(prose: Prose, gazetteer: Gazetteer, known: Collection[Found]) -> list[Found]:
    """Return the persons that the sentence itself shows; `known` are the finds beside them."""
    candidates = [
        candidate
        for run in capitalised_runs(prose)
        if (candidate := _candidate(prose, gazetteer, run))
    ]
    listed = {(found.start, found.end) for found in known if found.kind is EntityKind.PERSON}
    sure = {
        candidate
        for candidate in candidates
        if _is_shown(prose, candidate)
        or _has_listed_words(prose, gazetteer, candidate)
        or any(_lies_in(start, end, candidate) for start, end in listed)
    }
    sure |= _enumerated(prose, candidates, sure, listed)
    return [_as_found(prose, candidate) for candidate in sorted(sure, key=lambda one: one.start)]


def _lies_in(start: int, end: int, candidate: _Candidate) -> bool:
    """Whether the candidate says more of a known name: "Nemesio Rubén Oseguera Cervantes"."""
    return candidate.start <= start and end <= candidate.end


def _candidate(prose: Prose, gazetteer: Gazetteer, run: Run) -> _Candidate | None:
    first, last = _after_title(prose, run), run.last
    while first < last and _is_before_name(prose, gazetteer, first, last, run):
        first += 1
    while last > first and _is_no_name(prose, gazetteer, last - 1):
        last -= 1
    words = prose.words[first:last]
    if not 0 < len(words) <= _MOST_WORDS:
        return None
    if _are_words(words) and not _are_sure(prose, first, last):
        return None
    if len(words) == 1 and not _has_capital_title(prose, first):
        return None
    if any(_is_no_name(prose, gazetteer, index) for index in range(first, last)):
        return None
    if " ".join(word.key for word in words) in PLACES:
        return None
    return _Candidate(first, last, words[0].start, words[-1].end)


def _after_title(prose: Prose, run: Run) -> int:
    """Skip to behind the last title, if only words lead up to it: "DEA Administrator Terrance Cole"."""
    first = run.first
    for index in range(run.first, run.last - 1):
        leading = prose.words[first:index]
        has_head = any(word.key in lexicon.HEADS for word in leading)
        if prose.words[index].key in lexicon.TITLES | lexicon.QUALIFIERS and (
            has_head or all(_leads_up(word) for word in leading)
        ):
            first = index + 1
    return first


def _leads_up(word: Word) -> bool:
    return lexicon.is_word(word.key) or word.is_upper or word.key in PLACES


def _is_before_name(prose: Prose, gazetteer: Gazetteer, index: int, last: int, run: Run) -> bool:
    """Whether a capital belongs to what precedes the name: an office, or a sentence's beginning."""
    key = prose.words[index].key
    if _is_no_name(prose, gazetteer, index):
        return True
    if last - index <= 2 and not (index == run.first and _follows_of(prose, index, run)):
        return False
    if index > run.first and prose.words[index - 1].key in lexicon.TITLES:
        return False
    if gazetteer.persons_with(key) >= _CARRIERS or not lexicon.is_word(key):
        return False
    is_leading = run.first == run.sentence.first or office_before(prose, run.first) is not None
    return (is_leading and lexicon.is_only_word(key)) or _follows_of(prose, index, run)


def _follows_of(prose: Prose, index: int, run: Run) -> bool:
    """Whether the word stands after "of", as the office's in "Secretary of State Antony Blinken"."""
    return (
        index > run.sentence.first
        and prose.words[index - 1].text == "of"
        and lexicon.is_word(prose.words[index].key)
    )


def _is_no_name(prose: Prose, gazetteer: Gazetteer, index: int) -> bool:
    """Whether a word is in no person's name: a place, a head of an organization's name, a form."""
    word = prose.words[index]
    if word.key in PLACES:
        return gazetteer.persons_with(word.key) < _CARRIERS
    return (
        word.key in lexicon.HEADS
        or (word.key in COMPANY_FORMS and word.is_upper)
        or (word.key in prose.lower_case_words and lexicon.is_only_word(word.key))
    )


def _are_words(words: list[Word]) -> bool:
    """Whether nothing in the words is a name: "Order", "International Cooperation"."""
    if all(lexicon.is_only_word(word.key) for word in words):
        return True
    has_long = any(len(word.key) >= _LONG_WORD for word in words)
    return has_long and all(lexicon.is_word(word.key) for word in words)


def _are_sure(prose: Prose, first: int, last: int) -> bool:
    """Whether ordinary words are a name all the same: "Judge Robert Smith", "Rose B. Carter"."""
    is_titled = last - first > 1 and _has_capital_title(prose, first)
    keys = {word.key for word in prose.words[first:last]}
    return (is_titled and keys.isdisjoint(lexicon.TITLES)) or _has_initial(prose, first, last)


def _has_capital_title(prose: Prose, first: int) -> bool:
    """Whether "President" or "Mr." stands directly before: then one name is enough."""
    if first == 0 or prose.sentence_of_word[first] != prose.sentence_of_word[first - 1]:
        return False
    word = prose.words[first - 1]
    return (
        word.is_capitalised
        and word.key in lexicon.TITLES
        and re.fullmatch(r"\.?[\s\xa0]+", prose.gap(first - 1)) is not None
    )


def _is_shown(prose: Prose, candidate: _Candidate) -> bool:
    if candidate.last - candidate.first == 1:
        return True  # a title was asked for
    if (
        _has_initial(prose, candidate.first, candidate.last)
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


def _has_initial(prose: Prose, first: int, last: int) -> bool:
    inner = range(first + 1, last - 1)
    return any(
        len(prose.words[index].text) == 1 and prose.gap(index).startswith(".") for index in inner
    )


def _has_listed_words(prose: Prose, gazetteer: Gazetteer, candidate: _Candidate) -> bool:
    """Whether all words are personal names on the lists, and no "in" makes a place of them."""
    words = [word for word in prose.words[candidate.first : candidate.last] if len(word.text) > 1]
    before = prose.words[candidate.first - 1].text.lower() if candidate.first else ""
    return (
        len(words) > 1
        and before not in _LOCATIVE
        and all(gazetteer.persons_with(word.key) >= _CARRIERS for word in words)
    )


def _speaks(prose: Prose, candidate: _Candidate) -> bool:
    sentence = prose.sentences[prose.sentence_of_word[candidate.first]]
    before = candidate.first - 1
    after = candidate.last
    return (
        before >= sentence.first
        and prose.words[before].text in lexicon.SPEECH
        and prose.gap(before).isspace()
    ) or (
        after < sentence.last
        and prose.words[after].text in lexicon.SPEECH
        and prose.gap(after - 1).isspace()
        and not prose.words[after - 1].is_possessive
    )


def _is_attribution(prose: Prose, candidate: _Candidate) -> bool:
    """Whether the name signs a quotation: a dash before it, nothing after it."""
    sentence = prose.sentences[prose.sentence_of_word[candidate.first]]
    before = prose.text[max(0, candidate.start - 6) : candidate.start]
    line_end = re.match(r"[^\S\r\n]*(?:$|[\r\n])", prose.text[candidate.end :])
    return (
        candidate.last == sentence.last
        and line_end is not None
        and _DASHED.search(before) is not None
    )


def _enumerated(
    prose: Prose,
    candidates: list[_Candidate],
    sure: Collection[_Candidate],
    listed: Collection[tuple[int, int]],
) -> set[_Candidate]:
    """Return the candidates that stand in one enumeration with a person, or are introduced as one."""
    several = [one for one in candidates if one.last - one.first > 1 and one not in sure]
    persons = set(listed) | {(one.start, one.end) for one in sure}
    persons |= {(one.start, one.end) for one in several if _is_introduced(prose, one)}
    added: set[_Candidate] = {one for one in several if (one.start, one.end) in persons}
    while True:
        new = [one for one in several if one not in added and _is_linked(prose, one, persons)]
        if not new:
            return added
        added.update(new)
        persons |= {(one.start, one.end) for one in new}


def _is_linked(prose: Prose, candidate: _Candidate, persons: Collection[tuple[int, int]]) -> bool:
    words = prose.words[candidate.first : candidate.last]
    if all(lexicon.is_only_word(word.key) for word in words):
        return False
    return any(
        _LINK.fullmatch(prose.text, end, candidate.start)
        or LINK.fullmatch(prose.text, candidate.end, start)
        for start, end in persons
    )


def _is_introduced(prose: Prose, candidate: _Candidate) -> bool:
    """Whether "officials, including …" or "individuals named are …" stands before."""
    sentence = prose.sentences[prose.sentence_of_word[candidate.first]]
    before = prose.text[max(sentence.span.start, candidate.start - 80) : candidate.start]
    nouns = re.findall(r"[^\W\d_]+", before)
    return (
        any(noun.lower() in lexicon.PERSONS for noun in nouns)
        and _INTRODUCED.search(before) is not None
        and re.search(r"(?:includ\w+|namely|such as|are|were|:)[\s\xa0]+$", before) is not None
    )


def _as_found(prose: Prose, candidate: _Candidate) -> Found:
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
