"""Writes `jars.csv` anew for another Neo4j: `python -m actors.graph.embedded.pinning VERSION`.

Maven's rules find the jars that the server and its API for procedures need; their content is taken
as the registry gives it now, and is fixed from then on.
"""

import csv
import hashlib
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from jgo.maven import MavenContext
from jgo.parse import Endpoint


def pin(version: str) -> int:
    """Resolve a version, write the list beside this module, and return how many jars it has."""
    endpoint = f"org.neo4j.app:neo4j-server:{version}+org.neo4j:neo4j:{version}"
    with tempfile.TemporaryDirectory() as scratch:
        maven = MavenContext(repo_cache=Path(scratch), timeout=30)
        wanted = [maven.create_dependency(each) for each in Endpoint.parse(endpoint).coordinates]
        named, found = maven.resolver.resolve(wanted)
        needed = [*named, *(each for each in found if each.scope in ("compile", "runtime"))]
        with ThreadPoolExecutor(16) as threads:
            rows = sorted(threads.map(_row, [each.artifact for each in needed]))
    with Path(__file__).with_name("jars.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["group", "artifact", "version", "classifier", "sha256"])
        writer.writerows(rows)
    return len(rows)


def _row(artifact) -> tuple[str, ...]:  # type: ignore[no-untyped-def]  # jgo is untyped  # noqa: ANN001
    content = artifact.resolve().read_bytes()
    return (
        artifact.groupId,
        artifact.artifactId,
        artifact.version,
        artifact.classifier,
        hashlib.sha256(content).hexdigest(),
    )


if __name__ == "__main__":
    print(f"{pin(sys.argv[1])} jars")  # noqa: T201  # a command's result
