"""Small article graphs made by hand: an invented continent whose nations meet, join pacts, exercise and talk."""

from etl import ids
from etl.model import Article, ArticleGraph, Entity, Evidence, Mention, RoleSpan, Statement

DAY = "2031-05-06"
WORLD = {"RUR": "Ruritania", "GRA": "Graustark", "SYL": "Syldavia", "BOR": "Borduria"}


def nation(code: str) -> Entity:
    return Entity(ids.nation(code), "Nation", {"name": WORLD[code], "iso3": code})


PACT = Entity(ids.organization("pact"), "Alliance", {"name": "Pact", "kind": "alliance"})


def article(document: str, *, source: str | None = "Courier", date: str | None = DAY, text: str | None = None) -> Article:
    return Article(
        document, text or f"The words of {document}.", date, f"Title of {document}", source, f"https://news.example/{document}"
    )


def graph(
    art: Article, entities: list[Entity], statements: list[Statement], evidence: list[Evidence], *mentions: Mention
) -> ArticleGraph:
    unique = {each.iri: each for each in entities}
    return ArticleGraph(art, tuple(unique.values()), tuple(statements), tuple(evidence), mentions)


def shown(*supports: str, start: int = 0, confidence: float = 0.8, asserted: bool = True, **more: str) -> Evidence:
    """Return a passage that supports `supports`."""
    spans = (RoleSpan("ACTOR", start, start + 3),)
    return Evidence(
        supports,
        "The words.",
        start,
        start + 10,
        "test.rule",
        confidence,
        "words",
        start + 4,
        start + 9,
        asserted,
        spans=spans,
        **more,
    )


def joined(
    document: str,
    code: str = "RUR",
    *,
    asserted: bool = True,
    polarity: str = "positive",
    modality: str = "factual",
    confidence: float = 0.8,
    source: str | None = "Courier",
    date: str | None = DAY,
    text: str | None = None,
) -> ArticleGraph:
    """Return an article that says that a nation belongs to the Pact."""
    said = Statement(ids.nation(code), "MEMBER_OF", PACT.iri, polarity, modality)
    passage = shown(said.iri, asserted=asserted, confidence=confidence)
    place = Mention(0, 3, WORLD[code], "name", ids.nation(code))
    return graph(article(document, source=source, date=date, text=text), [nation(code), PACT], [said], [passage], place)


def met(document: str, one: str, other: str, *, day: str = DAY, source: str | None = "Courier") -> ArticleGraph:
    """Return an article that says that two nations met."""
    iri = ids.event("CONSULT", "visit", [ids.nation(one)], [ids.nation(other)], day, "positive", "factual")
    properties = {
        "name": f"CONSULT {one} > {other}",
        "type": "CONSULT",
        "mode": "visit",
        "polarity": "positive",
        "modality": "factual",
    }
    event = Entity(iri, "Event", {**properties, "when": day, "earliest": day, "latest": day, "precision": "day"})
    roles = [Statement(iri, "ACTOR", ids.nation(one)), Statement(iri, "TARGET", ids.nation(other))]
    passage = shown(iri, *(each.iri for each in roles))
    return graph(article(document, source=source), [nation(one), nation(other), event], roles, [passage])


def drilled(
    document: str,
    *,
    name: str | None = None,
    status: str = "held",
    asserted: bool = True,
    confidence: float = 0.8,
    date: str | None = DAY,
) -> ArticleGraph:
    """Return an article that speaks of an exercise of two nations."""
    who = [nation("SYL"), nation("BOR")]
    iri = ids.exercise([each.iri for each in who], "2031-05", name)
    given = {"name": name} if name else {}
    exercise = Entity(
        iri, "Exercise", {**given, "when": "2031-05", "earliest": "2031-05-01", "latest": "2031-05-31", "precision": "month"}
    )
    part = [Statement(each.iri, "PARTICIPATED_IN", iri) for each in who]
    passage = shown(iri, *(each.iri for each in part), status=status, kind="naval", asserted=asserted, confidence=confidence)
    return graph(article(document, date=date), [*who, exercise], part, [passage])


def spoke(document: str, *names: str, words: str = "We shall see.", source: str | None = None) -> ArticleGraph:
    """Return an article in which a group that is called by `names` says something about a nation."""
    group = Entity(ids.group("Red Brigade"), "Group")
    iri = ids.claim(group.iri, words)
    claim = Entity(iri, "Claim", {"text": words, "direct": True})
    said = [Statement(group.iri, "SAID", iri), Statement(iri, "ABOUT", ids.nation("GRA"))]
    passage = shown(iri, *(each.iri for each in said), asserted=False)
    mentions = [Mention(10 * order, 10 * order + len(name), name, "named", group.iri) for order, name in enumerate(names)]
    return graph(article(document, source=source), [group, nation("GRA"), claim], said, [passage], *mentions)


WORLD_GRAPHS = (
    joined("a"),
    joined("b", source="Herald", confidence=0.6, date="2031-04-01"),
    joined("c", "GRA", asserted=False),
    joined("d", source=None, date=None, asserted=False),
    met("e", "RUR", "GRA"),
    met("f", "RUR", "GRA", source="Herald"),
    met("g", "SYL", "BOR", day="2031-05-07"),
    drilled("h", status="planned", confidence=0.6),
    drilled("i", name="Iron Fist"),
    drilled("j", name="IRON FIST", status="cancelled", asserted=False),
    drilled("k", name="Iron Fist", date=None),
    spoke("l", "Red Brigade"),
    spoke("m", "red brigade", "The Red Brigade", words="We shall see!"),
    spoke("n", "RED BRIGADE", source="HERALD"),
)
