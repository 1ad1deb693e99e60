"""Bytes in bounded portions: the lines of a stream of any size, and the whole of a small one."""

import io
from collections.abc import Iterator
from typing import BinaryIO

from etl.extract.decoding import mark

LIMIT = 32 * 2**20


def lines(stream: io.BufferedReader) -> Iterator[bytes]:
    """Yield the lines of a stream as UTF-8; one longer than the limit comes cut to a length above the limit."""
    encoding = mark(stream.peek(4)[:4])
    if encoding is None or encoding == "utf-8-sig":
        stream.read(3 if encoding else 0)
        yield from _bounded(stream)
    else:
        # TextIOWrapper would close the stream of the caller when it is collected.
        wrapped = io.TextIOWrapper(stream, encoding, errors="replace", newline="\n")
        try:
            yield from (line.encode("utf-8", "replace") for line in wrapped)
        finally:
            wrapped.detach()


def _bounded(stream: BinaryIO) -> Iterator[bytes]:
    while line := stream.readline(LIMIT + 1):
        rest = line
        while len(rest) > LIMIT and not rest.endswith(b"\n"):
            rest = stream.readline(LIMIT + 1)
        yield line


def whole(stream: BinaryIO) -> bytes:
    """Return all bytes of a stream, or as many as are enough to see that it is longer than the limit."""
    return stream.read(LIMIT + 1)
