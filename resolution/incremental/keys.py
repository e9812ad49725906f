"""The blocking keys of every mention, kept in a file from one run to the next.

Flows in: the mentions. Flows out: a row for each key of each. Keys are a function of a mention's
content, the model and the engine's code: the file is named in full by these, so whatever it lacks
is made anew, and without the file everything is. Making them is the dearest thing that a run with
few changes would do.
"""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import feather

from resolution.blocking import block_keys
from resolution.incremental.fingerprint import engine_fingerprint
from resolution.model import Model, model_version
from resolution.publishing.stored import StoredMention
from resolution.table import mention_table

TIE = -1
"""The rule of what ties mentions in clustering beyond any pair: a text's names, which are one actor
within the text; a record's numbers, which tell much where no third record of the list has them."""

_FILE = "blocking-keys.arrow"
_MADE_BY = b"made by"
_SCHEMA = pa.schema(
    [
        ("content", pa.string()),
        ("is_text", pa.bool_()),
        ("rules", pa.list_(pa.int16())),
        ("keys", pa.list_(pa.string())),
    ]
)
_TIE_COLUMNS = ("source", "is_text", "names", "identifiers")


def mention_keys(
    mentions: Sequence[StoredMention], model: Model, folder: Path | None, *, anew: bool
) -> pa.Table:
    """Return rule, key, position, is_text; ties are among them under the rule TIE.

    `folder` is where the file stands, None for nowhere; `anew`: what it holds is not used.
    """
    made_by = f"{engine_fingerprint()} {model_version(model)}".encode()
    kept = _SCHEMA.empty_table() if anew or folder is None else _read(folder / _FILE, made_by)
    contents = pa.array([one.content_hash for one in mentions], pa.string())
    places = pc.index_in(contents, value_set=kept.column("content").combine_chunks())
    missing = pc.indices_nonzero(places.is_null()).to_pylist()
    made = _made([mentions[position] for position in missing], model)
    known = kept.take(places.drop_null())
    rows = pa.concat_tables([known, made]).combine_chunks()
    if folder is not None and (missing or known.num_rows < kept.num_rows):
        _write(folder / _FILE, rows, made_by)
    positions = pa.concat_arrays(
        [
            pc.indices_nonzero(places.is_valid()).cast(pa.int32()),
            pa.array(missing, pa.int32()),
        ]
    )
    return _flat(rows, positions)


def mention_ties(table: pa.Table) -> list[list[str]]:
    """Return the keys under TIE of each row of the mention table."""
    return [
        [" ".join(sorted(name.split())) for name in row["names"]]
        if row["is_text"]
        else [f"{row['source']}\0{number}" for number in row["identifiers"]]
        for row in table.select(_TIE_COLUMNS).to_pylist()
    ]


def _flat(rows: pa.Table, positions: pa.Array) -> pa.Table:
    keys = rows.column("keys").combine_chunks()
    owners = pc.list_parent_indices(keys)
    return pa.table(
        {
            "rule": rows.column("rules").combine_chunks().flatten(),
            "key": keys.flatten(),
            "position": positions.take(owners),
            "is_text": rows.column("is_text").combine_chunks().take(owners),
        }
    )


def _made(mentions: Sequence[StoredMention], model: Model) -> pa.Table:
    table = mention_table([one.mention for one in mentions], {})
    flat = block_keys(table, model.blocking)
    rules: list[list[int]] = [[] for _ in mentions]
    keys: list[list[str]] = [[] for _ in mentions]
    columns = (flat.column(name).to_pylist() for name in ("position", "rule", "key"))
    for position, rule, key in zip(*columns, strict=True):
        rules[position].append(rule)
        keys[position].append(key)
    for position, ties in enumerate(mention_ties(table)):
        rules[position] += [TIE] * len(ties)
        keys[position] += ties
    return pa.table(
        [
            pa.array([one.content_hash for one in mentions], pa.string()),
            table.column("is_text").combine_chunks(),
            pa.array(rules, pa.list_(pa.int16())),
            pa.array(keys, pa.list_(pa.string())),
        ],
        schema=_SCHEMA,
    )


def _read(path: Path, made_by: bytes) -> pa.Table:
    with suppress(OSError, pa.ArrowInvalid):
        table = feather.read_table(path, memory_map=True)
        metadata = table.schema.metadata or {}
        if metadata.get(_MADE_BY) == made_by and table.schema.equals(_SCHEMA):
            return table
    return _SCHEMA.empty_table()


def _write(path: Path, rows: pa.Table, made_by: bytes) -> None:
    """Put the file in its place at once; where nothing can be written, the next run makes more."""
    draft = path.with_suffix(".draft")
    with suppress(OSError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        written = rows.replace_schema_metadata({_MADE_BY: made_by})
        feather.write_feather(written, draft, compression="uncompressed")
        draft.replace(path)
