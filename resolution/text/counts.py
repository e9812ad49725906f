"""Counts of the sanctioned in prose: "nine individuals and seven entities".

Three decisions on which of the counts in a text are claims:

- A claim must be about being sanctioned. Two kinds side by side need a word for sanctions in their
  sentence, or one before them and a word for doing in their sentence; "individuals" with "entities"
  is the lists' own jargon and needs only a text about lists. A single kind must moreover be what is
  sanctioned: "designated 15 entities", "two banks were listed".
- A sentence that dates what it tells to long before the text counts an earlier action; so does
  "previously". Neither is a claim about what the text reports.
- A count after a name ("Rim and Kim, two DPRK nationals") describes those named: no claim either.
"""

import re
from bisect import bisect_left
from collections.abc import Collection
from dataclasses import dataclass

from actors.records import CountClaim, Document
from resolution.text import lexicon
from resolution.text.counted import Count, chains
from resolution.text.days import is_of_the_past
from resolution.text.prose import Prose, Sentence
from resolution.text.spans import Found

_NEAR = 40
_DONE_TO_BEFORE = re.compile(
    r"\b(?:sanction|designat|blacklist|target|list|identif|add|nam|penal|freez|block|punish|hit|"
    r"against|measures on|restrict|announc|includ)\w*+\W++(?:[\w’'.-]++\W++){0,10}$",
    re.IGNORECASE,
)
_DONE_TO_AFTER = re.compile(
    r"(?:[^.;!?]{0,90}?)\b(?:were|was|have|has|had|are|is|be|been|being)\W+(?:\w+\W+){0,3}?"
    r"(?:sanctioned|designated|blacklisted|listed|added|targeted|named|blocked|placed|put|subject|hit|penali[sz]ed|punished)\b",
    re.IGNORECASE,
)
_LISTS = re.compile(r"\b(?:list(?:s|ed|ing|ings)?|treasury|ofac)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Text:
    """What is asked of the whole text for every count, and so found once."""

    sanctions: list[int]
    """Where it speaks of sanctions, in its order."""
    speaks_of_lists: bool
    name_ends: frozenset[int]

    def speaks_between(self, start: int, end: int) -> bool:
        """Whether sanctions are spoken of in a part of it."""
        at = bisect_left(self.sanctions, start)
        return at < len(self.sanctions) and self.sanctions[at] < end


def counts_in(prose: Prose, document: Document, found: Collection[Found]) -> tuple[CountClaim, ...]:
    """Return the text's own counts of the sanctioned, in its order."""
    claims = []
    heading = document.title
    text = _Text(
        [one.start() for one in lexicon.SANCTIONING.finditer(prose.text)],
        _LISTS.search(prose.text) is not None,
        frozenset(one.end for one in found),
    )
    for sentence in prose.sentences:
        said = prose.text[sentence.span.start : sentence.span.end]
        if sentence.is_heading:
            heading = said
        if is_of_the_past(said, document.published_on):
            continue
        about = f"{document.title}\n{heading}"
        claims += [
            _claim(prose, chain)
            for chain in chains(prose, sentence)
            if _is_about_sanctions(prose, sentence, chain, about, text)
        ]
    return tuple(claims)


def _claim(prose: Prose, chain: list[Count]) -> CountClaim:
    totals: dict[str, int] = {}
    for count in chain:
        totals[count.kind] = totals.get(count.kind, 0) + count.value
    start, end = chain[0].start, chain[-1].end
    return CountClaim(prose.text[start:end], start, end, **totals)


def _is_about_sanctions(
    prose: Prose, sentence: Sentence, chain: list[Count], heading: str, text: _Text
) -> bool:
    said = prose.text[sentence.span.start : sentence.span.end]
    before = prose.text[sentence.span.start : chain[0].start]
    after = prose.text[chain[-1].end : sentence.span.end]
    if _harms(before, after) or _describes_named(prose, chain, text.name_ends):
        return False
    speaks_of_sanctions = text.speaks_between(sentence.span.start, sentence.span.end)
    was_spoken_of = text.speaks_between(0, sentence.span.end) or lexicon.SANCTIONING.search(heading)
    if len({count.kind for count in chain}) > 1:
        is_jargon = {"individual", "entit"} <= {
            count.noun.rstrip("sy").removesuffix("ie") for count in chain
        }
        if is_jargon and (text.speaks_of_lists or text.sanctions):
            return True
        return speaks_of_sanctions or bool(was_spoken_of and lexicon.ACTING.search(said))
    is_done_to = _DONE_TO_BEFORE.search(before[-160:]) or _DONE_TO_AFTER.match(after)
    return bool(is_done_to and (speaks_of_sanctions or was_spoken_of))


def _harms(before: str, after: str) -> bool:
    near = (before[-40:] + " " + after[:60]).lower()
    return any(re.search(rf"\b{word}\b", near) for word in lexicon.HARM)


def _describes_named(prose: Prose, chain: list[Count], name_ends: Collection[int]) -> bool:
    """Whether the count stands in apposition to names, and so counts these only."""
    window = max(0, chain[0].start - _NEAR)
    before = prose.text[window : chain[0].start].rstrip()
    if before.endswith("and") and "other" in prose.text[chain[0].start : chain[0].end].split():
        name_end = window + len(before[:-3].rstrip())  # "X and four other officials"
    elif before.endswith((",", "–", "—", "(")):
        name_end = window + len(before[:-1].rstrip())
    else:
        return False
    return name_end in name_ends
