"""GraphiQL in a real browser: from us alone, ready to run, checked while one types."""

from pathlib import Path
from urllib.parse import quote, urlsplit

from graphql import parse
from playwright.sync_api import Page, expect

RUN = ".graphiql-execute-button"
ANSWER = ".graphiql-response"
TABS = ".graphiql-tab-button"


def run(page: Page) -> None:
    expect(page.locator(".graphiql-query-editor")).to_contain_text("query")
    expect(page.locator(f"{ANSWER} .view-lines")).to_be_attached()
    page.locator(RUN).click()


def test_the_first_tab_is_answered_by_one_click(
    page: Page, address: str, actor_id: str, complaints: list[str]
) -> None:
    page.goto(address)

    run(page)

    answer = page.locator(ANSWER)
    expect(answer).to_contain_text(actor_id)
    expect(answer).to_contain_text("MINING COMPANY")
    expect(answer).to_contain_text("Department of State")
    assert complaints == []


def test_nothing_is_asked_of_another_host(
    page: Page, address: str, actor_id: str, requested: list[str]
) -> None:
    page.goto(address)
    run(page)
    expect(page.locator(ANSWER)).to_contain_text(actor_id)
    page.get_by_role("button", name="Show Documentation Explorer").click()
    expect(page.locator(".graphiql-doc-explorer")).to_contain_text("Query")

    hosts = {urlsplit(url).netloc for url in requested if not url.startswith("data:")}

    assert hosts == {urlsplit(address).netloc}
    assert len(requested) > 10


def test_each_example_has_a_tab(page: Page, address: str, project_root: Path) -> None:
    document = parse((project_root / "service" / "examples.graphql").read_text())
    names = [definition.name.value for definition in document.definitions]

    page.goto(address)

    expect(page.locator(TABS)).to_have_text(names)


def test_a_field_that_does_not_exist_is_marked_while_typing(page: Page, address: str) -> None:
    page.goto(f"{address}?query={quote('query A { sources { nonsense } }')}")

    expect(page.locator(".squiggly-error").first).to_be_visible()


def test_a_link_opens_with_its_query_and_variables(page: Page, address: str, actor_id: str) -> None:
    query = "query Linked($id: ID!) { entity(id: $id) { caption } }"
    variables = f'{{"id": "{actor_id}"}}'

    page.goto(f"{address}?query={quote(query)}&variables={quote(variables)}")
    run(page)

    expect(page.locator(TABS).first).to_have_text("Linked")
    expect(page.locator(ANSWER)).to_contain_text("MINING COMPANY")


def test_a_second_visit_finds_the_tabs_as_they_were_left(page: Page, address: str) -> None:
    page.goto(address)
    page.locator(TABS).nth(1).click()
    expect(page.locator(".graphiql-tab-active")).to_contain_text("ReconcileCounts")

    page.wait_for_function(
        "() => JSON.parse(localStorage.getItem('graphiql:tabState') ?? '{}').activeTabIndex === 1"
    )
    page.reload()

    expect(page.locator(".graphiql-tab-active")).to_contain_text("ReconcileCounts")


def test_a_refusal_is_shown_like_any_answer(page: Page, address: str) -> None:
    page.goto(f"{address}?query={quote('query A { nonsense }')}")

    run(page)

    expect(page.locator(ANSWER)).to_contain_text("GRAPHQL_VALIDATION_FAILED")
