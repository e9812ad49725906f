"""An import refused for all that is wrong with it at once."""

from collections.abc import Iterable

from actors.errors import LabelsError


def refuse(problems: Iterable[str]) -> None:
    """Raise all problems together, if there are any."""
    errors = [LabelsError(f"{problem}. Nothing was imported.") for problem in problems]
    if errors:
        raise ExceptionGroup("the judgements cannot be imported", errors)
