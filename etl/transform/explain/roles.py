"""Roles: which words fill them, and the way through the parse from the cue to these words."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span, Token

from etl.model import ArticleGraph, Evidence, RoleSpan, Statement
from etl.transform.explain.paths import Hop, path, spelt
from etl.transform.reading import Frame, reading


@dataclass(frozen=True, slots=True)
class RoleTrace:
    """One filled role: its words, the entities they stand for, and the way to them from the cue.

    `through` is the pronoun or description of the sentence, at `through_start`, that stands for words of another place;
    `guessed` says that the sentence does not put the role there, and nobody else is named who could fill it.
    """

    role: str
    start: int
    end: int
    text: str
    entities: tuple[str, ...]
    through: str | None = None
    through_start: int | None = None
    hops: tuple[Hop, ...] | None = None
    path: str | None = None
    guessed: bool = False


class Roles:
    """Traces the roles of one article that was read."""

    def __init__(self, graph: ArticleGraph, doc: Doc) -> None:
        self._graph, self._doc = graph, doc
        self._kept = reading(doc)
        self._stated = {each.iri: each for each in graph.statements}

    def of(self, evidence: Evidence) -> Iterator[RoleTrace]:
        """Yield the trace of each role of a piece of evidence."""
        cue, frame = self._root(evidence.cue_start, evidence.cue_end), self.frame(evidence)
        for each in evidence.spans:
            guessed = frame is not None and frame.guessed and each.role == "TARGET"
            yield replace(self._role(cue, each, evidence), guessed=guessed)

    def frame(self, evidence: Evidence) -> Frame | None:
        """Return the frame that a piece of evidence was made of; None for one of an office or a claim."""
        for frame in self._kept.frames:
            span = self._doc[frame.cue[0] : frame.cue[1]]
            if frame.rule == evidence.rule and span.start_char + self._kept.shift == evidence.cue_start:
                return frame
        return None

    def _root(self, start: int | None, end: int | None) -> Token | None:
        if start is None or end is None:
            return None
        span = self._doc.char_span(start - self._kept.shift, end - self._kept.shift, alignment_mode="expand")
        return span.root if span is not None else None

    def _role(self, cue: Token | None, span: RoleSpan, evidence: Evidence) -> RoleTrace:
        head = self._root(span.start, span.end)
        entities = self._entities(span, evidence)
        text = self._graph.article.text[span.start : span.end]
        if cue is None or head is None:
            return RoleTrace(span.role, span.start, span.end, text, entities)
        role = RoleTrace(span.role, span.start, span.end, text, entities)
        named = self._way(role, cue, head)
        others = [self._way(self._through(role, each), cue, each) for each in self._standing_for(cue.sent, entities)]
        # "warned the three allies": the nearest word is the one that fills the role.
        return min((named, *others), key=lambda each: 99 if each.hops is None else len(each.hops))

    def _through(self, role: RoleTrace, stand_in: Token) -> RoleTrace:
        return replace(role, through=stand_in.text, through_start=stand_in.idx + self._kept.shift)

    def _way(self, role: RoleTrace, cue: Token, head: Token) -> RoleTrace:
        hops = path(cue, head)
        return replace(role, hops=hops, path=spelt(cue.text, hops) if hops is not None else None)

    def _standing_for(self, sentence: Span, entities: tuple[str, ...]) -> Iterator[Token]:
        """Yield the pronouns and descriptions of a sentence that stand for one of `entities`."""
        for index, actors in sorted(self._kept.coreference.items()):
            if sentence.start <= index < sentence.end and any({actor.iri, actor.through} & set(entities) for actor in actors):
                yield self._doc[index]

    def _entities(self, span: RoleSpan, evidence: Evidence) -> tuple[str, ...]:
        """Return the entities that a role span stands for in the statements of its evidence."""
        ends = {end for iri in evidence.supports if iri in self._stated for end in _ends(self._stated[iri])}
        named = [m.entity for m in self._graph.mentions if (m.start, m.end) == (span.start, span.end) and m.entity in ends]
        return tuple(dict.fromkeys(named))


def _ends(statement: Statement) -> tuple[str, str]:
    return statement.subject, statement.object
