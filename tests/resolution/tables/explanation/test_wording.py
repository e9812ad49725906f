"""Findings are told in words that hold for what was compared, and do not contradict each other."""

from resolution.tables.explanation.wording import meaning, silence


def test_only_of_names_it_is_said_that_names_resemble() -> None:
    assert meaning("who: similarity", "who", "PersonName") == "who: the names resemble each other"
    assert meaning("street: similarity", "street", "Address") == (
        "street: the words resemble each other"
    )


def test_letters_of_names_and_letters_as_written_are_told_apart() -> None:
    by_name = meaning("name: spelled alike", "name", "PersonName")
    as_written = meaning("name: wording: spelled unlike", "name: wording", "Wording")

    assert by_name == "name: most letters agree"
    assert as_written == "name as written: the letters or their order differ"


def test_what_training_compares_beside_a_field_is_called_by_the_field() -> None:
    assert meaning("name: wording: clash", "name: wording", "Wording") == (
        "name as written: each has words that the other lacks"
    )
    assert silence("key: identifier", ("1", None)) == "key as a code: only one side states it"
