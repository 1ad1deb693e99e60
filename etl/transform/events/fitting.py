"""Which rules of the lexicon fit a word, and what one that does not fit lacks."""

from collections.abc import Iterator

from spacy.tokens import Token

from etl.transform import syntax
from etl.transform.events.paths import light_verb
from etl.transform.lexicon import Rule, rules, words
from etl.transform.reading import Actor, reading

NOUNS = frozenset({"NOUN", "PROPN"})

_FILES = {"VERB": "event_verbs", "NOUN": "event_nouns", "PROPN": "event_nouns", "ADJ": "event_adjectives"}
_HOSTILE = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "THREATEN", "PROTEST"})
# What a purpose has to tell, by how rules ask for it: "sent troops to fight", "sent experts to investigate".
_PURPOSES = {">fight": frozenset({"ASSAULT", "COERCE"}), ">probe": frozenset({"ACCUSE"})}
_LINKING = frozenset({"prep", "prt", "agent", "dative"})
_OBJECTS = frozenset({"dobj", "dative", "oprd", "xcomp"})


def rules_of(token: Token) -> Iterator[Rule]:
    """Yield the rules that fit a token, the most particular first."""
    file = _FILES.get(token.pos_)
    if file is not None and not (token.pos_ == "VERB" and token.dep_ == "amod"):
        yield from (rule for rule in rules(file).get(lemma(token), ()) if unfit(token, rule) is None)


def lemma(token: Token) -> str:
    """Return the lemma as the lexicon has it; what looks like a name keeps its ending in the plural: "Firefights"."""
    found = token.lemma_.lower()
    if token.pos_ == "PROPN" and found not in rules("event_nouns"):
        return found.removesuffix("s")
    return found


def unfit(cue: Token, rule: Rule) -> str | None:
    """Return which condition of a rule on the words around its cue does not hold, None where all do."""
    if rule.preps and not any(each.lower_ in rule.preps for each in _linking(cue)):
        return f"wants one of the prepositions {', '.join(rule.preps)}"
    if "negated" in rule.needs and not (syntax.is_negated(cue) or (cue.dep_ == "acomp" and syntax.is_negated(cue.head))):
        return "wants to be negated"
    if "light" in rule.needs and light_verb(cue) is None:
        return "wants a verb that carries it out"
    if not rule.object:
        return None
    if rule.object.startswith(">"):
        return None if _says(cue, rule.object) else f"wants {rule.object.removeprefix('>')} content"
    if rule.object.startswith("<"):
        return None if _is_done_by(cue, rule.object[1:]) else f"wants a subject of the class {rule.object[1:]}"
    members = words("noun_classes")[rule.object]
    if any(each.lemma_.lower() in members for each in _asked(cue)):
        return None
    return f"wants {'a modifier' if cue.pos_ in NOUNS else 'an object'} of the class {rule.object}"


def _is_done_by(verb: Token, kind: str) -> bool:
    """Say whether the subject of a verb is of a class: "UN peacekeeping troops", "a batch of troops", people by their nation."""
    doer, members = syntax.subject(verb), words("noun_classes")[kind]
    for each in (doer, *_measured(doer)) if doer is not None else ():
        if any(one.lemma_.lower() in members for one in (each, *each.lefts)):
            return True
        link = reading(each.doc).at.get(each.i)
        if kind == "people" and link is not None and link.kind == "demonym":
            return True
    return False


def _linking(cue: Token) -> Iterator[Token]:
    """Yield the prepositions and particles of a word, also those that the parser hung on its object, and "for X to do"."""
    for each in cue.children:
        if each.dep_ in _LINKING:
            yield each
        elif each.dep_ == "dobj" and cue.pos_ == "VERB":
            yield from (prep for prep in each.children if prep.dep_ == "prep")
        elif each.dep_ in {"advcl", "ccomp"}:
            yield from (mark for mark in each.children if mark.dep_ == "mark" and mark.lower_ == "for")


def _asked(cue: Token) -> Iterator[Token]:
    """Yield what the object class of a rule is asked of: the objects of a verb, the modifiers of a noun."""
    if cue.pos_ in NOUNS:
        yield from (each for each in cue.children if each.dep_ in syntax.MODIFIERS)
        return
    patient = syntax.patient(cue)
    found = [each for each in cue.children if each.dep_ in _OBJECTS and each.tag_ != "IN"]
    if patient is not None and patient not in found:
        found.insert(0, patient)
    if not found:
        found = [o for each in cue.children if each.dep_ == "prep" for o in syntax.objects_of(each)]
    for each in found:
        for one in syntax.conjuncts(each):
            yield one
            yield from _measured(one)


def _measured(noun: Token) -> Iterator[Token]:
    """Yield what an amount is an amount of: "hundreds of troops", "15% of its gas supplies", "an aid program"."""
    if noun.lemma_.lower() in words("noun_classes")["amount"]:
        yield from (each for each in noun.lefts if each.dep_ == "compound")
        for each in syntax.preposition(noun, "of", "in"):
            for one in syntax.conjuncts(each):
                yield one
                yield from _measured(one)


def _says(cue: Token, wanted: str) -> bool:
    """Say whether what a word promises or is ready for is hostile, or is not to do something."""
    if wanted in _PURPOSES:
        return any(_is_told(each, _PURPOSES[wanted]) for each in _purposes(cue))
    content = syntax.child(cue, "xcomp", "ccomp", "acl")
    if content is None:
        return False
    negated = syntax.is_negated(content)
    return negated if wanted == ">negated" else not negated and _is_told(content, _HOSTILE)


def _purposes(verb: Token) -> Iterator[Token]:
    """Yield the infinitives that tell what something is sent for, also where they hang on the thing: "sent troops to fight"."""
    for each in verb.children:
        if each.dep_ in {"advcl", "xcomp"} and each.tag_ == "VB":
            yield each
        elif each.dep_ in {"dobj", "nsubjpass"}:
            yield from (clause for clause in each.children if clause.dep_ in {"acl", "relcl"} and clause.tag_ == "VB")


def _is_told(verb: Token, types: frozenset[str]) -> bool:
    """Say whether a verb, or its object where the verb only carries it, tells an event of one of the types."""
    own = list(rules_of(verb))
    told = own or [rule for each in verb.children if each.dep_ == "dobj" for rule in rules_of(each)]
    return any(rule.type in types for rule in told)


def lacking(cue: Token, rule: Rule, sources: list[Actor], targets: list[Actor]) -> str | None:
    """Return what a reading lacks to be an event, None where it lacks nothing."""
    if not sources and not targets and ("alone" not in rule.needs or cue.dep_ == "compound"):
        return "no actor"
    if ("source" in rule.needs and not sources) or ("target" in rule.needs and not targets):
        return f"lacks its {' and '.join(sorted(rule.needs & {'source', 'target'}))}"
    if "two" in rule.needs and len(sources) + len(targets) < 2:
        return "needs two actors"
    return None
