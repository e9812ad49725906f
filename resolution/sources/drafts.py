"""A record while its reader collects what it says; every value once, in the order it was said."""

from dataclasses import dataclass, field

from actors.countries import country_code
from actors.records import (
    DesignationClaim,
    Document,
    EntityKind,
    Identifier,
    Mention,
    MentionKind,
    Name,
    NameType,
    PartialDate,
    RelationClaim,
    RelationType,
    record_mention_id,
)
from resolution.sources.dates import stated_dates
from resolution.sources.naming import with_acronyms


@dataclass(slots=True)
class RecordDraft:
    """What one record says so far."""

    record_id: str
    kind: EntityKind = EntityKind.UNKNOWN
    names: dict[str, Name] = field(default_factory=dict)
    birth_dates: dict[PartialDate, None] = field(default_factory=dict)
    countries: dict[str, None] = field(default_factory=dict)
    identifiers: dict[Identifier, None] = field(default_factory=dict)
    properties: dict[str, dict[str, None]] = field(default_factory=dict)
    designations: list[DesignationClaim] = field(default_factory=list)
    relations: dict[RelationClaim, None] = field(default_factory=dict)

    def call(self, name: Name) -> None:
        """Add a name; of one spelling the first type stays, the primary one before all."""
        if name.value and (name.value not in self.names or name.type is NameType.PRIMARY):
            self.names[name.value] = name

    def say(self, property_field: str, *values: str) -> None:
        """Add values of a property; an empty one says nothing."""
        for value in filter(None, (value.strip() for value in values)):
            self.properties.setdefault(property_field, {})[value] = None

    def place(self, country: str) -> str | None:
        """Add a country of the actor, as written, and return its code."""
        code = country_code(country) if country else None
        if code:
            self.countries[code] = None
        return code

    def identify(self, scheme: str, value: str, country: str | None = None) -> None:
        """Add a number; the country is a code, and dashes alone are no number."""
        value = value.strip(" .,;:")
        if any(map(str.isalnum, value)):
            self.identifiers[Identifier(scheme, value, country)] = None

    def born(self, text: str) -> bool:
        """Add what a field of birth says, and whether it was a date; else it is kept as a note."""
        stated = stated_dates(text)
        if stated is None:
            self.say("birthDateNote", text)
            return False
        self.birth_dates.update(dict.fromkeys(stated.dates))
        self.say("birthDateRange", *stated.intervals)
        return True

    def relate(self, type_: RelationType, target: str) -> None:
        """Add a relation to another actor of the source, named as written."""
        target = target.strip()
        if target:
            self.relations[RelationClaim(type_, target)] = None

    def finish(self, document: Document) -> Mention:
        """Return the mention; a record has a name, or its reader rejects it."""
        names = tuple(
            sorted(self.names.values(), key=lambda name: name.type is not NameType.PRIMARY)
        )
        if self.kind is not EntityKind.PERSON:
            names = with_acronyms(names)
        return Mention(
            id=record_mention_id(document.source, self.record_id),
            kind=MentionKind.RECORD,
            source=document.source,
            document=document.id,
            entity_kind=self.kind,
            quote=names[0].value,
            names=names,
            record_id=self.record_id,
            birth_dates=tuple(self.birth_dates),
            countries=tuple(self.countries),
            identifiers=tuple(self.identifiers),
            properties={name: tuple(values) for name, values in self.properties.items()},
            designations=tuple(self.designations),
            relations=tuple(self.relations),
        )
