"""How an event is meant: negated, planned, hypothetical, or as a thing that happened."""

from dataclasses import dataclass

from spacy.tokens import Token

from etl.transform import syntax
from etl.transform.events import unreal
from etl.transform.lexicon import words


@dataclass(frozen=True, slots=True)
class Context:
    """Polarity and modality: what is `planned` is hypothetical too, but somebody means to do it."""

    negated: bool
    hypothetical: bool
    planned: bool = False


def context(cue: Token, carrier: Token | None) -> Context:
    """Return the polarity and modality of a cue; `carrier` is its light verb."""
    verb = carrier if carrier is not None else cue
    negated = syntax.is_negated(cue) or (carrier is not None and syntax.is_negated(carrier))
    lists = words("modality")
    if carrier is not None and carrier.lemma_.lower() in {"cancel", "postpone", "suspend"}:
        negated = True
    ways = _modals(verb) | ({"hypothetical"} if _is_conditional(verb) or unreal.is_inverted(verb) else set())
    token, nominal = verb, verb.pos_ in {"NOUN", "PROPN"}
    if cue.pos_ == "NOUN":
        denied, ahead = unreal.of_noun(cue)
        negated, ways = negated or denied, ways | ahead
    negated = negated or unreal.is_left_undone(verb)
    gerund = False
    for head in syntax.ancestors(verb, 6):
        lemma = head.lemma_.lower()
        link = "pcomp" if gerund and token.dep_ == "prep" else token.dep_
        gerund = link == "pcomp" and head.pos_ == "ADP"  # "warned against forming": the preposition passes the clause on
        if _is_ruled_out(head, token):
            negated, ways = not negated, ways | {"hypothetical"}
            break
        if unreal.is_telling(head, token):
            ways |= {"hypothetical"} if lemma in lists["rumour"] else set()
            if unreal.is_belied(head):
                negated = not negated
                break
        if link in {"ccomp", "acomp"} and head.lemma_ == "be" and unreal.is_called_false(head):
            negated = not negated
            break
        if link == "dobj" and unreal.told_by(head) & lists["void"] - lists["negative"]:
            negated = not negated
            break
        if (nominal and _takes_for_granted(head)) or (link == "dobj" and lemma in lists["naming"]):
            break
        if link in {"conj", "appos"}:
            ways |= _modals(head) if not _has_own_tense(verb) else set()
        elif link in {"xcomp", "ccomp", "dobj", "pobj", "pcomp", "acl", "prep", "nsubjpass", "advcl"}:
            infinitive = _is_infinitive(token)
            if lemma in lists["negative"] and link in {"xcomp", "dobj", "pcomp", "ccomp"}:
                negated = not negated if head.pos_ == "VERB" else negated
            if head.pos_ == "VERB" and lemma in lists["verb"] and (infinitive or link in {"dobj", "pobj", "pcomp"}):
                ways.add(_way(lemma))
            if head.pos_ == "NOUN" and lemma in lists["noun"] and link in {"acl", "pobj", "pcomp", "prep"}:
                ways.add(_way(lemma))
                negated = negated != syntax.is_negated(head)  # "had no plan to join"
            if link == "xcomp" and head.pos_ == "ADJ" and infinitive:
                ways.add("planned")  # "is prepared to attack", "was about to attack"
            if link == "advcl" and infinitive and token.tag_ != "VBG":
                ways.add("hypothetical")
        else:
            break
        if head.pos_ == "VERB" and link in {"ccomp", "relcl"}:
            break
        token, nominal = head, nominal and head.pos_ != "VERB"
    return Context(negated, bool(ways), ways == {"planned"})


def _is_ruled_out(head: Token, token: Token) -> bool:
    """Say whether what is above a word denies it: "ruled out talks", "stopped short of accusing"."""
    if head.lower_ == "short":
        return token.dep_ == "prep"
    return head.lemma_.lower() == "rule" and any(each.dep_ == "prt" and each.lower_ == "out" for each in head.children)


def _way(lemma: str) -> str:
    """Return how a word puts an event ahead: as somebody's plan, or as a mere possibility."""
    return "planned" if lemma in words("modality")["planned"] else "hypothetical"


def _takes_for_granted(head: Token) -> bool:
    """Say whether a verb over a noun only speaks of what the noun tells: "may support Russia's war"."""
    if head.pos_ != "VERB":
        return False
    lists, lemma = words("modality"), head.lemma_.lower()
    return lemma not in lists["verb"] and lemma not in lists["negative"]


def _modals(verb: Token) -> set[str]:
    modal = words("modality")["modal"]
    found = {_way(each.lemma_.lower()) for each in verb.children if each.dep_ == "aux" and each.lemma_.lower() in modal}
    return {"planned"} if found and _is_announced(verb) else found


def _is_announced(verb: Token) -> bool:
    """Say whether somebody says what he will do himself, in the past: "said it would close the border"."""
    head, doer = verb.head, syntax.child(verb, "nsubj")
    if verb.dep_ != "ccomp" or head.lemma_.lower() not in words("attribution")["verb"] or doer is None or doer.pos_ != "PRON":
        return False
    return not _is_conditional(verb) and any(each.dep_ == "aux" and each.lower_ in {"would", "'d"} for each in verb.children)


def _has_own_tense(verb: Token) -> bool:
    return verb.tag_ in {"VBD", "VBZ", "VBP"}


def _is_infinitive(verb: Token) -> bool:
    return any(each.dep_ == "aux" and each.lower_ == "to" for each in verb.children) or verb.tag_ == "VBG"


def _is_conditional(verb: Token) -> bool:
    return any(each.dep_ == "mark" and each.lower_ in {"if", "unless"} for each in verb.children)
