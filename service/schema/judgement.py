"""Judgements: what reviewers said of two mentions."""

from typing import ClassVar

import strawberry

from service.plans.mapping import NodeMapping, One, Rows, Value
from service.schema.enums import Verdict
from service.schema.fields import mapped
from service.schema.mention import Mention
from service.schema.node import Node
from service.schema.scalars import DateTime

SERVED_JUDGEMENT = (
    "EXISTS { (@this)-[:LEFT]->(:Mention)-[:RESOLVED_TO]->(:Entity) } "
    "AND EXISTS { (@this)-[:RIGHT]->(:Mention)-[:RESOLVED_TO]->(:Entity) }"
)


@strawberry.type(description="What a reviewer said of two mentions. It binds every later run.")
class Judgement(Node):
    """What a reviewer said of two mentions."""

    node: ClassVar[NodeMapping] = NodeMapping("Judgement", "J-", SERVED_JUDGEMENT)

    verdict: Verdict = mapped(Value("@this.verdict"), "The verdict, e.g. `DIFFERENT`.")
    left: Mention = mapped(
        One(Rows("MATCH (@this)-[:LEFT]->(@that:Mention)")),
        "The one mention, e.g. `left { quote }`.",
    )
    right: Mention = mapped(
        One(Rows("MATCH (@this)-[:RIGHT]->(@that:Mention)")),
        "The other one, e.g. `right { quote }`.",
    )
    actor: str = mapped(Value("@this.actor"), "Who judged, e.g. `reviewer@example.org`.")
    reason: str | None = mapped(Value("@this.reason"), "Why, e.g. `two different people`.")
    created_at: DateTime = mapped(Value("@this.createdAt"), "When, e.g. `2026-01-05T10:00:00Z`.")
    retracted_at: DateTime | None = mapped(
        Value("@this.retractedAt"), "When it was taken back, e.g. `2026-02-01T10:00:00Z`."
    )
