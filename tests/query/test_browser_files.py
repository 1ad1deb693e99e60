"""The openings for Neo4j Browser run and show something, and the style sheet knows every kind of node."""

import re
from pathlib import Path

import pytest

from etl.load import Store
from etl.ontology import ontology
from etl.resources import cypher

FAVORITES = sorted(cypher("browser", "favorites").glob("*.cypher"))


@pytest.mark.parametrize("file", FAVORITES, ids=lambda each: each.stem)
def test_a_favorite_shows_something(store: Store, file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    rows = store.read(text).rows
    # The week knows no alliance that is asserted.
    assert rows or file.stem == "04-alliances"
    assert re.match(r"// \d+ ", text)


def test_the_page_names_every_favorite() -> None:
    page = cypher("browser", "README.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| `(\S+)` \|", page, re.MULTILINE) == [each.name for each in FAVORITES]


def test_every_kind_of_node_has_a_style() -> None:
    sheet = cypher("browser", "entente.grass").read_text(encoding="utf-8")
    styled = set(re.findall(r"^node\.(\w+) \{", sheet, re.MULTILINE))
    assert styled == {each.name for each in ontology().classes.values() if not each.abstract}
    assert set(re.findall(r"^relationship\.(\w+) \{", sheet, re.MULTILINE)) <= set(ontology().relations)
    assert sheet.count("{\n") == sheet.count("\n}\n")


def test_the_more_special_style_comes_later() -> None:
    sheet = cypher("browser", "entente.grass").read_text(encoding="utf-8")
    order = re.findall(r"^node\.(\w+) \{", sheet, re.MULTILINE)
    for name in order:
        assert all(order.index(parent) < order.index(name) for parent in ontology().classes[name].ancestors if parent in order)
