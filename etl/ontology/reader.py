"""Reads an ontology file; the only vocabulary it needs is OWL, RDFS and the annotations that the file defines itself."""

from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox

from etl.errors import KnowledgeError
from etl.ids import ONTOLOGY
from etl.ontology.model import Class, Datatype, Ontology, Projection, Property, Relation

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_RDFS = "http://www.w3.org/2000/01/rdf-schema#"
_OWL = "http://www.w3.org/2002/07/owl#"
_SKOS = "http://www.w3.org/2004/02/skos/core#"
_SCHEMA = "https://schema.org/"
_XSD = "http://www.w3.org/2001/XMLSchema#"

_DATATYPES: dict[str, Datatype] = {
    _XSD + "string": "string",
    _XSD + "long": "integer",
    _XSD + "double": "double",
    _XSD + "boolean": "boolean",
    _XSD + "date": "date",
    _XSD + "dateTime": "dateTime",
}
_PROJECTIONS: dict[str, Projection] = {"": "none", "always": "always", "asserted": "asserted"}
_ALIGNMENTS = tuple(_RDFS + each for each in ("subClassOf", "subPropertyOf")) + tuple(
    _SKOS + each for each in ("exactMatch", "closeMatch", "broadMatch")
)


def read(file: Path) -> Ontology:
    """Return the ontology in the Turtle file `file`.

    Raises KnowledgeError for a file that cannot be parsed, a term without label, comment, domain or range, an unknown
    class or datatype, a circle of superclasses, or two terms with one name in the property graph.
    """
    try:
        triples = list(ox.parse(path=file))
    except (OSError, SyntaxError) as failure:
        raise KnowledgeError(f"the ontology {file} cannot be read: {failure}", hint="Reinstall entente.") from failure
    return _Reader(file, triples).ontology()


