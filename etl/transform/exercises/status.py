"""Whether an exercise is held, planned, proposed, cancelled or denied, and when."""

from datetime import date, timedelta

from spacy.tokens import Doc, Token

from etl.transform import dates, syntax
from etl.transform.dates.names import NUMBERS
from etl.transform.events.context import context
from etl.transform.exercises.participants import premodifiers
from etl.transform.lexicon import words
from etl.transform.reading import Reading, reading

_PLANNED_BEFORE = frozenset({"plan", "planned", "upcoming", "scheduled", "future", "forthcoming", "proposed", "possible"})

_DUE = frozenset({"due", "slated", "set", "scheduled", "planned"})
_ORDINALS = {"first": 0, "second": 1, "third": 2, "fourth": 3, "fifth": 4, "sixth": 5, "seventh": 6}


def status(cue: Token, carrier: Token | None) -> str:
    """Return the status that this mention gives the exercise."""
    lists = words("exercise_words")
    chain = [each for each in (carrier, *_above(cue)) if each is not None and each.pos_ in {"VERB", "NOUN"}]
    lemmas = {each.lemma_.lower() for each in chain}
    before = {each.lemma_.lower() for each in premodifiers(cue)}
    how = context(cue, carrier)
    ahead = how.hypothetical and not _is_meanwhile(carrier)
    if lemmas & lists["cancelled"] or before & lists["cancelled"] or before & {"postponed", "cancelled", "suspended"}:
        return "cancelled" if not ahead or lemmas & {"order", "agree", "announce", "decide"} else "held"
    if how.negated or lemmas & lists["denied"]:
        return "denied"
    if lemmas & lists["proposed"]:
        return "proposed"
    inner = {each.lemma_.lower() for each in cue.children if each.dep_ in {"acl", "relcl"}}
    told = lemmas & lists["planned"] and not _is_opening(cue)
    if (
        ahead
        or told
        or before & _PLANNED_BEFORE
        or inner & lists["planned"]
        or _is_to_come(cue, carrier)
        or _is_later(cue, carrier)
    ):
        return "planned"
    return "held"


def _is_meanwhile(carrier: Token | None) -> bool:
    """Say whether the exercise goes on beside something else: "crashes while taking part in a drill"."""
    return (
        carrier is not None
        and carrier.dep_ == "advcl"
        and any(each.dep_ == "mark" and each.lower_ != "if" for each in carrier.lefts)
    )


def _above(cue: Token) -> list[Token]:
    """Return the words over the exercise up to the first preposition that sets it apart ("in response to")."""
    found: list[Token] = []
    for head in syntax.ancestors(cue, 4):
        if head.dep_ == "prep" and head.lower_ not in {"of", "for", "in", "from"}:
            break
        if found and found[-1].dep_ in {"advcl", "relcl"}:
            break
        found.append(head)
    return found


def _is_later(cue: Token, carrier: Token | None) -> bool:
    """Say whether the exercise is dated after the article: "begins on September 14"."""
    kept = reading(cue.doc)
    told = _told(kept, [each for each in (cue, carrier, *_clauses(cue)) if each is not None])
    return bool(told and kept.published and told[:10] > kept.published.isoformat() and len(told) >= 10)


def _is_to_come(cue: Token, carrier: Token | None) -> bool:
    """Say whether "are to hold", "is to begin" or a future tense puts the exercise ahead."""
    verbs = [carrier] if carrier is not None else []
    verbs += [each for each in cue.children if each.dep_ == "relcl"]
    if any(each.lower_ in _DUE for each in _clauses(cue)):
        return True
    for verb in verbs:
        if verb.dep_ == "ROOT" and verb.tag_ == "VB" and any(each.lower_ == "to" for each in verb.lefts):
            return True  # "Turkey and Azerbaijan to hold drills"
        if verb.dep_ == "xcomp" and verb.head.lemma_ == "be" and any(each.lower_ == "to" for each in verb.lefts):
            return True
        infinitive = syntax.child(verb, "xcomp") if verb.lemma_ == "be" else None
        if infinitive is not None and any(each.lower_ == "to" for each in infinitive.lefts):
            return True
    return False


