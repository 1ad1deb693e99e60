"""The Cypher that follows from the ontology: `python -m etl.ontology.cypher` writes it, with `--check` says what is stale.

Neo4j and ArcadeDB want labels and relationship types as constants, so there is one file for each class and relation.
"""

import re

from etl import resources
from etl.ontology import Class, Ontology, Relation, ontology
from etl.ontology.generated import Generated, main

_HEAD = "// {}\n// Generated from schema/ontology.ttl by `python -m etl.ontology.cypher`.\n"


def generated(model: Ontology) -> Generated:
    """Return the text of every generated file by its path, and the patterns of the names that such files have."""
    texts = _constraints(model) | _load(model)
    patterns = ("constraints/*.cypher", "load/create_*.cypher", "load/project_*.cypher", "load/withdraw_*.cypher")
    files = {resources.cypher(name): text for name, text in texts.items()}
    return Generated(files, frozenset(each for pattern in patterns for each in resources.cypher().glob(pattern)))


def snake(name: str) -> str:
    """Return a CamelCase name in the form of file names: "exercise_series"."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower()


def _constraints(model: Ontology) -> dict[str, str]:
    found = {}
    for cls in model.classes.values():
        if cls.key:
            found[f"constraints/identify_{snake(cls.name)}.cypher"] = _identify(cls, cls.key)
        for key in cls.indexes:
            found[f"constraints/index_{snake(cls.name)}_{key}.cypher"] = _index(cls, key)
    return found


def _load(model: Ontology) -> dict[str, str]:
    found = {f"load/create_{snake(cls.name)}.cypher": _create(cls) for cls in model.entity_classes}
    found |= {"load/update_entities.cypher": _update(model), "load/count_votes.cypher": _votes(model)}
    for relation in model.statement_relations:
        found[f"load/project_{relation.type.lower()}.cypher"] = _project(model, relation)
        found[f"load/withdraw_{relation.type.lower()}.cypher"] = _withdraw(model, relation)
    return found


def _identify(cls: Class, key: str) -> str:
    name = f"{snake(cls.name)}_{key}"
    head = _HEAD.format(f"One node for each {key} of {cls.name}.")
    return f"{head}CREATE CONSTRAINT {name} IF NOT EXISTS\nFOR (n:{cls.name}) REQUIRE n.{key} IS UNIQUE\n"


def _index(cls: Class, key: str) -> str:
    head = _HEAD.format(f"Finds nodes {cls.name} by {key}.")
    return f"{head}CREATE INDEX {snake(cls.name)}_{key} IF NOT EXISTS\nFOR (n:{cls.name}) ON (n.{key})\n"


def _create(cls: Class) -> str:
    return _HEAD.format(f"Makes nodes {cls.name} that do not stand yet.") + (
        "UNWIND $rows AS row\n"
        f"CREATE (n:{':'.join(cls.labels)} {{iri: row.iri}})\n"
        "SET n += row.properties\n"
        "SET n += row.chosen\n"
        "RETURN count(*) AS written\n"
    )


def _update(model: Ontology) -> str:
    return _HEAD.format("Brings entities that stand already up to date, and says what they are called.") + (
        "UNWIND $rows AS row\n"
        "MATCH (n:Entity {iri: row.iri})\n"
        f"WITH n, row, n {{{', '.join('.' + each for each in _chosen(model))}}} AS before\n"
        "SET n += row.properties\n"
        "RETURN row.iri AS iri, labels(n) AS labels, before\n"
    )


def _votes(model: Ontology) -> str:
    values = ", ".join(f"m.{each} AS {each}" for each in _chosen(model))
    return _HEAD.format("How many live articles call entities by each value that may be worded differently.") + (
        "UNWIND $rows AS row\n"
        "MATCH (n:Entity {iri: row.iri})-[m:MENTIONED_IN]->(:Article)\n"
        f"RETURN row.iri AS iri, {values}, m.given AS given, count(*) AS votes\n"
    )


def _chosen(model: Ontology) -> list[str]:
    return list(dict.fromkeys(key for cls in model.entity_classes for key, each in cls.properties.items() if each.chosen))


def _project(model: Ontology, relation: Relation) -> str:
    near, arrow = _near(model, relation), f"[r:{relation.type} {{statement: row.statement}}]"
    pattern = f"(subject)-{arrow}->(object)" if near == "subject" else f"(object)<-{arrow}-(subject)"
    far = "object" if near == "subject" else "subject"
    return _HEAD.format(f"Draws statements as relationships {relation.type}.") + (
        "UNWIND $rows AS row\n"
        f"MATCH ({near}:Entity {{iri: row.{near}}})\n"
        f"MATCH ({far}:Entity {{iri: row.{far}}})\n"
        f"MERGE {pattern}\n"
        "SET r += row.properties\n"
        "RETURN count(*) AS written\n"
    )


def _withdraw(model: Ontology, relation: Relation) -> str:
    near, arrow = _near(model, relation), f"[r:{relation.type} {{statement: row.statement}}]"
    pattern = f"-{arrow}->()" if near == "subject" else f"<-{arrow}-()"
    return _HEAD.format(f"Takes relationships {relation.type} away whose statements hold no more.") + (
        f"UNWIND $rows AS row\nMATCH (:Entity {{iri: row.{near}}}){pattern}\nDELETE r\n"
    )


def _near(model: Ontology, relation: Relation) -> str:
    """Return the end to look from: a situation has few relationships, a nation may have a hundred thousand."""
    return "object" if all(model.classes[each].is_a("Situation") for each in relation.range) else "subject"


if __name__ == "__main__":
    main(__doc__, generated(ontology()))
