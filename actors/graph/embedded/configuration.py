"""The server's configuration: loopback only, no outgoing word, modest memory."""

import socket

from actors.graph.embedded.layout import Layout

_SETTINGS = """\
# Written anew at every start.
server.default_listen_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:{port}
server.http.enabled=false
server.https.enabled=false
# Neo4j 2026 otherwise announces itself on the local network and to its maker.
server.fleet_discovery.enabled=false
dbms.fleet_manager.enabled=false
dbms.usage_report.enabled=false
server.memory.pagecache.size=256m
# A query beyond this ends, and the server goes on; what subqueries collect Neo4j does not count
# (Java's own limits catch that). Our largest transaction, a part of a long list, takes 640 MB.
db.memory.transaction.max=768m
dbms.memory.transaction.total.max=1000m
# A time limit strikes within this interval; by default up to 2 s late.
db.transaction.monitor.check.interval=100ms
# A command that committed does not wait for a checkpoint: keep what recovery has to read small.
db.tx_log.rotation.retention_policy=keep_none
"""


def write_configuration(layout: Layout, port: int) -> None:
    """Write `neo4j.conf`."""
    text = _SETTINGS.format(port=port)
    (layout.configuration / "neo4j.conf").write_text(text, encoding="ascii")


def kept_port(layout: Layout) -> int | None:
    """Return the port chosen before, if any."""
    try:
        return int(layout.port.read_text(encoding="ascii"))
    except (FileNotFoundError, ValueError):
        return None


def chosen_port(layout: Layout) -> int:
    """Return the kept port while it is free, else a new one, kept from now on."""
    port = kept_port(layout)
    if port is None or not _is_free(port):
        port = _free_port()
        layout.port.write_text(str(port), encoding="ascii")
    return port


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        # As Java binds: a connection of the last server that is still closing does not count.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
        return True


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
