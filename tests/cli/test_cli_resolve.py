"""`entente resolve` on a store: pairs that may be the same are decided on, applied, found by either name, and undone."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from test_cli_commands import RUNNER
from typer.testing import Result

from etl.cli import app

ONE, OTHER = "official/dmitri-kovalenkov-rus", "official/dmitry-kovalenkov-rus"
FIRST = "Russian Energy Minister Dmitri Kovalenkov met Japanese Foreign Minister Taro Kono on Monday."
SECOND = "Russian Energy Minister Dmitry Kovalenkov met French President Emmanuel Macron on Monday."
THIRD = "Polish Energy Minister Piotr Zabrodski criticised Russia on Monday."


def entente(*words: str) -> Result:
    return RUNNER.invoke(app, words, env={"NEO4J_URI": None, "ENTENTE_DB": None, "ENTENTE_DECISIONS": None, "COLUMNS": "200"})


def result(*words: str) -> Any:
    shown = entente(*words, "--json")
    assert shown.exit_code == 0, shown.output
    return json.loads(shown.stdout)


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Start a database with three articles."""
    db = tmp_path_factory.mktemp("resolve") / "news.db"
    news = db.parent / "news"
    news.mkdir()
    for name, text in {"first": FIRST, "second": SECOND, "third": THIRD}.items():
        (news / f"{name}.txt").write_text(f"date 2019-05-14\n{text}\n", encoding="utf-8")
    assert entente("db", "up", "--db", str(db)).exit_code == 0
    assert entente("run", str(news), "--db", str(db), "-q").exit_code == 0
    yield db
    assert entente("db", "down", "--db", str(db)).exit_code == 0


@pytest.fixture
def db(database: Path) -> Iterator[str]:
    """Give the database without any decision, and take back what a test decided."""
    yield str(database)
    file = decisions(str(database))
    if file.exists():
        file.unlink()
        entente("retract", "reference:decisions", "--db", str(database))


def decisions(db: str) -> Path:
    return Path(db).with_name("news.decisions.csv")


def digest(db: str) -> str:
    return entente("stats", "--digest", "--db", db).stdout


def met(db: str, who: str) -> set[str]:
    return {row["sentence"] for row in result("query", "run", "meetings", "-p", f"who={who}", "--db", db)}


def test_two_spellings_of_one_minister_are_listed_with_the_reasons(db: str) -> None:
    (pair,) = (each for each in result("resolve", "list", "--db", db) if each["one"]["iri"].endswith(ONE))
    assert pair["other"]["iri"].endswith(OTHER)
    assert pair["score"] > 0.9
    assert [each.partition(" (")[0] for each in pair["reasons"]][:2] == ["another spelling", "both of RUS"]
    assert "Energy" in pair["reasons"][2], pair
    shown = entente("resolve", "list", "--db", db)
    assert f"({ONE})" in shown.stdout


def test_an_accepted_pair_is_found_by_either_name_and_keeps_both_entities(db: str) -> None:
    before = result("stats", "--db", db)["entities"]
    assert met(db, "Dmitri Kovalenkov") == {FIRST}
    decided = result("resolve", "accept", "Dmitry Kovalenkov", ONE, "--db", db, "--who", "Ada", "--reason", "one man")["decided"]
    assert (decided["one"], decided["other"], decided["who"], decided["reason"]) == (ONE, OTHER, "Ada", "one man")
    assert met(db, "Dmitri Kovalenkov") == met(db, "Dmitry Kovalenkov") == {FIRST, SECOND}
    assert result("stats", "--db", db)["entities"] == before
    assert not [each for each in result("resolve", "list", "--db", db) if each["one"]["iri"].endswith(ONE)]


def test_the_file_is_plain_text_beside_the_database_and_only_grows(db: str) -> None:
    entente("resolve", "accept", ONE, OTHER, "--db", db)
    entente("resolve", "undo", "--db", db)
    entente("resolve", "split", ONE, OTHER, "--db", db)
    head, *lines = decisions(db).read_text(encoding="utf-8").splitlines()
    assert head == "when,who,decision,one,other,one_name,other_name,score,reason"
    assert [line.split(",")[2] for line in lines] == ["accept", "undo", "split"]
    log = result("resolve", "log", "--db", db)
    assert [(each["number"], each["decision"], each["stands"]) for each in log] == [
        (1, "accept", False), (2, "undo", False), (3, "split", True),
    ]  # fmt: skip


