"""The ontology file: complete, n10s-safe, and the source of what is generated from it."""

from pathlib import Path

import pyoxigraph as ox
import pytest

from etl.errors import KnowledgeError
from etl.ids import ONTOLOGY
from etl.ontology import cypher, ontology, readme
from etl.ontology.reader import read
from etl.resources import schema

TEXT = schema("ontology.ttl").read_text(encoding="utf-8")
MODEL = ontology()


def test_the_classes_of_the_design_are_there() -> None:
    agents = {"Nation", "Official", "Organization", "Alliance", "Group"}
    others = {"Position", "Place", "ExerciseSeries", "Exercise", "Event", "Claim", "Statement", "Evidence", "Article", "Source"}
    assert agents | others == {each.name for each in MODEL.classes.values() if not each.abstract}


def test_labels_run_from_the_most_general_to_the_class_itself() -> None:
    assert MODEL.classes["Alliance"].labels == ("Entity", "Agent", "Organization", "Alliance")
    assert MODEL.classes["Claim"].labels == ("Entity", "Situation", "Claim")
    assert MODEL.classes["Article"].labels == ("Article",)


def test_properties_are_inherited() -> None:
    assert {"name", "acronym", "qid"} <= MODEL.classes["Alliance"].properties.keys()
    assert "acronym" not in MODEL.classes["Nation"].properties


def test_relations_know_their_ends_and_their_projection() -> None:
    assert MODEL.relations["OF"].range == ("Nation", "Organization")
    assert MODEL.relations["ALLIED_WITH"].symmetric
    assert {each.type for each in MODEL.statement_relations if each.projection == "asserted"} == {
        "HOLDS", "MEMBER_OF", "SEEKS_MEMBERSHIP", "WITHDREW_FROM", "ALLIED_WITH", "TRANSFERRED", "SAME_AS",
    }  # fmt: skip
    assert {each.type for each in MODEL.relations.values() if each.projection == "none"} == {
        "MENTIONED_IN", "SUPPORTS", "FROM", "PUBLISHED_BY",
    }  # fmt: skip


def test_every_entity_class_is_identified_by_its_iri() -> None:
    assert MODEL.classes["Entity"].key == "iri"
    assert all(MODEL.classes[each].key == "iri" for each in ("Statement", "Evidence", "Article", "Source"))


def test_relation_names_differ_only_in_form_between_the_two_graphs() -> None:
    for relation in MODEL.relations.values():
        local = relation.iri.removeprefix(ONTOLOGY)
        assert "".join("_" + letter if letter.isupper() else letter for letter in local).upper() == relation.type


def test_no_blank_nodes_lists_or_language_tags() -> None:
    for triple in ox.parse(path=schema("ontology.ttl")):
        assert isinstance(triple.subject, ox.NamedNode)
        assert isinstance(triple.object, ox.NamedNode | ox.Literal)
        assert not (isinstance(triple.object, ox.Literal) and triple.object.language)


def test_what_is_generated_is_current() -> None:
    assert cypher.generated(MODEL).stale() == []
    assert readme.generated(MODEL).stale() == []


@pytest.mark.parametrize(
    ("before", "after", "problem"),
    [
        ('rdfs:label "nation" ;', "", "label"),
        ("rdfs:subClassOf :Agent, schema:Country ;", "rdfs:subClassOf :Agent, :Nation ;", "superclass"),
        ("rdfs:domain :Official ; rdfs:range :Position ;", "rdfs:domain :Officer ; rdfs:range :Position ;", "domain"),
        ("rdfs:domain :Claim ; rdfs:range xsd:boolean ;", "rdfs:domain :Claim ; rdfs:range xsd:gYear ;", "datatype"),
        (':neo4jType "HOLDS" ; :projection "asserted"', ':neo4jType "HOLDS" ; :projection "maybe"', "projection"),
        (':neo4jType "TARGET"', ':neo4jType "ACTOR"', "twice"),
        ("owl:versionInfo", "owl:versionInfo .", "cannot be read"),
    ],
)
def test_a_contradiction_is_named(before: str, after: str, problem: str, tmp_path: Path) -> None:
    assert before in TEXT
    file = tmp_path / "ontology.ttl"
    file.write_text(TEXT.replace(before, after), encoding="utf-8")
    with pytest.raises(KnowledgeError, match=problem):
        read(file)


def test_a_new_class_and_relation_need_no_python(tmp_path: Path) -> None:
    file = tmp_path / "ontology.ttl"
    more = """
:Treaty a owl:Class ; rdfs:subClassOf :Entity ; rdfs:label "treaty" ; rdfs:comment "A treaty." ; :neo4jLabel "Treaty" .
:signed a owl:ObjectProperty ; rdfs:label "signed" ; rdfs:comment "The agent signed the treaty." ;
    rdfs:domain :Agent ; rdfs:range :Treaty ; :neo4jType "SIGNED" ; :projection "asserted" .
"""
    file.write_text(TEXT + more, encoding="utf-8")
    model = read(file)
    names = {path.name for path in cypher.generated(model).stale()}
    assert {"create_treaty.cypher", "project_signed.cypher", "withdraw_signed.cypher"} <= names
    assert "Treaty" in readme.page(model)
