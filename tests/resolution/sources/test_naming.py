import pytest

from actors.records import Name, NameType
from resolution.sources.naming import is_acronym, ordered_name, person_name, with_acronyms


def test_a_comma_tells_family_from_given_name() -> None:
    assert person_name("VANE, Orla Maeve") == Name(
        "VANE, Orla Maeve", NameType.PRIMARY, "VANE", "Orla Maeve"
    )
    assert person_name("VANE, Orla, Jr.").given == "Orla Jr."


@pytest.mark.parametrize("written", ["ORLA", "VANE,", ", Orla", "A, B, C, D"])
def test_other_commas_tell_nothing(written: str) -> None:
    assert person_name(written) == Name(written)


def test_names_of_columns_are_written_given_name_first() -> None:
    assert ordered_name("Orla Maeve", "VANE").value == "Orla Maeve VANE"
    assert ordered_name("", "VANE") == Name("VANE", NameType.PRIMARY, "VANE", None)


@pytest.mark.parametrize(
    ("short", "name"),
    [
        ("NBF", "NATIONAL BANK OF FREEDONIA"),
        ("SANS", "SECOND ACADEMY OF NATURAL SCIENCES"),
        ("FLN", "Front de libération nationale"),
    ],
)
def test_initials_in_order_make_an_acronym(short: str, name: str) -> None:
    assert is_acronym(short, name)


@pytest.mark.parametrize(
    ("short", "name"),
    [
        ("BNF", "NATIONAL BANK OF FREEDONIA"),
        ("NATBANK", "NATIONAL BANK OF FREEDONIA"),
        ("N", "NATIONAL BANK"),
        ("NBF", "NBF"),
        ("NB", "NATIONAL BANK FOR FOREIGN TRADE AND DEVELOPMENT"),
    ],
)
def test_other_short_names_are_no_acronym(short: str, name: str) -> None:
    assert not is_acronym(short, name)


def test_an_alias_of_initials_and_one_in_parentheses_are_acronyms() -> None:
    names = with_acronyms(
        [
            Name("GULF SHIPPING AGENCY (GSA)"),
            Name("GLOBAL TRADE BANK", NameType.ALIAS),
            Name("GTB", NameType.WEAK_ALIAS),
            Name("SUNRISE", NameType.WEAK_ALIAS),
        ]
    )

    assert {name.value: name.type for name in names} == {
        "GULF SHIPPING AGENCY (GSA)": NameType.PRIMARY,
        "GSA": NameType.ACRONYM,
        "GLOBAL TRADE BANK": NameType.ALIAS,
        "GTB": NameType.ACRONYM,
        "SUNRISE": NameType.WEAK_ALIAS,
    }


def test_a_spelling_stands_once_and_its_first_type_counts() -> None:
    names = with_acronyms([Name("GULF BANK (GB)"), Name("GB", NameType.FORMER)])

    assert [name.value for name in names] == ["GULF BANK (GB)", "GB"]
