"""Codes: words of four characters or more with figures in them, as models of products have."""

_SHORTEST = 4


def has_figure(word: str) -> bool:
    """Tell whether a word holds a figure of any script."""
    return any(map(str.isdigit, word))


def is_code(word: str) -> bool:
    """Tell whether a word is long enough, and has figures, to name a model."""
    return len(word) >= _SHORTEST and has_figure(word)
