import hashlib
import socket
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import jgo.maven
import pytest

from actors.errors import DatabaseError
from actors.graph.embedded import download as download_module
from actors.graph.embedded.download import Jar, download, pinned
from actors.graph.embedded.jars import VERSION, ensure_jars, runtime_folder
from actors.progress import Silent

CONTENT = b"the content of a jar"


def jar(artifact: str = "one", content: bytes = CONTENT, classifier: str = "") -> Jar:
    return Jar("org.example", artifact, "1.0", classifier, hashlib.sha256(content).hexdigest())


@pytest.fixture
def registry(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """A registry on this machine that has every jar but `missing`; what was asked of it."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(404 if "missing" in self.path else 200)
            self.send_header("Content-Length", str(len(CONTENT)))
            self.end_headers()
            self.wfile.write(CONTENT)

        def log_message(self, *_: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        use_registry(monkeypatch, f"http://127.0.0.1:{server.server_port}")
        yield asked
        server.shutdown()
        thread.join()


def use_registry(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    def context() -> jgo.maven.MavenContext:
        return jgo.maven.MavenContext(remote_repos={"here": address})

    monkeypatch.setattr(download_module, "MavenContext", context)


def pin(monkeypatch: pytest.MonkeyPatch, *jars: Jar) -> None:
    found: Callable[[], list[Jar]] = lambda: list(jars)  # noqa: E731
    monkeypatch.setattr(download_module, "pinned", found)


def test_the_pinned_jars_are_those_of_the_version() -> None:
    jars = pinned()

    assert {each.version for each in jars if each.artifact == "neo4j-server"} == {VERSION}
    assert len({(each.artifact, each.version, each.classifier) for each in jars}) == len(jars)
    assert all(len(each.sha256) == 64 for each in jars)


def test_jars_are_fetched_once_and_found_again_without_a_network(
    tmp_path: Path, registry: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    pin(monkeypatch, jar("one"), jar("two", classifier="linux"))

    first = ensure_jars(tmp_path, Silent())
    second = ensure_jars(tmp_path, Silent())

    assert [path.name for path in first] == ["one-1.0.jar", "two-1.0-linux.jar"]
    assert second == first
    assert sorted(registry) == [
        "/org/example/one/1.0/one-1.0.jar",
        "/org/example/two/1.0/two-1.0-linux.jar",
    ]


@pytest.mark.usefixtures("registry")
@pytest.mark.parametrize(
    ("bad", "told"),
    [(jar("missing"), "cannot be downloaded"), (jar("one", b"other"), "other content")],
)
def test_a_download_that_fails_leaves_nothing_that_looks_complete(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bad: Jar, told: str
) -> None:
    pin(monkeypatch, jar("fine"), bad)

    with pytest.raises(DatabaseError, match=told):
        ensure_jars(tmp_path, Silent())

    assert [path.name for path in runtime_folder(tmp_path).iterdir()] == ["download.lock"]


@pytest.mark.usefixtures("registry")
def test_what_a_killed_download_left_is_not_mistaken_for_jars(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pin(monkeypatch, jar("one"))
    leftover = runtime_folder(tmp_path) / "jars.draft" / "half.jar"
    leftover.parent.mkdir(parents=True)
    leftover.write_bytes(b"half")

    assert [path.name for path in ensure_jars(tmp_path, Silent())] == ["one-1.0.jar"]


def test_without_a_network_one_sentence_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        use_registry(monkeypatch, f"http://127.0.0.1:{closed.getsockname()[1]}")

        with pytest.raises(DatabaseError, match=r"connect this machine to the network.*NEO4J_URI"):
            download([jar("one")], tmp_path, Silent())
