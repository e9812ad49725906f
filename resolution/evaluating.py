"""Answers `dramatis evaluate`: files of judged pairs, held against the entities of the last run."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from actors.errors import LabelsError
from actors.graph import Graph
from actors.records import Mention, MentionKind
from resolution.evaluation import Evaluation, evaluate, read_judgements
from resolution.publishing.stored import stored_mentions


@dataclass(frozen=True, slots=True)
class FileEvaluation:
    """What one file of judged pairs says of the graph."""

    file: str
    evaluation: Evaluation


def evaluated(graph: Graph, files: Sequence[Path]) -> tuple[FileEvaluation, ...]:
    """Hold every file against the graph; LabelsError when nothing was resolved yet."""
    judged = {path: read_judgements(path) for path in files}
    stored = stored_mentions(graph, MentionKind.RECORD)
    entities = {one.mention.id: one.entity for one in stored if one.entity is not None}
    if not entities:
        message = "No record is resolved yet: ingest the lists and type `dramatis resolve` first."
        raise LabelsError(message)
    mentions = [one.mention for one in stored]
    return tuple(
        FileEvaluation(str(path), evaluate(pairs, mentions, entities))
        for path, pairs in judged.items()
    )


def records(graph: Graph) -> list[Mention]:
    """Return every list record of the graph: what judged pairs are about."""
    return [one.mention for one in stored_mentions(graph, MentionKind.RECORD)]
