"""What is not compared by name could not have become worth a look."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from mention_builders import record

from actors.records import Mention
from resolution.comparison import NAMED, compare
from resolution.model import shipped_model
from resolution.prospects import compare_as_needed
from resolution.scoring import score
from resolution.table import mention_table

MODEL = shipped_model()
RI = record("Ri Chang Ho", born="1967-05-12")
TWIN, LATER = record("Ri Chang Ho", born="1967-05-12"), record("Ri Chang Ho", born="1983-05-12")

mentions = st.lists(
    st.builds(
        record,
        st.sampled_from(["Ri Chang Ho", "Ri Chang-ho", "Pak Jong Chon", "KKBC", "Orla Vane"]),
        born=st.sampled_from(["", "1967", "1967-05-12", "1968-05-12", "1983-05-12"]),
        countries=st.sampled_from([(), ("kp",), ("sy",), ("hk",)]),
    ),
    min_size=2,
    max_size=8,
)


@given(mentions)
def test_scores_worth_a_look_are_those_of_a_whole_comparison(some: list[Mention]) -> None:
    table = mention_table(some, {})
    left, right = np.triu_indices(len(some), k=1)

    needed = score(compare_as_needed(table, left, right, MODEL), MODEL)

    whole = score(compare(table, left, right, MODEL.words), MODEL)
    is_worth = whole >= MODEL.thresholds.look
    assert (needed >= MODEL.thresholds.look).tolist() == is_worth.tolist()
    assert needed[is_worth].tolist() == whole[is_worth].tolist()


def test_names_are_compared_unless_something_else_forbids_a_match() -> None:
    table = mention_table([RI, TWIN, LATER], {})

    found = compare_as_needed(table, np.array([0, 0]), np.array([1, 2]), MODEL)

    assert found[0, : len(NAMED)].any()
    assert not found[1, : len(NAMED)].any()
