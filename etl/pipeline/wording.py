"""Facts of a graph in words: "ACCUSE Russia > Japan", "Sergey Lavrov HOLDS foreign minister of Russia"."""

from dataclasses import dataclass

from etl import ids
from etl.model import ArticleGraph, Entity, Statement
from etl.model.naming import POINTERS

_SITUATIONS = frozenset({"Event", "Exercise", "Claim"})


@dataclass(frozen=True, slots=True)
class Fact:
    """One statement, event, exercise or claim, in words and with what qualifies it."""

    iri: str
    says: str
    type: str
    polarity: str
    modality: str
    when: str | None = None
    mode: str | None = None


class Wording:
    """Names the entities of one graph and words its facts."""

    def __init__(self, graph: ArticleGraph) -> None:
        self._entities = {each.iri: each for each in graph.entities}
        self._statements = {each.iri: each for each in graph.statements}
        self._named: dict[str, str] = {}
        for each in graph.mentions:
            if each.kind not in POINTERS and len(each.text) > len(self._named.get(each.entity, "")):
                self._named[each.entity] = each.text

    def name(self, iri: str) -> str:
        """Return the name of an entity, else the end of its IRI."""
        entity = self._entities.get(iri)
        own = str(entity.properties.get("name") or "") if entity is not None else ""
        return own or self._named.get(iri) or ids.path_of(iri).rsplit("/", 1)[-1].replace("-", " ")

    def fact(self, iri: str) -> Fact:
        """Return the fact that `iri` stands for."""
        if iri in self._statements:
            return self._stated(iri, self._statements[iri])
        entity = self._entities.get(iri)
        return self._situation(entity) if entity is not None else Fact(iri, ids.path_of(iri), "", "positive", "factual")

    def _stated(self, iri: str, each: Statement) -> Fact:
        told = self._entities.get(each.subject)
        subject = self._sides(told) if told is not None and told.cls in _SITUATIONS else self.name(each.subject)
        words = f"{subject} {each.predicate} {self.name(each.object)}"
        if each.detail:
            words += f" ({each.detail})"
        when = "/".join((each.valid_from or "..", each.valid_to or "..")) if each.valid_from or each.valid_to else None
        return Fact(iri, words, each.predicate, each.polarity, each.modality, when)

    def _situation(self, entity: Entity) -> Fact:
        known = entity.properties
        when = str(known["when"]) if known.get("when") else None
        polarity, modality = str(known.get("polarity", "positive")), str(known.get("modality", "factual"))
        mode = str(known["mode"]) if known.get("mode") else None
        return Fact(entity.iri, self._sides(entity), str(known.get("type", entity.cls)), polarity, modality, when, mode)

    def _sides(self, entity: Entity) -> str:
        if entity.cls == "Claim":
            who = self._ends(entity.iri, "SAID", of_subject=False)
            return f"{who or 'somebody'} SAID “{entity.properties.get('text', '')}”"
        if entity.cls == "Exercise":
            who = self._ends(entity.iri, "PARTICIPATED_IN", of_subject=False)
            return f"{entity.properties.get('name') or 'exercise'}" + (f" of {who}" if who else "")
        who, whom = self._ends(entity.iri, "ACTOR"), self._ends(entity.iri, "TARGET")
        return f"{entity.properties.get('type', entity.cls)} {who or '?'}" + (f" > {whom}" if whom else "")

    def _ends(self, iri: str, predicate: str, *, of_subject: bool = True) -> str:
        found = [
            each.object if of_subject else each.subject
            for each in self._statements.values()
            if each.predicate == predicate
            and (each.subject if of_subject else each.object) == iri
            and each.detail != "representative"
        ]
        return ", ".join(sorted({self.name(each) for each in found}))
