"""Invented article graphs of the usual size and shape: a few nations that meet in ever new events, with evidence and mentions."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from etl import ids
from etl.model import Article, ArticleGraph, Entity, Evidence, Mention, Statement

NATIONS = ("USA", "RUS", "CHN", "FRA", "DEU", "JPN", "KOR", "PRK", "IND", "IRN", "TUR", "UKR", "POL", "EGY", "BRA", "AUS")
TYPES = ("CONSULT", "AGREE", "ACCUSE", "THREATEN", "AID", "MOBILIZE")
EVENTS = 6
SENTENCE = "In invented article {number}, {actor} and {target} appear once more: {type}. "


def graphs(count: int) -> Iterator[ArticleGraph]:
    """Yield `count` graphs, the same ones each time, with 6 events each."""
    return (graph(number) for number in range(count))


def graph(number: int) -> ArticleGraph:
    day = f"20{number // 336 % 90 + 10}-{number // 28 % 12 + 1:02}-{number % 28 + 1:02}"
    sentences = [_sentence(number, order, day) for order in range(EVENTS)]
    begins = [0, *accumulate(len(each.text) for each in sentences)]
    source = f"Invented source {number % 20}"
    article = Article(f"synthetic-{number}", "".join(each.text for each in sentences), day, f"Invented article {number}", source)
    entities = {entity.iri: entity for each in sentences for entity in each.entities}
    return ArticleGraph(
        article,
        tuple(entities.values()),
        tuple(statement for each in sentences for statement in each.statements),
        tuple(each.evidence(begin) for each, begin in zip(sentences, begins, strict=False)),
        tuple(mention for each, begin in zip(sentences, begins, strict=False) for mention in each.mentions(begin)),
    )


def rows(graph: ArticleGraph) -> int:
    """Return how many rows a graph hands to the store: entities, statements, evidence, mentions and the article."""
    return len(graph.entities) + len(graph.statements) + len(graph.evidence) + len(graph.mentions) + 1


@dataclass(frozen=True, slots=True)
class _Sentence:
    """One event in words and as parts of a graph."""

    text: str
    actor: str
    target: str
    type: str
    day: str

    @property
    def event(self) -> str:
        who, whom = ids.nation(self.actor), ids.nation(self.target)
        return ids.event(self.type, None, [who], [whom], self.day, "positive", "factual")

    @property
    def entities(self) -> tuple[Entity, ...]:
        times = {"when": self.day, "earliest": self.day, "latest": self.day, "precision": "day"}
        manner = {"type": self.type, "polarity": "positive", "modality": "factual"}
        event = Entity(self.event, "Event", {**manner, "name": f"{self.type} {self.actor} > {self.target}", **times})
        return Entity(ids.nation(self.actor), "Nation"), Entity(ids.nation(self.target), "Nation"), event

    @property
    def statements(self) -> tuple[Statement, Statement]:
        roles = ("ACTOR", self.actor), ("TARGET", self.target)
        actor, target = (Statement(self.event, role, ids.nation(code)) for role, code in roles)
        return actor, target

    def evidence(self, begin: int) -> Evidence:
        supported = (self.event, *(statement.iri for statement in self.statements))
        cue = begin + self.text.index(self.type)
        end = begin + len(self.text) - 1
        return Evidence(supported, self.text[:-1], begin, end, "synthetic", 0.8, self.type, cue, cue + len(self.type))

    def mentions(self, begin: int) -> tuple[Mention, Mention]:
        places = ((code, begin + self.text.index(code)) for code in (self.actor, self.target))
        actor, target = (Mention(place, place + len(code), code, "name", ids.nation(code)) for code, place in places)
        return actor, target


def _sentence(number: int, order: int, day: str) -> _Sentence:
    first = (number * 7 + order * 5) % len(NATIONS)
    second = (first + 1 + (number + order) % (len(NATIONS) - 1)) % len(NATIONS)
    actor, target, kind = NATIONS[first], NATIONS[second], TYPES[(number + order) % len(TYPES)]
    text = SENTENCE.format(number=number, actor=actor, target=target, type=kind)
    return _Sentence(text, actor, target, kind, day)
