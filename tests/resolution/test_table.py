"""Mentions as a table: folded names, their uses, and what acronyms in brackets are."""

from datetime import date

from mention_builders import record, text

from actors.records import DocumentId, Name, NameType
from resolution.table import mention_table, written


def _names(*names: str | Name) -> list[str]:
    return mention_table([record(*names)], {}).column("names")[0].as_py()


def test_an_acronym_at_the_end_is_a_name_of_its_own() -> None:
    names = _names("Second Academy of Natural Sciences Foreign Affairs Bureau (SANS FAB)")

    assert names == ["second academy of natural sciences foreign affairs bureau", "sans fab"]


def test_an_acronym_inside_is_the_parents_and_no_name() -> None:
    assert _names("Islamic Revolutionary Guard Corps (IRGC)-Qods Force") == [
        "islamic revolutionary guard corps qods force"
    ]


def test_a_branch_in_brackets_stays_part_of_the_name() -> None:
    assert _names("AL-HARAMAIN (KENYA BRANCH)") == ["al haramain kenya branch"]


def test_a_spelling_that_is_also_a_full_alias_is_not_weak() -> None:
    weak = Name("EL CHAPO", NameType.WEAK_ALIAS)
    alias = Name("El Chapo", NameType.ALIAS)

    table = mention_table([record("Joaquin Guzman", weak), record("A", weak, alias)], {})

    assert table.column("weak_names").to_pylist() == [[False, True], [False, False]]
    assert table.column("primary_names").to_pylist() == [[True, False], [True, False]]


def test_cited_numbers_stand_apart_from_own_ones() -> None:
    table = mention_table([record("A", numbers=["un-reference=KPi.1", "cited-imo=9187629"])], {})

    assert table.column("identifiers")[0].as_py() == ["un-reference:KPI1"]
    assert table.column("cited")[0].as_py() == ["imo:9187629"]


def test_a_row_reads_the_same_in_any_table() -> None:
    one = record("Kim Yong Bok", born="1968-04-12", countries=["kp"], listed="2024-12-16")
    days = {DocumentId("D-list-a"): date(2025, 1, 16)}

    alone = mention_table([one], days).drop_columns("position")
    among = mention_table([text("Ri"), record("X"), one], days).drop_columns("position")

    assert among.slice(2, 1).to_pylist() == alone.to_pylist()


def test_a_folded_spelling_leads_back_to_what_is_written() -> None:
    mention = record("RI, Ch'ang-ho", "리창호")

    assert written(mention) == {"ri chang ho": "RI, Ch'ang-ho"}
