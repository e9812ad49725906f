"""A mention: one place where a source speaks of an actor, with all it asserts there."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from actors.records.claims import DesignationClaim, RelationClaim
from actors.records.dates import PartialDate
from actors.records.enums import EntityKind, MentionKind, NameType
from actors.records.ids import DocumentId, EntityId, MentionId, SourceId, own_entity_id

_NOT_ALPHANUMERIC = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Name:
    """One spelling as the source writes it; the parts where the source tells them apart."""

    value: str
    type: NameType = NameType.PRIMARY
    family: str | None = None
    given: str | None = None


@dataclass(frozen=True, slots=True)
class Identifier:
    """A number somebody issued. A number of another list that a record only cites is `cited-…`."""

    scheme: str
    value: str
    country: str | None = None

    @property
    def key(self) -> str:
        """What two spellings of one number share; see `identifier_key`."""
        return identifier_key(self.scheme, self.value)


def identifier_key(scheme: str, value: str) -> str:
    """Return the scheme and the number without case, spaces and punctuation.

    >>> identifier_key("imo", "IMO 9187629") == identifier_key("IMO", "9187629")
    True
    """
    plain_scheme = scheme.strip().lower()
    plain_value = _NOT_ALPHANUMERIC.sub("", value).upper()
    label = plain_scheme.removeprefix("cited-").upper()
    return f"{plain_scheme}:{plain_value.removeprefix(label) or plain_value}"


@dataclass(frozen=True, slots=True)
class Mention:
    """What one record of a list, or one span of a text, says of an actor."""

    id: MentionId
    kind: MentionKind
    source: SourceId
    document: DocumentId
    entity_kind: EntityKind
    quote: str
    """As written: the primary name of a record, the span of a text."""
    names: tuple[Name, ...]
    record_id: str | None = None
    start: int | None = None
    end: int | None = None
    sentence: str | None = None
    birth_dates: tuple[PartialDate, ...] = ()
    countries: tuple[str, ...] = ()
    """ISO 3166-1 alpha-2, lower case: nationality, residence, registration or flag."""
    identifiers: tuple[Identifier, ...] = ()
    properties: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Everything else, field by field, named as docs/mentions.md lists them."""
    designations: tuple[DesignationClaim, ...] = ()
    relations: tuple[RelationClaim, ...] = ()
    extractor: str | None = None
    """What found a text mention, as `names/1`; none for records."""

    @property
    def own_entity_id(self) -> EntityId:
        """The id of the entity this mention founds, should it be its founding mention."""
        return own_entity_id(self.id)

    def assertions(self) -> dict[str, tuple[str, ...]]:
        """Return every asserted field with its values, birth dates and countries among them."""
        stated = {
            "birthDate": tuple(str(born) for born in self.birth_dates),
            "country": self.countries,
            **self.properties,
        }
        return {name: values for name, values in stated.items() if values}
