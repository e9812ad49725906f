"""What happens to a graph while a run is under way, told by the transactions the run has begun."""

from collections.abc import Callable
from typing import TypeVar

from actors.graph import Graph, Transaction

Result = TypeVar("Result")


class Meanwhile(Graph):
    """A graph to which something happens once a run has begun so many transactions."""

    def __init__(self, graph: Graph, transactions: int, happening: Callable[[], None]) -> None:
        super().__init__(graph._driver, graph._address)
        self._left = transactions
        self._happening = happening
        self.has_happened = False

    def together(self, work: Callable[[Transaction], Result]) -> Result:
        if not self._left:
            self.has_happened = True
            self._happening()
        self._left -= 1
        return super().together(work)
