"""One invented week on the Korean peninsula, as article graphs made by hand: real names, made-up facts."""

from collections.abc import Iterable

from etl import ids
from etl.model import Article, ArticleGraph, Entity, Evidence, Interval, Mention, Scalar, Statement

type Fact = tuple[str, list[Statement], str, dict[str, str | bool]]

_NATIONS = {
    "USA": ("US", "United States"), "KOR": ("KR", "South Korea"), "JPN": ("JP", "Japan"), "PRK": ("KP", "North Korea"),
    "RUS": ("RU", "Russia"), "UKR": ("UA", "Ukraine"),
}  # fmt: skip
USA, KOR, JPN, PRK, RUS, UKR = (ids.nation(code) for code in _NATIONS)
LAVROV, CHOE = ids.official("Sergey Lavrov", "RUS"), ids.official("Choe Son Hui", "PRK")
PACT = ids.organization("test-pact")
OFFICE_RUS, OFFICE_PRK = ids.position("RUS", "foreign-minister"), ids.position("PRK", "foreign-minister")
DRILL, PLANNED = ids.exercise([USA, KOR, JPN], "2025-07-11", None), ids.exercise([RUS, PRK], "2025-09", "East Wind")
WONSAN = ids.place("Wonsan")


def _event(
    type_: str, actors: list[str], targets: list[str], when: str | None = None, modality: str = "factual", **more: str
) -> Entity:
    iri = ids.event(type_, more.get("mode"), actors, targets, when, "positive", modality)
    return Entity(
        iri, "Event", {"type": type_, "polarity": "positive", "modality": modality, "name": type_, **more, **_times(when)}
    )


def _times(when: str | None) -> dict[str, Scalar]:
    if when is None:
        return {}
    interval = Interval.parse(when)
    times = {"when": when, "earliest": interval.earliest, "latest": interval.latest, "precision": interval.precision}
    return {key: value for key, value in times.items() if value is not None}


VISIT = _event("CONSULT", [RUS], [PRK], "2025-07-11", mode="visit")
WARNING = _event("THREATEN", [RUS], [USA, KOR, JPN], "2025-07-12")
CALL = _event("REQUEST", [USA, KOR, JPN], [PRK])
CHARGE = _event("ACCUSE", [PRK], [USA])
FEAR = _event("AID", [RUS], [PRK], None, "hypothetical")
WORDS = "We warn against exploiting these ties."
CLAIM = ids.claim(LAVROV, WORDS)

TRANSFER = Statement(PRK, "TRANSFERRED", RUS, detail="troops and ammunition")
SECRETS = Statement(RUS, "TRANSFERRED", PRK, modality="hypothetical", detail="technologies")
ALLIED = Statement(min(PRK, RUS), "ALLIED_WITH", max(PRK, RUS))
TERM = Statement(LAVROV, "HOLDS", OFFICE_RUS, valid_from="2004-03-09")
REPORTED = Statement(CHOE, "HOLDS", OFFICE_PRK)
MEMBER = Statement(USA, "MEMBER_OF", PACT, valid_from="1953-10-01")
LEFT = Statement(JPN, "MEMBER_OF", PACT, valid_from="1960", valid_to="1999-06")
SEEKS = Statement(UKR, "SEEKS_MEMBERSHIP", PACT)


def entities() -> list[Entity]:
    """Return every entity of the week."""
    return [
        *(
            Entity(ids.nation(code), "Nation", {"name": each[1], "iso3": code, "iso2": each[0]})
            for code, each in _NATIONS.items()
        ),
        Entity(LAVROV, "Official", {"name": "Sergey Lavrov", "nation": "RUS"}),
        Entity(CHOE, "Official", {"name": "Choe Son Hui", "nation": "PRK"}),
        Entity(OFFICE_RUS, "Position", {"name": "Minister of Foreign Affairs of Russia", "kind": "foreign-minister"}),
        Entity(OFFICE_PRK, "Position", {"name": "Minister of Foreign Affairs of North Korea", "kind": "foreign-minister"}),
        Entity(PACT, "Alliance", {"name": "Test Pact", "acronym": "TPCT", "kind": "alliance"}),
        Entity(WONSAN, "Place", {"name": "Wonsan"}),
        Entity(DRILL, "Exercise", _times("2025-07-11")),
        Entity(PLANNED, "Exercise", {"name": "East Wind", **_times("2025-09")}),
        VISIT,
        WARNING,
        CALL,
        CHARGE,
        FEAR,
        Entity(CLAIM, "Claim", {"text": WORDS, "direct": True}),
    ]


