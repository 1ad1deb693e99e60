"""Whether an exercise is held, planned, proposed, cancelled or denied, and when."""

from datetime import date, timedelta

from spacy.tokens import Doc, Token

from etl.transform import dates, syntax
from etl.transform.dates.names import NUMBERS
from etl.transform.events.context import context
from etl.transform.exercises.wording import forms, own_clauses, premodifiers
from etl.transform.lexicon import words
from etl.transform.reading import Reading, reading

_PLANNED_BEFORE = frozenset({"plan", "planned", "upcoming", "scheduled", "future", "forthcoming", "proposed", "possible"})

_DUE = frozenset({"due", "slated", "set", "scheduled", "planned"})
_ORDINALS = {"first": 0, "second": 1, "third": 2, "fourth": 3, "fifth": 4, "sixth": 5, "seventh": 6}


def status(cue: Token, carrier: Token | None) -> str:
    """Return the status that this mention gives the exercise."""
    lists = words("exercise_words")
    chain = [each for each in (carrier, *_above(cue)) if each is not None and each.pos_ in {"VERB", "NOUN"}]
    lemmas = {form for each in chain for form in forms(each)}
    before = {each.lemma_.lower() for each in premodifiers(cue)}
    how = context(cue, carrier)
    firm = next((each for each in chain if forms(each) & lists["firm"]), None)
    if firm is not None:
        return "planned" if context(firm, None).hypothetical else "held"
    if _is_ahead(cue):
        return "planned"
    ahead = how.hypothetical and not _is_meanwhile(carrier) and not _is_past(carrier)
    if lemmas & lists["cancelled"] or before & lists["void"]:
        doubtful = ahead and (carrier is None or context(carrier, None).hypothetical)  # "cancels a planned drill" is certain
        return "cancelled" if not doubtful or lemmas & {"order", "agree", "announce", "decide"} else "held"
    if how.negated or lemmas & lists["denied"]:
        return "denied"
    if lemmas & lists["proposed"]:
        return "proposed"
    inner = {each.lemma_.lower() for each in own_clauses(cue)}
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


def _is_ahead(cue: Token) -> bool:
    """Say whether something happens "ahead of", "before" or "on the eve of" the exercise."""
    heads = [each.lower_ for each in syntax.ancestors(cue, 3)]
    return cue.dep_ == "pobj" and (heads[:1] == ["before"] or heads[:2] in (["of", "ahead"], ["of", "eve"]))


def _is_past(carrier: Token | None) -> bool:
    """Say whether a verb tells the exercise as past, whatever stands above it: "a move likely to alarm X, who held drills"."""
    return carrier is not None and carrier.tag_ == "VBD" and all(each.lower_ != "if" for each in carrier.lefts)


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
        if head.dep_ == "prep" and head.lower_ not in {"of", "for", "in", "from"} and not _goes_ahead(head):
            break
        if found and (found[-1].dep_ in {"advcl", "relcl"} or _is_judged(found[-1])):
            break
        found.append(head)
    return found


def _goes_ahead(prep: Token) -> bool:
    """Say whether a preposition belongs to a verb that holds to a plan: "go ahead with"."""
    return prep.lower_ == "with" and bool(forms(prep.head) & words("exercise_words")["firm"])


def _is_judged(head: Token) -> bool:
    return head.pos_ == "VERB" and head.lemma_.lower() in words("exercise_words")["judge"]


def _is_later(cue: Token, carrier: Token | None) -> bool:
    """Say whether the exercise is dated after the article: "begins on September 14"."""
    kept = reading(cue.doc)
    told = _told(kept, [each for each in (cue, carrier, *clauses(cue)) if each is not None])
    first = told.partition("/")[0].strip("~") if told else ""
    return bool(first.strip(".") and kept.published and first > kept.published.isoformat()[: len(first)])


def _is_to_come(cue: Token, carrier: Token | None) -> bool:
    """Say whether "are to hold", "is to begin" or a future tense puts the exercise ahead."""
    verbs = [carrier] if carrier is not None else []
    verbs += [each for each in own_clauses(cue) if each.dep_ == "relcl"]
    if any(each.lower_ in _DUE for each in clauses(cue)):
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
    phased = [each for each in clauses(cue) if _phase(each)]
    verb = carrier if carrier is not None and _phase(carrier) else phased[0] if len(phased) == 1 else _verb_before(cue) or carrier
    value = _told(kept, [each for each in (cue, verb, carrier, *clauses(cue)) if each is not None])
    phase = "begin" if _is_opening(cue) else _phase(verb)
    if phase is None or how not in {"held", "planned"}:
        return _put_off(kept, value, how) or _day_count(kept, cue)
    if value is None and how == "held" and verb is not None and _is_present(verb) and kept.published is not None:
        value = kept.published.isoformat()
    if value is None or "/" in value:
        return value
    return f"{value}/{_last_day(cue, value)}" if phase == "begin" else f"../{value}"


