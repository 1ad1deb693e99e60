"""What is said of an event as a thing: that it will take place, never did, was called off, or is only rumoured."""

from collections.abc import Set

from spacy.tokens import Token

from etl.transform import syntax
from etl.transform.lexicon import words

_PARTS = frozenset({"prt", "dobj", "advmod", "prep"})
_PREDICATES = frozenset({"acomp", "attr", "oprd", "xcomp"})
_SAID_OF = frozenset({"acl", "ccomp", "relcl"})


def of_noun(noun: Token) -> tuple[bool, Set[str]]:
    """Say whether an event told by a noun is denied, and how what stands before it and its verb put it ahead."""
    lists, before, verb = words("modality"), {each.lower_ for each in noun.lefts}, noun.head
    negated, said = bool(before & lists["undone"]), before
    if noun.dep_ in syntax.SUBJECTS:
        told = told_by(verb)
        if told & lists["happen"]:
            negated = negated != syntax.is_negated(verb)
            said = said | {each.lemma_.lower() for each in verb.children if each.dep_ == "aux"}
        if noun.dep_ == "nsubjpass" and syntax.agent(verb) is None:
            negated, said = negated or bool(told & lists["void"]), said | told
        said = said | _predicates(verb)
    ways = {"planned"} if said & (lists["ahead"] | (lists["planned"] & lists["modal"])) else set()
    return negated, ways | ({"hypothetical"} if said & (lists["possible"] | (lists["modal"] - lists["planned"])) else set())


def told_by(verb: Token) -> Set[str]:
    """Return the lemma of a verb, alone and with what completes it: "call_off", "take_place"."""
    lemma = verb.lemma_.lower()
    return {lemma, *(f"{lemma}_{each.lower_}" for each in verb.children if each.dep_ in _PARTS)}


def is_telling(noun: Token, below: Token) -> bool:
    """Say whether a noun passes on what stands below it: "reports that", "rumours of"."""
    said = below.dep_ in _SAID_OF or (below.dep_ == "prep" and below.lower_ in {"of", "about"})
    return said and noun.lemma_.lower() in words("modality")["telling"]


def is_belied(noun: Token) -> bool:
    """Say whether a report is called untrue: "are false", "were dismissed", "there is no evidence"."""
    lists, verb = words("modality"), noun.head
    if any(each.lower_ == "no" for each in noun.lefts):
        return True
    if noun.dep_ == "nsubjpass":
        return bool(told_by(verb) & (lists["belie"] | {"deny", "reject"}))
    if noun.dep_ == "dobj":
        return bool(told_by(verb) & lists["belie"])
    return noun.dep_ == "nsubj" and is_called_false(verb)


def is_called_false(verb: Token) -> bool:
    """Say whether a predicate says that something is not so: "is false", "proved untrue", "is not true"."""
    found = _predicates(verb)
    return bool(found & words("modality")["false"]) or ("true" in found and syntax.is_negated(verb))


def _predicates(verb: Token) -> Set[str]:
    return {each.lower_ for each in verb.children if each.dep_ in _PREDICATES} if verb.lemma_ in {"be", "prove"} else set()


def is_left_undone(verb: Token) -> bool:
    """Say whether something else was done: "instead of attacking", "rather than attack", "almost attacked"."""
    if any(each.dep_ == "advmod" and each.lower_ in words("modality")["short"] for each in verb.lefts):
        return True
    before = [each.lower_ for each in verb.doc[max(verb.sent.start, verb.i - 2) : verb.i]]
    return before in (["instead", "of"], ["far", "from"], ["rather", "than"])


def is_inverted(verb: Token) -> bool:
    """Say whether a condition has no "if": "Had Russia invaded", "Were China to attack"."""
    over = verb.head if verb.dep_ in {"xcomp", "ccomp"} and verb.head.lower_ == "were" else None
    first = over or next((each for each in verb.lefts if each.dep_ == "aux" and each.lower_ in {"had", "should", "were"}), None)
    doer = syntax.child(over or verb, "nsubj", "nsubjpass") if first is not None else None
    if first is None or doer is None or first.i > doer.i:
        return False
    before = first.nbor(-1).text if first.i > first.sent.start else ""
    return before in {"", ",", "“", '"'} and first.sent[-1].text != "?"
