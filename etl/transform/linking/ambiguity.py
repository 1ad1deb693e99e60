"""Decisions on ambiguous surfaces ("Georgia", "Jordan", "Washington"), taken from `gazetteer/ambiguous.csv`."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Span

from etl.gazetteer.rows import Ambiguity

NONE = "none"


@dataclass(frozen=True, slots=True)
class _Rule:
    condition: str
    pattern: re.Pattern[str]
    reading: str


class Decider:
    """Says what a surface reads as in its sentence; None where no row speaks of it."""

    def __init__(self, rows: Iterable[Ambiguity]) -> None:
        self._rules: dict[str, list[_Rule]] = {}
        self._default: dict[str, str] = {}
        for row in rows:
            if row.condition == "default":
                self._default[row.surface] = row.reading
            elif row.condition != "longer":
                rule = _Rule(row.condition, re.compile(row.context), row.reading)
                self._rules.setdefault(row.surface, []).append(rule)

    def reading(self, span: Span) -> str | None:
        """Return the code that `span` stands for, "none" for no entity, or None where nothing was decided."""
        surface = span.text
        for rule in self._rules.get(surface, ()):
            if _holds(rule, span):
                return rule.reading
        return self._default.get(surface)


def _holds(rule: _Rule, span: Span) -> bool:
    doc = span.doc
    before = doc[max(0, span.start - 3) : span.start].text
    after = doc[span.end : span.end + 4].text
    match rule.condition:
        case "before":
            return re.search(rf"(?:{rule.pattern.pattern})\W*$", before) is not None
        case "after":
            return re.match(rf"\W*(?:{rule.pattern.pattern})", after) is not None
        case "person":
            near = (doc[span.start - 1].text if span.start else "", doc[span.end].text if span.end < len(doc) else "")
            return any(rule.pattern.fullmatch(word) for word in near)
        case _:
            return rule.pattern.search(span.sent.text) is not None
