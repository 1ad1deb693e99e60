"""What follows from the evidence in a store: relationships, aggregates and names, as it comes and goes."""

import random
from dataclasses import replace
from typing import Any

import pytest
from invented import PACT, drilled, joined, nation, spoke
from reading import clear, one

from etl import ids
from etl.load import Store
from etl.model import ArticleGraph, Entity


def relationships(store: Store) -> list[dict[str, Any]]:
    return store.read("MATCH (:Nation)-[r:MEMBER_OF]->(:Alliance) RETURN properties(r) AS r").rows


@pytest.mark.parametrize(
    "graph",
    [joined("a", asserted=False), joined("a", polarity="negative"), joined("a", modality="planned")],
    ids=["claimed", "denied", "planned"],
)
def test_only_what_is_asserted_positive_and_factual_is_drawn(store: Store, graph: ArticleGraph) -> None:
    store.load([graph])
    assert relationships(store) == []
    assert one(store, "MATCH (s:Statement) RETURN count(s) AS number")["number"] == 1


def test_a_relationship_comes_and_goes_with_what_asserts_it(store: Store) -> None:
    store.load([joined("claimed", asserted=False)])
    assert relationships(store) == []
    store.load([joined("asserted")])
    assert len(relationships(store)) == 1
    store.retract("asserted")
    assert relationships(store) == []
    assert one(store, "MATCH (s:Statement) RETURN s.asserted AS asserted, s.articles AS articles") == {
        "asserted": False,
        "articles": 1,
    }


def test_structure_is_drawn_whoever_says_it(store: Store) -> None:
    store.load([spoke("a", "Red Brigade")])
    found = one(
        store,
        "MATCH (g:Group)-[:SAID]->(c:Claim)-[:ABOUT]->(n:Nation) RETURN g.name AS who, c.asserted AS asserted, n.iso3 AS about",
    )
    assert found == {"who": "Red Brigade", "asserted": False, "about": "GRA"}


def test_aggregates_are_those_of_the_live_evidence(store: Store) -> None:
    store.load([joined("a"), joined("b", confidence=0.5), joined("c", source="Herald", confidence=0.6, date="2030-01-01"),
                joined("d", source=None, confidence=0.5, date=None)])  # fmt: skip
    statement = statement_in(store)
    expected = {
        "articles": 4,
        "sources": 3,
        "confidence": 0.96,
        "first_seen": "2030-01-01",
        "last_seen": "2031-05-06",
        "asserted": True,
    }
    assert {key: statement[key] for key in expected} == expected
    (drawn,) = relationships(store)
    assert {key: drawn["r"][key] for key in expected if key != "asserted"} == {
        k: v for k, v in expected.items() if k != "asserted"
    }
    store.retract("c")
    statement = statement_in(store)
    assert (statement["articles"], statement["sources"], statement["confidence"], statement["first_seen"]) == (
        3,
        2,
        0.9,
        "2031-05-06",
    )


def statement_in(store: Store) -> dict[str, Any]:
    found: dict[str, Any] = one(store, "MATCH (s:Statement) RETURN properties(s) AS s")["s"]
    return found


def test_a_statement_of_undated_articles_has_no_dates(store: Store) -> None:
    store.load([joined("a", date=None), joined("b")])
    store.retract("b")
    assert {"first_seen", "last_seen"}.isdisjoint(statement_in(store))


def test_an_exercise_is_what_its_best_evidence_says(store: Store) -> None:
    query = "MATCH (e:Exercise) RETURN e.status AS status, e.kind AS kind, e.articles AS articles"
    store.load(
        [drilled("a", status="cancelled", asserted=False, confidence=0.99), drilled("b", status="planned", confidence=0.7)]
    )
    assert one(store, query) == {"status": "planned", "kind": "naval", "articles": 2}
    store.load([drilled("c", status="held", confidence=0.8)])
    assert one(store, query)["status"] == "held"
    store.retract("c")
    assert one(store, query)["status"] == "planned"


@pytest.mark.parametrize("seed", range(3))
def test_names_of_surfaces_do_not_depend_on_order(store: Store, seed: int) -> None:
    graphs = [
        spoke("a", "Red Brigade"),
        spoke("b", "red brigade"),
        spoke("c", "Red Brigade", "Brigade"),
        spoke("d", "the Red Brigade"),
    ]
    random.Random(seed).shuffle(graphs)
    for each in graphs:
        store.load([each])
    query = "MATCH (g:Group) RETURN g.name AS name"
    assert one(store, query)["name"] == "Red Brigade"
    store.retract("a")
    store.retract("c")
    assert one(store, query)["name"] == "the Red Brigade"


def test_a_given_name_stands_before_what_articles_use(store: Store) -> None:
    plain = joined("a")
    nameless = [replace(joined(name), entities=(Entity(ids.nation("RUR"), "Nation"), PACT)) for name in ("b", "c")]
    plain = replace(plain, entities=(replace(nation("RUR"), properties={"name": "Kingdom of Ruritania", "iso3": "RUR"}), PACT))
    for graphs in ([plain, *nameless], [*nameless, plain]):
        clear(store)
        store.load(graphs)
        assert one(store, "MATCH (n:Nation) RETURN n.name AS name")["name"] == "Kingdom of Ruritania"


def test_mentions_are_counted(store: Store) -> None:
    store.load([spoke("a", "Red Brigade", "the brigade")])
    query = "MATCH (e:Entity)-[m:MENTIONED_IN]->(:Article) RETURN labels(e) AS labels, m.count AS number, m.names AS names"
    found = {frozenset(row["labels"]): (row["number"], row["names"]) for row in store.read(query).rows}
    assert found[frozenset({"Entity", "Agent", "Group"})] == (2, ["Red Brigade", "the brigade"])
    assert found[frozenset({"Entity", "Agent", "Nation"})] == (1, [])
