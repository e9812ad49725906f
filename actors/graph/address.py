"""Where Neo4j listens and with what one signs in."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Address:
    """What a driver needs; the password shows in no representation, and so in no log."""

    uri: str
    username: str
    password: str = field(repr=False)
    database: str = "neo4j"
