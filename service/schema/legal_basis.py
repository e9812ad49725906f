"""Legal bases: the acts a designation rests on."""

import strawberry

from service.plans.mapping import Value
from service.schema.fields import mapped


@strawberry.type(
    description="The act a designation rests on: an order, a resolution, a regulation."
)
class LegalBasis:
    """The act a designation rests on."""

    code: str = mapped(Value("@this.code"), "As it is cited, e.g. `E.O. 13382` or `UNSCR 1718`.")
    title: str | None = mapped(
        Value("@this.title"), "Its title, e.g. `Blocking Property of Certain Persons`."
    )
