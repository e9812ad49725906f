"""Questions in a terminal: two records side by side, answered with one key.

y: one, n: two, u: unsure, b: back to the answer before, q: enough for now. Drawn on stderr, since
results go to stdout; keys come from whoever makes the asker, so that a test can press them.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from rich.console import Console
from rich.table import Table
from rich.text import Text

from actors.printable import printable
from resolution.labelling.answers import Label, StopAsking
from resolution.labelling.contradictions import Contradiction
from resolution.labelling.session import Pair, Session, ordered
from resolution.labelling.sides import ALIKE, DIFFERENT, ONE_SIDED, SAME, Row, Sides, differing

KEYS = "y: one   n: two   u: unsure   b: back   q: stop here, go on another day"
_ANSWERS = {"y": True, "n": False, "u": None}
_WORDS = {True: "one", False: "two", None: "unsure"}
_BACK, _QUIT = "b", ("q", "\x04")
_STYLES = {SAME: "green", ALIKE: "yellow", DIFFERENT: "bold red", ONE_SIDED: "dim"}
_LEGEND = "= same   ~ alike, what differs underlined   ≠ different   ? known on one side only"


@dataclass(frozen=True, slots=True)
class Person:
    """Whoever sits at the terminal."""

    read_key: Callable[[], str]
    """Waits for a key; the empty text when no more will come."""
    most: int | None = None
    """How many questions are asked at most."""
    prepare: Callable[[], None] = lambda: None
    """Called before a question is drawn: to take progress bars away, to forget keys pressed."""


class Terminal:
    """Asks a person; every answer is saved as it is given."""

    def __init__(
        self,
        session: Session,
        sides_of: Callable[[int, int], Sides],
        person: Person,
    ) -> None:
        """Take where answers go, how pairs look, and who is asked."""
        self._session = session
        self._sides_of = sides_of
        self._person = person
        self._keys = _pressed(person.read_key)
        self._console = Console(stderr=True, highlight=False)

    @property
    def labels(self) -> Sequence[Label]:
        """All labels in force."""
        return self._session.labels

    def ask(self, left: int, right: int) -> bool | None:
        """Ask until there is an answer about this pair, going back as often as wanted.

        A pair that was left open another day stays so.
        """
        asked = self._session.asked
        question = ordered(left, right)
        if self._session.is_left_open(question):
            return None
        if self._person.most is not None and len(asked) >= self._person.most:
            raise StopAsking
        back = 0
        while True:
            pair = question if not back else asked[len(asked) - back]
            self._draw(pair)
            key = self._key()
            if key in _QUIT:
                raise StopAsking
            if key == _BACK:
                if back < len(asked):
                    back += 1
                else:
                    self._say("This is the first question of this sitting: nothing to go back to.")
                continue
            answer = _ANSWERS[key]
            contradiction = self._session.answer(*pair, answer)
            if contradiction:
                self._tell(contradiction)
            if not back:
                return answer
            back = 0

    def _key(self) -> str:
        for key in self._keys:
            if key in _ANSWERS or key == _BACK or key in _QUIT:
                return key
            self._say(f"That key means nothing here.  {KEYS}")
        raise StopAsking

    def _draw(self, pair: Pair) -> None:
        self._person.prepare()
        sides = self._sides_of(*pair)
        table = Table(box=None, pad_edge=False, header_style="bold")
        table.add_column("")
        table.add_column(Text(printable(sides.left)), overflow="fold", ratio=1)
        table.add_column("", justify="center")
        table.add_column(Text(printable(sides.right)), overflow="fold", ratio=1)
        for row in sides.rows:
            if row.sign:
                table.add_row(*_cells(row))
        self._console.rule(self._standing(), align="left")
        self._console.print(table)
        before = self._session.answers.get(pair, False)
        if pair in self._session.answers:
            self._say(f"Your answer was: {_WORDS[before]}.")
        self._say(f"{_LEGEND}\nAre they one?   {KEYS}")

    def _standing(self) -> str:
        session = self._session
        asked = len(session.answers)
        most = self._person.most
        left = "" if most is None else f" (at most {most - len(session.asked):,} to go)"
        return (
            f"answered {asked:,}{left} · one {session.count(True):,} · "
            f"two {session.count(False):,} · unsure {session.count(None):,}"
        )

    def _tell(self, contradiction: Contradiction) -> None:
        self._say("These answers cannot all be right; b goes back:", style="bold yellow")
        for label in contradiction.labels:
            sides = self._sides_of(*label[:2])
            self._say(f"  {sides.left} and {sides.right}: {_WORDS[label.match]}")

    def _say(self, sentence: str, style: str | None = None) -> None:
        self._console.print(Text(printable(sentence)), style=style, soft_wrap=True)


def _cells(row: Row) -> tuple[Text, Text, Text, Text]:
    sign, style = row.sign, _STYLES[row.sign]
    left, right = printable(row.left), printable(row.right)
    if sign != ALIKE:
        return Text(row.name), Text(left, style), Text(sign, style), Text(right, style)
    return Text(row.name), _marked(left, right), Text(sign, style), _marked(right, left)


def _marked(text: str, other: str) -> Text:
    marked = Text()
    for part, is_different in differing(text, other):
        marked.append(part, "bold underline yellow" if is_different else "")
    return marked


def _pressed(read_key: Callable[[], str]) -> Iterator[str]:
    while pressed := read_key():
        yield pressed.lower()
