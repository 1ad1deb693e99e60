"""Who takes part in an exercise, and against whom it is aimed."""

from collections.abc import Iterator

from spacy.tokens import Token

from etl.transform import syntax
from etl.transform.actors import modifiers
from etl.transform.events.paths import light_verb, roles
from etl.transform.exercises.parties import TAKE_PART, above, company, is_judged, leading, listed_after, parties
from etl.transform.exercises.wording import forms, own_clauses
from etl.transform.lexicon import words
from etl.transform.reading import Actor, reading

_PARTNERS = ("with", "alongside", "involving", "including", "among")
_HOLDERS = ("between", "by", "of")


def carrier_of(cue: Token) -> Token | None:
    """Return the verb over the exercise: "hold drills", "drills begin", "an exercise was held by"."""
    head = cue
    while head.head != head and (head.dep_ in {"conj", "appos", "compound", "nmod"} or _is_included(head)):
        head = head.head if head.dep_ != "pobj" else head.head.head
    if (
        head.dep_ == "pobj"
        and head.head.lower_ in {"of", "to"}
        and head.head.head.lemma_.lower() in words("exercise_words")["part"]
    ):
        head = head.head.head  # "a new round of drills", "the start of exercises"
    if (verb := light_verb(head)) is not None:
        return verb
    if head.dep_ == "pobj" and head.head.lower_ == "from" and head.head.head.lemma_.lower() in words("exercise_words")["partner"]:
        return head.head.head
    if head.dep_ in {"nsubj", "nsubjpass", "dobj", "attr"} and head.head.pos_ in {"VERB", "AUX"}:
        return head.head
    return None


def _is_included(noun: Token) -> bool:
    """Say whether a noun is only named as one of a kind: "engagements with X, including exercises"."""
    return noun.dep_ == "pobj" and noun.head.lower_ == "including" and noun.head.head.pos_ == "NOUN"


def participants(cue: Token, carrier: Token | None, *, alone: bool = True) -> list[Actor]:
    """Return the nations and organisations that take part; not `alone`, only those told with the noun and its verb."""
    partners = parties(each for head in _heads(cue) for each in _partners(head))
    found = [*_modifying(cue, carrier), *parties(_joined(cue)), *partners]
    found += [each for head in _ranked(cue) for prep in head.children if prep.lower_ == "between" for each in listed_after(prep)]
    for clause in _clauses(cue, carrier):
        found += _clause_roles(clause)
    if carrier is not None and _is_holder(carrier):
        found += _of_verb(carrier, alone=alone)
    elif (
        alone
        and not _is_described(cue, carrier)
        and (not found or len(found) == len(partners) or _is_inside_alliance(cue, found))
    ):
        found += above(cue) or _owners_of_ground(cue)
    distinct = {each.iri: each for each in reversed(found) if each.cls in TAKE_PART}
    return list(reversed(distinct.values()))


def _owners_of_ground(cue: Token) -> list[Actor]:
    """Return whose base an exercise is held at where nothing else tells who holds it: "at a Norwegian army base"."""
    grounds = words("exercise_words")["ground"]
    return [a for each in syntax.preposition(cue, "at", "in", "on") if each.lemma_.lower() in grounds for a in modifiers(each)]


def _clauses(cue: Token, carrier: Token | None) -> list[Token]:
    """Return the clauses on an exercise, also on the name it opens, and a verb that it is the subject of: "drills involve X"."""
    heads = [cue, *([cue.head] if cue.dep_ == "compound" else [])]
    own = [carrier] if carrier is not None and carrier.lemma_.lower() in words("exercise_words")["involve"] else []
    return [each for head in heads for each in own_clauses(head)] + own


def _is_described(cue: Token, carrier: Token | None) -> bool:
    """Say whether a sentence only says what an exercise is: "the exercise was a rehearsal" tells of no other one."""
    return carrier is not None and carrier.lemma_ == "be" and syntax.child(carrier, "attr", "acomp") is not None


def _heads(cue: Token) -> list[Token]:
    """Return the noun of the exercise and those it shares its partners with: "patrols and drills with X"."""
    if cue.dep_ == "conj" and cue.head.pos_ == "NOUN":
        return [cue, cue.head]
    return [cue, cue.head.head] if _is_included(cue) else [cue]


def _partners(head: Token) -> Iterator[Token | None]:
    """Yield who takes part with somebody by a preposition, also "with X taking part"."""
    for word in _PARTNERS:
        for each in syntax.preposition(head, word):
            if not _is_border(each):
                yield syntax.child(each, "nsubj") if each.pos_ == "VERB" else each
                yield from _whence(each)


