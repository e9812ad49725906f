"""Facets: how many of the filtered entities have which value."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import strawberry
from countryguess import guess_country

from service.plans.mapping import Attribute, FacetMapping
from service.schema.enums import EntityFacetField
from service.schema.fields import mapped


@strawberry.type(description="A value, and how many entities have it.")
class FacetValue:
    """A value, and how many entities have it."""

    value: str = mapped(Attribute("value"), "The value, as filters take it, e.g. `kp`.")
    label: str = mapped(Attribute("label"), "The value as people read it, e.g. `North Korea`.")
    count: int = mapped(Attribute("count"), "How many entities have it, e.g. `19`.")


@strawberry.type(description="The values of one field among the filtered entities, most first.")
class Facet:
    """The values of one field among the filtered entities, most first."""

    field: EntityFacetField = mapped(Attribute("field"), "The field, e.g. `COUNTRY`.")
    values: list[FacetValue] = mapped(
        Attribute("values"),
        "Its values, e.g. `values { label count }`; an entity may have several, or none.",
    )


@dataclass(frozen=True, slots=True)
class CountedValue:
    """What a FacetValue shows."""

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class CountedField:
    """What a Facet shows."""

    field: str
    values: Sequence[CountedValue]


def _country(code: str) -> str:
    found = guess_country(code.upper(), attribute="name_short")
    return str(found) if found else code.upper()


def _words(value: str) -> str:
    return value.replace("_", " ").capitalize()


ENTITY_FACETS = {
    EntityFacetField.KIND: FacetMapping("WITH @this, @this.kind AS @value, null AS @label", _words),
    EntityFacetField.COUNTRY: FacetMapping(
        "UNWIND @this.countries AS @value WITH @this, @value, null AS @label", _country
    ),
    EntityFacetField.SOURCE: FacetMapping(
        "UNWIND @this.sourceIds AS @value "
        "MATCH (@source:Source {id: @value}) WITH @this, @value, @source.name AS @label"
    ),
    EntityFacetField.AUTHORITY: FacetMapping(
        "UNWIND @this.authorityIds AS @value MATCH (@authority:Authority {id: @value}) "
        "WITH @this, @value, coalesce(@authority.acronym, @authority.name) AS @label"
    ),
    # Programmes are filtered by key, which two authorities may share.
    EntityFacetField.PROGRAMME: FacetMapping(
        "UNWIND @this.programmeIds AS @id MATCH (@programme:Programme {id: @id}) "
        "WITH @this, @programme.key AS @value, coalesce(@programme.title, @programme.key) AS @label"
    ),
    EntityFacetField.STATUS: FacetMapping(
        "UNWIND @this.statuses AS @value WITH @this, @value, null AS @label", _words
    ),
}


def facets(
    fields: Sequence[EntityFacetField],
    mappings: Mapping[EntityFacetField, FacetMapping],
    counts: Sequence[Sequence[tuple[str, str | None, int]]],
) -> list[CountedField]:
    """Return what was counted, with labels."""
    return [
        CountedField(
            name.value,
            [
                CountedValue(value, _label(mappings[name], value, label), count)
                for value, label, count in values
            ],
        )
        for name, values in zip(fields, counts, strict=True)
    ]


def _label(mapping: FacetMapping, value: str, label: str | None) -> str:
    return mapping.name(value) if mapping.name else label or value