def when(kept: Reading, cue: Token, carrier: Token | None, how: str) -> str | None:
    """Return the time of the exercise as an EDTF literal: a date beside it, or the day of a report that it begins or ends."""
    verb = carrier if carrier is not None and _phase(carrier) else _verb_before(cue) or carrier
    value = _told(kept, [each for each in (cue, verb, carrier, *_clauses(cue)) if each is not None])
    phase = "begin" if _is_opening(cue) else _phase(verb)
    if phase is None or how != "held":
        return value or _day_count(kept, cue)
    if value is None and verb is not None and _is_present(verb) and kept.published is not None:
        value = kept.published.isoformat()
    if value is None or "/" in value:
        return value
    return f"{value}/{_last_day(cue, value)}" if phase == "begin" else f"../{value}"


def _clauses(cue: Token) -> list[Token]:
    """Return the verbs of the clauses on an exercise: "planned for May", "that is to begin on Friday", "due to start"."""
    found = [each for each in cue.children if each.dep_ in {"acl", "relcl", "amod"} and each.i > cue.i]
    after = cue.right_edge.i + 1
    found += [each for each in cue.doc[after : after + 1] if each.lower_ in _DUE]
    return found + [inner for each in found for inner in each.children if inner.dep_ == "xcomp"]


def _told(kept: Reading, heads: list[Token]) -> str | None:
    """Return the most exact of the dates attached to `heads`; the year in a name ("Joint Sea 2017") tells no time."""
    spans = [found for token in heads if (found := dates.of(token, kept.dates, token.doc))]
    values = [each.value for each in spans if each.value and not _is_in_name(kept, heads[0].doc, each)]
    return max(values, key=_precision, default=None)


def _precision(value: str) -> int:
    return len(value.partition("/")[0].strip(".~"))


def _is_in_name(kept: Reading, doc: Doc, span: dates.DateSpan) -> bool:
    before = kept.at.get(span.start - 1)
    named = before is not None and before.kind == "series"
    return named or (span.text.isdigit() and span.start > 0 and doc[span.start - 1].pos_ == "PROPN")


def _last_day(cue: Token, first: str) -> str:
    """Return the last day of "a six-day exercise" or "five days of exercises" that begins on `first`, ".." where untold."""
    near = [*premodifiers(cue), *(cue.head.head.lefts if cue.dep_ == "pobj" and cue.head.head.lemma_ == "day" else ())]
    is_days = any(each.lemma_.lower() == "day" for each in near) or cue.head.head.lemma_ == "day"
    count = next(
        (NUMBERS.get(each.lower_) or int(each.text) for each in near if each.lower_ in NUMBERS or each.text.isdigit()), 0
    )
    if not is_days or not 1 < count < 100 or len(first) != 10:
        return ".."
    return (date.fromisoformat(first) + timedelta(count - 1)).isoformat()


def _verb_before(cue: Token) -> Token | None:
    """Return the nearest verb before an exercise where it begins or ends it, wherever the parse hung the noun."""
    for index in range(cue.i - 1, max(cue.sent.start, cue.i - 10) - 1, -1):
        token = cue.doc[index]
        if token.tag_ in {"VBZ", "VBD", "VBP", "VB"}:
            return token if _phase(token) else None
    return None


def _is_present(verb: Token) -> bool:
    """Say whether a verb reports the present; one without a sign of its tense has that of the verb before it."""
    return verb.tag_ in {"VBZ", "VBP", "VBG"} or (verb.tag_ == "VB" and verb.dep_ == "conj" and syntax.child(verb, "aux") is None)


def _is_opening(cue: Token) -> bool:
    """Say whether the text speaks of the start of the exercise: "announces the start of war games"."""
    noun = cue.head.head if cue.dep_ == "pobj" and cue.head.lower_ == "of" else None
    return noun is not None and noun.pos_ == "NOUN" and noun.lemma_.lower() in words("exercise_words")["opening"]


def _day_count(kept: Reading, cue: Token) -> str | None:
    """Return the first day of an exercise in its n-th day: "on the second day of war games"."""
    day = cue.head.head if cue.dep_ == "pobj" and cue.head.lower_ == "of" else None
    if day is None or day.lemma_ != "day" or kept.published is None:
        return None
    ordinal = next((_ORDINALS[each.lower_] for each in day.lefts if each.lower_ in _ORDINALS), None)
    return f"{(kept.published - timedelta(ordinal)).isoformat()}/.." if ordinal is not None else None


def _phase(carrier: Token | None) -> str | None:
    lemma = carrier.lemma_.lower() if carrier is not None else ""
    lists = words("exercise_words")
    return next((phase for phase in ("begin", "end") if lemma in lists[phase]), None)
