"""JSON Lines: one article a line, in fields of our names or of theirs."""

import json
from collections.abc import Iterable, Iterator, Mapping

from etl.errors import InputError
from etl.extract.dates import day
from etl.extract.decoding import decode
from etl.extract.repair import line as one_line
from etl.extract.repair import repair
from etl.extract.sources import STDIN
from etl.extract.streams import LIMIT
from etl.extract.textfile import content_named
from etl.model import Article, Skipped

FIELDS = ("id", "date", "title", "text", "source", "url")


def mapping(fields: Mapping[str, str]) -> dict[str, str]:
    """Return for each of our fields the name it has in the input; raises InputError for a field that we do not have."""
    for ours in fields:
        if ours not in FIELDS:
            raise InputError(f"articles have no field {ours!r}", hint=f"Map one of {', '.join(FIELDS)}, as in text=body.")
    return {ours: fields.get(ours, ours) for ours in FIELDS}


def articles(lines: Iterable[bytes], name: str, fields: Mapping[str, str]) -> Iterator[Article | Skipped]:
    """Yield one article or one reason for each line that is not blank."""
    theirs = mapping(fields)
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _article(line, name, f"{name}:{number}", theirs)


def _article(line: bytes, name: str, where: str, theirs: Mapping[str, str]) -> Article | Skipped:
    if len(line) > LIMIT:
        return Skipped(where, f"a line longer than {LIMIT // 2**20} MiB")
    try:
        # Control characters inside a string are forgiven here and removed by the repair.
        found = json.loads(decode(line), strict=False)
    except (ValueError, RecursionError) as error:
        return Skipped(where, f"broken JSON: {_reason(error)}")
    if not isinstance(found, dict):
        return Skipped(where, f"not a JSON object but {json.dumps(found)[:40]}")
    values = {ours: _value(found, key) for ours, key in theirs.items()}
    text = values["text"]
    if not isinstance(text, str) or not (text := repair(text)).strip():
        return Skipped(where, f"no text in the field {theirs['text']!r}")
    return _built(values, text, name)


def _reason(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg} at column {error.colno}"
    return "nested too deeply" if isinstance(error, RecursionError) else str(error).partition(":")[0]


def _value(found: Mapping[str, object], key: str) -> object:
    """Return the value of `key`, which may lead into nested objects by dots: "source.name"."""
    if key in found:
        return found[key]
    value: object = found
    for part in key.split("."):
        value = value.get(part) if isinstance(value, dict) else None
    return value


def _built(values: Mapping[str, object], text: str, name: str) -> Article:
    url = one_line(values["url"])
    document = one_line(values["id"]) or url
    article = Article(
        document=document or name,
        text=text,
        date=day(values["date"]),
        title=one_line(values["title"]),
        source=one_line(values["source"]),
        url=url,
    )
    return article if document else content_named(article, "stdin" if name == STDIN else name)
