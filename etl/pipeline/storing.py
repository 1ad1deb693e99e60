"""The last stage: graphs into the store, and the account compared with what stands there."""

from collections.abc import Iterable
from pathlib import Path

from etl.model import ArticleGraph
from etl.pipeline.progress import Progress, Total
from etl.pipeline.report import RunReport


def into_store(
    graphs: Iterable[ArticleGraph], db: Path | None, report: RunReport, progress: Progress, total: Total | None = None
) -> None:
    """Load `graphs`, below them the reference layer, and write down in `report` what became of them."""
    progress.begin("Opening the graph store")
    from etl.load import open_store

    with open_store(db) as store:
        store.prepare()
        progress.begin("Loading the reference layer")
        report.reference = store.load_reference()
        progress.begin("Loading articles", total)
        report.load = store.load(graphs, on_article=lambda _: progress.step())
        for each in report.load.quarantined:
            report.quarantined.add(each)
            progress.left_out("quarantined", each)
        report.done += report.load.articles - len(report.load.quarantined)
