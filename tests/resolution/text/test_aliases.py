"""Names that a text itself gives an actor."""

from prose_builders import listed, organization, quotes, reading

from actors.records import Name, NameType

BUREAU = "Second Academy of Natural Sciences Foreign Affairs Bureau"


def test_an_acronym_in_parentheses_belongs_to_the_span_and_is_a_mention_later() -> None:
    text = f"The {BUREAU} (SANS FAB) paid. SANS FAB, which is abroad, was paid."

    first, second = reading(text, organization(BUREAU)).mentions

    assert first.quote == f"{BUREAU} (SANS FAB)"
    assert first.names == (Name(BUREAU), Name("SANS FAB", NameType.ACRONYM))
    assert second.quote == "SANS FAB"
    assert second.names == first.names


def test_an_acronym_after_or_belongs_to_the_span() -> None:
    text = "He works for the Second Academy of Natural Sciences, or SANS. SANS is old."

    assert quotes(text) == ["Second Academy of Natural Sciences, or SANS", "SANS"]


def test_a_short_form_is_a_mention_of_its_own_under_the_full_name() -> None:
    text = "They named Guan Tianfeng (Guan). Later Guan was seen abroad."

    full, short, later = reading(text, listed("GUAN, Tianfeng")).mentions

    assert full.quote == "Guan Tianfeng"
    assert short.names == later.names
    assert later.names == (Name("Guan Tianfeng"), Name("Guan", NameType.WEAK_ALIAS))


def test_a_nickname_belongs_to_the_span() -> None:
    text = "They look for Nemesio Oseguera, aka “El Zorro”, in the mountains."

    (mention,) = reading(text, listed("OSEGUERA, Nemesio")).mentions

    assert mention.quote == "Nemesio Oseguera, aka “El Zorro”"
    assert mention.names[1] == Name("El Zorro", NameType.ALIAS)


def test_a_lone_surname_is_a_mention_of_the_one_person_who_bears_it() -> None:
    text = "President Anselm Kovarik came. Kovarik’s friends stayed away."

    assert [one.names[0].value for one in reading(text).mentions] == ["Anselm Kovarik"] * 2


def test_a_surname_that_two_persons_share_names_neither() -> None:
    text = "President Anselm Kovarik and Minister Tobias Kovarik came. Kovarik’s friends went."

    assert quotes(text) == ["Anselm Kovarik", "Tobias Kovarik"]


def test_an_acronym_of_a_country_is_no_actor() -> None:
    assert quotes("The United Arab Emirates (UAE) agreed. The UAE waited.") == []
