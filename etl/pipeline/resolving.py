"""Which entities are the same: candidates from a store, decisions kept in a file, and the store brought in line with them.

The decisions that stand are one article of the graph, so that they are loaded, replaced, cited and retracted as articles are.
Nothing is merged: an accepted pair is a statement SAME_AS between two entities that keep what articles say of them.
"""

import getpass
import os
from dataclasses import astuple
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from etl import ids
from etl.errors import IntegrityError, QueryError
from etl.model import Article, ArticleGraph, Entity, Evidence, Mention, Statement
from etl.ontology import ontology
from etl.query import resolve
from etl.query.candidates import Candidate, Known, candidates, compare, known
from etl.query.decisions import COLUMNS, Decision, Decisions, line
from etl.resources import cypher

if TYPE_CHECKING:
    from etl.load import Store

DOCUMENT, SOURCE, RULE = "reference:decisions", "reference", "resolve.accept"
LEAST = 0.7
_KIND = "official|organization|group"
_PEOPLE = "official/"


def decisions_file(db: Path | None, given: Path | None = None) -> Path:
    """Return the file of decisions: the one given, that of ENTENTE_DECISIONS, else the one beside the embedded database."""
    if given is not None:
        return given
    if named := os.environ.get("ENTENTE_DECISIONS"):
        return Path(named)
    from etl.load import DEFAULT, folder_of

    folder = DEFAULT if db is None and os.environ.get("NEO4J_URI") else folder_of(db)
    return folder.with_name(f"{folder.stem}.decisions.csv")


def open_candidates(store: "Store", decisions: Decisions, least: float = LEAST) -> list[Candidate]:
    """Return the candidates that nobody has decided on, the likeliest first."""
    found = candidates(store.read, least)
    return [each for each in found if decisions.settled(ids.path_of(each.one.iri), ids.path_of(each.other.iri)) is None]


def decide(
    store: "Store", decisions: Decisions, verdict: str, names: tuple[str, str], who: str, reason: str, *, force: bool = False
) -> Decision | None:
    """Keep that two entities are the same ("accept") or never are ("split"), and bring the store in line.

    `names` are names as people type them, or IRIs. Returns None where the same was decided before. Raises QueryError for names of
    one entity, of a person and an organisation, where the opposite stands, and, without `force`, where two that are hardly alike
    shall be the same.
    """
    one, other = _two(store, names)
    pair = compare(one, other)
    if verdict == "accept" and pair.score < LEAST and not force:
        raise QueryError(
            f"{one.name} and {other.name} are hardly the same: {'; '.join(pair.reasons)} make a score of {pair.score:.2f}",
            hint=f"Pairs from {LEAST} on may be one and the same. --force accepts this one all the same.",
        )
    decision = Decision(
        _now(), who, verdict, ids.path_of(one.iri), ids.path_of(other.iri), one.name, other.name,
        f"{pair.score:.2f}", reason or "; ".join(pair.reasons),
    )  # fmt: skip
    fresh = decisions.decide(decision)
    apply(store, decisions)
    return decision if fresh else None


def undo(store: "Store", decisions: Decisions, number: int | None, who: str) -> Decision:
    """Take a decision back, the last one by default, and bring the store in line; raises QueryError where it does not stand."""
    undone = decisions.undone(number, who, _now())
    apply(store, decisions)
    return undone


def apply(store: "Store", decisions: Decisions) -> int:
    """Bring the store in line with the decisions, and return how many pairs in it are the same; twice changes nothing."""
    accepted = decisions.accepted()
    labels = _standing(store, {ids.iri(path) for each in accepted for path in (each.one, each.other)})
    pairs = [each for each in accepted if {ids.iri(each.one), ids.iri(each.other)} <= labels.keys()]
    if pairs:
        report = store.load([graph(pairs, labels)])
        for left_out in report.quarantined:
            raise IntegrityError(f"the decisions cannot be applied: {left_out.reason}", hint="Undo the one that is named.")
    elif store.read("MATCH (a:Article {document: $document}) RETURN a.iri AS iri", document=DOCUMENT).rows:
        store.retract(DOCUMENT)
    return len(pairs)


def graph(pairs: list[Decision], labels: dict[str, str]) -> ArticleGraph:
    """Return the decisions as an article, a line each; `labels` are the classes of the entities."""
    pairs = sorted(pairs, key=lambda each: (each.one, each.other))
    lines = [line(COLUMNS), *(line(astuple(each)) for each in pairs)]
    article = Article(DOCUMENT, "\n".join(lines), title="Entities that are the same", source=SOURCE)
    entities: dict[str, Entity] = {}
    statements, evidence, mentions = [], [], []
    start = len(lines[0]) + 1
    for each, text in zip(pairs, lines[1:], strict=True):
        ends = ids.iri(each.one), ids.iri(each.other)
        entities |= {iri: Entity(iri, labels[iri]) for iri in ends}
        same = Statement(min(ends), "SAME_AS", max(ends))
        statements.append(same)
        evidence.append(Evidence((same.iri,), text, start, start + len(text), RULE, 1.0))
        mentions += [_mention(iri, name, text, start) for iri, name in zip(ends, (each.one_name, each.other_name), strict=True)]
        start += len(text) + 1
    return ArticleGraph(article, tuple(entities.values()), tuple(statements), tuple(evidence), tuple(mentions))


def _mention(iri: str, name: str, text: str, start: int) -> Mention:
    place = start + max(text.find(name), 0)
    return Mention(place, place + len(name), name, "name", iri)


def _standing(store: "Store", iris: set[str]) -> dict[str, str]:
    """Return the class of each of `iris` that articles speak of."""
    if not iris:
        return {}
    asked = cypher("resolve", "standing.cypher").read_text(encoding="utf-8")
    rows = store.read(asked, iris=sorted(iris), document=DOCUMENT).rows
    return {row["iri"]: ontology().class_of(row["labels"]) for row in rows}


def _two(store: "Store", names: tuple[str, str]) -> tuple[Known, Known]:
    one, other = sorted(resolve(name, _KIND, store.read) for name in names)
    if one == other:
        raise QueryError(
            f"{names[0]!r} and {names[1]!r} are one entity already: {ids.path_of(one)}",
            hint="There is nothing to decide; `entente resolve list` shows the pairs that are open.",
        )
    if ids.path_of(one).startswith(_PEOPLE) != ids.path_of(other).startswith(_PEOPLE):
        raise QueryError(
            f"a person and an organisation are not the same: {ids.path_of(one)}, {ids.path_of(other)}",
            hint="Give two people, or two organisations or groups; an IRI as `entente resolve list` shows it names exactly one.",
        )
    there = {each.iri: each for each in known(store.read)}
    for iri in (one, other):
        if iri not in there:
            raise QueryError(f"{ids.path_of(iri)} is not in the store", hint="Load an article that speaks of it first.")
    return there[one], there[other]


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def user() -> str:
    """Return the name of who decides: the user of the machine."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "unknown"
