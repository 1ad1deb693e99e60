"""Alliance: "US ally Turkey", "the three allies", "allied with", "an alliance between"."""

from itertools import combinations, product

from spacy.tokens import Token

from etl.transform import syntax
from etl.transform.actors import actors, modifiers
from etl.transform.coreference import antecedents
from etl.transform.events.context import context
from etl.transform.events.paths import roles
from etl.transform.reading import Actor, Reading
from etl.transform.relations.ends import list_after, nations, relate

_ENDED = frozenset({"former", "erstwhile", "once", "ex", "one-time", "potential", "future"})


def read_allies(kept: Reading, token: Token) -> None:
    """Read "the three allies", "US ally Turkey", "its ally Syria", "allied with", "describe each other as allies"."""
    if any(each.lower_ in _ENDED for each in token.lefts):
        return
    negated = token.dep_ == "attr" and syntax.is_negated(token.head)
    for one, other in _group(token) or _mutual(token) or _pairs(token):
        relate(kept, "ALLIED_WITH", one, other, token, "relation.allies", negated=negated)


def _group(token: Token) -> list[tuple[Actor, Actor]]:
    """Return the pairs of "the three allies"."""
    if token.tag_ != "NNS":
        return []
    group = nations(antecedents(token))
    numbered = any(each.dep_ == "nummod" or each.lower_ == "both" for each in token.lefts)
    return list(combinations(group, 2)) if numbered else []


def _mutual(token: Token) -> list[tuple[Actor, Actor]]:
    """Return the pairs of "X and Y are allies" and "X and Y call each other allies"."""
    if token.tag_ != "NNS" or list(syntax.preposition(token, "of", "with")) or modifiers(token):
        return []
    if token.dep_ == "attr":
        return list(combinations(nations(roles(token.head, "subj")), 2))
    verb = token.head.head if token.dep_ == "pobj" and token.head.lower_ == "as" else token.head
    each_other = any(each.lower_ in {"each", "other", "another"} for child in verb.children for each in child.subtree)
    return list(combinations(nations(roles(verb, "subj")), 2)) if verb.pos_ == "VERB" and each_other else []


def _pairs(token: Token) -> list[tuple[Actor, Actor]]:
    """Return the pairs of one nation and those called its allies."""
    named = nations(list_after(token)) if token.i + 1 < len(token.doc) and token.nbor().text != "," else []
    called = named[: None if token.tag_ == "NNS" else 1] or _called(token)
    owners = nations(modifiers(token)) + nations(roles(token, "of;with"))
    if not owners and named and token.pos_ in {"NOUN", "PROPN"}:
        owners = _speaking(token, named)
    return list(product(owners, called))


def _called(token: Token) -> list[Actor]:
    """Return who is called an ally: the subject, the noun beside it."""
    if token.dep_ == "attr":
        return nations(roles(token.head, "subj"))
    if token.dep_ in {"compound", "appos", "nmod", "amod", "acl", "relcl"}:
        return nations(actors(token.head))
    if token.pos_ == "VERB":
        return nations(roles(token, "subj"))
    return [each for apposed in token.children if apposed.dep_ == "appos" for each in nations(actors(apposed))]


def _speaking(token: Token, named: list[Actor]) -> list[Actor]:
    """Return whose ally it is where nobody says so: the subject of the clause ("the US unnerved ally Turkey")."""
    known = {each.iri for each in named}
    for verb in syntax.ancestors(token, 8):
        if verb.pos_ == "VERB":
            found = [each for each in nations(roles(verb, "subj")) if each.iri not in known]
            if found:
                return found[:1]
    return []


def read_alliance(kept: Reading, token: Token) -> None:
    """Read "the alliance between X and Y", "ties between X and Y … the alliance", "forms an alliance with X"."""
    if context(token, None).hypothetical:
        return
    found = nations(roles(token, "mod+between+of+with"))
    if len(found) < 2 and token.dep_ == "pobj" and token.head.lower_ == "as":
        found = nations(roles(token.head.head, "obj.between;obj.with"))
    if len(found) < 2 and list(syntax.preposition(token, "with")):
        verb = next((each for each in syntax.ancestors(token, 3) if each.pos_ == "VERB"), None)
        found = nations([*roles(verb, "subj"), *found]) if verb is not None else []
    for one, other in combinations(found, 2):
        relate(kept, "ALLIED_WITH", one, other, token, "relation.alliance")
