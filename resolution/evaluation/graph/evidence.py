"""What an evaluation is held against: judged pairs by file, and what the graph holds of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from actors.errors import LabelsError
from actors.graph import Graph
from actors.records import EntityId, Mention, MentionId, MentionKind
from resolution.evaluation import JudgedPair, read_judgements
from resolution.publishing.stored import stored_judgements, stored_mentions

LAST_RUN = """
MATCH (run:Run {status: 'SUCCEEDED'})
RETURN run.id AS id, run.model AS model, run.finishedAt AS finishedAt
ORDER BY run.startedAt DESC
LIMIT 1
"""


@dataclass(frozen=True, slots=True)
class LastRun:
    """The run whose entities are evaluated."""

    id: str
    model: str
    finished_at: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """Judged pairs by file, and what the graph holds to hold them against."""

    files: Mapping[str, Sequence[JudgedPair]]
    mentions: Sequence[Mention]
    """Every record, resolved or not."""
    entities: Mapping[MentionId, EntityId]
    bound: frozenset[frozenset[MentionId]]
    """Pairs that a judgement in the graph decides."""
    run: LastRun | None

    @property
    def judged(self) -> list[JudgedPair]:
        """The pairs of all files, those of the first file first, each once."""
        pairs = [pair for file in self.files.values() for pair in file]
        return list({(pair.key, pair.verdict): pair for pair in pairs}.values())


def read_evidence(graph: Graph, files: Sequence[Path]) -> Evidence:
    """Read the files and what they are about; LabelsError when nothing was resolved yet."""
    judged = {str(path): read_judgements(path) for path in files}
    stored = stored_mentions(graph, MentionKind.RECORD)
    entities = {one.mention.id: one.entity for one in stored if one.entity is not None}
    if not entities:
        message = "No record is resolved yet: ingest the lists and type `dramatis resolve` first."
        raise LabelsError(message)
    runs = graph.read(LAST_RUN)
    return Evidence(
        files=judged,
        mentions=[one.mention for one in stored],
        entities=entities,
        bound=frozenset(frozenset((one.left, one.right)) for one in stored_judgements(graph)),
        run=LastRun(runs[0]["id"], runs[0]["model"], runs[0]["finishedAt"]) if runs else None,
    )


def records_of_lists(graph: Graph) -> list[Mention]:
    """Return every list record of the graph: what judged pairs are about."""
    return [one.mention for one in stored_mentions(graph, MentionKind.RECORD)]
