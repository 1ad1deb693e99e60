"""Actors that a cue leaves unsaid: the doer of the clause around it, and the only other state that its sentence names."""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from etl import ids
from etl.transform import syntax
from etl.transform.events.paths import roles
from etl.transform.lexicon import words
from etl.transform.linked import ACTING, person_actor
from etl.transform.reading import Actor, Frame, Reading, as_actor

# Types that nearly always have both sides; a protest is aimed at the state in which it happens.
_AIMED = frozenset(
    [
        "ASSAULT",
        "COERCE",
        "REQUEST",
        "SANCTION",
        "AID",
        "THREATEN",
        "REJECT",
        "COOPERATE",
        "ACCUSE",
        "YIELD",
        "SUPPORT",
        "PROTEST",
        "AGREE",
    ]
)
_DIRECTED = frozenset({"SANCTION", "ACCUSE", "THREATEN", "REJECT", "REQUEST"})
_CALLING = frozenset({"ACCUSE", "REQUEST", "THREATEN"})
_RECENT = 6  # events among which a refusal looks for what it answers
_SPOKEN = frozenset({"THREATEN", "AGREE", "REJECT"})
_ACTED = _AIMED - {"ASSAULT", "PROTEST"}


def doers(cue: Token, kind: str) -> list[Actor]:
    """Return the subject of the clause that a noun of doing stands in, where the clause tells of the same doing."""
    if cue.pos_ == "VERB":
        return []
    if kind == "ASSAULT" and (blamed := _blamed(cue)):
        return blamed
    verb = next((each for each in syntax.ancestors(cue, 5) if each.pos_ == "VERB"), None)
    if verb is None or not (kind == "SANCTION" or verb.lemma_.lower() in words("light_verbs")["planned"]):
        return []
    return roles(verb, "subj")


def _blamed(cue: Token) -> list[Actor]:
    """Return who is held to have done what a noun tells: "blames X for the attack", "their role in the raid"."""
    if cue.dep_ != "pobj" or cue.head.lower_ not in {"for", "of", "in", "with"}:
        return []
    head, deeds = cue.head.head, words("modality")
    if head.lemma_.lower() in deeds["blaming"]:
        return roles(head, "obj")
    if head.lemma_.lower() in deeds["guilt"]:
        verb = next((each for each in (head, *syntax.ancestors(head, 4)) if each.pos_ in {"VERB", "AUX"}), None)
        return roles(head, "poss") or (roles(verb, "subj") if verb is not None else [])
    return []


def partners(cue: Token, known: list[Actor]) -> list[Actor]:
    """Return who meets the one that a noun of meeting names: "following talks with the President of Syria, he …"."""
    if cue.pos_ == "VERB" or not (not known or any(syntax.preposition(cue, "with"))):
        return []
    verb = next((each for each in syntax.ancestors(cue, 5) if each.pos_ == "VERB"), None)
    found = roles(verb, "subj") if verb is not None else []
    return [each for each in found if each.iri not in {one.iri for one in known}]


def complete(kept: Reading, frame: Frame, cue: Token) -> None:
    """Give a frame that has one side only the one other state that its sentence names, where its type asks for two sides."""
    mutual = len(frame.sources) > 1 and (frame.type == "AGREE" or cue.lemma_.lower() in words("noun_classes")["clash"])
    aimed = frame.type in _AIMED or frame.mode == "visit"
    if (frame.sources or frame.type == "PROTEST") and not frame.targets and aimed and not mutual:
        frame.targets = _only_other(kept, cue, frame) or _around(cue, frame.sources)
        frame.guessed = True
    elif frame.targets and not frame.sources and frame.type in _ACTED:
        frame.sources = _only_other(kept, cue, frame)


def is_domestic(kept: Reading, cue: Token, frame: Frame) -> bool:
    """Say whether a state acts alone, in an article that names no other: "the Polish president met the farmers"."""
    ours = {each.iri for each in frame.sources if each.cls in {"Nation", "Official"}}
    return bool(ours) and not _of_article(kept, cue.doc).keys() - ours


