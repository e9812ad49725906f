import pytest

from actors.errors import SettingsError
from actors.settings import Settings


@pytest.mark.parametrize("scheme", ["bolt", "neo4j+s", "http"])
@pytest.mark.parametrize("password", ["s3cret", "s3c/r@t"])
def test_a_password_in_the_address_is_refused_and_not_repeated(scheme: str, password: str) -> None:
    """Addresses stand in errors and logs, where the driver's own complaint once showed it."""
    environ = {"NEO4J_URI": f"{scheme}://neo4j:{password}@graph:7687", "NEO4J_PASSWORD": "x"}

    with pytest.raises(SettingsError, match=r"NEO4J_URI='\w+\+?\w*://…@graph:7687'") as told:
        Settings.from_environment(environ)

    assert password not in str(told.value)
    assert "s3c" not in str(told.value)


def test_an_address_without_credentials_is_kept_as_it_is() -> None:
    environ = {"NEO4J_URI": "bolt://graph:7687", "NEO4J_PASSWORD": "x"}

    assert Settings.from_environment(environ).neo4j_uri == "bolt://graph:7687"


def test_a_password_without_an_address_is_told_and_not_ignored() -> None:
    """Whoever forgot NEO4J_URI worked on the embedded Neo4j, and looked for the data elsewhere."""
    with pytest.raises(SettingsError, match="NEO4J_PASSWORD is set, NEO4J_URI is not"):
        Settings.from_environment({"NEO4J_PASSWORD": "x"})
