"""What blocking and comparison need of every mention, kept in a file from one run to the next.

Flows in: the mentions. Flows out: a row for each key of each, and each one's row of the mention
table. Both are a function of a mention's content, the model and the engine's code: the file is
named in full by these, so whatever it lacks is made anew, and without the file everything is.
Making them is the dearest thing that a run with few changes would do.
"""

from collections.abc import Collection, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import feather

from resolution.blocking import block_keys
from resolution.incremental.fingerprint import engine_fingerprint
from resolution.model import Model, model_version
from resolution.relations import called_names
from resolution.state import State, StoredMention
from resolution.table import SCHEMA, mention_table

TIE = -1
"""The rule of what ties mentions in clustering beyond any pair: a text's names, which are one actor
within the text; a record's numbers, which tell much where no third record of the list has them."""

NAMED = -2
"""The rule of the names by which other records of its source may call a mention."""

_FILE = "mentions.arrow"
_MOST_STALE = 1.25
"""How many rows the file may have for each mention there is: former contents cost only space."""
_MADE_BY = b"made by"
_KEPT = pa.schema(
    [
        ("content", pa.string()),
        ("key_rules", pa.list_(pa.int16())),
        ("keys", pa.list_(pa.string())),
        *SCHEMA,
    ]
)
_FLAT = pa.schema(
    [
        ("rule", pa.int16()),
        ("key", pa.string()),
        ("position", pa.int32()),
        ("is_text", pa.bool_()),
    ]
)
_TIE_COLUMNS = ("source", "is_text", "names", "identifiers")


@dataclass(frozen=True, slots=True)
class Keyed:
    """All mentions, with their keys."""

    keys: pa.Table
    """Columns rule, key, position, is_text; ties are among them under the rule TIE."""
    kept: pa.Table
    """The mentions' rows, in any order."""
    places: npt.NDArray[np.int64]
    """Where in `kept` the row of each position stands."""

    def rows(self, state: State, positions: Sequence[int]) -> pa.Table:
        """Return the mention table of some mentions, in this order."""
        columns_of_rows = self.kept.select(SCHEMA.names)  # without the keys, which are most of it
        chosen = columns_of_rows.take(pa.array(self.places[list(positions)], pa.int64()))
        mentions = [state.mentions[position].mention for position in positions]
        days = [state.documents[mention.document].document.published_on for mention in mentions]
        # What does not follow from the content alone.
        decided = {
            "position": pa.array(range(len(mentions)), pa.int32()),
            "document": pa.array([mention.document for mention in mentions], pa.string()),
            "published_on": pa.array(days, pa.date32()),
        }
        columns = [
            decided[field.name] if field.name in decided else chosen.column(field.name)
            for field in SCHEMA
        ]
        return pa.table(columns, schema=SCHEMA).combine_chunks()

    def under(self, rule: int, wanted: Collection[str] | None = None) -> pa.Table:
        """Return the rows of keys of one rule; all of them, or those of some keys."""
        rows = self.keys.filter(pc.equal(self.keys.column("rule"), rule))
        if wanted is None:
            return rows
        return rows.filter(
            pc.is_in(rows.column("key"), value_set=pa.array(list(wanted), pa.string()))
        )


def keyed_mentions(
    mentions: Sequence[StoredMention], model: Model, folder: Path | None, *, anew: bool
) -> Keyed:
    """Return every mention's row and keys.

    `folder` is where the file stands, None for nowhere; `anew`: what it holds is not used.
    """
    made_by = f"{engine_fingerprint()} {model_version(model)}".encode()
    kept = _KEPT.empty_table() if anew or folder is None else _read(folder / _FILE, made_by)
    contents = pa.array([one.content_hash for one in mentions], pa.string())
    found = pc.index_in(contents, value_set=kept.column("content").combine_chunks())
    places = found.fill_null(-1).to_numpy(zero_copy_only=False).astype(np.int64)
    missing = np.flatnonzero(places < 0)
    rows = pa.concat_tables([kept, _made([mentions[place] for place in missing.tolist()], model)])
    places[missing] = np.arange(kept.num_rows, rows.num_rows)
    if folder is not None and len(missing):
        is_worth_it = rows.num_rows > _MOST_STALE * len(mentions)
        _write(folder / _FILE, rows.take(pa.array(places)) if is_worth_it else rows, made_by)
    return Keyed(_flat(rows, places), rows, places)


def mention_ties(table: pa.Table) -> list[list[str]]:
    """Return the keys under TIE of each row of the mention table."""
    return [
        [" ".join(sorted(name.split())) for name in row["names"]]
        if row["is_text"]
        else [f"{row['source']}\0{number}" for number in row["identifiers"]]
        for row in table.select(_TIE_COLUMNS).to_pylist()
    ]


def _flat(rows: pa.Table, places: npt.NDArray[np.int64]) -> pa.Table:
    positions = np.full(rows.num_rows, -1, dtype=np.int32)
    positions[places] = np.arange(len(places))
    return pa.concat_tables([_FLAT.empty_table(), *_flat_parts(rows, positions)])


def _flat_parts(rows: pa.Table, positions: npt.NDArray[np.int32]) -> Iterable[pa.Table]:
    first = 0
    for batch in rows.select(["keys", "key_rules", "is_text"]).to_batches():
        owners = pc.list_parent_indices(batch.column("keys")).to_numpy()
        owned = positions[first : first + batch.num_rows][owners]
        flat = pa.table(
            {
                "rule": batch.column("key_rules").flatten(),
                "key": batch.column("keys").flatten(),
                "position": pa.array(owned, pa.int32()),
                "is_text": batch.column("is_text").take(pa.array(owners)),
            },
            schema=_FLAT,
        )
        yield flat if (owned >= 0).all() else flat.filter(pa.array(owned >= 0))
        first += batch.num_rows


def _made(mentions: Sequence[StoredMention], model: Model) -> pa.Table:
    table = mention_table([one.mention for one in mentions], {})
    flat = block_keys(table, model.blocking)
    rules: list[list[int]] = [[] for _ in mentions]
    keys: list[list[str]] = [[] for _ in mentions]
    columns = (flat.column(name).to_pylist() for name in ("position", "rule", "key"))
    for position, rule, key in zip(*columns, strict=True):
        rules[position].append(rule)
        keys[position].append(key)
    called = [called_names(one.mention) for one in mentions]
    for rule, further in ((TIE, mention_ties(table)), (NAMED, called)):
        for position, found in enumerate(further):
            rules[position] += [rule] * len(found)
            keys[position] += found
    return pa.table(
        [
            pa.array([one.content_hash for one in mentions], pa.string()),
            pa.array(rules, pa.list_(pa.int16())),
            pa.array(keys, pa.list_(pa.string())),
            *table.columns,
        ],
        schema=_KEPT,
    )


def _read(path: Path, made_by: bytes) -> pa.Table:
    with suppress(OSError, pa.ArrowInvalid):
        table = feather.read_table(path, memory_map=True)
        metadata = table.schema.metadata or {}
        if metadata.get(_MADE_BY) == made_by and table.schema.equals(_KEPT):
            return table
    return _KEPT.empty_table()


def _write(path: Path, rows: pa.Table, made_by: bytes) -> None:
    """Put the file in its place at once; where nothing can be written, the next run makes more."""
    draft = path.with_suffix(".draft")
    with suppress(OSError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        written = rows.replace_schema_metadata({_MADE_BY: made_by})
        feather.write_feather(written, draft, compression="uncompressed")
        draft.replace(path)
