"""The Dockerfile copies what is there, installs what is pinned, and does not run as root."""

import fnmatch
import re
from importlib.metadata import distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
INSTRUCTIONS = [
    (line.split(maxsplit=1)[0], line.split(maxsplit=1)[1])
    for line in re.sub(r"\\\n\s*", "", (ROOT / "Dockerfile").read_text("utf-8")).splitlines()
    if line.strip() and not line.startswith("#")
]
COPIED = sorted(
    {source for name, rest in INSTRUCTIONS if name == "COPY" and not rest.startswith("--from") for source in rest.split()[:-1]}
)


@pytest.mark.parametrize("source", COPIED)
def test_what_is_copied_is_there_and_not_ignored(source: str) -> None:
    assert (ROOT / source).exists()
    allowed = [line[1:] for line in (ROOT / ".dockerignore").read_text("utf-8").splitlines() if line.startswith("!")]
    assert any(fnmatch.fnmatch(source, pattern) for pattern in allowed)


def test_every_installation_is_pinned_by_hash_or_offline() -> None:
    installations = [step for name, rest in INSTRUCTIONS if name == "RUN" for step in rest.split("&&") if "pip install" in step]
    assert len(installations) == 3
    assert all("--require-hashes" in step or "--no-index" in step for step in installations)


def test_the_build_tools_are_pinned() -> None:
    script = next(rest for name, rest in INSTRUCTIONS if name == "RUN" and "awk" in rest)
    names = re.search(r"\(([\w|-]+)\)==", script)
    assert names is not None
    locked = (ROOT / "requirements-dev.txt").read_text("utf-8")
    assert [name for name in names[1].split("|") if not re.search(rf"^{name}==", locked, re.MULTILINE)] == []
    assert set(names[1].split("|")) == _needed("hatchling")


def _needed(name: str) -> set[str]:
    """Return a distribution and all that it needs here, by their normalised names."""
    requirements = [Requirement(line) for line in distribution(name).requires or []]
    here = [each.name for each in requirements if each.marker is None or each.marker.evaluate({"extra": ""})]
    return {canonicalize_name(name)}.union(*map(_needed, here))


def test_the_process_is_not_root() -> None:
    users = [rest for name, rest in INSTRUCTIONS if name == "USER"]
    assert users == ["entente"]
    assert [name for name, _ in INSTRUCTIONS].index("USER") < [name for name, _ in INSTRUCTIONS].index("ENTRYPOINT")
