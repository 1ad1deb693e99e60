"""What may be loaded: graphs that fit the ontology, and nothing else."""

from dataclasses import replace

import pytest

from etl import ids
from etl.model import Article, ArticleGraph, Entity, Evidence, Mention, Scalar, Statement
from etl.ontology import validate

ARTICLE = Article("one", "Ruritania joined the Pact.")
NATION = Entity(ids.nation("RUR"), "Nation", {"name": "Ruritania", "iso3": "RUR"})
PACT = Entity(ids.organization("pact"), "Alliance", {"name": "Pact"})
JOINED = Statement(NATION.iri, "MEMBER_OF", PACT.iri)
SHOWN = Evidence((JOINED.iri,), ARTICLE.text, 0, 26, "test", 0.9)
GOOD = ArticleGraph(ARTICLE, (NATION, PACT), (JOINED,), (SHOWN,), (Mention(0, 9, "Ruritania", "name", NATION.iri),))


def test_a_good_graph_has_no_problems() -> None:
    assert validate(GOOD) == []


def _with(*, entity: Entity = NATION, statement: Statement = JOINED, evidence: Evidence | None = None) -> ArticleGraph:
    shown = evidence or replace(SHOWN, supports=(statement.iri,))
    return replace(GOOD, entities=(entity, PACT), statements=(statement,), evidence=(shown,))


@pytest.mark.parametrize(
    ("graph", "problem"),
    [
        (_with(entity=replace(NATION, cls="Planet")), "no class of entities"),
        (_with(entity=replace(NATION, cls="Agent")), "no class of entities"),
        (_with(entity=replace(NATION, cls="Article")), "no class of entities"),
        (_with(entity=replace(NATION, properties={"moon": "one"})), "no property 'moon'"),
        (_with(entity=replace(NATION, properties={"name": 7})), "type string"),
        (_with(statement=replace(JOINED, predicate="LOVES")), "no relation"),
        (_with(statement=replace(JOINED, predicate="FROM")), "no relation"),
        (_with(statement=replace(JOINED, object=NATION.iri)), "its object is a Nation, not Organization"),
        (_with(statement=replace(JOINED, subject=ids.nation("XXX"))), "its subject is not among the entities"),
        (_with(statement=replace(JOINED, object=ids.nation("XXX"))), "its object is not among the entities"),
        (_with(statement=Statement(NATION.iri, "HOLDS", PACT.iri)), "its subject is a Nation, not Official"),
        (_with(statement=replace(JOINED, polarity="maybe")), "polarity"),
        (_with(statement=replace(JOINED, modality="maybe")), "modality"),
        (_with(statement=Statement(PACT.iri, "ALLIED_WITH", NATION.iri)), "lesser key"),
        (_with(evidence=replace(SHOWN, supports=(JOINED.iri, "x"))), "neither a statement nor a situation"),
        (_with(evidence=replace(SHOWN, confidence=1.2)), "confidence 1.2 is not between 0 and 1"),
        (_with(evidence=replace(SHOWN, confidence=-0.1)), "confidence -0.1 is not between 0 and 1"),
        (_with(evidence=replace(SHOWN, supports=())), "supports nothing"),
        (replace(GOOD, evidence=()), "has no evidence"),
        (replace(GOOD, evidence=(SHOWN, SHOWN)), f"evidence {SHOWN.iri(ARTICLE.iri)} stands 2 times"),
        (replace(GOOD, entities=(NATION, NATION, PACT)), f"entity {NATION.iri} stands 2 times"),
        (replace(GOOD, statements=(JOINED, JOINED)), f"statement {JOINED.iri} stands 2 times"),
        (replace(GOOD, mentions=(Mention(0, 1, "x", "name", "x"),)), "mention of x: it is not among the entities"),
    ],
)
def test_a_problem_is_named(graph: ArticleGraph, problem: str) -> None:
    assert any(problem in each for each in validate(graph))


@pytest.mark.parametrize(
    ("key", "value", "datatype"),
    [
        ("direct", "yes", "boolean"),
        ("direct", 1, "boolean"),
        ("articles", 1.5, "integer"),
        ("articles", True, "integer"),
        ("confidence", 1, "double"),
        ("text", 7, "string"),
    ],
)
def test_a_value_is_of_the_type_of_its_property(key: str, value: Scalar, datatype: str) -> None:
    claim = Entity(ids.claim(None, "x"), "Claim", {key: value})
    assert any(f"not a value of type {datatype}" in each for each in validate(ArticleGraph(ARTICLE, (claim,))))


@pytest.mark.parametrize("day", ["2025", "2025-7-1", "yesterday"])
def test_a_date_is_a_whole_day(day: str) -> None:
    event = Entity(ids.iri("event", "one"), "Event", {"type": "CONSULT", "earliest": day})
    assert any("type date" in each for each in validate(ArticleGraph(ARTICLE, (event,))))
