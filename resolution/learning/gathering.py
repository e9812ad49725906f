"""Labels gathered for training: judged pairs, the records they are about, and their origin.

Files of judgements and lists in; what `train` needs out, with what a model shall say of where it
learned. Judgements of others stay where they lie: a model names them by file and hash.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from actors.progress import Progress, Silent
from actors.records import Mention, MentionId
from resolution.evaluation import JudgedPair, read_judgements
from resolution.learning.labels import shipped_labels
from resolution.sources import read_all, read_catalogue


@dataclass(frozen=True, slots=True)
class Labels:
    """What there is to learn from."""

    judged: Sequence[JudgedPair]
    mentions: Sequence[Mention]
    origin: Mapping[str, object]


def gathered_labels(
    files: Iterable[Path], records: Sequence[Mention], *, with_shipped: bool
) -> Labels:
    """Put judgements on these records together with those that come with Dramatis, if wanted."""
    judged: list[JudgedPair] = []
    named = []
    for path in files:
        pairs = read_judgements(path)
        judged += pairs
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        named.append({"file": path.name, "sha256": digest, "pairs": len(pairs)})
    lists = dict(sorted(Counter(str(one.source) for one in records).items()))
    origin = {"judgements": named, "records": lists, "shippedLabels": with_shipped}
    if not with_shipped:
        return Labels(judged, records, origin)
    own, mentions = shipped_labels()
    return Labels([*judged, *own], [*records, *mentions], origin)


def catalogue_records(catalogue: Path, progress: Progress | None = None) -> list[Mention]:
    """Return the list records of a catalogue, each as its newest edition states it."""
    newest: dict[MentionId, tuple[date, Mention]] = {}
    for sourced in read_all(read_catalogue(catalogue), progress or Silent()):
        published = sourced.reading.document.published_on or date.min
        for mention in sourced.reading.mentions:
            if mention.record_id is None:
                continue
            known = newest.get(mention.id)
            if known is None or known[0] <= published:
                newest[mention.id] = published, mention
    return [mention for _, mention in newest.values()]
