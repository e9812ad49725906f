"""The files of one edition: SDN, its addresses, its aliases, what did not fit, and listing dates.

The files have no header and are told apart by their number of columns. OFAC publishes them side by
side, so that beside an `sdn.csv` its `add.csv`, `alt.csv` and `sdn_comments.csv` are found without
being named. A row whose record is not in the edition is reported, never dropped in silence.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from actors.errors import SourceError
from actors.records import Rejected
from resolution.sources.documents import read_bytes
from resolution.sources.entries import CatalogueDocument
from resolution.sources.recognising import refuse_other
from resolution.sources.rows import Row, rows

SDN_COLUMNS = 12
COMPANION_COLUMNS = {"addresses": 6, "aliases": 5, "comments": 2, "listing_dates": 3}
_BESIDE = {"addresses": "add.csv", "aliases": "alt.csv", "comments": "sdn_comments.csv"}
_LISTING_DATES_HEADER = ["ent_num", "listed_on", "announced_by"]
_EMPTY = "-0-"
# The list of January 2022 has one.
_FEW_STRAYS, _SHARE_OF_STRAYS = 5, 0.01


@dataclass(slots=True)
class Edition:
    """The rows of an edition; companions by the number of the record they belong to."""

    records: dict[str, Row] = field(default_factory=dict)
    companions: Mapping[str, Mapping[str, Sequence[list[str]]]] = field(default_factory=dict)
    contents: list[bytes] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)
    strays: set[str] = field(default_factory=set)
    """Records that the other files tell of, and that are not in the edition."""

    @property
    def is_cut(self) -> bool:
        """Whether its end seems to be missing: OFAC publishes the files of one moment together."""
        return len(self.strays) > max(_FEW_STRAYS, len(self.records) * _SHARE_OF_STRAYS)

    def of(self, companion: str, number: str) -> Sequence[list[str]]:
        """Return a companion's rows of one record."""
        return self.companions.get(companion, {}).get(number, ())


def read_edition(entry: CatalogueDocument) -> Edition:
    """Return all rows of the entry's files, those beside it among them."""
    edition = Edition()
    content = read_bytes(entry.path)
    edition.contents.append(content)
    for line, fields in _well_formed(content, entry.path, SDN_COLUMNS, edition.rejected):
        number = fields[0]
        known = edition.records.get(number)
        if known:
            reason = f"record {number} stands in row {known[0]} already"
            edition.rejected.append(Rejected(str(entry.path), line, reason, loses_record=False))
        else:
            edition.records[number] = line, fields
    named = {**_companions_beside(entry.path), **entry.companions}
    edition.companions = {
        companion: _by_record(named[companion], columns, edition)
        for companion, columns in COMPANION_COLUMNS.items()
        if companion in named
    }
    return edition


def sorted_out(paths: Iterable[Path]) -> CatalogueDocument:
    """Return the one edition that files, given in any order, make up."""
    kinds = {columns: companion for companion, columns in COMPANION_COLUMNS.items()}
    found: dict[str, Path] = {}
    for path in paths:
        content = read_bytes(path)
        refuse_other(path, content)
        columns = _columns(path, content)
        kind = "sdn" if columns == SDN_COLUMNS else kinds.get(columns)
        if kind is None:
            seen = f"has {columns} columns" if columns else "no row is CSV"
            problem = (
                f"{seen}; expected an SDN file with 12, ADD with 6, ALT with 5,"
                " comments with 2, or listing dates with 3"
            )
            raise SourceError(path, 1, problem)
        if kind in found:
            raise SourceError(path, None, f"a second {kind} file beside {found[kind]}; give one")
        found[kind] = path
    if "sdn" not in found:
        raise SourceError(next(iter(found.values())), None, "belongs to an SDN file; give that too")
    return CatalogueDocument(found.pop("sdn"), found)


def is_sdn(entry: CatalogueDocument) -> bool:
    """Whether the entry's main file has the columns of an SDN file."""
    return _columns(entry.path, read_bytes(entry.path)) == SDN_COLUMNS


def _columns(path: Path, content: bytes) -> int:
    """Return how many columns the first row has that is CSV; none where no row is."""
    for row in rows(content, str(path)):
        if not isinstance(row, Rejected):
            return len(row[1])
    return 0


def _companions_beside(sdn: Path) -> dict[str, Path]:
    if sdn.name.lower() != "sdn.csv":
        return {}
    siblings = {sibling.name.lower(): sibling for sibling in sorted(sdn.parent.iterdir())}
    return {name: siblings[file] for name, file in _BESIDE.items() if file in siblings}


def _by_record(path: Path, columns: int, edition: Edition) -> Mapping[str, Sequence[list[str]]]:
    content = read_bytes(path)
    edition.contents.append(content)
    grouped: dict[str, list[list[str]]] = defaultdict(list)
    malformed: list[Rejected] = []
    for line, fields in _well_formed(content, path, columns, malformed):
        if fields[0] in edition.records:
            grouped[fields[0]].append(fields)
        else:
            reason = f"belongs to record {fields[0]}, which is not in the edition"
            edition.strays.add(fields[0])
            edition.rejected.append(Rejected(str(path), line, reason, loses_record=False))
    edition.rejected += [replace(row, loses_record=False) for row in malformed]
    return grouped


def _well_formed(
    content: bytes, path: Path, columns: int, rejected: list[Rejected]
) -> Iterable[Row]:
    """Yield the rows with a number and all columns; a file without one is not what it claims."""
    problems: list[Rejected] = []
    has_one = False
    for row in rows(content, str(path)):
        if isinstance(row, Rejected):
            problems.append(row)
            continue
        line, fields = row
        if fields == _LISTING_DATES_HEADER:
            continue
        fields = ["" if (plain := value.strip()) == _EMPTY else plain for value in fields]
        if len(fields) != columns:
            reason = f"has {len(fields)} columns, expected {columns}"
            problems.append(Rejected(str(path), line, reason))
        elif not fields[0].isdecimal():
            reason = f"begins with {fields[0][:40]!r}, expected the number of a record"
            problems.append(Rejected(str(path), line, reason))
        else:
            has_one = True
            yield line, fields
    if not has_one and problems:
        refuse_other(path, content)
        reason = f"no row is of OFAC's format; the first {problems[0].reason}"
        raise SourceError(path, problems[0].row, reason)
    rejected += problems
