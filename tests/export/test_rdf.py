"""RDF: the same graph from a store and from article graphs, in every format, with terms of the ontology only."""

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib.compare import isomorphic
from samples import week

from etl import ids
from etl.errors import ExportError
from etl.export.rdf import FORMATS, write_rdf
from etl.export.rdf.formats import Format
from etl.export.rdf.knowledge import from_graphs, surer
from etl.load import Server, Store, open_store
from etl.model import Article, ArticleGraph, Entity, Evidence, Statement
from etl.ontology import ontology
from etl.reference import reference_graphs

RDFLIB = {"turtle": "turtle", "ntriples": "nt", "trig": "trig", "nquads": "nquads", "jsonld": "json-ld"}
XSD = "http://www.w3.org/2001/XMLSchema#"
# The Dataset of rdflib 7 warns of its own calls.
pytestmark = pytest.mark.filterwarnings("ignore:Dataset:DeprecationWarning", "ignore:ConjunctiveGraph:DeprecationWarning")
EVERY = pytest.mark.parametrize("form", FORMATS.values(), ids=FORMATS)


@pytest.fixture(autouse=True)
def literals_as_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rdflib, "NORMALIZE_LITERALS", False)


@pytest.fixture(scope="module")
def store(module_server: Server) -> Iterator[Store]:
    with open_store(server=module_server) as opened:
        opened.prepare()
        opened.load(week.graphs())
        yield opened


def written(source: list[ArticleGraph] | Store, form: str) -> bytes:
    out = io.BytesIO()
    write_rdf(source, out, form)
    return out.getvalue()


def read(data: bytes, form: Format) -> list[ox.Quad]:
    return list(ox.parse(data, form.writer))


def dataset(data: bytes, form: Format) -> rdflib.Dataset:
    found = rdflib.Dataset()
    found.parse(data=data, format=RDFLIB[form.name])
    return found


def iri(term: object) -> str:
    """Return the IRI of a node, and nothing for any other term."""
    return term.value if isinstance(term, ox.NamedNode) else ""


def flat(data: bytes, form: Format) -> rdflib.Graph:
    """Return all triples, whichever graph they stand in."""
    graph = rdflib.Graph()
    for subject, predicate, object_, _ in dataset(data, form).quads():
        graph.add((subject, predicate, object_))
    return graph


@pytest.fixture(scope="module")
def triples() -> list[ox.Quad]:
    return read(written(week.graphs(), "nquads"), FORMATS["nquads"])


@EVERY
def test_a_store_and_its_graphs_give_the_same_rdf(store: Store, form: Format) -> None:
    assert isomorphic(flat(written(store, form.name), form), flat(written(week.graphs(), form.name), form))


@EVERY
def test_every_format_says_the_same(form: Format) -> None:
    plain = flat(written(week.graphs(), "ntriples"), FORMATS["ntriples"])
    assert isomorphic(flat(written(week.graphs(), form.name), form), plain)


@EVERY
def test_both_libraries_read_the_same(form: Format) -> None:
    data = written(week.graphs(), form.name)
    quads = read(data, form)
    if form.graphs:
        assert len(quads) == len(set(quads)) == len(list(dataset(data, form).quads()))
    else:
        assert len(quads) == len(set(quads)) == len(flat(data, form))
    again = ox.serialize(quads if form.graphs else [each.triple for each in quads], format=form.writer)
    assert again is not None and isomorphic(flat(again, form), flat(data, form))


@EVERY
def test_order_and_repetition_do_not_matter(form: Format) -> None:
    graphs = week.graphs()
    assert written([*reversed(graphs), *graphs], form.name) == written(graphs, form.name)


def test_the_store_is_written_byte_for_byte_alike(store: Store) -> None:
    assert written(store, "trig") == written(week.graphs(), "trig")


def test_there_are_no_blank_nodes_lists_or_language_tags(triples: list[ox.Quad]) -> None:
    for each in triples:
        assert isinstance(each.subject, ox.NamedNode)
        assert not isinstance(each.object, ox.BlankNode)
        assert not isinstance(each.object, ox.Literal) or each.object.language is None


