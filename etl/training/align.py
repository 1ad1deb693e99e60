"""Which word of a text shows each annotated event: the gold gives the words of its cue, the models judge one word."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from spacy.tokens import Doc, Token

from etl.evaluation.names import actors
from etl.transform.reading import Frame, reading

type Fact = dict[str, Any]


def align(doc: Doc, text: str, facts: Sequence[Fact], told: Mapping[int, Frame]) -> tuple[list[Token | None], set[int]]:
    """Return the word of each event, None where its cue is no content word, and the other words of the cues.

    `told` has the frames that the rules read, by word. Where no word of a cue has a frame of the event's type, but another
    word that no cue claims has one with an actor of the event, that word shows it: the model may say so too.
    """
    words = [list(_words(doc, text, fact["cue"])) for fact in facts]
    claimed = {each.i for found in words for each in found}
    taken: set[int] = set()
    found: list[Token | None] = []
    for fact, cue in zip(facts, words, strict=True):
        free = [each for each in cue if each.i not in taken]
        best = min(free, key=lambda each: _rank(each, fact["type"], told), default=None)
        if best is None or not _is_told(best, fact["type"], told):
            best = next(_elsewhere(doc, fact, claimed | taken, told), best)
        if best is not None:
            taken.add(best.i)
        found.append(best)
    return found, claimed - taken


def _words(doc: Doc, text: str, cue: str) -> Iterator[Token]:
    """Yield the content words of a cue wherever it stands in the text."""
    shift, at = reading(doc).shift, text.find(cue)
    while at >= 0:
        span = doc.char_span(max(at - shift, 0), max(at - shift, 0) + len(cue), alignment_mode="expand") if at >= shift else None
        if span is not None:
            yield from (each for each in span if not each.is_punct and not each.is_stop)
        at = text.find(cue, at + 1)


def _rank(token: Token, kind: str, told: Mapping[int, Frame]) -> tuple[bool, bool, bool, int]:
    return not _is_told(token, kind, told), token.i not in told, token.pos_ not in {"NOUN", "VERB"}, token.i


def _is_told(token: Token, kind: str, told: Mapping[int, Frame]) -> bool:
    return token.i in told and told[token.i].type == kind


def _elsewhere(doc: Doc, fact: Fact, claimed: set[int], told: Mapping[int, Frame]) -> Iterator[Token]:
    known = actors(fact.get("source")) | actors(fact.get("target"))
    for place, frame in told.items():
        if place not in claimed and frame.type == fact["type"]:
            read = actors(each.label for each in (*frame.sources, *frame.targets))
            if read & known or not (read or known):
                yield doc[place]
