"""`--min-confidence` and `--target-precision`: what is not sure enough is neither printed nor written."""

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from etl.cli import app

RUNNER = CliRunner()
TEXT = "Date: 2024-05-16\n\nFrance and Japan held talks in Paris. Gunmen attacked a convoy of the Acme Front.\n"


@pytest.fixture
def article(tmp_path: Path) -> str:
    path = tmp_path / "article.txt"
    path.write_text(TEXT, "utf-8")
    return str(path)


def events(*words: str) -> list[float]:
    shown = RUNNER.invoke(app, ["facts", "-q", *words])
    assert shown.exit_code == 0, shown.stderr
    sheet: dict[str, Any] = json.loads(shown.stdout)
    return [each["confidence"] for each in sheet["events"]]


def test_facts_below_the_least_confidence_are_left_out(article: str) -> None:
    low, high = sorted(events(article))
    assert low < high
    assert events(article, "--min-confidence", str(high)) == [high]
    assert events(article, "--min-confidence", "1") == []


def test_a_target_precision_leaves_out_more_the_higher_it_is(article: str) -> None:
    kept = [events(article, "--target-precision", each) for each in ("0", "0.7", "1")]
    assert len(kept[0]) == 2
    assert len(kept[0]) >= len(kept[1]) >= len(kept[2])


def test_graphs_are_written_without_what_is_not_sure_enough(article: str, tmp_path: Path) -> None:
    target = tmp_path / "graphs.jsonl"
    shown = RUNNER.invoke(app, ["transform", article, "-o", str(target), "-q", "--min-confidence", "1"])
    assert shown.exit_code == 0, shown.stderr
    graph = json.loads(target.read_text("utf-8"))
    assert graph["evidence"] == []
    assert graph["mentions"]


@pytest.mark.parametrize("option", ["--min-confidence", "--target-precision"])
def test_a_share_is_between_none_and_all(article: str, option: str) -> None:
    assert RUNNER.invoke(app, ["facts", article, option, "1.5"]).exit_code == 2
