"""Membership: "a member of NATO", "EU members France and Germany", "the Group of 77 (including China)"."""

from spacy.tokens import Token

from etl.transform import syntax
from etl.transform.actors import actors, modifiers
from etl.transform.events.context import context
from etl.transform.events.paths import roles
from etl.transform.lexicon import words
from etl.transform.reading import Actor, Reading, as_actor, reading
from etl.transform.relations.ends import (
    BODIES,
    behind,
    bodies,
    is_body,
    list_after,
    list_apart,
    list_before,
    nations,
    relate,
    time_of,
)


def read_members(kept: Reading, token: Token) -> None:
    """Read "X is a member of O", "NATO member X", "O members X and Y", "X, a member state of O"."""
    head = _head(token)
    groups = bodies([*modifiers(head), *modifiers(token), *behind(head, "of")]) or _before(kept, token)
    if not groups:
        return
    if _is_other(head):
        read_others(kept, head)
        return
    negated = (head.dep_ == "attr" and _is_no_longer(head)) or _is_non(head)
    kind = "SEEKS_MEMBERSHIP" if head.dep_ == "attr" and _is_to_be(head.head) else "MEMBER_OF"
    for member in _named(head, groups[0]) or _described(head):
        relate(kept, kind, member, groups[0], token, "relation.member", negated=negated, when=_since(kept, head))


def _since(kept: Reading, head: Token) -> str | None:
    """Return when somebody became a member: "became a member in 1999"."""
    return time_of(kept, head.head) if head.dep_ == "attr" and head.head.lemma_ == "become" else None


def _head(token: Token) -> Token:
    """Return the noun of "member states", whatever the parse made of it."""
    following = token.nbor() if token.i + 1 < len(token.doc) else token
    return following if following.lemma_.lower() in words("relation_words")["state"] else token


def _before(kept: Reading, token: Token) -> list[Actor]:
    """Return the organisation right before the noun, where the parse tore them apart."""
    link = kept.at.get(token.i - 1)
    return [as_actor(link)] if link is not None and link.cls in BODIES else []


def _named(head: Token, group: Actor) -> list[Actor]:
    """Return the members that stand right behind the noun; a single "member" takes only the first."""
    if head.lower_.endswith("s"):
        if head.i + 1 < len(head.doc) and head.nbor().lower_ == "and":
            return []  # "between NATO members and Russia"
        return list_after(head) or _leaders(head) or (list_after(head.doc[group.end - 1]) if group.end > head.i else [])
    return list_after(head)[:1] if head.i + 1 < len(head.doc) and head.nbor().text != "," else []


def _leaders(head: Token) -> list[Actor]:
    """Return the members whose leaders are listed: "leaders of the member states, including X of the Philippines"."""
    doc, kept = head.doc, reading(head.doc)
    if not {each.lower_ for each in doc[head.i + 1 : head.i + 3]} & {"including", "such", "like"}:
        return []
    found: list[Actor] = []
    for token in doc[head.i + 1 : head.sent.end]:
        link = kept.at.get(token.i)
        if token.tag_ in {"VBZ", "VBD", "VBP", "MD"}:
            break
        if link is not None and link.cls == "Nation" and link.start == token.i and _is_of(token):
            found.append(as_actor(link))
    return found


def _is_of(token: Token) -> bool:
    before = token.nbor(-1)
    return (before.nbor(-1) if before.lower_ == "the" else before).lower_ == "of"


def _described(head: Token) -> list[Actor]:
    if head.dep_ == "attr" or (head.dep_ == "dobj" and head.head.lower_ == "founding"):
        return nations(roles(head.head, "subj"))
    if head.dep_ in {"appos", "compound", "nmod"}:
        return [each for each in nations(actors(head.head)) if each.start < head.i]
    apposed = [each for child in head.children if child.dep_ == "appos" for each in nations(actors(child))]
    first = head.left_edge.i
    return apposed or (list_before(head, first - 1) if first > 1 and head.doc[first - 1].text == "," else [])


def _is_no_longer(head: Token) -> bool:
    """Say whether membership is denied: "is not", "is no longer", "never was", "ceased to be"."""
    verb = head.head
    never = any(each.lower_ in {"never", "longer", "neither"} for each in (*verb.children, *head.lefts))
    return never or syntax.is_negated(verb) or syntax.is_negated(head) or context(verb, None).negated


def _is_non(head: Token) -> bool:
    """Say whether "non-" stands before the noun: "non-EU member Norway"."""
    return any(each.lower_ in {"non", "non-"} for each in head.doc[max(head.sent.start, head.i - 5) : head.i])


def _is_to_be(verb: Token) -> bool:
    """Say whether membership is still to come: "seeks to become a member"."""
    sought = words("relation_words")["sought"] | words("relation_words")["coming"]
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
        found = list_before(token, first)
    elif token.i + 2 < len(token.doc) and {token.nbor().lower_, token.nbor(2).lower_} & {"including", "such", "like"}:
        found = list_after(token)
    else:
        found = list_apart(token) if token.lower_.endswith("s") else []
    for member in found:
        relate(kept, "MEMBER_OF", member, groups[0], token, "relation.others")


def read_including(kept: Reading, token: Token) -> None:
    """Read "the Group of 77 (including China, India …)" and "the Visegrad Group (Poland, Hungary …)"."""
    before = kept.at.get(token.i - 1) or kept.at.get(token.i - 2)
    if before is None or before.cls not in BODIES or before.end < token.i - 1:
        return
    group = as_actor(before)
    members = list_after(token)
    for member in members if len(members) > 1 or token.text != "(" else []:
        relate(kept, "MEMBER_OF", member, group, token, "relation.including")


def read_composed(kept: Reading, verb: Token) -> None:
    """Read "the Gulf Cooperation Council, which includes Saudi Arabia and Qatar"."""
    subject = syntax.subject(verb)
    if subject is None or not is_body(subject) or context(verb, None).hypothetical:
        return
    for member in nations([*roles(verb, "obj"), *behind(verb, "of")]):
        for group in bodies(actors(subject))[:1]:
            relate(kept, "MEMBER_OF", member, group, verb, "relation.composed", negated=syntax.is_negated(verb))
