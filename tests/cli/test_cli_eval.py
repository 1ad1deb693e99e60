"""`entente eval`: what it prints, what it keeps, and how it fails."""

import json
from pathlib import Path
from typing import Any

import pytest
from evaluation.gold import GOLD, SHEETS, line, write
from typer.testing import CliRunner

from etl.cli import app
from etl.pipeline import evaluating

RUNNER = CliRunner()


@pytest.fixture
def gold(tmp_path: Path) -> str:
    return str(write(tmp_path / "gold.jsonl", GOLD))


@pytest.fixture
def sheets(tmp_path: Path) -> str:
    return str(write(tmp_path / "sheets.jsonl", SHEETS))


def printed(*words: str) -> str:
    shown = RUNNER.invoke(app, ["eval", *words])
    assert shown.exit_code == 0, shown.stderr
    return shown.stdout


def kept(*words: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(printed(*words, "--json"))
    return found


def test_without_gold_it_scores_that_of_the_project() -> None:
    (found,) = kept("-q", "--number", "2")["datasets"].values()
    assert found["articles"] == 8
    assert found["documents"]["seed"]["events.exact"] == [18, 0, 0]
    assert len(found["slowest"]) == 2


def test_without_gold_and_a_checkout_it_says_what_to_give(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(evaluating, "OWN_GOLD", tmp_path / "gold.jsonl")
    shown = RUNNER.invoke(app, ["eval"], env={"COLUMNS": "200"})
    assert shown.exit_code == 2
    assert shown.stdout == ""
    assert "entente eval gold.jsonl" in shown.stderr


def test_it_reads_the_articles_of_the_gold(gold: str) -> None:
    shown = printed(gold, "--quiet")
    assert "gold: 2 articles" in shown
    assert "slowest" in shown
    (found,) = kept(gold, "-q")["datasets"].values()
    assert found["articles"] == 2
    assert found["kinds"]["nations"]["f1"] == 1
    assert {each["id"] for each in found["slowest"]} == {"a", "b"}


def test_it_scores_fact_sheets_of_a_file(gold: str, sheets: str) -> None:
    found = kept(gold, "--predictions", sheets)["datasets"]["gold"]
    nations = found["kinds"]["nations"]
    assert [nations[each] for each in ("right", "missed", "spurious", "gold")] == [3, 1, 1, 4]
    assert nations["f1_interval"][0] <= nations["f1"] <= nations["f1_interval"][1]
    assert found["documents"]["a"]["nations"] == [1, 1, 0]
    assert found["slowest"] == []
    assert "nations" in printed(gold, "--predictions", sheets)


def test_gold_may_name_the_files_of_its_articles(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("France and Japan met in Kenya.\n", "utf-8")
    named = {"path": "one.txt"} | {key: value for key, value in line("one", nations=["FRA", "CHN"]).items() if key != "text"}
    gold = str(write(tmp_path / "gold.jsonl", [named]))
    assert printed(gold, "-q", "--errors", "nations").startswith("one: France and Japan met in Kenya.")


def test_errors_of_a_kind_are_listed_with_the_text(gold: str, sheets: str) -> None:
    shown = printed(gold, "--predictions", sheets, "--errors", "nations")
    assert shown.splitlines()[:2] == ["a: France and Japan met, and NATO looked on.", '  missed   "JPN"']
    assert '  spurious "FRA"' in shown
    assert "classes of error in nations" in shown
    assert "b:" not in printed(gold, "--predictions", sheets, "--errors", "nations", "-n", "1")
    listed = json.loads(printed(gold, "--predictions", sheets, "--errors", "nations", "--json"))
    assert [each["id"] for each in listed] == ["a", "b"]


def test_a_baseline_tells_what_changed(gold: str, sheets: str, tmp_path: Path) -> None:
    before = tmp_path / "before.json"
    before.write_text(printed(gold, "--predictions", sheets, "--json"), "utf-8")
    better = str(write(tmp_path / "better.jsonl", [GOLD[0], SHEETS[1]]))
    shown = printed(gold, "--predictions", better, "--baseline", str(before))
    assert "better" in shown
    assert "nations -1" in shown
    changes = kept(gold, "--predictions", better, "--baseline", str(before))["changes"]["gold"]
    assert changes["kinds"]["nations"]["now"] > changes["kinds"]["nations"]["before"]
    assert changes["documents"] == {"a": {"events.exact": -2, "nations": -1}}


def test_a_baseline_without_any_change_says_so(gold: str, sheets: str, tmp_path: Path) -> None:
    before = tmp_path / "before.json"
    before.write_text(printed(gold, "--predictions", sheets, "--json"), "utf-8")
    assert "Nothing in gold changed" in printed(gold, "--predictions", sheets, "--baseline", str(before))


def test_a_baseline_without_the_dataset_says_so(gold: str, sheets: str, tmp_path: Path) -> None:
    before = tmp_path / "before.json"
    before.write_text('{"datasets": {}}', "utf-8")
    assert "nothing of gold" in printed(gold, "--predictions", sheets, "--baseline", str(before))


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["nowhere.jsonl"], "nowhere.jsonl"),
        (["GOLD", "--predictions", "nowhere.jsonl"], "nowhere.jsonl"),
        (["GOLD", "--baseline", "nowhere.json"], "entente eval DATASET --json"),
        (["GOLD", "--errors", "nation"], "nations"),
        (["GOLD", "--model", "no_such_model"], "no_such_model"),
        (["TEXTLESS"], "--predictions"),
        (["GOLD", "--predictions", "OTHER"], "entente facts DATASET"),
        (["GOLD", "--predictions", "BROKEN"], "'type'"),
    ],
    ids=lambda given: " ".join(given) if isinstance(given, list) else "",
)
def test_a_failure_says_what_and_what_to_do(words: list[str], message: str, gold: str, tmp_path: Path) -> None:
    textless = str(write(tmp_path / "textless.jsonl", [line("a", text="")]))
    other = str(write(tmp_path / "other.jsonl", [line("z")]))
    broken = str(write(tmp_path / "broken.jsonl", [line("a", events=[{"source": ["FRA"]}])]))
    files = {"GOLD": gold, "TEXTLESS": textless, "OTHER": other, "BROKEN": broken}
    shown = RUNNER.invoke(app, ["eval", *(files.get(each, each) for each in words)])
    assert shown.exit_code == 1
    assert shown.stdout == ""
    what, hint = shown.stderr.splitlines()[-2:]
    assert what.startswith("Error: ")
    assert message in what + hint
