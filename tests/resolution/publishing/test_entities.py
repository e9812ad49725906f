"""What an entity shows can be stored, however its mentions are named."""

from datetime import date

from actors.records import DocumentId, SourceId, SourceTier
from actors.records.interchange import from_json
from resolution.publishing.rows.entities import entity_row
from resolution.state import StoredMention


def test_an_overlong_caption_is_ordered_by_its_beginning() -> None:
    """A span of 10,000 characters was no value for the index of captions, and no run could end."""
    mention = from_json(
        {
            "source": "a-list",
            "document": DocumentId("D-1"),
            "record_id": "7",
            "names": [{"value": "Vane" * 2500}],
        }
    )
    day = date(2024, 12, 17)
    stored = StoredMention(mention, 1, day, day, False, None, False, "hash", None, None)

    row = entity_row(
        mention.own_entity_id, [stored], [], {SourceId("a-list"): SourceTier.OFFICIAL_LIST}
    )

    assert row["caption"] == "Vane" * 2500
    assert row["sortCaption"] == "vane" * 50
