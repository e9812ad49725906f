"""Korean names: many spellings of one, and near spellings of two."""

import pytest

from actors.names import fold, korean_keys


@pytest.mark.parametrize(
    "spellings",
    [
        ("Ri Chang Ho", "LEE Chang-ho", "Yi Changho", "리창호", "Chang Ho Ri"),
        ("Ro Kwang Chol", "No Kwang Chol", "Roh Gwang-cheol", "로광철", "노광철"),
        ("Kim Kum Chol", "Kim Geum Cheol", "KIM, Ku'm-ch'o'l", "김금철"),
        ("Pak Jong Chon", "Park Jong-cheon", "PAK, Cho'ng-ch'o'n", "박정천"),
        ("Rim Ryong Nam", "Lim Ryong-nam", "Im Ryong Nam"),
        ("Kim Yon Hui", "Kim Yeon-hee", "김연희"),
        ("Kim Yong Bok", "Kim Young-bok", "김영복"),
        ("Choe Ryong Hae", "Choi Ryong-hae", "최룡해"),
    ],
)
def test_all_romanisations_of_a_name_share_a_key(spellings: tuple[str, ...]) -> None:
    keys = [korean_keys(fold(spelling)) for spelling in spellings]

    assert frozenset.intersection(*keys)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Im Song Jin", "Kim Song Jin"),
        ("Kim Yong Chol", "Kim Myong Chol"),
        ("Ri Yong Gil", "Ri Myong Gil"),
        ("Kim Yon Hui", "Kim Yong Hui"),
        ("Pak Jong Chon", "Pak Jong Chol"),
        ("김영철", "김명철"),
    ],
)
def test_one_other_syllable_is_another_name(left: str, right: str) -> None:
    assert not korean_keys(fold(left)) & korean_keys(fold(right))


@pytest.mark.parametrize("name", ["John Smith", "Golden Triangle Bank", "Kim", "abd al rahman", ""])
def test_what_is_no_korean_name_has_no_key(name: str) -> None:
    assert korean_keys(fold(name)) == frozenset()
