"""An entity drawn as a tree: every mention once, every join where it holds."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from actors.records import MentionId
from resolution.explanation.merges import Join, Means, merge_tree, path_between


def join(left: str, right: str, score: float = 0.9) -> Join:
    return Join(
        MentionId(left), MentionId(right), score, Means.COMPARISON, f"L {left}", f"R {right}", ()
    )


@st.composite
def forests(draw: st.DrawFn) -> tuple[list[MentionId], list[Join]]:
    """Mentions in order, and joins of which none closes a circle."""
    size = draw(st.integers(1, 12))
    order = [MentionId(f"M{number}") for number in range(size)]
    joins = []
    for number in range(1, size):
        above = draw(st.none() | st.integers(0, number - 1))
        if above is not None:
            ends = [order[above], order[number]]
            score = draw(st.sampled_from([0.8, 0.9, 1.0]))
            joins.append(join(*(reversed(ends) if draw(st.booleans()) else ends), score))
    return order, joins


@given(forests())
def test_every_mention_stands_once_under_what_it_was_joined_to(
    forest: tuple[list[MentionId], list[Join]],
) -> None:
    order, joins = forest

    tree = merge_tree(order, joins)

    assert sorted(one.mention for one in tree) == sorted(order)
    depth = {one.mention: one.depth for one in tree}
    held = [one for one in tree if one.join]
    assert len(held) == len(joins)
    assert all(one.join and one.join.right == one.mention for one in held)
    assert all(one.join and depth[one.join.left] == one.depth - 1 for one in held)
    assert sum(one.is_followed for one in held) == len(held) - len({one.join.left for one in held})


@given(forests(), st.data())
def test_a_path_is_an_unbroken_chain_that_goes_nowhere_twice(
    forest: tuple[list[MentionId], list[Join]], data: st.DataObject
) -> None:
    order, joins = forest
    left, right = (data.draw(st.sampled_from(order)) for _ in range(2))

    path = path_between(merge_tree(order, joins), left, right)

    if path is None:
        return
    ends = [left, *(one.right for one in path)]
    assert [one.left for one in path] == ends[:-1]
    assert ends[-1] == right
    assert len(set(ends)) == len(ends)


def test_no_path_leads_to_what_no_join_reaches() -> None:
    order = [MentionId(one) for one in "ABC"]

    tree = merge_tree(order, [join("A", "B")])

    assert path_between(tree, order[0], order[2]) is None
    assert path_between(tree, order[1], order[1]) == ()


def test_a_turned_join_has_its_names_turned_too() -> None:
    order = [MentionId(one) for one in "AB"]

    root, branch = merge_tree(order, [join("B", "A")])

    assert (root.mention, root.join) == ("A", None)
    assert branch.join is not None
    assert (branch.join.left_name, branch.join.right_name) == ("R A", "L B")


def test_a_chain_longer_than_the_stack_is_drawn() -> None:
    order = [MentionId(f"M{number:05}") for number in range(5000)]
    chain = [join(one, other) for one, other in pairwise(order)]

    tree = merge_tree(order, chain)

    assert tree[-1].depth == 4999
    assert len(path_between(tree, order[0], order[-1]) or ()) == 4999
