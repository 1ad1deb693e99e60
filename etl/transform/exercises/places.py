"""Where an exercise takes place: "in the Baltic Sea", "off the coast of Guangdong", "around Taiwan"."""

from collections.abc import Iterator

from spacy.tokens import Token

from etl.transform import syntax
from etl.transform.exercises.status import clauses
from etl.transform.lexicon import words
from etl.transform.reading import Link, Reading

_LOCATIVE = frozenset({
    "in", "near", "off", "at", "around", "over", "on", "along", "across", "from", "into", "inside", "close", "within",
    "outside", "north", "south", "east", "west", "throughout", "between",
})  # fmt: skip
_LAST = frozenset({"near", "off", "over", "around"})
# Where the name of a state says where forces are; behind "on" or "from" it says who or whence.
_INSIDE = frozenset({"in", "near", "off", "around", "across", "inside", "within", "over", "throughout", "north", "south", "east"})


def places(kept: Reading, cue: Token, carrier: Token | None) -> list[Link]:
    """Return the places that the exercise or its verb is located in."""
    judged = carrier is not None and carrier.lemma_.lower() in words("exercise_words")["judge"]
    heads = [cue, *_rounds(cue), *([carrier] if carrier is not None and not judged else []), *clauses(cue)]
    found = [link for head in heads for link in _located(kept, head)]
    return list(dict.fromkeys(found or [*_behind_partners(kept, cue, carrier), *_goals(kept, cue), *_scenes(kept, cue)]))


def _behind_partners(kept: Reading, cue: Token, carrier: Token | None) -> Iterator[Link]:
    """Yield the sea or land that the parse hung on the last partner: "drills with Oman and other states in the Gulf"."""
    for head in (cue, carrier):
        for each in syntax.preposition(head, "with", "involving") if head is not None else ():
            for one in syntax.conjuncts(each):
                yield from (link for link in _located(kept, one) if link.cls == "Place")


def _goals(kept: Reading, cue: Token) -> Iterator[Link]:
    """Yield where forces go for an exercise: "sends a flotilla to the Mediterranean for exercises"."""
    if cue.dep_ == "pobj" and cue.head.lower_ == "for":
        for head in syntax.ancestors(cue.head, 3):
            for each in syntax.preposition(head, "to"):
                yield from _named(kept, each, state=True)


def _scenes(kept: Reading, cue: Token) -> Iterator[Link]:
    """Yield where something is done in an exercise: "practised landings near Hainan in a drill"."""
    verb = cue.head.head if cue.dep_ == "pobj" and cue.head.lower_ in {"in", "during"} else None
    if verb is not None and verb.pos_ == "VERB":
        for head in (verb, syntax.child(verb, "dobj")):
            yield from _located(kept, head) if head is not None else ()


def _rounds(cue: Token) -> Iterator[Token]:
    """Yield the nouns that an exercise is counted by: "eight days of drills off the coast"."""
    if cue.dep_ == "pobj" and cue.head.lower_ == "of" and cue.head.head.pos_ == "NOUN":
        yield cue.head.head


def _located(kept: Reading, head: Token) -> Iterator[Link]:
    preps = [each for each in head.children if each.dep_ in {"prep", "advmod"} and each.lower_ in _LOCATIVE]
    # "a drill involving bombers near the Peninsula": the parser hangs the place on the last noun.
    inner = [each for clause in head.children if clause.dep_ == "acl" for each in clause.subtree]
    preps += [each for each in inner if each.dep_ == "prep" and each.lower_ in _LAST]
    for prep in preps:
        for each in syntax.objects_of(prep):
            for one in syntax.conjuncts(each):
                yield from _named(kept, one, state=prep.lower_ in _INSIDE)


def _named(kept: Reading, noun: Token, *, state: bool) -> Iterator[Link]:
    """Yield the place that a noun names, or that "the coast of" and "the waters near" one speak of, and what it lies in."""
    link = kept.at.get(noun.i)
    if link is not None and (link.cls == "Place" or (state and link.cls == "Nation" and link.kind != "adjective")):
        yield link
    elif link is None and noun.lemma_.lower() in words("exercise_words")["place"]:
        yield from _before(kept, noun)
        yield from (
            each for prep in noun.children if prep.dep_ == "prep" for each in _behind(kept, prep, {"of", "off", "near", "with"})
        )
    if link is not None and link.cls == "Place":
        yield from (each for prep in noun.children if prep.dep_ == "prep" for each in _behind(kept, prep, {"near", "off"}))


def _before(kept: Reading, noun: Token) -> Iterator[Link]:
    """Yield the place before a noun: "Guam's waters", "the Hainan coast"."""
    for each in noun.lefts:
        link = kept.at.get(each.i)
        if link is not None and (link.cls == "Place" or (link.cls == "Nation" and link.kind != "adjective")):
            yield link


def _behind(kept: Reading, prep: Token, allowed: set[str]) -> Iterator[Link]:
    if prep.lower_ in allowed:
        for each in syntax.objects_of(prep):
            for one in syntax.conjuncts(each):
                yield from _named(kept, one, state=True)
