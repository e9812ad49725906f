"""Tables of people with errors, made for tests that train: who is who is known by construction."""

import random
from collections.abc import Sequence

from resolution.labelling.answers import Label, StopAsking
from resolution.tables import Table, parsed_fields, table_of
from resolution.tables.fields import Fields

FIELDS: Fields = parsed_fields(
    {
        "id": "id",
        "fields": [{"field": one, "type": "String"} for one in ("name", "town", "number")],
    },
    "FIELDS.json",
)
_LETTERS = "abcdefghiklmnoprstuvw"


class People:
    """Rows of a table and the person that each is about."""

    def __init__(self, persons: int, copies: int = 1, seed: int = 1) -> None:
        """Write every second person down again, `copies` times, with errors."""
        draw = random.Random(seed)
        words = ["".join(draw.choices(_LETTERS, k=draw.randint(4, 8))) for _ in range(300)]
        rows = []
        for person in range(persons):
            name = f"{draw.choice(words)} {draw.choice(words)}"
            told = (name, draw.choice(words[:15]), str(draw.randint(10_000, 999_999)))
            rows.append((person, *told))
            for _ in range(copies * (person % 2)):
                wrong = _misspelt(draw, name), draw.choice([told[1], ""]), told[2]
                rows.append((person, *wrong))
        draw.shuffle(rows)
        self.person = [row[0] for row in rows]
        self.rows = [
            {"id": f"r{place}", "name": row[1], "town": row[2], "number": row[3]}
            for place, row in enumerate(rows)
        ]

    def table(self, fields: Fields = FIELDS) -> Table:
        """Return them as one table."""
        return table_of(fields, self.rows)

    def same(self, left: int, right: int) -> bool:
        """Tell whether two rows are about one person."""
        return self.person[left] == self.person[right]

    def first_of_each(self) -> list[int]:
        """Return the first row of every person."""
        return list(
            {person: place for place, person in reversed(list(enumerate(self.person)))}.values()
        )


class Truthful:
    """Answers as the people are, a number of times."""

    def __init__(self, people: People, budget: int, labels: Sequence[Label] = ()) -> None:
        self._people = people
        self._budget = budget
        self.labels = list(labels)
        self.asked: list[tuple[int, int]] = []

    def ask(self, left: int, right: int) -> bool:
        """Answer, while the budget lasts."""
        if len(self.asked) >= self._budget:
            raise StopAsking
        self.asked.append((left, right))
        self.labels.append(Label(left, right, self._people.same(left, right)))
        return self._people.same(left, right)


def _misspelt(draw: random.Random, name: str) -> str:
    place = draw.randrange(len(name) - 1)
    return draw.choice(
        [
            name[:place] + name[place + 1 :],
            name[:place] + name[place + 1] + name[place] + name[place + 2 :],
            name[:place] + draw.choice(_LETTERS) + name[place + 1 :],
        ]
    )
