"""The head of a text file: YAML between two lines of hyphens, `key: value` lines, or the date at the beginning of the text."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import takewhile

import yaml
from frontmatter.default_handlers import YAMLHandler

from etl.extract.dates import day

_KEYS = {
    "id": "id",
    "date": "date", "published": "date", "publication date": "date", "pubdate": "date",
    "title": "title", "headline": "title",
    "source": "source", "publisher": "source", "publication": "source",
    "url": "url", "link": "url",
    # Known and not kept; they do not end the head.
    "author": "", "authors": "", "byline": "", "section": "", "category": "", "categories": "", "tags": "",
    "keywords": "", "language": "", "lang": "", "updated": "", "modified": "", "description": "",
}  # fmt: skip
_KEY_LINE = re.compile(r"\s*([A-Za-z][A-Za-z _-]{0,20}?)\s*:(?:[ \t]+(.*))?")
_DATE_LINE = re.compile(r"\s*(?:date:?\s+)?(\d{4}-\d{2}-\d{2})\s*", re.IGNORECASE)
_DATELINE = re.compile(r"\s*(?:date:?\s+)?(\d{4}-\d{2}-\d{2})\s+(?=\S)", re.IGNORECASE)
_YAML = YAMLHandler()


@dataclass(frozen=True, slots=True)
class Head:
    """What the head of a text says about it, and the text itself."""

    body: str
    fields: Mapping[str, object] = field(default_factory=dict)


def split(text: str) -> Head:
    """Return the head and the body of a text file.

    A date that stands at the beginning of the first line of prose ("date 2025-07-12 As the …") stays in the body, so that
    offsets count in the text as it was given. Any other head is taken off, with the blank lines around it.
    """
    return _yaml(text) or _lines(text) or _dateline(text)


def _yaml(text: str) -> Head | None:
    if not text.lstrip().startswith("---"):
        return None
    try:
        head, body = _YAML.split(text.lstrip())
    except ValueError:
        return None
    fields = _known(_loaded(head))
    return Head(body.strip("\n"), fields) if fields else None


def _loaded(head: str) -> Mapping[object, object]:
    """Return the keys of a YAML head; one that is no YAML ("title: Moscow: no talks") is read line by line."""
    try:
        loaded = yaml.safe_load(head)
    except (yaml.YAMLError, ValueError, RecursionError):
        loaded = dict(filter(None, map(_pair, head.splitlines())))
    return loaded if isinstance(loaded, dict) else {}


def _known(pairs: Mapping[object, object]) -> dict[str, object]:
    named = ((_KEYS.get(str(key).lower().replace("_", " ")), value) for key, value in pairs.items() if isinstance(key, str))
    return {name: value for name, value in named if name is not None and value is not None}


def _lines(text: str) -> Head | None:
    lines = text.lstrip().split("\n")
    read = list(takewhile(bool, map(_pair, lines)))
    fields = _known(dict(reversed([pair for pair in read if pair])))
    return Head("\n".join(lines[len(read) :]).strip("\n"), fields) if any(fields) else None


def _pair(line: str) -> tuple[str, str] | None:
    """Read one line of a head; prose that happens to begin with a known word and a colon is no such line."""
    dated = _DATE_LINE.fullmatch(line)
    if dated:
        return "date", dated[1]
    matched = _KEY_LINE.fullmatch(line)
    key = matched[1].lower().replace("_", " ") if matched else ""
    if not matched or key not in _KEYS:
        return None
    value = (matched[2] or "").strip().strip("\"'")
    if _KEYS[key] == "date" and day(value) is None and (len(value) > 40 or _DATELINE.match(value)):
        return None
    return key, value


def _dateline(text: str) -> Head:
    matched = _DATELINE.match(text)
    return Head(text, {"date": matched[1]} if matched else {})
