"""Comparisons: how the resolver held two mentions against each other.

Score and blocking rules stand in the graph. Features and text are computed from the two mentions'
contents and their documents' days, which the same statement answers: what explains a score is never
stored beside it.
"""

from typing import Any

import strawberry

from service.plans.mapping import Attribute, Derived, Key, Many, One, Rows, Same, Value
from service.schema.fields import mapped
from service.schema.judgement import Judgement
from service.schema.mention import Mention

_BOTH = """[@left.content, [(@left)-[:IN]->(@first:Document) | @first.publishedOn][0],
  @right.content, [(@right)-[:IN]->(@second:Document) | @second.publishedOn][0]]"""


def _features(both: list[str | None], explain: Any) -> Any:  # noqa: ANN401 - attributes are read by name
    return explain(*both).features


def _text(both: list[str | None], explain: Any) -> Any:  # noqa: ANN401 - attributes are read by name
    return explain(*both).text


@strawberry.type(description="One thing the resolver compared, and what it counted for.")
class Feature:
    """One thing the resolver compared, and what it counted for."""

    name: str = mapped(
        Attribute("name"),
        "What was compared, e.g. `name_similarity`; `prior` for what stands before anything is "
        "compared.",
    )
    left: str | None = mapped(Attribute("left"), "What the left mention says, e.g. `1968`.")
    right: str | None = mapped(
        Attribute("right"), "What the right mention says, e.g. `1968-04-12`."
    )
    similarity: float | None = mapped(
        Attribute("similarity"),
        "How alike the two are, mostly 0 to 1, e.g. `0.93`; null where one side says nothing.",
    )
    weight: float = mapped(
        Attribute("weight"),
        "What it adds to the log-odds of being the same actor, e.g. `2.4`; negative where it "
        "speaks against it.",
    )


JOINING = Many(
    Rows(
        """MATCH (@this)<-[:RESOLVED_TO]-(@left:Mention)-[@compared:COMPARED]->(@right:Mention)
WHERE @compared.joins AND EXISTS { (@right)-[:RESOLVED_TO]->(@this) }
WITH @left, @compared, @right""",
        (Key("@compared.score", descending=True), Key("@left.sequence"), Key("@right.sequence")),
        {"left": "left", "right": "right", "compared": "compared"},
    )
)
"""The comparisons that hold an entity's mentions together: a tree."""

_STANDING_JUDGEMENT = Rows(
    """MATCH (@left)<-[:LEFT|RIGHT]-(@that:Judgement)-[:LEFT|RIGHT]->(@right)
WHERE @that.retractedAt IS NULL
WITH @that ORDER BY @that.createdAt DESC, @that.id LIMIT 1"""
)


@strawberry.type(description="How the resolver held two mentions against each other.")
class Comparison:
    """How the resolver held two mentions against each other."""

    left: Mention = mapped(Same({"this": "left"}), "The older mention, e.g. `left { quote }`.")
    right: Mention = mapped(Same({"this": "right"}), "The newer mention, e.g. `right { quote }`.")
    score: float = mapped(
        Value("@compared.score"), "Probability of being the same actor, 0 to 1, e.g. `0.97`."
    )
    features: list[Feature] = mapped(
        Derived(_BOTH, _features),
        "What was compared, and what each thing counted for: the weights add up to the log-odds "
        "of the score, save where a judgement or one text joined the two; e.g. "
        "`features { name weight }`.",
    )
    blocked_by: list[str] = mapped(
        Value("coalesce(@compared.blockedBy, [])"),
        "The rules that brought the two together, e.g. `rare name token`.",
    )
    judgement: Judgement | None = mapped(
        One(_STANDING_JUDGEMENT),
        "What a reviewer said of the two, if that still stands; e.g. `judgement { verdict }`.",
    )
    text: str = mapped(
        Derived(_BOTH, _text),
        "Why, in words, e.g. `The names agree, the birth years too.`",
    )
