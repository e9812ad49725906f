"""Why two mentions were held to be one, or not: computed when asked, from what both say.

In flow the contents of two mentions and the days their documents appeared, as the run that compared
them had them; out comes the explanation of the model that ships with the package.
"""

from datetime import date

import orjson

from actors.records import DocumentId, Mention
from actors.records.interchange import from_json
from resolution.explanation import Explanation, explain
from resolution.model import shipped_model


def explained(
    left: str, left_published_on: str | None, right: str, right_published_on: str | None
) -> Explanation:
    """Explain two mentions, each given by its content and its document's day."""
    one, other = _mention(left), _mention(right)
    published_on: dict[DocumentId, date | None] = {
        one.document: _day(left_published_on),
        other.document: _day(right_published_on),
    }
    return explain(one, other, shipped_model(), published_on)


def _mention(content: str) -> Mention:
    return from_json(orjson.loads(content))


def _day(written: str | None) -> date | None:
    return None if written is None else date.fromisoformat(written)