def _roles(event: Entity, actors: list[str], targets: list[str], *through: str) -> list[Statement]:
    return [
        *(Statement(event.iri, "ACTOR", each) for each in actors),
        *(Statement(event.iri, "TARGET", each) for each in targets),
        *(Statement(event.iri, "ACTOR", each, detail="representative") for each in through),
    ]


def _passage(start: int, sentence: str, main: str, statements: list[Statement], **more: str | bool | float) -> Evidence:
    supports = tuple(dict.fromkeys([main, *(each.iri for each in statements)]))
    known: dict[str, object] = {"confidence": 0.9, "rule": "test.rule", "cue": sentence.split()[0], **more}
    return Evidence(supports, sentence, start, start + len(sentence), cue_start=start, cue_end=start + 1, **known)  # type: ignore[arg-type]


def _facts() -> list[Fact]:
    tass: dict[str, str | bool] = {"asserted": False, "medium": "Tass"}
    seoul: dict[str, str | bool] = {"asserted": False, "speaker": KOR}
    choe: dict[str, str | bool] = {"asserted": False, "speaker": CHOE}
    drill = [*(Statement(each, "PARTICIPATED_IN", DRILL) for each in (USA, KOR, JPN)), Statement(DRILL, "AIMED_AT", PRK)]
    plan = [Statement(each, "PARTICIPATED_IN", PLANNED) for each in (RUS, PRK)]
    visit = [*_roles(VISIT, [RUS], [PRK], LAVROV), Statement(VISIT.iri, "TOOK_PLACE_IN", WONSAN)]
    return [
        (VISIT.iri, visit, "Lavrov visited Wonsan.", {}),
        (WARNING.iri, _roles(WARNING, [RUS], [USA, KOR, JPN], LAVROV), "Lavrov warned the three allies.", {}),
        (CALL.iri, _roles(CALL, [USA, KOR, JPN], [PRK]), "They urged North Korea to cease.", {}),
        (CHARGE.iri, _roles(CHARGE, [PRK], [USA]), "Tass said North Korea accused the US.", tass),
        (FEAR.iri, [*_roles(FEAR, [RUS], [PRK]), SECRETS], "Moscow might transfer technologies.", seoul),
        (DRILL, drill, "The three held an air drill.", {"status": "held", "kind": "air"}),
        (PLANNED, plan, "East Wind is planned.", {"status": "planned"}),
        (CLAIM, [Statement(LAVROV, "SAID", CLAIM), Statement(CLAIM, "ABOUT", PRK)], f"“{WORDS}”, he said.", {"medium": "Tass"}),
        (TRANSFER.iri, [TRANSFER], "North Korea supplied troops and ammunition.", {}),
        (ALLIED.iri, [ALLIED], "Choe spoke of an alliance.", choe),
        (TERM.iri, [TERM, Statement(OFFICE_RUS, "OF", RUS)], "Foreign Minister Lavrov.", {}),
        (REPORTED.iri, [REPORTED, Statement(OFFICE_PRK, "OF", PRK)], "His counterpart Choe Son Hui.", {}),
        (MEMBER.iri, [MEMBER], "The US belongs to the pact.", {}),
        (LEFT.iri, [LEFT], "Japan belonged to the pact.", {}),
        (SEEKS.iri, [SEEKS], "Ukraine wants to join the pact.", {}),
    ]


def graphs() -> list[ArticleGraph]:
    """Return two articles: the week itself, and a second report of the visit in the same voice."""
    facts = _facts()
    first = Article("week", "An invented week.", "2025-07-12", "The week", "Courier", "https://news.example/week")
    second = Article("echo", "An echo of the visit.", "2025-07-13", "The echo", "Herald")
    passages = [_passage(100 * place, text, main, said, **more) for place, (main, said, text, more) in enumerate(facts)]
    whole = ArticleGraph(
        first,
        tuple(entities()),
        _unique(said for _, said, _, _ in facts),
        tuple(passages),
        (Mention(0, 6, "Wonsan", "place", WONSAN),),
    )
    visit = facts[0][1]
    known = [each for each in entities() if each.iri in {VISIT.iri, RUS, PRK, LAVROV, WONSAN}]
    echo = ArticleGraph(
        second, tuple(known), _unique([visit]), (_passage(0, "Lavrov was in Wonsan.", VISIT.iri, visit, confidence=0.5),)
    )
    return [whole, echo]


def _unique(groups: Iterable[list[Statement]]) -> tuple[Statement, ...]:
    return tuple(dict.fromkeys(each for group in groups for each in group))
