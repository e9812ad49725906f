import pytest

from actors.records import EntityKind
from resolution.sources.ofac.numbers import number

PERSON, ORGANIZATION = EntityKind.PERSON, EntityKind.ORGANIZATION


@pytest.mark.parametrize(
    ("statement", "scheme", "value", "country"),
    [
        ("Passport A900100 (Korea, North)", "passport", "A900100", "kp"),
        ("Diplomatic Passport 800100 (Iran)", "passport", "800100", "ir"),
        ("National ID No. 900100", "national-id", "900100", None),
        ("Cedula No. 600100 (Colombia)", "national-id", "600100", "co"),
        ("C.U.R.P. VAOR680412MDFNRR00 (Mexico)", "national-id", "VAOR680412MDFNRR00", "mx"),
        ("NIT # 890100100-3 (Colombia)", "tax-id", "890100100-3", "co"),
        ("Tax ID No. 2500100100 (Russia)", "tax-id", "2500100100", "ru"),
        ("Registration Number 100100 (Marshall Islands)", "registration", "100100", "mh"),
        ("Folio Mercantil No. 343100 (Jalisco) (Mexico)", "registration", "343100 (Jalisco)", "mx"),
        ("Identification Number IMO 6000100", "imo-company", "6000100", None),
        ("Vessel Registration Identification IMO 9074729", "imo", "9074729", None),
        ("MMSI 518900100", "mmsi", "518900100", None),
        ("SWIFT/BIC ABCDKPP1", "swift", "ABCDKPP1", None),
        ("BIK (RU) 040100100", "bik", "040100100", None),
        ("D-U-N-S Number 56-100-1000", "duns", "56-100-1000", None),
        ("Legal Entity Number 2534000VANE00LTD0050 (Russia)", "lei", "2534000VANE00LTD0050", "ru"),
        ("Legal Entity Number 851100100 (Netherlands)", "registration", "851100100", "nl"),
        ("Aircraft Manufacturer's Serial Number (MSN) 21100", "aircraft-serial", "21100", None),
        ("Digital Currency Address - XBT 1VaneVaneVane", "crypto-xbt", "1VaneVaneVane", None),
        ("Chamber of Fish Number 123 (Greece)", "registration", "123", "gr"),
        ("Freedonian Tax Code 55-100", "tax-id", "55-100", None),
    ],
)
def test_a_label_means_a_scheme(
    statement: str, scheme: str, value: str, country: str | None
) -> None:
    found = number(statement, ORGANIZATION)

    assert found is not None
    assert (found.scheme, found.value, found.country) == (scheme, value, country)


def test_an_unknown_label_of_a_person_is_a_national_id() -> None:
    found = number("Kenyan ID No. 12700100", PERSON)

    assert found is not None
    assert (found.scheme, found.is_all) == ("national-id", False)


@pytest.mark.parametrize(
    ("statement", "is_all"),
    [
        ("Passport A900100 (Yemen)", True),
        ("Passport A900100 (Yemen) issued 30 Jun 2021 expires 29 Jun 2027", False),
        ("Passport A900100 expires 29 Jun 2027", False),
        ("Passport A900100 (Atlantis)", False),
        ("Cedula No. 600100 (Colombia)", False),
    ],
)
def test_a_statement_that_says_more_than_its_number_is_known_as_such(
    statement: str, is_all: bool
) -> None:
    found = number(statement, PERSON)

    assert found is not None
    assert found.value in {"A900100", "600100"}
    assert found.is_all is is_all


@pytest.mark.parametrize(
    "statement",
    [
        "Registration pending",
        "License holder since 1990 in Lima",
        "Colonel",
        "Passport",
        "IMO none",
    ],
)
def test_words_are_no_number(statement: str) -> None:
    assert number(statement, PERSON) is None
