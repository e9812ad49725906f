from hypothesis import given
from hypothesis import strategies as st

from actors.names.ordering import order_key

NAMES = st.text(
    st.sampled_from("aZ\u4e00\ud7ff\ue000\ufb01\uff21\U00010400\U0001f600")
    | st.characters(exclude_categories=["Cs"]),
    max_size=6,
)


@given(NAMES, NAMES)
def test_names_are_ordered_alike_by_code_point_and_by_unit(one: str, other: str) -> None:
    """Two such names stood on no page: the index had one before, the cursor after the other."""
    keys = order_key(one), order_key(other)
    units = [key.encode("utf-16-be") for key in keys]

    assert (keys[0] < keys[1]) == (one.lower() < other.lower())
    assert (units[0] < units[1]) == (one.lower() < other.lower())
