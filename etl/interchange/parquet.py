"""Article graphs as Parquet: one row an article, its parts as nested columns that DuckDB, Polars and pandas can open.

Properties of entities differ from class to class and stand as JSON in one string column.
"""

from collections.abc import Iterable, Iterator
from itertools import batched
from pathlib import Path
from typing import Any

import orjson
import pyarrow as pa  # type: ignore[import-untyped]
import pyarrow.parquet as pq  # type: ignore[import-untyped]

from etl.errors import InputError
from etl.interchange.as_json import Json, graph_from_json, graph_to_json
from etl.model import ArticleGraph

_ROWS = 128
_TEXT, _OFFSET, _NUMBER, _FLAG = pa.string(), pa.int64(), pa.float64(), pa.bool_()
_SPAN = {"start": _OFFSET, "end": _OFFSET}
_TYPES: dict[str, pa.DataType] = _SPAN | {
    "cue_start": _OFFSET,
    "cue_end": _OFFSET,
    "confidence": _NUMBER,
    "asserted": _FLAG,
    "direct": _FLAG,
    "supports": pa.list_(_TEXT),
    "spans": pa.list_(pa.struct([("role", _TEXT), ("start", _OFFSET), ("end", _OFFSET)])),
}
_ARTICLE = ("document", "iri", "date", "title", "source", "url", "text")
_PARTS = {
    "entities": ("iri", "cls", "properties"),
    "statements": (
        "iri", "subject", "predicate", "object", "polarity", "modality", "valid_from", "valid_to", "detail",
    ),
    "evidence": (
        "supports", "sentence", "start", "end", "rule", "confidence", "cue", "cue_start", "cue_end", "asserted",
        "speaker", "medium", "status", "kind", "forces", "aim", "spans",
    ),
    "mentions": ("start", "end", "text", "kind", "entity"),
    "dates": ("start", "end", "text", "value"),
    "quotes": ("start", "end", "text", "speaker", "medium", "direct", "claim"),
    "dropped": ("stage", "reason", "text"),
}  # fmt: skip


def _schema() -> pa.Schema:
    parts = [(name, pa.list_(pa.struct([(key, _TYPES.get(key, _TEXT)) for key in keys]))) for name, keys in _PARTS.items()]
    chains = ("chains", pa.list_(pa.list_(pa.list_(_OFFSET))))
    return pa.schema([*((name, _TEXT) for name in _ARTICLE), *parts, chains], metadata={"format": "entente article graphs 1"})


def write(path: Path, graphs: Iterable[ArticleGraph]) -> int:
    """Write graphs in row groups of bounded size and return how many there were."""
    count = 0
    schema = _schema()
    with pq.ParquetWriter(path, schema, compression="zstd") as writer:
        for portion in batched(graphs, _ROWS):
            writer.write_table(pa.Table.from_pylist([_row(graph) for graph in portion], schema=schema))
            count += len(portion)
    return count


def _row(graph: ArticleGraph) -> Json:
    found = graph_to_json(graph)
    for each in found["entities"]:
        each["properties"] = orjson.dumps(each["properties"]).decode()
    article: Json = found.pop("article")
    return article | found


def read(path: Path) -> Iterator[ArticleGraph]:
    """Yield the graphs of a file, a portion at a time; raises InputError where it holds something else."""
    try:
        with pq.ParquetFile(path) as file:
            for batch in file.iter_batches(batch_size=_ROWS):
                yield from map(_graph, batch.to_pylist())
    except pa.ArrowException as error:
        raise InputError(f"{path} cannot be read as Parquet: {error}", hint="Write it again with `entente transform`.") from error


def count(path: Path) -> int:
    """Return how many graphs a file says it holds; none where it says nothing readable."""
    try:
        return int(pq.read_metadata(path).num_rows)
    except pa.ArrowException:
        return 0


def _graph(row: dict[str, Any]) -> ArticleGraph:
    article = {name: row.pop(name, None) for name in _ARTICLE}
    for each in row.get("entities") or ():
        each["properties"] = orjson.loads(each["properties"])
    return graph_from_json({"article": article} | row)
