"""All judged pairs together as a report: scored, held against the entities, mistakes explained.

Flows in: the evidence and a model. Flows out: the report. Only the pairs that a reader looks into
are explained, as explaining takes a hundred times as long as scoring.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

import numpy as np

from actors.records import Mention, Verdict
from resolution.comparison import compare
from resolution.evaluation import positions
from resolution.evaluation.beside import beside
from resolution.evaluation.graph.evidence import Evidence
from resolution.evaluation.graph.figures import contradictory, told_contradiction
from resolution.evaluation.measures import ACROSS, WITHIN
from resolution.evaluation.missing import missing_records
from resolution.evaluation.report import (
    About,
    EarlierReport,
    PairExplanation,
    Report,
    ScoredPair,
    build_report,
    looked_into,
)
from resolution.explanation import explain
from resolution.model import Model, model_version
from resolution.scoring import score
from resolution.table import mention_table

_SHOWN_CONTRADICTIONS = 10


@dataclass(frozen=True, slots=True)
class _Pair:
    left: Mention
    right: Mention
    is_same: bool
    status: str | None


def reported(
    evidence: Evidence, model: Model, written_at: datetime, earlier: EarlierReport | None = None
) -> Report:
    """Return the report of all files together."""
    pairs = list(_known_pairs(evidence))
    scored = _scored(pairs, evidence, model)
    about = _about(evidence, pairs, model, written_at)
    report = build_report(scored, model.thresholds.merge, about, earlier)
    wanted = looked_into(report)
    explained = [
        replace(one, explanation=_explanation(one, pair, model)) if one.key in wanted else one
        for one, pair in zip(scored, pairs, strict=True)
    ]
    return build_report(explained, model.thresholds.merge, about, earlier)


def _known_pairs(evidence: Evidence) -> Iterator[_Pair]:
    """Yield the pairs whose records are resolved and of which somebody was sure."""
    place = positions(evidence.mentions)
    for pair in evidence.judged:
        ends = [place.get(key) for key in (pair.left, pair.right)]
        if pair.verdict is Verdict.UNSURE or None in ends:
            continue
        left, right = (evidence.mentions[end] for end in ends if end is not None)
        if left.id in evidence.entities and right.id in evidence.entities:
            yield _Pair(left, right, pair.verdict is Verdict.SAME, pair.status)


def _scored(pairs: Sequence[_Pair], evidence: Evidence, model: Model) -> list[ScoredPair]:
    if not pairs:
        return []
    mentions = list({side.id: side for pair in pairs for side in (pair.left, pair.right)}.values())
    place = {mention.id: number for number, mention in enumerate(mentions)}
    left, right = (
        np.array([place[side.id] for side in sides])
        for sides in zip(*((pair.left, pair.right) for pair in pairs), strict=True)
    )
    scores = score(compare(mention_table(mentions, {}), left, right, model.words), model)
    return [
        ScoredPair(
            left=_shown(pair.left),
            right=_shown(pair.right),
            is_same=pair.is_same,
            score=float(found),
            is_merged=evidence.entities[pair.left.id] == evidence.entities[pair.right.id],
            groups=_groups(pair),
            left_name=pair.left.quote,
            right_name=pair.right.quote,
        )
        for pair, found in zip(pairs, scores.tolist(), strict=True)
    ]


def _groups(pair: _Pair) -> tuple[str, ...]:
    lists = sorted((pair.left.source, pair.right.source))
    side = WITHIN if lists[0] == lists[1] else ACROSS
    return (side, " – ".join(lists), *([f"status {pair.status}"] if pair.status else []))


def _explanation(scored: ScoredPair, pair: _Pair, model: Model) -> PairExplanation:
    explanation = explain(pair.left, pair.right, model)
    return PairExplanation(
        text=f"{explanation.text}{_decided_otherwise(scored, pair, model)}",
        features=explanation.features,
        values=tuple(beside(pair.left, pair.right)),
    )


def _decided_otherwise(scored: ScoredPair, pair: _Pair, model: Model) -> str:
    """Say what decided, where it was not the score; `explain` knows the whole of it."""
    reaches = scored.score >= model.thresholds.merge
    if reaches == scored.is_merged:
        return ""
    ask = f"`dramatis explain {scored.left} {scored.right}` says more."
    if scored.is_merged:
        return f" They are one entity through others. {ask}"
    if pair.left.source == pair.right.source:
        return f" Yet both are records of one list, which gives an actor one record. {ask}"
    return f" Yet their entities were kept apart. {ask}"


def _about(evidence: Evidence, pairs: Sequence[_Pair], model: Model, written_at: datetime) -> About:
    version = model_version(model)
    facts = [("model", version)]
    warnings = []
    if evidence.run is not None:
        facts.append(("run", evidence.run.id))
        if evidence.run.model != version:
            warnings.append(
                f"The last run decided with the model {evidence.run.model}; scores and "
                f"explanations here are of {version}."
            )
    bound = sum(frozenset((pair.left.id, pair.right.id)) in evidence.bound for pair in pairs)
    if bound:
        warnings.append(
            f"Judgements in the graph decided {bound:,} of these pairs, which therefore say "
            "nothing of the resolver."
        )
    judged = evidence.judged
    known = positions(evidence.mentions).keys()
    warnings += [one.sentence for one in missing_records(judged, known)]
    found = contradictory(judged)
    warnings += [told_contradiction(one, known) for one in found[:_SHOWN_CONTRADICTIONS]]
    if len(found) > _SHOWN_CONTRADICTIONS:
        warnings.append(f"{len(found) - _SHOWN_CONTRADICTIONS:,} contradictions more.")
    return About(
        title=", ".join(Path(file).name for file in evidence.files),
        written_at=written_at,
        facts=facts,
        warnings=warnings,
    )


def _shown(mention: Mention) -> str:
    return f"{mention.source}:{mention.record_id}"
