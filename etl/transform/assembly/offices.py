"""Offices: HOLDS and OF statements with the title as their cue."""

from etl import ids
from etl.model import Evidence, RoleSpan, Statement
from etl.transform.assembly.draft import Draft
from etl.transform.assembly.entities import Registry
from etl.transform.officials.table import OfficeTable
from etl.transform.officials.words import among
from etl.transform.reading import Office, Person


def add_offices(draft: Draft, registry: Registry, table: OfficeTable) -> None:
    """Add what the text says of who holds which office."""
    for person in draft.kept.people:
        for office in person.offices:
            if office.home is None:
                draft.kept.drop("officials", "an office of no known nation or organisation", f"{person.name}: {office.title}")
                continue
            _add(draft, registry, table, person, office)


def _add(draft: Draft, registry: Registry, table: OfficeTable, person: Person, office: Office) -> None:
    home = office.home or ""
    holder = registry.person(draft, person)
    place = registry.home(draft, home)
    position = _position(draft, registry, office, home)
    term = None if office.former else table.term(holder, home, office.kind, draft.kept.published)
    holds = Statement(
        holder,
        "HOLDS",
        position,
        valid_from=(term.from_ or None) if term else None,
        valid_to=(term.to or None) if term else None,
        detail="former" if office.former else None,
    )
    sentence, start, end = draft.sentence(office.start)
    cue_start, cue_end = draft.span(office.start, office.end)
    link = min(person.links, key=lambda each: abs(each.start - office.start), default=None)
    spans = (RoleSpan("HOLDER", *draft.span(link.start, link.end)),) if link else ()
    draft.support(
        Evidence(
            (draft.state(holds), draft.state(Statement(position, "OF", place))),
            sentence,
            start,
            end,
            office.rule,
            0.9,
            cue=office.title,
            cue_start=cue_start,
            cue_end=cue_end,
            spans=spans,
        )
    )


def _position(draft: Draft, registry: Registry, office: Office, home: str) -> str:
    owner = (
        registry.nations[home].name
        if home in registry.nations
        else registry.organizations[home].name
        if home in registry.organizations
        else home
    )
    title = " ".join(office.title.lower().split())
    # Of these a nation has several at a time, told apart by their titles: "Missouri Governor", "ambassador to Japan".
    if office.kind and office.kind in registry.kinds and office.kind not in among("several"):
        name = f"{registry.kinds[office.kind]} of {owner}"
        return draft.entity(ids.position(home, office.kind), "Position", name=name, kind=office.kind)
    return draft.entity(ids.position(home, title), "Position", name=f"{title} of {owner}", title=title)
