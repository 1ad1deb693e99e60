"""Doubt: a name that a known official shares with others needs the nation, a title or the time to stand for the official."""

from spacy.tokens import Doc

from etl import ids
from etl.transform.linking.people import relink
from etl.transform.officials.homes import home_of
from etl.transform.officials.table import OfficeTable
from etl.transform.reading import Person, Reading


def unlink_doubtful(doc: Doc, kept: Reading, table: OfficeTable) -> None:
    """Make people of their own of known officials whom nothing in the article but the name speaks for."""
    if kept.published is None:
        return
    nations = {home_of(link) for link in kept.links if link.cls == "Nation"}
    for person in list(kept.people):
        bare = person.known and person.links and not person.offices and person.home not in nations
        if bare and not table.served_near(person.iri, kept.published):
            _unlink(doc, kept, person)


def _unlink(doc: Doc, kept: Reading, person: Person) -> None:
    links, person.links = person.links, []
    name = max((doc[link.start : link.end].text for link in links), key=len)
    stranger = kept.meet(Person(ids.official(name, None), name, None, known=False))
    for link in links:
        if kept.at.get(link.start) is link:
            relink(kept, link, stranger, link.start, link.end)
    kept.drop(
        "officials", "only the name is that of a known official", name if name == person.name else f"{name} (not {person.name})"
    )
