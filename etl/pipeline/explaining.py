"""Explaining facts: from an id, a pattern of names or a sentence of an article to its evidence and how that was read."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from etl.errors import InputError, UnknownName
from etl.model import Article, ArticleGraph, Evidence
from etl.pipeline.progress import Progress, Silent
from etl.pipeline.tables import checked
from etl.pipeline.wording import Fact, Wording
from etl.query.asked import Asked
from etl.query.names import known
from etl.query.pattern import matching, names_in, sought

if TYPE_CHECKING:
    from etl.load import Store
    from etl.transform.explain import Explainer, Rereading, RuleText, Trace

_SILENT = Silent()


@dataclass(frozen=True, slots=True)
class Explanation:
    """One piece of evidence with everything that is known of how it came about; `article` is without its text.

    `reread` says what was read once more to trace it, or why that no longer gives the same.
    """

    iri: str
    article_iri: str
    article: Article
    evidence: Evidence
    facts: tuple[Fact, ...]
    speaker: str | None
    rule: "RuleText"
    checks: tuple[str, ...]
    reread: str
    trace: "Trace | None" = None


@dataclass(slots=True)
class Explained:
    """The explanations that were asked for, and how many pieces of evidence there are in all."""

    explanations: list[Explanation] = field(default_factory=list)
    total: int = 0


class Explaining:
    """Explains facts of files or of a store; the language model is loaded when it is first needed."""

    def __init__(self, model: str | None = None, limit: int = 10, progress: Progress = _SILENT) -> None:
        self._model, self._limit, self._progress = model, limit, progress

    @cached_property
    def explainer(self) -> "Explainer":
        self._progress.begin("Loading the language model")
        from etl.transform import Transformer
        from etl.transform.explain import Explainer

        return Explainer(Transformer(self._model))

    def in_files(self, asked: Asked, paths: Sequence[str | Path]) -> Explained:
        """Explain what is read out of the articles of `paths`; raises UnknownName where nothing of them fits."""
        found, failure = Explained(), None
        for article in articles_of(paths):
            reread = self.explainer.read(article)
            try:
                fitting = list(_fitting(reread, asked))
            except UnknownName as error:
                failure = error
                continue
            found.total += len(fitting)
            for evidence in fitting[: max(0, self._limit - len(found.explanations))]:
                found.explanations.append(_explained(reread.graph, article.iri, evidence, "the article", reread, evidence))
        if not found.explanations:
            raise failure if failure is not None else nothing(asked)
        return found

    def in_store(self, asked: Asked, store: "Store") -> Explained:
        """Explain what stands in a store; raises UnknownName where nothing in it fits."""
        from etl.query import passages
        from etl.query.resolve import stored

        if asked.pattern is not None:
            names = [known(), stored(store.read)]
            kept = passages.of_pattern(store.read, sought(asked.pattern, names), self._limit)
        elif asked.sentence is not None:
            kept = passages.of_article(store.read, asked.article)
        else:
            kept = passages.of_fact(store.read, asked, self._limit)
        found = [each for iri, graph in kept.graphs for each in self._stored(iri, graph, asked)]
        if not found:
            raise nothing(asked)
        total = kept.total if asked.sentence is None else len(found)
        return Explained(found[: self._limit], total)

    def _stored(self, iri: str, graph: ArticleGraph, asked: Asked) -> Iterator[Explanation]:
        """Explain the evidence of one stored article, by reading its file or else its sentences once more."""
        whole = self._file_of(iri, graph.article)
        evidence = list(graph.evidence)
        if asked.sentence is not None:
            evidence = _in_sentence(evidence, whole, asked.sentence)
        for each in evidence:
            if each.rule == "reference":
                yield _explained(graph, iri, each, "a row of the gazetteer", None, None)
                continue
            reread = whole or self.explainer.read(replace(graph.article, text=each.sentence))
            yield _explained(graph, iri, each, *_same_again(each, reread, whole is not None))

    def _file_of(self, iri: str, article: Article) -> "Rereading | None":
        """Return the reading of the file that a stored article came from, where it still is what it was."""
        if not Path(article.document).is_file():
            return None
        same = next((each for each in articles_of([article.document]) if each.iri == iri), None)
        return self.explainer.read(same) if same is not None else None


def articles_of(paths: Sequence[str | Path]) -> Iterator[Article]:
    """Yield the articles of files; raises InputError where a path does not exist."""
    from etl.extract import read

    for each in read(paths):
        if isinstance(each, Article):
            yield each


def nothing(asked: Asked) -> UnknownName:
    """Return the error for a question that nothing answers."""
    hint = f'`entente why-not "{asked.text}" ARTICLE` says what stood in the way.'
    if asked.sentence is not None:
        hint = f'`entente why-not "{asked.text}"` says what was seen there and left out.'
    return UnknownName(f"no evidence of {asked.text!r} was found", hint=hint)


def _fitting(reread: "Rereading", asked: Asked) -> Iterable[Evidence]:
    graph = reread.graph
    if asked.pattern is not None:
        return matching(graph, sought(asked.pattern, [known(), names_in(graph)]))
    if asked.sentence is not None:
        return _in_sentence(graph.evidence, reread, asked.sentence) if asked.is_of(graph.article) else ()
    wanted = asked.iris
    return (each for each in graph.evidence if each.iri(graph.article.iri) in wanted or wanted & set(each.supports))


def _in_sentence(evidence: Iterable[Evidence], reread: "Rereading | None", number: int) -> list[Evidence]:
    """Return the evidence of one sentence; without the article's text the sentences that have evidence are counted."""
    if reread is None:
        starts = sorted({each.start for each in evidence})
        return [each for each in evidence if starts.index(each.start) + 1 == number]
    sentences = reread.sentences()
    if not 0 < number <= len(sentences):
        raise InputError(f"the article has no sentence {number}", hint=f"It has {len(sentences)}, counted from 1.")
    place = sentences[number - 1]
    return [each for each in evidence if place.start <= each.start < place.end]


