"""Rereading: an article read once more, with the parse at hand to show how each fact came out of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc, Span

from etl import gazetteer
from etl.model import Article, ArticleGraph, Evidence
from etl.transform.confidence import Features
from etl.transform.confidence.calibration import precision
from etl.transform.events.learned import Reason, explain
from etl.transform.explain.candidates import Candidates, Linking
from etl.transform.explain.misses import Miss, misses_of_events
from etl.transform.explain.naming import Unnamed, named_in, unnamed
from etl.transform.explain.other_rules import other_misses
from etl.transform.explain.roles import Roles, RoleTrace
from etl.transform.reading import reading
from etl.transform.transformer import Transformer


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of an article: its number, counted from 1, and its characters."""

    number: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Trace:
    """How one piece of evidence was read: the words of each role, every mention of its sentence, and what its confidence is from.

    `precision` is the share of facts that were right where its rule was measured, `signs` what changes it for this one;
    `grounds` are the features that weighed most where the trained models decided on an event and its roles.
    """

    roles: tuple[RoleTrace, ...]
    linking: tuple[Linking, ...]
    precision: float | None = None
    signs: tuple[str, ...] = ()
    grounds: tuple[Reason, ...] = ()


class Explainer:
    """Reads articles so that what was read out of them can be explained."""

    def __init__(self, transformer: Transformer) -> None:
        self._transformer = transformer
        known = gazetteer.load()
        self.candidates = Candidates(known)
        self.titles = frozenset(row.title.lower() for row in known.position_titles)

    def read(self, article: Article) -> "Rereading":
        doc = self._transformer.parse(article)
        return Rereading(self._transformer.graph(article, doc), doc, self.candidates, self.titles)


class Rereading:
    """One article as it was read: its graph, and the Doc behind it."""

    def __init__(self, graph: ArticleGraph, doc: Doc, candidates: Candidates, titles: frozenset[str]) -> None:
        self.graph, self.doc = graph, doc
        self._candidates, self._titles = candidates, titles
        self._kept = reading(doc)

    def sentences(self) -> list[Sentence]:
        """Return the sentences of the article, in order."""
        return [Sentence(number, *self.place(span), span.text.strip()) for number, span in enumerate(self.spans, 1)]

    @cached_property
    def spans(self) -> list[Span]:
        """Return the sentences as spans of the Doc, without those of white space alone."""
        return [span for span in self.doc.sents if span.text.strip()]

    def place(self, span: Span) -> tuple[int, int]:
        """Return the characters of a span in the article's text, without white space at its ends."""
        text = span.text.strip()
        start = span.start_char + span.text.find(text) + self._kept.shift
        return start, start + len(text)

    def trace(self, evidence: Evidence) -> Trace:
        """Return how `evidence`, which is of this reading, was read."""
        span = self.sentence_at(evidence.start)
        features, roles = self._features, self._roles
        kind = features.kind(evidence)
        measured = precision(kind, evidence.rule) if kind is not None else None
        frame = roles.frame(evidence)
        grounds = tuple(explain(self.doc, frame)) if frame is not None and frame.kind == "event" else ()
        signs = tuple(features.of(evidence)) if kind else ()
        return Trace(tuple(roles.of(evidence)), tuple(self.linking(span)), measured, signs, grounds)

    @cached_property
    def _features(self) -> Features:
        return Features(self.graph)

    @cached_property
    def _roles(self) -> Roles:
        return Roles(self.graph, self.doc)

    def misses(self, number: int, type_: str | None = None) -> list[Miss]:
        """Return what kept a sentence from telling more, or a fact of one type, the nearest first."""
        span = self.spans[number - 1]
        found = [*misses_of_events(span, type_), *other_misses(span, type_, self._titles)]
        return sorted(dict.fromkeys(found), key=lambda each: (each.distance, each.start))

    def named(self, number: int) -> set[str]:
        """Return the entities that a sentence names."""
        return named_in(self.spans[number - 1])

    def unnamed(self, number: int, iri: str, name: str) -> Unnamed:
        """Return what a sentence has in place of an entity that it does not name."""
        return unnamed(self.spans[number - 1], name, self._candidates.names_of(iri))

    def sentence_at(self, start: int) -> Span:
        """Return the sentence around a character of the article's text."""
        return next((span for span in self.spans if start < self.place(span)[1]), self.spans[-1])

    def linking(self, span: Span) -> Iterator[Linking]:
        """Yield every linked mention of a sentence, pronouns and descriptions that were resolved included."""
        for link in self._kept.within(span):
            yield self._candidates.of(self.doc, link)
        for index, actors in sorted(self._kept.coreference.items()):
            if span.start <= index < span.end and index not in self._kept.at:
                token = self.doc[index]
                start = token.idx + self._kept.shift
                for actor in actors:
                    why = "a pronoun or description, resolved by number, role and nearness"
                    yield Linking(start, start + len(token), token.text, "coreference", actor.iri, actor.label, why)
