"""One event told by several cues of a sentence: an airstrike that kills, a visit for talks, "shoot and kill"."""

from spacy.tokens import Doc, Token

from etl.transform import syntax
from etl.transform.lexicon import words
from etl.transform.linked import ACTING
from etl.transform.reading import Actor, Frame, Reading

SYMMETRIC = frozenset({"CONSULT", "AGREE", "COOPERATE", "MOBILIZE"})
_MERGED = frozenset({"ASSAULT", "CONSULT", "COERCE"})
_NEAR = 4  # tokens between two verbs of one act
_CLOSE = frozenset(
    {"dobj", "prep", "pobj", "advcl", "xcomp", "acl", "compound", "pcomp", "agent", "conj", "nsubj", "nsubjpass", "relcl"}
)


def merge(kept: Reading, doc: Doc) -> None:
    """Join the frames of each sentence that tell one event, into the cue that says most."""
    groups: dict[tuple[str, int], list[Frame]] = {}
    for frame in kept.frames:
        if frame.kind == "event" and frame.type in _MERGED:
            groups.setdefault((frame.type, doc[frame.cue[0]].sent.start), []).append(frame)
    gone: set[int] = set()
    for frames in groups.values():
        gone |= _merged(kept, doc, frames)
    kept.frames = [each for each in kept.frames if id(each) not in gone]


def _merged(kept: Reading, doc: Doc, frames: list[Frame]) -> set[int]:
    """Join frames of one type and sentence; return the ids of those that went into another."""
    gone: set[int] = set()
    ranked = sorted(frames, key=lambda each: (_is_effect(doc[each.cue[0]]), each.cue[0]))
    for place, frame in enumerate(ranked):
        for other in ranked[:place]:
            if id(other) not in gone and _are_one(doc, other, frame):
                _join(other, frame)
                kept.drop("events", f"{frame.rule}: one event with {other.rule}", doc[frame.cue[0]].text, frame.cue[0])
                gone.add(id(frame))
                break
    return gone


def _is_effect(cue: Token) -> bool:
    return cue.lemma_.lower() in words("noun_classes")["effect"]


def _is_talk(cue: Token) -> bool:
    return cue.lemma_.lower() in words("noun_classes")["talks"]


def _are_one(doc: Doc, main: Frame, other: Frame) -> bool:
    one, two = doc[main.cue[0]], doc[other.cue[0]]
    if main.negated != other.negated or _clash(main, other):
        return False
    if two.head == one and two.dep_ == "conj" and abs(two.i - one.i) <= _NEAR:
        return True
    if main.type == "CONSULT":
        return ((main.mode == "meet" or _is_talk(two)) and _leads(one, two)) or (_is_talk(one) and _leads(two, one))
    return main.type == "ASSAULT" and _is_effect(two) and (_leads(one, two) or _leads(two, one))


def _leads(upper: Token, lower: Token) -> bool:
    """Say whether `lower` hangs on `upper` by complements and adjuncts alone."""
    token = lower
    for head in syntax.ancestors(lower, 6):
        if token.dep_ not in _CLOSE:
            return False
        if head == upper:
            return True
        token = head
    return False


def _clash(one: Frame, other: Frame) -> bool:
    """Say whether two frames name different doers."""
    mine, theirs = ({each.iri for each in frame.sources} for frame in (one, other))
    if one.type == "CONSULT":
        mine, theirs = (mine | {e.iri for e in one.targets}), (theirs | {e.iri for e in other.targets})
    return bool(mine and theirs) and not mine & theirs


def _join(main: Frame, other: Frame) -> None:
    """Take over the actors that only the other frame knows."""
    main.more.append(other.cue)
    if not main.sources:
        main.sources = [each for each in other.sources if each.iri not in {a.iri for a in main.targets}]
    known = {each.iri for each in main.sources}
    if main.type == "CONSULT":
        if not main.targets and len(known) < 2:
            main.sources += [each for each in (*other.sources, *other.targets) if each.iri not in known]
        return
    fresh = [each for each in other.targets if each.iri not in known]
    if fresh and (not main.targets or _says_more(fresh, main.targets)):
        main.targets = fresh


def _says_more(fresh: list[Actor], old: list[Actor]) -> bool:
    return not any(each.cls in ACTING for each in old) and any(each.cls in ACTING for each in fresh)


def holds(earlier: Frame, later: Frame) -> bool:
    """Say whether each actor of the later frame stands on its side of the earlier one, on any side where it is symmetric."""
    sources, targets = ({each.iri for each in side} for side in (later.sources, later.targets))
    known, aimed = ({each.iri for each in side} for side in (earlier.sources, earlier.targets))
    if later.type in SYMMETRIC:
        return earlier.mode == later.mode and sources | targets <= known | aimed
    return sources <= known and targets <= aimed
