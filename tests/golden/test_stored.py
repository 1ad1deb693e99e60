"""Every fact of the seed article stands in the graph, on each engine, and leads back to its sentence."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from samples import reader
from stores.wipe import wipe

from etl.load import Server, Store
from etl.load.connection import connect

from .articles import SEED, article, gold

type Row = dict[str, Any]


@pytest.fixture(scope="module")
def store(module_server: Server) -> Iterator[Store]:
    with connect(module_server) as connection:
        store = Store(connection)
        store.prepare()
        report = store.load([reader.transformer().read(article(SEED))])
        assert (report.new_articles, report.quarantined) == (1, [])
        yield store
        wipe(connection)


def test_nations(store: Store) -> None:
    rows = store.read("MATCH (n:Nation) RETURN n.iso3 AS code").rows
    assert sorted(row["code"] for row in rows) == gold()[SEED]["nations"]


def test_officials_hold_their_positions(store: Store) -> None:
    rows = store.read(
        "MATCH (o:Official)-[:HOLDS]->(p:Position)-[:OF]->(n:Nation) RETURN o.name AS name, p.kind AS kind, n.iso3 AS nation"
    ).rows
    wanted = {(each["name"], "foreign-minister", each["nation"]) for each in gold()[SEED]["officials"]}
    assert {(row["name"], row["kind"], row["nation"]) for row in rows} == wanted


def test_exercises_have_their_participants_and_dates(store: Store) -> None:
    rows = store.read(
        "MATCH (n:Nation)-[:PARTICIPATED_IN]->(x:Exercise) RETURN x.iri AS iri, x.status AS status, x.earliest AS day, "
        "collect(DISTINCT n.iso3) AS who"
    ).rows
    wanted = [(each["status"], each["start"], sorted(each["participants"])) for each in gold()[SEED]["exercises"]]
    found = [(row["status"], row["day"] and str(row["day"]), sorted(row["who"])) for row in rows]
    assert sorted(found, key=str) == sorted(wanted, key=str)


def test_relations(store: Store) -> None:
    rows = store.read(
        "MATCH (s:Statement {predicate: 'ALLIED_WITH'}) MATCH (a:Nation {iri: s.subject}) MATCH (b:Nation {iri: s.object}) "
        "RETURN a.iso3 AS one, b.iso3 AS other, s.polarity AS polarity"
    ).rows
    wanted = {frozenset((each["source"], each["target"])) for each in gold()[SEED]["relations"]}
    assert {frozenset((row["one"], row["other"])) for row in rows} == wanted
    assert {row["polarity"] for row in rows} == {"positive"}


def test_events_have_their_actors_and_targets(store: Store) -> None:
    wanted = Counter(
        _event(each["type"], each["source"], each["target"], each["hypothetical"]) for each in gold()[SEED]["events"]
    )
    assert Counter(_stored_events(store)) == wanted


def test_everything_leads_back_to_a_sentence(store: Store) -> None:
    """No event, exercise, claim or statement stands without evidence, and each sentence is in the article."""
    bare = store.read(
        "MATCH (x) WHERE (x:Event OR x:Exercise OR x:Claim OR x:Statement) AND NOT EXISTS { (x)<-[:SUPPORTS]-(:Evidence) } "
        "RETURN count(x) AS n"
    ).rows
    assert bare == [{"n": 0}]
    text = article(SEED).text
    passages = store.read("MATCH (v:Evidence) RETURN v.sentence AS sentence, v.start AS first, v.end AS last").rows
    assert passages
    assert [row for row in passages if text[row["first"] : row["last"]] != row["sentence"]] == []


def _stored_events(store: Store) -> Iterator[tuple[Any, ...]]:
    events = store.read("MATCH (e:Event) RETURN e.iri AS iri, e.type AS type, e.modality AS modality").rows
    for event in events:
        roles: dict[str, list[str]] = {}
        for role in ("ACTOR", "TARGET"):
            rows = store.read(
                f"MATCH (e:Event {{iri: $iri}})-[r:{role}]->(n:Nation) RETURN DISTINCT n.iso3 AS code", iri=event["iri"]
            ).rows
            roles[role] = [row["code"] for row in rows]
        yield _event(event["type"], roles["ACTOR"], roles["TARGET"], event["modality"] != "factual")


def _event(type_: str, sources: list[str], targets: list[str], hypothetical: bool) -> tuple[Any, ...]:
    return type_, tuple(sorted(sources)), tuple(sorted(targets)), hypothetical
