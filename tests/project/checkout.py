"""The checkout as the tests of the project see it: its folder, its tracked files, its parsed modules."""

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "etl"


@cache
def tracked() -> tuple[Path, ...]:
    """Return the files that git tracks or would track, without those that are gone from the tree."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
    )
    return tuple(sorted({path for name in listed.stdout.split("\0") if (path := ROOT / name).is_file()}))


@cache
def modules() -> dict[str, Path]:
    """Return the modules of the package by dotted name."""
    return {_dotted(path): path for path in sorted(PACKAGE.rglob("*.py")) if "_data" not in path.parts}


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"), str(path))


def imported(module: str) -> Iterator[tuple[str, int]]:
    """Yield each module that `module` imports anywhere in its text, with the line; relative imports are made absolute."""
    path = modules()[module]
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = _base(module, path, node)
            for alias in node.names:
                submodule = f"{base}.{alias.name}"
                yield (submodule if submodule in modules() else base), node.lineno


def _base(module: str, path: Path, node: ast.ImportFrom) -> str:
    if not node.level:
        return node.module or ""
    package = module.split(".") if path.name == "__init__.py" else module.split(".")[:-1]
    above = package[: len(package) - node.level + 1]
    return ".".join([*above, *([node.module] if node.module else [])])


def _dotted(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
