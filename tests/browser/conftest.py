"""A headless Chromium, and the service on the real Neo4j with one actor for it to show."""

import json
import os
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from actors.graph import Graph
from actors.settings import Settings
from service.http.page import STATIC

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser"))), None)

expect.set_options(timeout=20_000)  # what a loaded machine needs; nothing waits that long else

THE_ACTOR = """
CREATE (list:Source {id: 'a-list', name: 'A list', publisher: 'P', tier: 'OFFICIAL_LIST'})
CREATE (edition:Document {id: 'D-A', title: 'The list of May', retrievedAt: '2024-05-01T00:00:00Z',
                          sha256: 'a', isComplete: true})-[:FROM]->(list)
CREATE (record:Mention {id: 'M-A', kind: 'RECORD', entityKind: 'ORGANIZATION', recordId: '1',
                        quote: 'MINING COMPANY', names: ['MINING COMPANY'],
                        nameTypes: ['PRIMARY'], nameScripts: ['Latn'], propertyFields: [],
                        propertyValues: [], countries: ['kp'], assertions: '{}',
                        entityId: $id, sequence: 1})-[:IN]->(edition)
CREATE (entity:Entity {id: $id, kind: 'ORGANIZATION', caption: 'MINING COMPANY',
                       sortCaption: 'mining company', searchNames: ['mining company'],
                       countries: ['kp'], sourceIds: ['a-list'], tiers: ['OFFICIAL_LIST'],
                       authorityIds: ['authority:us-state'], programmeIds: [],
                       statuses: ['ACTIVE'], mentionCount: 1, sourceCount: 1,
                       designationCount: 1})
CREATE (record)-[:RESOLVED_TO {score: 1.0}]->(entity)
CREATE (state:Authority {id: 'authority:us-state', name: 'Department of State', acronym: 'DOS'})
CREATE (made:Designation {id: 'G-A', status: 'ACTIVE', listedOn: '2024-05-01', reasons: []})
CREATE (made)-[:DESIGNATES]->(entity)
CREATE (made)-[:BY]->(state)
CREATE (record)-[:EVIDENCES]->(made)
"""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


# No longer than the module: Playwright keeps an event loop running in this thread, in which no
# other test could run one of its own.
@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("no Chromium here: type `apt-get install chromium`")
    flags = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=flags)
        yield opened
        opened.close()


@pytest.fixture
def requested() -> list[str]:
    """The address of everything the page asked for."""
    return []


@pytest.fixture
def complaints() -> list[str]:
    """What the page wrote to its console as an error, or failed with."""
    return []


@pytest.fixture
def page(browser: Browser, requested: list[str], complaints: list[str]) -> Iterator[Page]:
    """An empty page of a browser that was never here before."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    opened = context.new_page()
    opened.on("request", lambda request: requested.append(request.url))
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.on(
        "console",
        lambda said: complaints.append(said.text) if said.type == "error" else None,
    )
    yield opened
    context.close()


@pytest.fixture
def actor_id(graph: Graph, project_root: Path) -> str:
    """The actor that the first example asks for, in an otherwise empty graph."""
    examples = json.loads((project_root / "service" / "examples.json").read_text())
    entity_id = str(examples["EntityDesignationsSources"]["id"])
    graph.write(THE_ACTOR, id=entity_id)
    return entity_id


@pytest.fixture(scope="module")
def address(browser: Browser, neo4j_server: Settings) -> Iterator[str]:  # noqa: ARG001  # may skip
    """Where `dramatis serve` says GraphiQL is."""
    if not (STATIC / "index.html").exists():
        pytest.skip("GraphiQL is not built: type `make web`")
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    command = Path(sys.executable).parent / "dramatis"
    with subprocess.Popen(
        [command, "serve", "--port", str(port)],
        env={
            **os.environ,
            "NEO4J_URI": neo4j_server.neo4j_uri or "",
            "NEO4J_PASSWORD": neo4j_server.neo4j_password or "",
        },
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stderr is not None
        said = next((line for line in process.stderr if "http://" in line), "")
        found = re.search(r"http://\S+/graphql", said)
        assert found, "the service said no address"
        yield found[0]
        process.terminate()
        process.communicate(timeout=20)
