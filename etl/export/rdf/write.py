"""Writes RDF to a file, whole or not at all, or to standard output."""

import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import IO

from pyoxigraph import Quad, serialize

from etl.errors import ExportError
from etl.export.rdf.formats import Format, format_of
from etl.export.rdf.knowledge import Knowledge, Streams, from_graphs, from_store, surer
from etl.export.rdf.quads import PREFIXES, direct, quads
from etl.model import ArticleGraph


@dataclass(frozen=True, slots=True)
class Counts:
    """How much was written; `quarantined` names the documents that do not fit the ontology and were left out."""

    articles: int
    entities: int
    statements: int
    evidence: int
    quads: int
    quarantined: tuple[str, ...]


def write_rdf(
    source: Iterable[ArticleGraph] | Streams,
    out: str | Path | IO[bytes],
    format: str | None = None,  # noqa: A002
    least: float = 0.0,
) -> Counts:
    """Write what a store or article graphs hold as RDF to the file `out`, to standard output ("-") or to an open file.

    Passages of less confidence than `least` are left out, with what only they support.
    The format follows from the ending of the file where `format` is None. Raises ExportError for an unknown format and for
    a target that cannot be written; a file that stood there before is kept then.
    """
    wanted = format_of(out if isinstance(out, str) else str(out) if isinstance(out, Path) else "", format)
    known = from_store(source) if isinstance(source, Streams) else from_graphs(source)
    known = surer(known, least) if least else known
    if isinstance(out, str | Path):
        number = _to_standard_output(known, wanted) if str(out) == "-" else _to_file(known, Path(out), wanted)
    else:
        number = _serialize(known, out, wanted)
    return Counts(
        len(known.articles), len(known.entities), len(known.statements), len(known.evidence), number, tuple(known.quarantined)
    )


def _to_standard_output(known: Knowledge, wanted: Format) -> int:
    number = _serialize(known, sys.stdout.buffer, wanted)
    sys.stdout.buffer.flush()
    return number


def _to_file(known: Knowledge, target: Path, wanted: Format) -> int:
    """Write beside the target and rename, so that no half-written file ever has its name."""
    try:
        with tempfile.NamedTemporaryFile(dir=target.parent, prefix=f".{target.name}.", delete=False) as out:
            draft = Path(out.name)
            try:
                number = _serialize(known, out, wanted)
                out.close()
                draft.chmod(0o644)
                draft.replace(target)
            except BaseException:
                draft.unlink(missing_ok=True)
                raise
    except OSError as error:
        raise ExportError(
            f"{target} cannot be written: {error.strerror or error}", hint="Give a file in a folder that exists."
        ) from error
    return number


def _serialize(known: Knowledge, out: IO[bytes], wanted: Format) -> int:
    counted = _Counted(chain(direct(known), quads(known)))
    written = counted if wanted.graphs else (each.triple for each in counted)
    serialize(written, out, wanted.writer, prefixes=PREFIXES)
    return counted.number


class _Counted:
    """Passes quads on and counts them."""

    def __init__(self, source: Iterator[Quad]) -> None:
        self._source = source
        self.number = 0

    def __iter__(self) -> Iterator[Quad]:
        for each in self._source:
            self.number += 1
            yield each
