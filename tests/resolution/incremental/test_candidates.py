"""The candidates a change brings are those that all keys together would tell of."""

from hypothesis import given, settings
from hypothesis import strategies as st
from mention_builders import record, text

from actors.records import Mention
from resolution.blocking import block_keys
from resolution.blocking.pairs import candidates_since
from resolution.incremental.candidates import found_candidates
from resolution.model import shipped_model
from resolution.table import mention_table

# Twenty records may share a word and be compared for it: a few more or less cross the limit.
CROWD = [record(f"Haddad {chr(97 + number)}{chr(98 + number)}q") for number in range(21)]
names = st.sampled_from(["Haddad emad", "Orlov fadi", "Haddad abq", "Vane bcq"])


@settings(max_examples=60)
@given(
    st.integers(17, 21),
    st.lists(names, min_size=1, max_size=4),
    st.lists(st.one_of(st.none(), names), min_size=4, max_size=4),
)
def test_near_keys_tell_as_much_as_all(
    size: int, present: list[str], former: list[str | None]
) -> None:
    changed = [text(name) if place == 3 else record(name) for place, name in enumerate(present)]
    mentions: list[Mention] = [*CROWD[:size], *changed]
    were = [record(name) for name in former[: len(changed)] if name]
    model, table, before = shipped_model(), mention_table(mentions, {}), mention_table(were, {})
    positions = range(size, len(mentions))

    found = found_candidates(
        block_keys(table, model.blocking),
        block_keys(before, model.blocking),
        positions,
        len(mentions),
        model,
    )

    everything = candidates_since(table, model, positions, before)
    expected = {
        (row["left"], row["right"]): (row["rules"], is_new)
        for row, is_new in zip(
            everything.pairs.to_pylist(), everything.is_new.tolist(), strict=True
        )
    }
    told = {
        (row["left"], row["right"]): (row["rules"], is_new)
        for row, is_new in zip(found.pairs.to_pylist(), found.is_new.tolist(), strict=True)
    }
    assert told == {pair: one for pair, one in expected.items() if found.decides(*pair)}
    assert {pair for pair, (_, is_new) in expected.items() if is_new} <= told.keys()