def _whence(forces: Token) -> Iterator[Token]:
    """Yield where forces are from that the parse hung on the exercise: "drills alongside troops from X and Y"."""
    for each in forces.head.head.children:
        if each.dep_ == "prep" and each.lower_ == "from" and each.i == forces.i + 1:
            yield from syntax.objects_of(each)


def _is_inside_alliance(cue: Token, found: list[Actor]) -> bool:
    """Say whether a nation's forces are met during an exercise of their alliance: "a jet crashes during a NATO exercise"."""
    return cue.dep_ == "pobj" and cue.head.lower_ == "during" and all(each.cls == "Alliance" for each in found)


def _joined(cue: Token) -> list[Token]:
    """Return the nouns behind the exercise that name who holds it: "between", "by", "of"."""
    later = syntax.child(cue, "conj")
    heads = [cue] if later is None or later.pos_ != "NOUN" else [cue, later]  # "exercises and ties between X and Y"
    heads += _ranked(cue)[1:]
    return [each for head in heads for word in _HOLDERS for each in syntax.preposition(head, word)]


def _ranked(cue: Token) -> list[Token]:
    """Return the noun and what ranks it: "the drills, the largest ever between X and Y"."""
    return [cue, *(each for each in cue.children if each.dep_ == "appos" and each.tag_ == "JJS")]


def _modifying(cue: Token, carrier: Token | None) -> list[Actor]:
    """Return who stands before the noun, "Washington-Seoul drills" and "US-led exercises" included.

    In "the US suspends its drills" the subject of the verb is the owner, whoever else was spoken of before.
    """
    if is_judged(cue):
        return []
    owner = next((each for each in cue.lefts if each.tag_ == "PRP$"), None)
    if (owner is not None or any(each.lower_ == "the" for each in cue.lefts)) and (blamed := _blamed(cue)):
        return blamed
    if owner is None or carrier is None:
        return modifiers(cue)
    owners = parties([syntax.subject(carrier)]) or leading(cue)
    if not owners:
        return modifiers(cue)
    inner = [each for left in cue.lefts if left.dep_ in syntax.MODIFIERS and left != owner for each in parties([left])]
    return [*owners, *inner]


def _blamed(cue: Token) -> list[Actor]:
    """Return whom a threat or a reproach meets over "its" exercise: "threatens attacks against X over its drills"."""
    if cue.dep_ != "pobj" or cue.head.lower_ not in {"over", "for"}:
        return []
    above = cue.head.head
    if above.pos_ == "VERB" and above.lemma_.lower() not in words("exercise_words")["judge"]:
        return []
    behind = parties(syntax.preposition(above, "against", "on", "at"))
    return behind or (parties([syntax.patient(above)]) if above.pos_ == "VERB" else [])


def _of_verb(carrier: Token, *, alone: bool) -> list[Actor]:
    """Return who acts in the verb that carries the exercise, and with whom."""
    doer = syntax.agent(carrier) if syntax.is_passive(carrier) else syntax.subject(carrier)
    if doer is not None and (own := reading(doer.doc).at.get(doer.i)) is not None and own.kind == "series":
        doer = None  # "Talisman Saber begins"
    heads = [doer, *_partners(carrier), *company(carrier), *(company(doer) if doer is not None else [])]
    if carrier.lemma_.lower() in words("exercise_words")["partner"]:
        heads.append(syntax.patient(carrier))
    return parties(heads) or (above(carrier) if alone else [])


def _is_border(noun: Token) -> bool:
    """Say whether a nation only lies behind a border: "near the border with X"."""
    prep = noun.head
    return prep.i > 0 and prep.nbor(-1).lemma_.lower() in {"border", "frontier", "boundary"}


def _clause_roles(clause: Token) -> list[Actor]:
    if clause.lemma_.lower() in words("exercise_words")["involve"] and not syntax.is_passive(clause):
        return parties([syntax.patient(clause)])
    if clause.lower_ in {"targeting", "simulating", "aimed"} or clause.lemma_.lower() in words("exercise_words")["judge"]:
        return []
    partners = [each for word in ("with", "between", "alongside") for each in syntax.preposition(clause, word)]
    return parties([syntax.agent(clause), *partners])


def _is_holder(carrier: Token) -> bool:
    """Say whether the subject of the verb holds the exercise, as in "stage drills", not "criticise the drills"."""
    lists = words("exercise_words")
    told = forms(carrier)
    kinds = ("cancelled", "planned", "hold", "partner", "begin", "end")
    return bool(told & words("light_verbs")["light"]) or any(told & lists[each] for each in kinds)


def aims(cue: Token, carrier: Token | None) -> list[Actor]:
    """Return whom the exercise is said to be aimed at or to answer."""
    found: list[Actor] = []
    for head in (cue, carrier):
        if head is not None:
            found += _aimed(head, whole=head == cue)
    return [each for each in dict.fromkeys(found) if each.cls in TAKE_PART]


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
