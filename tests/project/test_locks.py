"""The lock files hold every requirement of pyproject.toml, with hashes, and name no place to fetch from."""

import os
import re
import shutil
import subprocess
import tomllib
from dataclasses import dataclass
from pathlib import Path

import pytest
from checkout import ROOT
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

LOCKS = ("requirements.txt", "requirements-dev.txt")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
NO_ANSWER = re.compile(
    r"failed to fetch|request failed|error sending|could not connect|dns|network|offline|timed? ?out", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Pin:
    """One locked version with its marker and the number of its hashes."""

    requirement: Requirement
    hashes: int

    @property
    def version(self) -> str:
        return next(iter(self.requirement.specifier)).version


def pins(path: Path) -> dict[str, Pin]:
    found: dict[str, Pin] = {}
    for entry in re.split(r"\n(?=[A-Za-z0-9])", "\n" + re.sub(r"(?m)^ *#.*\n?", "", path.read_text("utf-8"))):
        if entry.strip():
            stated, *hashes = re.split(r"\\?\s+--hash=", entry.strip())
            requirement = Requirement(stated)
            found[canonicalize_name(requirement.name)] = Pin(requirement, len(hashes))
    return found


def versions(path: Path) -> dict[str, tuple[str, str]]:
    return {name: (pin.version, str(pin.requirement.marker or "")) for name, pin in pins(path).items()}


def wanted(lock: str) -> list[Requirement]:
    runtime = PROJECT["project"]["dependencies"]
    development = PROJECT["dependency-groups"]["dev"] if lock == "requirements-dev.txt" else []
    return [Requirement(line) for line in [*runtime, *development]]


@pytest.mark.parametrize("lock", LOCKS)
def test_every_requirement_is_locked_within_its_bounds(lock: str) -> None:
    locked = pins(ROOT / lock)
    missing = [str(each) for each in wanted(lock) if canonicalize_name(each.name) not in locked]
    assert missing == []
    outside = [str(each) for each in wanted(lock) if locked[canonicalize_name(each.name)].version not in each.specifier]
    assert outside == []


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_is_exact_and_hashed(lock: str) -> None:
    for pin in pins(ROOT / lock).values():
        assert [clause.operator for clause in pin.requirement.specifier] == ["=="]
        assert pin.hashes > 0


@pytest.mark.parametrize("lock", LOCKS)
def test_no_lock_says_where_to_fetch_from(lock: str) -> None:
    assert not re.search(r"https?:|file:|--(?:extra-)?index|--find-links|(?<!\S)/", (ROOT / lock).read_text("utf-8"))


def test_users_and_developers_run_the_same_versions() -> None:
    development = versions(ROOT / "requirements-dev.txt")
    assert {name: development[name] for name in versions(ROOT / "requirements.txt")} == versions(ROOT / "requirements.txt")


def test_every_requirement_has_a_floor_and_a_ceiling() -> None:
    build = [Requirement(line) for line in PROJECT["build-system"]["requires"]]
    for requirement in [*wanted("requirements-dev.txt"), *build]:
        assert {clause.operator for clause in requirement.specifier} == {">=", "<"}, requirement


def test_resolving_again_changes_nothing(tmp_path: Path) -> None:
    """Resolve in a copy that holds the committed locks: pins that still fit stay, so a release elsewhere changes nothing."""
    for name in ("pyproject.toml", "README.md", "LICENSE", ".python-version", *LOCKS):
        shutil.copy(ROOT / name, tmp_path)
    shutil.copytree(ROOT / "scripts", tmp_path / "scripts")
    uv = shutil.which("uv", path=str(ROOT / ".venv" / "bin")) or shutil.which("uv")
    assert uv, "uv comes with requirements-dev.txt"
    resolved = subprocess.run([tmp_path / "scripts" / "lock"], capture_output=True, text=True, env=os.environ | {"UV": uv})
    if resolved.returncode and NO_ANSWER.search(resolved.stderr):
        pytest.skip("no package registry answers")
    assert resolved.returncode == 0, resolved.stderr
    for lock in LOCKS:
        assert versions(tmp_path / lock) == versions(ROOT / lock), "run `make lock`"