def _put_off(kept: Reading, value: str | None, how: str) -> str | None:
    """Return the new time of what is put off "until March 20", and the next such month of what is proposed for one."""
    if value is None or kept.published is None:
        return value
    if how == "cancelled":
        return value.removeprefix("../")
    is_over = how == "proposed" and len(value) == 7 and value < kept.published.isoformat()[:7]
    return f"{int(value[:4]) + 1}{value[4:]}" if is_over else value


def clauses(cue: Token) -> list[Token]:
    """Return the verbs of the clauses on an exercise: "planned for May", "that is to begin on Friday", "due to start"."""
    found = [*own_clauses(cue), *(each for each in cue.rights if each.dep_ == "amod")]
    after = cue.right_edge.i + 1
    found += [each for each in cue.doc[after : after + 1] if each.lower_ in _DUE or _is_starting(each)]
    if [each.lower_ for each in cue.doc[after : after + 3]] == [",", "to", "be"]:
        found += [each for each in cue.doc[after + 3 : after + 4] if each.tag_ == "VBN"]  # "the drills, to be held in May"
    partners = [each for head in (cue, cue.head) for each in syntax.preposition(head, "with", "by")]
    found += [each for one in partners for each in one.children if _is_planning(each)]
    return found + [inner for each in found for inner in each.children if inner.dep_ == "xcomp"]


def _is_starting(token: Token) -> bool:
    """Say whether a participle tells when an exercise begins, wherever the parse hung it: "off Iceland starting Monday"."""
    return token.tag_ == "VBG" and token.lemma_.lower() in words("exercise_words")["begin"]


def _is_planning(clause: Token) -> bool:
    """Say whether a clause on the last partner tells when the exercise is due: "a drill with X, which was planned for June"."""
    return (
        clause.dep_ in {"relcl", "acl"} and clause.lemma_.lower() in words("exercise_words")["planned"] and clause.tag_ == "VBN"
    )


def later_time(kept: Reading, verb: Token, known: str | None) -> str | None:
    """Return the time of an exercise with what a later sentence says of it: "It will end on Thursday"."""
    value, phase = _told(kept, [verb]), _phase(verb)
    if value is None or "/" in value:
        return known or value
    if phase == "end":
        first = known.partition("/")[0] if known else ".."
        return known if known and not known.endswith("..") and "/" in known else f"{first}/{value}"
    return known or (f"{value}/.." if phase == "begin" else value)


def _told(kept: Reading, heads: list[Token]) -> str | None:
    """Return the most exact of the dates attached to `heads`; the year in a name ("Joint Sea 2017") tells no time."""
    spans = [found for token in heads if (found := dates.of(token, kept.dated))]
    doc = heads[0].doc
    values = [each.value for each in spans if each.value and not _is_in_name(kept, doc, each) and not _is_compared(doc, each)]
    return max(values, key=_precision, default=None)


def _precision(value: str) -> tuple[int, int]:
    return len(value.partition("/")[0].strip(".~")), len(value)  # an interval tells more than its first day


def _is_compared(doc: Doc, span: dates.DateSpan) -> bool:
    """Say whether a year only tells since when there was none as large: "its largest exercise since 2006"."""
    return span.text[-4:].isdigit() and "since" in {span.text.lower().split()[0], doc[max(span.start - 1, 0)].lower_}


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
    """Say whether a verb reports the present; one without a sign of its tense has that of the verb before it.

    So has what that verb is done for: "fires missiles to begin ten days of war games".
    """
    if verb.tag_ in {"VBZ", "VBP", "VBG"}:
        return True
    if verb.tag_ != "VB":
        return False
    if verb.dep_ in {"xcomp", "advcl"} and syntax.patient(verb.head) is not None:
        return verb.head.tag_ in {"VBZ", "VBP"}
    return verb.dep_ == "conj" and syntax.child(verb, "aux") is None


def _is_opening(cue: Token) -> bool:
    """Say whether the text speaks of the start of the exercise: "announces the start of war games"."""
    noun = cue.head.head if cue.dep_ == "pobj" and cue.head.lower_ == "of" else None
    return noun is not None and noun.pos_ == "NOUN" and noun.lemma_.lower() in words("exercise_words")["opening"]


def _day_count(kept: Reading, cue: Token) -> str | None:
    """Return when an exercise in its n-th day began or in its last day ends: "on the second day of war games"."""
    day = _counted(_counted(cue)) or _counted(cue)
    if day is None or day.lemma_ != "day" or kept.published is None:
        return None
    if any(each.lower_ in words("exercise_words")["last"] for each in day.lefts):
        return f"../{kept.published.isoformat()}"
    ordinal = next((_ORDINALS[each.lower_] for each in day.lefts if each.lower_ in _ORDINALS), None)
    return f"{(kept.published - timedelta(ordinal)).isoformat()}/.." if ordinal is not None else None


def _counted(noun: Token | None) -> Token | None:
    """Return the noun over "of …": "the final day of", "ten days of"."""
    return noun.head.head if noun is not None and noun.dep_ == "pobj" and noun.head.lower_ == "of" else None


def _phase(carrier: Token | None) -> str | None:
    told = forms(carrier) if carrier is not None else set()
    return next((phase for phase in ("begin", "end") if told & words("exercise_words")[phase]), None)
