"""Why the models decided as they did: the features that weighed most, in words."""

import re
from dataclasses import dataclass

from spacy.tokens import Doc

from etl.transform.events.learned import weights
from etl.transform.events.learned.roles import ROLES
from etl.transform.events.learned.weights import Linear, Row
from etl.transform.reading import Frame, reading

_WORDS = {
    "above": "it hangs by",
    "ahead-of-it": "its phrase follows",
    "as-ruled": "roles as the rules give them",
    "before-it": "right before it stands",
    "behind-it": "right behind it stands",
    "between": "between it and the cue stands",
    "carrier": "its light verb is",
    "class": "it is of the class",
    "clause": "its clause is",
    "content": "its content is",
    "cue": "the cue is",
    "dep": "it stands as",
    "head": "it hangs on",
    "left-out": "the rules left out",
    "left-out-for": "the rules left it out for",
    "lemma": "the word",
    "mark": "it is marked by",
    "meant": "it is meant as",
    "modifier": "it is described as",
    "noun": "its noun is",
    "object": "its object is",
    "mentions": "the number of times it is named is",
    "part": "its part in the clause is",
    "parties": "the number of possible actors is",
    "place": "its place among the possible actors is",
    "plain": "the path from the cue is",
    "prep": "its preposition is",
    "rank": "its place among those of its class is",
    "route": "the path from the cue is",
    "rule": "the rule is",
    "ruled": "by the rules it is",
    "sides": "the numbers of sources and targets by the rules are",
    "source": "its source is of the class",
    "states": "the number of states named is",
    "steps": "the number of steps from the cue is",
    "target": "its target is of the class",
    "verb": "the verb over it is",
    "way": "it is named by",
}
# Which side of the cue a party stands on, and how many words away, in steps of three.
_DISTANCE = re.compile(r"(before|after)(\d*)(/.*)?")
_FAR = {"": "", "0": "just ", "3": "shortly "}


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
    for label, role, row in made.roles:
        found += _reasons(models.roles, row, role, f"{label} is {ROLES[role].lower()}", most)
    return found


def _reasons(model: Linear, row: Row, cls: int, decision: str, most: int) -> list[Reason]:
    """Return the features of a row that weigh most for a class against the first, which is to decide nothing."""
    sums = {word: model.weight(word, cls) - (model.weight(word, 0) if cls else 0.0) for word in row}
    top = sorted(sums, key=lambda each: (-abs(sums[each]), each))[:most]
    return [Reason(decision, _in_words(word), round(sums[word], 2)) for word in top if sums[word]]


def _in_words(word: str) -> str:
    """Return a feature in words: "meant:100" is "it is meant as denied", "before0" "it stands just before the cue"."""
    name, _, value = word.partition(":")
    if name == "meant":
        marks = [each for each, set_ in zip(("denied", "hypothetical", "planned"), value, strict=True) if set_ == "1"]
        return f"it is meant as {', '.join(marks) or 'a plain fact'}"
    if not value and (found := _DISTANCE.fullmatch(name)):
        side, far, rest = found.groups()
        return f"it stands {_FAR.get(far, 'far ')}{side} the cue{rest or ''}"
    return f"{_WORDS.get(name, name.replace('-', ' '))} {value}".strip()
