from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from actors.errors import SourceError
from actors.records import (
    EntityKind,
    Identifier,
    Mention,
    Name,
    NameType,
    RelationClaim,
    RelationType,
    Source,
)
from resolution.sources import CatalogueDocument, Reading, read, read_paths

Write = Callable[[str, str | bytes], Path]
EMPTY = ",-0- "


def sdn(
    number: int, name: str, type_: str = "-0- ", tags: str = "NPWMD", remarks: str = "-0- "
) -> str:
    return f'{number},"{name}",{type_},"{tags}"{EMPTY * 7},"{remarks}"\n'


def reading(write: Write, source: Source, rows: str | bytes, **companions: str) -> Reading:
    paths = {name: write(f"{name}.csv", content) for name, content in companions.items()}
    return read(source, "ofac-sdn", CatalogueDocument(write("list.csv", rows), paths))


def only(write: Write, source: Source, rows: str, **companions: str) -> Mention:
    read_ = reading(write, source, rows, **companions)
    assert not read_.rejected
    assert len(read_.mentions) == 1
    return read_.mentions[0]


def test_a_person_with_all_that_remarks_say(write: Write, ofac_source: Source) -> None:
    remarks = (
        "DOB 12 Apr 1968; alt. DOB circa 1969; POB Cork, Ireland; nationality Ireland;"
        " citizen Malta; Gender Female; Passport P900100 (Ireland) expires 05 Jan 2024;"
        " Email Address a@vane.example; Secondary sanctions risk: some Regulations;"
        " liked by all; a.k.a. 'ORLETTE'; f.k.a. 'GREY, Orla'; Linked To: VANE HOLDING CO."
    )

    mention = only(write, ofac_source, sdn(7, "VANE, Orla", "individual", "DPRK4", remarks))

    assert mention.record_id == "7"
    assert mention.entity_kind is EntityKind.PERSON
    assert mention.names == (
        Name("VANE, Orla", NameType.PRIMARY, "VANE", "Orla"),
        Name("ORLETTE", NameType.WEAK_ALIAS),
        Name("GREY, Orla", NameType.FORMER, "GREY", "Orla"),
    )
    assert [str(born) for born in mention.birth_dates] == ["1968-04-12", "1969~"]
    assert mention.countries == ("ie", "mt")
    assert mention.identifiers == (
        Identifier("ofac-uid", "7"),
        Identifier("passport", "P900100", "ie"),
    )
    assert mention.relations == (RelationClaim(RelationType.LINKED_TO, "VANE HOLDING CO"),)
    assert mention.properties == {
        "birthPlace": ("Cork, Ireland",),
        "nationality": ("Ireland",),
        "citizenship": ("Malta",),
        "gender": ("female",),
        "document": ("Passport P900100 (Ireland) expires 05 Jan 2024",),
        "email": ("a@vane.example",),
        "sanctionsRisk": ("Secondary sanctions risk: some Regulations",),
        "remarks": ("liked by all",),
    }
    [claim] = mention.designations
    assert claim.authority == "us-ofac"
    assert claim.programmes == ("us-ofac:DPRK4",)
    assert claim.legal_bases == ("E.O. 13810",)
    assert claim.listed_on is None


def test_addresses_aliases_and_overflowing_comments_join_their_record(
    write: Write, ofac_source: Source
) -> None:
    mention = only(
        write,
        ofac_source,
        sdn(7, "GREY HARBOUR BANK", remarks="a.k.a. 'GHB'; Phone Num"),
        addresses='7,1,"1 Quay","Valletta","Malta",-0- \n7,2,-0- ,-0- ,"undetermined",-0- \n',
        aliases='7,3,"aka","HARBOUR BANK",-0- \n7,4,"fka","OLD BANK",-0- \n',
        comments="7,\"ber 356100; a.k.a. 'ANSAN'.\"\n",
    )

    assert {name.value: name.type for name in mention.names} == {
        "GREY HARBOUR BANK": NameType.PRIMARY,
        "HARBOUR BANK": NameType.ALIAS,
        "OLD BANK": NameType.FORMER,
        "GHB": NameType.ACRONYM,
        "ANSAN": NameType.WEAK_ALIAS,
    }
    assert mention.countries == ("mt",)
    assert mention.properties["address"] == ("1 Quay, Valletta, Malta", "undetermined")
    assert mention.properties["phone"] == ("356100",)


