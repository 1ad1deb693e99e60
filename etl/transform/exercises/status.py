"""Whether an exercise is held, planned, proposed, cancelled or denied, and when."""

from spacy.tokens import Token

from etl.transform import dates, syntax
from etl.transform.events.context import context
from etl.transform.exercises.participants import premodifiers
from etl.transform.lexicon import words
from etl.transform.reading import Reading

_PLANNED_BEFORE = frozenset({"plan", "planned", "upcoming", "scheduled", "future", "forthcoming", "proposed", "possible"})


def status(cue: Token, carrier: Token | None) -> str:
    """Return the status that this mention gives the exercise."""
    lists = words("exercise_words")
    chain = [each for each in (carrier, *_above(cue)) if each is not None and each.pos_ in {"VERB", "NOUN"}]
    lemmas = {each.lemma_.lower() for each in chain}
    before = {each.lemma_.lower() for each in premodifiers(cue)}
    how = context(cue, carrier)
    if lemmas & lists["cancelled"] or before & lists["cancelled"] or before & {"postponed", "cancelled", "suspended"}:
        return "cancelled" if not how.hypothetical or lemmas & {"order", "agree", "announce", "decide"} else "held"
    if how.negated or lemmas & lists["denied"]:
        return "denied"
    if lemmas & lists["proposed"]:
        return "proposed"
    inner = {each.lemma_.lower() for each in cue.children if each.dep_ in {"acl", "relcl"}}
    if (
        how.hypothetical
        or lemmas & lists["planned"]
        or before & _PLANNED_BEFORE
        or inner & lists["planned"]
        or _is_to_come(cue, carrier)
    ):
        return "planned"
    return "held"


def _above(cue: Token) -> list[Token]:
    """Return the words over the exercise up to the first preposition that sets it apart ("in response to")."""
    found = []
    for head in syntax.ancestors(cue, 4):
        if head.dep_ == "prep" and head.lower_ not in {"of", "for", "in", "from"}:
            break
        found.append(head)
    return found


def _is_to_come(cue: Token, carrier: Token | None) -> bool:
    """Say whether "are to hold", "is to begin" or a future tense puts the exercise ahead."""
    verbs = [carrier] if carrier is not None else []
    verbs += [each for each in cue.children if each.dep_ == "relcl"]
    for verb in verbs:
        if verb.dep_ == "xcomp" and verb.head.lemma_ == "be" and any(each.lower_ == "to" for each in verb.lefts):
            return True
        infinitive = syntax.child(verb, "xcomp") if verb.lemma_ == "be" else None
        if infinitive is not None and any(each.lower_ == "to" for each in infinitive.lefts):
            return True
    return False


def when(kept: Reading, cue: Token, carrier: Token | None, how: str) -> str | None:
    """Return the time of the exercise as an EDTF literal: a date beside it, or the day of a report that it begins or ends."""
    clauses = [each for each in cue.children if each.dep_ in {"acl", "relcl"}]
    clauses += [inner for each in clauses for inner in each.children if inner.dep_ == "xcomp"]
    spans = [found for token in (cue, carrier, *clauses) if token is not None and (found := dates.of(token, kept.dates, cue.doc))]
    value = spans[0].value if spans else None
    phase = _phase(carrier)
    if phase is None or how != "held":
        return value
    if value is None and carrier is not None and carrier.tag_ in {"VBZ", "VBP", "VBG"} and kept.published is not None:
        value = kept.published.isoformat()
    if value is None or "/" in value:
        return value
    return f"{value}/.." if phase == "begin" else f"../{value}"


def _phase(carrier: Token | None) -> str | None:
    lemma = carrier.lemma_.lower() if carrier is not None else ""
    lists = words("exercise_words")
    return next((phase for phase in ("begin", "end") if lemma in lists[phase]), None)