def test_datatypes_are_those_that_importers_know(triples: list[ox.Quad]) -> None:
    found = {each.object.datatype.value for each in triples if isinstance(each.object, ox.Literal)}
    assert found <= {XSD + name for name in ("string", "boolean", "long", "double", "date", "dateTime")}


def test_terms_of_our_namespace_are_in_the_ontology(triples: list[ox.Quad]) -> None:
    known = ontology()
    terms = {each.iri for each in known.classes.values()} | {each.iri for each in known.relations.values()}
    terms |= {one.iri for each in known.classes.values() for one in each.properties.values()}
    used = {term.value for each in triples for term in (each.predicate, each.object) if isinstance(term, ox.NamedNode)}
    assert {term for term in used if term.startswith(ids.ONTOLOGY)} <= terms


def test_direct_triples_are_those_that_the_property_graph_draws(store: Store, triples: list[ox.Quad]) -> None:
    relations = ontology().statement_relations
    types = {each.iri: each.type for each in relations}
    found = {
        (iri(each.subject), types[iri(each.predicate)], iri(each.object)) for each in triples if iri(each.predicate) in types
    }
    drawn = store.read("MATCH (a:Entity)-[r]->(b:Entity) RETURN a.iri AS a, type(r) AS type, b.iri AS b").rows
    assert found == {(row["a"], row["type"], row["b"]) for row in drawn}


def test_what_is_only_claimed_stands_as_a_statement_alone(triples: list[ox.Quad]) -> None:
    known = ontology()
    node = ox.NamedNode(week.ALLIED.iri)
    said = {each.predicate.value: each.object for each in triples if each.subject == node}
    assert said[known.classes["Statement"].properties["asserted"].iri] == ox.Literal(
        "false", datatype=ox.NamedNode(XSD + "boolean")
    )
    assert known.relations["ALLIED_WITH"].iri not in {each.predicate.value for each in triples}


def test_evidence_stands_in_a_graph_of_its_article() -> None:
    quads = read(written(week.graphs(), "trig"), FORMATS["trig"])
    evidence = ox.NamedNode(ontology().classes["Evidence"].iri)
    nodes = {each.subject for each in quads if each.object == evidence}
    for graph in week.graphs():
        own = {ox.NamedNode(each.iri(graph.article.iri)) for each in graph.evidence}
        assert {each.subject for each in quads if each.graph_name == ox.NamedNode(graph.article.iri)} == own
    assert {each.subject for each in quads if each.graph_name == ox.DefaultGraph()}.isdisjoint(nodes)


def test_a_passage_leads_from_the_fact_to_its_words() -> None:
    graph = flat(written(week.graphs(), "turtle"), FORMATS["turtle"])
    words = graph.query(
        """PREFIX : <https://w3id.org/entente/ontology#> PREFIX oa: <http://www.w3.org/ns/oa#>
        PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
        SELECT ?words ?document WHERE {
          ?s rdf:subject ?a ; rdf:predicate :transferred ; rdf:object ?b ; :asserted true . ?a :transferred ?b .
          ?e :supports ?s ; oa:exact ?words ; :from/:document ?document }"""
    )
    assert [tuple(map(str, row)) for row in words] == [("North Korea supplied troops and ammunition.", "week")]  # type: ignore[arg-type]


def test_the_reference_layer_is_exported_whole() -> None:
    out = io.BytesIO()
    counts = write_rdf(reference_graphs(), out, "ntriples")
    assert counts.quarantined == () and counts.statements > 1000
    same = ox.Quad(
        ox.NamedNode(week.RUS),
        ox.NamedNode("http://www.w3.org/2002/07/owl#sameAs"),
        ox.NamedNode("http://www.wikidata.org/entity/Q159"),
    )
    assert same in read(out.getvalue(), FORMATS["ntriples"])


def test_what_is_not_sure_enough_is_left_out_with_all_that_only_it_supports() -> None:
    first, *others = week.graphs()
    unsure = replace(first, evidence=tuple(replace(each, confidence=0.1) for each in first.evidence))
    whole, sure = (write_rdf([unsure, *others], io.BytesIO(), "trig", each) for each in (0.1, 0.5))
    alone = write_rdf(others, io.BytesIO(), "trig")
    assert (sure.evidence, sure.statements) == (alone.evidence, alone.statements)
    assert sure.statements < whole.statements
    assert whole == write_rdf([first, *others], io.BytesIO(), "trig")


