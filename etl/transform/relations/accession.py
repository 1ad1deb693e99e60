"""Accession: who wants into an organisation, and who joined it."""

from itertools import product

from spacy.tokens import Token

from etl.transform import syntax
from etl.transform.actors import actors, modifiers
from etl.transform.events.context import context
from etl.transform.events.paths import roles
from etl.transform.lexicon import words
from etl.transform.reading import Actor, Reading
from etl.transform.relations.ends import behind, bodies, clause, nations, relate
from etl.transform.relations.standing import is_member


def read_membership(kept: Reading, token: Token) -> None:
    """Read "Ukraine's NATO membership", "accession of Croatia to the EU", "accession treaty", "application for"."""
    head = token.head if token.dep_ == "compound" and token.head.pos_ in {"NOUN", "PROPN"} else token
    near = [*_around(token), *(_around(head) if head != token else [])]
    if not nations(near) and token.dep_ == "pobj" and token.head.head.pos_ == "NOUN":
        near += _around(token.head.head)  # "Croatia's talks on accession"
    around = clause(token)
    groups = bodies(near) or bodies(around)
    owners = nations(near)
    sought = _is_sought(token)
    if not owners and (sought or token.lemma_.lower() != "membership"):
        owners = nations(around)
    if not groups or not owners:
        return
    negated = _is_dropped(token)
    for nation in owners[:3]:
        seeking = token.lemma_.lower() != "membership" or sought or _is_outside(kept, token, nation, groups[0])
        kind = "SEEKS_MEMBERSHIP" if seeking else "MEMBER_OF"
        relate(kept, kind, nation, groups[0], token, "relation.membership", negated=seeking and negated)


def _is_outside(kept: Reading, token: Token, nation: Actor, body: Actor) -> bool:
    """Say whether "X's membership" can only be one to come: it is spoken of as a plan, or X was no member on that day."""
    known = is_member(nation.iri, body.iri, kept.published)
    return not known if known is not None else context(token, None).hypothetical


def _around(token: Token) -> list[Actor]:
    return [*modifiers(token), *behind(token, "of", "to", "in", "for", "into", "by")]


def _is_sought(token: Token) -> bool:
    sought = words("relation_words")["sought"]
    return any(each.lemma_.lower() in sought for each in syntax.ancestors(token, 3))


def _is_dropped(token: Token) -> bool:
    """Say whether what was applied for is given up: "withdraws its application"."""
    dropped = words("relation_words")["dropped"]
    return any(each.lemma_.lower() in dropped and each.pos_ == "VERB" for each in syntax.ancestors(token, 4))


def read_candidate(kept: Reading, token: Token) -> None:
    """Read "grants candidate status to Croatia", "EU candidate Serbia"."""
    head = token.head if token.dep_ == "compound" else token
    groups = bodies([*modifiers(token), *modifiers(head)])
    status = head.lemma_.lower() in words("relation_words")["state"]
    if not groups and not status:
        return
    around = [*_around(head), *clause(token)]
    verb = next((each for each in syntax.ancestors(token, 3) if list(syntax.preposition(each, "to", "for"))), None)
    around += behind(verb, "to", "for") if verb is not None else []
    sentence = [*around, *(each for part in token.sent if part.dep_ in syntax.SUBJECTS for each in _with_of(part))]
    groups = groups or bodies(sentence)
    owners = [] if not groups else nations(around) or (nations(actors(head.head)) if head.dep_ in {"compound", "appos"} else [])
    for nation in owners[:2]:
        relate(kept, "SEEKS_MEMBERSHIP", nation, groups[0], token, "relation.candidate")


def _with_of(noun: Token) -> list[Actor]:
    return [*actors(noun), *behind(noun, "of")]


def read_joining(kept: Reading, verb: Token) -> None:
    """Read "Croatia joined the EU", "wants to join", "talks on joining"; "whether to join" says nothing."""
    if _is_open(verb) or any(each.tag_ == "VBG" for each in syntax.preposition(verb, "in")):
        return
    later = syntax.child(verb, "conj")
    groups = bodies(roles(verb, "obj;to;in")) or bodies(behind(verb, "to", "in"))
    if not groups and later is not None and later.pos_ == "VERB" and syntax.child(verb, "dobj") is None:
        groups = bodies(roles(later, "obj;to;in"))
    how = context(verb, None)
    joined = verb.tag_ in {"VBD", "VBN", "VBZ", "VBP"} and not how.hypothetical
    negated = how.negated or _is_dropped(verb)
    for nation, group in product(nations(roles(verb, "subj")), groups[:3]):
        relate(kept, "MEMBER_OF" if joined else "SEEKS_MEMBERSHIP", nation, group, verb, "relation.join", negated=negated)


def read_admitting(kept: Reading, verb: Token) -> None:
    """Read "UNESCO admits Palestine as a member", "Morocco is readmitted to the African Union"."""
    groups = bodies([*roles(verb, "subj"), *behind(verb, "to", "into", "by")])
    how = context(verb, None)
    for nation in nations(roles(verb, "obj")) if groups else []:
        kind = "SEEKS_MEMBERSHIP" if how.hypothetical else "MEMBER_OF"
        relate(kept, kind, nation, groups[0], verb, "relation.admit", negated=how.negated)


def _is_open(verb: Token) -> bool:
    return any(each.lower_ == "whether" for each in verb.doc[max(verb.sent.start, verb.i - 3) : verb.i])
