"""Commands that speak to a store, on a real embedded one that `entente db up` keeps running."""

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from test_cli_commands import ENTENTE, RUNNER
from typer.testing import Result

from etl import ids
from etl.cli import app
from etl.interchange import write_graphs
from etl.load import Server
from etl.model import Article, ArticleGraph, Entity, Evidence, Mention, Statement

TEXT = "Finland is a member of NATO."


def graph(document: str, text: str = TEXT) -> ArticleGraph:
    nation, alliance = ids.nation("FIN"), ids.organization("nato")
    statement = Statement(nation, "MEMBER_OF", alliance)
    entities = (
        Entity(nation, "Nation", {"iso3": "FIN", "name": "Finland"}),
        Entity(alliance, "Alliance", {"name": "North Atlantic Treaty Organization"}),
    )
    evidence = Evidence((statement.iri,), TEXT, 0, len(TEXT), "member", 0.9, "member", 13, 19)
    mentions = (Mention(0, 7, "Finland", "name", nation), Mention(23, 27, "NATO", "name", alliance))
    return ArticleGraph(Article(document, text, "2025-07-12"), entities, (statement,), (evidence,), mentions)


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    path = tmp_path_factory.mktemp("store") / "news.db"
    assert RUNNER.invoke(app, ["db", "up", "--db", str(path)]).exit_code == 0
    yield path
    down = RUNNER.invoke(app, ["db", "down", "--db", str(path), "--json"])
    assert json.loads(down.stdout)["running"] is False


@pytest.fixture(scope="module")
def graphs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("graphs") / "graphs.jsonl"
    write_graphs(path, [graph("a"), graph("b", TEXT + " So it was said.")])
    return path


@pytest.fixture(scope="module")
def loaded(db: Path, graphs: Path) -> dict[str, dict[str, int]]:
    report = invoke("load", str(graphs), "--db", str(db), "--json", "--quiet")
    assert report.exit_code == 0, report.output
    found: dict[str, dict[str, int]] = json.loads(report.stdout)
    return found


def invoke(*words: str, stdin: bytes | None = None) -> Result:
    return RUNNER.invoke(app, words, input=stdin, env={"NEO4J_URI": None, "ENTENTE_DB": None})


def test_a_load_gives_its_account(loaded: dict[str, dict[str, int]]) -> None:
    assert loaded["articles"] == {
        "read": 2, "new": 2, "unchanged": 0, "replaced": 0, "skipped": 0, "quarantined": 0, "undated": 0,
    }  # fmt: skip
    assert loaded["statements"]["MEMBER_OF"]


@pytest.mark.usefixtures("loaded")
def test_a_second_load_changes_nothing(db: Path, graphs: Path) -> None:
    before = invoke("stats", "--digest", "--db", str(db)).stdout
    shown = invoke("load", "-", "--db", str(db), stdin=graphs.read_bytes())
    assert shown.exit_code == 0
    assert "unchanged" in shown.stdout
    assert "Next:" in shown.stderr
    assert invoke("stats", "--digest", "--db", str(db)).stdout == before


@pytest.mark.usefixtures("loaded")
def test_stats_are_for_people_and_for_scripts(db: Path) -> None:
    assert "MEMBER_OF" in invoke("stats", "--db", str(db)).stdout
    assert json.loads(invoke("stats", "--json", "--db", str(db)).stdout)["statements"]["MEMBER_OF"] >= 1
    assert json.loads(invoke("stats", "--digest", "--json", "--db", str(db)).stdout)["digest"]


@pytest.mark.usefixtures("loaded")
def test_questions_are_answered_in_every_format(db: Path) -> None:
    words = ("query", "run", "memberships", "-p", "nation=fin", "--db", str(db))
    rows = json.loads(invoke(*words, "--json").stdout)
    assert rows
    assert invoke(*words, "--format", "json").stdout == invoke(*words, "--json").stdout
    lines = invoke(*words, "--format", "csv").stdout.splitlines()
    assert lines[0] == ",".join(rows[0])
    assert len(lines) == len(rows) + 1
    assert "North Atlantic" in invoke(*words).stdout


