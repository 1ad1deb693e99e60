"""Takes the decisions: drops and adds events by the probability of their cues, then gives each its actors."""

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from etl.transform.events.context import context
from etl.transform.events.learned import weights
from etl.transform.events.learned.cues import TYPES, Cue, cues
from etl.transform.events.learned.parties import Mention, Party, mentions, parties
from etl.transform.events.learned.roles import role_rows
from etl.transform.events.learned.sides import Sides, ways
from etl.transform.events.learned.weights import Models, Numbers, probabilities
from etl.transform.events.merging import holds
from etl.transform.events.paths import light_verb
from etl.transform.reading import Decision, Frame, Reading, reading


@dataclass(slots=True)
class _Asked:
    """One event whose actors are asked for: `ruled` is its frame as the rules read it, None where they read none."""

    token: Token
    frame: Frame
    ruled: Frame | None
    cue: Cue | None
    found: list[Party]


def decide(doc: Doc, models: Models | None = None) -> Doc:
    """Revise the events of a Doc that the rules have read."""
    chosen = models if models is not None else weights.load()
    kept, found = reading(doc), cues(doc)
    shares = probabilities(chosen.cues.scores([each.row for each in found]))
    asked = _events(kept, found, shares, chosen)
    if asked:
        _fill(kept, asked, chosen)
    return doc


def _events(kept: Reading, found: Sequence[Cue], shares: Numbers, chosen: Models) -> list[_Asked]:
    """Drop the frames that are unlikely to be events; return the others, with their cues' probabilities, and likely new ones."""
    asked: list[_Asked] = []
    for cue, row in zip(found, shares, strict=True):
        event = 1.0 - float(row[0])
        if cue.frame is None and event >= chosen.chosen["propose"]:
            asked.append(_Asked(cue.token, _frame(cue.token, row, chosen), None, cue, []))
        elif cue.frame is None or cue.beside or cue.frame.kind != "event" or cue.token.i != cue.frame.cue[0]:
            continue
        elif event < chosen.chosen["keep"]:
            kept.drop("events", f"{cue.frame.rule}: no event by the model ({event:.2f})", cue.token.text, cue.token.i)
            kept.frames = [each for each in kept.frames if each is not cue.frame]
        else:
            cue.frame.confidence = chosen.confidence(float(row[TYPES.index(cue.frame.type)]))
            asked.append(_Asked(cue.token, cue.frame, cue.frame, cue, []))
    return asked


def _frame(token: Token, row: Numbers, chosen: Models) -> Frame:
    """Return the event that the model alone reads from a word."""
    place = 1 + int(row[1:].argmax())
    how = context(token, light_verb(token) if token.pos_ != "VERB" else None)
    return Frame(
        "event",
        TYPES[place],
        (token.i, token.i + 1),
        f"learned.{TYPES[place].lower()}",
        chosen.confidence(float(row[place])),
        negated=how.negated,
        hypothetical=how.hypothetical,
        planned=how.planned,
    )


def _fill(kept: Reading, asked: Sequence[_Asked], chosen: Models) -> None:
    """Give each event its actors; one that the model adds needs some, and is none where another tells it."""
    around: dict[int, dict[str, list[Mention]]] = {}
    for each in asked:
        sentence = each.token.sent
        if sentence.start not in around:
            around[sentence.start] = mentions(sentence)
        each.found = parties(each.token, each.ruled, around[sentence.start])
    rows = [role_rows(each.token, each.frame.type, each.ruled, each.found) for each in asked]
    shares = probabilities(chosen.roles.scores([row for event in rows for row in event]))
    at = 0
    for each, event in zip(asked, rows, strict=True):
        best = choose(ways(each.frame.type, each.found, shares[at : at + len(event)]), chosen)
        at += len(event)
        _settle(kept, each, best, event)


def choose(found: Sequence[Sides], chosen: Models) -> Sides:
    """Return the best way to give the parties of an event their roles."""
    scores = chosen.sides.scores([each.row for each in found])[:, 0]
    weight = float(chosen.chosen["likely"])
    return max(zip(found, scores, strict=True), key=lambda each: weight * each[0].likely + float(each[1]))[0]


def _settle(kept: Reading, asked: _Asked, best: Sides, rows: list[list[str]]) -> None:
    frame = asked.frame
    sides = [[p.actor for p, role in zip(asked.found, best.roles, strict=True) if role == wanted] for wanted in (1, 2)]
    if any(sides):
        frame.sources, frame.targets = sides
    if asked.ruled is None:
        if not any(sides) or _is_told(kept, frame):
            return
        kept.frames.append(frame)
    labels = [(each.actor.label, role, row) for each, role, row in zip(asked.found, best.roles, rows, strict=True)]
    kept.decisions[frame.cue] = Decision(frame.type, asked.cue.row if asked.cue is not None else [], labels)


def _is_told(kept: Reading, frame: Frame) -> bool:
    """Say whether another frame tells an event that the model adds: the same type, with each of its actors."""
    return any(each.type == frame.type and each.kind in {"event", "exercise"} and holds(each, frame) for each in kept.frames)
