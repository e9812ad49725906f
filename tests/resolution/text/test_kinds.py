"""Names that the lists give to a person and to an organization."""

import pytest
from prose_builders import listed, only, organization

from actors.records import EntityKind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Orla Vane, a businesswoman, was sanctioned.", EntityKind.PERSON),
        ("It sanctioned President Orla Vane on Monday.", EntityKind.PERSON),
        ("Orla Vane, a trading company, was sanctioned.", EntityKind.ORGANIZATION),
        ("Nobody had heard of Orla Vane there.", EntityKind.UNKNOWN),
    ],
)
def test_the_sentence_tells_the_kind_of_a_name_that_two_kinds_have(
    text: str, kind: EntityKind
) -> None:
    """The organization, first by the alphabet, once took every such name from the person."""
    mention = only(text, listed("Orla Vane"), organization("Orla Vane Ltd"))

    assert (mention.quote, mention.entity_kind) == ("Orla Vane", kind)
