from hypothesis import given
from hypothesis import strategies as st

from actors.records import Rejected
from resolution.sources.rows import rows


def test_rows_carry_the_line_where_they_begin() -> None:
    content = b'one,"two\nlines"\r\n\r\nthree,four\n\x1a'

    assert list(rows(content, "list.csv")) == [
        (1, ["one", "two\nlines"]),
        (4, ["three", "four"]),
    ]


def test_each_field_is_decoded_by_itself() -> None:
    content = b"\xef\xbb\xbf" + "Šíp".encode() + b",Muci\xf1o,\x93quoted\x94\n"

    assert list(rows(content, "list.csv")) == [(1, ["Šíp", "Muciño", "“quoted”"])]


def test_a_quote_that_never_closes_costs_one_row_only() -> None:
    content = b'1,"open\n' + b"2,fine\n" * 100

    first, *others = rows(content, "list.csv")

    assert isinstance(first, Rejected)
    assert first.row == 1
    assert len(others) == 100
    assert not any(isinstance(row, Rejected) for row in others)


def test_a_row_with_a_nul_byte_is_rejected_and_the_next_one_read() -> None:
    first, second = rows(b"1,a\0b\n2,c\n", "list.csv")

    assert isinstance(first, Rejected)
    assert second == (2, ["2", "c"])


@given(st.binary(max_size=300))
def test_any_bytes_are_rows_or_rejected(content: bytes) -> None:
    for row in rows(content, "list.csv"):
        assert isinstance(row, Rejected) or (row[0] >= 1 and row[1])
