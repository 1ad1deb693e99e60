"""Commands that work on files alone: extract, transform, facts, query list and show, schema."""

import gzip
import json
import os
import signal
import subprocess
from pathlib import Path

import pytest
from test_cli_commands import ENTENTE, RUNNER
from typer.testing import Result

from etl.cli import app
from etl.interchange import read_graphs

LAVROV = (
    "date 2025-07-12 Russian Foreign Minister Sergey Lavrov met his North Korean counterpart Choe Son Hui in Wonsan on Friday."
)
SUMMIT = "NATO leaders met in Vilnius, Lithuania. Ukraine wants to join NATO."


def run(*words: str, stdin: bytes | None = None) -> Result:
    return RUNNER.invoke(app, words, input=stdin)


@pytest.fixture
def news(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "a.txt").write_text(LAVROV, encoding="utf-8")
    rows = [json.dumps({"id": "b1", "text": SUMMIT}), "{broken", json.dumps({"id": "b2", "text": LAVROV, "date": "2025-07-12"})]
    (folder / "b.jsonl").write_text("\n".join(rows), encoding="utf-8")
    return folder


def test_extract_writes_json_lines_and_says_what_was_skipped(news: Path) -> None:
    shown = run("extract", str(news))
    assert shown.exit_code == 0
    rows = [json.loads(row) for row in shown.stdout.splitlines()]
    assert [row["id"] for row in rows] == [f"{news.as_posix()}/a.txt", "b1", "b2"]
    assert rows[0] == {"id": rows[0]["id"], "date": "2025-07-12", "title": None, "source": None, "url": None, "text": LAVROV}
    assert "b.jsonl:2: broken JSON" in shown.stderr
    assert "4 articles read, 3 done, 1 skipped" in shown.stderr


def test_strict_makes_a_skipped_article_a_failure(news: Path) -> None:
    assert run("extract", str(news), "--strict").exit_code == 1
    assert run("extract", str(news / "a.txt"), "--strict").exit_code == 0


def test_quiet_says_nothing_but_the_result(news: Path) -> None:
    shown = run("extract", str(news), "--quiet")
    assert shown.stderr == ""
    assert len(shown.stdout.splitlines()) == 3


def test_a_file_gets_the_articles_and_standard_output_the_account(news: Path) -> None:
    target = news / "articles.jsonl.gz"
    shown = run("extract", str(news), "-o", str(target), "--json", "--quiet")
    account = json.loads(shown.stdout)
    assert account["articles"] == {"read": 4, "done": 3, "skipped": 1, "quarantined": 0, "undated": 1}
    assert [each["where"] for each in account["skipped"]] == [f"{news.as_posix()}/b.jsonl:2"]
    assert len(gzip.decompress(target.read_bytes()).splitlines()) == 3


def test_where_articles_take_standard_output_the_account_goes_to_the_other(news: Path) -> None:
    shown = run("extract", str(news / "a.txt"), "--json", "--quiet")
    assert json.loads(shown.stderr)["articles"]["done"] == len(shown.stdout.splitlines()) == 1


def test_the_user_may_stop_at_any_time() -> None:
    with subprocess.Popen(
        [ENTENTE, "extract", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as job:
        assert job.stderr
        job.stderr.readline()  # it has begun
        job.send_signal(signal.SIGINT)
        assert job.wait(timeout=20) == 130
        assert b"Traceback" not in job.stderr.read()


def test_what_extract_writes_is_read_like_the_original(news: Path) -> None:
    written = run("extract", str(news), "--quiet").stdout
    assert run("extract", "-", "--quiet", stdin=written.encode()).stdout == written


@pytest.mark.parametrize("name", ["graphs.jsonl", "graphs.jsonl.gz", "graphs.parquet"])
def test_transform_writes_graphs_by_extension(news: Path, name: str) -> None:
    target = news.parent / name
    assert run("transform", str(news), "-o", str(target), "--quiet").exit_code == 0
    graphs = list(read_graphs(target))
    assert [graph.article.document for graph in graphs] == [f"{news.as_posix()}/a.txt", "b1", "b2"]
    assert {"RUS", "PRK"} <= {each.properties.get("iso3") for each in graphs[0].entities}


def test_facts_come_one_line_an_article_in_order(news: Path) -> None:
    shown = run("facts", str(news))
    assert shown.exit_code == 0
    sheets = [json.loads(row) for row in shown.stdout.splitlines()]
    assert [(sheet["id"], sheet["date"]) for sheet in sheets[1:]] == [("b1", None), ("b2", "2025-07-12")]
    assert sheets[0]["nations"] == ["PRK", "RUS"]
    assert len(sheets[1]["organizations"]) == 1


def test_facts_read_other_names_of_fields_and_stop_at_the_limit() -> None:
    rows = "".join(json.dumps({"nr": number, "body": SUMMIT}) + "\n" for number in range(5))
    shown = run("facts", "-", "--field", "text=body", "--field", "id=nr", "--limit", "2", "-q", stdin=rows.encode())
    assert [json.loads(row)["id"] for row in shown.stdout.splitlines()] == ["0", "1"]


def test_a_reader_that_has_enough_is_no_failure(news: Path) -> None:
    dump = news / "many.jsonl"
    dump.write_text("".join(json.dumps({"id": str(number), "text": SUMMIT * 40}) + "\n" for number in range(3000)))
    command = f"set -o pipefail; {ENTENTE} extract {dump} --quiet | head -n 1"
    shown = subprocess.run(["bash", "-c", command], capture_output=True, check=True, text=True)
    assert json.loads(shown.stdout)["id"] == "0"
    assert shown.stderr == ""


def test_output_is_plain_where_nobody_looks(news: Path) -> None:
    shown = subprocess.run([ENTENTE, "extract", news], capture_output=True, check=True, text=True)
    assert "\x1b" not in shown.stdout + shown.stderr


def test_no_color_is_respected(news: Path) -> None:
    environment = os.environ | {"NO_COLOR": "1", "FORCE_COLOR": "1"}
    shown = subprocess.run([ENTENTE, "facts", "nowhere"], capture_output=True, text=True, env=environment, check=False)
    assert "\x1b[31m" not in shown.stderr
    assert shown.returncode == 1


def test_queries_are_listed_and_shown() -> None:
    assert "exercises" in run("query", "list").stdout
    listed = json.loads(run("query", "list", "--json").stdout)
    assert len(listed) >= 10
    for query in listed:
        shown = run("query", "show", query["name"])
        assert query["cypher"] in shown.stdout
        assert json.loads(run("query", "show", query["name"], "--json").stdout) == query


def test_the_model_is_shown() -> None:
    assert "MEMBER_OF" in run("schema", "show").stdout
    whole = json.loads(run("schema", "show", "--json").stdout)
    assert {"Nation", "Exercise"} <= {each["name"] for each in whole["classes"]}
    assert json.loads(run("schema", "show", "member_of", "--json").stdout)["type"] == "MEMBER_OF"
    assert "iso3" in run("schema", "show", "Nation").stdout
