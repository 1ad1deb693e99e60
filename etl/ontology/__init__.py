"""The model of the graph, read from `schema/ontology.ttl`: classes, relations, properties, and what fits them."""

from functools import cache

from etl.model import ArticleGraph
from etl.ontology.model import Class, Ontology, Property, Relation
from etl.ontology.reader import read
from etl.ontology.validation import validate_against
from etl.resources import schema

__all__ = ["Class", "Ontology", "Property", "Relation", "ontology", "validate"]


@cache
def ontology() -> Ontology:
    """Return the ontology that ships with Entente; raises KnowledgeError when it contradicts itself."""
    return read(schema("ontology.ttl"))


def validate(graph: ArticleGraph) -> list[str]:
    """Return what does not fit the ontology in `graph`: one sentence a problem, none for a good graph."""
    return validate_against(ontology(), graph)
