"""Whatever happens to a graph, in whatever order, every id ever served still answers.

Random sequences of editions, verdicts, retractions, runs and crashes, some of the verdicts in the
middle of a run; after each run that ends well the graph is held against the laws of identity, and
in the end against a full run.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TypeVar

from emptying import empty
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from meanwhile import Meanwhile
from readings import article, edition, judge, record, retract, run, stored
from replaying import replay
from snapshots import HISTORY, snapshot

from actors.errors import DatabaseError
from actors.graph import Graph, Transaction
from actors.progress import Silent
from actors.records import IdentityEventType
from resolution.identity import IdentityChange
from resolution.model import shipped_model
from resolution.pipeline import resolve
from resolution.publishing.stored.judgements import given_judgements

Result = TypeVar("Result")

NAMES = ("Ri Chang Ho", "Ri Chang-ho", "Pak Jong Chon", "Ri Chang Ho Pak", "Orlov Mikhail")
BORN = ("1967-05-12", "1967", "1950-01-02", None)
RECORDS = [("north", "1"), ("north", "2"), ("south", "7"), ("south", "8"), ("west", "5")]
TEXTS = (
    "General Ri Chang Ho spoke in Dandong. Mikhail Orlov listened to Ri Chang Ho.",
    "Pak Jong Chon and Ri Chang Ho were sanctioned on Monday.",
)

contents = st.tuples(st.integers(0, len(NAMES) - 1), st.integers(0, len(BORN) - 1))
editions = st.tuples(
    st.just("edition"),
    st.sampled_from(["north", "south", "west"]),
    st.lists(contents, min_size=2, max_size=2),
    st.sets(st.integers(0, 1), min_size=1),
    st.booleans(),
)
verdicts = st.tuples(
    st.just("judge"), st.integers(0, 6), st.integers(0, 6), st.sampled_from(["SAME", "DIFFERENT"])
)
retractions = st.tuples(st.just("retract"), st.integers(0, 5))
steps = st.one_of(
    editions,
    st.tuples(st.just("text"), st.integers(0, len(TEXTS) - 1)),
    verdicts,
    retractions,
    st.tuples(st.just("resolve_while"), st.integers(1, 12), st.one_of(verdicts, retractions)),
    st.tuples(st.just("resolve")),
    st.tuples(st.just("crash"), st.integers(0, 9), st.booleans()),
)


class Crash(DatabaseError):
    """The database is gone, and so is the process soon."""


class Fragile(Graph):
    """A graph that stores so many transactions of a run, and no more."""

    def __init__(self, graph: Graph, transactions: int) -> None:
        super().__init__(graph._driver, graph._address)
        self._left = transactions

    def together(self, work: Callable[[Transaction], Result]) -> Result:
        if not self._left:
            raise Crash
        self._left -= 1
        return super().together(work)

    def write(self, statement: str, **parameters: object) -> list[dict[str, object]]:
        if not self._left:
            raise Crash
        return super().write(statement, **parameters)


@dataclass
class World:
    """A graph, and what was done to it."""

    graph: Graph
    day: date = date(2024, 1, 1)
    verdicts: dict[int, tuple[str, str, str]] = field(default_factory=dict)
    served: set[str] = field(default_factory=set)

    def do(self, step: tuple[object, ...]) -> None:
        name, *arguments = step
        getattr(self, str(name))(*arguments)

    def edition(
        self, source: str, written: list[tuple[int, int]], held: set[int], is_complete: bool
    ) -> None:
        self.day += timedelta(days=30)
        numbers = [number for list_, number in RECORDS if list_ == source]
        records = [
            record(number, NAMES[name], born=BORN[born], source=source, linked_to=["Pak Jong Chon"])
            for place, (number, (name, born)) in enumerate(zip(numbers, written, strict=False))
            if place in held
        ]
        if records:
            stored(self.graph, edition(*records, on=self.day, is_complete=is_complete))

    def text(self, number: int) -> None:
        stored(self.graph, article(TEXTS[number], on=date(2024, 12, 17)))

    def judge(self, left: int, right: int, verdict: str) -> None:
        rows = self.graph.read(
            "MATCH (m:Mention) WHERE m.isRetired IS NULL RETURN m.id AS id ORDER BY m.sequence"
        )
        if max(left, right) >= len(rows) or left == right:
            return
        pair = (str(rows[left]["id"]), str(rows[right]["id"]), verdict)
        if _can_hold([*self.verdicts.values(), pair]):
            number = len(self.served) * 1000 + len(self.verdicts) + self.day.toordinal() * 100
            while number in self.verdicts:
                number += 1
            judge(self.graph, _Named(pair[0]), _Named(pair[1]), verdict, number)  # type: ignore[arg-type]
            self.verdicts[number] = pair

    def retract(self, place: int) -> None:
        if place < len(self.verdicts):
            number = sorted(self.verdicts)[place]
            del self.verdicts[number]
            retract(self.graph, number)

    def resolve(self) -> None:
        run(self.graph)
        self.check()

    def resolve_while(self, transactions: int, step: tuple[object, ...]) -> None:
        """Run, and do something else once the run has begun so many transactions."""
        resolve(
            Meanwhile(self.graph, transactions, lambda: self.do(step)), shipped_model(), Silent()
        )
        self.check()

    def crash(self, transactions: int, is_killed: bool) -> None:
        """End a run after so many transactions: by an error it can tell, or by none."""
        try:
            resolve(Fragile(self.graph, transactions), shipped_model(), Silent())
        except Crash:
            self.graph.write("MATCH (lease:Lease) SET lease.heartbeatAt = 0")
            if not is_killed:
                self.graph.write("MATCH (run:Run {status: 'RUNNING'}) SET run.status = 'FAILED'")

    def check(self) -> None:
        """Hold the graph against the laws."""
        rows = self.graph.read(
            "MATCH (m:Mention) OPTIONAL MATCH (m)-[:RESOLVED_TO]->(e:Entity) "
            "RETURN m.id AS id, m.entityId AS own, collect(e.id) AS entities"
        )
        assert all(len(row["entities"]) == 1 for row in rows)
        entity_of = {row["id"]: row["entities"][0] for row in rows}
        answer = {row["own"]: row["entities"][0] for row in rows}
        present = {row["id"] for row in self.graph.read("MATCH (e:Entity) RETURN e.id AS id")}
        assert present == set(entity_of.values())
        self.served |= present

        leads = replay(_events(self.graph))
        assert {entity for entity in leads if leads[entity] == entity} >= present
        assert {entity: leads[entity] for entity in self.served} == {
            entity: answer[entity] for entity in self.served
        }
        for left, right, verdict in self.verdicts.values():
            assert (entity_of[left] == entity_of[right]) == (verdict == "SAME")
        assert all(one.is_settled for one in given_judgements(self.graph))


@dataclass
class _Named:
    id: str


@settings(
    max_examples=10,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(sequence=st.lists(steps, min_size=3, max_size=12))
def test_every_id_ever_served_answers_after_any_sequence_of_events(
    graph: Graph, sequence: list[tuple[object, ...]]
) -> None:
    empty(graph)
    world = World(graph)

    for step in sequence:
        world.do(step)
    world.resolve()

    incremental = snapshot(graph, without=HISTORY)
    report = run(graph, full=True)
    assert snapshot(graph, without=HISTORY) == incremental
    assert report.moved_mentions == 0


@settings(
    max_examples=3,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    lists=st.lists(editions, min_size=2, max_size=4),
    left=st.integers(0, 4),
    right=st.integers(0, 4),
    verdict=st.sampled_from(["SAME", "DIFFERENT"]),
)
def test_a_verdict_taken_back_leaves_the_entities_there_were(
    graph: Graph, lists: list[tuple[object, ...]], left: int, right: int, verdict: str
) -> None:
    empty(graph)
    world = World(graph)
    for step in lists:
        world.do(step)
    world.resolve()
    before = _entities(graph)

    world.judge(left, right, verdict)
    world.resolve()
    world.retract(0)
    world.resolve()

    assert _entities(graph) == before


def _entities(graph: Graph) -> list[str]:
    return [
        line
        for line in snapshot(graph, without={*HISTORY, "Judgement"}, ignoring={"wasFounder"})
        if "wasFounder" not in line
    ]


def _events(graph: Graph) -> list[IdentityChange]:
    rows = graph.read(
        "MATCH (e:IdentityEvent) RETURN e.type AS type, e.entityId AS entity, e.from AS former, "
        "e.to AS present ORDER BY e.id"
    )
    return [
        IdentityChange(
            IdentityEventType(row["type"]),
            row["entity"],
            tuple(row["former"]),
            tuple(row["present"]),
        )
        for row in rows
    ]


def _can_hold(verdicts: list[tuple[str, str, str]]) -> bool:
    """Whether the verdicts hold together; who judges is refused otherwise."""
    groups: dict[str, set[str]] = {}
    for left, right, verdict in verdicts:
        if verdict == "SAME":
            both = groups.get(left, {left}) | groups.get(right, {right})
            groups |= dict.fromkeys(both, both)
    return all(
        right not in groups.get(left, {left})
        for left, right, verdict in verdicts
        if verdict == "DIFFERENT"
    )
