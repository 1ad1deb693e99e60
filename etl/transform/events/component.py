"""Events: PLOVER-coded frames read from verbs and nouns by the rules of `schema/lexicon/`."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from etl.transform import syntax
from etl.transform.actors import modifiers
from etl.transform.events.context import context
from etl.transform.events.derived import GIVING, find_content, in_return, is_quoted
from etl.transform.events.paths import light_verb, roles
from etl.transform.lexicon import Rule, rules, words
from etl.transform.reading import Frame, Reading, reading

SYMMETRIC = frozenset({"CONSULT", "AGREE", "COOPERATE", "MOBILIZE"})
# What is asked, promised or refused is no event of its own; what is threatened is one, only threatened.
_OPAQUE = frozenset({"REQUEST", "AGREE", "REJECT"})


def find_events(doc: Doc) -> Doc:
    """Read the events of a Doc into its frames."""
    kept = reading(doc)
    taken: set[int] = {index for frame in kept.frames for index in range(*frame.cue)}
    for token in doc:
        if token.i in taken or token.i in kept.at:
            continue
        rule = _rule(token)
        if rule is not None:
            _read(kept, token, rule, taken)
    find_content(kept, doc)
    return doc


def _rule(token: Token) -> Rule | None:
    lemma = token.lemma_.lower()
    if token.pos_ == "VERB":
        return next((rule for rule in rules("event_verbs").get(lemma, ()) if _verb_fits(token, rule)), None)
    if token.pos_ in {"NOUN", "PROPN"}:
        return next((rule for rule in rules("event_nouns").get(lemma, ()) if _noun_fits(token, rule)), None)
    return None


def _verb_fits(verb: Token, rule: Rule) -> bool:
    if rule.preps and not any(each.lower_ in rule.preps for each in verb.children if each.dep_ in {"prep", "prt", "agent"}):
        return False
    if not rule.object:
        return True
    thing = syntax.patient(verb)
    candidates = (
        [thing] if thing is not None else [o for each in verb.children if each.dep_ == "prep" for o in syntax.objects_of(each)]
    )
    members = words("noun_classes")[rule.object]
    return any(each.lemma_.lower() in members for one in candidates for each in syntax.conjuncts(one))


def _noun_fits(noun: Token, rule: Rule) -> bool:
    if rule.preps and not any(each.lower_ in rule.preps for each in noun.children if each.dep_ == "prep"):
        return False
    if not rule.object:
        return True
    members = words("noun_classes")[rule.object]
    return any(each.lemma_.lower() in members for each in noun.children if each.dep_ in syntax.MODIFIERS)


def _read(kept: Reading, cue: Token, rule: Rule, taken: set[int]) -> None:
    opaque = _opaque_above(cue)
    if opaque is not None:
        return kept.drop("events", "content of a request, promise or refusal", cue.text)
    carrier = light_verb(cue) if cue.pos_ != "VERB" else None
    sources, targets = roles(cue, rule.source), roles(cue, rule.target) if rule.target else []
    if cue.pos_ != "VERB" and not sources and not targets:
        sources = modifiers(cue)
    targets = [each for each in targets if each.iri not in {one.iri for one in sources}]
    if not sources and not targets:
        return kept.drop("events", f"{rule.id}: no actor", cue.text)
    if ("source" in rule.needs and not sources) or ("target" in rule.needs and not targets):
        return kept.drop("events", f"{rule.id}: lacks its {' and '.join(sorted(rule.needs))}", cue.text)
    if "two" in rule.needs and len(sources) + len(targets) < 2:
        return kept.drop("events", f"{rule.id}: needs two actors", cue.text)
    if _is_purpose(cue, rule):
        return kept.drop("events", f"{rule.id}: the purpose of giving", cue.text)
    how = context(cue, carrier)
    frame = Frame(
        "event",
        rule.type,
        _cue_span(cue, carrier),
        rule.id,
        0.7,
        mode=rule.mode,
        sources=sources,
        targets=targets,
        negated=how.negated,
        hypothetical=how.hypothetical,
        what=_what(cue) if rule.type in GIVING else None,
    )
    taken.update(_consumed(cue, rule))
    if _is_repeated(kept, frame, cue):
        return kept.drop("events", f"{rule.id}: said before", cue.text)
    kept.frames.append(frame)
    in_return(kept, frame, cue, taken)
    return None


def _is_purpose(cue: Token, rule: Rule) -> bool:
    """Say whether support is only what something is given for: "supplying troops to support the war"."""
    if rule.type != "SUPPORT" or cue.dep_ != "advcl" or cue.head.pos_ != "VERB":
        return False
    above = _rule(cue.head)
    return above is not None and above.type in GIVING


def _what(cue: Token) -> str | None:
    """Return the words for what is given: the object of a verb or of "with", the phrase of a noun such as "arms sales"."""
    thing = cue
    if cue.pos_ == "VERB":
        found = syntax.patient(cue) or next(syntax.preposition(cue, "with"), None)
        if found is None or found.pos_ not in {"NOUN", "PROPN"} or found.i in reading(cue.doc).at:
            found = next(syntax.preposition(cue, "with"), None)
        if found is None or found.pos_ not in {"NOUN", "PROPN"}:
            return None
        thing = found
    start, _ = syntax.phrase(thing)
    return cue.doc[start : syntax.conjuncts(thing)[-1].i + 1].text


def _cue_span(cue: Token, carrier: Token | None) -> tuple[int, int]:
    return (cue.i, cue.i + 1)


def _consumed(cue: Token, rule: Rule) -> Iterator[int]:
    """Yield the tokens whose event is told by this cue: itself, and the object that the rule asked for."""
    yield cue.i
    if rule.object and cue.pos_ == "VERB":
        thing = syntax.patient(cue)
        if thing is not None:
            yield thing.i


def _opaque_above(cue: Token) -> Token | None:
    """Return the verb that asks for, promises or refuses what the cue says, None where there is none."""
    token = cue
    for head in syntax.ancestors(cue, 4):
        if token.dep_ not in {"xcomp", "ccomp", "pcomp", "dobj", "conj", "prep", "pobj"}:
            return None
        if head.pos_ == "VERB" and token.dep_ in {"xcomp", "ccomp", "pcomp", "prep", "dobj"}:
            rule = _rule(head)
            if rule is not None and rule.type in _OPAQUE:
                return head
            if token.dep_ == "ccomp":
                return None
        token = head
    return None


def _is_repeated(kept: Reading, frame: Frame, cue: Token) -> bool:
    """Say whether an earlier frame already tells this event: same type, and no actor that the earlier one lacks."""
    if cue.pos_ == "VERB" and not (is_quoted(cue) and frame.sources and not frame.targets):
        return False
    for other in kept.frames:
        if other.kind == "event" and (other.type, other.negated) == (frame.type, frame.negated) and _holds(other, frame):
            other.more.append(frame.cue)
            return True
    return False


def _holds(earlier: Frame, later: Frame) -> bool:
    """Say whether each actor of the later frame stands on its side of the earlier one, on any side where it is symmetric."""
    sources, targets = ({each.iri for each in side} for side in (later.sources, later.targets))
    known, aimed = ({each.iri for each in side} for side in (earlier.sources, earlier.targets))
    if later.type in SYMMETRIC:
        return earlier.mode == later.mode and sources | targets <= known | aimed
    return sources <= known and targets <= aimed
