"""The stages, each from its input to its output, and the main job that runs them all in one stream."""

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO

from etl.knowledge import given
from etl.model import Article, ArticleGraph
from etl.pipeline import streams
from etl.pipeline.progress import Progress, Silent, Total
from etl.pipeline.report import RunReport
from etl.pipeline.storing import into_store

type Target = Path | BinaryIO
type Paths = Sequence[str | Path]

_SILENT = Silent()


@dataclass(frozen=True, slots=True)
class Options:
    """How articles are read: names of their fields, how many at most, the spaCy pipeline, and what "-" stands for.

    `knowledge` are folders that add to the gazetteer and the lexicon (`etl.knowledge`). Facts of less confidence than
    `min_confidence` are left out, and so many more of each kind that the others were as precise as `target_precision`.
    `decisions` is the file of decisions on entities that are the same (`etl.pipeline.resolving`).
    """

    fields: Mapping[str, str] = field(default_factory=dict)
    limit: int | None = None
    model: str | None = None
    stdin: BinaryIO | None = None
    knowledge: tuple[Path, ...] = ()
    min_confidence: float | None = None
    target_precision: float | None = None
    decisions: Path | None = None


_DEFAULT = Options()


def extract(paths: Paths, target: Target, options: Options = _DEFAULT, progress: Progress = _SILENT) -> RunReport:
    """Write the articles of `paths` to `target` as JSON Lines."""
    from etl.interchange import write_articles

    with _accounted(progress) as report:
        articles = _articles(paths, options, report, progress)
        progress.begin("Reading articles", _total(paths, options))
        write_articles(target, _done(articles, report, progress))
    return report


def transform(paths: Paths, target: Target, options: Options = _DEFAULT, progress: Progress = _SILENT) -> RunReport:
    """Write the graphs of the articles of `paths` to `target`, as JSON Lines or, by its name, as Parquet."""
    from etl.interchange import check_writable, write_graphs

    if isinstance(target, Path):
        check_writable(target)
    with _accounted(progress, options.knowledge) as report:
        graphs = _graphs(paths, options, report, progress)
        progress.begin("Transforming articles", _total(paths, options))
        write_graphs(target, _done(graphs, report, progress))
    return report


def facts(
    paths: Paths, write: Callable[[dict[str, Any]], object], options: Options = _DEFAULT, progress: Progress = _SILENT
) -> RunReport:
    """Give `write` one fact sheet for each article, in order; one that is quarantined has an empty sheet."""
    from etl.export.facts import sheet

    with _accounted(progress, options.knowledge) as report:
        graphs = _graphs(paths, options, report, progress, stand_ins=True)
        progress.begin("Reading facts", _total(paths, options))
        for graph in _done(graphs, report, progress):
            write(sheet(graph))
        report.done -= report.quarantined.count
    return report


def load(
    sources: Sequence[Target],
    *,
    db: Path | None = None,
    knowledge: Sequence[Path] = (),
    decisions: Path | None = None,
    progress: Progress = _SILENT,
) -> RunReport:
    """Load graph files into the store, beside the reference layer with what the folders of `knowledge` add to it."""
    from etl.interchange import check_readable, read_graphs

    for source in sources:
        if isinstance(source, Path):
            check_readable(source)
    with _accounted(progress, knowledge) as report:
        found = (graph for source in sources for graph in read_graphs(source))
        into_store(_met(found, report), db, report, progress, partial(_count_graphs, sources), decisions)
    return report


def run(paths: Paths, *, db: Path | None = None, options: Options = _DEFAULT, progress: Progress = _SILENT) -> RunReport:
    """Read the articles of `paths`, transform them, and load them into the store, in one stream of bounded memory.

    The store is the embedded one at `db`; without it the server of NEO4J_URI, or the embedded one of ENTENTE_DB or
    ./entente.db. Raises InputError, ModelError or StoreError where the job cannot begin or must not go on, and
    IntegrityError where the account at its end does not add up.
    """
    with _accounted(progress, options.knowledge) as report:
        graphs = _graphs(paths, options, report, progress)
        into_store(graphs, db, report, progress, _total(paths, options), options.decisions)
    return report


@contextmanager
def _accounted(progress: Progress, knowledge: Sequence[Path] = ()) -> Iterator[RunReport]:
    """Give a report, and check and close it when the block ends well; inside, the folders of `knowledge` are in use."""
    report = RunReport()
    began = time.monotonic()
    try:
        with given(*knowledge):
            yield report
    finally:
        progress.end()
    report.seconds = time.monotonic() - began
    report.check()


def _total(paths: Paths, options: Options) -> Total:
    return partial(_count, paths, options.limit)


def _count(paths: Paths, limit: int | None) -> int | None:
    from etl.extract import count

    total = count(paths)
    return total if total is None or limit is None else min(total, limit)


def _count_graphs(sources: Sequence[Target]) -> int | None:
    from etl.interchange import count_graphs

    counts = [count_graphs(source) for source in sources]
    known = [count for count in counts if count is not None]
    return sum(known) if len(known) == len(counts) else None


def _articles(paths: Paths, options: Options, report: RunReport, progress: Progress) -> Iterator[Article]:
    from etl.extract import read

    found = read(paths, fields=options.fields, stdin=options.stdin)
    return streams.accounted(found, report, progress, options.limit)


def _graphs(
    paths: Paths, options: Options, report: RunReport, progress: Progress, *, stand_ins: bool = False
) -> Iterator[ArticleGraph]:
    articles = _articles(paths, options, report, progress)
    progress.begin("Loading the language model")
    from etl.transform import Transformer

    reader = _sure_enough(Transformer(options.model), options)
    return streams.graphs(reader, articles, report, progress, stand_ins=stand_ins)


def _sure_enough(reader: streams.Reader, options: Options) -> streams.Reader:
    from etl.transform.confidence import Choosy, thresholds

    if options.min_confidence is None and options.target_precision is None:
        return reader
    return Choosy(reader, thresholds(options.min_confidence or 0.0, options.target_precision))


def _done[T](found: Iterable[T], report: RunReport, progress: Progress) -> Iterator[T]:
    for each in found:
        yield each
        report.done += 1
        progress.step()


def _met(graphs: Iterable[ArticleGraph], report: RunReport) -> Iterator[ArticleGraph]:
    for graph in graphs:
        report.read += 1
        report.undated += graph.article.date is None
        report.count_dropped(graph)
        yield graph
