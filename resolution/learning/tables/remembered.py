"""What is known of pairs so far, to be looked up and added to.

A pair is one number, its code; codes ascend, so that millions are looked up without a hash of all.
"""

import numpy as np

from resolution.learning.tables.regression import Booleans
from resolution.tables.variables import Floats, Integers


class Remembered:
    """A value for each of some pairs."""

    def __init__(self) -> None:
        """Begin with none."""
        self.codes: Integers = np.empty(0, dtype=np.int64)
        """Ascending."""
        self.values: Floats = np.empty(0)

    def lacks(self, codes: Integers) -> Booleans:
        """Tell of which pairs nothing is known yet."""
        places = np.searchsorted(self.codes, codes)
        lacking = np.ones(len(codes), dtype=np.bool_)
        inside = np.flatnonzero(places < len(self.codes))
        lacking[inside] = self.codes[places[inside]] != codes[inside]
        return lacking

    def add(self, codes: Integers, values: Floats) -> None:
        """Remember values of pairs of which nothing is known yet, each once."""
        order = np.argsort(codes, kind="stable")
        places = np.searchsorted(self.codes, codes[order])
        self.codes = np.insert(self.codes, places, codes[order])
        self.values = np.insert(self.values, places, values[order])

    def of(self, codes: Integers) -> Floats:
        """Return the values of pairs that are known."""
        return self.values[np.searchsorted(self.codes, codes)]
