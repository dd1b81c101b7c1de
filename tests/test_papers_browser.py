"""The pages in a browser: axe, which knows the rules of accessibility, finds nothing against them, light or dark."""

import shutil
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from typing import Any

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service

from advisor.papers.html import as_html
from advisor.report.audience import Audience
from tests.papers import COMPOSED, SHOWN, paper_of
from tests.test_papers import KINDS

BROWSER, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
AXE = resources.files("axe_core_python").joinpath("axe.min.js")
LAWMAKERS = COMPOSED / "lawmakers-at-a-university.yaml"
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        BROWSER is None or DRIVER is None,
        reason="Chromium or its driver is not installed (Debian: chromium, chromium-driver)",
    ),
]


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[webdriver.Chrome]:
    options = Options()
    options.binary_location = str(BROWSER)
    # A container has no room for a sandbox of its own, and the pages are ours.
    for argument in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--window-size=1000,1400"):
        options.add_argument(argument)
    options.add_argument(f"--user-data-dir={tmp_path_factory.mktemp('browser')}")
    driver = webdriver.Chrome(options=options, service=Service(str(DRIVER)))
    yield driver
    driver.quit()


def open_page(browser: webdriver.Chrome, path: Path, page: bytes, scheme: str = "light") -> None:
    path.write_bytes(page)
    features = [{"name": "prefers-color-scheme", "value": scheme}]
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})
    browser.get(path.as_uri())


def violations(browser: webdriver.Chrome) -> list[tuple[str, Any]]:
    browser.execute_script(AXE.read_text(encoding="utf-8"))
    found: Any = browser.execute_async_script("axe.run().then(arguments[arguments.length - 1])")
    assert found["passes"]
    return [(each["id"], [node["html"] for node in each["nodes"]]) for each in found["violations"]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("path", SHOWN[1:4], ids=[path.stem for path in SHOWN[1:4]])
def test_axe_finds_nothing_against_a_page(
    browser: webdriver.Chrome, path: Path, kind: Any, scheme: str, tmp_path: Path
) -> None:
    open_page(browser, tmp_path / "it.html", as_html(paper_of(path, kind)), scheme)
    assert violations(browser) == []


def test_axe_finds_nothing_against_a_page_for_others(browser: webdriver.Chrome, tmp_path: Path) -> None:
    open_page(browser, tmp_path / "it.html", as_html(paper_of(LAWMAKERS, "memo", Audience.PUBLIC)))
    assert violations(browser) == []


def test_axe_would_have_found_a_page_without_a_title(browser: webdriver.Chrome, tmp_path: Path) -> None:
    page = (
        as_html(paper_of(LAWMAKERS, "briefing"))
        .replace(b"<title>", b"<title></title><!--")
        .replace(b"</title>\n<style>", b"--><style>")
    )
    open_page(browser, tmp_path / "it.html", page)
    assert "document-title" in [id_ for id_, _ in violations(browser)]


@pytest.mark.parametrize("width", [320, 1000])
def test_a_page_fits_the_width_of_a_screen(browser: webdriver.Chrome, width: int, tmp_path: Path) -> None:
    metrics = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    open_page(browser, tmp_path / "it.html", as_html(paper_of(LAWMAKERS, "memo")))
    wide: Any = browser.execute_script("return document.documentElement.scrollWidth")
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    assert wide <= width


def test_the_browser_refuses_a_script_that_got_into_a_page(browser: webdriver.Chrome, tmp_path: Path) -> None:
    page = as_html(paper_of(LAWMAKERS, "briefing"))
    open_page(browser, tmp_path / "it.html", page.replace(b"<main>", b"<main><script>document.title='x'</script>"))
    assert browser.title.endswith("Lawmakers at a university")


def test_the_style_of_a_page_is_applied(browser: webdriver.Chrome, tmp_path: Path) -> None:
    open_page(browser, tmp_path / "it.html", as_html(paper_of(LAWMAKERS, "briefing")), "dark")
    colour: Any = browser.execute_script("return getComputedStyle(document.body).backgroundColor")
    assert colour == "rgb(21, 24, 28)"
