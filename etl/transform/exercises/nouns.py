"""Which nouns speak of a military exercise."""

from spacy.tokens import Span, Token

from etl.transform import syntax
from etl.transform.actors import modifiers
from etl.transform.events.paths import roles
from etl.transform.exercises.attendance import is_attended
from etl.transform.exercises.names import is_titled
from etl.transform.exercises.participants import carrier_of
from etl.transform.exercises.parties import parties
from etl.transform.exercises.wording import described, forms, own_clauses
from etl.transform.lexicon import words
from etl.transform.reading import reading

# Where only a noun can stand, whatever part of speech the tagger gave "begin a naval exercise off the coast".
_NOMINAL = frozenset({"dobj", "pobj", "nsubjpass", "appos"})


def is_exercise(token: Token) -> bool:
    """Say whether a noun speaks of a military exercise."""
    lists = words("exercise_words")
    if token.pos_ not in {"NOUN", "PROPN"} and not (token.pos_ == "VERB" and token.dep_ in _NOMINAL):
        return False
    lemma = token.lemma_.lower()
    is_game = token.lower_.removesuffix("s") in lists["game"]  # the lemma of "War Games" in a headline keeps its plural
    if lemma not in lists["noun"] and lemma not in lists["training"] and not is_game:
        return False
    before = described(token)
    if _is_civil(before):
        return False
    if is_game:
        return "war" in before
    if lemma in lists["training"]:
        return _is_trained(token)
    if before & lists["military"] or lemma in {"wargame", "wargames"} or is_titled(reading(token.doc), token):
        return True
    return _is_military_context(token, sure=lemma in lists["sure"])


def _is_civil(before: set[str]) -> bool:
    """Say whether the words before a noun make it no military exercise; a fire drill is none, a live-fire drill is."""
    return bool(before & words("exercise_words")["not"] - ({"fire"} if "live-fire" in before else set()))


def _is_trained(token: Token) -> bool:
    """Say whether "training" is an exercise: forces conduct it, or military training was held."""
    held = syntax.child(token, "acl")
    if held is not None and held.tag_ == "VBN" and held.lemma_.lower() in words("exercise_words")["drill"]:
        return bool(described(token) & words("exercise_words")["military"])
    carrier = carrier_of(token) if token.dep_ == "dobj" else None
    return (
        carrier is not None and carrier.lemma_.lower() in words("exercise_words")["drill"] and _is_forces(syntax.subject(carrier))
    )


def _is_forces(token: Token | None) -> bool:
    nouns = words("actor_nouns", "id")
    return token is not None and token.lemma_.lower() in nouns["state.forces"] | nouns["state.hardware"]


def _is_military_context(token: Token, *, sure: bool) -> bool:
    """Say whether a bare "the exercises" can only be military: one was named before, or forces or nations hold it."""
    kept = reading(token.doc)
    if any(frame.kind == "exercise" for frame in kept.frames):
        return True
    carrier = carrier_of(token)
    if carrier is not None and _is_forces(syntax.subject(carrier)):
        return True
    owners = modifiers(token)
    if any(each.cls == "Alliance" for each in owners):
        return True
    if sure and (owners or roles(token, "between+with+by+involving;verb.subj")):
        return True
    if any(each.cls in {"Nation", "Alliance"} for each in roles(token, "with+between")) or _is_shared(token):
        return True
    if parties(map(syntax.patient, _involving(token))):
        return True
    if is_attended(carrier) and any(each.cls == "Nation" for each in parties([syntax.subject(carrier)] if carrier else [])):
        return True
    return (_is_plain_plural(token) or _is_during(token)) and _speaks_of_forces(token.sent)


def _involving(token: Token) -> list[Token]:
    return [each for each in own_clauses(token) if each.lemma_.lower() in words("exercise_words")["involve"]]


def _is_during(token: Token) -> bool:
    """Say whether something happens in the course of an exercise: "killed during an exercise at a base"."""
    prepositions = {each.lower_ for each in token.children if each.dep_ == "prep"}
    return token.dep_ == "pobj" and token.head.lower_ == "during" and not prepositions & {"of", "to"}


def _is_shared(token: Token) -> bool:
    """Say whether the verb over an exercise says that one nation holds or ends it with another."""
    verb, lists = next((each for each in syntax.ancestors(token, 2) if each.pos_ == "VERB"), None), words("exercise_words")
    if verb is None or not forms(verb) & (lists["hold"] | lists["begin"] | lists["end"] | lists["cancelled"]):
        return False
    return all(any(each.cls in {"Nation", "Alliance"} for each in roles(verb, path)) for path in ("subj", "with"))


def _is_plain_plural(token: Token) -> bool:
    """Say whether "exercises" stands for events ("during exercises"), not for the use of a thing ("exercises of power")."""
    behind = [each for each in token.children if each.dep_ == "prep"]
    return token.tag_ in {"NNS", "NNPS"} and all(each.lower_ not in {"of", "to"} for each in behind)


def _speaks_of_forces(sentence: Span) -> bool:
    nouns, military = words("actor_nouns", "id"), words("exercise_words")["forces"]
    known = (nouns["state.forces"] | military) - words("exercise_words")["unsure"]
    return any(each.lemma_.lower() in known or each.lower_.removesuffix("s") in known for each in sentence)
