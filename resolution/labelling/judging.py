"""Answers `dramatis label`: the most useful pairs of the graph's records, asked in the terminal."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from actors.errors import LabelsError
from actors.graph import Graph
from actors.progress import Progress
from actors.records import Mention, MentionKind
from resolution.labelling.answers import StopAsking
from resolution.labelling.session import Pair, Session, ordered
from resolution.labelling.sides import Row, Sides
from resolution.labelling.terminal import Person, Terminal
from resolution.labelling.useful import useful_pairs
from resolution.labelling.verdicts import VerdictFile
from resolution.model import Model
from resolution.publishing.stored import stored_judgements, stored_mentions
from resolution.table import mention_table


@dataclass(frozen=True, slots=True)
class Sitting:
    """What was answered, and what the file has now."""

    file: str
    answered: int
    """In this sitting."""
    same: int
    different: int
    unsure: int


def judge(graph: Graph, model: Model, path: Path, person: Person, progress: Progress) -> Sitting:
    """Ask about records of the graph until the person has had enough."""
    if not path.absolute().parent.is_dir():
        raise LabelsError(f"{path}: there is no folder {path.parent}")
    progress.stage("read")
    mentions = [one.mention for one in stored_mentions(graph, MentionKind.RECORD)]
    if len(mentions) < 2:
        raise LabelsError("There are no records to compare: ingest lists first.")
    file = VerdictFile(path, mentions)
    session = Session(file.save, file.read())
    known = {*session.answers, *_judged(graph, mentions)}
    pairs = useful_pairs(mention_table(mentions, {}), model, known, progress)
    ask(pairs, Terminal(session, lambda left, right: sides(mentions, left, right), person))
    return Sitting(
        file=str(path),
        answered=len(session.asked),
        same=session.count(True),
        different=session.count(False),
        unsure=session.count(None),
    )


def ask(pairs: Sequence[Pair], terminal: Terminal) -> None:
    """Ask about one pair after another, until the person stops or all are answered."""
    try:
        for pair in pairs:
            terminal.ask(*pair)
    except StopAsking:
        return


def sides(mentions: Sequence[Mention], left: int, right: int) -> Sides:
    """Return two records as a question shows them: all they state, field by field."""
    stated = [_stated(mentions[end]) for end in (left, right)]
    rows = (
        Row(field, *("; ".join(side.get(field, ())) for side in stated))
        for field in dict.fromkeys([*stated[0], *stated[1]])
    )
    return Sides(_called(mentions[left]), _called(mentions[right]), tuple(rows))


def _called(mention: Mention) -> str:
    return f"{mention.source}:{mention.record_id}"


def _stated(mention: Mention) -> Mapping[str, Sequence[str]]:
    aliases = [name.value for name in mention.names if name.value != mention.quote]
    return {
        "name": [mention.quote],
        "other names": aliases,
        "kind": [mention.entity_kind.value.lower()],
        **mention.assertions(),
        "numbers": [f"{one.scheme} {one.value}" for one in mention.identifiers],
    }


def _judged(graph: Graph, mentions: Sequence[Mention]) -> set[Pair]:
    """Return the pairs on which a judgement stands."""
    place = {mention.id: number for number, mention in enumerate(mentions)}
    return {
        ordered(place[one.left], place[one.right])
        for one in stored_judgements(graph)
        if one.left in place and one.right in place
    }
