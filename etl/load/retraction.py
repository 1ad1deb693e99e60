"""Takes articles out, and notes what has lost support by it."""

from collections.abc import Iterable

from etl.load.batch import Batch, keys
from etl.load.settle import Touched


def withdraw(batch: Batch, articles: Iterable[str], touched: Touched) -> None:
    """Remove `articles` with their evidence and mentions; `settle` then removes what nothing supports any more."""
    rows = keys(articles)
    if not rows:
        return
    touched.statements |= {row["iri"]: row["properties"] for row in batch.read("touch_statements", rows)}
    for row in batch.read("touch_entities", rows):
        touched.bereft.add(row["iri"])
        if "Situation" in row["labels"]:
            touched.situations.add(row["iri"])
        if "Exercise" in row["labels"]:
            touched.exercises.add(row["iri"])
    touched.renamed |= touched.bereft
    sources = {row["iri"] for row in batch.read("touch_sources", rows)}
    touched.bereft_sources |= sources
    touched.renamed_sources |= sources
    batch.run("remove_evidence", rows)
    batch.run("remove_articles", rows)
