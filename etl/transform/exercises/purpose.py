"""With which forces an exercise is held, and what for: "involving 10,000 troops", "to prepare for an attack"."""

from collections.abc import Iterator

from spacy.tokens import Token

from etl.transform import syntax
from etl.transform.exercises.wording import own_clauses
from etl.transform.lexicon import words

_WITH = ("involving", "with", "including", "featuring")
_LOOSE = frozenset({"det", "poss", "cc", "punct", "preconj"})


def forces(cue: Token, carrier: Token | None) -> str | None:
    """Return the troops that are counted and the arms that are named, as the text words them."""
    lists = words("exercise_words")
    verbs = [*own_clauses(cue), *([carrier] if carrier is not None else [])]
    heads = [each for head in (cue, *verbs) for each in syntax.preposition(head, *_WITH)]
    heads += [found for each in verbs if each.lemma_.lower() in lists["involve"] and (found := syntax.patient(each)) is not None]
    named = dict.fromkeys(_phrase(one) for each in heads for one in syntax.conjuncts(each) if _is_force(one))
    return "; ".join(named) or None


def _is_force(noun: Token) -> bool:
    nouns = words("actor_nouns", "id")
    lemma, is_counted = noun.lemma_.lower(), syntax.child(noun, "nummod") is not None
    if lemma in nouns["state.hardware"] | words("exercise_words")["hardware"]:
        return True
    return is_counted and lemma in nouns["state.forces"] | words("exercise_words")["forces"]


def _phrase(noun: Token) -> str:
    first = min((each.left_edge.i for each in noun.lefts if each.dep_ not in _LOOSE), default=noun.i)
    return str(noun.doc[first : noun.i + 1].text)


def purpose(cue: Token, carrier: Token | None) -> str | None:
    """Return what the text says that an exercise is for: "deterring Iran", "prepare for an attack"."""
    return next((_clause(each) for each in _aims(cue, carrier)), None)


def _aims(cue: Token, carrier: Token | None) -> Iterator[Token]:
    for each in (*own_clauses(cue), *(carrier.children if carrier is not None else ())):
        if each.dep_ not in {"acl", "advcl", "relcl"}:
            continue
        if each.lower_ == "aimed":
            yield from (one for one in syntax.preposition(each, "at") if one.tag_ == "VBG")
        elif each.tag_ == "VB" and each.i > cue.i and _is_infinitive(each):
            yield each


def _is_infinitive(verb: Token) -> bool:
    """Say whether a verb says what for; "to begin on Monday" says when."""
    lists = words("exercise_words")
    timed = lists["begin"] | lists["end"] | {"be", "last", "run", "take"}
    return any(each.lower_ == "to" for each in verb.lefts) and verb.lemma_.lower() not in timed and not syntax.is_passive(verb)


def _clause(verb: Token) -> str:
    return str(verb.doc[verb.i : verb.right_edge.i + 1].text).rstrip(" .,;")
