"""Every span is where it says, ids are made from content alone, and the output never depends on how articles come."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from samples.reader import graph

from etl.extract import read
from etl.interchange import graph_from_json, graph_to_json
from etl.model import Article, ArticleGraph
from etl.transform import Transformer

TESTS = Path(__file__).resolve().parents[1]
PATHS = [*sorted((TESTS / "golden").glob("*.txt")), *sorted((TESTS.parent / "seeds").glob("*.txt"))]


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    found = [each for each in read(PATHS) if isinstance(each, Article)]
    assert len(found) == len(PATHS) >= 8
    return found


@pytest.fixture(scope="module")
def graphs(articles: list[Article], transformer: Transformer) -> list[ArticleGraph]:
    return list(transformer.transform(articles))


def spans(found: ArticleGraph) -> Iterator[tuple[str, int, int, str]]:
    """Yield what each part of a graph says stands at [start, end)."""
    for mention in found.mentions:
        yield "mention", mention.start, mention.end, mention.text
    for date in found.dates:
        yield "date", date.start, date.end, date.text
    for quote in found.quotes:
        yield "quote", quote.start, quote.end, quote.text
    for each in found.evidence:
        yield "evidence", each.start, each.end, each.sentence
        # The cue of a claim is its verb, beside the words claimed; an office may be named by its title for "his counterpart".
        if each.cue_start is not None and each.cue_end is not None and not each.rule.startswith(("claim.", "official.")):
            yield "cue", each.cue_start, each.cue_end, each.cue


def assert_spans_hold(found: ArticleGraph) -> None:
    text = found.article.text
    assert [each for each in spans(found) if text[each[1] : each[2]] != each[3]] == []
    edges = [(each.start, each.end) for evidence in found.evidence for each in evidence.spans]
    edges += [span for chain in found.chains for span in chain]
    assert [each for each in edges if not 0 <= each[0] < each[1] <= len(text)] == []


def written(graphs: list[ArticleGraph]) -> list[str]:
    return [json.dumps(graph_to_json(each), ensure_ascii=False) for each in graphs]


def test_every_span_of_the_golden_articles_holds_its_words(graphs: list[ArticleGraph]) -> None:
    for found in graphs:
        assert_spans_hold(found)


def test_each_graph_belongs_to_its_article(articles: list[Article], graphs: list[ArticleGraph]) -> None:
    assert [each.article for each in graphs] == articles


def test_every_cue_stands_in_its_sentence(graphs: list[ArticleGraph]) -> None:
    for found in graphs:
        for each in found.evidence:
            if each.cue_start is not None and each.cue_end is not None and not each.rule.startswith("claim."):
                assert each.start <= each.cue_start < each.cue_end <= each.end, each


def test_evidence_and_statements_speak_of_entities_that_are_there(graphs: list[ArticleGraph]) -> None:
    for found in graphs:
        entities = {each.iri for each in found.entities}
        known = entities | {each.iri for each in found.statements}
        assert {each.subject for each in found.statements} | {each.object for each in found.statements} <= entities
        assert {iri for each in found.evidence for iri in each.supports} <= known
        assert {each.entity for each in found.mentions} <= entities


def test_every_statement_has_evidence(graphs: list[ArticleGraph]) -> None:
    for found in graphs:
        supported = {iri for each in found.evidence for iri in each.supports}
        assert {each.iri for each in found.statements} <= supported


def test_evidence_has_a_name_of_its_own(graphs: list[ArticleGraph]) -> None:
    for found in graphs:
        names = [each.iri(found.article.iri) for each in found.evidence]
        assert len(names) == len(set(names))


def test_a_second_transform_gives_the_same_bytes(
    articles: list[Article], graphs: list[ArticleGraph], transformer: Transformer
) -> None:
    assert written(list(transformer.transform(articles))) == written(graphs)


@pytest.mark.parametrize("size", [1, 3])
def test_the_batch_does_not_matter(
    size: int, articles: list[Article], graphs: list[ArticleGraph], transformer: Transformer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(transformer, "_batch", size)
    assert written(list(transformer.transform(articles))) == written(graphs)


def test_the_order_and_company_of_articles_do_not_matter(
    articles: list[Article], graphs: list[ArticleGraph], transformer: Transformer
) -> None:
    assert written(list(transformer.transform(reversed(articles)))) == written(graphs)[::-1]
    assert written([transformer.read(each) for each in articles]) == written(graphs)


def test_a_graph_survives_being_written(graphs: list[ArticleGraph]) -> None:
    assert [graph_from_json(json.loads(each)) for each in written(graphs)] == graphs


PIECES = st.sampled_from([
    "Russian Foreign Minister Sergey Lavrov", "Lavrov", "Poland", "the US", "U.S.", "he", "they", "the two nations", "NATO",
    "said", "warned", "attacked", "met", "denied that", "held a joint drill with", "visited", "on Friday", "in March 2023",
    "“", "”", '"', "\n\n", "\n", "  ", "\t", ".", ",", "—", "’s", "\N{NO-BREAK SPACE}", "\N{GRINNING FACE}", "é", "東京", "and",
    "Tass", "according to", "not", "would", "date 2025-07-12", "The alliance", "’", "(", ")", "-", "its", "Kim Jong Un", "",
])  # fmt: skip


@given(pieces=st.lists(PIECES, max_size=14), joined=st.sampled_from([" ", ""]))
@settings(max_examples=120, deadline=None)
def test_spans_hold_in_any_text(pieces: list[str], joined: str) -> None:
    assert_spans_hold(graph(joined.join(pieces)))


@given(text=st.text(max_size=60))
@settings(max_examples=60, deadline=None)
def test_no_text_stops_the_transform(text: str) -> None:
    assert_spans_hold(graph(text, None))
