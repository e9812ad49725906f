"""Takes the README's picture: GraphiQL with its first example answered, from a running service.

    dramatis demo &
    python tests/browser/screenshot.py [ADDRESS]

The picture is docs/graphiql.png. Needs Debian's Chromium and the `test` extra.
"""

import shutil
import sys
from pathlib import Path

from playwright.sync_api import expect, sync_playwright

ADDRESS = "http://127.0.0.1:8000/graphql"
PICTURE = Path(__file__).parents[2] / "docs" / "graphiql.png"


def take(address: str) -> None:
    """Open the page, run its first tab, and keep what one sees."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        sys.exit("No Chromium here: type `apt-get install chromium`.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1440, "height": 1000}, device_scale_factor=1.5)
        page.goto(address)
        expect(page.locator(".graphiql-query-editor")).to_contain_text("query")
        expect(page.locator(".graphiql-response .view-lines")).to_be_attached()
        page.locator(".graphiql-execute-button").click()
        expect(page.locator(".graphiql-response")).to_contain_text("designations")
        page.add_style_tag(content=".monaco-editor .scrollbar { display: none }")
        page.screenshot(path=PICTURE, animations="disabled")
        browser.close()


if __name__ == "__main__":
    take(sys.argv[1] if len(sys.argv) > 1 else ADDRESS)
