"""Fact sheets: an ArticleGraph as one flat JSON object, for jq and for scoring against annotated data."""

import re
from collections.abc import Iterable
from typing import Any

from etl.model import ArticleGraph, Entity, Evidence, Interval, Statement
from etl.model.naming import POINTERS

type Sheet = dict[str, Any]

_RELATIONS = {
    "MEMBER_OF": "MEMBER_OF",
    "ALLIED_WITH": "ALLIED_WITH",
    "SEEKS_MEMBERSHIP": "SEEKS_MEMBERSHIP",
    "WITHDREW_FROM": "WITHDRAWS_FROM",
}
# What may stand between a group and the state it is from.
_HOME = re.compile(r"\s+(?:in|of|from)\s+(?:the\s+)?")
_AT_HOME = frozenset({"COERCE", "YIELD", "REJECT", "THREATEN", "PROTEST"})  # what is done to one's own people too
_BEHIND = 12


def sheet(graph: ArticleGraph) -> Sheet:
    """Return the facts of one article in the flat format of the annotation guide."""
    return _Sheet(graph).build()


class _Sheet:
    def __init__(self, graph: ArticleGraph) -> None:
        self.graph = graph
        self.entities = {each.iri: each for each in graph.entities}
        self.statements = {each.iri: each for each in graph.statements}
        self.names = self._names()
        self.iso = {str(each.properties["iso3"]) for each in graph.entities if each.cls == "Nation"}

    def build(self) -> Sheet:
        graph = self.graph
        officials = self._officials()
        return {
            "id": graph.article.document,
            "date": graph.article.date,
            "nations": self._nations(officials),
            "officials": officials,
            "organizations": self._organizations(),
            "exercises": [self._exercise(evidence, entity) for evidence, entity in self._situations("Exercise")],
            "relations": self._relations(),
            "events": [self._event(evidence, entity) for evidence, entity in self._situations("Event")],
            "mentions": [
                {"span": [m.start, m.end], "text": m.text, "kind": m.kind, "id": self.label(m.entity)} for m in graph.mentions
            ],
            "dates": [{"span": [d.start, d.end], "text": d.text, **_bounds(d.value)} for d in graph.dates],
            "quotes": self._quotes(),
            "chains": [[list(span) for span in chain] for chain in graph.chains],
        }

    def _quotes(self) -> list[Sheet]:
        sure = {each.supports[0]: each.confidence for each in self.graph.evidence}
        return [
            {
                "span": [each.start, each.end],
                "speaker": each.speaker,
                "medium": each.medium,
                "text": each.text,
                "direct": each.direct,
                "confidence": sure.get(each.claim),
            }
            for each in self.graph.quotes
        ]

    def _names(self) -> dict[str, str]:
        """Return for each entity its longest naming mention."""
        names: dict[str, str] = {}
        for each in self.graph.mentions:
            if each.kind not in {"coreference", "title"} and len(each.text) > len(names.get(each.entity, "")):
                names[each.entity] = each.text
        return names

    def label(self, iri: str) -> str:
        """Return the code or name that stands for an entity in fact sheets."""
        entity = self.entities.get(iri)
        if entity is None:
            return self.names.get(iri, iri.rsplit("/", 1)[-1])
        if entity.cls == "Nation":
            return str(entity.properties["iso3"])
        if entity.cls in {"Official", "Group", "Place"}:
            return self.names.get(iri) or str(entity.properties.get("name") or iri.rsplit("/", 1)[-1])
        return str(entity.properties.get("name") or self.names.get(iri) or iri.rsplit("/", 1)[-1])

    def _organizations(self) -> list[str]:
        """Return the organisations by their fullest names in the article, as the annotation guide gives them."""
        named: dict[str, str] = {}
        for each in self._named("Organization", "Alliance"):
            named[each.entity] = max(named.get(each.entity, ""), each.text, key=len)
        return sorted(set(named.values()))

    def _named(self, *classes: str) -> Iterable[Any]:
        for each in self.graph.mentions:
            entity = self.entities.get(each.entity)
            if entity is not None and entity.cls in classes and each.kind not in POINTERS:
                yield each

    def _nations(self, officials: list[Sheet]) -> list[str]:
        named = {self.label(each.entity) for each in self._named("Nation")}
        return sorted(named | {each["nation"] for each in officials if each["nation"]})

    def _supported(self, predicate: str) -> Iterable[tuple[Evidence, Statement]]:
        for evidence in self.graph.evidence:
            for iri in evidence.supports:
                statement = self.statements.get(iri)
                if statement is not None and statement.predicate == predicate:
                    yield evidence, statement

    def _officials(self) -> list[Sheet]:
        homes = {statement.subject: statement.object for _, statement in self._supported("OF")}
        found = []
        for evidence, statement in self._supported("HOLDS"):
            home = self.entities[homes[statement.object]]
            official: Sheet = {"name": self.label(statement.subject), "position": evidence.cue}
            official["nation"] = self.label(home.iri) if home.cls == "Nation" else None
            if home.cls != "Nation":
                official["organization"] = self.label(home.iri)
            if statement.detail == "former":
                official["former"] = True
            spans = [[each.start, each.end] for each in evidence.spans]
            found.append(
                official | {"span": spans[0] if spans else None, "rule": evidence.rule, "confidence": evidence.confidence}
            )
        return found

    def _situations(self, cls: str) -> Iterable[tuple[Evidence, Entity]]:
        seen: set[str] = set()
        for evidence in self.graph.evidence:
            entity = self.entities.get(evidence.supports[0])
            if entity is not None and entity.cls == cls and entity.iri not in seen:
                seen.add(entity.iri)
                yield evidence, entity

    def _objects(self, subject: str, predicate: str) -> list[str]:
        return [each.object for each in self.graph.statements if each.subject == subject and each.predicate == predicate]

    def _role(self, subject: str, predicate: str) -> list[str]:
        return [
            self.label(each.object)
            for each in self.graph.statements
            if each.subject == subject and each.predicate == predicate and each.detail != "representative"
        ]

    def _nations_of(self, evidence: Evidence, subject: str, role: str) -> list[str]:
        """Return the states on one side of an event: as actors, or as where its groups and officials are from."""
        found = {each for each in self._role(subject, role) if each in self.iso}
        spans = [(each.start, each.end) for each in evidence.spans if each.role == role]
        for each in self.graph.mentions:
            if any((start <= each.start and each.end <= end) or self._is_home(end, each.start) for start, end in spans):
                entity = self.entities[each.entity]
                nation = entity.properties.get("iso3" if entity.cls == "Nation" else "nation")
                if nation is not None and (entity.cls == "Group" or nation in self.iso):
                    found.add(str(nation))
        return sorted(found or self._only_nation(subject, role))

    def _only_nation(self, subject: str, role: str) -> set[str]:
        """Return the only state of the article for a side of people that no state is known of: "striking teachers".

        Where nobody is named at all on the side of a target, the state deals with its own people: "lifted the curfew".
        """
        if len(self.iso) != 1:
            return set()
        who = self._objects(subject, role)
        if not who:
            return self.iso if role == "TARGET" and self.entities[subject].properties["type"] in _AT_HOME else set()
        return self.iso if all(map(self._is_local, who)) else set()

    def _is_local(self, iri: str) -> bool:
        entity = self.entities.get(iri)
        return entity is not None and entity.cls in {"Group", "Official"} and entity.properties.get("name") is None

    def _is_home(self, end: int, start: int) -> bool:
        """Say whether only a preposition stands between an actor and a name: "rebels in Chad", "guerrillas of the Congo"."""
        return 0 < start - end <= _BEHIND and bool(_HOME.fullmatch(self.graph.article.text, end, start))

    def _places(self, iri: str) -> list[str]:
        """Return the places of a situation by name, a state's too."""
        found = [(place, self.entities.get(place)) for place in self._objects(iri, "TOOK_PLACE_IN")]
        return [str(e.properties["name"]) if e and e.cls == "Nation" else self.label(place) for place, e in found]

    def _exercise(self, evidence: Evidence, entity: Entity) -> Sheet:
        who = [
            self.label(each.subject)
            for each in self.graph.statements
            if each.predicate == "PARTICIPATED_IN" and each.object == entity.iri
        ]
        bounds = _bounds(self._month_of_week(entity.properties.get("when")))
        return {
            "name": entity.properties.get("name"),
            "participants": who,
            "status": evidence.status,
            "kind": evidence.kind,
            "forces": evidence.forces,
            "aim": evidence.aim,
            "start": bounds["start"],
            "end": bounds["end"],
            "places": self._places(entity.iri),
            "span": [evidence.cue_start, evidence.cue_end],
            "confidence": evidence.confidence,
            "rule": evidence.rule,
        }

    def _month_of_week(self, when: object) -> str | None:
        """Return a time as the annotation guide writes it: a week or weekend told by "next" as its month."""
        value = str(when) if when else None
        told = any(each.value == value and each.text.lower().endswith(("week", "weekend")) for each in self.graph.dates)
        return value[:7] if value and told else value

    def _relations(self) -> list[Sheet]:
        found = []
        for predicate, type_ in _RELATIONS.items():
            for evidence, each in self._supported(predicate):
                one, other = self._in_text_order(evidence, each)
                found.append(
                    {
                        "type": type_,
                        "source": self.label(one),
                        "target": self.label(other),
                        "negated": each.polarity == "negative",
                        "since": each.valid_from,
                        "detail": each.detail,
                        "confidence": evidence.confidence,
                        "rule": evidence.rule,
                    }
                )
        return found

    def _in_text_order(self, evidence: Evidence, statement: Statement) -> tuple[str, str]:
        """Return the two ends of a relation as the text names them; the graph holds a symmetric one by its lesser key."""
        ends = statement.subject, statement.object
        if statement.predicate != "ALLIED_WITH":
            return ends
        first = next((span for span in evidence.spans if span.role == "ACTOR"), None)
        if first is None:
            return ends
        named = {m.entity for m in self.graph.mentions if (m.start, m.end) == (first.start, first.end)}
        return ends if statement.subject in named else (ends[1], ends[0])

    def _event(self, evidence: Evidence, entity: Entity) -> Sheet:
        when = entity.properties.get("when")
        bounds = _bounds(str(when) if when else None)
        return {
            "type": entity.properties["type"],
            "mode": entity.properties.get("mode"),
            "source": self._role(entity.iri, "ACTOR"),
            "target": self._role(entity.iri, "TARGET"),
            "cue": evidence.cue,
            "reported_by": self._reporter(evidence),
            "negated": entity.properties["polarity"] == "negative",
            "hypothetical": entity.properties["modality"] != "factual",
            "planned": entity.properties["modality"] == "planned",
            "start": bounds["start"],
            "end": bounds["end"],
            "places": self._places(entity.iri),
            "cue_span": [evidence.cue_start, evidence.cue_end],
            "source_spans": [[s.start, s.end] for s in evidence.spans if s.role == "ACTOR"],
            "target_spans": [[s.start, s.end] for s in evidence.spans if s.role == "TARGET"],
            "source_nations": self._nations_of(evidence, entity.iri, "ACTOR"),
            "target_nations": self._nations_of(evidence, entity.iri, "TARGET"),
            "confidence": evidence.confidence,
            "rule": evidence.rule,
        }

    def _reporter(self, evidence: Evidence) -> str | None:
        if evidence.asserted:
            return None
        if evidence.medium:
            return evidence.medium
        return self.label(evidence.speaker) if evidence.speaker in self.entities else evidence.speaker


def _bounds(value: str | None) -> dict[str, str | None]:
    """Return start, end and precision of an EDTF literal; a single day or month is both its start and its end."""
    if value is None:
        return {"start": None, "end": None, "precision": None}
    first, slash, last = value.partition("/")
    start, end = first.rstrip("~?%"), (last if slash else first).rstrip("~?%")
    return {
        "start": None if start in ("", "..") else start,
        "end": None if end in ("", "..") else end,
        "precision": Interval.parse(value).precision,
    }
