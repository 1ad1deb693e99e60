"""Neo4j Browser takes the style sheet and an opening from the file manager and draws the graph, in a real Chromium."""

import base64
import os
import shutil
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect, sync_playwright
from stores.fixtures import Stores

from etl.load.connection import connect
from etl.load.server import Server
from etl.resources import cypher

FLAGS = ("no-sandbox", "disable-gpu", "disable-quic", "no-first-run", "disable-background-networking", "disable-component-update")
PATIENCE = 30_000  # milliseconds: a busy machine draws slowly
GRAPH = """
UNWIND ['RUS', 'PRK'] AS code
CREATE (:Entity:Agent:Nation {iri: code, name: code, iso3: code})
WITH count(*) AS two
MATCH (a:Nation {iri: 'RUS'}), (b:Nation {iri: 'PRK'})
CREATE (a)<-[:ACTOR]-(:Entity:Situation:Event {
  iri: 'visit', name: 'visit', type: 'CONSULT', asserted: true, polarity: 'positive', modality: 'factual'
})-[:TARGET]->(b)
"""
DROP = """([name, text]) => {
  const files = new DataTransfer();
  files.items.add(new File([Uint8Array.from(atob(text), each => each.charCodeAt(0))], name));
  return files;
}"""


@pytest.fixture
def neo4j(stores: Stores) -> Server:
    """A Neo4j with a meeting of two nations in it."""
    server = stores.empty("neo4j-5.26")
    with connect(server) as connection:
        connection.write(lambda tx: tx.run(GRAPH).consume())
    return server


@pytest.fixture
def address(neo4j: Server) -> str:
    """Where that Neo4j serves its Browser; skips the test where that is not to be reached (in a container, say)."""
    with connect(neo4j) as connection:
        rows = connection.read("SHOW SETTINGS 'server.http.advertised_address' YIELD value").rows
    host, _, port = rows[0]["value"].rpartition(":")
    try:
        socket.create_connection((host, int(port)), timeout=10).close()
    except OSError as reason:
        pytest.skip(f"Neo4j Browser does not answer at {host}:{port}: {reason}")
    return f"http://{host}:{port}/browser/"


@pytest.fixture
def page() -> Iterator[Page]:
    """An empty page of Chromium that reaches nothing but this machine."""
    program = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if program is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)("Chromium is missing (scripts/browser gets it).")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=[f"--{flag}" for flag in FLAGS])
        opened = browser.new_page(viewport={"width": 1280, "height": 800})
        opened.set_default_timeout(PATIENCE)
        opened.route("**/*", _stay_here)
        yield opened
        browser.close()


def test_browser_takes_the_style_and_draws_an_opening(neo4j: Server, address: str, page: Page) -> None:
    _log_in(page, neo4j, address)
    _drop(page, cypher("browser", "entente.grass"))
    expect(page.get_by_test_id("frameContents").filter(has_text="node.Nation")).to_have_count(1, timeout=PATIENCE)
    _drop(page, cypher("browser", "favorites", "02-latest-events.cypher"))
    page.get_by_text("Paste in editor").click()
    expect(page.get_by_test_id("activeEditor")).to_contain_text("RETURN", timeout=PATIENCE)
    page.get_by_test_id("editor-Run").click()
    frame = page.get_by_test_id("frame").filter(has_text="The latest events")
    expect(frame.locator("g.node")).to_have_count(3, timeout=PATIENCE)
    expect(frame.locator("g.node text.caption").filter(has_text="CONSULT")).to_have_count(1, timeout=PATIENCE)
    assert {each.get_attribute("fill") for each in frame.locator("circle.b-outline").all()} == {"#2B6CB0", "#C53030"}


def _stay_here(route: Route) -> None:
    local = route.request.url.startswith(("http://127.0.0.1", "http://localhost", "data:", "blob:"))
    route.continue_() if local else route.abort()


def _log_in(page: Page, server: Server, address: str) -> None:
    page.goto(address)
    page.get_by_test_id("boltaddress").fill(server.uri.partition("://")[2])
    page.get_by_test_id("username").fill(server.username)
    page.get_by_test_id("password").fill(server.password)
    page.get_by_test_id("connect").click()
    # What Browser does last when it has connected.
    expect(page.get_by_test_id("frameCommand").filter(has_text=":play start")).to_have_count(1, timeout=PATIENCE)


def _drop(page: Page, file: Path) -> None:
    files = page.evaluate_handle(DROP, [file.name, base64.b64encode(file.read_bytes()).decode()])
    for event in ("dragenter", "dragover", "drop"):
        page.dispatch_event("[data-testid=main]", event, {"dataTransfer": files})
