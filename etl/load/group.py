"""A group of articles that goes into the store in one transaction, each of them whole or not at all."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Any

from neo4j import ManagedTransaction

from etl.errors import IntegrityError
from etl.load.batch import Batch, Row, keys
from etl.load.report import LoadReport, counts
from etl.load.retraction import withdraw
from etl.load.rows import EntityRow, GraphRows
from etl.load.settle import Touched, settle
from etl.ontology import Class, ontology
from etl.ontology.cypher import snake


@dataclass(frozen=True, slots=True)
class Group:
    """Articles of which no two are the same or versions of one document."""

    graphs: tuple[GraphRows, ...]

    def write(self, tx: ManagedTransaction) -> LoadReport:
        """Bring the articles in; what stands already is left alone, former versions are taken out first."""
        batch, touched = Batch(tx), Touched()
        former = self._former(batch)
        withdraw(batch, former.keys(), touched)
        fresh = self._fresh(batch)
        _sources(batch, fresh, touched)
        entities = _entities(batch, fresh, touched)
        statements = list(_statements(batch, fresh, touched))
        _evidence(batch, fresh)
        settle(batch, touched)
        _check(batch, fresh)
        documents = set(former.values())
        replaced = sum(graph.document in documents for graph in fresh)
        return LoadReport(
            articles=len(self.graphs),
            new_articles=len(fresh) - replaced,
            unchanged=len(self.graphs) - len(fresh),
            replaced=replaced,
            entities=counts((row.cls for graph in fresh for row in graph.entities), entities),
            statements=counts((row["properties"]["predicate"] for row in _all_statements(fresh)), statements),
        )

    def _former(self, batch: Batch) -> dict[str, str]:
        """Return the documents of the articles that have another version in this group, by IRI."""
        current = {graph.document: graph.iri for graph in self.graphs}
        found = batch.read("find_versions", [{"document": document} for document in sorted(current)])
        return {row["iri"]: row["document"] for row in found if row["iri"] != current[row["document"]]}

    def _fresh(self, batch: Batch) -> list[GraphRows]:
        rows = sorted((graph.article for graph in self.graphs), key=lambda row: str(row["iri"]))
        fresh = {row["iri"] for row in batch.read("merge_articles", rows) if row["fresh"]}
        return [graph for graph in self.graphs if graph.iri in fresh]


def _sources(batch: Batch, graphs: Iterable[GraphRows], touched: Touched) -> None:
    published = [graph.source for graph in graphs if graph.source is not None]
    names: dict[str, set[str]] = {}
    for row in published:
        names.setdefault(row["source"], set()).add(row["name"])
    for row in batch.read("merge_sources", [{"iri": iri, "name": min(names[iri])} for iri in sorted(names)]):
        if names[row["iri"]] != {row["before"] or min(names[row["iri"]])}:
            touched.renamed_sources.add(row["iri"])
    batch.write("publish_articles", published)


def _entities(batch: Batch, graphs: list[GraphRows], touched: Touched) -> list[str]:
    """Bring the entities in; return the class of each that is new."""
    found: dict[str, list[EntityRow]] = {}
    for row in chain.from_iterable(graph.entities for graph in graphs):
        found.setdefault(row.iri, []).append(row)
    united = {iri: _united(found[iri]) for iri in sorted(found)}
    standing = {row["iri"]: row for row in batch.read("update_entities", list(united.values()))}
    missing: dict[str, list[Row]] = {}
    for iri, rows in found.items():
        cls = ontology().classes[rows[0].cls]
        if iri in standing:
            _fit(cls, standing[iri])
        else:
            missing.setdefault(cls.name, []).append(united[iri])
        if _disputed(standing[iri]["before"] if iri in standing else rows[0].chosen, rows):
            touched.renamed.add(iri)
        touched.situations.update([iri] if cls.is_a("Situation") else [])
        touched.exercises.update([iri] if cls.is_a("Exercise") else [])
    # MERGE by all labels would do in one step, but ArcadeDB looks through the whole class for it. Where another client makes
    # the same node meanwhile, the constraint on its key stops this transaction, and the connection tries it again.
    for name, rows_ in sorted(missing.items()):
        batch.write(f"create_{snake(name)}", rows_)
    mentions = [(graph.iri, row) for graph in graphs for row in graph.entities]
    batch.write("mention_entities", [{"article": iri, "entity": row.iri, "properties": row.mention} for iri, row in mentions])
    return [name for name, rows_ in missing.items() for _ in rows_]


def _united(rows: list[EntityRow]) -> Row:
    properties: dict[str, Any] = {}
    for row in rows:
        properties |= row.properties
    return {"iri": rows[0].iri, "properties": properties, "chosen": rows[0].chosen}


def _fit(cls: Class, row: Row) -> None:
    if set(row["labels"]) != set(cls.labels):
        raise IntegrityError(
            f"{row['iri']} stands in the store as {'/'.join(sorted(row['labels']))} and is now called a {cls.name}",
            hint="The articles were read with two different gazetteers: transform them again, or load into a new database.",
        )


def _disputed(now: Mapping[str, Any], rows: list[EntityRow]) -> bool:
    """Say whether an article calls the entity otherwise than it is called now; a vote for the winner changes nothing."""
    return any(row.chosen.get(key) != now.get(key) for row in rows for key in {*now, *row.chosen})


def _statements(batch: Batch, graphs: list[GraphRows], touched: Touched) -> Iterator[str]:
    """Bring the statements in; yield the predicate of each that is new."""
    rows = {row["iri"]: row for row in _all_statements(graphs)}
    for found in batch.read("merge_statements", [rows[iri] for iri in sorted(rows)]):
        if found["fresh"]:
            touched.fresh.add(found["iri"])
            yield rows[found["iri"]]["properties"]["predicate"]
    touched.statements |= {iri: row["properties"] for iri, row in rows.items()}


def _all_statements(graphs: Iterable[GraphRows]) -> Iterator[Row]:
    return chain.from_iterable(graph.statements for graph in graphs)


def _evidence(batch: Batch, graphs: list[GraphRows]) -> None:
    batch.write("merge_evidence", [row for graph in graphs for row in graph.evidence])
    statements = {row["iri"] for row in _all_statements(graphs)}
    supports = [row for graph in graphs for row in graph.supports]
    batch.write("support_statements", [row for row in supports if row["supported"] in statements])
    batch.write("support_situations", [row for row in supports if row["supported"] not in statements])


def _check(batch: Batch, graphs: list[GraphRows]) -> None:
    """Compare what stands of each article with what was sent; raises IntegrityError, which undoes the transaction."""
    found = {row["iri"]: row for row in batch.read("count_parts", keys(graph.iri for graph in graphs))}
    for graph in graphs:
        sent = {"evidence": len(graph.evidence), "supports": len(graph.supports), "mentions": len(graph.entities)}
        stands = {key: found.get(graph.iri, {}).get(key, 0) for key in sent}
        if stands != sent:
            raise IntegrityError(
                f"of the article {graph.document} the store holds {stands}, not {sent}",
                hint="Nothing of its group was kept. Run the load again.",
            )
