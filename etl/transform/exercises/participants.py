"""Who takes part in an exercise, where, and against whom it is aimed."""

from spacy.tokens import Token

from etl.transform import syntax
from etl.transform.actors import actors, modifiers
from etl.transform.events.paths import light_verb, roles
from etl.transform.lexicon import words
from etl.transform.reading import Actor, Link, Reading

_TAKE_PART = frozenset({"Nation", "Organization", "Alliance"})
_LOCATIVE = frozenset({"in", "near", "off", "at", "around", "over", "on", "along", "across", "from", "into", "inside", "close"})
# What stands behind these is spoken of, not taken part in: "in response to the drills", "despite the exercises".
_APART = frozenset({
    "to", "despite", "over", "against", "about", "amid", "after", "before", "following", "by", "ahead", "because", "from",
    "since", "until", "as", "criticizing", "regarding", "given",
})  # fmt: skip


def premodifiers(token: Token) -> list[Token]:
    """Return the words before a noun that describe it, those inside its compounds included."""
    return [each for left in token.lefts if left.dep_ in syntax.MODIFIERS for each in left.subtree]


def carrier_of(cue: Token) -> Token | None:
    """Return the verb over the exercise: "hold drills", "drills begin", "an exercise was held by"."""
    head = cue
    while head.dep_ in {"conj", "appos", "compound", "nmod"} and head.head != head:
        head = head.head
    if (
        head.dep_ == "pobj"
        and head.head.lower_ in {"of", "to"}
        and head.head.head.lemma_.lower() in words("exercise_words")["part"]
    ):
        head = head.head.head  # "a new round of drills", "the start of exercises"
    if (verb := light_verb(head)) is not None:
        return verb
    if head.dep_ in {"nsubj", "nsubjpass", "dobj", "attr"} and head.head.pos_ in {"VERB", "AUX"}:
        return head.head
    return None


def participants(cue: Token, carrier: Token | None) -> list[Actor]:
    """Return the nations and organisations that take part."""
    found: dict[str, Actor] = {}
    for actor in [*_modifying(cue), *roles(cue, "between+with+by+involving+among+of+alongside+including")]:
        found.setdefault(actor.iri, actor)
    for clause in cue.children:
        if clause.dep_ in {"acl", "relcl"}:
            for actor in _clause_roles(clause):
                found.setdefault(actor.iri, actor)
    if carrier is not None and _is_holder(carrier):
        for actor in roles(carrier, "subj+with+alongside+together+between"):
            found.setdefault(actor.iri, actor)
    elif not found or _is_only_partner(cue, found):
        for actor in _holders_above(cue):
            found.setdefault(actor.iri, actor)
    return [each for each in found.values() if each.cls in _TAKE_PART]


def _modifying(cue: Token) -> list[Actor]:
    """Return who stands before the noun, "Washington-Seoul drills" and "US-led exercises" included."""
    return modifiers(cue)


def _is_only_partner(cue: Token, found: dict[str, Actor]) -> bool:
    """Say whether all that is known stands behind "with": somebody else must hold the exercise with them."""
    partners = {each.iri for each in roles(cue, "with+alongside")}
    return bool(partners) and set(found) <= partners


def _clause_roles(clause: Token) -> list[Actor]:
    if clause.lower_ in {"involving", "including", "featuring"}:
        return actors(syntax.patient(clause))
    if clause.lower_ in {"targeting", "simulating", "aimed"}:
        return []
    return roles(clause, "subj+with+between+alongside") if syntax.agent(clause) is not None else roles(clause, "with+between")


def _is_holder(carrier: Token) -> bool:
    """Say whether the subject of the verb holds the exercise, as in "stage drills", not "criticise the drills"."""
    lists = words("exercise_words")
    lemma = carrier.lemma_.lower()
    return lemma in words("light_verbs")["light"] or any(lemma in lists[each] for each in ("cancelled", "planned", "hold"))


def _holders_above(cue: Token) -> list[Actor]:
    """Return the subject of the nearest verb that the exercise belongs to: "tests missiles during war games"."""
    token = cue
    for head in syntax.ancestors(cue, 6):
        if head.dep_ == "prep" and head.lower_ in _APART and head.head.lemma_.lower() not in words("exercise_words")["planned"]:
            return []
        if token.dep_ in syntax.SUBJECTS or (token.dep_ == "dobj" and head.pos_ == "VERB" and not _is_holder(head)):
            return []
        if head.pos_ == "VERB":
            found = [each for each in roles(head, "subj") if each.cls in _TAKE_PART]
            if found:
                return found
        token = head
    return []


def places(kept: Reading, cue: Token, carrier: Token | None) -> list[Link]:
    """Return the places that the exercise or its verb is located in."""
    found: list[Link] = []
    for head in (cue, carrier):
        if head is not None:
            found += _located(kept, head)
    return list(dict.fromkeys(found))


def _located(kept: Reading, head: Token) -> list[Link]:
    preps = [each for each in head.children if each.dep_ == "prep" and each.lower_ in _LOCATIVE]
    # "a drill involving bombers near the Peninsula": the parser hangs the place on the last noun.
    inner = [each for clause in head.children if clause.dep_ == "acl" for each in clause.subtree]
    preps += [each for each in inner if each.dep_ == "prep" and each.lower_ in {"near", "off", "over", "around"}]
    return [
        link
        for prep in preps
        for each in syntax.objects_of(prep)
        for one in syntax.conjuncts(each)
        if (link := kept.at.get(one.i)) is not None and link.cls == "Place"
    ]


def aims(cue: Token, carrier: Token | None) -> list[Actor]:
    """Return whom the exercise is said to be aimed at or to answer."""
    found: list[Actor] = []
    for head in (cue, carrier):
        if head is not None:
            found += _aimed(head, whole=head == cue)
    return [each for each in dict.fromkeys(found) if each.cls in _TAKE_PART]


def _aimed(head: Token, *, whole: bool) -> list[Actor]:
    found: list[Actor] = []
    for each in head.subtree if whole else head.children:
        if each.lower_ in {"aimed", "targeting", "targeted", "directed"}:
            found += roles(each, "at;against;obj;obj.of")
        if each.lower_ == "response" and each.dep_ == "pobj" and whole:
            found += roles(each, "to;to.mod;to.by")
        if not whole and each.dep_ == "prep" and each.lower_ == "in":
            for target in syntax.objects_of(each):
                found += roles(target, "to;to.mod;to.by") if target.lower_ == "response" else []
    return found
