"""What one article says: entities, statements about them, and the evidence for each.

Everything here is plain data that survives a round trip through JSON. Classes and predicates are local names of
`schema/ontology.ttl`; entities and statements are named by the IRIs of `etl.ids`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from etl import ids
from etl.model.article import Article

type Scalar = str | int | float | bool


@dataclass(frozen=True, slots=True)
class Entity:
    """One node: its class (the most specific one), and the properties that are a function of its identity."""

    iri: str
    cls: str
    properties: Mapping[str, Scalar] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Statement:
    """One binary claim: subject, predicate (a relationship type of the ontology) and object, with its qualifiers.

    `polarity` is "positive" or "negative"; `modality` is "factual", "planned" or "hypothetical"; `valid_from` and
    `valid_to` are EDTF literals; `detail` says what was transferred, or "representative" for an official who acts
    for the nation that is coded as actor.
    """

    subject: str
    predicate: str
    object: str
    polarity: str = "positive"
    modality: str = "factual"
    valid_from: str | None = None
    valid_to: str | None = None
    detail: str | None = None

    @property
    def iri(self) -> str:
        qualifiers = (self.polarity, self.modality, self.valid_from, self.valid_to, self.detail)
        return ids.statement(self.subject, self.predicate, self.object, *qualifiers)


@dataclass(frozen=True, slots=True)
class RoleSpan:
    """The characters that fill one role ("ACTOR", "TARGET", "PARTICIPANT", …) of a situation."""

    role: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Evidence:
    """One passage of one article that supports statements and situations.

    `supports` lists the IRIs it speaks for, the main one first. `start` and `end` delimit the sentence, `cue_start`
    and `cue_end` the words that show the fact. `asserted` is true when the article says it in its own voice; else
    `speaker` (an IRI or a name) or `medium` says who does. `status`, `kind`, `forces` and `aim` are what this passage
    says of an exercise. Reference facts have `rule` "reference" and the gazetteer row as `sentence`.
    """

    supports: tuple[str, ...]
    sentence: str
    start: int
    end: int
    rule: str
    confidence: float
    cue: str = ""
    cue_start: int | None = None
    cue_end: int | None = None
    asserted: bool = True
    speaker: str | None = None
    medium: str | None = None
    status: str | None = None
    kind: str | None = None
    spans: tuple[RoleSpan, ...] = ()
    forces: str | None = None
    aim: str | None = None

    def iri(self, article: str) -> str:
        return ids.evidence(article, self.supports[0], self.start, self.end, self.cue_start, self.rule)


@dataclass(frozen=True, slots=True)
class Mention:
    """A surface span that names or stands for an entity; `kind` is name, demonym, capital, seat, title, pronoun, …"""

    start: int
    end: int
    text: str
    kind: str
    entity: str


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date expression; `value` is its EDTF literal, None where the text gives no way to resolve it."""

    start: int
    end: int
    text: str
    value: str | None


@dataclass(frozen=True, slots=True)
class Quote:
    """An attributed utterance; `direct` when it stands in quotation marks; `claim` is its Claim entity."""

    start: int
    end: int
    text: str
    speaker: str | None
    medium: str | None
    direct: bool
    claim: str


@dataclass(frozen=True, slots=True)
class Dropped:
    """Something the transform saw and left out: the stage, the reason, and the words."""

    stage: str
    reason: str
    text: str


@dataclass(frozen=True, slots=True)
class ArticleGraph:
    """Everything read out of one article; `chains` are coreference chains as tuples of [start, end) spans."""

    article: Article
    entities: tuple[Entity, ...] = ()
    statements: tuple[Statement, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    mentions: tuple[Mention, ...] = ()
    dates: tuple[DateMention, ...] = ()
    quotes: tuple[Quote, ...] = ()
    chains: tuple[tuple[tuple[int, int], ...], ...] = ()
    dropped: tuple[Dropped, ...] = ()
