"""The two ends of a relation: nations and organisations around a word, by the parse and by plain lists."""

from collections.abc import Iterable

from spacy.tokens import Token

from etl import ids
from etl.transform import dates, syntax
from etl.transform.actors import actors, modifiers
from etl.transform.coreference import antecedents
from etl.transform.lists import run
from etl.transform.reading import Actor, Frame, Link, Reading, reading
from etl.transform.relations.standing import members

BODIES = frozenset({"Organization", "Alliance"})
_APART = frozenset({"(", ",", "-", "–", "—", ":"})
_OPENING = frozenset({",", "-", "–", "—", ":", "(", "including", "like", "such", "as", "namely", "the"})


def nations(found: Iterable[Actor]) -> list[Actor]:
    return [each for each in found if each.cls == "Nation"]


def bodies(found: Iterable[Actor]) -> list[Actor]:
    return [each for each in found if each.cls in BODIES]


def is_body(head: Token) -> bool:
    """Say whether a noun itself is an organisation, by name or as "the bloc", not something of one ("a NATO exercise")."""
    link = reading(head.doc).at.get(head.i)
    return link.cls in BODIES if link is not None else bool(antecedents(head))


def behind(token: Token, *prepositions: str) -> list[Actor]:
    """Return the actors behind prepositions, "the bloc" resolved and "the NATO military alliance" read by its modifier."""
    found: list[Actor] = []
    for head in syntax.preposition(token, *prepositions):
        direct = [each for each in actors(head) if each.cls == "Nation" or each.cls in BODIES]
        found += direct or bodies(antecedents(head)) or bodies(modifiers(head))
    return found


def clause(token: Token) -> list[Actor]:
    """Return the actors of the clause a noun stands in: subject, object and the prepositions of its verb."""
    for verb in syntax.ancestors(token, 5):
        if verb.pos_ == "VERB":
            inner = [
                *actors(syntax.subject(verb)),
                *actors(syntax.agent(verb)),
                *behind(verb, "to", "with", "of", "for", "into", "from"),
            ]
            if inner:
                return inner
    return []


def list_after(token: Token) -> list[Actor]:
    """Return the nations listed right behind a noun: "members France and Germany", "members, among them"."""
    doc, index = token.doc, token.i + 1
    while index < len(doc) and doc[index].lower_ in _OPENING:
        index += 1
    return run(token, index, 1)


def list_apart(token: Token) -> list[Actor]:
    """Return a list set apart behind a noun: "the G4 nations (Brazil, India)", "the BRICS countries, A, B and C, meet"."""
    doc, found = token.doc, list_after(token)
    if not found or token.nbor().text not in _APART:
        return []
    after = doc[found[-1].end].text if found[-1].end < len(doc) else ""
    return found if len(found) > 1 and (token.nbor().text != "," or after == ",") else []


def list_before(token: Token, end: int) -> list[Actor]:
    """Return the nations of the list that ends right before token index `end` of the sentence of `token`."""
    return run(token, end - 1, -1)


def time_of(kept: Reading, verb: Token) -> str | None:
    """Return the day, month or year from which a verb says that a relation holds; an open interval is none."""
    found = dates.of(verb, kept.dated)
    return found.value if found is not None and found.value and "/" not in found.value else None


def members_of(link: Link, cue: Token) -> list[Actor]:
    """Return the members that the gazetteer gives an alliance named in one piece: "the US–South Korea alliance"."""
    return [Actor(iri, "Nation", ids.path_of(iri).rpartition("/")[2], cue.i, cue.i + 1) for iri in members(link.iri)]


def relate(
    kept: Reading, kind: str, one: Actor, other: Actor, cue: Token, rule: str, *, negated: bool = False, when: str | None = None
) -> None:
    """Keep a relation; the same two ends in the same relation are kept once."""
    ends = {one.iri, other.iri}
    if len(ends) < 2 or any(f.kind == kind and {f.sources[0].iri, f.targets[0].iri} == ends for f in kept.frames if f.type == ""):
        return
    frame = Frame(kind, "", (cue.i, cue.i + 1), rule, 0.75, sources=[one], targets=[other], negated=negated, when=when)
    kept.frames.append(frame)
