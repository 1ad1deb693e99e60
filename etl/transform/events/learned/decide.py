"""Takes the decisions: drops the events that are hardly any, and gives each of the others its actors."""

from collections.abc import Sequence
from itertools import islice

from spacy.tokens import Doc

from etl.transform.events.learned import weights
from etl.transform.events.learned.cues import Cue, cues
from etl.transform.events.learned.parties import Mention, Party, mentions, parties
from etl.transform.events.learned.roles import role_rows
from etl.transform.events.learned.sides import Sides, ways
from etl.transform.events.learned.weights import Models, Row, probabilities
from etl.transform.reading import Decision, Reading, reading

type Told = tuple[Cue, list[Party], list[Row]]


def decide(doc: Doc, models: Models | None = None) -> Doc:
    """Revise the events of a Doc that the rules have read."""
    chosen = models if models is not None else weights.load()
    kept, found = reading(doc), cues(doc)
    if found:
        _fill(kept, _likely(kept, found, chosen), chosen)
    return doc


def _likely(kept: Reading, found: Sequence[Cue], chosen: Models) -> list[Cue]:
    """Give each frame the confidence that its probability deserves; drop those that are hardly events, return the others."""
    shares = probabilities(chosen.cues.scores([each.row for each in found]))[:, 1].tolist()
    likely, dropped = [], set()
    for cue, share in zip(found, shares, strict=True):
        if share >= chosen.chosen["keep"]:
            cue.frame.confidence = chosen.confidence(share)
            likely.append(cue)
        else:
            kept.drop("events", f"{cue.frame.rule}: hardly an event by the model", f"{cue.token.text} ({share:.2f})", cue.token.i)
            dropped.add(id(cue.frame))
    kept.frames = [each for each in kept.frames if id(each) not in dropped]
    return likely


def _fill(kept: Reading, found: Sequence[Cue], chosen: Models) -> None:
    """Give each event its actors: the roles of all parties are judged at once, then those of each event together."""
    events = _told(found)
    shares = probabilities(chosen.roles.scores([row for *_, rows in events for row in rows]))
    options, at = [], 0
    for cue, present, rows in events:
        options.append(ways(cue.frame.type, present, shares[at : at + len(rows)]))
        at += len(rows)
    for (cue, present, rows), best in zip(events, _best(options, chosen), strict=True):
        _settle(kept, cue, present, best, rows)


def _told(found: Sequence[Cue]) -> list[Told]:
    """Return each cue with who may take part, and what speaks for their parts."""
    around: dict[int, list[Mention]] = {}
    told = []
    for cue in found:
        start = cue.sentence.start
        if start not in around:
            around[start] = mentions(cue.sentence)
        present = parties(cue.token, cue.frame, around[start])
        told.append((cue, present, role_rows(cue.token, cue.frame.type, cue.frame, present)))
    return told


def _best(options: Sequence[Sequence[Sides]], chosen: Models) -> list[Sides]:
    """Return for each event the best way to give its parties their roles."""
    weight = float(chosen.chosen["likely"])
    scores = iter(chosen.sides.scores([each.row for some in options for each in some])[:, 0].tolist())
    scored = [list(zip(some, islice(scores, len(some)), strict=True)) for some in options]
    return [max(some, key=lambda each: weight * each[0].likely + each[1])[0] for some in scored]


def _settle(kept: Reading, cue: Cue, present: Sequence[Party], best: Sides, rows: Sequence[Row]) -> None:
    """Set the sides of a frame, unless nobody is left on them, and keep what they were chosen by."""
    sides = [[party.actor for party, role in zip(present, best.roles, strict=True) if role == wanted] for wanted in (1, 2)]
    if any(sides):
        cue.frame.sources, cue.frame.targets = sides
    roles = [(party.actor.label, role, row) for party, role, row in zip(present, best.roles, rows, strict=True)]
    kept.decisions[cue.frame.cue] = Decision(cue.row, roles)
