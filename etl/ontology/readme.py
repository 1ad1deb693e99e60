"""The page on the model, `schema/README.md`: `python -m etl.ontology.readme` writes it, with `--check` says when it is stale."""

from collections.abc import Iterable

from etl import resources
from etl.ontology import Class, Ontology, Relation, ontology
from etl.ontology.generated import Generated, main

_PREFIXES = {
    "foaf": "http://xmlns.com/foaf/0.1/",
    "geo": "http://www.w3.org/2003/01/geo/wgs84_pos#",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "popolo": "http://www.popoloproject.com/vocabulary#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "schema": "https://schema.org/",
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "wd": "http://www.wikidata.org/entity/",
    "wdt": "http://www.wikidata.org/prop/direct/",
}
_DRAWN = {"always": "while the statement stands", "asserted": "while asserted, positive and factual", "none": "provenance"}


def generated(model: Ontology) -> Generated:
    """Return the page as the only generated file."""
    path = resources.schema("README.md")
    return Generated({path: page(model)}, frozenset({path}))


def page(model: Ontology) -> str:
    """Return the text of the page in Markdown."""
    return "\n".join(
        [
            "# The model",
            "",
            "<!-- Generated from ontology.ttl by `python -m etl.ontology.readme`: change the ontology, not this page. -->",
            "",
            f"{model.comment} Version {model.version}, namespace `{model.iri}#`.",
            "",
            "An *entity* keeps its identity between articles. A *statement* says something about entities. *Evidence* is one",
            "passage of one article that supports statements and situations. Statements are the truth of the graph; the",
            "relationships between entities are their projection, drawn for reading and querying.",
            "",
            "```mermaid",
            *_diagram(model),
            "```",
            "",
            "## Classes",
            "",
            "A node carries the labels of its class and of all classes above it, so that a query can ask for any `Agent`.",
            "",
            *_table(("Label", "Below", "What it is", "Aligned with"), map(_class, model.classes.values())),
            "",
            "## Relations",
            "",
            *_table(("Type", "From", "To", "Drawn", "What it says", "Aligned with"), map(_relation, model.relations.values())),
            "",
            "A relationship that is the projection of a statement carries its key as `statement`, with `articles`, `sources`,",
            "`confidence`, `first_seen`, `last_seen`, `valid_from`, `valid_to` and `detail`. `MENTIONED_IN` has `count`, `names`",
            "and what the article calls the entity, `SUPPORTS` has `rank`, `PUBLISHED_BY` the `name` that the article gives.",
            "",
            "## Properties",
            "",
            "Nodes of classes with a key are found by `iri`. Dates are ISO 8601 strings, periods EDTF literals.",
            "",
            *_table(("Class", "Property", "Type", "What it is"), _properties(model)),
            "",
        ]
    )


def _diagram(model: Ontology) -> list[str]:
    lines = ["classDiagram", "    direction LR"]
    for cls in model.classes.values():
        lines += [f"    {parent} <|-- {cls.name}" for parent in cls.parents]
    for relation in model.relations.values():
        lines += [f"    {one} --> {other} : {relation.type}" for one in relation.domain for other in relation.range]
    return lines


def _class(cls: Class) -> tuple[str, ...]:
    name = f"*{cls.name}*" if cls.abstract else f"`{cls.name}`"
    return name, ", ".join(cls.parents), cls.comment, _aligned(cls.aligned)


def _relation(relation: Relation) -> tuple[str, ...]:
    drawn = _DRAWN[relation.projection] + (", once for both directions" if relation.symmetric else "")
    ends = ", ".join(relation.domain), ", ".join(relation.range)
    return f"`{relation.type}`", *ends, drawn, relation.comment, _aligned(relation.aligned)


def _properties(model: Ontology) -> Iterable[tuple[str, ...]]:
    for cls in model.classes.values():
        for key, each in cls.properties.items():
            if cls.name in each.domain:
                yield f"`{cls.name}`", f"`{key}`", each.datatype, each.comment


def _aligned(iris: Iterable[str]) -> str:
    return ", ".join(f"[{_short(iri)}]({iri})" for iri in iris)


def _short(iri: str) -> str:
    for prefix, namespace in _PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> list[str]:
    lines = [head, ("---",) * len(head), *rows]
    return ["| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines]


if __name__ == "__main__":
    main(__doc__, generated(ontology()))
