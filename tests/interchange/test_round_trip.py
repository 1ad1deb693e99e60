import gzip
import io
import json
from pathlib import Path

import pyarrow.parquet as pq  # type: ignore[import-untyped]
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from etl.errors import ExportError, InputError
from etl.extract import read
from etl.extract.repair import line, repair
from etl.interchange import count_graphs, graph_from_json, graph_to_json, read_graphs, write_articles, write_graphs
from etl.model import Article, ArticleGraph, DateMention, Dropped, Entity, Evidence, Mention, Quote, RoleSpan, Statement

ENDINGS = [".jsonl", ".ndjson", ".jsonl.gz", ".parquet"]

text = st.text(st.characters(codec="utf-8"), max_size=12)
maybe = st.none() | text
offset = st.integers(0, 2**40)
number = st.floats(allow_nan=False, allow_infinity=False)
scalar = text | st.booleans() | number | st.integers(-(2**63), 2**63 - 1)
articles = st.builds(Article, text, text, maybe, maybe, maybe, maybe)
entities = st.builds(Entity, text, text, st.dictionaries(text, scalar, max_size=3))
statements = st.builds(Statement, text, text, text, text, text, maybe, maybe, maybe)
spans = st.tuples(offset, offset)
evidence = st.builds(
    Evidence,
    st.lists(text, min_size=1, max_size=3).map(tuple),
    text,
    offset,
    offset,
    text,
    number,
    text,
    st.none() | offset,
    st.none() | offset,
    st.booleans(),
    maybe,
    maybe,
    maybe,
    maybe,
    st.lists(st.builds(RoleSpan, text, offset, offset), max_size=2).map(tuple),
)


def several[T](strategy: st.SearchStrategy[T]) -> st.SearchStrategy[tuple[T, ...]]:
    return st.lists(strategy, max_size=3).map(tuple)


graphs = st.builds(
    ArticleGraph,
    articles,
    several(entities),
    several(statements),
    several(evidence),
    several(st.builds(Mention, offset, offset, text, text, text)),
    several(st.builds(DateMention, offset, offset, text, maybe)),
    several(st.builds(Quote, offset, offset, text, maybe, maybe, st.booleans(), text)),
    several(several(spans)),
    several(st.builds(Dropped, text, text, text)),
)

EXAMPLE = ArticleGraph(Article("a", "Text", "2025-07-12"), (Entity("e", "Nation", {"iso3": "RUS", "n": 1, "x": 1.0, "b": True}),))


@given(graphs)
def test_a_graph_survives_as_json(graph: ArticleGraph) -> None:
    assert graph_from_json(json.loads(json.dumps(graph_to_json(graph)))) == graph


@pytest.mark.parametrize("ending", ENDINGS)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(found=st.lists(graphs, max_size=3))
def test_graphs_survive_in_files(tmp_path: Path, ending: str, found: list[ArticleGraph]) -> None:
    path = tmp_path / f"graphs{ending}"
    assert write_graphs(path, found) == len(found)
    assert list(read_graphs(path)) == found
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


@pytest.mark.parametrize("ending", ENDINGS)
def test_types_of_properties_survive(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"graphs{ending}"
    write_graphs(path, [EXAMPLE] * 300)
    found = list(read_graphs(path))
    assert len(found) == 300
    assert count_graphs(path) == (None if ending == ".jsonl.gz" else 300)
    assert [type(each) for each in found[0].entities[0].properties.values()] == [str, int, float, bool]


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_same_graphs_give_the_same_bytes(tmp_path: Path, ending: str) -> None:
    first, second = tmp_path / f"1{ending}", tmp_path / f"2{ending}"
    write_graphs(first, [EXAMPLE])
    write_graphs(second, [EXAMPLE])
    assert first.read_bytes() == second.read_bytes()


def test_a_stream_is_written_and_read_as_json_lines() -> None:
    stream = io.BytesIO()
    assert write_graphs(stream, [EXAMPLE, EXAMPLE]) == 2
    stream.seek(0)
    assert list(read_graphs(stream)) == [EXAMPLE, EXAMPLE]


def test_parquet_has_a_row_an_article_with_nested_columns(tmp_path: Path) -> None:
    path = tmp_path / "graphs.parquet"
    write_graphs(path, [EXAMPLE])
    (row,) = pq.read_table(path).to_pylist()
    assert row["document"] == "a"
    assert row["iri"] == EXAMPLE.article.iri
    assert row["date"] == "2025-07-12"
    assert row["entities"][0]["cls"] == "Nation"


@settings(max_examples=50)
@given(st.lists(articles, max_size=4))
def test_articles_are_read_back_as_they_were(found: list[Article]) -> None:
    clean = [
        Article(line(each.document) or "a", repaired, None, line(each.title), line(each.source), line(each.url))
        for each in found
        if (repaired := repair(each.text)).strip() and repair(repaired) == repaired
    ]
    stable = [each for each in clean if all(line(part) == part for part in (each.document, each.title, each.source, each.url))]
    stream = io.BytesIO()
    assert write_articles(stream, stable) == len(stable)
    stream.seek(0)
    assert not stable or list(read(["-"], stdin=stream)) == stable


@pytest.mark.parametrize("bad", [b"{broken", b"[]", b'{"text": "an article"}', b'{"article": {"documents": 1}}'])
def test_another_file_is_refused_with_its_line(tmp_path: Path, bad: bytes) -> None:
    path = tmp_path / "graphs.jsonl"
    write_graphs(path, [EXAMPLE])
    path.write_bytes(path.read_bytes() + b"\n" + bad)
    found = read_graphs(path)
    assert next(found) == EXAMPLE
    with pytest.raises(InputError, match=r"graphs\.jsonl:3 is"):
        next(found)


@pytest.mark.parametrize("name", ["graphs.parquet", "graphs.jsonl.gz"])
def test_a_damaged_file_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"nothing of the kind")
    with pytest.raises(InputError, match=name):
        list(read_graphs(tmp_path / name))


def test_names_that_fit_no_format_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"graphs\.xml"):
        write_graphs(tmp_path / "graphs.xml", [])
    with pytest.raises(ExportError, match="folder"):
        write_graphs(tmp_path / "none" / "graphs.jsonl", [])
    with pytest.raises(ExportError, match="Parquet"):
        write_articles(tmp_path / "articles.parquet", [])
    with pytest.raises(InputError, match="no file"):
        read_graphs(tmp_path / "graphs.jsonl")
    (tmp_path / "graphs.xml").touch()
    with pytest.raises(InputError, match=r"graphs\.xml"):
        read_graphs(tmp_path / "graphs.xml")


def test_a_broken_off_run_leaves_the_former_file(tmp_path: Path) -> None:
    path = tmp_path / "graphs.jsonl.gz"
    write_graphs(path, [EXAMPLE])
    before = gzip.decompress(path.read_bytes())

    def failing() -> object:
        yield EXAMPLE
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_graphs(path, failing())  # type: ignore[arg-type]
    assert gzip.decompress(path.read_bytes()) == before
    assert [each.name for each in tmp_path.iterdir()] == [path.name]
