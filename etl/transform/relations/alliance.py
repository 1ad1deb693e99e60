"""Alliance: "US ally Turkey", "the three allies", "allied with", "an alliance between"."""

from itertools import combinations, product

from spacy.tokens import Token

from etl.transform import syntax
from etl.transform.actors import actors, modifiers
from etl.transform.coreference import antecedents
from etl.transform.events.context import context
from etl.transform.events.paths import roles
from etl.transform.lexicon import words
from etl.transform.reading import Actor, Reading
from etl.transform.relations.ends import bodies, list_after, members_of, nations, relate

_ENDED = frozenset({"former", "erstwhile", "once", "ex", "one-time", "potential", "future"})


def read_allies(kept: Reading, token: Token) -> None:
    """Read "the three allies", "US ally Turkey", "its ally Syria", "allied with", "describe each other as allies"."""
    if any(each.lower_ in _ENDED for each in token.lefts):
        return
    for member, group in _of_body(token):
        relate(kept, "MEMBER_OF", member, group, token, "relation.allied-member")
    negated = token.dep_ == "attr" and syntax.is_negated(token.head)
    for one, other in _group(token) or _mutual(token) or _pairs(token):
        relate(kept, "ALLIED_WITH", one, other, token, "relation.allies", negated=negated)


def _of_body(token: Token) -> list[tuple[Actor, Actor]]:
    """Return the members that "NATO allies Poland and Germany" and "NATO ally Estonia" name."""
    groups = bodies(modifiers(token))
    if not groups or token.i + 1 >= len(token.doc) or token.nbor().text == ",":
        return []
    return [(each, groups[0]) for each in list_after(token)[: None if token.tag_ in {"NNS", "NNPS"} else 1]]


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
    named = nations(list_after(token)) if token.i + 1 < len(token.doc) and not _is_set_off(token) else []
    called = named[: None if token.tag_ == "NNS" else 1] or _called(token)
    owners = nations(modifiers(token)) + nations(roles(token, "of;with"))
    if not owners and (named or called) and token.pos_ in {"NOUN", "PROPN"} and not bodies(modifiers(token)):
        owners = _speaking(token, named or called)
    return list(product(owners, called))


def _is_set_off(token: Token) -> bool:
    """Say whether what follows behind a comma only goes on with the sentence; "allies, including X" names them."""
    after = {each.lower_ for each in token.doc[token.i + 2 : token.i + 4]}
    return token.nbor().text == "," and not after & {"including", "such", "like", "among"}


def _called(token: Token) -> list[Actor]:
    """Return who is called an ally: the subject, the noun beside it."""
    if token.dep_ == "attr":
        return nations(roles(token.head, "subj"))
    if token.dep_ in {"compound", "appos", "nmod", "amod", "acl", "relcl"}:
        return nations(actors(token.head))
    if token.pos_ == "VERB":
        return nations(roles(token, "subj"))
    if token.dep_ in {"oprd", "dobj"} and token.head.lemma_.lower() in words("relation_words")["designate"]:
        return nations(roles(token.head, "obj"))
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
    if context(token, None).hypothetical and token.head.lemma_ != "announce":
        return
    link = kept.at.get(token.i)
    if link is not None and link.cls == "Alliance" and link.kind == "organization" and link.length > 1:
        parties = members_of(link, token)
        for one, other in combinations(parties, 2) if len(parties) == 2 else ():
            relate(kept, "ALLIED_WITH", one, other, token, "relation.alliance")
        return
    found = nations(roles(token, "mod+between+of+with+among"))
    if len(found) < 2 and token.dep_ == "pobj" and token.head.lower_ == "as":
        found = nations(roles(token.head.head, "obj.between;obj.with"))
    if len(found) < 2 and list(syntax.preposition(token, "with")):
        verb = next((each for each in syntax.ancestors(token, 3) if each.pos_ == "VERB"), None)
        found = nations([*roles(verb, "subj"), *found]) if verb is not None else []
    for one, other in combinations(found if len(found) > 1 else _forming(token), 2):
        relate(kept, "ALLIED_WITH", one, other, token, "relation.alliance")


def _forming(token: Token) -> list[Actor]:
    """Return who forms the alliance, treaty or partnership that is the object of a verb: "X and Y form an alliance"."""
    verb = token.head
    if token.dep_ != "dobj" or verb.lemma_.lower() not in words("relation_words")["form"] or syntax.is_negated(verb):
        return []
    if verb.lemma_ != "announce" and context(verb, None).hypothetical:
        return []
    return nations(roles(verb, "subj"))


def read_pact(kept: Reading, token: Token) -> None:
    """Read "sign a mutual defence treaty", "a defence pact with X", "a trilateral security partnership between X, Y and Z"."""
    lists = words("relation_words")
    before = {each.lower_ for left in token.lefts for each in left.subtree}
    treaty = token.lemma_.lower() in lists["treaty"] and before & lists["mutual"]
    partnership = token.lemma_.lower() in lists["partnership"] and before & lists["defence"] and before & lists["sides"]
    if (treaty or partnership) and "cooperation" not in before:
        read_alliance(kept, token)
