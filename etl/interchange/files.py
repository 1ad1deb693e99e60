"""Reading and writing the files between the stages, in the format that the extension names."""

import gzip
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Literal

import orjson

from etl.errors import ExportError, InputError
from etl.interchange.as_json import Json, article_to_json, graph_from_json, graph_to_json
from etl.model import Article, ArticleGraph

type Format = Literal["jsonl", "jsonl.gz", "parquet"]

_FORMATS: dict[str, Format] = {
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".jsonl.gz": "jsonl.gz",
    ".ndjson.gz": "jsonl.gz",
    ".parquet": "parquet",
}
_HINT = "Give a name that ends in .jsonl, .jsonl.gz or .parquet."


def _format(path: Path) -> Format | None:
    return next((form for ending, form in _FORMATS.items() if path.name.lower().endswith(ending)), None)


def check_writable(path: Path) -> None:
    """Raise ExportError where a file of this name cannot be written, before hours of work are done for it."""
    if _format(path) is None:
        raise ExportError(f"no format of graph files goes by the name {path.name!r}", hint=_HINT)
    if not path.parent.is_dir():
        raise ExportError(f"there is no folder {str(path.parent)!r} to write to", hint="Make it first.")


def check_readable(path: Path) -> None:
    """Raise InputError where no graph file of this name can be read."""
    if not path.is_file():
        raise InputError(f"there is no file {str(path)!r}", hint="Write one with `entente transform`.")
    if _format(path) is None:
        raise InputError(f"no format of graph files goes by the name {path.name!r}", hint=_HINT)


def write_graphs(target: Path | BinaryIO, graphs: Iterable[ArticleGraph]) -> int:
    """Write graphs to a file, or to a stream as JSON Lines, and return how many there were; raises ExportError.

    A file appears under its name only when it is complete.
    """
    if isinstance(target, Path):
        check_writable(target)
        if _format(target) == "parquet":
            return _whole(target, lambda part: _parquet_write(part, graphs))
    return _write(target, map(graph_to_json, graphs))


def write_articles(target: Path | BinaryIO, articles: Iterable[Article]) -> int:
    """Write articles as JSON Lines, which `etl.extract.read` reads back, and return how many there were."""
    if isinstance(target, Path) and _format(target) == "parquet":
        raise ExportError(
            f"articles are not written as Parquet: {target.name!r}", hint="Give a name that ends in .jsonl or .jsonl.gz."
        )
    if isinstance(target, Path):
        check_writable(target)
    return _write(target, map(article_to_json, articles))


def read_graphs(source: Path | BinaryIO) -> Iterator[ArticleGraph]:
    """Return the graphs of a file, or of a stream of JSON Lines, one by one; raises InputError naming file and line."""
    if not isinstance(source, Path):
        return _parsed(source, "-")
    check_readable(source)
    return _parquet_read(source) if _format(source) == "parquet" else _lines(source)


def count_graphs(source: Path | BinaryIO) -> int | None:
    """Return how many graphs a file holds, for progress; None where only reading tells."""
    if not isinstance(source, Path) or _format(source) == "jsonl.gz":
        return None
    if _format(source) == "parquet":
        return _parquet_count(source)
    with source.open("rb") as lines:
        return sum(1 for line in lines if line.strip())


def _write(target: Path | BinaryIO, found: Iterable[Json]) -> int:
    if not isinstance(target, Path):
        return _dump(target, found)
    if _format(target) == "jsonl":
        return _whole(target, lambda part: _to_file(part, found))
    return _whole(target, lambda part: _to_packed_file(part, found))


def _whole(path: Path, write: Callable[[Path], int]) -> int:
    """Write beside the target first, so that a broken-off run leaves no half file under its name."""
    part = path.with_name(f".{path.name}.part")
    try:
        count = write(part)
        part.replace(path)
    except OSError as error:
        raise ExportError(f"{str(path)!r} cannot be written: {error.strerror or error}") from error
    finally:
        part.unlink(missing_ok=True)
    return count


def _to_file(path: Path, found: Iterable[Json]) -> int:
    with path.open("wb") as stream:
        return _dump(stream, found)


def _to_packed_file(path: Path, found: Iterable[Json]) -> int:
    # No name and no time in the file: the same graphs give the same bytes.
    with path.open("wb") as stream, gzip.GzipFile("", "wb", fileobj=stream, mtime=0) as packed:
        return _dump(packed, found)


def _dump(stream: BinaryIO | gzip.GzipFile, found: Iterable[Json]) -> int:
    count = 0
    for each in found:
        stream.write(orjson.dumps(each, option=orjson.OPT_APPEND_NEWLINE))
        count += 1
    return count


def _lines(path: Path) -> Iterator[ArticleGraph]:
    with _opened(path) as stream:
        yield from _parsed(stream, str(path))


@contextmanager
def _opened(path: Path) -> Iterator[Iterable[bytes]]:
    try:
        with gzip.open(path) if _format(path) == "jsonl.gz" else path.open("rb") as stream:
            yield stream
    except (OSError, EOFError) as error:
        raise InputError(f"{str(path)!r} cannot be read: {error}") from error


def _parsed(lines: Iterable[bytes], name: str) -> Iterator[ArticleGraph]:
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _graph(line, f"{name}:{number}")


def _graph(line: bytes, where: str) -> ArticleGraph:
    try:
        found = orjson.loads(line)
        return graph_from_json(found if isinstance(found, dict) else {})
    except orjson.JSONDecodeError as error:
        raise InputError(f"{where} is no JSON: {error}", hint="Write the file again with `entente transform`.") from error
    except InputError as error:
        raise InputError(f"{where} is {error.what}", hint=error.hint) from error


def _parquet_write(path: Path, graphs: Iterable[ArticleGraph]) -> int:
    from etl.interchange import parquet  # pyarrow is slow to import and seldom needed

    return parquet.write(path, graphs)


def _parquet_count(path: Path) -> int:
    from etl.interchange import parquet

    return parquet.count(path)


def _parquet_read(path: Path) -> Iterator[ArticleGraph]:
    from etl.interchange import parquet

    return parquet.read(path)
