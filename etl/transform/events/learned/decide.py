"""Takes the decisions: drops the events that are hardly any, and gives each of the others its actors."""

from collections.abc import Sequence

from spacy.tokens import Doc

from etl.transform.events.learned import weights
from etl.transform.events.learned.cues import Cue, cues
from etl.transform.events.learned.parties import Mention, Party, mentions, parties
from etl.transform.events.learned.roles import role_rows
from etl.transform.events.learned.sides import Sides, ways
from etl.transform.events.learned.weights import Models, Row, probabilities
from etl.transform.reading import Decision, Reading, reading


def decide(doc: Doc, models: Models | None = None) -> Doc:
    """Revise the events of a Doc that the rules have read."""
    chosen = models if models is not None else weights.load()
    kept, found = reading(doc), cues(doc)
    shares = probabilities(chosen.cues.scores([each.row for each in found]))[:, 1]
    likely = [cue for cue, share in zip(found, shares, strict=True) if _judge(kept, cue, float(share), chosen)]
    _fill(kept, likely, chosen)
    return doc


def _judge(kept: Reading, cue: Cue, share: float, chosen: Models) -> bool:
    """Give a frame the confidence that its probability deserves; drop it where it is hardly an event, and return False."""
    if share >= chosen.chosen["keep"]:
        cue.frame.confidence = chosen.confidence(share)
        return True
    kept.drop("events", f"{cue.frame.rule}: hardly an event by the model", f"{cue.token.text} ({share:.2f})", cue.token.i)
    kept.frames = [each for each in kept.frames if each is not cue.frame]
    return False


def _fill(kept: Reading, found: Sequence[Cue], chosen: Models) -> None:
    """Give each event its actors: the roles of all parties are judged at once, then those of each event together."""
    around: dict[int, dict[str, list[Mention]]] = {}
    events: list[tuple[Cue, list[Party], list[Row]]] = []
    for cue in found:
        sentence = cue.token.sent
        if sentence.start not in around:
            around[sentence.start] = mentions(sentence)
        present = parties(cue.token, cue.frame, around[sentence.start])
        events.append((cue, present, role_rows(cue.token, cue.frame.type, cue.frame, present)))
    shares = probabilities(chosen.roles.scores([row for *_, rows in events for row in rows]))
    at = 0
    for cue, present, rows in events:
        best = choose(ways(cue.frame.type, present, shares[at : at + len(rows)]), chosen)
        at += len(rows)
        _settle(kept, cue, present, best, rows)


def choose(found: Sequence[Sides], chosen: Models) -> Sides:
    """Return the best way to give the parties of an event their roles."""
    weight = float(chosen.chosen["likely"])
    scores = chosen.sides.scores([each.row for each in found])[:, 0].tolist()
    return max(zip(found, scores, strict=True), key=lambda each: weight * each[0].likely + each[1])[0]


def _settle(kept: Reading, cue: Cue, present: Sequence[Party], best: Sides, rows: Sequence[Row]) -> None:
    """Set the sides of a frame, unless nobody is left on them, and keep what they were chosen by."""
    sides = [[party.actor for party, role in zip(present, best.roles, strict=True) if role == wanted] for wanted in (1, 2)]
    if any(sides):
        cue.frame.sources, cue.frame.targets = sides
    roles = [(party.actor.label, role, row) for party, role, row in zip(present, best.roles, rows, strict=True)]
    kept.decisions[cue.frame.cue] = Decision(cue.row, roles)
