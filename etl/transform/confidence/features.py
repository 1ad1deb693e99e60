"""What the confidence in a passage depends on: the rule that read it, and how the fact was told and put together."""

from collections.abc import Iterator

from etl.model import ArticleGraph, Evidence, Statement

# The kind of fact of a passage by what it supports first: the class of a situation, or the predicate of a statement.
KINDS = {
    "Event": "event",
    "Exercise": "exercise",
    "Claim": "claim",
    "HOLDS": "official",
    "MEMBER_OF": "relation",
    "ALLIED_WITH": "relation",
    "SEEKS_MEMBERSHIP": "relation",
    "WITHDREW_FROM": "relation",
}
KIND_NAMES = tuple(dict.fromkeys(KINDS.values()))
_SIDES = {"ACTOR": "source", "TARGET": "target"}
_FAR = 80


class Features:
    """The features of the passages of one graph."""

    def __init__(self, graph: ArticleGraph) -> None:
        self._entities = {each.iri: each for each in graph.entities}
        self._statements = {each.iri: each for each in graph.statements}
        self._kinds = {(each.start, each.end): each.kind for each in graph.mentions}
        self._length = graph.article.text.find("\n\n")

    def kind(self, evidence: Evidence) -> str | None:
        """Return what kind of fact a passage is for; None for what is taken as certain."""
        main = evidence.supports[0]
        entity, statement = self._entities.get(main), self._statements.get(main)
        name = entity.cls if entity else statement.predicate if statement else ""
        return KINDS.get(name)

    def of(self, evidence: Evidence) -> Iterator[str]:
        """Yield the names of the features that a passage has."""
        yield from self._told(evidence)
        kind = self.kind(evidence)
        if kind in ("event", "exercise"):
            yield from self._roles(evidence, kind)
        if kind == "official":
            yield from self._office(evidence)

    def _told(self, evidence: Evidence) -> Iterator[str]:
        if not evidence.asserted:
            yield "reported"
        if evidence.status:
            yield f"status {evidence.status}"
        main = self._entities.get(evidence.supports[0])
        statement = self._statements.get(evidence.supports[0])
        said = main.properties if main else {}
        if said.get("polarity") == "negative" or (statement and statement.polarity == "negative"):
            yield "denied"
        if said.get("modality", "factual") != "factual" or (statement and statement.modality != "factual"):
            yield "not factual"
        if said.get("type"):
            yield f"type {said['type']}"
        if said.get("name") and main and main.cls == "Exercise":
            yield "named"
        if self._length < 0:
            yield "short text"

    def _roles(self, evidence: Evidence, kind: str) -> Iterator[str]:
        statements = [self._statements[each] for each in evidence.supports if each in self._statements]
        for role, side in _SIDES.items():
            predicate = "PARTICIPATED_IN" if kind == "exercise" and role == "ACTOR" else role
            found = [each for each in statements if each.predicate == predicate and each.detail != "representative"]
            spans = [(each.start, each.end) for each in evidence.spans if each.role == role]
            yield f"{side}s {min(len(found), 3)}"
            if any(self._other(each) == "Group" for each in found):
                yield f"{side} unknown"
            if any(each.detail == "representative" for each in statements if each.predicate == role):
                yield f"{side} through official"
            if any(self._kinds.get(each) == "coreference" for each in spans):
                yield f"{side} by reference"
            if any(not evidence.start <= first < evidence.end for first, _ in spans):
                yield f"{side} elsewhere"
            elif any(abs(first - (evidence.cue_start or 0)) > _FAR for first, _ in spans):
                yield f"{side} far"

    def _other(self, statement: Statement) -> str | None:
        ends = (self._entities.get(iri) for iri in (statement.subject, statement.object))
        return next((each.cls for each in ends if each and each.cls not in ("Event", "Exercise")), None)

    def _office(self, evidence: Evidence) -> Iterator[str]:
        statement = self._statements[evidence.supports[0]]
        holder = self._entities.get(statement.subject)
        if holder is not None and len(holder.properties) > 2:
            yield "known person"
        if statement.valid_from or statement.valid_to:
            yield "known term"
        if statement.detail:
            yield str(statement.detail)
        homes = [self._statements[each].object for each in evidence.supports[1:] if each in self._statements]
        if any(self._entities[each].cls != "Nation" for each in homes if each in self._entities):
            yield "of an organization"
        position = self._entities.get(statement.object)
        yield "known kind" if position and position.properties.get("kind") else "open title"
        if len(evidence.cue.split()) > 3:
            yield "long title"
