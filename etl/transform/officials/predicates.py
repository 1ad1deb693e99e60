"""Holders by a verb: who is, becomes, serves as, holds the post of, is named or is sworn in as something."""

from spacy.tokens import Doc, Token

from etl.transform import syntax
from etl.transform.coreference import antecedents
from etl.transform.officials.names import Named, fresh_before
from etl.transform.officials.words import among
from etl.transform.reading import Reading

_BETWEEN = frozenset(
    ["the", "new", "acting", "interim", "its", "his", "her", "their", "a", "an", "next", "country", "nation", "'s", "’s"]
)
_PASSIVE = frozenset({"nsubjpass", "auxpass"})


def predicate(doc: Doc, kept: Reading, left: int, start: int, end: int) -> list[Named]:
    """Return who is, becomes or serves as holder: "X was sworn in as president", "names X as minister"."""
    head = doc[end - 1]
    for each in doc[start:end]:
        if each.head.i < start or each.head.i >= end:
            head = each
    as_ = _as_before(doc, left)
    if as_ is not None and as_ > 0:
        found = _successor(kept, doc[as_ - 1]) or _named(kept, doc[as_ - 1])
        if found:
            return found
        fresh = fresh_before(doc, kept, as_ - 1)
        if fresh:
            return fresh
    return _holder(kept, head)


def _successor(kept: Reading, before: Token) -> list[Named]:
    """Return who "succeeded Y as" or "replaced Y as" and, in the passive, who "succeeded as" is told of with "by"."""
    verb = before if before.lemma_ in among("succeeding") else before.head
    if verb.lemma_ not in among("succeeding"):
        return []
    follower = syntax.agent(verb) if syntax.is_passive(verb) else syntax.child(verb, "nsubj")
    return _named(kept, follower) if follower is not None else []


def _as_before(doc: Doc, start: int) -> int | None:
    """Return the token "as" before "(the new) foreign minister"."""
    index = start - 1
    while index >= 0 and doc[index].lower_ in _BETWEEN:
        index -= 1
    return index if index >= 0 and doc[index].lower_ == "as" else None


def _holder(kept: Reading, head: Token) -> list[Named]:
    verb = _giving(head)
    if verb is None or any(each.dep_ == "aux" and each.tag_ == "MD" for each in verb.children):
        return []
    if verb.dep_ == "xcomp" and verb.lemma_ in {"resign", "quit", "step"}:
        verb = verb.head  # "urge X to resign as president"
    chosen = verb.lemma_ in among("choosing") and not any(each.dep_ in _PASSIVE for each in verb.children)
    patient = next((each for each in verb.children if each.dep_ == "dobj" and each.i != head.i and head.dep_ != "attr"), None)
    if patient is not None and (found := _named(kept, patient)):
        return found
    own = verb.dep_ == "conj" or syntax.child(verb, "nsubj", "nsubjpass") is not None
    subject = syntax.subject(verb) if own else None
    if subject is None or subject.i == head.i or (chosen and verb.tag_ != "VBN"):
        return []
    return _named(kept, subject)


def _giving(head: Token) -> Token | None:
    """Return the verb that says who has the office: "is", "serves as", "holds the post of"."""
    verb = head.head
    if head.dep_ == "pobj" and verb.lower_ == "of" and verb.head.lower_ in among("post"):
        post = verb.head
        return post.head if post.dep_ == "dobj" and post.head.lemma_ in among("holding") else None
    if head.dep_ == "pobj" and verb.lower_ == "as":
        verb = verb.head
    elif head.dep_ not in {"attr", "oprd"}:
        return None
    return verb if verb.lemma_ in among("giving") else None


def _named(kept: Reading, token: Token) -> list[Named]:
    """Return the person that a token names, or that "he" or "she" stands for."""
    link = kept.at.get(token.i)
    if link is not None and link.kind == "person":
        person = kept.person(link.iri)
        return [Named(person, link)] if person else []
    if token.lower_ not in {"he", "she", "him", "her"}:
        return []
    found = antecedents(token)
    kept.coreference.pop(token.i, None)  # to be resolved again when all people are known
    person = kept.person(found[0].through or found[0].iri) if len(found) == 1 else None
    return [Named(person, person.links[-1])] if person and person.links else []
