"""Organizations that no list knows: names with a head word ("Bank", "Ministry", "Trading"), with a
company form ("LLC"), or called a company, a bank, a firm beside them.

A name may be held together by "of", "for" and "the" ("Ministry of the People's Armed Forces"); "and"
joins only ordinary words ("Terrorism and Financial Intelligence"), never two names. Departments that
designate are organizations like others: they act in the story, and a reader looks for them.
"""

import re
from collections.abc import Collection, Mapping

from actors.names import COMPANY_FORMS
from actors.records import EntityKind, Name
from resolution.text import lexicon
from resolution.text.describing import calls_a, said_after
from resolution.text.places import PLACES
from resolution.text.prose import Prose, Sentence
from resolution.text.runs import LINK, Run, capitalised_runs, joins, opens_name
from resolution.text.spans import Found, Ground

_MOST_WORDS = 14
_HOLDING = frozenset({"of", "for"})
_ARTICLES = frozenset({"the", "der", "la", "el"})
_SPACE = re.compile(r"[\s\xa0]+")
_COMMA = re.compile(r",[\s\xa0]+|\.,?[\s\xa0]+")
_NAMED = re.compile(
    r"(?P<noun>[a-z]+)(?P<link>,|[\s\xa0]+(?:known as|called|named|dubbed))[\s\xa0]+[“\"]?$"
)
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
            last = _name_from(prose, index, sentence, persons)
            one = _organization(prose, index, last, sentence) if last > index else None
            if one:
                found.append(one)
            index = max(last, index + 1)
    return [*found, *_called_so(prose, [*known, *found])]


def _name_from(prose: Prose, first: int, sentence: Sentence, persons: Collection[int]) -> int:
    """Return where the longest stretch from `first` ends that could be one organization's name."""
    last = first
    while last < sentence.last and last - first < _MOST_WORDS:
        if last in persons or not (
            _is_part(prose, last) and (last == first or _holds(prose, last - 1))
        ):
            step = _bridge(prose, first, last, sentence, persons) if last > first else 0
            if not step:
                break
            last += step
        last += 1
    return last


def _is_part(prose: Prose, index: int) -> bool:
    word = prose.words[index]
    return opens_name(prose, index) or (
        index > 0 and word.text.isdigit() and len(word.text) <= 4 and _holds(prose, index - 1)
        and prose.words[index - 1].key in lexicon.HEADS
    )  # fmt: skip


def _holds(prose: Prose, index: int) -> bool:
    """Whether a word and the next belong together: joined, "People's Bank", or a form after a comma."""
    gap = prose.gap(index)
    if joins(prose, index):
        return True
    word = prose.words[index]
    if word.is_possessive:
        return word.key in lexicon.POSSESSIVES and bool(_SPACE.fullmatch(gap))
    if re.fullmatch(r"['’][\s\xa0]+", gap):
        return word.key in lexicon.POSSESSIVES
    return bool(_COMMA.fullmatch(gap)) and _is_form(prose, index + 1)


def _is_form(prose: Prose, index: int) -> bool:
    word = prose.words[index]
    return word.key in COMPANY_FORMS and word.is_capitalised


def _bridge(
    prose: Prose, first: int, last: int, sentence: Sentence, persons: Collection[int]
) -> int:
    """Return how many small words lead on within the name, none where it ends."""
    if not _SPACE.fullmatch(prose.gap(last - 1)) or last + 1 >= sentence.last:
        return 0
    key = prose.words[last].key
    following = last + 1
    if key in _HOLDING and prose.words[following].key in _ARTICLES:
        following += 1
    if following >= sentence.last or following in persons or not opens_name(prose, following):
        return 0
    if key in _HOLDING and _can_hold(prose, first, last):
        is_two = key == "for" and _has_head(prose, following, sentence)
        return 0 if is_two else following - last
    if key in lexicon.FOREIGN_HOLDING:
        return following - last
    if key == "and" and _and_joins(prose, first, last, following, sentence):
        return following - last
    return 0


def _can_hold(prose: Prose, first: int, last: int) -> bool:
    """Whether a head stands before "of" or "for" that such words can follow."""
    return any(
        prose.words[index].key in lexicon.HEADS
        and (index > first or prose.words[index].key not in lexicon.CLOSING_HEADS)
        for index in range(first, last)
    )


