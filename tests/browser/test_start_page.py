"""The start page in a real browser: it renders, reflows, and breaks no rule of its own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

pytestmark = pytest.mark.browser

playwright_api = pytest.importorskip("playwright.sync_api")


@pytest.fixture(scope="module")
def browser() -> Iterator[object]:
    """Debian's Chromium, headless."""
    with playwright_api.sync_playwright() as play:
        opened = play.chromium.launch(
            executable_path="/usr/bin/chromium",
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        yield opened
        opened.close()


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_it_fits_the_screen_and_reports_no_fault(
    browser: playwright_api.Browser,
    address: str,
    width: int,
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    faults: list[str] = []
    page.on("console", lambda m: faults.append(m.text) if m.type in ("error", "warning") else None)
    page.on("pageerror", lambda e: faults.append(str(e)))
    page.goto(address + "/")
    assert page.title().startswith("cjgraph")
    assert page.evaluate("document.documentElement.scrollWidth") <= width, "no sideways scrolling"
    for field in page.locator("input, textarea, select").all():
        identity = field.get_attribute("id")
        assert page.locator(f"label[for='{identity}']").count() == 1
    assert faults == []
    page.close()


def test_each_form_leads_to_its_answer(
    browser: playwright_api.Browser,
    address: str,
) -> None:
    page = browser.new_page()
    page.goto(address + "/")
    page.fill("#q", "supervised bail")
    page.click("text=/Search \\d+ findings/")
    assert "EV003-F5" in page.content()
    page.goto(address + "/")
    page.fill("#thing", "ndo-3")
    page.click("button:has-text('Trace')")
    assert "reaches_nation" in page.content()
    page.goto(address + "/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.close()
