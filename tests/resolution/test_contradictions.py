"""Which verdicts cannot all hold, and what stands against them."""

from hypothesis import given
from hypothesis import strategies as st

from resolution.contradictions import contradictions

pairs = st.lists(
    st.tuples(st.integers(0, 9), st.integers(0, 9)).filter(lambda one: one[0] != one[1])
)


def hang_together(same: list[tuple[int, int]]) -> dict[int, frozenset[int]]:
    groups = {number: frozenset([number]) for number in range(10)}
    for left, right in same:
        both = groups[left] | groups[right]
        groups |= dict.fromkeys(both, both)
    return groups


@given(pairs, pairs)
def test_a_pair_is_contradicted_just_when_others_hold_it_together(
    same: list[tuple[int, int]], different: list[tuple[int, int]]
) -> None:
    groups = hang_together(same)

    found = [(one.left, one.right) for one in contradictions(same, different)]

    assert found == [pair for pair in different if pair[1] in groups[pair[0]]]


@given(pairs, pairs)
def test_what_stands_against_a_pair_is_a_chain_of_verdicts_from_end_to_end(
    same: list[tuple[int, int]], different: list[tuple[int, int]]
) -> None:
    given_links = {frozenset(link) for link in same}

    for one in contradictions(same, different):
        chain = one.chain
        ends = [one.left, *(right for _, right in chain)]
        assert [left for left, _ in chain] == ends[:-1]
        assert ends[-1] == one.right
        assert len(set(ends)) == len(ends)
        assert all(frozenset(link) in given_links for link in chain)


def test_the_shortest_chain_is_told() -> None:
    same = [(1, 2), (2, 3), (3, 4), (1, 5), (5, 4)]

    [found] = contradictions(same, [(1, 4)])

    assert found.chain == ((1, 5), (5, 4))
