"""Words that nobody has heard, and what becomes of them when they are written down."""

import random
from collections.abc import Sequence

_LETTERS = "abcdefghiklmnoprstuvwyz"


def made_word(draw: random.Random, syllables: int) -> str:
    """Make a word up."""
    return "".join(draw.choice("bcdfghklmnprstvz") + draw.choice("aeiou") for _ in range(syllables))


def made_words(draw: random.Random, count: int) -> list[str]:
    """Make several up."""
    return [
        made_word(draw, draw.randint(2, 3)) + draw.choice("nrslmt ").strip() for _ in range(count)
    ]


def some(draw: random.Random, known: Sequence[str]) -> str:
    """Draw a word, those in front more often than those behind."""
    return known[int(len(known) * draw.random() ** 2)]


def slip(draw: random.Random, text: str) -> str:
    """Return a text with one letter lost, doubled, exchanged or another."""
    if len(text) < 3:
        return text
    place = draw.randrange(1, len(text) - 1)
    return draw.choice(
        [
            text[:place] + text[place + 1 :],
            text[:place] + text[place + 1] + text[place] + text[place + 2 :],
            text[:place] + draw.choice(_LETTERS) + text[place + 1 :],
            text[:place] + text[place] + text[place:],
        ]
    )


def kept(draw: random.Random, text: str, disorder: float) -> str:
    """Return a text with the slips of so much disorder, or nothing."""
    if draw.random() < 0.35 * disorder:
        return ""
    return slip(draw, text) if draw.random() < 0.4 * disorder else text
