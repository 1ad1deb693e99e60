"""What the components of the transform write down about one Doc, kept in `doc._.reading` until assembly."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from spacy.tokens import Doc, Span, Token

from etl import ids
from etl.model import Dropped
from etl.transform.dates import DateSpan
from etl.transform.quotes import Media, QuoteSpan


@dataclass(frozen=True, slots=True)
class Link:
    """Tokens [start, end) that stand for one entity: `label` is its code in fact sheets (ISO 3166-1 or a name).

    `nation` is the ISO code of the state that a place is the capital of.
    """

    start: int
    end: int
    kind: str
    cls: str
    iri: str
    label: str
    nation: str | None = None

    @property
    def length(self) -> int:
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts or is acted on: the entity that is coded, its tokens, and the official who stands for it, if any."""

    iri: str
    cls: str
    label: str
    start: int
    end: int
    through: str | None = None


def as_actor(link: Link) -> Actor:
    """Return what a link names as one who acts, whatever it is."""
    return Actor(link.iri, link.cls, link.label, link.start, link.end)


@dataclass(slots=True)
class Office:
    """One office given to a person in the text: `home` is the ISO code or organization id it belongs to."""

    title: str
    kind: str | None
    home: str | None
    start: int
    end: int
    former: bool = False
    rule: str = ""


@dataclass(slots=True)
class Person:
    """One person of the article, with every name that was met and every office given.

    `serving` says that a person known from elsewhere is not known to be out of office on the day of publication.
    """

    iri: str
    name: str
    home: str | None
    known: bool
    serving: bool = True
    links: list[Link] = field(default_factory=list)
    offices: list[Office] = field(default_factory=list)


@dataclass(slots=True)
class Frame:
    """One event, exercise or relation read from one sentence.

    `kind` is "event", "exercise" or a relation type; `type` the PLOVER type; `sources` and `targets` its roles. `guessed`
    says that the targets are not where the sentence puts them, but the only others that it names.
    """

    kind: str
    type: str
    cue: tuple[int, int]
    rule: str
    confidence: float
    mode: str | None = None
    sources: list[Actor] = field(default_factory=list)
    targets: list[Actor] = field(default_factory=list)
    negated: bool = False
    hypothetical: bool = False
    planned: bool = False
    when: str | None = None
    places: list[Link] = field(default_factory=list)
    name: str | None = None
    series: str | None = None
    status: str | None = None
    exercise_kind: str | None = None
    forces: str | None = None
    aim: str | None = None
    what: str | None = None
    guessed: bool = False
    more: list[tuple[int, int]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Decision:
    """What the models decided about one event, and on what grounds: the features of its cue, and of each possible actor.

    `roles` holds label, role (a place in `events.learned.roles.ROLES`) and features of each.
    """

    row: Sequence[str]
    roles: list[tuple[str, int, Sequence[str]]]


@dataclass(slots=True)
class Reading:
    """The state of reading one article.

    `shift` is the offset of the Doc's text in the article's text; `dropped` has what was left out and the token where it stands;
    `dated` holds for each token the dates that hang on it, `media` what was found of each sentence's medium.
    """

    published: date | None = None
    shift: int = 0
    links: list[Link] = field(default_factory=list)
    at: dict[int, Link] = field(default_factory=dict)
    inside: dict[tuple[int, int], list[Link]] = field(default_factory=dict)
    people: list[Person] = field(default_factory=list)
    by_iri: dict[str, Person] = field(default_factory=dict)
    by_word: dict[str, list[Person]] = field(default_factory=dict)
    coreference: dict[int, list[Actor]] = field(default_factory=dict)
    coordinated: dict[int, list[Token]] = field(default_factory=dict)
    states: dict[tuple[int, int], dict[str, Actor]] = field(default_factory=dict)
    frames: list[Frame] = field(default_factory=list)
    decisions: dict[tuple[int, int], Decision] = field(default_factory=dict)
    dates: list[DateSpan] = field(default_factory=list)
    dated: dict[int, list[DateSpan]] = field(default_factory=dict)
    quotes: list[QuoteSpan] = field(default_factory=list)
    media: Media = field(default_factory=dict)
    dropped: list[tuple[Dropped, int | None]] = field(default_factory=list)

    def add(self, link: Link) -> None:
        """Take a link in; its tokens point to it from now on, in place of a shorter one."""
        self.links.append(link)
        self.inside.clear()
        for index in range(link.start, link.end):
            if index not in self.at or self.at[index].length < link.length:
                self.at[index] = link

    def drop(self, stage: str, reason: str, text: str, at: int | None = None) -> None:
        """Write down what was seen and left out; `at` is the token where that stands."""
        self.dropped.append((Dropped(stage, reason, text), at))

    def unlink(self, start: int, end: int) -> None:
        """Make room at [start, end) for another link."""
        self.inside.clear()
        for index in range(start, end):
            self.at.pop(index, None)

    def within(self, span: Span) -> list[Link]:
        """Return the links inside `span`, in order; they are kept, as each event of a sentence asks for those of all of it."""
        place = span.start, span.end
        if place not in self.inside:
            found: list[Link] = []
            for index in range(*place):
                link = self.at.get(index)
                if link is not None and (not found or link is not found[-1]):
                    found.append(link)
            self.inside[place] = found
        return self.inside[place]

    def meet(self, person: Person) -> Person:
        """Take a person in, to be found by IRI and by each word of the name."""
        self.people.append(person)
        self.by_iri[person.iri] = person
        for word in set(ids.fold(person.name).split()):
            self.by_word.setdefault(word, []).append(person)
        return person

    def person(self, iri: str) -> Person | None:
        return self.by_iri.get(iri)

    def settle(self) -> None:
        """Forget the links that others have taken the place of."""
        self.links = [link for link in self.links if self.at.get(link.start) is link]


def reading(doc: Doc) -> Reading:
    """Return the reading kept in `doc`."""
    kept: Reading = doc._.reading
    return kept


def install() -> None:
    """Register the Doc extension once."""
    if not Doc.has_extension("reading"):
        Doc.set_extension("reading", default=None)
