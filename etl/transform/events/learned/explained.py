"""Why the models decided as they did: the features that weighed most, in words."""

from dataclasses import dataclass
from itertools import chain

from spacy.tokens import Doc

from etl.transform.events.learned import weights
from etl.transform.events.learned.roles import ROLES
from etl.transform.events.learned.weights import Linear, Row
from etl.transform.reading import Frame, reading

_WORDS = {
    "above": "it hangs by",
    "as-ruled": "roles as the rules give them",
    "carrier": "its light verb is",
    "child": "it hangs on the cue as",
    "class": "it is of the class",
    "clause": "its clause is",
    "content": "its content is",
    "dep": "it stands as",
    "ending": "it is reached by",
    "head": "it hangs on",
    "hint": "words for",
    "left-out": "the rules left out",
    "left-out-for": "the rules left it out for",
    "lemma": "the word",
    "lexicon": "the lexicon knows it for",
    "meant": "it is meant as",
    "modifier": "it is described as",
    "object": "its object is",
    "owns": "it owns",
    "part": "its part in the clause is",
    "parties": "the number of possible actors is",
    "plain": "the path from the cue is",
    "prep": "its preposition is",
    "route": "the path from the cue is",
    "rule": "the rule is",
    "rule-type": "the rules read",
    "ruled": "by the rules it is",
    "states": "the number of states named is",
    "verb": "the verb over it is",
    "way": "it is named by",
}


@dataclass(frozen=True, slots=True)
class Reason:
    """One ground of a decision: what was decided, the feature in words, and how much it spoke for it (below 0: against)."""

    decision: str
    ground: str
    weight: float


def explain(doc: Doc, frame: Frame, most: int = 5) -> list[Reason]:
    """Return what weighed most for the type and the roles of an event; empty where the rules alone decided."""
    made = reading(doc).decisions.get(frame.cue)
    if made is None:
        return []
    models = weights.load()
    found = _reasons(models.cues, made.row, 1, f"it is {frame.type}", most)
    for label, role, pieces in made.roles:
        found += _reasons(models.roles, list(chain.from_iterable(pieces)), role, f"{label} is {ROLES[role].lower()}", most)
    return found


def _reasons(model: Linear, row: Row, cls: int, decision: str, most: int) -> list[Reason]:
    """Return the features of a row that weigh most for a class against the first, which is to decide nothing."""
    sums = {word: model.weight(word, cls) - (model.weight(word, 0) if cls else 0.0) for word in row}
    top = sorted(sums, key=lambda each: (-abs(sums[each]), each))[:most]
    return [Reason(decision, _in_words(word), round(sums[word], 2)) for word in top if sums[word]]


def _in_words(word: str) -> str:
    name, _, value = word.partition(":")
    return f"{_WORDS.get(name, name.replace('-', ' '))} {value}".strip()
