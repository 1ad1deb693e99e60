"""The main job from end to end, on the embedded store."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from test_cli_commands import RUNNER
from typer.testing import Result

from etl.cli import app

SEEDS = Path(__file__).resolve().parents[2] / "seeds"


def invoke(*words: str) -> Result:
    return RUNNER.invoke(app, words, env={"NEO4J_URI": None, "ENTENTE_DB": None})


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    path = str(tmp_path_factory.mktemp("store") / "news.db")
    assert invoke("db", "up", "--db", path).exit_code == 0
    yield path
    assert invoke("db", "down", "--db", path).exit_code == 0


@pytest.fixture(scope="module")
def news(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("run") / "news"
    shutil.copytree(SEEDS, folder)
    (folder / "empty.txt").touch()
    (folder / "undated.txt").write_text("France and Germany signed a treaty.")
    return folder


def digest(db: str) -> str:
    return invoke("stats", "--digest", "--db", db).stdout


def account(news: Path, db: str, *more: str) -> dict[str, Any]:
    shown = invoke("run", str(news), "--db", db, "--json", "--quiet", *more)
    assert shown.exit_code == 0, shown.output
    found: dict[str, Any] = json.loads(shown.stdout)
    return found


def test_the_job_is_done_twice_and_the_second_time_changes_nothing(news: Path, db: str) -> None:
    number = sum(1 for _ in news.iterdir())
    first = account(news, db)
    assert first["articles"] == {
        "read": number, "new": number - 1, "unchanged": 0, "replaced": 0, "skipped": 1, "quarantined": 0, "undated": 1,
    }  # fmt: skip
    assert first["entities"]["Event"]["new"] > 0
    before = digest(db)
    shown = invoke("run", str(news), "--db", db)
    assert shown.exit_code == 0
    assert "unchanged" in shown.stdout
    assert "skipped" in shown.stderr
    assert f"entente query run exercises --db {db}" in "".join(shown.stderr.splitlines())
    assert digest(db) == before


def test_an_article_that_changes_takes_the_place_of_its_former_version(news: Path, db: str) -> None:
    account(news, db)
    before = digest(db)
    path = news / "undated.txt"
    text = path.read_text()
    path.write_text("Italy and Spain signed a treaty.")
    assert account(news, db)["articles"]["replaced"] == 1
    assert digest(db) != before
    path.write_text(text)
    account(news, db)
    assert digest(db) == before


def test_stages_apart_make_the_same_graph_as_the_job(news: Path, db: str, tmp_path: Path) -> None:
    account(news, db)
    before = digest(db)
    other = str(tmp_path / "other.db")
    graphs = str(tmp_path / "graphs.parquet")
    assert invoke("transform", str(news), "-o", graphs, "-q").exit_code == 0
    assert invoke("db", "up", "--db", other).exit_code == 0
    try:
        assert invoke("load", graphs, "--db", other, "-q").exit_code == 0
        assert digest(other) == before
    finally:
        assert invoke("db", "down", "--db", other).exit_code == 0


def test_strict_fails_after_the_work_is_done(news: Path, db: str) -> None:
    shown = invoke("run", str(news), "--db", db, "--strict", "-q")
    assert shown.exit_code == 1
    assert "skipped" in shown.stdout
