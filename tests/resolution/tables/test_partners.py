import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from actors.progress import Silent
from resolution.tables.fields import Field, Fields
from resolution.tables.model import Predicate, Rule, TableModel, Weight
from resolution.tables.partners import have_one_partner
from resolution.tables.records import Records, column_of
from resolution.tables.running import run
from resolution.tables.variables import variables_of

FIELDS = Fields("id", (Field("title", "Exact", "title"), Field("page", "Exact", "page")))
MODEL = TableModel(
    FIELDS,
    (Rule((Predicate("title", "wholeFieldPredicate"),)),),
    (Weight("title", 4.0), Weight("page", 2.0)),
    bias=-1.0,
    threshold=0.7,
    pairs_per_record=100.0,
    trained_on={},
)


def asked(*pairs: tuple[int, int, float]) -> bool:
    left, right, scores = np.array(pairs, dtype=np.float64).reshape(-1, 3).T
    return have_one_partner(left.astype(np.int32), right.astype(np.int32), scores)


def test_records_that_each_have_a_partner_have_one() -> None:
    assert asked((0, 3, 0.99), (1, 4, 0.95), (2, 5, 0.97), (0, 4, 0.5))


def test_a_record_with_two_sure_partners_among_few_says_that_there_are_many() -> None:
    assert not asked((0, 3, 0.99), (0, 4, 0.95), (1, 5, 0.97))


def test_one_exception_among_many_changes_nothing() -> None:
    pairs = [(number, number + 100, 0.95) for number in range(40)]

    assert asked(*pairs, (0, 199, 0.95))


def test_without_a_sure_pair_nobody_has_two() -> None:
    assert asked((0, 3, 0.6), (0, 4, 0.6))
    assert asked()


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(5, 9), st.floats(0, 1)), max_size=12))
def test_the_order_of_pairs_does_not_matter(pairs: list[tuple[int, int, float]]) -> None:
    assert asked(*pairs) == asked(*reversed(pairs))


def clusters(*cited: tuple[str, str], listed: int) -> list[list[int]]:
    """Resolve titles and pages of two tables, the first with so many records."""
    titles, pages = zip(*cited, strict=True)
    columns = {"title": column_of(titles), "page": column_of(pages)}
    ids = [str(number) for number in range(len(titles))]
    records = Records(ids, columns, second_begins=listed)
    numbers = run(records, variables_of(FIELDS), MODEL, Silent()).clusters.numbers
    return [np.flatnonzero(numbers == one).tolist() for one in range(numbers.max() + 1)]


def test_what_one_table_repeats_goes_together_with_what_the_other_lists_once() -> None:
    paper, other = ("On joins", "1"), ("On keys", "9")

    found = clusters(paper, other, paper, paper, paper, other, listed=2)

    assert found == [[0, 2, 3, 4], [1, 5]]


def test_where_each_has_one_partner_the_likeliest_is_taken() -> None:
    papers = [(f"Paper {number}", "7") for number in range(30)]
    reprint = ("Paper 0", "8")

    found = clusters(*papers, *papers, reprint, listed=30)

    assert found[0] == [0, 30]
    assert [60] in found
