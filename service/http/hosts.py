"""The names under which a service on one's own machine may be asked.

A page on the web may point a name of its own at 127.0.0.1, and would then be of the service's
origin (DNS rebinding): the origin check alone lets it read everything. Its requests still say that
name as their Host. Who listens for other machines has a proxy before the service, and names that
only it knows.
"""

from ipaddress import ip_address
from urllib.parse import urlsplit

_OWN_NAMES = ("localhost", "127.0.0.1", "::1", "[::1]")


def allowed_hosts(listening_on: str, origins: tuple[str, ...]) -> tuple[str, ...]:
    """Return the hosts to answer to, without ports; `*` where other machines may ask."""
    if not _is_loopback(listening_on):
        return ("*",)
    named = (urlsplit(origin).hostname or "" for origin in origins)
    return (*_OWN_NAMES, listening_on, *named)


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