def test_listing_dates_name_the_day_and_who_announced_it(write: Write, ofac_source: Source) -> None:
    [first, second] = reading(
        write,
        ofac_source,
        sdn(7, "VANE LTD") + sdn(8, "GREY LTD"),
        listing_dates="ent_num,listed_on,announced_by\n7,2024-12-16,US Department of State\n",
    ).mentions

    assert first.designations[0].authority == "us-state"
    assert str(first.designations[0].listed_on) == "2024-12-16"
    assert second.designations[0].authority == "us-ofac"


def test_a_vessel_has_its_columns(write: Write, ofac_source: Source) -> None:
    row = (
        '9,"ORLA","vessel","SDGT] [IRAN-EO13902",-0- ,"E5U1","Tug","640","478","Cook Islands",'
        '"GREY LTD","Vessel Registration Identification IMO 9074729; Former Vessel Flag Malta."\n'
    )

    mention = only(write, ofac_source, row)

    assert mention.entity_kind is EntityKind.VESSEL
    assert mention.identifiers[1] == Identifier("imo", "9074729")
    assert mention.countries == ("ck",)
    assert mention.properties["flag"] == ("Cook Islands",)
    assert mention.properties["formerFlag"] == ("Malta",)
    assert mention.properties["callSign"] == ("E5U1",)
    assert mention.relations == (RelationClaim(RelationType.OWNED_BY, "GREY LTD"),)
    assert mention.designations[0].programmes == ("us-ofac:SDGT", "us-ofac:IRAN-EO13902")
    assert mention.designations[0].legal_bases == ("E.O. 13224", "E.O. 13902")


def test_reasons_and_the_orders_they_name_belong_to_the_designation(
    write: Write, ofac_source: Source
) -> None:
    reason = "Executive Order 13846 information: IMPORT SANCTIONS.  Sec. 5(a)(vi)"

    [claim] = only(write, ofac_source, sdn(7, "VANE", remarks=f"{reason}.")).designations

    assert claim.reasons == (reason,)
    assert claim.legal_bases == ("E.O. 13382", "E.O. 13846")


def test_a_full_stop_that_belongs_to_a_listed_name_stays_with_it(
    write: Write, ofac_source: Source
) -> None:
    rows = sdn(7, "VANE", remarks="Linked To: GREY S.A.; Linked To: GREY S.A.") + sdn(
        8, "GREY S.A."
    )

    [first, _] = reading(write, ofac_source, rows).mentions

    assert first.relations == (RelationClaim(RelationType.LINKED_TO, "GREY S.A."),)


def test_titles_are_positions_and_forms_of_address(write: Write, ofac_source: Source) -> None:
    titles = "Haji; Director of Quays"
    row = f'7,"VANE, Orla",individual,"SDGT","{titles}"{EMPTY * 6},"Director of Quays."\n'

    mention = only(write, ofac_source, row)

    assert mention.properties == {"title": ("Haji",), "position": ("Director of Quays",)}


def test_companions_beside_an_sdn_file_are_found(write: Write, ofac_source: Source) -> None:
    write("ALT.CSV", '7,3,"aka","HARBOUR",-0- \n')
    write("add.csv", '7,1,-0- ,-0- ,"Malta",-0- \n')
    path = write("sdn.csv", sdn(7, "VANE LTD"))

    [mention] = read(ofac_source, "ofac-sdn", CatalogueDocument(path)).mentions

    assert [name.value for name in mention.names] == ["VANE LTD", "HARBOUR"]
    assert mention.countries == ("mt",)


