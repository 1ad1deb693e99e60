"""The words of an exercise: those before its noun, alone and by twos ("missile defence"), and verbs with their particles."""

from itertools import pairwise

from spacy.tokens import Token

from etl.transform import syntax
from etl.transform.lexicon import words
from etl.transform.reading import reading

_TOLD = ("hold", "begin", "end", "planned", "involve", "cancelled", "drill", "attend", "called", "proposed", "firm", "course")


def premodifiers(token: Token) -> list[Token]:
    """Return the words before a noun that describe it, those inside its compounds included.

    A bare noun shares those of the noun it is coordinated with: "all exercises and military ties".
    """
    own = [each for left in token.lefts if left.dep_ in syntax.MODIFIERS for each in left.subtree]
    later = syntax.child(token, "conj")
    return own if own or later is None or later.pos_ != "NOUN" else premodifiers(later)


def described(token: Token) -> set[str]:
    """Return the words before a noun in small letters, and each two that stand together joined by a hyphen."""
    found = [each.lower_ for each in premodifiers(token) if not each.is_punct]
    return {*found, *(f"{one}-{other}" for one, other in pairwise(found))}


def forms(word: Token) -> set[str]:
    """Return the lemma of a word, and with its particle where it has one: "call_off", "go_ahead"."""
    lemma = word.lemma_.lower()
    return {lemma, *(f"{lemma}_{each.lower_}" for each in word.children if each.dep_ in {"prt", "advmod", "acomp", "prep"})}


def own_clauses(noun: Token) -> list[Token]:
    """Return the verbs of the clauses on an exercise, without one on the place that it is held at."""
    found = [each for each in noun.children if each.dep_ in {"acl", "relcl"} and each.i > noun.i]
    return [each for each in found if not _is_on_place(each)]


def _is_on_place(clause: Token) -> bool:
    """Say whether a clause tells of the place right before it: "a drill on Gotland Island, which was shelled"."""
    verbs = [clause, *(each for each in clause.children if each.dep_ == "xcomp")]
    told = {form for verb in verbs for form in forms(verb)}
    if clause.dep_ != "relcl" or any(told & words("exercise_words")[each] for each in _TOLD):
        return False
    before = clause.left_edge.nbor(-1)
    place = reading(clause.doc).at.get((before.nbor(-1) if before.text == "," else before).i)
    return place is not None and place.cls in {"Place", "Nation"}
