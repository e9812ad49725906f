import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resolution.tables.fields import Field
from resolution.tables.records import column_of
from resolution.tables.variables.wording import Wording
from resolution.tables.variables.wording.folding import folded_words

WORDING = Wording(Field("title", "Wording", "title"))
TEXTS = st.text(st.sampled_from("abcé 1 2-Zß김"), max_size=30)


def compared(*texts: str) -> dict[str, float]:
    """Compare the first two of a column of texts."""
    column = column_of([WORDING.read(text) for text in texts])
    found = WORDING.comparer(column)(
        column.numbers[:1].astype(int), column.numbers[1:2].astype(int)
    )
    return dict(zip((name.split(": ")[1] for name in WORDING.features), found[0], strict=True))


@given(st.lists(TEXTS, min_size=2, max_size=6))
@settings(deadline=None)
def test_comparison_is_symmetric_and_between_bounds(texts: list[str]) -> None:
    column = column_of([WORDING.read(text) for text in texts])
    if len(column.values) < 2:
        return
    compare = WORDING.comparer(column)

    there, back = compare(np.array([0]), np.array([1])), compare(np.array([1]), np.array([0]))

    assert (there == back).all()
    assert (there >= 0).all()
    assert (there <= 2).all()


@given(TEXTS)
def test_what_was_read_is_read_again_as_it_is(text: str) -> None:
    words = folded_words(text)

    assert folded_words(" ".join(words)) == words


def test_case_accents_and_punctuation_make_no_difference() -> None:
    found = compared("Café-Müller, 12", "cafe muller 12", "others")

    assert found["same"] == 1
    assert found["rare"] > 0
    assert found["clash"] == found["extra"] == found["unlike"] == found["other figures"] == 0


def test_words_in_another_order_are_alike_and_their_letters_are_not() -> None:
    found = compared("smith john", "john smith", "mary jones", "ann lee")

    assert found["alike"] == 1
    assert found["spelled unlike"] > 0
    assert found["clash"] == found["extra"] == 0


def test_who_says_more_is_told_from_who_says_otherwise() -> None:
    more = compared("grand hotel", "grand hotel delft", "small inn", "old mill")
    other = compared("grand hotel cork", "grand hotel delft", "small inn", "old mill")

    assert more["extra"] > 0
    assert more["clash"] == 0
    assert other["clash"] > 0


def test_rare_words_in_common_say_more_than_frequent_ones() -> None:
    crowd = [f"hotel {number}x" for number in range(50)]

    assert (
        compared("quenelle mill", "quenelle inn", *crowd)["shared"]
        > compared("hotel mill", "hotel inn", *crowd)["shared"]
    )


def test_other_figures_speak_against() -> None:
    assert compared("12 mill road", "14 mill road")["other figures"] == 1
    assert compared("12 mill road", "12 mill street")["other figures"] == 0


@pytest.mark.parametrize(
    ("one", "other"),
    [("Panacom KX-TS108W phone", "Panacom phone KXTS108W"), ("Voyager 510", "voyager510 headset")],
)
def test_a_code_is_one_code_however_it_is_parted(one: str, other: str) -> None:
    found = compared(one, other, "kx phone", "ts108w", "another 510")

    assert found["codes"] > 0
    assert found["other codes"] == found["other figures"] == found["clash"] == 0
    keys = WORDING.predicates["code"]
    assert set(keys(folded_words(one))) & set(keys(folded_words(other)))


def test_a_code_of_another_model_speaks_against_however_alike() -> None:
    found = compared("Panacom phone KXTS108W", "Panacom phone KXTS108B", "phone")

    assert found["codes"] == 0
    assert found["other codes"] == 1


def test_a_code_that_goes_on_after_another_agrees_in_part() -> None:
    longer, other = (compared("switch FS105", f"switch {code}") for code in ("FS105NA", "FS726TP"))

    assert longer["other figures"] == 0 < other["other figures"]
    assert longer["clash"] < other["clash"]


def test_two_words_that_others_write_as_one_are_that_word() -> None:
    found = compared("anna van dyke", "vandyke anna", "van", "dyke")

    assert found["alike"] == 1
    assert found["clash"] == found["extra"] == 0


@pytest.mark.parametrize("cell", [None, "", " - ", "?"])
def test_a_cell_without_letters_states_nothing(cell: str | None) -> None:
    assert WORDING.read(cell) is None


def test_keys_of_two_spellings_meet() -> None:
    keys = WORDING.predicates
    one, other = folded_words("Jon Smith"), folded_words("Smith, Jon")

    assert set(keys["letters"](one)) == set(keys["letters"](other))
    assert set(keys["two_words"](one)) == set(keys["two_words"](other))
    assert set(keys["skeleton"](folded_words("smithe"))) == set(keys["skeleton"](("smith",)))
