"""Brings what is computed from evidence up to date, for what a transaction has touched and for nothing else."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from etl.load.batch import Batch, Row, keys
from etl.load.naming import elect
from etl.load.weight import drawn, relationship, verdicts, weights
from etl.ontology import ontology


@dataclass(slots=True)
class Touched:
    """The IRIs of what has gained or lost support in one transaction.

    `fresh` statements are those that the transaction made: no relationship can be drawn for them yet. `renamed` entities
    and sources are those whose name may have to change.
    """

    statements: set[str] = field(default_factory=set)
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
    _draw(batch, batch.read("read_statements", keys(weighed)), set(dead), touched.fresh)
    batch.run("remove_statements", keys(dead))
    return dead


def _draw(batch: Batch, statements: Iterable[dict[str, Any]], dead: set[str], fresh: set[str]) -> None:
    projections = {each.type: each.projection for each in ontology().statement_relations}
    shown: dict[str, list[Row]] = {}
    hidden: dict[str, list[Row]] = {}
    for each in statements:
        iri, properties = each["iri"], each["properties"]
        predicate = properties["predicate"]
        if iri not in dead and drawn(properties, projections[predicate]):
            shown.setdefault(predicate, []).append(relationship(iri, properties))
        elif iri not in fresh:
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
    votes: dict[str, dict[str, Counter[Any]]] = {}
    for row in batch.read(count, keys(iris)):
        iri, number = row.pop("iri"), row.pop("votes")
        for key, value in row.items():
            counter = votes.setdefault(iri, {}).setdefault(key, Counter())
            if value is not None:
                counter[value] += number
    batch.write(write, _set({iri: {key: elect(counter) for key, counter in each.items()} for iri, each in votes.items()}))


def _set(properties: dict[str, dict[str, Any]]) -> list[Row]:
    return [{"iri": iri, "properties": each} for iri, each in sorted(properties.items())]
