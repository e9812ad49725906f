from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from actors.errors import SourceError
from actors.records import (
    DesignationStatus,
    EntityKind,
    Identifier,
    Mention,
    Name,
    NameType,
    RelationClaim,
    RelationType,
)
from resolution.sources import CatalogueDocument, Reading, default_source, read

Write = Callable[[str, str | bytes], Path]
HEAD = (
    "<?xml version='1.0' encoding='UTF-8'?>\n"
    "<CONSOLIDATED_LIST dateGenerated='2025-04-19T23:00:04Z'>"
)


def reading(write: Write, individuals: str = "", entities: str = "") -> Reading:
    content = (
        f"{HEAD}<INDIVIDUALS>{individuals}</INDIVIDUALS>"
        f"<ENTITIES>{entities}</ENTITIES></CONSOLIDATED_LIST>"
    )
    source = default_source("un-consolidated", "un-sc")
    return read(source, "un-consolidated", CatalogueDocument(write("list.xml", content)))


def individual(inner: str, number: str = "KPi.901") -> str:
    return (
        "<INDIVIDUAL><DATAID>690001</DATAID><FIRST_NAME>ORLA</FIRST_NAME>"
        "<SECOND_NAME>VANE</SECOND_NAME><UN_LIST_TYPE>DPRK</UN_LIST_TYPE>"
        f"<REFERENCE_NUMBER>{number} </REFERENCE_NUMBER><LISTED_ON>2016-11-30</LISTED_ON>"
        f"{inner}</INDIVIDUAL>"
    )


def entity(name: str, number: str, comment: str = "") -> str:
    return (
        f"<ENTITY><FIRST_NAME>{name}</FIRST_NAME><UN_LIST_TYPE>DPRK</UN_LIST_TYPE>"
        f"<REFERENCE_NUMBER>{number}</REFERENCE_NUMBER><COMMENTS1>{comment}</COMMENTS1></ENTITY>"
    )


def person(write: Write, inner: str) -> Mention:
    [mention] = reading(write, individual(inner)).mentions
    return mention


def test_a_person_has_names_numbers_and_a_designation(write: Write) -> None:
    mention = person(
        write,
        "<NAME_ORIGINAL_SCRIPT>올라 베인</NAME_ORIGINAL_SCRIPT>"
        "<INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>Orla Wane</ALIAS_NAME>"
        "<NOTE>original script: Орла Вейн</NOTE></INDIVIDUAL_ALIAS>"
        "<INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>Orlette</ALIAS_NAME></INDIVIDUAL_ALIAS>"
        "<INDIVIDUAL_ALIAS><QUALITY/><ALIAS_NAME/></INDIVIDUAL_ALIAS>",
    )

    assert mention.record_id == "KPi.901"
    assert mention.entity_kind is EntityKind.PERSON
    assert [(name.value, name.type) for name in mention.names] == [
        ("ORLA VANE", NameType.PRIMARY),
        ("올라 베인", NameType.ALIAS),
        ("Orla Wane", NameType.ALIAS),
        ("Орла Вейн", NameType.ALIAS),
        ("Orlette", NameType.WEAK_ALIAS),
    ]
    assert mention.identifiers == (
        Identifier("un-reference", "KPi.901"),
        Identifier("un-dataid", "690001"),
    )
    [claim] = mention.designations
    assert (claim.authority, claim.programmes) == ("un-sc", ("un-sc:DPRK",))
    assert claim.legal_bases == ("UNSCR 1718",)
    assert str(claim.listed_on) == "2016-11-30"
    assert claim.status is DesignationStatus.ACTIVE


