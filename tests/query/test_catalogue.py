"""The headers of the canned queries are complete, and what is not in them is refused with the nearest name."""

from pathlib import Path

import pytest

from etl.errors import KnowledgeError, QueryError
from etl.load.guard import only_reads
from etl.query import Query, catalogue, find
from etl.query.catalogue import read_query
from etl.query.kinds import classes, value_of

HEADER = "// title: T\n// summary: S.\n// columns: a\nRETURN 1 AS a\n"


def test_there_are_enough_queries() -> None:
    assert len(catalogue()) >= 12
    assert [each.name for each in catalogue()] == sorted(each.name for each in catalogue())


@pytest.mark.parametrize("query", catalogue(), ids=lambda each: each.name)
def test_a_header_is_complete(query: Query) -> None:
    assert query.title and query.summary.endswith(".") and query.columns
    assert len(set(query.columns)) == len(query.columns)
    assert only_reads(query.cypher)
    for each in query.parameters:
        assert f"${each.name}" in query.cypher, f"{each.name} is declared and never used"
        assert each.help and each.example
        for text in (each.example, each.default):
            if text is not None and each.kind != "fact" and not classes(each.kind):
                value_of(text, each.kind)


@pytest.mark.parametrize("query", catalogue(), ids=lambda each: each.name)
def test_claims_and_what_is_not_fact_are_left_out_by_default(query: Query) -> None:
    for each in query.parameters:
        if each.name.startswith("include_"):
            assert (each.kind, each.default) == ("boolean", "false")


@pytest.mark.parametrize("name", ["office-holders", "office_holders", "Office Holders", "office-holders.cypher"])
def test_a_query_is_found_by_its_name(name: str) -> None:
    assert find(name).name == "office-holders"


def test_a_mistyped_name_gets_the_nearest() -> None:
    with pytest.raises(QueryError, match=r"no query 'treats'\n.*threats"):
        find("treats")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (HEADER.replace("// title: T\n", ""), "lacks title"),
        (HEADER.replace("// columns", "// colums"), "is none of"),
        (HEADER.replace("// columns", "// parameter: a (colour) what\n// columns"), "no parameter"),
        (HEADER.replace("// columns", "// parameter: a string what\n// columns"), "no parameter"),
    ],
)
def test_a_broken_header_is_refused(tmp_path: Path, text: str, problem: str) -> None:
    path = tmp_path / "broken.cypher"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(KnowledgeError, match=problem):
        read_query(path)


def test_a_header_may_run_over_several_lines(tmp_path: Path) -> None:
    path = tmp_path / "long.cypher"
    path.write_text(HEADER.replace("S.\n", "S.\n//   More.\n"), encoding="utf-8")
    query = read_query(path)
    assert (query.name, query.summary, query.cypher) == ("long", "S. More.", "RETURN 1 AS a")
