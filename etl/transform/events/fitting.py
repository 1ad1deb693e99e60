"""Which rules of the lexicon fit a word, and what one that does not fit lacks."""

from collections.abc import Iterator

from spacy.tokens import Token

from etl.transform import syntax
from etl.transform.lexicon import Rule, rules, words
from etl.transform.reading import Actor

NOUNS = frozenset({"NOUN", "PROPN"})


def rules_of(token: Token) -> Iterator[Rule]:
    """Yield the rules that fit a token, the most particular first."""
    lemma = token.lemma_.lower()
    if token.pos_ == "VERB":
        yield from (rule for rule in rules("event_verbs").get(lemma, ()) if unfit(token, rule) is None)
    elif token.pos_ in NOUNS:
        yield from (rule for rule in rules("event_nouns").get(lemma, ()) if unfit(token, rule) is None)


def unfit(cue: Token, rule: Rule) -> str | None:
    """Return which condition of a rule on the words around its cue does not hold, None where all do."""
    return _unfit_verb(cue, rule) if cue.pos_ == "VERB" else _unfit_noun(cue, rule)


def _unfit_verb(verb: Token, rule: Rule) -> str | None:
    if rule.preps and not any(each.lower_ in rule.preps for each in verb.children if each.dep_ in {"prep", "prt", "agent"}):
        return f"wants one of the prepositions {', '.join(rule.preps)}"
    if not rule.object:
        return None
    thing = syntax.patient(verb)
    candidates = (
        [thing] if thing is not None else [o for each in verb.children if each.dep_ == "prep" for o in syntax.objects_of(each)]
    )
    members = words("noun_classes")[rule.object]
    if any(each.lemma_.lower() in members for one in candidates for each in syntax.conjuncts(one)):
        return None
    return f"wants an object of the class {rule.object}"


def _unfit_noun(noun: Token, rule: Rule) -> str | None:
    if rule.preps and not any(each.lower_ in rule.preps for each in noun.children if each.dep_ == "prep"):
        return f"wants one of the prepositions {', '.join(rule.preps)}"
    if not rule.object:
        return None
    members = words("noun_classes")[rule.object]
    if any(each.lemma_.lower() in members for each in noun.children if each.dep_ in syntax.MODIFIERS):
        return None
    return f"wants a modifier of the class {rule.object}"


def lacking(cue: Token, rule: Rule, sources: list[Actor], targets: list[Actor]) -> str | None:
    """Return what a reading lacks to be an event, None where it lacks nothing."""
    if not sources and not targets and ("alone" not in rule.needs or cue.dep_ == "compound"):
        return "no actor"
    if ("source" in rule.needs and not sources) or ("target" in rule.needs and not targets):
        return f"lacks its {' and '.join(sorted(rule.needs))}"
    if "two" in rule.needs and len(sources) + len(targets) < 2:
        return "needs two actors"
    return None