@pytest.mark.parametrize(
    ("birth", "dates"),
    [
        ("<TYPE_OF_DATE>EXACT</TYPE_OF_DATE><DATE>1968-04-12</DATE>", ["1968-04-12"]),
        ("<TYPE_OF_DATE>EXACT</TYPE_OF_DATE><YEAR>1968</YEAR>", ["1968"]),
        ("<TYPE_OF_DATE>APPROXIMATELY</TYPE_OF_DATE><YEAR>1968</YEAR>", ["1968~"]),
        ("<YEAR>1968</YEAR><NOTE>April 1968</NOTE>", ["1968-04"]),
        ("<YEAR>1968</YEAR><NOTE>Approximately</NOTE>", ["1968~"]),
        (
            "<TYPE_OF_DATE>BETWEEN</TYPE_OF_DATE><FROM_YEAR>1968</FROM_YEAR><TO_YEAR>1973</TO_YEAR>",
            ["1968~", "1973~"],
        ),
        ("<NOTE>30-35 years old</NOTE>", []),
    ],
)
def test_births_keep_their_precision(write: Write, birth: str, dates: list[str]) -> None:
    mention = person(write, f"<INDIVIDUAL_DATE_OF_BIRTH>{birth}</INDIVIDUAL_DATE_OF_BIRTH>")

    assert [str(born) for born in mention.birth_dates] == dates


def test_places_papers_and_positions(write: Write) -> None:
    mention = person(
        write,
        "<NATIONALITY><VALUE>Democratic People's Republic of Korea</VALUE></NATIONALITY>"
        "<DESIGNATION><VALUE>a) Director\n of Quays b) Envoy</VALUE></DESIGNATION>"
        "<TITLE><VALUE>Dr.</VALUE></TITLE><GENDER>Female</GENDER>"
        "<INDIVIDUAL_PLACE_OF_BIRTH><CITY>Cork</CITY><COUNTRY>Ireland</COUNTRY>"
        "</INDIVIDUAL_PLACE_OF_BIRTH>"
        "<INDIVIDUAL_ADDRESS><CITY>Valletta</CITY><COUNTRY>Malta</COUNTRY></INDIVIDUAL_ADDRESS>"
        "<INDIVIDUAL_ADDRESS><COUNTRY>Chad</COUNTRY><NOTE>previous address</NOTE>"
        "</INDIVIDUAL_ADDRESS>"
        "<INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>Passport</TYPE_OF_DOCUMENT><NUMBER>P900100</NUMBER>"
        "<ISSUING_COUNTRY>Malta</ISSUING_COUNTRY><DATE_OF_ISSUE>2011-12-07</DATE_OF_ISSUE>"
        "</INDIVIDUAL_DOCUMENT><INDIVIDUAL_DOCUMENT/>",
    )

    assert mention.countries == ("mt", "kp")
    assert mention.identifiers[2] == Identifier("passport", "P900100", "mt")
    assert mention.properties == {
        "address": ("Valletta, Malta", "Chad (previous address)"),
        "birthPlace": ("Cork, Ireland",),
        "document": ("Passport P900100 (Malta) 2011-12-07",),
        "nationality": ("Democratic People's Republic of Korea",),
        "title": ("Dr.",),
        "position": ("Director of Quays", "Envoy"),
        "gender": ("female",),
    }


def test_a_comment_gives_reasons_resolutions_and_a_cited_record_a_relation(write: Write) -> None:
    comment = (
        "Listed pursuant to paragraph 8 of resolution 2397 (2017)."
        " Works with Grey Harbour (KPe.902). Review pursuant to resolution 1822 was concluded."
    )

    mentions = reading(
        write,
        individual(f"<COMMENTS1>{comment}</COMMENTS1>"),
        entity("GREY HARBOUR CO", "KPe.902", "SWIFT/BIC: ABCDKPPY"),
    ).mentions

    [claim] = mentions[0].designations
    assert claim.reasons == ("Listed pursuant to paragraph 8 of resolution 2397 (2017).",)
    assert claim.legal_bases == ("UNSCR 1718", "UNSCR 2397")
    assert mentions[0].relations == (RelationClaim(RelationType.LINKED_TO, "GREY HARBOUR CO"),)
    assert mentions[0].properties["remarks"] == (comment,)
    assert mentions[1].entity_kind is EntityKind.ORGANIZATION
    assert Identifier("swift", "ABCDKPPY") in mentions[1].identifiers


