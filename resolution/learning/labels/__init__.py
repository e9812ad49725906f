"""The project's own judged pairs: public facts on well-known actors, written for the project.

`mentions.jsonl` holds records in our interchange format, as two lists and a press would write them;
`judgements.csv` the pairs judged. They hold what makes resolution hard: romanisations, namesakes,
brothers, branches, acronyms, renamed ships, numbers that are only cited.
"""

import json
from importlib.resources import as_file, files

from actors.records import Mention
from actors.records.interchange import from_json
from resolution.evaluation import JudgedPair, read_judgements

_FOLDER = "resolution.learning.labels"


def shipped_labels() -> tuple[list[JudgedPair], list[Mention]]:
    """Return the judged pairs that come with the project, and the mentions they are about."""
    with as_file(files(_FOLDER).joinpath("judgements.csv")) as path:
        judged = read_judgements(path)
    lines = files(_FOLDER).joinpath("mentions.jsonl").read_text("utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    return judged, [from_json({**row, "document": row["source"]}) for row in rows]
