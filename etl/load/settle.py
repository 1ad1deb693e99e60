"""Brings what is computed from evidence up to date, for what a transaction has touched and for nothing else."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from etl.load.batch import Batch, Row, keys
from etl.load.weight import drawn, relationship, verdicts, weights
from etl.model.naming import Vote, elect
from etl.ontology import ontology

type Properties = Mapping[str, Any]


@dataclass(slots=True)
class Touched:
    """What has gained or lost support in one transaction: statements with what they say, everything else by its IRI.

    `fresh` statements are those that the transaction made: no relationship can be drawn for them yet. `renamed` entities
    and sources are those whose name may have to change.
    """

    statements: dict[str, Properties] = field(default_factory=dict)
    fresh: set[str] = field(default_factory=set)
    situations: set[str] = field(default_factory=set)
    exercises: set[str] = field(default_factory=set)
    renamed: set[str] = field(default_factory=set)
    renamed_sources: set[str] = field(default_factory=set)
    bereft: set[str] = field(default_factory=set)
    bereft_sources: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Removed:
    """The numbers of statements and entities that nothing supported any more."""

    statements: int
    entities: int


def settle(batch: Batch, touched: Touched) -> Removed:
    """Weigh, draw, name and remove until the store is a function of its live articles again."""
    dead = _statements(batch, touched)
    gone = {row["iri"] for row in batch.read("remove_entities", keys(touched.bereft))}
    batch.run("remove_sources", keys(touched.bereft_sources))
    _situations(batch, touched, gone)
    _names(batch, "count_votes", "settle_entities", touched.renamed - gone)
    _names(batch, "count_source_names", "settle_sources", touched.renamed_sources)
    return Removed(len(dead), len(gone))


def _statements(batch: Batch, touched: Touched) -> list[str]:
    """Weigh the statements, redraw their relationships, and remove those without evidence; return these."""
    weighed = weights(batch.read("weigh_statements", keys(touched.statements)))
    live = {iri: weight for iri, weight in weighed.items() if weight["articles"]}
    dead = sorted(weighed.keys() - live.keys())
    batch.write("settle_statements", _set(live))
    _draw(batch, touched, live)
    batch.run("remove_statements", keys(dead))
    return dead


def _draw(batch: Batch, touched: Touched, live: Mapping[str, Properties]) -> None:
    """Draw a relationship for each statement that is to have one, and take away the others."""
    projections = {each.type: each.projection for each in ontology().statement_relations}
    shown: dict[str, list[Row]] = {}
    hidden: dict[str, list[Row]] = {}
    for iri, said in sorted(touched.statements.items()):
        properties, predicate = {**said, **live.get(iri, {})}, said["predicate"]
        if iri in live and drawn(properties, projections[predicate]):
            shown.setdefault(predicate, []).append(relationship(iri, properties))
        elif iri not in touched.fresh:
            hidden.setdefault(predicate, []).append(relationship(iri, properties))
    for predicate, rows in sorted(hidden.items()):
        batch.run(f"withdraw_{predicate.lower()}", rows)
    for predicate, rows in sorted(shown.items()):
        batch.write(f"project_{predicate.lower()}", rows)


def _situations(batch: Batch, touched: Touched, gone: set[str]) -> None:
    weighed = weights(batch.read("weigh_situations", keys(touched.situations - gone)))
    for iri, verdict in verdicts(batch.read("judge_exercises", keys(touched.exercises - gone))).items():
        weighed[iri] |= verdict
    batch.write("settle_entities", _set(weighed))


def _names(batch: Batch, count: str, write: str, iris: set[str]) -> None:
    """Give nodes the values that most of their live articles use."""
    votes: dict[str, dict[str, list[Vote]]] = {}
    for row in batch.read(count, keys(iris)):
        iri, number, given = row.pop("iri"), row.pop("votes"), bool(row.pop("given"))
        for key, value in row.items():
            votes.setdefault(iri, {}).setdefault(key, []).append(Vote(value, number, given))
    batch.write(write, _set({iri: {key: elect(each) for key, each in found.items()} for iri, found in votes.items()}))


def _set(properties: Mapping[str, Properties]) -> list[Row]:
    return [{"iri": iri, "properties": each} for iri, each in sorted(properties.items())]
