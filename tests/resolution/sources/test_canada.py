from collections.abc import Callable
from pathlib import Path

import pytest

from actors.errors import SourceError
from actors.records import EntityKind, Identifier, Mention, Name, NameType
from resolution.sources import CatalogueDocument, Reading, default_source, read

Write = Callable[[str, str | bytes], Path]


def record(**fields: str) -> str:
    stated = {"Country": "Russia / Russie", "Schedule": "1, Part 1", "Item": "34", **fields}
    inner = "".join(f"<{name}>{value}</{name}>" for name, value in stated.items() if value)
    return f"\n<record>{inner}</record>"


def reading(write: Write, *records: str) -> Reading:
    path = write("list.xml", f"<data-set>{''.join(records)}</data-set>")
    return read(default_source("ca-sema", "ca-sema"), "ca-sema", CatalogueDocument(path))


def only(write: Write, **fields: str) -> Mention:
    [mention] = reading(write, record(**fields)).mentions
    return mention


def test_a_person_has_two_names_a_birth_and_a_listing(write: Write) -> None:
    mention = only(
        write,
        LastName="VANE",
        GivenName="Orla",
        Aliases="Орла Вейн; Orla Wane",
        TitleOrShip="Dr.",
        DateOfBirthOrShipBuildDate="1968-04",
        DateOfListing="2022-02-24",
    )

    assert mention.record_id == "ru-1-part-1-34"
    assert mention.identifiers == (Identifier("ca-sema-item", "ru-1-part-1-34"),)
    assert mention.entity_kind is EntityKind.PERSON
    assert mention.names == (
        Name("Orla VANE", NameType.PRIMARY, "VANE", "Orla"),
        Name("Орла Вейн", NameType.ALIAS),
        Name("Orla Wane", NameType.ALIAS),
    )
    assert [str(born) for born in mention.birth_dates] == ["1968-04"]
    assert mention.properties == {"title": ("Dr.",)}
    [claim] = mention.designations
    assert claim.authority == "ca-gac"
    assert claim.programmes == ("ca-gac:Russia",)
    assert claim.legal_bases == ("SEMA",)
    assert str(claim.listed_on) == "2022-02-24"
    assert mention.countries == ()


def test_a_ship_has_its_number_type_and_year(write: Write) -> None:
    mention = only(
        write,
        EntityOrShip="Orla",
        TitleOrShip="Oil Tanker",
        ShipIMONumber="9074729",
        DateOfBirthOrShipBuildDate="2005",
    )

    assert mention.entity_kind is EntityKind.VESSEL
    assert mention.identifiers[1] == Identifier("imo", "9074729")
    assert mention.properties == {"vesselType": ("Oil Tanker",), "builtOn": ("2005",)}


@pytest.mark.parametrize(
    ("aliases", "names"),
    [
        ("Grey Harbour Co., Ltd.", ["Grey Harbour Co., Ltd."]),
        ("Grey Harbour, Harbour Bank", ["Grey Harbour", "Harbour Bank"]),
        ("Grey\nArabic: ميناء", ["Grey", "ميناء"]),
        ("Порт, \u0410\u041e", ["Порт, \u0410\u041e"]),
        ("Grey / Grau", ["Grey", "Grau"]),
        ("Grey;, Grau", ["Grey", "Grau"]),
    ],
)
def test_aliases_come_apart_where_they_are_several(
    write: Write, aliases: str, names: list[str]
) -> None:
    mention = only(write, EntityOrShip="Vane", Aliases=aliases)

    assert mention.entity_kind is EntityKind.ORGANIZATION
    assert [name.value for name in mention.names[1:]] == names


def test_a_place_in_the_list_is_the_record(write: Write) -> None:
    act = "Justice for Victims Regulations (JVCFOR) / Règlement (RJVDEC)"
    read_ = reading(
        write,
        record(LastName="VANE", Country=act, Schedule=""),
        record(LastName="VANE", Country="Haiti / Haïti", Schedule="1.1", Item="2"),
        record(LastName="VANE", Country="Grey Harbour Violence", Schedule=""),
    )

    assert [mention.record_id for mention in read_.mentions] == [
        "jvcfor-34",
        "ht-1.1-2",
        "grey-harbour-violence-34",
    ]
    assert read_.mentions[0].designations[0].legal_bases == ("JVCFOA",)


def test_a_place_in_another_script_is_a_record_too(write: Write) -> None:
    """Only Latin letters were kept, and the record's key was empty."""
    mention = only(write, LastName="VANE", Country="Тридевятое", Schedule="Часть 1", Item="Б")

    assert mention.record_id == "tridevyatoe-chast-1-b"


def test_records_without_place_or_name_and_repeated_ones_are_rejected(write: Write) -> None:
    read_ = reading(
        write,
        record(LastName="VANE"),
        record(LastName="GREY"),
        record(),
        record(LastName="GREY", Item=""),
        record(LastName="GREY", Country="…"),
    )

    assert read_.records == 5
    assert [(rejected.row, rejected.reason) for rejected in read_.rejected] == [
        (3, "record ru-1-part-1-34 stands in the list already"),
        (4, "has no name"),
        (5, "has no country or no item; expected both, as Ukraine and 12"),
        (6, "has no country or no item; expected both, as Ukraine and 12"),
    ]


def test_another_xml_is_not_the_list(write: Write) -> None:
    path = write("list.xml", "<html/>")

    with pytest.raises(SourceError, match="expected <data-set>"):
        read(default_source("ca-sema", "ca-sema"), "ca-sema", CatalogueDocument(path))
