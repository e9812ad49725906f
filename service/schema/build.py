"""The schema from its types, with nothing in it that does not work."""

import strawberry
from strawberry.schema.config import StrawberryConfig

from service.plans.executor import resolve_by_plan
from service.schema.judgement import Judgement
from service.schema.query import Query
from service.schema.scalars import scalar_map


def build_schema() -> strawberry.Schema:
    """Return the schema; its root fields are resolved by plans, the others never."""
    built = strawberry.Schema(
        Query, types=[Judgement], config=StrawberryConfig(scalar_map=scalar_map())
    )
    query = built._schema.query_type  # noqa: SLF001 - Strawberry has no public name for it
    assert query is not None
    for root in query.fields.values():
        root.resolve = resolve_by_plan
    return built


schema = build_schema()
"""Types only, and the same in every process: the one thing made at import."""
