"""The built wheel does the job alone: installed into an empty environment, run on one invented article."""

import json
import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest
from checkout import ROOT, modules

ARTICLE = """date 2031-03-04
Invented article. Norland does not exist, but France and Japan do: France and Japan began a joint naval exercise on Monday.
French President Emmanuel Macron met Japanese officials in Tokyo and praised the two nations' alliance.
"""


def run(*command: str | Path, cwd: Path | None = None, check: bool = True) -> subprocess.CompletedProcess[str]:
    clean = {
        name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV", "NEO4J_", "ENTENTE_"))
    }
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, cwd=cwd, env=clean)
    assert not check or done.returncode == 0, done.stdout + done.stderr
    return done


@pytest.fixture(scope="module")
def uv() -> str:
    found = shutil.which("uv", path=str(Path(sys.executable).parent)) or shutil.which("uv")
    assert found, "uv comes with requirements-dev.txt"
    return found


@pytest.fixture(scope="module")
def built(uv: str, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Build the source distribution, and the wheel from it; return (wheel, source distribution)."""
    folder = tmp_path_factory.mktemp("dist")
    run(uv, "build", "--quiet", "--no-build-isolation", "--python", sys.executable, "--out-dir", folder, ROOT)
    return next(folder.glob("*.whl")), next(folder.glob("*.tar.gz"))


@pytest.fixture(scope="module")
def installed(uv: str, built: tuple[Path, Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel with the users' lock into an environment of its own; return the folder of its commands."""
    environment = tmp_path_factory.mktemp("empty") / "env"
    run(uv, "venv", "--quiet", "--python", sys.executable, environment)
    locked = (uv, "pip", "install", "--quiet", "--python", environment, "--require-hashes", "-r", ROOT / "requirements.txt")
    if run(*locked, "--offline", check=False).returncode:
        run(*locked)
    run(uv, "pip", "install", "--quiet", "--offline", "--python", environment, "--no-deps", built[0])
    return environment / ("Scripts" if os.name == "nt" else "bin")


def names(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


@pytest.mark.parametrize("folder", [name for name in ("schema", "cypher") if (ROOT / name).is_dir()])
def test_the_wheel_holds_every_data_file(built: tuple[Path, Path], folder: str) -> None:
    data = {f"etl/_data/{path.relative_to(ROOT).as_posix()}" for path in (ROOT / folder).rglob("*") if path.is_file()}
    assert data - names(built[0]) == set()


def test_the_wheel_holds_every_module_and_nothing_else(built: tuple[Path, Path]) -> None:
    python = {name for name in names(built[0]) if not name.startswith("etl/_data/") and ".dist-info/" not in name}
    assert {name for name in python if not name.endswith(".typed")} == {
        path.relative_to(ROOT).as_posix() for path in modules().values()
    }


def test_the_source_distribution_holds_the_licence_and_no_tests(built: tuple[Path, Path]) -> None:
    with tarfile.open(built[1]) as archive:
        top = {name.split("/")[1] for name in archive.getnames()}
    assert {"LICENSE", "README.md", "pyproject.toml", "etl", "schema"} <= top
    assert "tests" not in top


def test_the_installed_package_finds_its_data(installed: Path, tmp_path: Path) -> None:
    show = "import etl.resources as r; print(r.__file__, r.schema('gazetteer', 'nations.csv').is_file())"
    where, found = run(installed / "python", "-I", "-c", show, cwd=tmp_path).stdout.split()
    assert ROOT not in Path(where).parents
    assert found == "True"


@pytest.mark.skipif("etl.cli" not in modules(), reason="there is no command line yet")
def test_the_installed_command_runs_the_job(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "article.txt").write_text(ARTICLE, "utf-8")
    run(installed / "entente", "run", "article.txt", "--db", tmp_path / "graph.db", cwd=tmp_path)
    sheet = json.loads(run(installed / "entente", "facts", "article.txt", cwd=tmp_path).stdout)
    assert {"FRA", "JPN"} <= set(sheet["nations"])
