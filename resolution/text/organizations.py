"""Organizations that no list knows: names with a head word or a company form, or called so.

Departments that designate are organizations like others: they act in the story, and a reader looks
for them.
"""

from collections.abc import Collection
from dataclasses import replace

from actors.names import COMPANY_FORMS
from actors.records import EntityKind, Name, NameType
from resolution.text import lexicon
from resolution.text.called import as_organization, called_organizations
from resolution.text.offices import body_last
from resolution.text.places import PLACES
from resolution.text.prose import HYPHENS, Prose, Sentence
from resolution.text.runs import joins
from resolution.text.spans import Found
from resolution.text.stretches import ARTICLES, HOLDING, is_form, stretch_from

_FORMS = COMPANY_FORMS - {"as", "sa", "an", "is", "co", "company", "corp", "corporation"}


def unlisted_organizations(prose: Prose, known: Collection[Found]) -> list[Found]:
    """Return the organizations that their names or the sentence show."""
    persons = {
        index
        for one in known
        if one.kind is EntityKind.PERSON
        for index in range(one.first, one.last)
    }
    found = []
    for sentence in prose.sentences:
        if sentence.is_heading or sentence.is_shouting:
            continue
        index = sentence.first
        while index < sentence.last:
            last = stretch_from(prose, index, sentence, persons)
            one = _organization(prose, index, last, sentence) if last > index else None
            if one:
                found.append(one)
            index = max(last, index + 1)
    return [*found, *called_organizations(prose, [*known, *found])]


def _organization(prose: Prose, first: int, last: int, sentence: Sentence) -> Found | None:
    """Return the organization in a stretch, without the title, article or country before it."""
    first = _after_office(prose, first, last)
    heads = [index for index in range(first, last) if _is_head(prose, index)]
    forms = [index for index in range(first, last) if _is_strict_form(prose, index, first)]
    if not heads and not forms:
        return None
    first = _after_country(prose, first, heads)
    last = _before_stranger(prose, first, last, heads + forms)
    if not _is_telling(prose, first, last, sentence):
        return None
    found = as_organization(prose, first, last)
    other_order = body_last(found.names[0].value)
    if other_order is None:
        return found
    return replace(found, names=(*found.names, Name(other_order, NameType.ALIAS)))


def _is_head(prose: Prose, index: int) -> bool:
    """Tell the head from the first half of a word: "Front-Cover"."""
    is_half = index + 1 < len(prose.words) and prose.gap(index) in HYPHENS
    return prose.words[index].key in lexicon.HEADS and not is_half


def _is_strict_form(prose: Prose, index: int, first: int) -> bool:
    """Whether the form makes the name: a Russian one before it, or any behind it."""
    word = prose.words[index]
    if index == first:
        return word.is_upper and word.key in lexicon.LEADING_FORMS
    return word.key in _FORMS and word.is_capitalised


def _after_office(prose: Prose, first: int, last: int) -> int:
    """Skip a title and its "of": "Director of the Reconnaissance Bureau" names the bureau."""
    index = first
    for position in range(first, last):
        if _is_office(prose, position, last):
            follower = position + 1
            while follower < last and prose.words[follower].key in HOLDING | ARTICLES:
                follower += 1
            if follower > position + 1 or position == index:
                index = follower
    return index if index < last else first


def _is_office(prose: Prose, index: int, last: int) -> bool:
    """Tell the title in "Director of the Bureau" from the word in "General Bureau"."""
    word = prose.words[index]
    is_in_name = index + 1 < last and prose.words[index + 1].key in lexicon.HEADS
    return word.key in lexicon.TITLES and word.is_capitalised and not is_in_name


def _after_country(prose: Prose, first: int, heads: list[int]) -> int:
    """Skip a country before a head-first name: "DPRK Ministry of Rocket Industry"."""
    for length in (3, 2, 1):
        phrase = " ".join(word.key for word in prose.words[first : first + length])
        if phrase in PLACES and first + length in heads:
            return first + length
    return first


def _before_stranger(prose: Prose, first: int, last: int, anchors: list[int]) -> int:
    """Cut what follows the last head without "of" or "for", unless the name begins with its head.

    "Security Council Resolution" names the Council, "Bank Sputnik" a bank.
    """
    inside = [index for index in anchors if index >= first]
    if not inside or inside[0] == first:
        return last
    end = inside[-1] + 1
    while end < last and (is_form(prose, end) or _is_after_holding(prose, inside[-1], end)):
        end += 1
    return end


def _is_after_holding(prose: Prose, head: int, index: int) -> bool:
    """Whether the word belongs to what "of" or "for" brought in after the head."""
    return any(prose.words[between].key in HOLDING for between in range(head, index + 1))


def _is_telling(prose: Prose, first: int, last: int, sentence: Sentence) -> bool:
    """Whether the name names one: more than a head and a country, and not "a … Organization"."""
    keys = [word.key for word in prose.words[first:last]]
    telling = [
        key for key in keys if key not in lexicon.FUNCTIONS | PLACES and key not in COMPANY_FORMS
    ]
    if len(keys) < 2 or not telling or keys[0].isdigit() or _is_work(prose, last, keys):
        return False
    if keys[0] in lexicon.CLOSING_HEADS and keys[1] not in lexicon.HEADS:
        return False
    if len(keys) == 2 and keys[1] in lexicon.CLOSING_HEADS and all(map(lexicon.is_only_word, keys)):
        return False  # "Derivative Works", "Visual Studio"
    if any(key in HOLDING for key in keys[1:-1]):
        return True
    is_kind = first > sentence.first and prose.words[first - 1].text in {"a", "an", "A", "An"}
    if is_kind and all(map(lexicon.is_only_word, telling)):
        return False
    return len(telling) > 1 or telling[0] not in lexicon.HEADS


def _is_work(prose: Prose, last: int, keys: list[str]) -> bool:
    """Whether the words are of a law, a project or a headline rather than of a body."""
    following = prose.words[last].key if last < len(prose.words) and joins(prose, last - 1) else ""
    ends_as_work = keys[-1] in lexicon.WORKS or following in lexicon.WORKS
    return ends_as_work or not lexicon.HEADLINE_VERBS.isdisjoint(keys)
