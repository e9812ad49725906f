from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from actors.errors import SourceError
from actors.records import EntityKind, Identifier, Mention, NameType
from resolution.sources import CatalogueDocument, Reading, default_source, read

Write = Callable[[str, str | bytes], Path]
COLUMNS = [
    "Name 6", "Name 1", "Name 2", "Title", "DOB", "Town of Birth", "Country of Birth",
    "Nationality", "Passport Details", "NI Number", "Position", "Address 1", "Address 6",
    "Post/Zip Code", "Country", "Other Information", "Group Type", "Alias Type", "Regime",
    "Listed On", "Last Updated", "Group ID",
]  # fmt: skip


def row(group: str = "7", columns: list[str] = COLUMNS, **values: str) -> str:
    stated = {
        "Name 6": "VANE",
        "Group Type": "Individual",
        "Alias Type": "Prime Alias",
        "Regime": "Syria",
        "Listed On": "20/05/2016",
        "Group ID": group,
        **{name.replace("_", " "): value for name, value in values.items()},
    }
    quoted = (stated.get(column, "").replace('"', '""') for column in columns)
    return ",".join(f'"{value}"' for value in quoted) + "\r\n"


def reading(write: Write, *rows: str, columns: list[str] = COLUMNS) -> Reading:
    head = f"Last Updated,13/04/2018{',' * (len(columns) - 2)}\r\n{','.join(columns)}\r\n"
    path = write("list.csv", (head + "".join(rows)).encode("cp1252"))
    return read(default_source("uk-conlist", "gb-hmt"), "uk-conlist", CatalogueDocument(path))


def only(write: Write, *rows: str) -> Mention:
    [mention] = reading(write, *rows).mentions
    return mention


def test_the_rows_of_a_group_are_one_record_with_all_values(write: Write) -> None:
    mention = only(
        write,
        row(
            Alias_Type="AKA", Name_6="WANE", Name_1="Orla", DOB="00/00/1980", Listed_On="01/02/2010"
        ),
        row(Name_1="Orla", Name_2="Maeve", DOB="12/04/1968", Nationality="(1) Afghan (2) Qatarian"),
        row(Alias_Type="FKA", Name_6="GREY", DOB="12/04/1968", Country="Malta (previous address)"),
        row(Alias_Type="AKA", Address_1="1 Quay", Country="Malta", Regime="Iraq"),
    )

    assert mention.record_id == "7"
    assert mention.quote == "Orla Maeve VANE"
    assert [(name.value, name.type) for name in mention.names] == [
        ("Orla Maeve VANE", NameType.PRIMARY),
        ("Orla WANE", NameType.ALIAS),
        ("GREY", NameType.FORMER),
        ("VANE", NameType.ALIAS),
    ]
    assert (mention.names[0].family, mention.names[0].given) == ("VANE", "Orla Maeve")
    assert [str(born) for born in mention.birth_dates] == ["1980", "1968-04-12"]
    assert mention.countries == ("af", "qa", "mt")
    assert mention.properties["address"] == ("Malta (previous address)", "1 Quay, Malta")
    [claim] = mention.designations
    assert claim.authority == "gb-hmt"
    assert claim.programmes == ("gb-hmt:Syria", "gb-hmt:Iraq")
    assert str(claim.listed_on) == "2010-02-01"


@pytest.mark.parametrize(
    ("comment", "reference"),
    [
        ("UN Ref QDe.904. Emir of somewhere.", "QDe.904"),
        ("UN REF:QE.A.996.14. Also known otherwise.", "QE.A.996.14"),
        ("Annex XIII. UN Listing. UN Ref.KPI.967.", "KPI.967"),
        ("UN Ref. CFi.909. Founder.", "CFi.909"),
        ("(UN Ref):TAi.903. (Gender):Male.", "TAi.903"),
    ],
)
def test_a_reference_of_the_un_is_cited(write: Write, comment: str, reference: str) -> None:
    mention = only(write, row(Other_Information=comment))

    assert mention.identifiers == (
        Identifier("gb-hmt-group", "7"),
        Identifier("cited-un-reference", reference),
    )
    assert mention.properties["remarks"] == (comment,)


