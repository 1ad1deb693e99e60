"""The whole tree of commands: every one explains itself, and failures have the exit codes of the contract."""

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer.main
from typer.testing import CliRunner

from etl.cli import app

RUNNER = CliRunner()
ENTENTE = Path(sys.executable).with_name("entente")


def commands(command: object, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], object]]:
    """Yield every command and group below `command` with the words that call it."""
    yield path, command
    for name, each in getattr(command, "commands", {}).items():
        yield from commands(each, (*path, name))


TREE = dict(commands(typer.main.get_command(app)))
LEAVES = [path for path, command in TREE.items() if not hasattr(command, "commands")]


def test_the_commands_are_those_of_the_design() -> None:
    top = {path[0] for path in TREE if path}
    assert top == {
        "run", "extract", "transform", "load", "facts", "query", "resolve", "why", "why-not", "export", "eval", "lint",
        "stats", "retract", "schema", "db",
    }  # fmt: skip


@pytest.mark.parametrize("path", TREE, ids=" ".join)
def test_every_command_explains_itself_with_an_example(path: tuple[str, ...]) -> None:
    shown = RUNNER.invoke(app, [*path, "--help"], env={"COLUMNS": "200"})
    assert shown.exit_code == 0
    assert f"Example: entente {' '.join(path)}".rstrip() in shown.output
    command = TREE[path]
    assert getattr(command, "help", None)
    for parameter in getattr(command, "params", []):
        assert getattr(parameter, "help", None), f"{path} does not say what {parameter.name} is"


@pytest.mark.parametrize("path", LEAVES, ids=" ".join)
def test_an_unknown_option_is_a_bad_command_line(path: tuple[str, ...]) -> None:
    assert RUNNER.invoke(app, [*path, "--nonsense"]).exit_code == 2


@pytest.mark.parametrize(
    "words",
    [
        ["nonsense"],
        ["run"],
        ["facts"],
        ["query", "run"],
        ["query", "run", "exercises", "-p", "participant"],
        ["query", "run", "exercises", "--format", "xml"],
        ["run", "seeds", "--field", "body"],
        ["run", "seeds", "--field", "words=body"],
        ["run", "seeds", "--limit", "0"],
    ],
    ids=" ".join,
)
def test_a_bad_command_line_is_exit_code_2(words: list[str]) -> None:
    shown = RUNNER.invoke(app, words)
    assert shown.exit_code == 2
    assert shown.stdout == ""


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["run", "nowhere.txt"], "nowhere.txt"),
        (["facts", "nowhere.txt"], "nowhere.txt"),
        (["load", "nowhere.jsonl"], "nowhere.jsonl"),
        (["query", "show", "exercise"], "exercises"),
        (["schema", "show", "Nations"], "Nation"),
        (["extract", "-", "-o", "articles.xml"], "articles.xml"),
        (["transform", "-", "-o", "graphs.xml"], "graphs.xml"),
        (["export", "rdf", "-f", "turtel"], "turtle"),
        (["export", "rdf", "-o", "graph.xml"], "turtle"),
        (["export", "rdf", "--from", "nowhere.jsonl", "-f", "turtle"], "nowhere.jsonl"),
        (["facts", "-", "--model", "no_such_model"], "no_such_model"),
    ],
    ids=lambda given: " ".join(given) if isinstance(given, list) else "",
)
def test_a_failure_says_what_and_what_to_do(words: list[str], message: str) -> None:
    shown = RUNNER.invoke(app, words, input="One article.")
    assert shown.exit_code == 1
    assert shown.stdout == ""
    what, hint = shown.stderr.splitlines()[-2:]
    assert what.startswith("Error: ")
    assert message in what + hint
    assert "Traceback" not in shown.output


def test_the_version_is_that_of_the_distribution() -> None:
    assert RUNNER.invoke(app, ["--version"]).stdout.startswith("entente 0")


def test_help_comes_at_once() -> None:
    def seconds() -> float:
        began = time.monotonic()
        subprocess.run([ENTENTE, "--help"], check=True, capture_output=True)
        return time.monotonic() - began

    # The best of several: other processes may keep this one waiting. Frames for terminals take longer.
    assert min(seconds() for _ in range(5)) < 0.5


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_there_is_completion_for_shells(shell: str) -> None:
    shown = RUNNER.invoke(app, ["--show-completion", shell])
    assert shown.exit_code in (0, 2)  # 2: which shell it is for is read from the process that started this one


def test_names_of_queries_are_completed() -> None:
    from etl.cli.query import _names

    assert [name for name, _ in _names("exercise")] == ["exercise-partners", "exercises"]
