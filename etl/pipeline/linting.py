"""Linting of the knowledge in use: its rows against each other, and its rules against what articles say."""

import csv
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from etl import knowledge
from etl.linting import Finding, lint
from etl.model import Article, ArticleGraph
from etl.pipeline import streams
from etl.pipeline.progress import Progress, Silent
from etl.pipeline.report import RunReport
from etl.pipeline.stages import Options, Paths

# Sentences that show each rule of events; only a checkout of the project has them.
OWN_SENTENCES = Path(__file__).resolve().parents[2] / "tests" / "transform" / "rule_sentences.csv"

_SILENT, _DEFAULT = Silent(), Options()
_DAY = "2025-07-12"


@dataclass(frozen=True, slots=True)
class Linted:
    """What there is to say; `fired` counts by rule what was read in articles, None where none were read."""

    findings: list[Finding]
    fired: Counter[str] | None
    articles: int = 0

    @property
    def errors(self) -> int:
        return sum(each.severity == "error" for each in self.findings)


def lint_knowledge(corpora: Paths = (), options: Options = _DEFAULT, progress: Progress = _SILENT) -> Linted:
    """Check the knowledge in use, with the folders of `options`; `corpora` are articles that its rules should fire on.

    Without corpora the project's own sentences are read, where they are at hand. No article is read while there are errors.
    """
    try:
        with knowledge.opened(*options.knowledge):
            found = Linted(lint(), None)
            if found.errors or not (corpora or OWN_SENTENCES.is_file()):
                return found
            fired, report = Counter[str](), RunReport()
            for graph in _graphs(corpora, options, report, progress):
                fired.update(_rules(graph))
                progress.step()
            return Linted(lint(fired), fired, report.read)
    finally:
        progress.end()


def _rules(graph: ArticleGraph) -> Iterator[str]:
    """Yield the rules that fired in an article, each as often as it did."""
    from etl.transform.dates.patterns import matches

    yield from (each.rule for each in graph.evidence)
    yield from (each.rule for each in matches(graph.article.text))


def _graphs(corpora: Paths, options: Options, report: RunReport, progress: Progress) -> Iterator[ArticleGraph]:
    from etl.extract import count, read
    from etl.transform import Transformer

    articles = read(corpora, fields=options.fields) if corpora else _own()
    progress.begin("Loading the language model")
    reader = Transformer(options.model)
    progress.begin("Reading articles", (lambda: count(corpora)) if corpora and options.limit is None else None)
    return streams.graphs(reader, streams.accounted(articles, report, progress, options.limit), report, progress)


def _own() -> Iterator[Article]:
    """Yield the project's own sentences, and the example that each pattern of dates has."""
    with OWN_SENTENCES.open(encoding="utf-8", newline="") as lines:
        texts = [row["sentence"] for row in csv.DictReader(lines)]
    texts += [f"It was said {row['example']}." for row in knowledge.table(knowledge.LEXICON, "date_patterns")]
    yield from (Article(f"sentence {place}", text, date=_DAY) for place, text in enumerate(texts, 1))
