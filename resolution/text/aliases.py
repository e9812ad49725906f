"""Other names that the text itself gives an actor, and where it uses them again.

"Second Academy of Natural Sciences (SANS)" and ", or SANS" belong to the span; so does ", aka “El
Mencho”". A short form in parentheses, "Guan Tianfeng (Guan)", is a mention of its own. Every later
"SANS" or "Guan" then is a mention under the full name, because the text said so.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from actors.names import fold, tokens
from actors.records import EntityKind, Name, NameType
from resolution.text import lexicon
from resolution.text.places import PLACES
from resolution.text.prose import Prose
from resolution.text.spans import Found, Ground

_QUOTE = "[“”\"'‘’«»]"
_PARENTHESIS = re.compile(
    rf"\s*\((?:hereafter|hereinafter|or|the|also|abbreviated(?: as)?|for short)?,?\s*"
    rf"{_QUOTE}?(?P<short>[^()“”\"«»]{{1,40}}?){_QUOTE}?\)"
)
_ACRONYM = r"[^\W\d_a-z][\w&/-]*+(?:\s[A-Z]{2,}+[\w-]*+)*+"
_OR = re.compile(rf",?\s+or\s+(?:the\s+)?{_QUOTE}?(?P<short>{_ACRONYM}){_QUOTE}?")
_FOR_SHORT = re.compile(rf",\s+(?:or\s+)?(?P<short>{_ACRONYM})\s+for\s+short")
_ALSO = re.compile(
    r"\s*+,?\s*+(?P<open>\()?(?:a\.?\s?k\.?\s?a\.?|also (?:known|called)(?: as)?|"
    r"alias|better known as|nicknamed|known as)\s+"
    r"(?:[“\"«‘'](?P<quoted>[^“”\"«»\r\n]{1,60})[”\"»’']|"
    r"(?P<plain>[^\W\d_a-z][\w’'-]*(?:\s[^\W\d_a-z][\w’'-]*){0,5}))(?(open)\))"
)
_MOST_LETTERS = 14
_SURNAME_LETTERS = 4


@dataclass(frozen=True, slots=True)
class _ShortName:
    """A short name, where it was introduced, and the find it stands for."""

    words: tuple[str, ...]
    type: NameType
    since: int
    bearer: Found


def with_own_names(prose: Prose, found: Iterable[Found]) -> list[Found]:
    """Return the finds with the names that the text adds, and the places where it uses these."""
    result: list[Found] = []
    shorts: dict[tuple[str, ...], _ShortName] = {}
    for one in found:
        named, short = _named(prose, one)
        result.append(named)
        if short:
            shorts.setdefault(short.words, short)
    result.extend(_uses(prose, shorts.values()))
    result.extend(_references(prose, result))
    return result


def _named(prose: Prose, one: Found) -> tuple[Found, _ShortName | None]:
    also = _ALSO.match(prose.text, one.end)
    if also:
        written = (also["quoted"] or also["plain"]).strip(" .,;")
        alias = Name(" ".join(written.split()), NameType.ALIAS)
        if _is_acronym(alias.value, one):
            alias = Name(alias.value, NameType.ACRONYM)
        named = replace(one, end=also.end(), names=(*one.names, alias))
        return named, _short(alias.value, alias.type, 0, named)
    for pattern in (_FOR_SHORT, _PARENTHESIS, _OR):
        introduced = pattern.match(prose.text, one.end)
        if introduced is None:
            continue
        short = " ".join(introduced["short"].split())
        if _is_acronym(short, one, is_sure=pattern is not _OR):
            end = introduced.end("short") if pattern is _FOR_SHORT else introduced.end()
            named = replace(one, end=end, names=(*one.names, Name(short, NameType.ACRONYM)))
            return named, _short(short, NameType.ACRONYM, 0, named)
        if pattern is _PARENTHESIS and _is_part(short, one):
            return one, _short(short, NameType.WEAK_ALIAS, one.end, one)
    return one, None


def _short(short: str, kind: NameType, since: int, bearer: Found) -> _ShortName:
    return _ShortName(tuple(short.split()), kind, since, bearer)


def _is_acronym(short: str, one: Found, *, is_sure: bool = True) -> bool:
    """Whether the letters are mostly capitals and come, in their order, from the name.

    In a parenthesis after an organization capitals suffice: acronyms of other languages do not
    come from the English name ("Main Intelligence Directorate (GRU)").
    """
    letters = [letter for letter in short if letter.isalnum()]
    capitals = sum(letter.isupper() for letter in letters)
    if not 1 < len(letters) <= _MOST_LETTERS or capitals * 5 < len(letters) * 3:
        return False
    if one.kind is EntityKind.PERSON or fold(short) in PLACES:
        return False
    return _comes_from(fold(short).replace(" ", ""), one) or (is_sure and short.isupper())


def _comes_from(letters: str, one: Found) -> bool:
    words = tokens(one.names[0].value)
    remaining = iter("".join(words))
    starts_a_word = any(word.startswith(letters[:1]) for word in words)
    return starts_a_word and all(letter in remaining for letter in letters)


def _is_part(short: str, one: Found) -> bool:
    """Whether the short form is made of words of the name, and not all of them."""
    part, whole = tokens(short), tokens(one.names[0].value)
    return bool(part) and len(part) < len(whole) and set(part) <= set(whole) and short[0].isupper()


def _uses(prose: Prose, shorts: Iterable[_ShortName]) -> Iterator[Found]:
    by_size: dict[int, dict[tuple[str, ...], _ShortName]] = defaultdict(dict)
    for short in shorts:
        by_size[len(short.words)][short.words] = short
    for size, of_size in by_size.items():
        for first in range(len(prose.words) - size + 1):
            start, end = prose.words[first].start, prose.words[first + size - 1].end
            used = of_size.get(tuple(prose.text[start:end].split()))
            if used is None or start < used.since:
                continue
            short = used
            names = (short.bearer.names[0], Name(" ".join(short.words), short.type))
            yield Found(
                first,
                first + size,
                start,
                end,
                short.bearer.kind,
                Ground.DEFINED,
                names,
                short.bearer.owners,
            )


def _references(prose: Prose, found: Iterable[Found]) -> Iterator[Found]:
    """Yield lone surnames of persons whom the text names in full, where no two share one."""
    bearers: dict[str, dict[tuple[str, ...], Found]] = {}
    for one in found:
        words = tokens(one.names[0].value)
        if one.kind is EntityKind.PERSON and len(words) > 1:
            for end in {words[0], words[-1]}:
                bearers.setdefault(end, {}).setdefault(tuple(sorted(words)), one)
    for index, word in enumerate(prose.words):
        sharers = bearers.get(word.key, {})
        if len(sharers) != 1 or not _is_surname(prose, index):
            continue
        bearer = next(iter(sharers.values()))
        if tokens(bearer.names[0].value)[-1] != word.key:
            continue
        names = (bearer.names[0], Name(word.text, NameType.WEAK_ALIAS))
        yield Found(
            index,
            index + 1,
            word.start,
            word.end,
            EntityKind.PERSON,
            Ground.REFERENCE,
            names,
            bearer.owners,
        )


def _is_surname(prose: Prose, index: int) -> bool:
    """Whether a lone word is written as a name: a capital, no other name beside it, no article."""
    word = prose.words[index]
    sentence = prose.sentence_at(index)
    if (
        not word.text[0].isupper()
        or len(word.text) < _SURNAME_LETTERS
        or word.key in prose.lower_case_words
        or word.key in PLACES | lexicon.WORKS
        or sentence.is_heading
        or sentence.is_shouting
    ):
        return False
    before = prose.words[index - 1] if index > sentence.first else None
    after = prose.words[index + 1] if index + 1 < sentence.last else None
    if before and before.key in {"the", "a", "an"}:
        return False
    joined_before = before and prose.gap(index - 1).isspace() and before.is_capitalised
    joined_after = after and prose.gap(index).isspace() and after.is_capitalised
    return not (
        (joined_before and before and before.key not in lexicon.TITLES | lexicon.FUNCTIONS)
        or (joined_after and not word.is_possessive)
    )
