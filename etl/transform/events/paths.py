"""Role paths: where in the parse around a cue its actors stand.

A path such as `subj`, `obj.mod`, `against` or `verb.on` names one place; `;` tries places in order until one yields an
actor, `+` joins places. A trailing `.host` lets a capital stand for its nation; `.of`, `.by` and the like go on from
the noun found to the object of that preposition, `.mod` and `.poss` to its modifiers.
"""

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from etl.transform import syntax
from etl.transform.actors import actors, modifiers
from etl.transform.lexicon import words
from etl.transform.reading import Actor

_CARRYING = frozenset({"for", "in", "on", "to", "at", "during", "under"})


def roles(cue: Token, path: str, *, foreign: bool = True, others: Iterable[Actor] = ()) -> list[Actor]:
    """Return the actors at `path` around the cue that are none of `others`.

    An alternative marked "?" counts only where a state acts abroad.
    """
    taken = {each.iri for each in others}
    for alternative in path.split(";"):
        if alternative.startswith("?") and not foreign:
            continue
        alternative = alternative.removeprefix("?")
        found: dict[str, Actor] = {}
        for place in alternative.split("+"):
            for actor in _at(cue, place.strip()):
                if actor.iri not in taken:
                    found.setdefault(actor.iri, actor)
        if found:
            return list(found.values())
    return []


def _at(cue: Token, place: str) -> list[Actor]:
    steps = place.split(".")
    host = steps[-1] == "host"
    if host:
        steps.pop()
    if steps[0] == "verb":
        verb, rest = light_verb(cue), steps[1:]
        if _is_undergone(cue, verb):
            rest = {"subj": ["nobody"], "obj": ["subj"]}.get(rest[0], rest[:1]) + rest[1:]
        return _at(verb, ".".join(rest + ["host"] * host)) if verb is not None else []
    if steps[-1] in {"mod", "poss"}:
        heads = [each for head in _heads(cue, steps[:-1]) for each in syntax.conjuncts(head)] if len(steps) > 1 else [cue]
        return [actor for head in heads for actor in modifiers(head, owners_only=steps[-1] == "poss")]
    return [actor for head in _heads(cue, steps) for actor in actors(head, host=host)]


def _is_undergone(noun: Token, verb: Token | None) -> bool:
    """Say whether the subject of the verb suffers what the noun tells: "came under attack", "faces charges"."""
    if verb is None:
        return False
    lemma = verb.lemma_.lower()
    if noun.dep_ == "pobj":
        return noun.head.lower_ == "under" and lemma in {"come", "be", "remain", "fall"}
    return lemma == "face"


def _heads(cue: Token, steps: list[str]) -> Iterator[Token]:
    """Yield the nouns that `steps` lead to from the cue."""
    found = [cue]
    for step in steps:
        found = [target for token in found for target in _step(token, step)]
    yield from found


def _step(token: Token, step: str) -> Iterator[Token]:
    match step:
        case "subj":
            each = syntax.agent(token) if syntax.is_passive(token) else syntax.subject(token)
            yield from (other for other in token.children if other.dep_ == "nsubj" and each is not None and other.i > each.i)
        case "obj":
            each = syntax.patient(token)
        case "dative":
            each = syntax.child(token, "dative")
            if each is not None and each.pos_ == "ADP":
                each = syntax.child(each, "pobj")
        case "xcomp" | "ccomp" | "advcl" | "acl":
            each = syntax.child(token, step)
        case "pred":
            each = token.head if token.dep_ == "nsubj" and token.head.pos_ == "VERB" else None
        case "above":
            each = _above(token)
        case "targeting":
            each = next((c for c in token.children if c.dep_ == "acl" and c.lower_ == "targeting"), None)
            each = syntax.patient(each) if each is not None else None
        case _:
            yield from syntax.preposition(token, step)
            return
    if each is not None:
        yield each


def _above(noun: Token) -> Token | None:
    """Return the verb that a noun hangs on through "from" or "against": "defends itself from threats"."""
    prep = noun.head
    if noun.dep_ == "pobj" and prep.lower_ in {"from", "against"} and prep.head.pos_ == "VERB":
        return prep.head
    return None


def light_verb(noun: Token) -> Token | None:
    """Return the verb that only carries the event of `noun`: "hold talks", "met for talks", "carried out an attack"."""
    head = noun
    while head.dep_ == "conj" and head.head.pos_ in {"NOUN", "PROPN"}:
        head = head.head
    if head.dep_ in {"dobj", "nsubjpass", "attr", "oprd"}:
        verb = head.head
        return verb if verb.lemma_.lower() in words("light_verbs")["light"] else None
    if head.dep_ == "acomp" or (head.pos_ == "ADJ" and head.dep_ == "xcomp"):
        return head.head
    if head.dep_ == "pobj" and head.head.head.pos_ in {"VERB", "AUX"} and head.head.lower_ in _CARRYING:
        return head.head.head
    return None
