"""Invented gold in the form of the annotation guide, and fact sheets that differ from it in known ways."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

type Line = dict[str, Any]


def line(name: str, text: str = "Nothing happened.", **facts: Any) -> Line:
    """Return one annotated article without any fact but those given."""
    empty: Line = {"nations": [], "officials": [], "organizations": [], "exercises": [], "relations": [], "events": []}
    return {"id": name, "date": "2024-05-16", "text": text} | empty | facts


def event(kind: str, source: Iterable[str], target: Iterable[str] = ()) -> Line:
    return {"type": kind, "source": [*source], "target": [*target]}


def exercise(*participants: str, name: str | None = None, **more: Any) -> Line:
    return {"name": name, "participants": [*participants], "status": "held", "start": None} | more


def official(name: str, position: str = "President", nation: str | None = "FRA") -> Line:
    return {"name": name, "position": position, "nation": nation}


GOLD = [
    line("a", "France and Japan met, and NATO looked on.", nations=["FRA", "JPN"], organizations=["NATO"],
         events=[event("CONSULT", ["FRA", "JPN"])]),
    line("b", "Kenya accused Chad.", nations=["KEN", "TCD"], events=[event("ACCUSE", ["KEN"], ["TCD"])]),
]  # fmt: skip
# "a" lacks Japan and names the organisation in full; "b" has the actors the wrong way round and a nation too many.
SHEETS = [
    line("a", nations=["FRA"], organizations=["North Atlantic Treaty Organization"], events=[event("CONSULT", ["FRA"])]),
    line("b", nations=["FRA", "KEN", "TCD"], events=[event("ACCUSE", ["TCD"], ["KEN"])]),
]


def write(path: Path, lines: Iterable[Line]) -> Path:
    """Write JSON Lines."""
    path.write_text("".join(json.dumps(each) + "\n" for each in lines), "utf-8")
    return path
