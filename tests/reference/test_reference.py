"""The reference layer: every fact of the gazetteer once, with the keys that the transform gives to the same things."""

import pytest

from etl import gazetteer, ids, reference
from etl.errors import KnowledgeError
from etl.model import ArticleGraph, Interval
from etl.ontology import validate

GRAPHS = {each.article.document: each for each in reference.reference_graphs()}
KNOWN = gazetteer.load()


def test_every_graph_fits_the_ontology() -> None:
    assert {name: validate(graph) for name, graph in GRAPHS.items()} == {name: [] for name in GRAPHS}


@pytest.mark.parametrize("graph", GRAPHS.values(), ids=GRAPHS.keys())
def test_offsets_point_into_the_text(graph: ArticleGraph) -> None:
    text = graph.article.text
    assert all(text[each.start : each.end] == each.sentence for each in graph.evidence)
    assert all(text[each.start : each.end] == each.text for each in graph.mentions if '"' not in each.text)


@pytest.mark.parametrize("graph", GRAPHS.values(), ids=GRAPHS.keys())
def test_the_reference_is_undated_and_certain(graph: ArticleGraph) -> None:
    assert graph.article.date is None
    assert graph.article.source == reference.SOURCE
    assert {(each.rule, each.confidence, each.asserted) for each in graph.evidence} <= {("reference", 1.0, True)}


def test_every_nation_organisation_series_and_person_is_there() -> None:
    named = {each.iri for graph in GRAPHS.values() for each in graph.entities}
    assert {ids.nation(row.iso3) for row in KNOWN.nations} <= named
    assert {ids.organization(row.id) for row in KNOWN.organizations} <= named
    assert {ids.series(row.id) for row in KNOWN.exercise_series} <= named
    assert {ids.official(row.name, row.nation) for row in KNOWN.people} <= named


def test_memberships_have_their_dates() -> None:
    graph = GRAPHS["reference:memberships"]
    found = [each for each in graph.statements if each.subject == ids.nation("FIN") and each.object == ids.organization("nato")]
    assert [(each.predicate, each.valid_from) for each in found] == [("MEMBER_OF", "2023-04-04")]


def test_candidates_only_seek_membership() -> None:
    graph = GRAPHS["reference:memberships"]
    found = {
        each.predicate
        for each in graph.statements
        if each.subject == ids.nation("UKR") and each.object == ids.organization("nato")
    }
    assert found == {"SEEKS_MEMBERSHIP"}


def test_a_treaty_of_two_makes_allies() -> None:
    graph = GRAPHS["reference:memberships"]
    allied = {(each.subject, each.object) for each in graph.statements if each.predicate == "ALLIED_WITH"}
    assert (ids.nation("KOR"), ids.nation("USA")) in allied
    assert (ids.nation("PRK"), ids.nation("RUS")) in allied
    assert all(one < other for one, other in allied)


def test_office_holders_have_the_keys_of_the_transform() -> None:
    graph = GRAPHS["reference:office_holders"]
    people = {row.id: row for row in KNOWN.people}
    stated = {(each.subject, each.object, each.valid_from) for each in graph.statements if each.predicate == "HOLDS"}
    for row in KNOWN.office_holders:
        person = people[row.person]
        holder = ids.official(person.name, person.nation)
        assert (holder, ids.position(row.nation, row.kind), row.from_ or None) in stated


def test_every_period_is_a_date_that_entente_reads() -> None:
    for graph in GRAPHS.values():
        for each in graph.statements:
            for value in (each.valid_from, each.valid_to):
                assert value is None or Interval.parse(value)


def test_a_row_that_names_nothing_known_is_an_error() -> None:
    with pytest.raises(KnowledgeError, match="atlantis"):
        reference.find({}, "atlantis")
