"""What holds for every text."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from prose_builders import article, listed, organization, reading, vessel

from actors.records import MentionKind, text_mention_id
from resolution.text import EXTRACTOR, Gazetteer, fingerprint, read_text

RECORDS = (
    listed("KIM, Yong Chol", "김영철"),
    organization("SECOND ACADEMY OF NATURAL SCIENCES (SANS)"),
    organization("HEZBOLLAH"),
    vessel("OLIVE"),
)
GAZETTEER = Gazetteer.of(RECORDS)

PIECES = st.sampled_from(
    ["Kim Yong-chol", "KIM, Yong Chol", "the Second Academy of Natural Sciences (SANS)", "SANS",
     "Hezbollah’s", "tanker Olive", "nine individuals and seven entities", "sanctioned",
     "President Anselm Kovarik", "a DPRK national", "Bank of England", "aka “El Zorro”", "😀",
     "\r\n", "\n\n", "\u00a0", ". ", ", ", " and ", "(", ")", "’", "e\u0301", "김영철", "𝔎𝔦𝔪",
     "OFAC", "Ltd.", "- ", "—", "U.S. ", "A.", "1,000", "&"]
)  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=300),
    st.lists(PIECES, max_size=30).map(" ".join),
    st.lists(PIECES, max_size=30).map("".join),
)


@given(TEXTS)
def test_spans_and_quotes_are_exact_and_mentions_never_overlap(text: str) -> None:
    document = article(text)

    found = read_text(document, GAZETTEER)

    for mention in found.mentions:
        assert mention.start is not None
        assert mention.end is not None
        assert text[mention.start : mention.end] == mention.quote != ""
        assert mention.id == text_mention_id(document.id, mention.start, mention.end)
        assert mention.sentence is not None
        assert mention.sentence in text
        assert all(name.value.strip() for name in mention.names)
    spans = [(mention.start or 0, mention.end or 0) for mention in found.mentions]
    assert all(left[1] <= right[0] for left, right in pairwise(spans))
    for claim in found.claims:
        assert text[claim.start : claim.end] == claim.quote != ""


@given(TEXTS)
def test_reading_twice_gives_the_same(text: str) -> None:
    assert read_text(article(text), GAZETTEER) == read_text(article(text), GAZETTEER)


def test_spans_count_code_points_after_characters_beyond_the_basic_plane() -> None:
    text = "😀😀\r\nReports name Kim Yong Chol.\r\n"

    (mention,) = reading(text, *RECORDS).mentions

    assert (mention.start, mention.end) == (text.index("Kim"), text.index("Chol") + 4)
    assert mention.sentence == "Reports name Kim Yong Chol."


def test_a_mention_says_where_it_stands_and_what_found_it() -> None:
    document = article("Reports name Kim Yong Chol.")

    (mention,) = read_text(document, GAZETTEER).mentions

    assert mention.kind is MentionKind.TEXT
    assert (mention.document, mention.source) == (document.id, document.source)
    assert mention.extractor == EXTRACTOR


@pytest.mark.parametrize("text", ["", " ", "\n\n", "."])
def test_a_text_without_words_says_nothing(text: str) -> None:
    assert reading(text, *RECORDS).mentions == ()


def test_the_fingerprint_changes_with_the_names_and_not_with_their_order() -> None:
    forward, backward = fingerprint(RECORDS), fingerprint(reversed(RECORDS))
    more = fingerprint([*RECORDS, listed("RI, Chang Ho")])

    assert forward == backward != more
