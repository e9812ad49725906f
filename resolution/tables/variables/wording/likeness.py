"""How alike two different words of texts are, compiled.

As Jaro and Winkler (1990) say, with exceptions: words that hold figures are equal, when long off by
a slip, or begin one another; a single letter agrees in part with the word that it begins.
"""

from resolution.alignment.letters import BONUS_FROM, Stretch, jaro_winkler
from resolution.compiled import compiled
from resolution.tables.variables.base import Integers
from resolution.tables.variables.wording.texts import Texts

_LEAST_ALIKE, _LEAST_ALIKE_FIGURES = 0.8, 0.9
"""Words less alike than this are different words."""
_INITIAL = 0.75
_LONG_NUMBER = 5
_BEGUN = 0.8
"""A code and one that goes on after it, as FS105 and FS105NA."""
_MOST_LETTERS = 64
_BITS = 63


@compiled
def likeness(texts: Texts, one: int, other: int, board: Integers) -> float:
    """Compare two words, given by number; `board` has a 0 for each letter of the alphabet."""
    if one == other:
        return 1.0
    left, right = _letters(texts, one), _letters(texts, other)
    shorter, longer = min(left.length, right.length), max(left.length, right.length)
    least = _LEAST_ALIKE
    if texts.has_figure[one] or texts.has_figure[other]:
        if texts.is_code[one] and texts.is_code[other] and _agree(texts, left, right, shorter):
            return _BEGUN
        if shorter < _LONG_NUMBER or longer - shorter > 1:
            return 0.0
        least = _LEAST_ALIKE_FIGURES
    elif shorter == 1:
        return _INITIAL if longer > 1 and _agree(texts, left, right, 1) else 0.0
    if shorter * 2 < longer or _most_jaro(texts, left, right) <= BONUS_FROM:
        return 0.0
    # Each letter of the first word takes one of the second; the order decides the last bit.
    found = jaro_winkler(texts.letters, _head(right), _head(left), board)
    return found if found >= least else 0.0


@compiled
def _letters(texts: Texts, word: int) -> Stretch:
    begin = texts.letter_starts[word]
    return Stretch(begin, texts.letter_starts[word + 1] - begin)


@compiled
def _agree(texts: Texts, left: Stretch, right: Stretch, length: int) -> bool:
    """Tell whether two words begin with the same letters."""
    for place in range(length):
        if texts.letters[left.begin + place] != texts.letters[right.begin + place]:
            return False
    return True


@compiled
def _most_jaro(texts: Texts, left: Stretch, right: Stretch) -> float:
    """Bound Jaro's similarity by the letters that occur in both: most pairs of words are unlike."""
    seen = 0
    for place in range(right.length):
        seen |= 1 << (texts.letters[right.begin + place] & _BITS)
    common = 0
    for place in range(left.length):
        common += (seen >> (texts.letters[left.begin + place] & _BITS)) & 1
    return (common / left.length + min(common, right.length) / right.length + 1.0) / 3.0


@compiled
def _head(word: Stretch) -> Stretch:
    """Return the letters that are compared: compiled code has a bit for each."""
    return Stretch(word.begin, min(word.length, _MOST_LETTERS))
