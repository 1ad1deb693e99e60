"""Near misses: the rules whose words stand in a sentence and that gave nothing, each with the condition that failed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span, Token

from etl.transform import syntax
from etl.transform.actors import actors
from etl.transform.events.fitting import NOUNS, unfit
from etl.transform.explain.alike import nearest
from etl.transform.lexicon import Rule, rules
from etl.transform.reading import Frame, Reading, reading

_TABLES = {"event_verbs": frozenset({"VERB"}), "event_nouns": NOUNS, "event_adjectives": frozenset({"ADJ"})}
_KINDS = {
    "no actor": "roles", "lacks its": "roles", "needs two": "roles", "the purpose": "purpose", "a noun in the heading": "heading",
    "said before": "repeated", "one event with": "merged", "nobody else": "domestic", "only what is done": "not-done",
    "hardly an event": "model",
}  # fmt: skip
_DROPPED, _CONDITION, _OTHER_TAG, _ALIKE = 0, 1, 2, 3  # how near a rule came


@dataclass(frozen=True, slots=True)
class Miss:
    """One reason: the words at [start, end) of the article's text, the stage, and the rule where one is known.

    `reason` names the condition in one word, `says` in a sentence; the nearer the rule came, the less is `distance`.
    """

    reason: str
    stage: str
    word: str
    start: int
    end: int
    says: str
    rule: str | None = None
    type: str | None = None
    distance: float = _DROPPED


def misses_of_events(span: Span, type_: str | None) -> Iterator[Miss]:
    """Yield what kept the words of a sentence from telling an event, of one PLOVER type or of any."""
    kept = reading(span.doc)
    yield from _dropped(kept, span, type_)
    for token in span:
        if not token.is_alpha and "-" not in token.text:
            continue
        near = list(_of_lemma(kept, token, type_))
        yield from near
        if not near and not _known(token):
            yield from _of_like(kept, token, type_)


def miss_at(token: Token, reason: str, stage: str, says: str, rule: Rule | None = None, distance: float = _CONDITION) -> Miss:
    """Return the miss of one word."""
    start = token.idx + reading(token.doc).shift
    ident, type_ = (rule.id, rule.type) if rule is not None else (None, None)
    return Miss(reason, stage, token.text, start, start + len(token.text), says, ident, type_, distance)


def _dropped(kept: Reading, span: Span, type_: str | None) -> Iterator[Miss]:
    """Yield what the components saw in a sentence and left out, with the places where a rule looked for actors."""
    for dropped, at in kept.dropped:
        here = span.start <= at < span.end if at is not None else _left_out(dropped.text) in span.text
        if not here:
            continue
        ident, _, why = dropped.reason.partition(": ")
        token = span.doc[at] if at is not None else span.root
        rule = _rule(token, ident) if at is not None else None
        if type_ is not None and (rule is None or rule.type != type_) and dropped.stage == "events":
            continue
        reason = next((kind for words, kind in _KINDS.items() if why.startswith(words)), "dropped")
        says = f"{why}{_looked(token, rule)}" if rule is not None and reason == "roles" else (why if rule else dropped.reason)
        says += f": {dropped.text}" if reason == "model" or _left_out(dropped.text) != dropped.text else ""
        found = miss_at(token, reason, dropped.stage, says, rule, _DROPPED)
        yield found if rule is not None or reason == "model" else _named(found, span, dropped.text)


def _named(found: Miss, span: Span, text: str) -> Miss:
    """Return a miss with the words that were left out, in place of the head of their sentence."""
    words = _left_out(text)
    start = span.start_char + max(0, span.text.find(words)) + reading(span.doc).shift
    return Miss(found.reason, found.stage, words, start, start + len(words), found.says, distance=found.distance)


def _left_out(text: str) -> str:
    """Return the words of the sentence in the text of what was dropped: "Guinea" of "Guinea (not GIN)"."""
    return re.sub(r"^[A-Z]{3} | \(not .*\)$", "", text)


def _rule(token: Token, ident: str) -> Rule | None:
    return next(
        (rule for name in _TABLES for each in _lemmas(token) for rule in rules(name).get(each, ()) if rule.id == ident), None
    )


def _looked(cue: Token, rule: Rule) -> str:
    """Return where a rule looks for actors, and what stands at the two nearest of these places."""
    ends = [("subject", syntax.agent(cue) if syntax.is_passive(cue) else syntax.subject(cue)), ("object", syntax.patient(cue))]
    blank = [(what, token) for what, token in ends if token is not None and cue.pos_ == "VERB" and not actors(token)]
    seen = [f"its {what} {token.text!r} names nobody known" for what, token in blank]
    places = f"it looks for the source at {rule.source.replace(';', ' else ')}"
    places += f" and for the target at {rule.target.replace(';', ' else ')}" if rule.target else ""
    return "; ".join(["", places, *seen])


def _of_lemma(kept: Reading, token: Token, type_: str | None) -> Iterator[Miss]:
    """Yield each rule of the lexicon that has a word, with the first of its conditions that failed."""
    told = _frame_of(kept, token)
    if told is not None and type_ in (None, told.type):
        return
    fitting = any(_filed(token, name) for name, tags in _TABLES.items() if token.pos_ in tags)
    for name, tags in _TABLES.items():
        # A noun that a rule of nouns has is no verb that was missed.
        if type_ is None and fitting and token.pos_ not in tags:
            continue
        for rule in _filed(token, name):
            if type_ in (None, rule.type) and (miss := _failed(kept, token, rule, tags, told)) is not None:
                yield miss


def _failed(kept: Reading, token: Token, rule: Rule, tags: frozenset[str], told: Frame | None) -> Miss | None:
    if any(at == token.i and each.reason.startswith(f"{rule.id}:") for each, at in kept.dropped):
        return None  # told already
    if token.i in kept.at:
        return miss_at(token, "name", "events", f"the word is part of the name {_name(kept, token)!r}", rule)
    if token.pos_ not in tags:
        says = f"the word is read as {token.pos_}, and the rule wants {' or '.join(sorted(tags))}"
        return miss_at(token, "pos", "events", says, rule, _OTHER_TAG)
    if (missing := unfit(token, rule)) is not None:
        reason = next((each for each in ("preposition", "negated", "content") if each in missing), "object")
        return miss_at(token, reason, "events", f"the rule {missing}{_there(token, reason)}", rule)
    if told is not None:
        return miss_at(token, "taken", "events", f"the rule {told.rule} took the word first, as {told.type}", rule)
    other = next((frame for frame in kept.frames if _consumes(token, frame)), None)
    if other is None:
        return miss_at(token, "taken", "events", "an earlier rule decided on the word", rule)
    cue = token.doc[other.cue[0]].text
    return miss_at(token, "taken", "events", f"the word belongs to the event of {cue!r} ({other.rule})", rule)


def _there(token: Token, reason: str) -> str:
    """Return what stands around a word in place of what a rule wants."""
    if reason == "preposition":
        found = [each.text for each in token.children if each.dep_ in {"prep", "prt", "agent", "dative"}]
        return f"; behind it stands {', '.join(map(repr, found))}" if found else "; behind it stands none"
    if reason != "object":
        return ""
    if token.pos_ == "VERB":
        thing = syntax.patient(token)
        return f"; its object is {thing.text!r}" if thing is not None else "; it has no object"
    found = [each.text for each in token.children if each.dep_ in syntax.MODIFIERS]
    return f"; before it stands {', '.join(map(repr, found))}" if found else "; before it stands none"


def _filed(token: Token, name: str) -> list[Rule]:
    """Return the rules of a table that have a word."""
    return list(dict.fromkeys(rule for each in _lemmas(token) for rule in rules(name).get(each, ())))


def _lemmas(token: Token) -> list[str]:
    """Return the forms under which the lexicon may file a word, its lemma first."""
    lower = token.lower_
    cut = [lower.removesuffix(end) for end in ("s", "es", "ed", "d", "ing") if lower.endswith(end)]
    return list(dict.fromkeys([token.lemma_.lower(), lower, *cut, *(f"{each}e" for each in cut if lower.endswith("ing"))]))


def _known(token: Token) -> bool:
    return any(each in rules(name) for name in _TABLES for each in _lemmas(token))


def _frame_of(kept: Reading, token: Token) -> Frame | None:
    return next(
        (each for each in kept.frames if token.i in range(*each.cue) or any(token.i in range(*m) for m in each.more)), None
    )


def _consumes(token: Token, frame: Frame) -> bool:
    return token.head.i in range(*frame.cue) and token.dep_ in {"dobj", "nsubjpass"}


def _name(kept: Reading, token: Token) -> str:
    link = kept.at[token.i]
    return token.doc[link.start : link.end].text


def _of_like(kept: Reading, token: Token, type_: str | None) -> Iterator[Miss]:
    """Yield the word of the lexicon that is nearest to one that it does not have."""
    tags = {"VERB"} if type_ is None else {"VERB", "NOUN"}
    if token.pos_ not in tags or token.i in kept.at or token.is_stop:
        return
    if (like := nearest(token, type_)) is not None:
        word, score, how = like
        rule = word.rule
        says = f"the lexicon does not have the word; {rule.id} ({rule.type}) has {word.lemma!r}, {how} ({score:.2f})"
        yield miss_at(token, "unknown-word", "events", says, rule, _ALIKE - score)
