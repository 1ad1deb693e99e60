"""Explaining what was not read: the sentences where a fact might have been, and what stood in its way in each."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from etl.model import Article, Evidence
from etl.pipeline.explaining import Explaining
from etl.pipeline.wording import Fact, Wording
from etl.query.asked import Asked
from etl.query.names import Name, known
from etl.query.pattern import Pattern, Sought, difference, matching, names_in, sought

if TYPE_CHECKING:
    from etl.transform.explain import Miss, Rereading, Sentence, Unnamed

_CLOSE = 0.8  # likeness from which words may be a name that was not recognised


@dataclass(frozen=True, slots=True)
class Told:
    """One fact that a sentence does tell, by which rule and how surely; `differs` says why it is not the one sought."""

    fact: Fact
    rule: str
    confidence: float
    number: int
    article: str
    differs: str | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """One sentence: what it tells, who of those asked for it does not name, and the rules that came near."""

    article: str
    sentence: "Sentence"
    told: tuple[Told, ...]
    unnamed: tuple["Unnamed", ...]
    misses: tuple["Miss", ...]


@dataclass(slots=True)
class WhyNot:
    """What was found: the fact itself where it is `there`, or `unsure` below the least confidence, else verdicts.

    `named` says in which sentences of which articles each of the entities that were asked for stands.
    """

    there: list[Told] = field(default_factory=list)
    unsure: list[Told] = field(default_factory=list)
    verdicts: list[Verdict] = field(default_factory=list)
    named: dict[str, dict[str, list[int]]] = field(default_factory=dict)
    articles: int = 0
    sentences: int = 0


def of_sentence(explaining: Explaining, text: str, date: str | None, *, least: float = 0.0) -> WhyNot:
    """Explain what a bare sentence does not tell."""
    found = WhyNot(articles=1)
    reread = explaining.explainer.read(Article("the sentence", text, date))
    for sentence in reread.sentences():
        _judge(found, reread, sentence, least)
    return found


def of_place(explaining: Explaining, asked: Asked, articles: Iterable[Article], *, least: float = 0.0) -> WhyNot:
    """Explain what one sentence of an article does not tell."""
    found = WhyNot()
    for article in articles:
        if asked.is_of(article):
            found.articles += 1
            reread = explaining.explainer.read(article)
            for sentence in reread.sentences():
                if sentence.number == asked.sentence:
                    _judge(found, reread, sentence, least)
    return found


def of_pattern(
    explaining: Explaining, pattern: Pattern, articles: Iterable[Article], *, limit: int = 5, least: float = 0.0
) -> WhyNot:
    """Explain why no sentence of the articles tells a fact, or say where one does."""
    found = WhyNot()
    ranked: list[tuple[float, Verdict]] = []
    for article in articles:
        found.articles += 1
        reread = explaining.explainer.read(article)
        wanted = sought(pattern, [known(), names_in(reread.graph)])
        for evidence in matching(reread.graph, wanted):
            told = _told(reread, evidence, _number(reread, evidence))
            (found.there if told.confidence >= least else found.unsure).append(told)
        ranked += _verdicts(found, reread, wanted)
    found.verdicts = [verdict for _, verdict in sorted(ranked, key=lambda each: each[0])[:limit]]
    return found


def _judge(found: WhyNot, reread: "Rereading", sentence: "Sentence", least: float) -> None:
    """Add the verdict on a sentence that is asked for as a whole."""
    found.sentences += 1
    told = tuple(_told_in(reread, sentence))
    found.there += [each for each in told if each.confidence >= least]
    found.unsure += [each for each in told if each.confidence < least]
    misses = tuple(reread.misses(sentence.number))
    found.verdicts.append(Verdict(reread.graph.article.document, sentence, told, (), misses))


def _verdicts(found: WhyNot, reread: "Rereading", wanted: Sought) -> Iterator[tuple[float, Verdict]]:
    """Yield the verdict on each sentence where the fact might have been, after how far it is from it."""
    sides = [side for side in (wanted.subjects, wanted.objects) if side]
    for sentence in reread.sentences():
        found.sentences += 1
        named = reread.named(sentence.number)
        absent = [side[0] for side in sides if not named & {each.iri for each in side}]
        _note(found, reread, sentence, sides, absent)
        missing = tuple(reread.unnamed(sentence.number, each.iri, each.text) for each in absent)
        misses = reread.misses(sentence.number, wanted.pattern.predicate) if wanted.pattern.predicate else []
        close = [each for each in misses if each.reason != "unknown-word"]
        told = tuple(sorted(_told_in(reread, sentence, wanted), key=lambda each: each.differs is None))
        differs = any(each.differs for each in told)
        spelt = any(each.score >= _CLOSE for each in missing)
        if spelt or (len(absent) < len(sides) and (not absent or close or differs)):
            distance = 10 * len(absent) + (close[0].distance if close else 5) - 2 * differs
            yield distance, Verdict(reread.graph.article.document, sentence, told, missing, tuple(misses))


def _note(
    found: WhyNot, reread: "Rereading", sentence: "Sentence", sides: Iterable[tuple[Name, ...]], absent: list[Name]
) -> None:
    """Write down in which sentence each side is named."""
    for side in sides:
        places = found.named.setdefault(side[0].text, {})
        if side[0] not in absent:
            places.setdefault(reread.graph.article.document, []).append(sentence.number)


def _told_in(reread: "Rereading", sentence: "Sentence", wanted: Sought | None = None) -> Iterator[Told]:
    for evidence in reread.graph.evidence:
        if sentence.start <= evidence.start < sentence.end:
            differs = difference(reread.graph, evidence, wanted) if wanted is not None else None
            yield _told(reread, evidence, sentence.number, differs)


def _number(reread: "Rereading", evidence: Evidence) -> int:
    return next((each.number for each in reread.sentences() if each.start <= evidence.start < each.end), 0)


def _told(reread: "Rereading", evidence: Evidence, number: int, differs: str | None = None) -> Told:
    fact = Wording(reread.graph).fact(evidence.supports[0])
    return Told(fact, evidence.rule, evidence.confidence, number, reread.graph.article.document, differs)
