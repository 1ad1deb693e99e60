"""Classes, relations and properties as the program sees them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

type Datatype = Literal["string", "integer", "double", "boolean", "date", "dateTime"]
type Projection = Literal["always", "asserted", "none"]


@dataclass(frozen=True, slots=True)
class Property:
    """One datatype property: `name` is its key in the property graph, `domain` the classes that are given in the ontology.

    `chosen` marks a value that articles may word differently.
    """

    name: str
    iri: str
    datatype: Datatype
    label: str
    comment: str
    domain: tuple[str, ...]
    aligned: tuple[str, ...]
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Class:
    """One class: its Neo4j `labels` from the most general to its own, and its `properties` with the inherited ones.

    `parents` and `ancestors` are names of classes of the ontology, `aligned` IRIs of other vocabularies.
    """

    name: str
    iri: str
    label: str
    comment: str
    parents: tuple[str, ...]
    ancestors: tuple[str, ...]
    labels: tuple[str, ...]
    aligned: tuple[str, ...]
    properties: Mapping[str, Property]
    abstract: bool
    key: str | None
    indexes: tuple[str, ...]

    def is_a(self, *names: str) -> bool:
        """Say whether this class is one of `names` or below one."""
        return self.name in names or any(each in names for each in self.ancestors)


@dataclass(frozen=True, slots=True)
class Relation:
    """One relation: `type` is its relationship type, and what `Statement.predicate` holds.

    `projection` says when a statement is drawn as a relationship; "none" marks provenance, which is no statement.
    """

    type: str
    iri: str
    label: str
    comment: str
    domain: tuple[str, ...]
    range: tuple[str, ...]
    symmetric: bool
    projection: Projection
    aligned: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ontology:
    """The whole model: classes by name, relations by relationship type, in the order of the file."""

    iri: str
    label: str
    comment: str
    version: str
    classes: Mapping[str, Class]
    relations: Mapping[str, Relation]
    labelled: Mapping[frozenset[str], str] = field(init=False)

    def __post_init__(self) -> None:
        # Kept, as every node of a store that is streamed asks for its class.
        object.__setattr__(self, "labelled", {frozenset(each.labels): each.name for each in self.entity_classes})

    @property
    def entity_classes(self) -> tuple[Class, ...]:
        """The classes that an entity of an ArticleGraph may have."""
        return tuple(each for each in self.classes.values() if each.is_a("Entity") and not each.abstract)

    def class_of(self, labels: Iterable[str]) -> str:
        """Return the name of the class of entities whose labels these are."""
        return self.labelled[frozenset(labels)]

    @property
    def statement_relations(self) -> tuple[Relation, ...]:
        """The relations that statements are made of."""
        return tuple(each for each in self.relations.values() if each.projection != "none")