def test_a_passage_that_is_left_supports_only_what_is_left() -> None:
    whole, about = from_graphs(week.graphs()), Statement(week.CLAIM, "ABOUT", week.VISIT.iri)
    whole.statements[about.iri] = about
    for iri, (article, each) in whole.evidence.items():
        told = replace(each, supports=(*each.supports, about.iri)) if each.supports[0] == week.CLAIM else each
        unsure = each.supports[0] == week.VISIT.iri
        whole.evidence[iri] = article, replace(told, confidence=0.1) if unsure else told
    sure = surer(whole, 0.5)
    described = sure.entities.keys() | sure.statements.keys()
    assert week.CLAIM in described and week.VISIT.iri not in described
    assert all(described >= {*each.supports} for _, each in sure.evidence.values())
    assert described >= sure.asserted


def odd(text: str) -> ArticleGraph:
    claim = Entity(ids.claim(None, text), "Claim", {"text": text, "direct": True})
    return ArticleGraph(
        Article(text, text, None, text, text, text), (claim,), (), (Evidence((claim.iri,), text, 0, 1, "rule", 0.1 + 0.2),)
    )


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_odd_characters_come_back_as_they_were(text: str) -> None:
    graph = odd(text)
    sentence = ontology().classes["Evidence"].properties["sentence"].iri
    for form in FORMATS.values():
        quads = read(written([graph], form.name), form)
        assert [each.object for each in quads if each.predicate.value == sentence] == [ox.Literal(text)]


@settings(max_examples=30, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_both_libraries_agree_on_odd_characters(text: str) -> None:
    for form in FORMATS.values():
        data = written([odd(text)], form.name)
        assert len(flat(data, form)) == len({(each.subject, each.predicate, each.object) for each in read(data, form)})


@pytest.mark.parametrize(("name", "form"), [(each.extension, each) for each in FORMATS.values()], ids=FORMATS)
def test_the_ending_of_a_file_says_its_format(tmp_path: Path, name: str, form: Format) -> None:
    target = tmp_path / f"graph{name.upper()}"
    counts = write_rdf(week.graphs(), target)
    assert counts.quads == len(read(target.read_bytes(), form))
    assert (counts.articles, counts.entities, counts.evidence) == (2, 20, 16)
    assert [each.name for each in tmp_path.iterdir()] == [target.name]


@pytest.mark.parametrize("name", ["ttl", ".ttl", "Turtle", "TURTLE"])
def test_a_format_has_several_names(name: str) -> None:
    assert written(week.graphs(), name) == written(week.graphs(), "turtle")


def test_standard_output(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    write_rdf(week.graphs(), "-", "N-Triples")
    assert capfdbinary.readouterr().out == written(week.graphs(), "ntriples")


@pytest.mark.parametrize(
    ("out", "form", "problem"),
    [("graph.rdf", None, "'rdf' is no format"), ("-", None, "does not say"), ("-", "turtel", "Did you mean turtle")],
)
def test_an_unknown_format_is_refused(out: str, form: str | None, problem: str) -> None:
    with pytest.raises(ExportError, match=problem):
        write_rdf([], out, form)


def test_a_failure_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    target = tmp_path / "graph.ttl"
    target.write_text("what stood here", encoding="utf-8")

    def broken() -> Iterator[ArticleGraph]:
        yield week.graphs()[0]
        raise RuntimeError("the source fails")

    with pytest.raises(RuntimeError):
        write_rdf(broken(), target)
    assert target.read_text(encoding="utf-8") == "what stood here"
    assert list(tmp_path.iterdir()) == [target]


def test_a_folder_that_does_not_exist_is_named(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="cannot be written"):
        write_rdf(week.graphs(), tmp_path / "nowhere" / "graph.ttl")


def test_a_graph_that_does_not_fit_the_ontology_is_left_out_and_named() -> None:
    out = io.BytesIO()
    wrong = ArticleGraph(Article("wrong", "Words."), (Entity(ids.nation("RUS"), "Planet"),))
    assert write_rdf([wrong], out, "turtle").quarantined == ("wrong",)
