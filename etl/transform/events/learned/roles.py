"""What the model is told about each one who may take part in an event: SOURCE, TARGET, or neither."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from etl.transform import syntax
from etl.transform.events.learned.parties import Party
from etl.transform.events.learned.routes import Route, clause, climb
from etl.transform.events.learned.setting import Setting, setting
from etl.transform.events.learned.weights import Row
from etl.transform.events.merging import SYMMETRIC
from etl.transform.events.paths import light_verb
from etl.transform.reading import Frame

ROLES = ("NEITHER", "SOURCE", "TARGET")
_CLAUSES = frozenset({"xcomp", "ccomp", "advcl", "acl"})
_NEAR = 7  # tokens from a cue to one whose words in between are told


@dataclass(frozen=True, slots=True)
class _Event:
    """What all parties of one event are compared with: its cue and the words around it."""

    doc: Doc
    cue_pos: str
    place: int
    lemma: str
    pos: str
    type: str
    sides: str
    doers: frozenset[int]
    patients: frozenset[int]
    agents: frozenset[int]
    heads: Mapping[int, str]
    passive: bool
    speakers: frozenset[int]
    clause: int


def role_rows(cue: Token, kind: str, frame: Frame | None, found: Sequence[Party]) -> list[Row]:
    """Return the features of each party of the event of type `kind` that `cue` tells."""
    event, ranks = _event(cue, kind, frame), _ranks(found)
    deeds = [_deeds(event, each) for each in found]
    return [
        _features(event, party, place, len(found), _others(deeds, place), rank)
        for place, (party, rank) in enumerate(zip(found, ranks, strict=True))
    ]


def _ranks(found: Sequence[Party]) -> list[str]:
    """Return for each party which of those of its class it is: "Nation1of2"."""
    number, seen = Counter(each.actor.cls for each in found), Counter[str]()
    ranks = [""] * len(found)
    for place in sorted(range(len(found)), key=lambda each: found[each].nearest.place):
        cls = found[place].actor.cls
        ranks[place] = f"{cls}{min(3, seen[cls])}of{min(3, number[cls])}"
        seen[cls] += 1
    return ranks


def _others(deeds: Sequence[str], place: int) -> str:
    """Return what the other parties do: whether one of them does, suffers, or does in a passive."""
    others = (*deeds[:place], *deeds[place + 1 :])
    return "".join("01"[any(each[spot] == "1" for each in others)] for spot in range(3))


def _event(cue: Token, kind: str, frame: Frame | None) -> _Event:
    is_verb = cue.pos_ == "VERB"
    verb, thing = cue if is_verb else light_verb(cue), syntax.patient(cue) if is_verb else None
    passive = is_verb and syntax.is_passive(cue)
    return _Event(
        cue.doc,
        cue.pos_,
        cue.i,
        cue.lemma_.lower(),
        "verb" if is_verb else "noun",
        kind,
        f"{min(2, len(frame.sources))}{min(2, len(frame.targets))}" if frame is not None else "",
        _with_conjuncts(syntax.subject(verb) if verb is not None else None),
        _with_conjuncts(thing),
        _with_conjuncts(syntax.agent(cue) if passive else None),
        _heads(cue, verb, thing),
        passive,
        frozenset(_speakers(cue)),
        clause(climb(cue)),
    )


def _heads(cue: Token, verb: Token | None, thing: Token | None) -> dict[int, str]:
    """Return what is called by its part where a mark hangs on it, the word too that the clause of the cue hangs on."""
    above = (cue.head, f"above-{cue.dep_}") if cue.dep_ in _CLAUSES else (None, "")
    return {each.i: name for each, name in (above, (verb, "verb"), (thing, "object"), (cue, "cue")) if each is not None}


def _with_conjuncts(head: Token | None) -> frozenset[int]:
    return frozenset(each.i for each in syntax.conjuncts(head)) if head is not None else frozenset()


def _speakers(cue: Token) -> Iterator[int]:
    """Yield the subjects of the verbs that the clause of a cue is the content of."""
    token = cue
    for head in syntax.ancestors(cue, 8):
        if token.dep_ == "ccomp" and head.pos_ == "VERB" and (speaker := syntax.subject(head)) is not None:
            yield speaker.i
        token = head


def _features(event: _Event, party: Party, place: int, number: int, others: str, rank: str) -> Row:
    side, at = "before" if party.nearest.place < event.place else "after", setting(party.nearest.token)
    row = [
        *_by_rule(event, party, at.mark),
        *_route(event, party.route, party.actor.cls),
        *_part(event, party, others),
        *_marked(event, at, side),
        *_place(event, party, side, place),
        f"parties:{min(number, 5)}",
        f"mentions:{min(3, len(party.mentions))}",
        f"pos:{party.nearest.token.pos_}",
        f"rank:{rank}/{side}/{event.type}",
    ]
    if party.actor.cls == "Group":
        row.append(f"group:{party.nearest.token.lemma_.lower()}")
    return row


def _by_rule(event: _Event, party: Party, mark: str) -> Row:
    name = f"ruled:{party.ruled}"
    same = any(each.clause == event.clause for each in party.mentions)
    row = [f"{name}/{event.sides}", f"clause:{same:d}/{name}", f"mark:{mark}/{name}"]
    if event.type in SYMMETRIC:
        row.append(f"{name}/mutual")
    if any(each.place in event.speakers for each in party.mentions):
        row += f"speaks/{name}", f"speaks/{event.type}"
    return row


def _route(event: _Event, route: Route, cls: str) -> Row:
    voice, plain = "-passive" if event.passive else "", f"plain:{event.pos}:{route.plain}"
    return f"route:{event.pos}{voice}:{route.name}/{cls}", plain, f"{plain}/{event.lemma}", f"steps:{min(route.length, 8)}"


def _part(event: _Event, party: Party, others: str) -> Row:
    """Tell whether the party does or suffers what is told, and whether another does."""
    part = f"part:{_deeds(event, party)}{event.passive:d}{event.pos}"
    return f"{part}/{party.actor.cls}", f"{part}/{event.lemma}", f"{part}/others:{others}", f"{part}/others:{others}/{event.type}"


def _deeds(event: _Event, party: Party) -> str:
    spots = {each.place for each in party.mentions}
    return "".join("01"[not spots.isdisjoint(each)] for each in (event.doers, event.patients, event.agents))


def _marked(event: _Event, at: Setting, side: str) -> Row:
    """Tell what marks the party, what the mark hangs on, and the words around."""
    kind = event.type
    held = f"mark:{at.mark}-on-{event.heads.get(at.holder, at.held)}"
    return (
        f"mark:{at.mark}/{side}/{kind}",
        held,
        f"{held}/{side}/{kind}",
        f"noun:{at.noun}{'-owned' if at.owned else ''}",
        f"noun:{at.noun}/{kind}",
        f"behind-it:{at.after}",
        f"before-it:{at.before}/{side}/{kind}",
        f"ahead-of-it:{at.ahead}/{side}",
    )


def _place(event: _Event, party: Party, side: str, place: int) -> Row:
    cls, way, near = party.actor.cls, party.nearest.way, party.nearest.place
    first, last = sorted((event.place, near))
    between = [f"between:{each.lemma_.lower()}/{side}" for each in event.doc[first + 1 : last]] if last - first <= _NEAR else []
    return (
        side,
        f"{side}{min(last - first, 20) // 3 * 3}/{event.cue_pos}",
        f"place:{side}{min(place, 3)}/{event.type}",
        f"class:{cls}",
        f"class:{cls}/{event.type}",
        f"way:{way}/{event.type}",
        f"cue:{event.lemma}/{side}",
        f"cue:{event.lemma}/{cls}",
        *between,
    )
