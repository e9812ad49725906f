"""Designations of one country and one day are an action; texts report it and count its actors.

A text reports the action, at most a week before its own date, whose designated actors it names
most. Two actors are enough; one is where the action has no more than two, or where the text also
counts the designated. An article that only mentions somebody designated last week reports nothing.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from actors.records import (
    CountClaim,
    DocumentId,
    EntityId,
    MentionId,
    MentionKind,
)
from resolution.designations.merging import WEEK
from resolution.designations.reconciliation import Designated, explain, reconcile
from resolution.designations.values import (
    Action,
    DecisionInputs,
    Decisions,
    Designation,
    ReconciledClaim,
    ResolvedMention,
)
from resolution.sources.authorities import authority
from resolution.text.places import country_name

NO_COUNTRY = "un"
NO_ACTION = (
    "The text names too few of those designated in the week before it to tell which action it "
    "counts; there is nothing to hold the count against."
)

Key = tuple[str, date]
"""An action's country and day."""
Named = Mapping[DocumentId, Mapping[EntityId, tuple[MentionId, ...]]]


def derive_actions(designations: Iterable[Designation], inputs: DecisionInputs) -> Decisions:
    """Derive every action, what reports it, and how its counts hold.

    The designations come back with the mentions in reporting texts among their evidence.
    """
    decided = sorted(designations, key=lambda one: one.id)
    grouped: dict[Key, list[Designation]] = defaultdict(list)
    for one in decided:
        day = decided_on(one)
        if day:
            grouped[authority(one.authority).country or NO_COUNTRY, day].append(one)
    named = _named(inputs.resolved)
    reports = _reports(inputs, grouped, named)
    actions = tuple(
        _action(
            key,
            Designated.of(group, inputs.kinds),
            tuple(one.id for one in group),
            tuple(reports.get(key, ())),
            inputs.claims,
        )
        for key, group in sorted(grouped.items())
    )
    return Decisions(
        _with_reports(decided, actions, inputs, named), actions, _unplaced(inputs, actions)
    )


def decided_on(designation: Designation) -> date | None:
    """Return the day a designation is known for: of its announcement, else of its listing."""
    written = designation.announced_on or designation.listed_on
    return written.earliest() if written and written.is_full else None


def _unplaced(inputs: DecisionInputs, actions: Iterable[Action]) -> tuple[ReconciledClaim, ...]:
    reporting = {document for action in actions for document in action.documents}
    return tuple(
        ReconciledClaim(document, claim, (), (), is_explained=False, note=NO_ACTION)
        for document, told in sorted(inputs.claims.items())
        if document not in reporting
        for claim in told
    )


def _named(resolved: Iterable[ResolvedMention]) -> Named:
    """Return which entities each text names, and where."""
    named: dict[DocumentId, dict[EntityId, tuple[MentionId, ...]]] = defaultdict(dict)
    texts = [one for one in resolved if one.mention.kind is MentionKind.TEXT]
    for one in sorted(texts, key=lambda one: (one.sequence, one.mention.id)):
        in_document = named[one.mention.document]
        in_document[one.entity] = (*in_document.get(one.entity, ()), one.mention.id)
    return named


def _reports(
    inputs: DecisionInputs, grouped: Mapping[Key, Sequence[Designation]], named: Named
) -> Mapping[Key, list[DocumentId]]:
    actors = {key: {one.entity for one in group} for key, group in grouped.items()}
    by_day: dict[date, list[Key]] = defaultdict(list)
    for key in grouped:
        by_day[key[1]].append(key)
    reports: dict[Key, list[DocumentId]] = defaultdict(list)
    for document in sorted(inputs.documents.values(), key=lambda one: one.id):
        entities = named.get(document.id, {}).keys()
        if document.published_on is None:
            continue
        days = (document.published_on - timedelta(days=back) for back in range(WEEK.days + 1))
        best = max(
            (key for day in days for key in by_day.get(day, ())),
            key=lambda key: (len(actors[key] & entities), key[1], key[0]),
            default=None,
        )
        if best is None:
            continue
        counts_too = bool(inputs.claims.get(document.id))
        if _is_report(len(actors[best] & entities), len(actors[best]), counts_too=counts_too):
            reports[best].append(document.id)
    return reports


def _is_report(named: int, of: int, *, counts_too: bool) -> bool:
    return named >= 2 or (named == 1 and (of <= 2 or counts_too))


def _action(
    key: Key,
    designated: Designated,
    designations: tuple[str, ...],
    documents: tuple[DocumentId, ...],
    claims: Mapping[DocumentId, Sequence[CountClaim]],
) -> Action:
    country, day = key
    reconciled = tuple(
        reconcile(claim, document, designated)
        for document in documents
        for claim in claims.get(document, ())
    )
    return Action(
        id=f"action:{country}:{day.isoformat()}",
        title=_title(country, day, designated),
        day=day,
        designations=designations,
        total=designated.tally(),
        tallies={slug: designated.tally((slug,)) for slug in designated.authorities},
        documents=documents,
        claims=reconciled,
        is_consistent=all(one.is_explained for one in reconciled),
        explanation=explain(reconciled, designated),
    )


def _title(country: str, day: date, designated: Designated) -> str:
    names = [designated.name(slug) for slug in designated.authorities]
    who = ", ".join(names) if country == NO_COUNTRY else country_name(country)
    return f"{who}, {day.day} {day:%B %Y}: {designated.tally()} designated"


def _with_reports(
    designations: Iterable[Designation],
    actions: Iterable[Action],
    inputs: DecisionInputs,
    named: Named,
) -> tuple[Designation, ...]:
    """Add to the evidence where the texts that report an action name its actors."""
    action_of = {one: action for action in actions for one in action.designations}
    sequence = {one.mention.id: (one.sequence, one.mention.id) for one in inputs.resolved}
    reported = []
    for one in designations:
        action = action_of.get(one.id)
        told = {
            mention
            for document in (action.documents if action else ())
            for mention in named[document].get(one.entity, ())
        }
        if told:
            evidence = tuple(sorted({*one.evidence, *told}, key=sequence.__getitem__))
            reported.append(replace(one, evidence=evidence))
        else:
            reported.append(one)
    return tuple(reported)
