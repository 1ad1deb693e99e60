"""Nodes of a graph store as the objects that they were loaded from."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from etl.model import Article, Entity, Evidence, RoleSpan, Statement
from etl.ontology import ontology

type Properties = Mapping[str, Any]

_SPAN = re.compile(r"(.+):(\d+)-(\d+)")
_STATED = ("subject", "predicate", "object", "polarity", "modality", "valid_from", "valid_to", "detail")


def entity(labels: Iterable[str], properties: Properties) -> Entity:
    known = dict(sorted(properties.items()))
    return Entity(known.pop("iri"), ontology().class_of(labels), known)


def statement(properties: Properties) -> Statement:
    values: list[Any] = [properties.get(field) for field in _STATED]
    return Statement(*values)


def article(properties: Properties, source: str | None) -> Article:
    """Return an article without its text, which no store keeps."""
    date = str(properties["date"]) if properties.get("date") else None
    return Article(properties["document"], "", date, properties.get("title"), source, properties.get("url"))


def evidence(properties: Properties, supports: Iterable[tuple[int, str]]) -> Evidence:
    """Return evidence with what it supports, each given with its rank."""
    known = {key: value for key, value in properties.items() if key not in {"iri", "spans"}}
    found = (_SPAN.fullmatch(each) for each in properties.get("spans") or ())
    spans = tuple(RoleSpan(each[1], int(each[2]), int(each[3])) for each in found if each)
    return Evidence(tuple(iri for _, iri in sorted(supports)), spans=spans, **known)
