"""Annotated articles as the models see them: the words that may tell events, and the parties of each annotated event."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from spacy.tokens import Doc, Token

from etl.errors import InputError
from etl.evaluation import read_lines
from etl.evaluation.names import actor, actors
from etl.extract import read
from etl.model import Article
from etl.training.align import align
from etl.transform import Transformer
from etl.transform.events.learned.cues import Cue, cues
from etl.transform.events.learned.parties import Party, mentions, parties
from etl.transform.events.learned.roles import role_rows
from etl.transform.events.learned.weights import Row
from etl.transform.reading import Frame

type Fact = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Word:
    """A word that the rules read an event from: its features, the type, and whether the gold has that event too.

    `counts` is false for another word of a cue, which may as well be taken for it.
    """

    row: list[str]
    type: str
    right: bool
    counts: bool


@dataclass(frozen=True, slots=True)
class Event:
    """An annotated event: who may take part, with features, roles by the gold, and whether the rules read it too."""

    fact: Fact
    found: list[Party]
    names: list[str]
    rows: list[Row]
    roles: list[int]
    ruled: bool


@dataclass(frozen=True, slots=True)
class Text:
    """One annotated article."""

    words: list[Word]
    events: list[Event]
    types: list[str]


def texts(gold: Path, reader: Transformer) -> list[Text]:
    """Read the articles of a gold file with `reader`; raises InputError where texts or events are missing."""
    lines = read_lines(gold)
    found = [each for each in read([gold]) if isinstance(each, Article)]
    if len(found) != len(lines) or any("events" not in line for line in lines):
        raise InputError(f"{str(gold)!r} is no gold with texts and events", hint="Give JSON Lines in the form of fact sheets.")
    return [text_of(reader.parse(each), each.text, line["events"]) for each, line in zip(found, lines, strict=True)]


def text_of(doc: Doc, text: str, facts: Sequence[Fact]) -> Text:
    """Return what is to be learned from one Doc that the rules have read."""
    found = cues(doc)
    told = {each.token.i: each.frame for each in found}
    shown, passed = align(doc, text, facts, told)
    by_word = {token.i: fact["type"] for token, fact in zip(shown, facts, strict=True) if token is not None}
    words = [_word(each, by_word.get(each.token.i), each.token.i in passed) for each in found]
    events = [_event(token, fact, told.get(token.i)) for token, fact in zip(shown, facts, strict=True) if token is not None]
    return Text(words, events, [fact["type"] for fact in facts])


def _word(cue: Cue, gold: str | None, passed: bool) -> Word:
    return Word(cue.row, cue.frame.type, gold == cue.frame.type, gold is not None or not passed)


def _event(token: Token, fact: Fact, frame: Frame | None) -> Event:
    if frame is not None and frame.type != fact["type"]:
        frame = None
    found = parties(token, frame, mentions(token.sent))
    sides = actors(fact.get("source")), actors(fact.get("target"))
    names = [_named(each, sides[0] | sides[1]) for each in found]
    roles = [next((place for place, side in enumerate(sides, 1) if actor(each) in side), 0) for each in names]
    rows = role_rows(token, fact["type"], frame, found)
    return Event(fact, found, names, rows, roles, frame is not None)


def _named(party: Party, gold: set[str]) -> str:
    """Return the name of a party, as the gold has it where any of its mentions is called so."""
    return next((each.actor.label for each in party.mentions if actor(each.actor.label) in gold), party.actor.label)