def _has_head(prose: Prose, index: int, sentence: Sentence) -> bool:
    """Whether the capitals from here have a head of their own, so that "for" parts two names."""
    while index < sentence.last and opens_name(prose, index):
        if prose.words[index].key in lexicon.HEADS - lexicon.CLOSING_HEADS:
            return True
        if index + 1 == sentence.last or not joins(prose, index):
            return False
        index += 1
    return False


def _and_joins(prose: Prose, first: int, last: int, following: int, sentence: Sentence) -> bool:
    """Whether "and" is inside the name: "&", or an office's two subjects after "of" or "for"."""
    if prose.words[last].text == "&":
        return True
    if not any(word.key in _HOLDING for word in prose.words[first:last]):
        return _has_common_head(prose, following, sentence)
    return lexicon.is_only_word(prose.words[last - 1].key) and _is_subject(
        prose, following, sentence
    )


def _is_subject(prose: Prose, index: int, sentence: Sentence) -> bool:
    """Whether only ordinary words follow, no head among them: "… and Financial Intelligence"."""
    while index < sentence.last and opens_name(prose, index):
        key = prose.words[index].key
        if not lexicon.is_only_word(key) or key in lexicon.HEADS - lexicon.CLOSING_HEADS:
            return False
        if index + 1 == sentence.last or not joins(prose, index):
            break
        index += 1
    return True


def _has_common_head(prose: Prose, index: int, sentence: Sentence) -> bool:
    """Whether two subjects share the head after them: "Propaganda and Agitation Department"."""
    before = prose.words[index - 2].key
    if not lexicon.is_only_word(before) or before in lexicon.HEADS:
        return False
    first = index
    while index < sentence.last and opens_name(prose, index):
        key = prose.words[index].key
        if key in lexicon.HEADS:
            return index > first
        if not lexicon.is_only_word(key) or index + 1 == sentence.last or not joins(prose, index):
            return False
        index += 1
    return False


def _organization(prose: Prose, first: int, last: int, sentence: Sentence) -> Found | None:
    """Return the organization in a stretch, without the title, article or country before it."""
    first = _after_office(prose, first, last)
    heads = [index for index in range(first, last) if prose.words[index].key in lexicon.HEADS]
    forms = [index for index in range(first + 1, last) if _is_strict_form(prose, index)]
    if not heads and not forms:
        return None
    first = _after_country(prose, first, heads)
    last = _before_stranger(prose, first, last, heads + forms)
    if not _is_telling(prose, first, last, sentence):
        return None
    return _as_found(prose, first, last)


def _is_strict_form(prose: Prose, index: int) -> bool:
    return prose.words[index].key in _FORMS and prose.words[index].is_capitalised


def _after_office(prose: Prose, first: int, last: int) -> int:
    """Skip a title and its "of": "Director of the Reconnaissance Bureau" names the bureau."""
    index = first
    for position in range(first, last):
        if _is_office(prose, position, last):
            follower = position + 1
            while follower < last and prose.words[follower].key in _HOLDING | _ARTICLES:
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
    """Cut what follows the last head without "of" or "for", unless the name begins with its head:
    "Security Council Resolution" names the Council, "Bank Sputnik" a bank.
    """
    inside = [index for index in anchors if index >= first]
    if not inside or inside[0] == first:
        return last
    end = inside[-1] + 1
    while end < last and (_is_form(prose, end) or _is_after_holding(prose, inside[-1], end)):
        end += 1
    return end


def _is_after_holding(prose: Prose, head: int, index: int) -> bool:
    """Whether the word belongs to what "of" or "for" brought in after the head."""
    return any(prose.words[between].key in _HOLDING for between in range(head, index + 1))


def _is_telling(prose: Prose, first: int, last: int, sentence: Sentence) -> bool:
    """Whether the name names one: more than a head and a country, and not "a … Organization"."""
    words = prose.words[first:last]
    telling = [
        word
        for word in words
        if word.key not in lexicon.FUNCTIONS | PLACES and word.key not in COMPANY_FORMS
    ]
    if len(words) < 2 or not telling or words[0].text.isdigit():
        return False
    opens_with_end = words[0].key in lexicon.CLOSING_HEADS and words[1].key not in lexicon.HEADS
    if opens_with_end or words[-1].key in lexicon.WORKS:
        return False
    if any(word.key in lexicon.HEADLINE_VERBS for word in words):
        return False
    if any(word.key in _HOLDING for word in words[1:-1]):
        return True
    if (
        all(word.key in lexicon.HEADS or word.key in PLACES for word in telling)
        and len(telling) < 2
    ):
        return False
    if last < sentence.last and prose.words[last].key in lexicon.WORKS and joins(prose, last - 1):
        return False
    before = prose.words[first - 1].text.lower() if first > sentence.first else ""
    if before in {"a", "an"} and all(lexicon.is_only_word(word.key) for word in telling):
        return False
    return not (
        first == sentence.first and words[0].key in lexicon.HEADS and words[1].text.islower()
    )


