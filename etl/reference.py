"""The reference layer: the gazetteer as article graphs, so that it is loaded, replaced and cited as articles are.

Each file is one article of the source "reference" without a date: its text is the file, each row a passage of it.
"""

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import astuple, fields
from functools import cached_property
from typing import Any

from etl import gazetteer
from etl.errors import KnowledgeError
from etl.gazetteer import Gazetteer, entities, rows
from etl.model import Article, ArticleGraph, Entity, Evidence, Mention, Statement

SOURCE = "reference"
RULE = "reference"

_FULL = frozenset({"member", "party"})  # a party to a treaty belongs to it as a member belongs to an organisation
_SEEKING = frozenset({"candidate", "applicant"})


def reference_graphs() -> Iterator[ArticleGraph]:
    """Yield the gazetteer, with the rows that the folders of knowledge in use add to it, as article graphs.

    Raises KnowledgeError for a row that names what no other row describes.
    """
    known = _Known(gazetteer.load())
    yield _names("nations", "Nations", known.gazetteer.nations, known.nations.values())
    yield _names("organizations", "Organisations", known.gazetteer.organizations, known.organizations.values())
    yield _names(
        "exercise_series",
        "Series of exercises",
        known.gazetteer.exercise_series,
        map(entities.series, known.gazetteer.exercise_series),
    )
    yield _names("people", "People in public office", known.gazetteer.people, known.people.values())
    yield _memberships(known)
    yield _offices(known, "office_holders", "Holders of offices", known.gazetteer.office_holders)
    yield _offices(known, "organization_heads", "Heads of organisations", known.gazetteer.organization_heads)


def memberships() -> Iterator[Statement]:
    """Yield what the table of members states: who belongs to what, seeks to, and which nations a treaty allies."""
    known = _Known(gazetteer.load())
    for row in known.gazetteer.memberships:
        yield _membership(known, row)
    yield from _allied(known).values()


class _Known:
    """The entities of the gazetteer by their ids in it."""

    def __init__(self, known: Gazetteer) -> None:
        self.gazetteer = known
        self.nations = {row.iso3: entities.nation(row) for row in known.nations}
        self.organizations = {row.id: entities.organization(row) for row in known.organizations}
        self.homes = self.nations | self.organizations
        self._kinds = {row.kind: row for row in known.positions}

    @cached_property
    def people(self) -> dict[str, Entity]:
        return {row.id: entities.official(row) for row in self.gazetteer.people}

    def position(self, home: str, kind: str) -> Entity:
        return entities.position(home, str(find(self.homes, home).properties["name"]), find(self._kinds, kind))


def find[T](known: dict[str, T], ident: str) -> T:
    """Return what `ident` stands for; raises KnowledgeError when no row describes it."""
    if ident not in known:
        raise KnowledgeError(f"the gazetteer speaks of {ident!r} and does not describe it", hint="Add the row that is missing.")
    return known[ident]


class _Sheet:
    """One file of the gazetteer as the article that is being put together: a line for each row."""

    def __init__(self, name: str, title: str, table: Iterable[Any]) -> None:
        table = tuple(table)
        header = [field.name.rstrip("_") for field in fields(table[0])] if table else []
        self._lines = [_line(header), *(_line(astuple(row)) for row in table)]
        text = "\n".join(self._lines)
        self._article = Article(f"reference:{name}", text, title=f"Reference: {title}", source=SOURCE)
        self._start = len(self._lines[0]) + 1
        self._entities: dict[str, Entity] = {}
        self._statements: dict[str, Statement] = {}
        self._evidence: list[Evidence] = []
        self._mentions: list[Mention] = []

    def lines(self, table: Iterable[Any]) -> Iterator[tuple[Any, str, int]]:
        """Yield each row with its line and where that begins."""
        start = self._start
        for row, line in zip(table, self._lines[1:], strict=True):
            yield row, line, start
            start += len(line) + 1

    def name(self, entity: Entity, line: str, start: int) -> None:
        """Let a line name `entity`."""
        self._entities[entity.iri] = entity
        name = str(entity.properties["name"])
        place = max(line.find(name), 0)
        self._mentions.append(Mention(start + place, start + place + len(name), name, "name", entity.iri))

    def state(self, line: str, start: int, ends: Iterable[Entity], statements: Iterable[Statement]) -> None:
        """Let a line support `statements` about `ends`."""
        self._entities |= {entity.iri: entity for entity in ends}
        stated = {each.iri: each for each in statements}
        self._statements |= stated
        self._evidence.append(Evidence(tuple(stated), line, start, start + len(line), RULE, 1.0))

    def graph(self) -> ArticleGraph:
        return ArticleGraph(
            self._article,
            tuple(self._entities.values()),
            tuple(self._statements.values()),
            tuple(self._evidence),
            tuple(self._mentions),
        )


