"""A text's count held against an action: which of its designations the text counts.

For each claim the smallest scope that fits is sought: one authority, two, … all of them; then one
authority's designations under one programme, or a few. What fits is the claim's scope and explains
it; what fits nothing is said to fit nothing. A claim binds only the kinds it names: "nine
individuals" says nothing of vessels. Its count of actors without a kind is held against all kinds
that it does not name.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, combinations, islice
from typing import Self

from actors.records import CountClaim, DocumentId, EntityId, EntityKind
from resolution.designations.values import Designation, ReconciledClaim, Tally, in_words
from resolution.sources.authorities import Authority, authority

MOST_SCOPES = 4096
"""So many scopes are tried of each sort; twelve authorities have that many combinations."""
MOST_PROGRAMMES = 3

Scope = tuple[tuple[str, ...], tuple[str, ...]]
"""Authorities, and the programmes to which the scope is narrowed."""


@dataclass(frozen=True, slots=True)
class Designated:
    """Who was designated in one action, by which authority, under which programmes."""

    authorities: tuple[str, ...]
    """Those with most designations first."""
    by_authority: Mapping[str, Mapping[EntityId, frozenset[str]]]
    """Each authority's entities with their programmes."""
    kinds: Mapping[EntityId, EntityKind]
    names: Mapping[str, str]

    @classmethod
    def of(cls, designations: Iterable[Designation], kinds: Mapping[EntityId, EntityKind]) -> Self:
        """Arrange an action's designations."""
        entities: dict[str, dict[EntityId, frozenset[str]]] = {}
        for one in designations:
            own = entities.setdefault(one.authority, {})
            own[one.entity] = own.get(one.entity, frozenset()) | frozenset(one.programmes)
        order = tuple(sorted(entities, key=lambda slug: (-len(entities[slug]), slug)))
        return cls(order, entities, kinds, {slug: _called(authority(slug)) for slug in order})

    def name(self, slug: str) -> str:
        """Return what a sentence calls the authority."""
        return self.names[slug]

    def tally(
        self, authorities: Sequence[str] | None = None, programmes: Sequence[str] = ()
    ) -> Tally:
        """Count the distinct actors of a scope, of the whole action by default."""
        within = set(programmes)
        entities = {
            entity
            for slug in (self.authorities if authorities is None else authorities)
            for entity, under in self.by_authority[slug].items()
            if not within or under & within
        }
        return Tally.of([self.kinds.get(entity, EntityKind.UNKNOWN) for entity in entities])

    def programmes(self, slug: str) -> list[str]:
        """Return the programmes of one authority's designations."""
        return sorted(set().union(*self.by_authority[slug].values()))


def reconcile(claim: CountClaim, document: DocumentId, designated: Designated) -> ReconciledClaim:
    """Find the claim's scope, and say in words what it counts."""
    for authorities, programmes in _scopes(designated):
        if fits(claim, designated.tally(authorities, programmes)):
            note = _note(authorities, programmes, designated)
            return ReconciledClaim(
                document, claim, authorities, programmes, is_explained=True, note=note
            )
    note = (
        f"It fits neither the whole of {designated.tally()} nor the part of any authority or "
        f"programme."
    )
    return ReconciledClaim(document, claim, (), (), is_explained=False, note=note)


def fits(claim: CountClaim, tally: Tally) -> bool:
    """Whether a scope has as many of each kind as the claim says.

    >>> fits(CountClaim("nine individuals", 0, 16, persons=9), Tally(persons=9, vessels=2))
    True
    """
    stated = (
        (claim.persons, tally.persons),
        (claim.organizations, tally.organizations),
        (claim.vessels, tally.vessels),
        (claim.aircraft, tally.aircraft),
    )
    unnamed = sum(actual for said, actual in stated if said is None)
    return all(said in (None, actual) for said, actual in stated) and claim.actors in (
        None,
        unnamed,
    )


def explain(claims: Sequence[ReconciledClaim], designated: Designated) -> str:
    """Say in words how an action's counts hold together."""
    sentences = [_whole(designated)]
    told: dict[str, list[str]] = {}
    for one in claims:
        quotes = told.setdefault(_verdict(one, designated), [])
        quote = f"“{' '.join(one.claim.quote.split())}”"
        if quote.lower() not in [known.lower() for known in quotes]:
            quotes.append(quote)
    for verdict, quotes in told.items():
        sentences.append(f"{in_words(quotes)} {verdict if len(quotes) == 1 else _plural(verdict)}.")
    return " ".join(sentences)


def _scopes(designated: Designated) -> Iterator[Scope]:
    """Yield scopes, small ones first; the whole is tried however many authorities there are."""
    slugs = designated.authorities
    sizes = (combinations(slugs, size) for size in range(1, len(slugs) + 1))
    for authorities in islice(chain.from_iterable(sizes), MOST_SCOPES):
        yield authorities, ()
    yield slugs, ()
    yield from islice(_narrowed(designated), MOST_SCOPES)


def _narrowed(designated: Designated) -> Iterator[Scope]:
    for size in range(1, MOST_PROGRAMMES + 1):
        for slug in designated.authorities:
            for programmes in combinations(designated.programmes(slug), size):
                yield (slug,), programmes


def _note(authorities: Sequence[str], programmes: Sequence[str], designated: Designated) -> str:
    own = designated.tally(authorities, programmes)
    who = in_words([designated.name(slug) for slug in authorities])
    if programmes:
        keys = in_words([one.partition(":")[2] or one for one in programmes])
        return f"Counts only what {who} designated under {keys}: {own}."
    others = [slug for slug in designated.authorities if slug not in authorities]
    if not others:
        together = "together " if len(authorities) > 1 else ""
        return f"Counts all that {who} {together}designated: {own}."
    rest = in_words([f"{designated.name(slug)} ({designated.tally((slug,))})" for slug in others])
    return f"Counts only what {who} designated: {own}; what {rest} designated is not in it."


def _whole(designated: Designated) -> str:
    total = designated.tally()
    parts = [
        f"{designated.tally((slug,))} by {designated.name(slug)}" for slug in designated.authorities
    ]
    if len(parts) == 1:
        return f"{designated.name(designated.authorities[0])} designated {total}."
    shared = sum(len(own) for own in designated.by_authority.values()) - total.total
    twice = f" ({shared} of them twice)" if shared else ""
    return f"{total} were designated{twice}: {in_words(parts)}."


def _verdict(one: ReconciledClaim, designated: Designated) -> str:
    if not one.is_explained:
        return "counts something else: no authority or programme of this action has that many"
    if len(one.authorities) == len(designated.authorities) and not one.programmes:
        return "counts them all"
    who = in_words([designated.name(slug) for slug in one.authorities])
    if one.programmes:
        keys = in_words([programme.partition(":")[2] or programme for programme in one.programmes])
        return f"counts only those of {who} under {keys}"
    return f"counts only those of {who}"


def _plural(verdict: str) -> str:
    return verdict.replace("counts", "count", 1)


def _called(authority: Authority) -> str:
    """Return the acronym, by which readers of such texts know the authority, else the name."""
    return authority.acronym or authority.name