def aim_by_content(kept: Reading, doc: Doc) -> None:
    """Aim what is threatened, promised or refused at whom the doing itself is aimed at: "threatened to bomb Poland"."""
    events = [each for each in kept.frames if each.kind == "event"]
    for frame in events:
        if frame.type not in _SPOKEN or (frame.targets and not frame.guessed):
            continue
        told = syntax.child(doc[frame.cue[0]], "xcomp", "ccomp")
        if told is not None and (found := _aims(events, frame, told)):
            frame.targets = found


def answer(kept: Reading) -> None:
    """Aim a refusal of nobody's at whoever accused, asked or threatened the one that refuses last."""
    events = sorted((each for each in kept.frames if each.kind == "event"), key=lambda each: each.cue)
    for place, frame in enumerate(events):
        if frame.type != "REJECT" or frame.targets:
            continue
        ours = {each.iri for each in frame.sources}
        for other in reversed(events[max(0, place - _RECENT) : place]):
            if other.type in _CALLING and ours & {each.iri for each in other.targets}:
                frame.targets, frame.guessed = [each for each in other.sources if each.iri not in ours], True
                break


def _aims(events: list[Frame], frame: Frame, told: Token) -> list[Actor]:
    """Return the targets of the first event inside `told` that those of `frame` would do."""
    ours = {each.iri for each in frame.sources}
    start, end = told.left_edge.i, told.right_edge.i
    for other in events:
        if start <= other.cue[0] <= end and other.targets and {each.iri for each in other.sources} <= ours:
            return [each for each in other.targets if each.iri not in ours]
    return []


def _around(cue: Token, known: list[Actor]) -> list[Actor]:
    """Return the states that act around a noun of hostile doing: "A and B hold drills despite warnings from C"."""
    verb = next((each for each in syntax.ancestors(cue, 5) if each.pos_ == "VERB"), None)
    if cue.pos_ == "VERB" or verb is None:
        return []
    taken = {each.iri for each in known}
    return [each for each in roles(verb, "subj") if each.cls in ACTING and each.iri not in taken]


def as_person(kept: Reading, actor: Actor) -> Actor:
    """Return the official through whom a state stands: an arrest is of the person."""
    person = kept.person(actor.through) if actor.through else None
    return Actor(person.iri, "Official", person.name, actor.start, actor.end) if person is not None else actor


def _only_other(kept: Reading, cue: Token, frame: Frame) -> list[Actor]:
    """Return the only other state that the sentence names, for what is hardly done to nobody the only other of the article."""
    taken = {each.iri for each in (*frame.sources, *frame.targets, *_reporters(cue))}
    others = {iri: each for iri, each in _states_in(kept, cue.sent).items() if iri not in taken}
    if not others and (frame.type in _DIRECTED or frame.mode == "visit"):
        others = {iri: each for iri, each in _of_article(kept, cue.doc).items() if iri not in taken}
    return list(others.values()) if len(others) == 1 else []


def _of_article(kept: Reading, doc: Doc) -> dict[str, Actor]:
    """Return the states and organisations that the article names, by IRI."""
    return _states_in(kept, doc[:])


def _states_in(kept: Reading, span: Span) -> dict[str, Actor]:
    """Return the states and organisations that a span names, by IRI; kept, as each event of a sentence asks for them."""
    place = span.start, span.end
    if place not in kept.states:
        kept.states[place] = {each.iri: each for each in _states(kept, span)}
    return kept.states[place]


def _reporters(cue: Token) -> Iterator[Actor]:
    """Yield who says what the cue tells: the subjects of the verbs that its clause is the content of."""
    token = cue
    for head in syntax.ancestors(cue, 8):
        if token.dep_ == "ccomp" and head.pos_ == "VERB":
            yield from roles(head, "subj")
        token = head


def _states(kept: Reading, span: Span) -> Iterator[Actor]:
    """Yield the states and organisations that a span names, also through their officials and capitals."""
    for link in kept.within(span):
        if link.cls in ACTING:
            yield as_actor(link)
        elif link.cls == "Official":
            person = person_actor(kept, link)
            if person.cls in ACTING:
                yield person
        elif link.cls == "Place" and link.nation:
            yield Actor(ids.nation(link.nation), "Nation", link.nation, link.start, link.end)