def test_references_of_others_are_not_cited(write: Write) -> None:
    mention = only(write, row(Other_Information="Member of Grey Harbour (QDe.904)."))

    assert mention.identifiers == (Identifier("gb-hmt-group", "7"),)


def test_papers_and_positions_come_apart(write: Write) -> None:
    mention = only(
        write,
        row(
            Passport_Details="(1) G900100 (Tunisian). Issued on 1 June 1996 (2) P900200 (Yemeni)",
            NI_Number="Qatar national id no. 28900100",
            Position="1) Envoy 2) Director of Quays",
            Town_of_Birth="Cork",
            Country_of_Birth="Ireland",
            Title="Mullah",
        ),
    )

    assert mention.identifiers[1:] == (
        Identifier("passport", "G900100", "tn"),
        Identifier("passport", "P900200", "ye"),
        Identifier("national-id", "28900100", "qa"),
    )
    assert mention.properties == {
        "title": ("Mullah",),
        "position": ("Envoy", "Director of Quays"),
        "birthPlace": ("Cork, Ireland",),
        "document": (
            "G900100 (Tunisian). Issued on 1 June 1996",
            "Qatar national id no. 28900100",
        ),
    }


def test_an_address_may_end_with_the_country(write: Write) -> None:
    assert only(write, row(Address_1="Quay", Address_6="DPRK")).countries == ("kp",)
    assert only(write, row(Address_1="Quay", Address_6="China Street")).countries == ()


def test_an_entity_with_a_ships_own_number_is_a_vessel(write: Write) -> None:
    mention = only(
        write,
        row(Name_6="ORLA", Group_Type="Entity", Other_Information="(IMO number: 9074729). Annex."),
    )

    assert mention.entity_kind is EntityKind.VESSEL
    assert Identifier("imo", "9074729") in mention.identifiers


def test_the_list_of_today_has_other_columns(write: Write) -> None:
    columns = [
        *COLUMNS, "Name Non-Latin Script", "Alias Quality", "Passport Number",
        "UK Sanctions List Date Designated",
    ]  # fmt: skip
    read_ = reading(
        write,
        row(columns=columns, Alias_Type="Primary name", Passport_Number="A900100",
            Passport_Details="Yemen", Other_Information="(UK Statement of Reasons):It sold arms."),
        row(columns=columns, Alias_Type="AKA", Alias_Quality="Low", Name_6="ORLETTE"),
        columns=columns,
    )  # fmt: skip

    [mention] = read_.mentions
    assert [name.type for name in mention.names] == [NameType.PRIMARY, NameType.WEAK_ALIAS]
    assert Identifier("passport", "A900100", "ye") in mention.identifiers
    assert mention.designations[0].legal_bases == ("SAMLA",)
    assert mention.designations[0].reasons == ("It sold arms",)


def test_fields_of_windows_and_line_breaks_are_read(write: Write) -> None:
    mention = only(write, row(Other_Information="Owns “Quay”,\nnear Cork"))

    assert mention.properties["remarks"] == ("Owns “Quay”, near Cork",)


def test_malformed_rows_are_rejected_and_the_day_is_the_lists_own(write: Write) -> None:
    read_ = reading(
        write, row(), "too,short\r\n", row(group="x"), row(group="8", Name_6=" "), row(group="9")
    )

    assert read_.document.published_on == date(2018, 4, 13)
    assert [mention.record_id for mention in read_.mentions] == ["7", "9"]
    assert read_.records == 5
    assert [(rejected.row, rejected.reason) for rejected in read_.rejected] == [
        (4, "has 2 columns, expected 22"),
        (5, "has the Group ID 'x', expected a number"),
        (6, "the group has no name"),
    ]


@pytest.mark.parametrize("content", ["<html></html>\n", "Last Updated,13/04/2018\n", "a,b\nc,d\n"])
def test_a_file_without_the_headings_is_not_the_list(write: Write, content: str) -> None:
    path = write("list.csv", content)

    with pytest.raises(SourceError, match="expected the headings of the list"):
        read(default_source("uk-conlist", "gb-hmt"), "uk-conlist", CatalogueDocument(path))
