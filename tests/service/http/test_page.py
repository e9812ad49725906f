"""GraphiQL as it is served: from us alone, built or not."""

import re
from pathlib import Path

import httpx
import pytest

from service.http import page

AS_BROWSER = {"accept": "text/html,application/xhtml+xml,*/*;q=0.8"}


@pytest.fixture
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "index.html").write_text("<title>GraphiQL</title>")
    monkeypatch.setattr(page, "STATIC", tmp_path)
    return tmp_path


def test_a_browser_gets_graphiql_where_programs_get_json(client: httpx.Client, built: Path) -> None:
    response = client.get("/graphql", headers=AS_BROWSER)

    assert built.exists()
    assert response.status_code == 200
    assert "<title>GraphiQL" in response.text
    assert response.headers["cache-control"] == "no-cache"
    assert "accept" in response.headers["vary"].lower()


def test_the_page_may_load_scripts_from_us_alone(client: httpx.Client, built: Path) -> None:
    policy = client.get("/graphql", headers=AS_BROWSER).headers["content-security-policy"]

    assert built.exists()
    assert "script-src 'self';" in policy
    assert not re.search(r"https?:|\*", policy)


def test_a_page_that_was_not_built_says_what_to_type(
    client: httpx.Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page, "STATIC", tmp_path)

    response = client.get("/graphql", headers=AS_BROWSER)

    assert response.status_code == 503
    assert "make web" in response.text


@pytest.mark.skipif(
    not (page.STATIC / "index.html").exists(), reason="GraphiQL is not built: type `make web`"
)
def test_what_the_built_page_names_is_there_and_kept_for_ever(client: httpx.Client) -> None:
    html = client.get("/graphql", headers=AS_BROWSER).text

    named = re.findall(r'(?:src|href)="([^"]+)"', html)

    assert len(named) == 3
    for address in named:
        asset = client.get("/" + address)
        assert asset.status_code == 200
        assert asset.headers["cache-control"] == "public, max-age=31536000, immutable"
