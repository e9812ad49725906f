"""Disjoint sets: who hangs together with whom."""

from collections.abc import Iterable


class Union:
    """Sets that grow together; a set is named by its smallest member."""

    def __init__(self, size: int) -> None:
        """Begin with every number below `size` alone."""
        self._parents = list(range(size))

    def find(self, one: int) -> int:
        """Return the name of the set that holds this number."""
        while self._parents[one] != one:
            self._parents[one] = self._parents[self._parents[one]]
            one = self._parents[one]
        return one

    def join(self, one: int, other: int) -> bool:
        """Put two sets together; False where they were one already."""
        left, right = sorted((self.find(one), self.find(other)))
        self._parents[right] = left
        return left != right

    def groups(self, numbers: Iterable[int]) -> list[list[int]]:
        """Return the sets that these numbers form."""
        found: dict[int, list[int]] = {}
        for number in numbers:
            found.setdefault(self.find(number), []).append(number)
        return list(found.values())
