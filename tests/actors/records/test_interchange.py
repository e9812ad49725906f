import json
from collections.abc import Callable
from typing import Any, TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actors.records import (
    DesignationClaim,
    DesignationStatus,
    DocumentId,
    EntityKind,
    Identifier,
    Mention,
    MentionKind,
    Name,
    NameType,
    PartialDate,
    RelationClaim,
    RelationType,
    SourceId,
    record_mention_id,
    text_mention_id,
)
from actors.records.interchange import from_json, to_json

Value = TypeVar("Value")
Draw = Callable[[st.SearchStrategy[Any]], Any]

texts = st.text(max_size=12)
maybe = st.none() | texts
days = st.dates()


@st.composite
def partial_dates(draw: Draw) -> PartialDate:
    day = draw(days)
    month = draw(st.sampled_from([None, day.month]))
    return PartialDate(
        day.year,
        month,
        draw(st.sampled_from([None, day.day])) if month else None,
        draw(st.booleans()),
    )


def tuples(values: st.SearchStrategy[Value]) -> st.SearchStrategy[tuple[Value, ...]]:
    return st.lists(values, max_size=3).map(tuple)


designations = st.builds(
    DesignationClaim,
    authority=texts,
    programmes=tuples(texts),
    legal_bases=tuples(texts),
    listed_on=st.none() | partial_dates(),
    announced_on=st.none() | partial_dates(),
    ended_on=st.none() | partial_dates(),
    status=st.sampled_from(DesignationStatus),
    reasons=tuples(texts),
)
names = st.builds(Name, value=texts, type=st.sampled_from(NameType), family=maybe, given=maybe)
identifiers = st.builds(Identifier, scheme=texts, value=texts, country=maybe)
relations = st.builds(RelationClaim, type=st.sampled_from(RelationType), target=texts)


@st.composite
def mentions(draw: Draw) -> Mention:
    source, document = SourceId(draw(texts)), DocumentId(draw(texts))
    common = {
        "source": source,
        "document": document,
        "entity_kind": draw(st.sampled_from(EntityKind)),
        "quote": draw(texts),
        "names": draw(tuples(names)),
        "birth_dates": draw(tuples(partial_dates())),
        "countries": draw(tuples(texts)),
        "identifiers": draw(tuples(identifiers)),
        "properties": draw(st.dictionaries(texts, tuples(texts), max_size=3)),
        "designations": draw(tuples(designations)),
        "relations": draw(tuples(relations)),
        "sentence": draw(maybe),
        "extractor": draw(maybe),
    }
    if draw(st.booleans()):
        record_id = draw(texts)
        mention_id = record_mention_id(source, record_id)
        return Mention(id=mention_id, kind=MentionKind.RECORD, record_id=record_id, **common)
    start = draw(st.integers(0, 1_000_000))
    end = start + draw(st.integers(0, 100))
    mention_id = text_mention_id(document, start, end)
    return Mention(id=mention_id, kind=MentionKind.TEXT, start=start, end=end, **common)


@given(mentions())
def test_what_is_written_is_read_back_the_same(mention: Mention) -> None:
    written = json.dumps(to_json(mention))

    assert from_json(json.loads(written)) == mention


def test_one_name_and_a_record_id_are_enough() -> None:
    row = {
        "source": "a-list",
        "document": "D-AAAAAAAAAAAA",
        "record_id": "7",
        "names": [{"value": "Orla Vane"}, {"value": "O. Vane"}],
    }

    mention = from_json(row)

    assert mention.id == record_mention_id(SourceId("a-list"), "7")
    assert mention.quote == "Orla Vane"
    assert [name.type for name in mention.names] == [NameType.PRIMARY, NameType.ALIAS]
    assert mention.entity_kind is EntityKind.UNKNOWN


def test_a_record_says_nothing_of_what_it_leaves_empty() -> None:
    row = {"source": "a-list", "document": "D-1", "record_id": "7", "names": [{"value": "Vane"}]}

    written = to_json(from_json(row))

    assert written == {
        **row,
        "kind": "UNKNOWN",
        "quote": "Vane",
        "names": [{"value": "Vane", "type": "PRIMARY"}],
    }


@pytest.mark.parametrize(
    "wrong", [{"birth_dates": ["31/12/1968"]}, {"kind": "SHIP"}, {"birth_dates": ["1968-02-30"]}]
)
def test_a_word_outside_its_set_is_a_value_error(wrong: dict[str, Any]) -> None:
    row = {"source": "a", "document": "D-1", "record_id": "7", "names": [{"value": "Vane"}]}

    with pytest.raises(ValueError, match=r"not|day"):
        from_json({**row, **wrong})