class _Reader:
    def __init__(self, file: Path, triples: Iterable[ox.Quad]) -> None:
        self._file = file
        self._values: dict[tuple[str, str], list[str]] = {}
        self._subjects: dict[str, list[str]] = {}
        for triple in triples:
            if isinstance(triple.subject, ox.Triple) or isinstance(triple.object, ox.Triple):
                raise KnowledgeError(f"{file}: an ontology needs no triple terms")
            subject, predicate, value = triple.subject.value, triple.predicate.value, triple.object.value
            self._values.setdefault((subject, predicate), []).append(value)
            if predicate == _RDF + "type":
                self._subjects.setdefault(value, []).append(subject)
        self._names = {iri: self._one(iri, ONTOLOGY + "neo4jLabel") for iri in self._of_type("Class")}

    def ontology(self) -> Ontology:
        properties = [self._property(iri) for iri in self._of_type("DatatypeProperty")]
        classes = [self._class(iri, properties) for iri in self._names]
        relations = [self._relation(iri) for iri in self._of_type("ObjectProperty")]
        iri = next(iter(self._of_type("Ontology")), "")
        return Ontology(
            iri,
            *self._prose(iri),
            version=self._one(iri, _OWL + "versionInfo"),
            classes=_by_name(self._file, [(each.name, each) for each in classes]),
            relations=_by_name(self._file, [(each.type, each) for each in relations]),
        )

    def _class(self, iri: str, properties: list[Property]) -> Class:
        name, ancestors = self._names[iri], self._ancestors(iri)
        mine = (name, *ancestors)
        return Class(
            name,
            iri,
            *self._prose(iri),
            parents=self._parents(iri),
            ancestors=ancestors,
            labels=(*reversed(ancestors), name),
            aligned=self._aligned(iri),
            properties=_by_name(self._file, [(each.name, each) for each in properties if set(each.domain) & set(mine)]),
            abstract=self._flag(iri, "abstract"),
            key=next(iter(self._get(iri, ONTOLOGY + "identifiedBy")), None),
            indexes=tuple(self._get(iri, ONTOLOGY + "indexedBy")),
        )

    def _property(self, iri: str) -> Property:
        (ranged,) = self._get(iri, _RDFS + "range") or [""]
        if ranged not in _DATATYPES:
            raise self._bad(iri, f"has the datatype {ranged or 'none'!r}", f"Use one of {sorted(_DATATYPES.values())}.")
        return Property(
            self._one(iri, ONTOLOGY + "neo4jKey"),
            iri,
            _DATATYPES[ranged],
            *self._prose(iri),
            domain=self._classes(iri, "domain"),
            aligned=self._aligned(iri),
            chosen=self._flag(iri, "chosen"),
        )

    def _relation(self, iri: str) -> Relation:
        projection = next(iter(self._get(iri, ONTOLOGY + "projection")), "")
        if projection not in _PROJECTIONS:
            raise self._bad(iri, f"has the projection {projection!r}", 'Write "always" or "asserted".')
        return Relation(
            self._one(iri, ONTOLOGY + "neo4jType"),
            iri,
            *self._prose(iri),
            domain=self._classes(iri, "domain"),
            range=self._classes(iri, "range"),
            symmetric=_OWL + "SymmetricProperty" in self._get(iri, _RDF + "type"),
            projection=_PROJECTIONS[projection],
            aligned=self._aligned(iri),
        )

    def _classes(self, iri: str, side: str) -> tuple[str, ...]:
        """Return the class names on one side of a property: of rdfs:domain, else of schema:domainIncludes."""
        given = self._get(iri, _RDFS + side) or self._get(iri, f"{_SCHEMA}{side}Includes")
        if not given or set(given) - set(self._names):
            raise self._bad(iri, f"has the {side} {given or 'none'}", "Name classes of the ontology.")
        return tuple(self._names[each] for each in given)

    def _parents(self, iri: str) -> tuple[str, ...]:
        return tuple(self._names[each] for each in self._get(iri, _RDFS + "subClassOf") if each in self._names)

    def _ancestors(self, iri: str, below: tuple[str, ...] = ()) -> tuple[str, ...]:
        """Return the names of all superclasses, nearest first."""
        if iri in below:
            raise self._bad(iri, "is its own superclass")
        found: dict[str, None] = {}
        for parent in (each for each in self._get(iri, _RDFS + "subClassOf") if each in self._names):
            for name in (self._names[parent], *self._ancestors(parent, (*below, iri))):
                found.pop(name, None)
                found[name] = None
        return tuple(found)

    def _aligned(self, iri: str) -> tuple[str, ...]:
        found = [value for predicate in _ALIGNMENTS for value in self._get(iri, predicate)]
        return tuple(sorted(each for each in found if not each.startswith(ONTOLOGY)))

    def _prose(self, iri: str) -> tuple[str, str]:
        return self._one(iri, _RDFS + "label"), self._one(iri, _RDFS + "comment")

    def _flag(self, iri: str, name: str) -> bool:
        return self._get(iri, ONTOLOGY + name) == ["true"]

    def _one(self, iri: str, predicate: str) -> str:
        values = self._get(iri, predicate)
        if len(values) != 1:
            raise self._bad(iri, f"has {len(values)} values of {predicate}, not one")
        return values[0]

    def _get(self, iri: str, predicate: str) -> list[str]:
        return self._values.get((iri, predicate), [])

    def _of_type(self, name: str) -> list[str]:
        return self._subjects.get(_OWL + name, [])

    def _bad(self, iri: str, problem: str, hint: str = "") -> KnowledgeError:
        return KnowledgeError(f"{self._file}: {iri} {problem}", hint=hint)


def _by_name[T](file: Path, pairs: list[tuple[str, T]]) -> dict[str, T]:
    found: dict[str, T] = {}
    for name, value in pairs:
        if name in found:
            raise KnowledgeError(f"{file}: the name {name!r} is used twice")
        found[name] = value
    return found
