"""An Accept header in, the media type of the answer out.

`application/graphql-response+json` is for those who name it: clients that take anything, or say
nothing, get `application/json`, as the specification asks of servers that serve older clients.
"""

from dataclasses import dataclass

GRAPHQL = "application/graphql-response+json"
JSON = "application/json"
HTML = "text/html"

_MATCHES = {
    GRAPHQL: GRAPHQL,
    JSON: JSON,
    "application/*": JSON,
    "*/*": JSON,
    HTML: HTML,
    "text/*": HTML,
}
_PREFERENCE = (GRAPHQL, JSON, HTML)


@dataclass(frozen=True, slots=True)
class _Range:
    media_type: str
    quality: float


def negotiated(accept: str | None, *, html: bool = False) -> str | None:
    """Return the best of what we offer, or None where nothing is acceptable.

    >>> negotiated("text/html,*/*;q=0.8", html=True)
    'text/html'
    """
    if not accept or not accept.strip():
        return JSON
    quality: dict[str, float] = {}
    for wanted in map(_range, accept.split(",")):
        offered = _MATCHES.get(wanted.media_type)
        if offered and (html or offered != HTML):
            quality[offered] = max(wanted.quality, quality.get(offered, 0.0))
    best = max(_PREFERENCE, key=lambda offered: quality.get(offered, 0.0))
    return best if quality.get(best, 0.0) > 0 else None


def _range(text: str) -> _Range:
    media_type, *parameters = (part.strip().lower() for part in text.split(";"))
    quality = 1.0
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip() == "q":
            quality = _quality(value)
    return _Range(media_type, quality)


def _quality(text: str) -> float:
    try:
        return min(max(float(text), 0.0), 1.0)
    except ValueError:
        return 0.0
