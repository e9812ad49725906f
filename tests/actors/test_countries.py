import pytest

from actors.countries import country_code


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("Korea, North", "kp"),
        ("Democratic People\u2019s Republic of Korea", "kp"),
        ("DPRK", "kp"),
        ("Korea, South", "kr"),
        ("Russia / Russie", "ru"),
        ("Belarus / Bélarus", "by"),
        ("Myanmar (Burma) / Myanmar (Birmanie)", "mm"),
        ("West Bank", "ps"),
        ("Region: Gaza", "ps"),
        ("Former Soviet Union (now Belarus)", "by"),
        ("Kazakh Soviet Socialist Republic", "kz"),
        ("Congo, Democratic Republic of the", "cd"),
        ("Congo, Republic of the", "cg"),
        ("Tunisian", "tn"),
        ("British", "gb"),
        ("Kuwaiti citizenship withdrawn in 2002", "kw"),
        ("Iranian national and US national/citizen", "ir"),
        ("Sudan (at time of listing)", "sd"),
        ("South Sudan ", "ss"),
        ("Niger", "ne"),
        ("Nigeria", "ng"),
        ("us", "us"),
        ("Macedonia, The Former Yugoslav Republic of", "mk"),
    ],
)
def test_a_country_is_known_however_a_list_writes_it(written: str, code: str) -> None:
    assert country_code(written) == code


@pytest.mark.parametrize(
    "written",
    ["", " ", "undetermined", "None Identified", "Africa", "USSR", "Yugoslavia", "(2)", "x" * 500],
)
def test_what_names_no_country_of_today_has_no_code(written: str) -> None:
    assert country_code(written) is None