def test_undo_leaves_the_graph_as_it_was(db: str) -> None:
    before = digest(db)
    entente("resolve", "accept", ONE, OTHER, "--db", db)
    assert digest(db) != before
    undone = result("resolve", "undo", "--db", db)["undone"]
    assert (undone["decision"], undone["one"], undone["other"]) == ("accept", ONE, OTHER)
    assert digest(db) == before
    assert met(db, "Dmitri Kovalenkov") == {FIRST}
    assert entente("resolve", "undo", "--db", db).exit_code == 1


def test_a_pair_that_was_split_is_neither_listed_nor_accepted_until_that_is_undone(db: str) -> None:
    before = digest(db)
    assert entente("resolve", "split", ONE, OTHER, "--db", db).exit_code == 0
    assert digest(db) == before
    assert not [each for each in result("resolve", "list", "--db", db) if each["one"]["iri"].endswith(ONE)]
    refused = entente("resolve", "accept", ONE, OTHER, "--db", db)
    assert refused.exit_code == 1
    assert "entente resolve undo 1" in refused.stderr
    assert entente("resolve", "undo", "1", "--db", db).exit_code == 0
    assert entente("resolve", "accept", ONE, OTHER, "--db", db).exit_code == 0


def test_two_that_are_hardly_alike_are_accepted_only_by_force(db: str) -> None:
    refused = entente("resolve", "accept", ONE, "Emmanuel Macron", "--db", db)
    assert refused.exit_code == 1
    assert "hardly the same" in refused.stderr
    assert "--force" in refused.stderr
    assert not decisions(db).exists()
    assert entente("resolve", "accept", ONE, "Emmanuel Macron", "--force", "--db", db).exit_code == 0


def test_deciding_and_running_again_change_nothing(db: str) -> None:
    entente("resolve", "accept", ONE, OTHER, "--db", db)
    decided = digest(db)
    assert result("resolve", "accept", OTHER, ONE, "--db", db)["decided"] is None
    assert entente("run", str(Path(db).parent / "news"), "--db", db, "-q").exit_code == 0
    assert digest(db) == decided
    assert len(decisions(db).read_text(encoding="utf-8").splitlines()) == 2


def test_a_file_of_decisions_beside_a_new_database_is_honoured(db: str, tmp_path: Path) -> None:
    entente("resolve", "accept", ONE, OTHER, "--db", db)
    other = tmp_path / "other.db"
    (tmp_path / "other.decisions.csv").write_bytes(decisions(db).read_bytes())
    assert entente("db", "up", "--db", str(other)).exit_code == 0
    try:
        assert entente("run", str(Path(db).parent / "news"), "--db", str(other), "-q").exit_code == 0
        assert digest(str(other)) == digest(db)
    finally:
        assert entente("db", "down", "--db", str(other)).exit_code == 0


def test_what_is_retracted_is_not_kept_alive_by_a_decision(db: str) -> None:
    news = Path(db).parent / "news"
    entente("resolve", "accept", ONE, OTHER, "--db", db)
    asked = result("query", "run", "articles", "-p", "entity=Emmanuel Macron", "--db", db)
    document = next(each["document"] for each in asked if not each["document"].startswith("reference:"))
    assert entente("retract", document, "--db", db).exit_code == 0
    assert entente("query", "run", "offices-of-official", "-p", f"official={OTHER}", "--db", db, "--json").stdout.strip() == "[]"
    assert result("stats", "--db", db)["statements"].get("SAME_AS", 0) == 0
    assert entente("run", str(news), "--db", db, "-q").exit_code == 0
    assert met(db, "Dmitri Kovalenkov") == {FIRST, SECOND}


def test_the_export_maps_one_to_the_other(db: str, tmp_path: Path) -> None:
    entente("resolve", "accept", ONE, OTHER, "--db", db)
    target = tmp_path / "graph.nt"
    assert entente("export", "rdf", "-o", str(target), "--db", db).exit_code == 0
    base = "https://w3id.org/entente/id/"
    triple = f"<{base}{ONE}> <http://www.w3.org/2004/02/skos/core#exactMatch> <{base}{OTHER}> ."
    assert triple in target.read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize(
    ("names", "fault"),
    [
        ((ONE, ONE), "one entity already"),
        ((ONE, "organization/nato"), "a person and an organisation are not the same"),
        ((ONE, "official/nobody-xyz"), "is not in the store"),
        ((ONE, "Zabrotski"), "The nearest names are"),
    ],
)
def test_what_cannot_be_the_same_is_refused(db: str, names: tuple[str, str], fault: str) -> None:
    shown = entente("resolve", "accept", *names, "--db", db)
    assert shown.exit_code == 1
    assert fault in shown.stderr
    assert not decisions(db).exists()
