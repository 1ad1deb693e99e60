"""Dependency paths: the way through the parse from a cue to the words that fill a role."""

from dataclasses import dataclass

from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class Hop:
    """One step of a path to `word`: up to its head or down to a child, along the label `dep`."""

    up: bool
    dep: str
    word: str


def path(cue: Token, target: Token) -> tuple[Hop, ...] | None:
    """Return the steps from `cue` to `target`, None where they stand in different sentences."""
    if cue.sent.start != target.sent.start:
        return None
    above, below = _line(cue), _line(target)
    meeting = next((each for each in above if each in below), None)
    if meeting is None:
        return None
    up = [Hop(True, token.dep_, token.head.text) for token in above[: above.index(meeting)]]
    down = [Hop(False, token.dep_, token.text) for token in reversed(below[: below.index(meeting)])]
    return (*up, *down)


def spelt(cue: str, hops: tuple[Hop, ...]) -> str:
    """Return a path as one line: "talks ↑pobj for ↑prep met ↓nsubj Lavrov"."""
    return " ".join([cue, *(f"{'↑' if hop.up else '↓'}{hop.dep} {hop.word}" for hop in hops)])


def _line(token: Token) -> list[Token]:
    """Return `token` and the heads above it."""
    found = [token]
    while token.head != token:
        token = token.head
        found.append(token)
    return found
