"""Reports as the short tables that commands print; pure, but for reading the counted actions."""

from dataclasses import dataclass

from actors.console import Table
from actors.graph import Graph, ServerStatus
from resolution.ingestion import DocumentReport, IngestReport
from resolution.labelling.judging import Sitting
from resolution.model import Model
from resolution.runs import RunReport

SHOWN_REJECTS = 20
"""Rejected rows a person reads; `--json` has them all."""


@dataclass(frozen=True, slots=True)
class CountedAction:
    """An action that texts count: what each authority did, and what each text says."""

    title: str
    day: str
    persons: int
    organizations: int
    is_consistent: bool
    explanation: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Demonstration:
    """What `dramatis demo` did."""

    ingested: IngestReport
    run: RunReport
    actions: tuple[CountedAction, ...]


COUNTED_ACTIONS = """
MATCH (action:Action)<-[:ABOUT]-(claim:CountClaim)
WITH action, claim ORDER BY claim.id
RETURN action.title AS title, action.date AS day, action.persons AS persons,
       action.organizations AS organizations, action.isConsistent AS is_consistent,
       action.explanation AS explanation, collect(claim.quote) AS claims
ORDER BY day, title
"""


def counted_actions(graph: Graph) -> tuple[CountedAction, ...]:
    """Return the actions that some text counts, oldest first."""
    rows = graph.read(COUNTED_ACTIONS)
    return tuple(CountedAction(**{**row, "claims": tuple(row["claims"])}) for row in rows)


def ingest_tables(report: IngestReport) -> tuple[Table, ...]:
    """Return a line for each document, and the rows that were rejected."""
    documents = Table(
        ("source", "document", "records", "new", "changed", "same", "older", "rejected", ""),
        tuple(_ingested(one) for one in report.documents),
    )
    if not report.rejected:
        return (documents,)
    shown = tuple((str(row),) for row in report.rejected[:SHOWN_REJECTS])
    more = len(report.rejected) - len(shown)
    title = f"Rejected rows ({more:,} more with --json)" if more else "Rejected rows"
    return documents, Table(("row",), shown, title)


def _ingested(one: DocumentReport) -> tuple[object, ...]:
    if one.is_text:
        return one.source, one.title, *"–––––", len(one.rejected), "read by the next run"
    counts = (one.records, one.created, one.changed, one.unchanged, one.older, len(one.rejected))
    note = "lost records: not taken as complete" if one.is_damaged else ""
    return one.source, one.title, *counts, note


def run_tables(report: RunReport) -> tuple[Table, ...]:
    """Return what a run did, one figure a line."""
    if not report.counts.mentions:
        nothing = "There is nothing to resolve yet: read a source first, with `dramatis ingest`."
        return (Table((nothing,), ()),)
    caption, mentions = report.largest or ("", 0)
    figures: tuple[tuple[object, ...], ...] = (
        ("mentions", report.counts.mentions),
        (f"of them {'taken as ' * report.is_full}new or changed", report.changed_mentions),
        ("of them within reach of a change", report.reached_mentions),
        ("of them in another entity than before", report.moved_mentions),
        ("texts read", report.texts_read),
        ("pairs compared", report.counts.pairs),
        ("entities", report.entities),
        ("created", report.counts.created),
        ("merged", report.counts.merged),
        ("split", report.counts.split),
        ("designations that left their list", report.delisted),
        ("likely pairs of records held apart", report.held_apart),
        (f"mentions of the largest entity ({caption})", mentions),
        ("relations whose target is not on the list", len(report.unresolved_relations)),
        ("seconds", round(sum(report.seconds.values()), 1)),
    )
    title = f"Everything is compared: {report.full_because}" if report.is_full else ""
    return (Table(("run " + report.run, ""), figures, title),)


def demonstration_tables(result: Demonstration) -> tuple[Table, ...]:
    """Return the whole way: what was read, what was resolved, what the texts count."""
    actions = tuple(
        (
            action.title,
            action.persons,
            action.organizations,
            "; ".join(dict.fromkeys(action.claims)),
            action.is_consistent,
        )
        for action in result.actions
    )
    counted = Table(("action", "persons", "organizations", "texts say", "explained"), actions)
    return (*ingest_tables(result.ingested), *run_tables(result.run), counted)


def model_tables(model: Model) -> tuple[Table, ...]:
    """Return what was learned: rules, weights, thresholds."""
    rules = tuple((rule.name, rule.most_records, rule.is_learned) for rule in model.blocking)
    weights = tuple((feature.name, feature.weight) for feature in model.features)
    thresholds = (("merge", model.thresholds.merge), ("worth a look", model.thresholds.look))
    return (
        Table(("blocking rule", "most records a key", "learned"), rules),
        Table(("feature", "weight"), (("(bias)", model.bias), *weights)),
        Table(("threshold", "probability"), thresholds),
        Table(
            ("trained on", ""), tuple((name, str(one)) for name, one in model.trained_on.items())
        ),
    )


def sitting_tables(sitting: Sitting) -> tuple[Table, ...]:
    """Return what a sitting of labelling answered, and what its file has now."""
    rows: tuple[tuple[object, ...], ...] = (
        ("answered now", sitting.answered),
        ("same", sitting.same),
        ("different", sitting.different),
        ("unsure", sitting.unsure),
    )
    return (Table((f"judged pairs in {sitting.file}", ""), rows),)


def server_tables(status: ServerStatus) -> tuple[Table, ...]:
    """Return where the embedded Neo4j stands."""
    rows: tuple[tuple[object, ...], ...] = (
        ("running", status.is_running),
        ("address", status.uri),
        ("process", str(status.process_id or "")),
        ("stays until `dramatis db stop`", status.stays),
        ("version", status.version),
        ("files", str(status.home)),
    )
    return (Table(("embedded Neo4j", ""), rows),)
