"""How many articles the paths hold, for progress: counted where that is quick, estimated or unknown where it is not."""

import gzip
from collections.abc import Sequence
from pathlib import Path

from etl.extract import sources
from etl.extract.sources import BROKEN, Source
from etl.model import Skipped

_COUNTED = 64 * 2**20
_PORTION = 2**20


def count(paths: Sequence[str | Path]) -> int | None:
    """Return about how many articles `read` will meet; None where only reading tells (standard input, pipes, huge dumps).

    Raises InputError for a path that does not exist.
    """
    counts = [1 if isinstance(each, Skipped) else _count(each) for each in sources.find(paths)]
    known = [each for each in counts if each is not None]
    return sum(known) if len(known) == len(counts) else None


def _count(source: Source) -> int | None:
    if source.path is None or not source.path.is_file():
        return None
    if source.kind == "text":
        return 1
    try:
        size = source.path.stat().st_size
        with sources.opened(source) as stream:
            if size <= _COUNTED:
                return sum(1 for line in stream if line.strip()) if source.kind == "lines" else 1
            sample = stream.read(_PORTION)
            packed = isinstance(stream.raw, gzip.GzipFile)
            return None if packed else size * sample.count(b"\n") // len(sample)
    except BROKEN:
        return 1