def test_aliases_lose_their_explanations_and_gain_their_parts(write: Write) -> None:
    mention = person(
        write,
        "<INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY>"
        "<ALIAS_NAME>Grey, Orla (identity of a forged passport)</ALIAS_NAME></INDIVIDUAL_ALIAS>",
    )

    assert mention.names[1:] == (Name("Grey, Orla", NameType.WEAK_ALIAS, "Grey", "Orla"),)
    assert mention.properties["aliasNote"] == ("Grey, Orla (identity of a forged passport)",)


@pytest.mark.parametrize(
    "inner",
    [
        f"<COMMENTS1>{'a.' * 200_000}</COMMENTS1>",
        f"<COMMENTS1>{'listed ' * 60_000}</COMMENTS1>",
        f"<NAME_ORIGINAL_SCRIPT>a{' ' * 200_000}b</NAME_ORIGINAL_SCRIPT>",
    ],
    ids=["points", "one word", "space"],
)
def test_a_field_of_many_words_is_read_once(write: Write, inner: str) -> None:
    """Each word of such a field once had the whole rest searched: a list took hours."""
    assert person(write, inner).names[0] == Name("ORLA VANE")


def test_an_alias_that_never_closes_its_parenthesis_is_read_once(write: Write) -> None:
    alias = f"<INDIVIDUAL_ALIAS><ALIAS_NAME>({'a ' * 200_000}</ALIAS_NAME></INDIVIDUAL_ALIAS>"

    with pytest.raises(SourceError, match="400,000 characters"):
        person(write, alias)


def test_a_name_of_two_names_is_both(write: Write) -> None:
    [mention] = reading(write, entities=entity("GREY BANK (GB) ; HARBOUR / H", "KPe.902")).mentions

    assert [name.value for name in mention.names] == [
        "GREY BANK (GB) ; HARBOUR / H",
        "GB",
        "GREY BANK (GB)",
        "HARBOUR / H",
    ]


def test_a_delisted_record_says_when(write: Write) -> None:
    [claim] = person(write, "<DELISTED_ON>2020-01-02</DELISTED_ON>").designations

    assert claim.status is DesignationStatus.DELISTED
    assert str(claim.ended_on) == "2020-01-02"


def test_the_list_says_its_own_day(write: Write) -> None:
    assert reading(write, individual("")).document.published_on == date(2025, 4, 19)


def test_records_without_number_or_name_and_repeated_ones_are_rejected(write: Write) -> None:
    read_ = reading(
        write,
        individual("") + individual("", number="") + individual(""),
        entity("", "KPe.902"),
    )

    assert read_.records == 4
    assert len(read_.mentions) == 1
    assert [rejected.reason for rejected in read_.rejected] == [
        "has no reference number; expected one as KPi.033",
        "record KPi.901 stands in the list already",
        "record KPe.902 has no name",
    ]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (HEAD + "<INDIVIDUALS>\n<INDIVIDUAL>", "line 3: not well-formed XML"),
        ("<html><body>Moved</body></html>", "expected <CONSOLIDATED_LIST>"),
        (HEAD + "</CONSOLIDATED_LIST>", "the list has no records"),
        (
            (
                '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hosts">]>'
                "<CONSOLIDATED_LIST>&e;</CONSOLIDATED_LIST>"
            ),
            "declares a document type",
        ),
        ("<CONSOLIDATED_LIST>" + "<a>" * 5000 + "</a>" * 5000, "not well-formed XML"),
    ],
)
def test_a_file_that_is_not_the_list_is_an_error(write: Write, content: str, expected: str) -> None:
    path = write("list.xml", content)

    with pytest.raises(SourceError) as raised:
        read(default_source("un-consolidated", "un-sc"), "un-consolidated", CatalogueDocument(path))

    assert str(path) in str(raised.value)
    assert expected in str(raised.value)
