"""Texts that say one thing over and over: every step must look at a bounded part of them only."""

import sys

import pytest
from prose_builders import article, listed, organization

from resolution.text import Gazetteer, read_text

GAZETTEER = Gazetteer.of((listed("KIM, Yong Chol", "김영철"), organization("HEZBOLLAH")))
LENGTH = 200_000


def calls_made(text: str) -> int:
    """Count the calls of functions that reading a text makes."""
    calls = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        read_text(article(text), GAZETTEER)
    finally:
        sys.setprofile(before)
    return calls


@pytest.mark.parametrize(
    "piece",
    ["Abc ", "김영철 ", "Kim Yong Chol ", "Ltd ", "A.", "Abc de ", "of Order "],
)
def test_a_text_twice_as_long_takes_twice_the_work(piece: str) -> None:
    """The work once grew with the square of the length: a run hung on such a text for hours."""
    text = piece * (6_000 // len(piece))
    read_text(article(text), GAZETTEER)  # what is kept for good is kept now

    assert calls_made(text * 2) < calls_made(text) * 2.5


@pytest.mark.parametrize("piece", [".", "nine individuals ", "Reports name Kim Yong Chol. "])
def test_a_long_repetitive_text_is_read_with_exact_spans(piece: str) -> None:
    """These searched the rest of the text, or all before it, again from every place."""
    text = f"{piece * (LENGTH // len(piece))}end"

    found = read_text(article(text), GAZETTEER)

    assert len(found.mentions) == text.count("Kim Yong Chol")
    for mention in found.mentions:
        assert text[mention.start : mention.end] == mention.quote == "Kim Yong Chol"


@pytest.mark.parametrize(
    "following", [" " * LENGTH, f", or {'A' * LENGTH}", f", {'A' * LENGTH} ", "." * LENGTH]
)
def test_what_follows_a_known_name_is_looked_at_once(following: str) -> None:
    found = read_text(article(f"They met Kim Yong Chol{following}x"), GAZETTEER)

    assert found.mentions[0].quote == "Kim Yong Chol"


def test_a_sentence_ends_somewhere() -> None:
    mentions = read_text(article("Kim Yong Chol met " * 1000), GAZETTEER).mentions

    assert max(len((one.sentence or "").split()) for one in mentions) == 500


def test_dashed_words_before_a_count_are_parted_in_one_way() -> None:
    """A dash is of a word or between two: every way to part them was tried."""
    text = f"They listed {'--a--b-- ' * 20}nine individuals."

    assert read_text(article(text), GAZETTEER).claims == ()
