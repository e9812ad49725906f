"""One tree of errors; the edges map `code` to an exit status or a GraphQL error.

DramatisError
├── SettingsError        a setting is missing or out of range
├── SourceError          a file is not what it claims to be: file, line, what to do
│   └── CatalogueError   the catalogue itself
├── ModelError           a model file cannot be used
├── LabelsError          judged pairs or labels cannot be used
├── FieldsError          field definitions of a table cannot be used
├── OutputError          a result cannot be written to its file
├── DatabaseError        Neo4j did not start, answer, or accept the password
│   ├── DatabaseUnavailable  no connection can be made
│   ├── DatabaseTimeout  a statement took longer than it may
│   └── DatabaseMemory   a statement needed more memory than it may
├── RunError             a resolution run cannot begin or go on
│   └── RunInProgress    another run holds the lease
├── NotFound             no such mention, entity, run …
└── RequestError         a query asks for what cannot be: page sizes, cursors
    └── Ambiguous        several answers where one was asked for
"""


class DramatisError(Exception):
    """Anything we can explain in one sentence; the message is that sentence."""

    code = "FAILED"


class SettingsError(DramatisError):
    """A setting is missing or out of its range."""

    code = "SETTINGS"


class SourceError(DramatisError):
    """A file is not what it claims to be. Nothing of it was stored."""

    code = "SOURCE"

    def __init__(self, file: object, line: int | None, problem: str) -> None:
        """Say where, then what."""
        place = f"{file}, line {line}" if line is not None else f"{file}"
        super().__init__(f"{place}: {problem}")


class CatalogueError(SourceError):
    """The catalogue of sources cannot be read."""

    code = "CATALOGUE"


class ModelError(DramatisError):
    """A model file cannot be used."""

    code = "MODEL"


class LabelsError(DramatisError):
    """Judged pairs or labels cannot be used."""

    code = "LABELS"


class FieldsError(DramatisError):
    """The field definitions of a table cannot be used."""

    code = "FIELDS"


class OutputError(DramatisError):
    """A result cannot be written to its file."""

    code = "OUTPUT"


class DatabaseError(DramatisError):
    """Neo4j did not start, did not answer, or refused us."""

    code = "DATABASE"


class DatabaseUnavailable(DatabaseError):
    """No connection to Neo4j can be made."""


class DatabaseTimeout(DatabaseError):
    """A statement took longer than it may, and was stopped."""

    code = "TIMEOUT"


class DatabaseMemory(DatabaseError):
    """A statement needed more memory than one may have, and was stopped."""

    code = "LIMIT_EXCEEDED"


class RunError(DramatisError):
    """A resolution run cannot begin or cannot go on."""

    code = "RUN"


class RunInProgress(RunError):
    """Another run holds the lease."""

    code = "RUN_IN_PROGRESS"


class NotFound(DramatisError):
    """What was asked for is not there."""

    code = "NOT_FOUND"


class RequestError(DramatisError):
    """A request asks for what cannot be."""

    code = "BAD_REQUEST"


class Ambiguous(RequestError):
    """Several answers where one was asked for."""

    code = "AMBIGUOUS"
