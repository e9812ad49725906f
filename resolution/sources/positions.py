"""Where the tables and keys of a TOML file stand, for messages that name the line.

The parser tells no positions, so the headers `[[source]]` and `[[source.document]]` are counted as
they are written; an array of inline tables is found at the line of its source.
"""

import re
from dataclasses import dataclass, field

_HEADER = re.compile(r"\s*\[\[\s*(source|source\s*\.\s*document)\s*\]\]")
_KEY = re.compile(r"\s*[\"']?([\w-]+)[\"']?\s*=")


@dataclass(slots=True)
class Positions:
    """Lines of the tables by their place, and of the keys in them."""

    tables: dict[tuple[int, ...], int] = field(default_factory=dict)
    keys: dict[tuple[tuple[int, ...], str], int] = field(default_factory=dict)

    @classmethod
    def of(cls, text: str) -> "Positions":
        """Find every table and key of a catalogue."""
        found = cls()
        source, document, table = -1, -1, ()
        place: tuple[int, ...] = table
        for line, written in enumerate(text.splitlines(), start=1):
            if header := _HEADER.match(written):
                if header[1] == "source":
                    source, document = source + 1, -1
                    place = (source,)
                else:
                    document += 1
                    place = (source, document)
                found.tables[place] = line
            elif key := _KEY.match(written):
                found.keys.setdefault((place, key[1]), line)
        return found

    def line(self, place: tuple[int, ...], key: str | None = None) -> int | None:
        """Return the line of a key, else that of its table, else that of the table around it."""
        if key is not None and (place, key) in self.keys:
            return self.keys[place, key]
        return self.tables.get(place) or self.tables.get(place[:1])