def _called_so(prose: Prose, known: Collection[Found]) -> list[Found]:
    """Return runs that the text calls a company, a bank or a vessel, and those in one list with such:
    "X, a Russian bank"; "the tankers X, Y and Z"; "Dana Holdings, X and Belaruskali JSC".
    """
    taken = {place for one in known for place in range(one.first, one.last)}
    runs = [
        run
        for run in capitalised_runs(prose)
        if taken.isdisjoint(range(run.first, run.last))
        and " ".join(word.key for word in prose.words[run.first : run.last]) not in PLACES
    ]
    kinds = {(one.start, one.end): one.kind for one in known}
    found: list[Found] = []
    for run in runs:
        kind = _kind_called(prose, run) or _kind_listed(prose, run, kinds)
        if kind:
            one = _as_found(prose, run.first, run.last, kind)
            kinds[one.start, one.end] = kind
            found.append(one)
    return found


def _kind_listed(
    prose: Prose, run: Run, kinds: Mapping[tuple[int, int], EntityKind]
) -> EntityKind | None:
    """Return the kind of the neighbours in an enumeration: both, or vessels on the left."""
    start, end = prose.words[run.first].start, prose.words[run.last - 1].end
    if all(lexicon.is_word(word.key) for word in prose.words[run.first : run.last]):
        return None
    left = next(
        (kind for at, kind in kinds.items() if LINK.fullmatch(prose.text, at[1], start)), None
    )
    right = next(
        (kind for at, kind in kinds.items() if LINK.fullmatch(prose.text, end, at[0])), None
    )
    if left is EntityKind.VESSEL or (left is right and left is EntityKind.ORGANIZATION):
        return left
    return None


def _kind_called(prose: Prose, run: Run) -> EntityKind | None:
    """Return the kind of the noun before the name or after it."""
    before = prose.words[run.first - 1] if run.first > run.sentence.first else None
    if before and _SPACE.fullmatch(prose.gap(run.first - 1)) and not before.is_possessive:
        if before.text in lexicon.VESSELS or before.text in {"MV", "MT"}:
            return EntityKind.VESSEL
        if before.text in lexicon.ORGANIZATIONS and not _are_words(prose, run):
            return EntityKind.ORGANIZATION
    if not _are_words(prose, run) and _is_named_so(prose, run):
        return EntityKind.ORGANIZATION
    said = said_after(prose, prose.words[run.last - 1].end)
    if said is None or not re.match(r"(?:an?|the|its|their)\b", said):
        return None
    if calls_a(lexicon.PERSONS, said):
        return None
    if calls_a(lexicon.VESSELS, said):
        return EntityKind.VESSEL
    is_organization = calls_a(lexicon.ORGANIZATIONS, said) and not _are_words(prose, run)
    return EntityKind.ORGANIZATION if is_organization else None


def _is_named_so(prose: Prose, run: Run) -> bool:
    """Whether the name is given to a noun: "a group known as X", "Russia's intelligence agency, X,"."""
    start, end = prose.words[run.first].start, prose.words[run.last - 1].end
    noun = _NAMED.search(prose.text, max(run.sentence.span.start, start - 60), start)
    if noun is None or noun["noun"] not in lexicon.ORGANIZATIONS:
        return False
    return noun["link"] != "," or prose.text[end : end + 1] == ","


def _are_words(prose: Prose, run: Run) -> bool:
    return all(lexicon.is_word(word.key) for word in prose.words[run.first : run.last])


def _as_found(
    prose: Prose, first: int, last: int, kind: EntityKind = EntityKind.ORGANIZATION
) -> Found:
    start, end = prose.words[first].start, prose.words[last - 1].end
    name = Name(" ".join(prose.text[start:end].split()))
    return Found(first, last, start, end, kind, Ground.SHAPE, (name,))
