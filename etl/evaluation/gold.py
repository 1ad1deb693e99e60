"""Gold files: JSON Lines of annotated documents in one of the known forms."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from etl.errors import InputError
from etl.evaluation import gum, plover, ranges, re3d
from etl.evaluation.kinds import FACTS, Fact, Kind

_HINT = "Give JSON Lines of annotated articles: an id, a text and the facts in the form that `entente facts` prints."


@dataclass(frozen=True, slots=True)
class Form:
    """A form of gold: its kinds of fact, how a line is recognised, and how gold and fact sheet become comparable."""

    name: str
    kinds: tuple[Kind, ...]
    recognises: Callable[[Fact], bool]
    prepare: Callable[[Fact, Fact], tuple[Fact, Fact]]
    dated: bool = True


def _is_sheet(line: Fact) -> bool:
    return isinstance(line.get("nations"), list) and isinstance(line.get("events"), list)


FORMS = (
    Form("facts", FACTS, _is_sheet, ranges.prepare),
    # All dates of the PLOVER records are placeholders.
    Form("plover", plover.KINDS, plover.recognises, plover.prepare, dated=False),
    Form("gum", gum.KINDS, gum.recognises, gum.prepare),
    Form("re3d", re3d.KINDS, re3d.recognises, re3d.prepare, dated=False),
)


@dataclass(frozen=True, slots=True)
class Dataset:
    """A gold file: its name, its form, and its lines by a key, which is the id (a second one gets a number)."""

    name: str
    path: Path
    form: Form
    lines: dict[str, Fact]


def datasets(paths: Sequence[str | Path]) -> list[Dataset]:
    """Read gold files and the gold files in folders; other files in folders are passed over.

    Raises InputError for a path that does not exist, a file in no known form, and where nothing is left.
    """
    found = [each for path in paths for each in _below(Path(path))]
    if not found:
        raise InputError(f"there is no gold file in {', '.join(map(str, paths))}", hint=_HINT)
    names = [each.name for each in found]
    return [each if names.count(each.name) == 1 else replace(each, name=each.path.as_posix()) for each in found]


def _below(path: Path) -> Iterator[Dataset]:
    if not path.is_dir():
        yield _dataset(path, read_lines(path))
        return
    for each in sorted(path.glob("*.jsonl")):
        lines = read_lines(each)
        if lines and _form(lines[0]):
            yield _dataset(each, lines)


def _dataset(path: Path, lines: list[Fact]) -> Dataset:
    form = _form(lines[0]) if lines else None
    if form is None:
        raise InputError(f"{str(path)!r} holds no gold of a known form", hint=_HINT)
    for number, line in enumerate(lines, 1):
        if not form.recognises(line):
            raise InputError(f"{path}, article {number}: not gold in the form of the articles before it", hint=_HINT)
    return Dataset(path.stem, path, form, dict(zip(keys(lines), lines, strict=True)))


def _form(line: Fact) -> Form | None:
    return next((form for form in FORMS if form.recognises(line)), None)


def keys(lines: Iterable[Fact]) -> list[str]:
    """Return the id of each line; a second line of the same id is told apart by a number."""
    seen: dict[str, int] = {}
    found = []
    for line in lines:
        name = str(line.get("id", ""))
        seen[name] = seen.get(name, 0) + 1
        found.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return found


def read_lines(path: Path) -> list[dict[str, Any]]:
    """Read a file of JSON objects, one a line; raises InputError with the line that is none."""
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "not UTF-8"
        raise InputError(f"the file {str(path)!r} cannot be read: {reason}", hint=_HINT) from error
    return [_object(line, f"{path}:{number}") for number, line in enumerate(text.split("\n"), 1) if line.strip()]


def _object(line: str, where: str) -> dict[str, Any]:
    try:
        found = json.loads(line)
    except ValueError as error:
        raise InputError(f"{where} is not JSON: {error}", hint=_HINT) from error
    if not isinstance(found, dict):
        raise InputError(f"{where} is not a JSON object", hint=_HINT)
    return found
