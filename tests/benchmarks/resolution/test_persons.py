import hashlib

from persons import mentions


def test_the_same_size_and_seed_give_the_same_table() -> None:
    """Figures in the documentation are of these very tables."""
    rows = [row for row, _ in mentions(500, 11)]

    assert hashlib.sha256(repr(rows).encode()).hexdigest() == (
        "31cf5250e9e31cd7add21a8ddb69e02d3af4db4f1961e7f0dfdacef3f265d995"
    )


def test_a_mention_tells_what_is_written_where_nothing_slipped() -> None:
    told = [
        (row, what)
        for row, what in mentions(2_000, 3)
        if row[3] is not None and row[4] == what.id_no and what.id_no is not None
    ]

    assert len(told) > 100
    assert all(row[3] == what.country for row, what in told)
    assert all(str(row[1]).startswith(str(what.born[0])) for row, what in told if what.born)
    assert all((row[1] is None) == (what.born == ()) for row, what in told)
    assert all((row[2] is None) == (what.city is None) for row, what in told)
