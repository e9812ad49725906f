"""Folding: what compares equal afterwards, and that it is done once and for all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actors.names import fold, script, tokens


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_a_folded_name_holds_plain_words_and_single_spaces(text: str) -> None:
    assert all(word.isascii() and word.isalnum() and word == word.lower() for word in tokens(text))
    assert " ".join(tokens(text)) == fold(text)


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Ch\u2019oe, Ch'o'l-ryong", "choe chol ryong"),
        ("ABD AL-RAḤMĀN", "abd al rahman"),
        ("Łódź & Søn", "lodz and son"),
        ("S.A. Novy L.L.C.", "sa novy llc"),
        ("Владимир Щербаков", "vladimir shcherbakov"),
        ("김영복", "kim yong bok"),
        ("리창호", "ri chang ho"),
        ("로광철", "ro kwang chol"),
        ("박정천", "pak jong chon"),
        ("张健", "zhang jian"),
        ("\uff21\uff22\uff23 ①", "abc 1"),
        ("…", ""),
    ],
)
def test_spellings_fold_to_plain_words(written: str, folded: str) -> None:
    assert fold(written) == folded


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Kim", "Latn"),
        ("김영복", "Hang"),
        ("Путин", "Cyrl"),
        ("محمد", "Arab"),
        ("张健", "Hani"),
        ("トヨタ自動車", "Jpan"),
        ("12-3", "Zyyy"),
        ("Kim 김영복", "Latn"),
    ],
)
def test_the_script_of_most_letters_is_told(text: str, code: str) -> None:
    assert script(text) == code