def test_malformed_rows_are_rejected_with_their_place_and_the_others_read(
    write: Write, ofac_source: Source
) -> None:
    rows = (
        sdn(7, "VANE LTD")
        + "8,too,short\n"
        + sdn(9, "-0- ")
        + '10,"never closed,-0- \n'
        + sdn(7, "AGAIN LTD")
        + sdn(11, "GREY LTD")
    )

    read_ = reading(write, ofac_source, rows, aliases='99,3,"aka","NOBODY",-0- \n')

    assert [mention.record_id for mention in read_.mentions] == ["7", "11"]
    assert read_.records == 7
    told = sorted((rejected.row, rejected.reason) for rejected in read_.rejected)
    assert [(row, reason.split(",")[0]) for row, reason in told] == [
        (1, "belongs to record 99"),
        (2, "has 3 columns"),
        (3, "record 9 has no name"),
        (4, "is not CSV: unexpected end of data"),
        (5, "record 7 stands in row 1 already"),
    ]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("<html><body>Moved</body></html>\n", "this is an HTML page, and ofac-sdn is CSV"),
        ("a,b,c,d,e,f,g,h,i,j,k,l\n", "begins with 'a', expected the number of a record"),
        ("", "the file is empty"),
        (b"PK\x03\x04zip", "this is a ZIP archive"),
        (bytes(range(256)) * 4, "this is a binary file"),
        (sdn(7, "-0- "), "record 7 has no name"),
    ],
)
def test_a_file_that_is_not_the_list_is_an_error_that_names_it(
    write: Write, ofac_source: Source, content: str | bytes, expected: str
) -> None:
    with pytest.raises(SourceError) as raised:
        reading(write, ofac_source, content)

    assert "list.csv" in str(raised.value)
    assert expected in str(raised.value)


def test_the_document_is_what_its_bytes_are(write: Write, ofac_source: Source) -> None:
    rows = sdn(7, "VANE LTD")

    first, again = reading(write, ofac_source, rows), reading(write, ofac_source, rows)
    other = reading(write, ofac_source, rows, aliases='7,3,"aka","HARBOUR",-0- \n')

    assert first.document.id == again.document.id
    assert first.mentions == again.mentions
    assert other.document.id != first.document.id
    assert other.mentions[0].id == first.mentions[0].id


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text('7,"ab\n-0 ;()', max_size=60), max_size=4), st.text(max_size=80))
def test_every_line_is_a_mention_or_rejected(
    tmp_path: Path, ofac_source: Source, lines: list[str], remarks: str
) -> None:
    plain = " ".join(remarks.replace('"', "").replace("\0", "").split())
    path = tmp_path / "list.csv"
    path.write_text(sdn(1, "VANE", remarks=plain) + "\n".join(lines), encoding="utf-8")

    read_ = read(ofac_source, "ofac-sdn", CatalogueDocument(path))

    assert read_.records == len(read_.mentions) + len(read_.rejected)
    assert read_.mentions[0].record_id == "1"


@pytest.mark.parametrize(
    ("rows", "companions", "is_complete"),
    [
        (sdn(7, "VANE, Orla"), {}, True),
        (sdn(7, "VANE, Orla") * 2, {}, True),
        (sdn(7, "VANE, Orla") + '8,"GREY, A', {}, False),
        (
            sdn(7, "VANE, Orla"),
            {"addresses": "".join(f"{number},1,,Cork,Ireland,\n" for number in range(8, 14))},
            False,
        ),
    ],
    ids=["whole", "repeated row", "last row cut off", "addresses of records that are missing"],
)
def test_an_edition_that_lost_records_is_not_complete(
    write: Write, ofac_source: Source, rows: str, companions: dict[str, str], is_complete: bool
) -> None:
    """What a damaged file lacked was taken off the list."""
    paths = {name: write(f"{name}.csv", content) for name, content in companions.items()}
    entry = CatalogueDocument(write("list.csv", rows), paths, complete=True)

    found = read(ofac_source, "ofac-sdn", entry)

    assert found.document.is_complete == is_complete
    assert found.is_damaged != is_complete


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (
            '<?xml version="1.0"?><CONSOLIDATED_LIST/>',
            "of the format un-consolidated, not ofac-sdn",
        ),
        ("Last Updated,13/04/2018\nName 6,Name 1,Group Type\n", "of the format uk-conlist"),
        ('{"record_id": "7", "names": []}\n', "of the format mentions"),
        ("<!DOCTYPE html><html></html>", "this is an HTML page"),
        ("[1, 2]", "this is JSON"),
    ],
)
def test_a_file_of_another_format_is_named_as_what_it_is(
    write: Write, ofac_source: Source, content: str, told: str
) -> None:
    with pytest.raises(SourceError, match=told):
        read(ofac_source, "ofac-sdn", CatalogueDocument(write("list.csv", content)))
    with pytest.raises(SourceError, match=told):
        read_paths(ofac_source, "ofac-sdn", [write("given.csv", content)])
