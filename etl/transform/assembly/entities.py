"""Entities of an article: what is known of each from the gazetteer, and where the text mentions it."""

from etl import ids
from etl.gazetteer import Gazetteer, entities
from etl.transform.assembly.draft import Draft
from etl.transform.lexicon import words
from etl.transform.reading import Actor, Link, Office, Person
from etl.transform.standins import meant


class Registry:
    """Writes entities into a draft, with the properties that the gazetteer gives them."""

    def __init__(self, known: Gazetteer) -> None:
        self.nations = {row.iso3: row for row in known.nations}
        self.organizations = {row.id: row for row in known.organizations}
        self.groups = {ids.group(row.name): row for row in known.groups}
        self.series = {row.id: row for row in known.exercise_series}
        self.people = {ids.official(row.name, row.nation): row for row in known.people}
        self.kinds = {row.kind: row.name for row in known.positions}

    def nation(self, draft: Draft, iso3: str) -> str:
        return draft.take(entities.nation(self.nations[iso3]))

    def organization(self, draft: Draft, ident: str) -> str:
        row = self.organizations.get(ident)
        if row is None:
            return draft.entity(ids.organization(ident), "Organization")
        return draft.take(entities.organization(row))

    def home(self, draft: Draft, home: str) -> str:
        """Add the nation or organisation that an office belongs to."""
        return self.nation(draft, home) if home in self.nations else self.organization(draft, home)

    def exercise_series(self, draft: Draft, iri: str) -> str:
        return draft.take(entities.series(self.series[iri.rsplit("/", 1)[-1]]))

    def person(self, draft: Draft, person: Person) -> str:
        """Add a person: an Official where an office is known, else one who acts under a name."""
        if person.iri in self.people:
            return draft.take(entities.official(self.people[person.iri]))
        iri = self.person_iri(person)
        if person.offices:
            return draft.entity(iri, "Official", nation=person.home)
        return draft.entity(iri, "Group")

    def person_iri(self, person: Person) -> str:
        return ids.official(person.name, person.home) if person.offices else ids.group(person.name)

    def link(self, draft: Draft, link: Link | Actor) -> str:
        """Add the entity that a link or an actor stands for; return its IRI."""
        ident = link.iri.rsplit("/", 1)[-1]
        if link.cls == "Nation":
            return self.nation(draft, ident)
        if link.cls in {"Organization", "Alliance"}:
            return self.organization(draft, ident)
        if link.cls == "ExerciseSeries":
            return self.exercise_series(draft, link.iri)
        if link.cls == "Official":
            person = draft.kept.person(link.iri)
            return self.person(draft, person) if person else link.iri
        if link.iri in self.groups:
            return draft.take(entities.group(self.groups[link.iri]))
        return draft.entity(link.iri, link.cls)


def add_mentions(draft: Draft, registry: Registry) -> None:
    """Add every linked mention, and every pronoun and description that was resolved to one entity."""
    for link in draft.kept.links:
        if draft.kept.at.get(link.start) is not link:
            continue
        iri = registry.link(draft, link)
        draft.mention(link.start, link.end, link.kind, iri)
    for person in draft.kept.people:
        for office in person.offices:
            if _stands_alone(draft, office):
                draft.mention(office.start, office.end, "title", registry.person(draft, person))
    for index, actors in draft.kept.coreference.items():
        for actor in actors:
            official = draft.kept.person(meant(draft.doc[index], actor) or "")
            iri = registry.person(draft, official) if official else registry.link(draft, actor)
            kind = "actor" if draft.doc[index].lemma_.lower() in words("descriptions", "refers")["ruler"] else "coreference"
            draft.mention(index, index + 1, kind, iri)


def _stands_alone(draft: Draft, office: Office) -> bool:
    """Say whether a title is a phrase of its own, in apposition or behind a verb, and not the beginning of the name."""
    link = draft.kept.at.get(office.end)
    return link is None or link.kind != "person"
