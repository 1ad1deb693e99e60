"""Membership: "a member of NATO", "EU members France and Germany", "the Group of 77 (including China)"."""

from spacy.tokens import Token

from etl.transform import syntax
from etl.transform.actors import actors, modifiers
from etl.transform.events.context import context
from etl.transform.events.paths import roles
from etl.transform.lexicon import words
from etl.transform.reading import Actor, Reading
from etl.transform.relations.ends import BODIES, behind, bodies, list_after, list_before, nations, relate


def read_members(kept: Reading, token: Token) -> None:
    """Read "X is a member of O", "NATO member X", "O members X and Y", "X, a member state of O"."""
    head = token.head if token.dep_ == "compound" and token.head.lemma_.lower() in words("relation_words")["state"] else token
    groups = bodies([*modifiers(head), *modifiers(token), *behind(head, "of")])
    if not groups:
        return
    if _is_other(head):
        read_others(kept, head)
        return
    negated = head.dep_ == "attr" and syntax.is_negated(head.head)
    kind = "SEEKS_MEMBERSHIP" if head.dep_ == "attr" and _is_to_be(head.head) else "MEMBER_OF"
    for member in _named(kept, head) or _described(head):
        relate(kept, kind, member, groups[0], token, "relation.member", negated=negated)


def _named(kept: Reading, head: Token) -> list[Actor]:
    """Return the members that stand right behind the noun; a single "member" takes only the first."""
    found = list_after(kept, head)
    if head.tag_ == "NNS":
        return found
    return found[:1] if head.i + 1 < len(head.doc) and head.nbor().text != "," else []


def _described(head: Token) -> list[Actor]:
    if head.dep_ == "attr":
        return nations(roles(head.head, "subj"))
    if head.dep_ in {"appos", "compound", "nmod"}:
        return nations(actors(head.head))
    return [each for child in head.children if child.dep_ == "appos" for each in nations(actors(child))]


def _is_to_be(verb: Token) -> bool:
    """Say whether membership is still to come: "seeks to become a member"."""
    sought = words("relation_words")["sought"]
    return verb.lemma_ in {"become", "be"} and (
        context(verb, None).hypothetical or any(each.lemma_.lower() in sought for each in syntax.ancestors(verb, 2))
    )


def _is_other(head: Token) -> bool:
    return any(each.lower_ == "other" for each in head.lefts)


def read_others(kept: Reading, token: Token) -> None:
    """Read "Britain, France and other EU governments", and "EU countries such as Poland"."""
    groups = bodies(modifiers(token))
    if not groups:
        return
    first = token.left_edge.i
    if _is_other(token) and first > 1 and token.doc[first - 1].lower_ == "and":
        found = list_before(kept, token, first)
    elif token.i + 2 < len(token.doc) and {token.nbor().lower_, token.nbor(2).lower_} & {"including", "such", "like"}:
        found = list_after(kept, token)
    else:
        return
    for member in found:
        relate(kept, "MEMBER_OF", member, groups[0], token, "relation.others")


def read_including(kept: Reading, token: Token) -> None:
    """Read "the Group of 77 (including China, India …)"."""
    before = kept.at.get(token.i - 1) or kept.at.get(token.i - 2)
    if before is None or before.cls not in BODIES or before.end < token.i - 1:
        return
    group = Actor(before.iri, before.cls, before.label, before.start, before.end)
    for member in list_after(kept, token):
        relate(kept, "MEMBER_OF", member, group, token, "relation.including")