@pytest.mark.usefixtures("loaded")
def test_a_name_that_nobody_has_gets_the_nearest(db: Path) -> None:
    shown = invoke("query", "run", "memberships", "-p", "nation=Finlandd", "--db", str(db))
    assert shown.exit_code == 1
    assert "Finland" in shown.stderr


@pytest.mark.usefixtures("loaded")
def test_an_article_is_taken_out_and_leaves_nothing(db: Path, tmp_path: Path) -> None:
    before = invoke("stats", "--digest", "--db", str(db)).stdout
    extra = tmp_path / "extra.parquet"
    write_graphs(extra, [graph("c", TEXT + " Again.")])
    assert invoke("load", str(extra), "--db", str(db), "-q").exit_code == 0
    assert invoke("stats", "--digest", "--db", str(db)).stdout != before
    assert json.loads(invoke("retract", "c", "--db", str(db), "--json").stdout)["document"] == "c"
    assert invoke("stats", "--digest", "--db", str(db)).stdout == before
    again = invoke("retract", "c", "--db", str(db))
    assert again.exit_code == 1
    assert "'c'" in again.stderr


@pytest.mark.usefixtures("loaded")
def test_the_graph_is_exported_from_the_store_or_from_a_file(db: Path, graphs: Path, tmp_path: Path) -> None:
    target = tmp_path / "graph.ttl"
    counts = json.loads(invoke("export", "rdf", "-o", str(target), "--db", str(db), "--json").stdout)
    assert counts["articles"] > 2
    assert ids.nation("FIN").rsplit("/", 1)[-1] in target.read_text()
    shown = invoke("export", "rdf", "--from", str(graphs), "--format", "nquads")
    assert "2 articles" in shown.stderr
    assert len(shown.stdout.splitlines()) > 20
    assert invoke("export", "rdf", "--from", "-", "-f", "nquads", "-q", stdin=graphs.read_bytes()).stdout == shown.stdout


def test_a_server_of_the_environment_is_used(server: Server, graphs: Path) -> None:
    environment = {
        "NEO4J_URI": server.uri,
        "NEO4J_USERNAME": server.username,
        "NEO4J_PASSWORD": server.password,
        "NEO4J_DATABASE": server.database,
    }

    def there(*words: str) -> str:
        shown = RUNNER.invoke(app, words, env=environment)
        assert shown.exit_code == 0, shown.output
        return shown.stdout

    assert json.loads(there("load", str(graphs), "--json", "-q"))["articles"]["new"] == 2
    before = there("stats", "--digest")
    assert json.loads(there("load", str(graphs), "--json", "-q"))["articles"]["unchanged"] == 2
    assert there("stats", "--digest") == before
    assert json.loads(there("query", "run", "memberships", "-p", "nation=Finland", "--json"))


def test_the_state_of_the_database_is_told(db: Path) -> None:
    status = json.loads(invoke("db", "status", "--db", str(db), "--json").stdout)
    assert status["running"] is True
    assert status["uri"].startswith("bolt://127.0.0.1:")
    assert status["uri"] in invoke("db", "status", "--db", str(db)).stdout


@pytest.mark.parametrize("words", [("stats",), ("retract", "a"), ("query", "run", "articles"), ("export", "rdf", "-f", "turtle")])
def test_asking_makes_no_database(tmp_path: Path, words: tuple[str, ...]) -> None:
    path = tmp_path / "none.db"
    shown = invoke(*words, "--db", str(path))
    assert shown.exit_code == 1
    assert str(path) in "".join(shown.stderr.splitlines())
    assert not path.exists()


@pytest.mark.usefixtures("loaded")
def test_the_command_of_a_shell_answers_the_same(db: Path) -> None:
    shown = subprocess.run([ENTENTE, "stats", "--digest", "--db", db], capture_output=True, check=True, text=True)
    assert shown.stdout == invoke("stats", "--digest", "--db", str(db)).stdout
    assert shown.stderr == ""
