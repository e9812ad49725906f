"""Files of judged pairs held against the entities of the last run, file by file; pure."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from actors.records import Verdict
from resolution.contradictions import Contradiction, contradictions
from resolution.evaluation import Evaluation, JudgedPair, RecordKey, evaluate, positions
from resolution.evaluation.graph.evidence import Evidence
from resolution.evaluation.missing import MissingRecords, missing_records


@dataclass(frozen=True, slots=True)
class FileEvaluation:
    """What one file of judged pairs says of the graph."""

    file: str
    evaluation: Evaluation
    missing: tuple[MissingRecords, ...]
    contradictions: tuple[str, ...]
    """Pairs judged different that hang together by other verdicts of the file, in words."""


def evaluated(evidence: Evidence) -> tuple[FileEvaluation, ...]:
    """Hold every file against the entities."""
    known = positions(evidence.mentions)
    return tuple(
        FileEvaluation(
            file=file,
            evaluation=evaluate(pairs, evidence.mentions, evidence.entities),
            missing=missing_records(pairs, known.keys()),
            contradictions=tuple(
                told_contradiction(one, known.keys()) for one in contradictory(pairs)
            ),
        )
        for file, pairs in evidence.files.items()
    )


def contradictory(judged: Sequence[JudgedPair]) -> tuple[Contradiction[RecordKey], ...]:
    """Return the verdicts that cannot all hold."""
    links = {
        verdict: [(pair.left, pair.right) for pair in judged if pair.verdict is verdict]
        for verdict in (Verdict.SAME, Verdict.DIFFERENT)
    }
    return tuple(contradictions(links[Verdict.SAME], links[Verdict.DIFFERENT]))


def told_contradiction(found: Contradiction[RecordKey], known: Collection[RecordKey]) -> str:
    """Tell a contradiction, and which of its records nobody has."""
    chain = [found.left, *(right for _, right in found.chain)]
    way = " = ".join(_shown(key) for key in chain)
    missing = [_shown(key) for key in chain if key not in known]
    where = f" Not in the graph: {', '.join(missing)}." if missing else ""
    ends = f"{_shown(found.left)} and {_shown(found.right)}"
    return f"{ends} are judged different, and the same by others: {way}.{where}"


def _shown(key: RecordKey) -> str:
    return f"{key.source}:{key.record}"
