"""`entente lint` from end to end: findings with file and line, counts of what fired, and the exit code."""

import json
from pathlib import Path

import pytest
from test_cli_commands import RUNNER
from typer.testing import Result

from etl.cli import app
from etl.pipeline import linting

HEAD = "id,lemmas,object,preps,type,mode,frame,needs\n"


def lint(*words: str) -> Result:
    return RUNNER.invoke(app, ["lint", *words], env={"ENTENTE_KNOWLEDGE": None, "COLUMNS": "200"})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "lexicon").mkdir()
    rules = "my.stonewall,stonewall,,,REJECT,,do,target\nmy.unused,backpedal,,,YIELD,,do,\n"
    (tmp_path / "lexicon" / "event_verbs.csv").write_text(HEAD + rules, encoding="utf-8")
    (tmp_path / "news.txt").write_text("Hungary stonewalled Moldova. Hungary stonewalled Moldova and Romania.", encoding="utf-8")
    return tmp_path


def test_rules_are_counted_on_the_articles_that_are_given(folder: Path) -> None:
    shown = lint("--knowledge", str(folder), str(folder / "news.txt"), "--json", "-q")
    assert shown.exit_code == 0, shown.output
    found = json.loads(shown.stdout)
    assert (found["articles"], found["fired"]["my.stonewall"]) == (1, 2)
    unused = {each["what"] for each in found["findings"] if each["check"] == "never fired"}
    assert "my.unused fired in no article" in unused
    assert "my.stonewall fired in no article" not in unused


def test_every_shipped_rule_fires_on_the_projects_own_sentences() -> None:
    shown = lint("--json", "-q")
    assert shown.exit_code == 0, shown.output
    assert [each["what"] for each in json.loads(shown.stdout)["findings"] if each["check"] == "never fired"] == []


def test_an_error_is_told_with_file_and_line_and_ends_with_exit_code_1(folder: Path) -> None:
    file = folder / "lexicon" / "event_verbs.csv"
    file.write_text(HEAD + "my.stonewall,stonewall,,,REJCT,,do,target\n", encoding="utf-8")
    shown = lint("--knowledge", str(folder))
    assert shown.exit_code == 1
    assert f"{file}:2" in shown.stdout
    assert "Did you mean 'REJECT'?" in shown.stdout
    assert "1 errors" in shown.stderr
    refused = RUNNER.invoke(app, ["facts", str(folder / "news.txt"), "--knowledge", str(folder)])
    assert refused.exit_code == 1
    assert f"{file}:2: the type 'REJCT'" in refused.stderr


def test_without_sentences_of_its_own_it_says_what_it_did_not_look_for(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    monkeypatch.setattr(linting, "OWN_SENTENCES", folder / "none.csv")
    shown = lint("--knowledge", str(folder))
    assert shown.exit_code == 0
    assert "name a corpus to find the rules that never fire" in shown.stderr
