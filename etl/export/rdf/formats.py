"""The formats that RDF is written in, by name and by the ending of a file."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePath

from pyoxigraph import RdfFormat
from rapidfuzz import process

from etl.errors import ExportError


@dataclass(frozen=True, slots=True)
class Format:
    """One format; `graphs` tells whether it keeps the evidence of each article in a named graph of its own."""

    name: str
    extension: str
    graphs: bool
    writer: RdfFormat


FORMATS: Mapping[str, Format] = {
    each.name: each
    for each in (
        Format("turtle", ".ttl", False, RdfFormat.TURTLE),
        Format("ntriples", ".nt", False, RdfFormat.N_TRIPLES),
        Format("trig", ".trig", True, RdfFormat.TRIG),
        Format("nquads", ".nq", True, RdfFormat.N_QUADS),
        Format("jsonld", ".jsonld", True, RdfFormat.JSON_LD),
    )
}


def format_of(target: str, name: str | None) -> Format:
    """Return the format called `name` ("turtle", "ttl", "JSON-LD"), or that of the file `target` where `name` is None.

    Raises ExportError with the formats there are.
    """
    wanted = (name or PurePath(target).suffix).lower().lstrip(".")
    plain = wanted.replace("-", "").replace("_", "").replace(" ", "")
    for each in FORMATS.values():
        if plain in {each.name, each.extension[1:]}:
            return each
    raise _unknown(target, wanted)


def _unknown(target: str, wanted: str) -> ExportError:
    known = ", ".join(f"{each.name} ({each.extension})" for each in FORMATS.values())
    if not wanted:
        return ExportError(f"the name of {target!r} does not say which format to write", hint=f"Give a format: {known}.")
    near = process.extractOne(wanted, list(FORMATS), score_cutoff=60)
    hint = (f"Did you mean {near[0]}? " if near else "") + f"Known: {known}."
    return ExportError(f"{wanted!r} is no format of RDF that Entente writes", hint=hint)
