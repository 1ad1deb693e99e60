"""Which rules of the lexicon fit a word, and what one that does not fit lacks."""

from collections.abc import Iterator

from spacy.tokens import Token

from etl.transform import syntax
from etl.transform.lexicon import Rule, rules, words
from etl.transform.reading import Actor

NOUNS = frozenset({"NOUN", "PROPN"})

_FILES = {"VERB": "event_verbs", "NOUN": "event_nouns", "PROPN": "event_nouns", "ADJ": "event_adjectives"}
_HOSTILE = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "THREATEN", "PROTEST"})
_OBJECTS = frozenset({"dobj", "dative", "oprd", "xcomp"})


def rules_of(token: Token) -> Iterator[Rule]:
    """Yield the rules that fit a token, the most particular first."""
    file = _FILES.get(token.pos_)
    if file is not None:
        yield from (rule for rule in rules(file).get(lemma(token), ()) if unfit(token, rule) is None)


def lemma(token: Token) -> str:
    """Return the lemma as the lexicon has it; what looks like a name keeps its ending in the plural: "Firefights"."""
    found = token.lemma_.lower()
    if token.pos_ == "PROPN" and found not in rules("event_nouns"):
        return found.removesuffix("s")
    return found


def unfit(cue: Token, rule: Rule) -> str | None:
    """Return which condition of a rule on the words around its cue does not hold, None where all do."""
    if rule.preps and not any(each.lower_ in rule.preps for each in cue.children if each.dep_ in {"prep", "prt", "agent"}):
        return f"wants one of the prepositions {', '.join(rule.preps)}"
    if "negated" in rule.needs and not syntax.is_negated(cue):
        return "wants to be negated"
    if not rule.object:
        return None
    if rule.object.startswith(">"):
        return None if _says(cue, rule.object) else f"wants {rule.object.removeprefix('>')} content"
    members = words("noun_classes")[rule.object]
    if any(each.lemma_.lower() in members for each in _things(cue)):
        return None
    return f"wants {'a modifier' if cue.pos_ in NOUNS else 'an object'} of the class {rule.object}"


def _things(cue: Token) -> Iterator[Token]:
    """Yield what the object class of a rule is asked of: the objects of a verb, the modifiers of a noun."""
    if cue.pos_ in NOUNS:
        yield from (each for each in cue.children if each.dep_ in syntax.MODIFIERS)
        return
    thing = syntax.patient(cue)
    found = [each for each in cue.children if each.dep_ in _OBJECTS]
    if thing is not None and thing not in found:
        found.insert(0, thing)
    if not found:
        found = [o for each in cue.children if each.dep_ == "prep" for o in syntax.objects_of(each)]
    for each in found:
        for one in syntax.conjuncts(each):
            yield one
            yield from _measured(one)


def _measured(noun: Token) -> Iterator[Token]:
    """Yield what an amount is an amount of: "hundreds of troops", "15% of its gas supplies"."""
    if noun.lemma_.lower() in words("noun_classes")["amount"]:
        for each in syntax.preposition(noun, "of", "in"):
            yield from syntax.conjuncts(each)


def _says(cue: Token, wanted: str) -> bool:
    """Say whether what a word promises or is ready for is hostile, or is not to do something."""
    content = syntax.child(cue, "xcomp", "ccomp", "acl")
    if content is None:
        return False
    if wanted == ">negated":
        return syntax.is_negated(content)
    if syntax.is_negated(content):
        return False
    done = [content, *(each for each in content.children if each.dep_ == "dobj")]
    return any(rule.type in _HOSTILE for each in done for rule in rules_of(each))


def lacking(cue: Token, rule: Rule, sources: list[Actor], targets: list[Actor]) -> str | None:
    """Return what a reading lacks to be an event, None where it lacks nothing."""
    if not sources and not targets and ("alone" not in rule.needs or cue.dep_ == "compound"):
        return "no actor"
    if ("source" in rule.needs and not sources) or ("target" in rule.needs and not targets):
        return f"lacks its {' and '.join(sorted(rule.needs & {'source', 'target'}))}"
    if "two" in rule.needs and len(sources) + len(targets) < 2:
        return "needs two actors"
    return None