def _same_again(stored: Evidence, reread: "Rereading", whole: bool) -> tuple[str, "Rereading | None", Evidence | None]:
    """Return what was read once more, and the evidence in it that is the stored one; None where it is not there."""
    what = "the article, read once more" if whole else "the sentence alone, read once more (its article is not at its path)"
    cued = [
        each for each in reread.graph.evidence if each.cue == stored.cue and (not whole or each.cue_start == stored.cue_start)
    ]
    ruled = [each for each in cued if each.rule == stored.rule]
    if same := max(ruled, key=lambda each: len(set(each.supports) & set(stored.supports)), default=None):
        agrees = same.supports[0] == stored.supports[0]
        return what if agrees else f"{what}, gives other roles or another time now", reread, same
    if cued := [each for each in cued if set(each.supports) & set(stored.supports)]:
        return f"{what}, gives it by the rule {cued[0].rule} now", reread, cued[0]
    reason = "the rules have changed" if whole else "it leaned on the rest of the article, or the rules have changed"
    return f"{what}, no longer gives this fact: {reason}", None, None


def _explained(
    graph: ArticleGraph, iri: str, evidence: Evidence, what: str, reread: "Rereading | None", again: Evidence | None
) -> Explanation:
    from etl.transform.explain import rule_text

    words = Wording(graph)
    stated = {each.iri: each for each in graph.statements}
    day = graph.article.date
    checks = [
        f"{words.fact(each).says}: {said}"
        for each in evidence.supports
        if each in stated and (said := checked(stated[each], day))
    ]
    trace = _moved(reread.trace(again), evidence.start - again.start) if reread is not None and again is not None else None
    speaker = words.name(evidence.speaker) if evidence.speaker else None
    return Explanation(
        evidence.iri(iri), iri, replace(graph.article, text=""), evidence, tuple(map(words.fact, evidence.supports)), speaker,
        rule_text(evidence.rule), tuple(checks), what, trace,
    )  # fmt: skip


def _moved(trace: "Trace", by: int) -> "Trace":
    """Return a trace of a sentence that was read alone with the characters that it has in its article."""
    if by == 0:
        return trace
    roles = (
        replace(each, start=each.start + by, end=each.end + by, through_start=_plus(each.through_start, by))
        for each in trace.roles
    )
    return replace(
        trace,
        roles=tuple(roles),
        linking=tuple(replace(each, start=each.start + by, end=each.end + by) for each in trace.linking),
    )


def _plus(place: int | None, by: int) -> int | None:
    return None if place is None else place + by
