"""GraphiQL, served from our own files: the page, and the assets whose names carry their hash.

`web/build.sh` makes both. Nothing is loaded from anywhere else, which the page's content security
policy also forbids. Styles may stand inline because Monaco, GraphiQL's editor, writes style
elements while it runs; scripts may not.
"""

from pathlib import Path

from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import FileResponse, HTMLResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Scope

STATIC = Path(__file__).parent / "static"

_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
    "font-src 'self' data:; "
    "img-src 'self' data:; connect-src 'self'; worker-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_NOT_BUILT = """<!doctype html>
<title>Dramatis</title>
<p>GraphiQL has not been built here: type <code>make web</code>, then load this page again.</p>
"""


def graphiql_page() -> Response:
    """Return the page, asked for anew each time since it names the present assets."""
    headers = {"Content-Security-Policy": _POLICY, "Cache-Control": "no-cache", "Vary": "Accept"}
    page = STATIC / "index.html"
    if not page.exists():
        return HTMLResponse(_NOT_BUILT, 503, headers)
    return FileResponse(page, headers=headers)


def graphiql_assets() -> ASGIApp:
    """Return the application that serves the assets, compressed, for browsers to keep for ever."""
    return GZipMiddleware(_Assets(directory=STATIC / "graphiql", check_dir=False))


class _Assets(StaticFiles):
    async def get_response(self, path: str, scope: Scope) -> Response:
        response = await super().get_response(path, scope)
        response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
        return response
