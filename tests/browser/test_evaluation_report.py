"""The evaluation report in a real browser: from one file alone, by keyboard, light and dark."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from resolution.evaluation.report import (
    About,
    PairExplanation,
    ScoredPair,
    build_report,
    read_report,
    write_report,
)
from resolution.explanation import FeatureContribution

WHY = PairExplanation(
    "The two are one actor with a probability of 91 %.",
    (
        FeatureContribution("prior", None, None, None, -1.0, "before anything is compared"),
        FeatureContribution("name_exact", "Ri", "Ri", 1.0, 3.25, "the names are the same"),
    ),
    (("name", "Ri Chang Ho", "RI, Chang-ho"), ("birthDate", "1967", "1967")),
)


def pairs(shift: float) -> Sequence[ScoredPair]:
    return [
        ScoredPair(
            f"list:{number}",
            f"other:{number}",
            number % 3 > 0,
            min(1.0, (number % 20) / 20 + shift),
            left_name="<b>Ri Chang Ho</b>",
            right_name="리창호",
            explanation=WHY,
        )
        for number in range(120)
    ]


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a report that is held against an earlier one."""
    folder = tmp_path_factory.mktemp("reports")
    when = datetime(2026, 11, 22, 4, 30, tzinfo=UTC)
    write_report(build_report(pairs(0.0), 0.5, About("Before", when)), folder / "before.json")
    about = About("Judgements", when, (("model", "m@1"),), ("One list is missing.",))
    now = build_report(pairs(0.1), 0.5, about, read_report(folder / "before.json"))
    write_report(now, folder / "now.html")
    return Path(folder / "now.html").as_uri()


def test_it_asks_nothing_of_any_host(
    page: Page, report: str, requested: list[str], complaints: list[str]
) -> None:
    page.goto(report)
    page.locator("details.pair > summary").first.click()

    expect(page.get_by_text("the names are the same").first).to_be_visible()
    assert requested == [report]
    assert complaints == []


def test_the_slider_tells_by_keyboard_what_a_threshold_would_come_to(
    page: Page, report: str
) -> None:
    page.goto(report)
    slider = page.get_by_label("Try a threshold")
    cursors = page.locator("svg .cursor")
    expect(cursors).to_have_count(2)

    slider.focus()
    page.keyboard.press("End")

    expect(page.locator("#tried")).to_have_text(
        "1.00: precision 0.667, recall 0.100, 4 false merges, 72 misses"
    )
    assert {line.get_attribute("x1") for line in cursors.all()} == {"546"}


def test_a_mistake_opens_by_keyboard_with_both_sides_and_its_weights(
    page: Page, report: str
) -> None:
    page.goto(report)
    first = page.locator("#mistakes details.pair").first

    first.locator("summary").focus()
    page.keyboard.press("Enter")

    expect(first.get_by_role("row", name="name Ri Chang Ho RI, Chang-ho")).to_be_visible()
    expect(first.get_by_role("row", name="all together")).to_contain_text("+2.25")
    expect(first.locator("summary")).to_contain_text("<b>Ri Chang Ho</b>")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_it_fits_its_window_and_can_be_read_in_any_light(
    page: Page, report: str, scheme: str, width: int
) -> None:
    page.emulate_media(color_scheme="light" if scheme == "light" else "dark")
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(report)

    assert page.evaluate("document.documentElement.scrollWidth") == width
    contrast = page.evaluate(CONTRAST)
    assert min(contrast.values()) >= 4.5, contrast


CONTRAST = """() => {
  const light = (colour) => {
    const [red, green, blue] = colour.match(/[\\d.]+/g).slice(0, 3).map((part) => {
      const share = part / 255;
      return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const behind = (element) => {
    for (let one = element; one; one = one.parentElement) {
      const colour = getComputedStyle(one).backgroundColor;
      if (!/, 0\\)$/.test(colour) && colour !== "transparent") return colour;
    }
  };
  const found = {};
  for (const where of ["h1", ".facts", ".warnings li", ".tile .meaning", ".note", ".count",
                       "summary .verdict", "summary .names", "th", "footer"]) {
    const element = document.querySelector(where);
    const [dark, bright] = [light(getComputedStyle(element).color), light(behind(element))].sort();
    found[where] = (bright + 0.05) / (dark + 0.05);
  }
  return found;
}"""
