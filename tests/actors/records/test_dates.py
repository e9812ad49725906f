import pytest

from actors.records import PartialDate


@pytest.mark.parametrize("written", ["1968-02-30", "1968-13", "0000", "1969-02-29~"])
def test_a_date_that_no_calendar_has_is_told_with_what_to_write(written: str) -> None:
    with pytest.raises(ValueError, match=rf"{written} .+; write what is known"):
        PartialDate.parse(written)
