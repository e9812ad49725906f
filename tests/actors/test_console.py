import pytest

from actors.console import Table, print_table, say
from actors.printable import printable


def test_a_name_cannot_command_the_terminal(capfd: pytest.CaptureFixture[str]) -> None:
    """A list's name with an escape sequence in it cleared the screen of whoever read the table."""
    print_table(
        Table(("name \x1b[2J",), (("Kim\x1b[2J\x1b]0;owned\x07 Chol\x9b31m",),), "Of \x1b[31m")
    )
    say("read \x1b[2J.csv")

    out, err = capfd.readouterr()
    assert not {"\x1b", "\x07", "\x9b"} & set(out + err)
    assert "Kim" in out
    assert "Chol" in out


def test_brackets_in_a_name_are_part_of_it(capsys: pytest.CaptureFixture[str]) -> None:
    """As markup of the library that draws, `[deceased]` vanished and `[/red]` was a mistake."""
    print_table(Table(("Kim [deceased] Chol",), (("a[/red]b",),), "[link=x]y"))

    out = capsys.readouterr().out
    assert all(text in out for text in ("Kim [deceased] Chol", "a[/red]b", "[link=x]y"))


@pytest.mark.parametrize("text", ["김정은", "می‌خواهم", "two\nlines", "Zoë\tD’Arc"])
def test_writing_stays_as_it_is(text: str) -> None:
    assert printable(text) == text
