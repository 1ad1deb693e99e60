"""What every file of the project keeps to: size, words, and nothing of the machine it was written on."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from checkout import ROOT, modules, tracked, tree

LIMIT = 300
TEXT = {".py", ".md", ".toml", ".txt", ".yml", ".yaml", ".cypher", ".ttl", ".csv", ".json", ".jsonl", ".cfg", ".sh", ""}
# Spelt in two halves, so that this file passes its own test.
MACHINE_PATHS = re.compile(r"(?<![\w.:/])/(" + "wo" + r"rk|farm|root|home/\w+|Users/\w+|tmp/\w+)/")
REGISTRIES = re.compile(
    "|".join(
        host.replace("~", "")
        for host in (
            r"py~pi\.org",
            r"python~hosted\.org",
            r"registry\.~npmjs",
            r"crates~\.io",
            r"maven\.~apache\.org",
            r"repo1\.~maven",
            r"deb\.~debian\.org",
            r"proxy\.~golang\.org",
        )
    )
)
# The same thing has one word everywhere: nation, article, entity, statement.
BANNED_NAMES = {"helper", "helpers", "util", "utils", "manager", "blob", "thing", "things", "item", "country", "countries"}
BANNED_PROSE = re.compile(r"\b(countr(?:y|ies)|helpers?|utils?|blobs?|named entit(?:y|ies) linking)\b", re.IGNORECASE)
PROSE = [path for path in (ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))) if path.is_file()]


def texts() -> list[Path]:
    return [path for path in tracked() if path.suffix in TEXT]


def lines_with(pattern: re.Pattern[str]) -> list[str]:
    return [
        f"{path.relative_to(ROOT)}:{number} {found[0]}"
        for path in texts()
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if (found := pattern.search(line))
    ]


def test_no_module_is_long() -> None:
    python = [path for path in tracked() if path.suffix == ".py"]
    assert [str(path.relative_to(ROOT)) for path in python if len(path.read_text("utf-8").splitlines()) > LIMIT] == []


def test_no_file_names_a_machine_or_a_registry() -> None:
    assert lines_with(MACHINE_PATHS) + lines_with(REGISTRIES) == []


def test_every_module_says_what_it_is_for() -> None:
    assert [name for name, path in modules().items() if path.stat().st_size and not ast.get_docstring(tree(path))] == []


def test_names_in_the_code_use_the_words_of_the_field() -> None:
    found = [f"{module}: {name}" for module, path in modules().items() for name in defined(path) if words(name) & BANNED_NAMES]
    assert found == []


def defined(path: Path) -> Iterator[str]:
    yield path.stem
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name


def words(name: str) -> set[str]:
    return {word.lower() for word in re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", name)}


@pytest.mark.parametrize("page", PROSE, ids=lambda path: path.name)
def test_prose_uses_the_words_of_the_field(page: Path) -> None:
    assert [found[0] for found in BANNED_PROSE.finditer(prose(page.read_text("utf-8")))] == []


def prose(markdown: str) -> str:
    """Return Markdown without code, link targets and quotations, whose words are not ours to choose."""
    kept = re.sub(r"^(```|~~~).*?^\1", "", markdown, flags=re.DOTALL | re.MULTILINE)
    kept = re.sub(r"^>.*$", "", kept, flags=re.MULTILINE)
    return re.sub(r"`[^`]*`|\]\([^)]*\)|\"[^\"\n]*\"|“[^”]*”", "", kept)
