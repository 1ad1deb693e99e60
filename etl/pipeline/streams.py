"""Articles and their graphs as streams that keep account of themselves."""

from collections.abc import Iterable, Iterator
from itertools import batched
from typing import Protocol

from etl.errors import EntenteError
from etl.model import Article, ArticleGraph, Skipped
from etl.pipeline.progress import Progress
from etl.pipeline.report import RunReport

BATCH = 16


class Reader(Protocol):
    """Reads articles: `etl.transform.Transformer`, or one that stands in for it."""

    def transform(self, articles: Iterable[Article]) -> Iterator[ArticleGraph]: ...

    def read(self, article: Article) -> ArticleGraph: ...


def accounted(
    found: Iterable[Article | Skipped], report: RunReport, progress: Progress, limit: int | None = None
) -> Iterator[Article]:
    """Yield the articles, at most `limit`, and count what was met on the way."""
    left = limit
    if left == 0:
        return
    for each in found:
        report.read += 1
        if isinstance(each, Skipped):
            report.skipped.add(each)
            progress.left_out("skipped", each)
            progress.step()
            continue
        report.undated += each.date is None
        yield each
        if left is not None and (left := left - 1) == 0:
            return


def graphs(
    reader: Reader, articles: Iterable[Article], report: RunReport, progress: Progress, *, stand_ins: bool = False
) -> Iterator[ArticleGraph]:
    """Yield the graph of each article, in order; an article on which the transform fails is quarantined.

    With `stand_ins` an empty graph takes its place, so that input and output keep step.
    """
    for batch in batched(articles, BATCH):
        for article, graph in zip(batch, _read(reader, batch), strict=True):
            if isinstance(graph, ArticleGraph):
                report.count_dropped(graph)
                yield graph
                continue
            report.quarantined.add(graph)
            progress.left_out("quarantined", graph)
            if stand_ins:
                yield ArticleGraph(article)
            else:
                progress.step()


def _read(reader: Reader, batch: tuple[Article, ...]) -> list[ArticleGraph] | list[ArticleGraph | Skipped]:
    """Read a batch at once; where that fails, one by one, so that a bad article costs nothing but itself."""
    try:
        found = list(reader.transform(batch))
        if len(found) == len(batch):
            return found
    except (MemoryError, EntenteError):
        raise
    except Exception:
        pass
    return [_read_one(reader, article) for article in batch]


def _read_one(reader: Reader, article: Article) -> ArticleGraph | Skipped:
    try:
        return reader.read(article)
    except (MemoryError, EntenteError):
        raise
    except Exception as error:
        return Skipped(article.document, f"{type(error).__name__}: {' '.join(str(error).split())[:200]}")
