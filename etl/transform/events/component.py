"""Events: PLOVER-coded frames read from verbs and nouns by the rules of `schema/lexicon/`."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from etl.transform import syntax
from etl.transform.actors import modifiers
from etl.transform.events import inferred
from etl.transform.events.context import Context, context
from etl.transform.events.derived import GIVING, find_content, find_demands, find_leaving, in_return, is_quoted
from etl.transform.events.fitting import lacking, rules_of
from etl.transform.events.merging import holds, merge
from etl.transform.events.paths import light_verb, roles
from etl.transform.lexicon import Rule
from etl.transform.linked import ACTING
from etl.transform.reading import Actor, Frame, Reading, reading

_HEADING = 10  # tokens that the heading of a story may take


def find_events(doc: Doc) -> Doc:
    """Read the events of a Doc into its frames."""
    kept = reading(doc)
    taken: set[int] = {index for frame in kept.frames for index in range(*frame.cue)}
    for token in doc:
        if token.i in taken or token.i in kept.at:
            continue
        _read_first(kept, token, taken)
    inferred.aim_by_content(kept, doc)
    inferred.answer(kept)
    merge(kept, doc)
    find_leaving(kept, doc)
    find_content(kept, doc)
    find_demands(kept, doc)
    return doc


def _read_first(kept: Reading, token: Token, taken: set[int]) -> None:
    """Read the event of a token by the first rule that fits and finds the actors it needs."""
    for rule in rules_of(token):
        if token.pos_ != "VERB" and _is_heading(token):
            return kept.drop("events", f"{rule.id}: a noun in the heading of a story", token.text, token.i)
        if _read(kept, token, rule, taken):
            return None
    return None


def _is_heading(noun: Token) -> bool:
    """Say whether a noun only names the story: "2011 Yemeni protests: The opposition and …"."""
    start = noun.sent.start
    if noun.i - start > _HEADING:
        return False
    opening = list(noun.doc[start : start + _HEADING + 1])
    colon = next((each.i for each in opening if each.text == ":"), 0)
    return noun.i < colon and not any(each.pos_ in {"VERB", "AUX"} for each in opening[: colon - start])


def _read(kept: Reading, cue: Token, rule: Rule, taken: set[int]) -> bool:
    """Read one event by one rule; return False where a role that the rule needs is missing, and another rule may fit."""
    carrier = light_verb(cue) if cue.pos_ != "VERB" else None
    sources, targets = _actors(cue, rule)
    missing = lacking(cue, rule, sources, targets)
    if missing is not None:
        kept.drop("events", f"{rule.id}: {missing}", cue.text, cue.i)
        return False
    if _is_purpose(cue, rule):
        kept.drop("events", f"{rule.id}: the purpose of giving", cue.text, cue.i)
        return True
    how = context(cue, carrier)
    if "done" in rule.needs and (how.negated or how.hypothetical):
        kept.drop("events", f"{rule.id}: only what is done counts", cue.text, cue.i)
        return False
    if "negated" in rule.needs:
        how = Context(negated=not how.negated, hypothetical=False)
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
        planned=how.planned,
        what=_what(cue) if rule.type in GIVING else None,
    )
    taken.update(_consumed(cue, rule))
    if _is_repeated(kept, frame, cue):
        kept.drop("events", f"{rule.id}: said before", cue.text, cue.i)
        return True
    inferred.complete(kept, frame, cue)
    if "foreign" in rule.needs and len(frame.sources) < 2 and not frame.targets and inferred.is_domestic(kept, cue, frame):
        kept.drop("events", f"{rule.id}: nobody else is named", cue.text, cue.i)
        return False
    kept.frames.append(frame)
    in_return(kept, frame, cue, taken)
    return True


def _actors(cue: Token, rule: Rule) -> tuple[list[Actor], list[Actor]]:
    """Return who acts and who is acted on; nobody acts on himself."""
    kept = reading(cue.doc)
    sources = roles(cue, rule.source) or inferred.doers(cue, rule.type)
    if rule.type == "CONSULT" and len(sources) < 2:
        sources += inferred.partners(cue, sources)
    foreign = any(each.cls in ACTING for each in sources)
    targets = roles(cue, rule.target, foreign=foreign, others=sources) if rule.target else []
    if cue.pos_ != "VERB" and not sources and not targets:
        sources = modifiers(cue)
    return sources, [inferred.as_person(kept, each) for each in targets] if rule.mode == "arrest" else targets


def _is_purpose(cue: Token, rule: Rule) -> bool:
    """Say whether support is only what something is given for: "supplying troops to support the war"."""
    if rule.type != "SUPPORT" or cue.dep_ != "advcl" or cue.head.pos_ != "VERB":
        return False
    above = next(rules_of(cue.head), None)
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


def _is_repeated(kept: Reading, frame: Frame, cue: Token) -> bool:
    """Say whether an earlier frame already tells this event: same type, and no actor that the earlier one lacks."""
    if cue.pos_ == "VERB" and not (is_quoted(cue) and frame.sources and not frame.targets):
        return False
    for other in kept.frames:
        if other.kind == "event" and (other.type, other.negated) == (frame.type, frame.negated) and holds(other, frame):
            other.more.append(frame.cue)
            return True
    return False
