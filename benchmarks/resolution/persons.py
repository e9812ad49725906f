"""Makes a table of person mentions whose truth is known, of any size.

    python benchmarks/resolution/persons.py 100000 SEED TABLE.parquet

Columns: unique_id, name, dob, city, country, id_no, cluster; the last is the truth. A person is
mentioned once or several times; each mention spells the name anew (order, initials, parts left out,
romanisation, slips), and dates, places and numbers are missing, partial, exchanged or mistyped. The
same size and seed give the same table. Names are put together from syllables, stems and given names
that are written here, the usual ones often: the more persons, the more namesakes.
"""

import argparse
import random
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
from persons_mentions import Person, Row, Told, mentions_of
from persons_regions import REGIONS

COLUMNS = ("name", "dob", "city", "country", "id_no", "cluster")


def mentions(size: int, seed: int) -> list[tuple[Row, Told]]:
    """Return rows in the order of COLUMNS, each with what it tells."""
    chance = random.Random(seed)  # noqa: S311  # a benchmark keeps no secrets
    found: list[tuple[Row, Told]] = []
    number = 0
    while len(found) < size:
        region = chance.choices(REGIONS, [one.usual for one in REGIONS])[0]
        found += mentions_of(chance, Person.drawn(chance, region), number)
        number += 1
    del found[size:]
    chance.shuffle(found)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("size", type=int)
    parser.add_argument("seed", type=int)
    parser.add_argument("table", type=Path)
    given = parser.parse_args()
    rows = (row for row, _ in mentions(given.size, given.seed))
    columns = dict(zip(COLUMNS, zip(*rows, strict=True), strict=True))
    pq.write_table(pa.table({"unique_id": range(given.size), **columns}), given.table)
    print(f"{given.size:,} mentions of {len(set(columns['cluster'])):,} persons")


if __name__ == "__main__":
    main()
