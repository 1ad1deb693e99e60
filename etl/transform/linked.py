"""Actors that a link names outright, with no pronoun or description to resolve."""

from spacy.tokens import Token

from etl import gazetteer, ids
from etl.knowledge import remembered
from etl.transform import syntax
from etl.transform.reading import Actor, Link, Person, Reading, as_actor, reading

ACTING = frozenset({"Nation", "Organization", "Alliance"})


def linked_actors(head: Token) -> list[Actor]:
    """Return the actors that the phrase headed by `head` names by links alone: its conjuncts, else what modifies them."""
    kept = reading(head.doc)
    found: dict[str, Actor] = {}
    for token in syntax.conjuncts(head):
        for actor in _of_token(kept, token):
            found.setdefault(actor.iri, actor)
    return list(found.values())


def _of_token(kept: Reading, token: Token) -> list[Actor]:
    link = kept.at.get(token.i)
    if link is not None:
        return linked(kept, token, link, host=False, depth=0)
    before = [each for left in token.lefts if left.dep_ in syntax.MODIFIERS for each in syntax.conjuncts(left)]
    return [
        actor
        for each in before
        if (one := kept.at.get(each.i)) is not None
        for actor in linked(kept, each, one, host=False, depth=0)
    ]


def linked(kept: Reading, head: Token, link: Link, *, host: bool, depth: int) -> list[Actor]:
    if link.cls in ACTING:
        return [as_actor(link)]
    if link.cls == "Official":
        return [person_actor(kept, link)]
    if link.cls == "Place":
        return [Actor(ids.nation(link.nation), "Nation", link.nation, link.start, link.end)] if host and link.nation else []
    if link.cls == "Group":
        return [Actor(link.iri, "Group", link.label, link.start, link.end)]
    return []


def person_actor(kept: Reading, link: Link) -> Actor:
    """Return the nation or organisation an official acts for, else the person."""
    person = kept.person(link.iri)
    home = _home(person) if person else None
    former = bool(person and person.offices and person.offices[-1].former)
    if person is None or home is None or former:
        return Actor(link.iri, "Official", link.label, link.start, link.end)
    if len(home) == 3 and home.isupper():
        return Actor(ids.nation(home), "Nation", home, link.start, link.end, through=link.iri)
    label = _organizations().get(home, home)
    return Actor(ids.organization(home), "Organization", label, link.start, link.end, through=link.iri)


@remembered
def _organizations() -> dict[str, str]:
    return {row.id: row.name for row in gazetteer.load().organizations}


def _home(person: Person) -> str | None:
    """Return whom a person acts for: the last office that the text gives says it, else what is known of the person that day."""
    return next((each.home for each in reversed(person.offices) if each.home), person.home if person.serving else None)
