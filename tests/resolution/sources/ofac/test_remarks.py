from hypothesis import given
from hypothesis import strategies as st

from resolution.sources.ofac.remarks import statements


def test_statements_come_apart_at_semicolons_without_the_mark_of_an_alternative() -> None:
    remarks = "DOB 1967; alt. DOB 1968; nationality Korea, North; a.k.a. 'ANSAN'."

    assert statements(remarks) == [
        "DOB 1967",
        "DOB 1968",
        "nationality Korea, North",
        "a.k.a. 'ANSAN'",
    ]


def test_a_semicolon_in_parentheses_separates_nothing() -> None:
    assert statements("(in Lima; Peru (old; new)); POB Lima.") == [
        "(in Lima; Peru (old; new))",
        "POB Lima",
    ]


def test_a_parenthesis_that_never_closes_swallows_nothing() -> None:
    assert statements("DOB 1967; (in Lima; POB Lima") == ["DOB 1967", "(in Lima", "POB Lima"]


words = st.text("abc (", min_size=1).map(lambda text: text.replace("(", "").strip()).filter(bool)


@given(st.lists(words, min_size=1))
def test_plain_statements_survive_joining(parts: list[str]) -> None:
    assert statements("; ".join(parts) + ".") == parts


@given(st.text("a;(). ", max_size=40))
def test_nothing_but_separators_is_lost(remarks: str) -> None:
    kept = "".join(statements(remarks)).replace(" ", "").replace(";", "")

    assert sum(map(kept.count, "a()")) == sum(map(remarks.count, "a()"))
