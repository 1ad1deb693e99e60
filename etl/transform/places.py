"""Where an event happens: the places that the parse hangs on its cue or on the verb that carries it."""

from spacy.tokens import Token

from etl.transform import syntax
from etl.transform.events.paths import light_verb
from etl.transform.reading import Link, Reading

_LOCATIVE = frozenset({"in", "at", "near", "off", "around", "over", "on", "along", "across", "inside", "outside"})


def places_of(kept: Reading, cue: Token, mode: str | None) -> list[Link]:
    """Return the places of an event; what is visited is a place too."""
    found: dict[str, Link] = {}
    for head in (cue, light_verb(cue) if cue.pos_ != "VERB" else None):
        if head is not None:
            for link in _hanging(kept, head, visited=mode == "visit"):
                found.setdefault(link.iri, link)
    return list(found.values())


def _hanging(kept: Reading, head: Token, *, visited: bool) -> list[Link]:
    nouns = [
        noun
        for prep in head.children
        if prep.dep_ == "prep" and (prep.lower_ in _LOCATIVE or (visited and prep.lower_ == "to"))
        for noun in syntax.objects_of(prep)
    ]
    if visited and (thing := syntax.patient(head)) is not None:
        nouns.append(thing)
    return [link for noun in nouns for one in syntax.conjuncts(noun) if (link := _place(kept, one)) is not None]


def _place(kept: Reading, noun: Token) -> Link | None:
    """Return the place that a noun names, by itself or by the word before it ("Wonsan city", "Incirlik air base")."""
    for token in (noun, *(each for each in noun.lefts if each.dep_ == "compound")):
        link = kept.at.get(token.i)
        if link is not None and link.cls == "Place":
            return link
    return None