def _line(cells: Iterable[str]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="").writerow(cells)
    return out.getvalue()


def _names(name: str, title: str, table: tuple[Any, ...], described: Iterable[Entity]) -> ArticleGraph:
    sheet = _Sheet(name, title, table)
    for (_, line, start), entity in zip(sheet.lines(table), described, strict=True):
        sheet.name(entity, line, start)
    return sheet.graph()


def _memberships(known: _Known) -> ArticleGraph:
    table = known.gazetteer.memberships
    allied = _allied(known)
    sheet = _Sheet("memberships", "Members of organisations", table)
    for row, line, start in sheet.lines(table):
        ends = find(known.homes, row.member), find(known.organizations, row.organization)
        stated = [_membership(known, row), *filter(None, [allied.get(row.organization)])]
        partners = (
            [known.nations[other.member] for other in table if other.organization == row.organization] if stated[1:] else []
        )
        sheet.state(line, start, (*ends, *partners), stated)
    return sheet.graph()


def _membership(known: _Known, row: rows.Membership) -> Statement:
    return Statement(
        find(known.homes, row.member).iri,
        "SEEKS_MEMBERSHIP" if row.status in _SEEKING else "MEMBER_OF",
        find(known.organizations, row.organization).iri,
        valid_from=row.from_ or None,
        valid_to=row.to or None,
        detail=None if row.status in _FULL | _SEEKING else row.status,
    )


def _allied(known: _Known) -> dict[str, Statement]:
    """Return the alliance of two nations that each treaty of exactly two parties makes, by the id of the treaty."""
    alliances = {row.id for row in known.gazetteer.organizations if row.kind == "alliance"}
    parties: dict[str, list[rows.Membership]] = {}
    for row in known.gazetteer.memberships:
        if row.organization in alliances:
            parties.setdefault(row.organization, []).append(row)
    return {
        organization: _alliance(known, found)
        for organization, found in parties.items()
        if len(found) == 2 and all(row.status in _FULL and row.member in known.nations for row in found)
    }


def _alliance(known: _Known, parties: list[rows.Membership]) -> Statement:
    """Return that two nations are allied for as long as both are parties."""
    one, other = sorted(known.nations[row.member].iri for row in parties)
    begin = max(row.from_ for row in parties)
    end = min((row.to for row in parties if row.to), default="")
    return Statement(one, "ALLIED_WITH", other, valid_from=begin or None, valid_to=end or None)


def _offices(known: _Known, name: str, title: str, table: tuple[Any, ...]) -> ArticleGraph:
    sheet = _Sheet(name, title, table)
    for row, line, start in sheet.lines(table):
        home = row.organization if isinstance(row, rows.OrganizationHead) else row.nation
        holder, owner, position = find(known.people, row.person), find(known.homes, home), known.position(home, row.kind)
        holds = Statement(holder.iri, "HOLDS", position.iri, valid_from=row.from_ or None, valid_to=row.to or None)
        sheet.state(line, start, (holder, owner, position), (holds, Statement(position.iri, "OF", owner.iri)))
    return sheet.graph()
