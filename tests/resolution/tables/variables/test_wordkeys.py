"""Keys of names: what spellings share, and many names at once against one by one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resolution.tables.variables.base import ManyKeys
from resolution.tables.variables.wordkeys import NAME_KEYS, ORGANIZATION_KEYS, PERSON_KEYS

words = st.sampled_from(["al", "van", "bank", "ltd", "smith", "smyth", "kim", "j", "yong"])
names = st.lists(words | st.text("abcdez", min_size=1, max_size=8), min_size=1, max_size=9).map(
    " ".join
)
many = pytest.mark.parametrize(
    "keys",
    [pytest.param(one, id=name) for name, one in NAME_KEYS.items() if isinstance(one, ManyKeys)],
)


@many
@given(st.lists(names, min_size=1, max_size=6), st.integers(0, 5))
def test_many_names_at_once_have_the_keys_that_each_has_by_itself(
    keys: ManyKeys, told: list[str], begin: int
) -> None:
    stretch = told[begin:]

    counts, found = keys.prepared(told)(begin, max(begin, len(told))) if stretch else ([], [])

    rest = [str(key) for key in found]
    for name, count in zip(stretch, counts, strict=True):
        assert sorted(rest[:count]) == sorted(keys(name))
        rest = rest[count:]
    assert not rest


@pytest.mark.parametrize(
    ("function", "left", "right"),
    [
        ("sorted words", "kim yong chol", "yong chol kim"),
        ("joined", "kim yongchol", "kim yong chol"),
        ("sorted letters", "jonh smith", "john smith"),
        ("word pair", "john smith", "smith john paul"),
        ("skeleton", "qadhafi", "gaddafi"),
        ("skeleton pair", "mohamed gaddafi", "muammar muhammad qadhafi"),
        ("all skeletons", "mohamed gaddafi", "qadhafi muhammad"),
        ("head", "aleksandr", "alekxandr"),
        ("tail", "xleksandr", "aleksandr"),
        ("head pair", "robert smith", "robrt smiht"),
        ("tail pair", "xobert zmith", "robert smith"),
        ("joined head", "johnsmithe", "john smith"),
        ("joined tail", "mr johnsmith", "john smith"),
        ("initial and word", "j smith", "smith john"),
        ("slip", "johm smith", "john smith"),
        ("word slip", "smithe", "smith john"),
        ("syllables", "kim yong chol", "gim young cheol"),
    ],
)
def test_a_spelling_shares_a_key_with_another(function: str, left: str, right: str) -> None:
    keys = PERSON_KEYS[function]

    assert set(keys(left)) & set(keys(right))


@many
def test_words_beyond_all_measure_have_their_keys_too(keys: ManyKeys) -> None:
    told = " ".join(letter * 700 for letter in "abcdefgh")

    _, found = keys.prepared([told])(0, 1)

    assert sorted(map(str, found)) == sorted(keys(told))


def test_an_organization_shares_a_key_with_its_acronym() -> None:
    keys = ORGANIZATION_KEYS["acronym"]

    assert set(keys("irgc")) & set(keys("islamic revolutionary guard corps"))


def test_a_particle_is_no_key_beside_other_words() -> None:
    keys = PERSON_KEYS["word"]

    assert set(keys("van der meer")) == {"meer"}
    assert set(keys("van der")) == {"van", "der"}
