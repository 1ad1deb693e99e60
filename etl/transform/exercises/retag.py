"""Nouns of exercises that the tagger took for verbs: "conducts a missile defence exercise off the coast"."""

from spacy.tokens import Token

from etl.transform import syntax
from etl.transform.exercises.wording import forms
from etl.transform.lexicon import words

_BARE = frozenset({"VB", "VBP"})


def is_misread(token: Token) -> bool:
    """Say whether a bare form behind a singular noun can only be a noun: a verb would say "a defence exercises"."""
    lists = words("exercise_words")
    if token.tag_ not in _BARE or token.dep_ != "ccomp" or token.lower_ not in lists["noun"]:
        return False
    before = syntax.child(token, "nsubj")
    return before is not None and before.i == token.i - 1 and before.tag_ == "NN" and bool(forms(token.head) & lists["hold"])


def retag(token: Token) -> None:
    """Make a token the noun that it is, the object of the verb above, with all that stands before it."""
    before = token.nbor(-1)
    for each in [*before.lefts]:
        if each.dep_ == "det":
            each.head = token
    before.dep_, token.dep_, token.tag_, token.pos_ = "compound", "dobj", "NN", "NOUN"
