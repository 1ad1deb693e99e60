"""What the driver returns, as plain Python values."""

import datetime
from collections.abc import Mapping
from typing import Any

from neo4j.graph import Node, Path, Relationship
from neo4j.spatial import Point
from neo4j.time import Date, DateTime, Duration, Time

_SRIDS = {4326: ("longitude", "latitude"), 4979: ("longitude", "latitude", "height"), 7203: ("x", "y"), 9157: ("x", "y", "z")}


def plain(value: Any) -> Any:
    """Return `value` without any type of the driver's.

    Dates and times become those of `datetime` (nanoseconds are cut), durations ISO 8601 text, points a dictionary of their
    coordinates with `srid`, nodes {labels, properties}, relationships {type, properties}, paths {nodes, relationships}, where
    each relationship also has `start` and `end`, the places of its ends in `nodes`. Labels are sorted.
    """
    match value:
        case None | bool() | int() | float() | str() | bytes():
            return value
        case Node():
            return {"labels": sorted(value.labels), "properties": _properties(value)}
        case Relationship():
            return {"type": value.type, "properties": _properties(value)}
        case Path():
            return _path(value)
        case Mapping():
            return {key: plain(each) for key, each in value.items()}
        case Point():
            return _point(value)
        case Duration():  # a tuple too, so it comes first
            return value.iso_format()
        case list() | tuple() | set() | frozenset():
            return [plain(each) for each in value]
        case _:
            return _temporal(value)


def _properties(entity: Node | Relationship) -> dict[str, Any]:
    return {key: plain(value) for key, value in sorted(entity.items())}


def _path(path: Path) -> dict[str, Any]:
    places = {node.element_id: place for place, node in enumerate(path.nodes)}
    return {
        "nodes": [plain(node) for node in path.nodes],
        "relationships": [plain(each) | _ends(each, places) for each in path.relationships],
    }


def _ends(relationship: Relationship, places: Mapping[str, int]) -> dict[str, int]:
    ends = {"start": relationship.start_node, "end": relationship.end_node}
    return {name: places[node.element_id] for name, node in ends.items() if node is not None}


def _point(point: Point) -> dict[str, Any]:
    names = _SRIDS.get(point.srid or 0, ("x", "y", "z"))
    return {"srid": point.srid, **dict(zip(names, map(float, point), strict=False))}


def _temporal(value: Any) -> datetime.date | datetime.time:
    match value:
        case Date() | DateTime() | Time():
            return value.to_native()
        case datetime.date() | datetime.time():
            return value
        case _:
            raise TypeError(f"the store returned a value of an unknown type: {type(value).__name__}")
