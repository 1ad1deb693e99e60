"""The inputs that the arguments name: files, folders and standard input, and how each is opened."""

import gzip
import io
import os
import sys
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import BinaryIO, Literal, cast

from etl.errors import InputError
from etl.model import Skipped

type Kind = Literal["text", "lines", "unknown"]

STDIN = "-"
# What a stream raises where its file is damaged or taken away.
BROKEN = (OSError, EOFError, zlib.error)
_KINDS: dict[str, Kind] = {
    ".txt": "text",
    ".text": "text",
    ".md": "text",
    ".markdown": "text",
    ".jsonl": "lines",
    ".ndjson": "lines",
}


@dataclass(frozen=True, slots=True)
class Source:
    """One file, or standard input where `path` is None; `name` is its path as the user knows it."""

    path: Path | None
    name: str
    kind: Kind


def find(paths: Sequence[str | Path]) -> Iterator[Source | Skipped]:
    """Yield the inputs below `paths`: folders are searched to the bottom, in alphabetical order, without hidden files.

    Raises InputError for the first path that does not exist, before anything is read.
    """
    for path in paths:
        if str(path) != STDIN and not Path(path).exists():
            raise InputError(f"there is no file or folder {str(path)!r}", hint="Check the path, or give - for standard input.")
    return (source for path in paths for source in _below(path))


def _below(path: str | Path) -> Iterator[Source | Skipped]:
    if str(path) == STDIN:
        yield Source(None, STDIN, "unknown")
    elif not Path(path).is_dir():
        yield Source(Path(path), readable(Path(path)), kind_of(Path(path).name))
    else:
        yield from map(_found, _files(Path(path)))


def _files(folder: Path) -> Iterator[Path]:
    for parent, folders, names in folder.walk():
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (parent / name for name in sorted(names) if not name.startswith(".") and (parent / name).is_file())


def _found(path: Path) -> Source | Skipped:
    kind = kind_of(path.name)
    if kind == "unknown":
        return Skipped(
            readable(path), "not a file of a kind that is read in folders (.txt, .md, .jsonl, .ndjson, or these with .gz)"
        )
    return Source(path, readable(path), kind)


def readable(path: Path) -> str:
    """Return a path as text that can be written anywhere, with forward slashes."""
    return os.fsencode(path.as_posix()).decode("utf-8", "replace")


def kind_of(name: str) -> Kind:
    """Return how a file of this name is read."""
    return _KINDS.get(PurePosixPath(name.lower().removesuffix(".gz")).suffix, "unknown")


@contextmanager
def opened(source: Source, stdin: BinaryIO | None = None) -> Iterator[io.BufferedReader]:
    """Open an input for reading bytes, unpacked where it is packed with gzip."""
    if source.path is None:
        yield from _kept_open(stdin or sys.stdin.buffer)
    else:
        with source.path.open("rb") as file:
            yield _unpacked(file)


def _kept_open(stream: BinaryIO) -> Iterator[io.BufferedReader]:
    """Yield a stream of the caller's, which must not be closed when the reader around it is collected."""
    if isinstance(stream, io.BufferedReader):
        yield _unpacked(stream)
        return
    buffered: io.BufferedReader = io.BufferedReader(cast(io.RawIOBase, stream))
    try:
        yield _unpacked(buffered)
    finally:
        buffered.detach()


def _unpacked(stream: io.BufferedReader) -> io.BufferedReader:
    if stream.peek(2)[:2] != b"\x1f\x8b":
        return stream
    return io.BufferedReader(cast(io.RawIOBase, gzip.GzipFile(fileobj=stream)))
