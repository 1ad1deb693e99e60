"""What a load leaves in the store: on both engines, through the store's own reading."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from invented import PACT, WORLD_GRAPHS, article, drilled, joined, met, nation
from reading import clear, digest_of, one

from etl.errors import IntegrityError, QueryError, UnknownName
from etl.load import Count, Server, Store
from etl.load.connection import connect
from etl.model import ArticleGraph


def test_loading_twice_changes_nothing(store: Store) -> None:
    first = store.load(WORLD_GRAPHS)
    before = store.digest()
    second = store.load(WORLD_GRAPHS)
    assert (first.articles, first.new_articles, first.unchanged) == (14, 14, 0)
    assert (second.articles, second.new_articles, second.unchanged) == (14, 0, 14)
    assert second.entities == second.statements == {}
    assert store.digest() == before


def test_the_report_counts_new_and_merged(store: Store) -> None:
    report = store.load([joined("a"), joined("b")])
    assert report.entities == {"Nation": Count(1, 1), "Alliance": Count(1, 1)}
    assert report.statements == {"MEMBER_OF": Count(1, 1)}
    assert store.load([joined("c")]).entities == {"Nation": Count(0, 1), "Alliance": Count(0, 1)}


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_order_and_any_repetition_give_the_same_store(store: Store, data: st.DataObject) -> None:
    chosen = data.draw(st.lists(st.sampled_from(WORLD_GRAPHS), min_size=1, max_size=6))
    order = data.draw(st.permutations(chosen))
    cut = data.draw(st.integers(0, len(order)))
    expected = digest_of(
        store, sorted({each.article.document: each for each in chosen}.values(), key=lambda each: each.article.document)
    )
    clear(store)
    store.load(order[:cut])
    store.load(order[cut:])
    assert store.digest() == expected


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.lists(st.integers(0, len(WORLD_GRAPHS) - 1), min_size=1, max_size=6, unique=True), place=st.integers(0, 5))
def test_a_retracted_article_was_never_there(store: Store, order: list[int], place: int) -> None:
    graphs = [WORLD_GRAPHS[number] for number in order]
    gone = graphs[place % len(graphs)]
    expected = digest_of(store, [each for each in graphs if each is not gone])
    clear(store)
    store.load(graphs)
    store.retract(gone.article.document)
    assert store.digest() == expected


def test_a_store_without_articles_is_empty(store: Store) -> None:
    empty = store.digest()
    store.load(WORLD_GRAPHS)
    assert store.digest() != empty
    clear(store)
    assert store.digest() == empty
    assert one(store, "MATCH (n) RETURN count(n) AS number")["number"] == 0


def test_a_changed_article_replaces_its_former_version(store: Store) -> None:
    changed = replace(met("a", "SYL", "GRA"), article=article("a", text="Other words."))
    expected = digest_of(store, [changed, joined("b", "BOR")])
    clear(store)
    store.load([joined("a"), joined("b", "BOR")])
    report = store.load([changed])
    assert (report.replaced, report.new_articles) == (1, 0)
    assert store.digest() == expected


def test_the_last_version_in_a_stream_stays(store: Store) -> None:
    changed = joined("a", "GRA", text="Other words.")
    expected = digest_of(store, [changed])
    clear(store)
    report = store.load([joined("a"), changed])
    assert (report.articles, report.new_articles, report.replaced) == (2, 1, 1)
    assert store.digest() == expected


def test_one_text_under_two_documents_is_one_article(store: Store) -> None:
    copies = [joined("z", text="Same words."), joined("y", text="Same words.")]
    copies = [replace(each, article=replace(each.article, title=None)) for each in copies]
    expected = digest_of(store, copies)
    clear(store)
    report = store.load(reversed(copies))
    assert (report.new_articles, report.unchanged) == (1, 1)
    assert store.digest() == expected
    assert [each.document for _, each in store.articles()] == ["y"]


def test_retraction_finds_an_article_by_its_iri(store: Store) -> None:
    graph = joined("a")
    store.load([graph])
    report = store.retract(graph.article.iri)
    assert (report.document, report.articles, report.statements, report.entities) == ("a", (graph.article.iri,), 1, 2)


def test_an_unknown_document_is_met_with_the_nearest(store: Store) -> None:
    store.load([joined("articles/one.txt")])
    with pytest.raises(UnknownName, match=r"articles/one\.txt"):
        store.retract("article/one.txt")


def test_what_does_not_fit_is_set_aside_with_the_reason(store: Store) -> None:
    bad = replace(joined("bad"), entities=(nation("RUR"),))
    dealt: list[str] = []
    report = store.load([joined("a"), bad, met("c", "SYL", "BOR")], on_article=lambda graph: dealt.append(graph.article.document))
    assert (report.articles, report.new_articles, len(report.quarantined)) == (3, 2, 1)
    assert report.quarantined[0].where == "bad"
    assert "not among the entities" in report.quarantined[0].reason
    assert dealt == ["a", "bad", "c"]
    assert store.digest() == digest_of(store, [joined("a"), met("c", "SYL", "BOR")])


def test_an_entity_of_another_class_stops_the_load(store: Store) -> None:
    store.load([joined("a")])
    before = store.digest()
    other = replace(joined("b", "GRA"), entities=(nation("GRA"), replace(PACT, cls="Organization")))
    with pytest.raises(IntegrityError, match="is now called a Organization"):
        store.load([other])
    assert store.digest() == before


def test_the_reference_is_loaded_once(store: Store) -> None:
    first = store.load_reference()
    before = store.digest()
    second = store.load_reference()
    assert first.quarantined == []
    assert (first.new_articles, second.new_articles, second.unchanged) == (first.articles, 0, first.articles)
    assert store.digest() == before
    query = (
        "MATCH (:Nation {iso3: 'FIN'})-[m:MEMBER_OF]->(:Alliance {id: 'nato'}) RETURN m.valid_from AS since, m.sources AS sources"
    )
    assert one(store, query) == {"since": "2023-04-04", "sources": 1}


def test_what_is_read_back_is_what_was_loaded(store: Store) -> None:
    store.load(WORLD_GRAPHS)
    passages = sorted((iri, each.iri(iri), each) for iri, each in store.evidence())
    assert passages == sorted((g.article.iri, each.iri(g.article.iri), each) for g in WORLD_GRAPHS for each in g.evidence)
    assert {each.iri for each in store.statements()} == {each.iri for graph in WORLD_GRAPHS for each in graph.statements}
    assert {each.iri: each.cls for each in store.entities()} == {
        each.iri: each.cls for graph in WORLD_GRAPHS for each in graph.entities
    }
    kept = {iri: replace(each, source=None) for iri, each in store.articles()}
    assert kept == {each.article.iri: replace(each.article, text="", source=None) for each in WORLD_GRAPHS}


def test_stats_count_each_kind(store: Store) -> None:
    store.load([joined("a"), drilled("b")])
    stats = store.stats()
    assert stats["entities"] == {"Alliance": 1, "Exercise": 1, "Nation": 3}
    assert stats["statements"] == {"MEMBER_OF": 1, "PARTICIPATED_IN": 2}
    assert (stats["articles"], stats["sources"], stats["evidence"]) == (2, 1, 2)
    assert stats["relationships"]["SUPPORTS"] == 4


def test_loaders_at_the_same_time_end_in_the_same_store(store: Store, module_server: Server) -> None:
    graphs = [*WORLD_GRAPHS, *(met(f"x{number}", "RUR", "SYL", day=f"2031-06-{number + 1:02}") for number in range(20))]
    expected = digest_of(store, graphs)
    clear(store)

    def load(part: list[ArticleGraph]) -> int:
        with connect(module_server) as connection:
            return sum(Store(connection).load([each]).new_articles for each in part)

    parts = [graphs, graphs[::-1], graphs[10:] + graphs[:10]]
    with ThreadPoolExecutor(len(parts)) as pool:
        loaded = list(pool.map(load, parts))
    assert sum(loaded) == len(graphs)
    assert store.digest() == expected


def test_reading_refuses_to_write(store: Store) -> None:
    with pytest.raises(QueryError, match="CREATE"):
        store.read("CREATE (n:Nation {iri: 'x'})")
