"""docs/knowledge.md is true: its files are read as they stand there, and its commands print what they print there."""

import json
import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from test_cli_commands import RUNNER
from typer.testing import Result

from etl.cli import app

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "knowledge.md").read_text(encoding="utf-8")
FILES = dict(re.findall(r"^`([\w/.]+)`[^\n]*\n\n```(?:csv|text)\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL))
SHOWN = re.findall(r"^\$ entente (.*)\n((?:(?!\$ |```).*\n)*)", PAGE, re.MULTILINE)
ENVIRONMENT: dict[str, str | None] = {"NEO4J_URI": None, "ENTENTE_DB": None, "ENTENTE_KNOWLEDGE": None}


def entente(*words: str, **environment: str) -> Result:
    return RUNNER.invoke(app, words, env={**ENVIRONMENT, **environment})


@pytest.fixture(autouse=True)
def documented(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Write the files of the page into the folder in which a test stands."""
    for name, text in FILES.items():
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def database() -> Iterator[None]:
    assert entente("db", "up").exit_code == 0
    yield
    assert entente("db", "down").exit_code == 0


def facts(*words: str, **environment: str) -> dict[str, Any]:
    shown = entente("facts", "news", "-q", *words, **environment)
    assert shown.exit_code == 0, shown.output
    found: dict[str, Any] = json.loads(shown.stdout)
    return found


@pytest.mark.usefixtures("database")
def test_each_command_of_the_page_prints_what_the_page_shows() -> None:
    assert len(FILES) == 5
    assert SHOWN
    for command, output in SHOWN:
        done = entente(*shlex.split(command))
        assert done.exit_code == 0, done.output
        assert done.stdout == output or "run news" in command


def test_the_alliance_and_the_verb_are_read_with_the_folder_and_only_with_it() -> None:
    with_it, without = facts("--knowledge", "my"), facts()
    assert with_it["organizations"] == ["Carpathian Compact"]
    assert without["organizations"] == []
    assert "my.stonewall" in {each["rule"] for each in with_it["events"]}
    assert "my.stonewall" not in {each["rule"] for each in without["events"]}


def test_the_environment_names_folders_too() -> None:
    assert facts(ENTENTE_KNOWLEDGE="my") == facts("--knowledge", "my")


def test_a_fault_in_a_folder_is_told_with_file_and_line() -> None:
    Path("my/gazetteer/memberships.csv").write_text("organization,member,status,from,to\nnato,MDA,member\n", encoding="utf-8")
    shown = entente("facts", "news", "--knowledge", "my")
    assert shown.exit_code == 1
    assert "memberships.csv:2: the row has 3 cells for 5 columns" in shown.stderr
