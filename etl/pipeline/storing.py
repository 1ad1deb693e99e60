"""The last stage: graphs into the store, and the account compared with what stands there."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from etl.errors import IntegrityError
from etl.model import ArticleGraph
from etl.pipeline.progress import Progress, Total
from etl.pipeline.report import RunReport

if TYPE_CHECKING:
    from etl.load import LoadReport, Store


def into_store(
    graphs: Iterable[ArticleGraph],
    db: Path | None,
    report: RunReport,
    progress: Progress,
    total: Total | None = None,
    decisions: Path | None = None,
) -> None:
    """Load `graphs`, beside the reference layer, and write down in `report` what became of them.

    What was decided on entities that are the same is applied to the store that comes out (`etl.pipeline.resolving`).

    Raises IntegrityError where the store holds fewer articles afterwards than it was given.
    """
    progress.begin("Opening the graph store")
    from etl.load import open_store
    from etl.pipeline.resolving import apply, decisions_file
    from etl.query.decisions import Decisions

    decided = Decisions(decisions_file(db, decisions))

    with open_store(db) as store:
        store.prepare()
        progress.begin("Loading the reference layer")
        report.reference = store.load_reference()
        before = _articles(store)
        progress.begin("Loading articles", total)
        report.load = store.load(_stepped(graphs, progress))
        _check(report.load, before, _articles(store))
        apply(store, decided)
        for each in report.load.quarantined:
            report.quarantined.add(each)
            progress.left_out("quarantined", each)
        report.done += report.load.articles - len(report.load.quarantined)


def _stepped(graphs: Iterable[ArticleGraph], progress: Progress) -> Iterator[ArticleGraph]:
    for graph in graphs:
        yield graph
        progress.step()


def _articles(store: "Store") -> int:
    return int(store.stats()["articles"])


def _check(load: "LoadReport", before: int, after: int) -> None:
    # More than expected is no fault: somebody else may load into the same store.
    if after < before + load.new_articles:
        raise IntegrityError(
            f"the store held {before} articles, {load.new_articles} were added, and it holds {after}",
            hint="If nobody retracted articles meanwhile, load the same input again: what stands already is left as it is.",
        )
