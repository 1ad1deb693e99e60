"""The tense around a date expression: what decides whether "on Friday" has been or is to come."""

from spacy.tokens import Span, Token

from etl.transform import syntax
from etl.transform.lexicon import words


def tense(span: Span) -> str | None:
    """Return "past", "future" or "present" for the clause that a date expression stands in, None where it has no verb."""
    verb = _verb(span.root)
    if _is_ahead(span.root):
        return "future"
    return None if verb is None else _of_clause(verb, span.root)


def _verb(token: Token) -> Token | None:
    if token.pos_ in {"VERB", "AUX"}:
        return token
    return next((each for each in syntax.ancestors(token, 6) if each.pos_ in {"VERB", "AUX"}), None)


def _of_clause(verb: Token, root: Token) -> str:
    kinds = words("tense")
    auxiliaries = {each.lower_ for each in verb.children if each.dep_ in {"aux", "auxpass"}}
    if auxiliaries & kinds["coming"] and not _is_implied(verb, auxiliaries):
        unfulfilled = "to" in auxiliaries and verb.head.lemma_ == "be"  # "was to have taken place in September"
        return "future" if "have" not in auxiliaries or unfulfilled else "past"
    if _is_planned(verb, root) or (verb.tag_ == "VBG" and auxiliaries & kinds["present"]):
        return "future"
    if verb.tag_ in {"VBD", "VBN"} or auxiliaries & kinds["past"]:
        return "past"
    if verb.tag_ in {"VBZ", "VBP"} and _told(verb) & kinds["timetable"]:
        return "future"
    if verb.tag_ == "VBG" and _told(verb) & kinds["timetable"] and _is_ahead_of(verb):
        return "future"
    if any(each.tag_ == "VBD" for each in syntax.ancestors(verb, 2)):
        return "past"
    return "present"


def _told(verb: Token) -> set[str]:
    """Return the lemma of a verb, alone and with what completes it: "take_effect", "come_force"."""
    lemma = verb.lemma_.lower()
    things = [each for each in verb.children if each.dep_ == "dobj"]
    things += [each for prep in verb.children if prep.dep_ == "prep" for each in prep.children if each.dep_ == "pobj"]
    return {lemma, *(f"{lemma}_{each.lemma_.lower()}" for each in things)}


def _is_ahead_of(participle: Token) -> bool:
    """Say whether "starting on Monday" tells of what is still to come: "announces a drill starting", not "held one starting"."""
    kinds = words("tense")
    verb = next((each for each in syntax.ancestors(participle, 5) if each.pos_ == "VERB"), participle)
    coming = any(each.dep_ == "aux" and each.lower_ in kinds["coming"] for each in verb.children)
    return coming or verb.lemma_.lower() in kinds["planning"] | kinds["announcing"]


def _is_ahead(root: Token) -> bool:
    """Say whether a date stands behind "ahead of", or tells when something "upcoming" is."""
    above = list(syntax.ancestors(root, 3))
    return any(each.lower_ == "ahead" for each in above) or any(
        each.lower_ in {"upcoming", "forthcoming"} for each in (above[0].children if above else ())
    )


def _is_implied(verb: Token, auxiliaries: set[str]) -> bool:
    """Say whether "to escape" is something done, as in "managed to escape"."""
    kinds, head = words("tense"), verb.head
    if auxiliaries & kinds["coming"] != {"to"} or verb.dep_ != "xcomp" or head.lemma_.lower() not in kinds["implicative"]:
        return False
    return any(each.tag_ in {"VBD", "VBN"} for each in (head, head.head, *head.children))


def _is_planned(verb: Token, root: Token) -> bool:
    """Say whether a thing is told to be planned for, put off to or due on the date."""
    lemma, kinds = verb.lemma_.lower(), words("tense")
    if lemma == "be":
        return any(_is_due(each) for each in verb.children)
    if lemma in kinds["deferring"]:
        return any(each.lower_ in {"to", "until", "till", "for", "by"} for each in (root.head, root.head.head))
    return lemma in kinds["planning"] and verb.tag_ == "VBN" and root.head.lower_ != "from"


def _is_due(token: Token) -> bool:
    """Say whether "be" goes with an infinitive ("are to meet") or with "due"."""
    if token.dep_ == "xcomp":
        return any(each.lower_ == "to" for each in token.children)
    return token.lower_ in {"due", "set"}
