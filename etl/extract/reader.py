"""Reading: from the paths a user gives to articles, one after the other, with a reason for each that could not be read."""

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from etl.extract import jsonlines, sources, streams, textfile
from etl.extract.decoding import SAMPLE, binary
from etl.extract.sources import BROKEN, Source
from etl.model import Article, Skipped

_NO_FIELDS: Mapping[str, str] = {}


def read(
    paths: Sequence[str | Path], *, fields: Mapping[str, str] = _NO_FIELDS, stdin: BinaryIO | None = None
) -> Iterator[Article | Skipped]:
    """Yield the articles of files, folders and standard input ("-"), in the order given, and what had to be skipped.

    `fields` maps our names of the fields of JSON Lines to theirs, as {"text": "body", "source": "source.name"}. `stdin` is
    read for "-" in place of the standard input of the process. Raises InputError at once for a path that does not exist and
    for a field that articles do not have; whatever is wrong inside the inputs is yielded as Skipped.
    """
    jsonlines.mapping(fields)
    found = sources.find(paths)
    return chain.from_iterable(_read(each, fields, stdin) for each in found)


def _read(source: Source | Skipped, fields: Mapping[str, str], stdin: BinaryIO | None) -> Iterator[Article | Skipped]:
    if isinstance(source, Skipped):
        yield source
        return
    number = 0
    try:
        with sources.opened(source, stdin) as stream:
            for article in _articles(stream, source, fields):
                number += 1
                yield article
            if not number:
                yield Skipped(source.name, "an empty file" if source.path else "no input")
    except BROKEN as error:
        after = f" after {number} articles" if number else ""
        yield Skipped(source.name, f"cannot be read{after}: {getattr(error, 'strerror', None) or error}")


def _articles(stream: io.BufferedReader, source: Source, fields: Mapping[str, str]) -> Iterator[Article | Skipped]:
    head = stream.peek(SAMPLE)[:SAMPLE]
    what = binary(head)
    if what:
        yield Skipped(source.name, f"{what}, no text")
        return
    if source.kind == "lines":
        yield from jsonlines.articles(streams.lines(stream), source.name, fields)
    elif source.kind == "text":
        yield from _text(streams.whole(stream), source)
    else:
        yield from _sniffed(stream, source, fields)


def _text(data: bytes, source: Source) -> Iterator[Article | Skipped]:
    if data:
        yield textfile.article(data, source.name, named=source.path is not None)


def _sniffed(stream: io.BufferedReader, source: Source, fields: Mapping[str, str]) -> Iterator[Article | Skipped]:
    """Read an input whose name says nothing: JSON Lines where its first line begins an object, else one text."""
    lines = streams.lines(stream)
    seen: list[bytes] = []
    for line in lines:
        seen.append(line)
        if line.strip() or len(seen) > SAMPLE:
            break
    first = seen[-1].strip() if seen else b""
    if first.startswith(b"{") and first != b"{":
        yield from jsonlines.articles(chain(seen, lines), source.name, fields)
    elif first[:1] in (b"{", b"[") and _is_json(first):
        yield Skipped(source.name, "one JSON document, not JSON Lines (jq -c '.[]' makes lines of a list)")
    else:
        yield from _text(_joined(chain(seen, lines)), source)


def _is_json(first: bytes) -> bool:
    return first in (b"{", b"[") or first.startswith((b'["', b"[{", b"[ {"))


def _joined(lines: Iterable[bytes]) -> bytes:
    """Return the lines as one text, or as much of it as is enough to see that it is longer than the limit."""
    parts: list[bytes] = []
    size = 0
    for line in lines:
        parts.append(line)
        size += len(line)
        if size > streams.LIMIT:
            break
    return b"".join(parts)
