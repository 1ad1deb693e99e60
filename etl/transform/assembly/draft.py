"""A graph being put together: each entity and statement once, each piece of evidence with what it supports."""

from spacy.tokens import Doc, Span

from etl.model import Article, ArticleGraph, DateMention, Entity, Evidence, Mention, Quote, Scalar, Statement
from etl.transform.reading import Reading

# Kinds of mention that name a member of a nation: "Israelis", "Russian forces".
_BELONGING = frozenset({"actor", "demonym"})


class Draft:
    """Collects the parts of one ArticleGraph; offsets are shifted to the article's text on the way in."""

    def __init__(self, article: Article, doc: Doc, kept: Reading) -> None:
        self.article = article
        self.doc = doc
        self.kept = kept
        self.entities: dict[str, Entity] = {}
        self.statements: dict[str, Statement] = {}
        self.evidence: dict[str, Evidence] = {}
        self.mentions: dict[tuple[int, int, str], Mention] = {}
        self.quotes: list[Quote] = []
        self.dates: list[DateMention] = []
        self._sentences: dict[int, tuple[str, int, int]] = {}

    def entity(self, iri: str, cls: str, **properties: Scalar | None) -> str:
        """Add an entity once; return its IRI."""
        kept = {key: value for key, value in properties.items() if value not in (None, "")}
        return self.take(Entity(iri, cls, kept))

    def take(self, entity: Entity) -> str:
        """Add a finished entity once; return its IRI."""
        self.entities.setdefault(entity.iri, entity)
        return entity.iri

    def state(self, statement: Statement) -> str:
        """Add a statement once; return its IRI."""
        iri = statement.iri  # a digest, made at each look
        self.statements.setdefault(iri, statement)
        return iri

    def support(self, evidence: Evidence) -> None:
        self.evidence.setdefault(evidence.iri(self.article.iri), evidence)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the characters of the tokens [start, end) in the article's text."""
        span = self.doc[start:end]
        return span.start_char + self.kept.shift, span.end_char + self.kept.shift

    def sentence(self, token: int) -> tuple[str, int, int]:
        """Return the text and the characters of the sentence around a token, without white space at its ends."""
        if not self._sentences:
            for span in self.doc.sents:
                self._sentences |= dict.fromkeys(range(span.start, span.end), self._told(span))
        return self._sentences[token]

    def _told(self, span: Span) -> tuple[str, int, int]:
        text = span.text.strip()
        start = span.start_char + span.text.find(text) + self.kept.shift
        return text, start, start + len(text)

    def mention(self, start: int, end: int, kind: str, entity: str) -> None:
        first, last = self.span(start, end)
        self.mentions.setdefault((first, last, entity), Mention(first, last, self.doc[start:end].text, kind, entity))

    def _stands_for_another(self, mention: Mention) -> bool:
        """Say whether a mention is of somebody who acts for the entity or belongs to it, and so no link of its chain."""
        entity = self.entities.get(mention.entity)
        return mention.kind in _BELONGING and (entity is None or entity.cls != "Group")

    def graph(self) -> ArticleGraph:
        chains: dict[str, list[tuple[int, int]]] = {}
        mentions = tuple(sorted(self.mentions.values(), key=lambda each: (each.start, each.end, each.entity)))
        for mention in mentions:
            if self._stands_for_another(mention):
                continue
            chains.setdefault(mention.entity, []).append((mention.start, mention.end))
        return ArticleGraph(
            self.article,
            tuple(self.entities.values()),
            tuple(self.statements.values()),
            tuple(self.evidence.values()),
            mentions,
            tuple(self.dates),
            tuple(self.quotes),
            tuple(tuple(chain) for chain in chains.values() if len(chain) > 1),
            tuple(each for each, _ in self.kept.dropped),
        )
