from actors.records import EntityKind, Identifier, Name, RelationClaim, RelationType
from resolution.sources.drafts import RecordDraft
from resolution.sources.prose import is_ship_number, relate_by_prose, state_prose
from resolution.sources.statedkeys import state_keys


def draft() -> RecordDraft:
    made = RecordDraft("7", EntityKind.ORGANIZATION)
    made.call(Name("VANE SHIPPING"))
    return made


def test_a_ships_number_is_told_from_a_companys_by_its_check_digit() -> None:
    record = draft()

    is_ship = state_prose(record, "IMO: 9074729. MMSI: 123456789.")

    assert is_ship
    assert list(record.identifiers) == [
        Identifier("imo", "9074729"),
        Identifier("mmsi", "123456789"),
    ]
    assert not state_prose(record, "Owns a tanker. Company Number IMO 5000001")
    assert Identifier("imo-company", "5000001") in record.identifiers
    assert not is_ship_number("9074728")


def test_a_number_within_a_sentence_is_somebody_elses() -> None:
    record = draft()

    assert not state_prose(record, "Operator of the vessel ORLA with IMO number 9074729")
    assert not record.identifiers


def test_contacts_and_gender_are_read() -> None:
    record = draft()

    state_prose(
        record,
        "Gender: Male. Tel. +353 21 123 4567; e-mail: orla@vane.example."
        " Website: www.vane.example.",
    )

    assert {field: list(values) for field, values in record.properties.items()} == {
        "gender": ["male"],
        "phone": ["+353 21 123 4567"],
        "email": ["orla@vane.example"],
        "website": ["www.vane.example"],
    }


def test_a_relation_needs_the_exact_name_of_a_listed_actor() -> None:
    record = draft()
    names = {"grey harbour co": "GREY HARBOUR CO", "vane shipping": "VANE SHIPPING"}

    relate_by_prose(record, "Owned by Grey Harbour Co and others. Controlled by a friend.", names)
    relate_by_prose(record, "Subsidiary of Vane Shipping.", names)

    assert list(record.relations) == [RelationClaim(RelationType.OWNED_BY, "GREY HARBOUR CO")]


def test_a_long_comment_of_points_and_letters_is_read_once() -> None:
    """From each letter the rest was searched for the sign of an address: a list took hours."""
    record = draft()

    state_prose(record, f"{'a.' * 200_000} ..orla.b@vane.example. Tel{' ' * 200_000}x")

    assert list(record.properties["email"]) == ["orla.b@vane.example"]


def test_keys_in_parentheses_are_fields_numbers_relations_and_reasons() -> None:
    record = draft()

    reasons = state_keys(
        record,
        "(UK Sanctions List Ref):ABC0001. (UK Statement of Reasons):It shipped arms. "
        "(Type of entity):Company (Parent company):Grey Harbour Co (Website):https://vane.example",
    )

    assert reasons == ("It shipped arms",)
    assert list(record.identifiers) == [Identifier("gb-sanctions-list", "ABC0001")]
    assert list(record.properties) == ["organizationType", "website"]
    assert list(record.relations) == [RelationClaim(RelationType.OWNED_BY, "Grey Harbour Co")]


def test_a_comment_without_keys_says_nothing_here() -> None:
    record = draft()

    assert state_keys(record, "Plain words (and more): none of them a key") == ()
    assert not record.properties
