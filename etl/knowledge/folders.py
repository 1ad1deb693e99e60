"""Which folders of knowledge are in use, and the tables that they and the shipped files make together."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import cast

from etl.errors import KnowledgeError
from etl.knowledge.tables import GAZETTEER, LEXICON, Row, header, key_of, nearest, read
from etl.resources import schema

_used: tuple[Path, ...] = ()
_forget: list[Callable[[], None]] = []


def folders() -> tuple[Path, ...]:
    """Return the folders that are in use beside the shipped one."""
    return _used


@contextmanager
def given(*added: Path) -> Iterator[None]:
    """Read with the knowledge of the folders `added` until the block ends; without any, with what is in use.

    Raises KnowledgeError naming file, line and column where a folder does not hold what it should.
    """
    global _used
    before = _used
    if added:
        _switch(added)
    try:
        for folder in added:
            _check(folder)
        yield
    finally:
        if _used != before:
            _switch(before)


def remembered[**P, T](function: Callable[P, T]) -> Callable[P, T]:
    """Keep what a function returns for as long as the knowledge in use stays the same."""
    kept = cache(function)
    _forget.append(kept.cache_clear)
    return cast(Callable[P, T], kept)


@remembered
def table(part: str, name: str) -> tuple[Row, ...]:
    """Return the rows of the file `name` of the gazetteer or the lexicon, those of the folders in use first.

    First because of two rules that fit, and of two meanings of one name, the first is taken.
    """
    rows, *added = (tuple(read(file, _columns(part, name))) for file in sources(part, name))
    for extra in added:
        by_key = {key_of(name, row): row for row in extra}
        known = {key_of(name, row) for row in rows}
        fresh = (row for key, row in by_key.items() if key not in known)
        rows = (*fresh, *(by_key.get(key_of(name, row), row) for row in rows))
    return rows


def sources(part: str, name: str) -> tuple[Path, ...]:
    """Return the files that make up a table: the shipped one, then those of the folders in use."""
    extra = (folder / part / f"{name}.csv" for folder in _used)
    return _shipped(part, name), *(file for file in extra if file.is_file())


def _shipped(part: str, name: str) -> Path:
    file = schema(part, f"{name}.csv")
    if not file.is_file():
        raise KnowledgeError(f"the file {file} is missing", hint="Reinstall entente.")
    return file


def _columns(part: str, name: str) -> list[str]:
    return header(_shipped(part, name))


def _switch(used: tuple[Path, ...]) -> None:
    global _used
    _used = used
    for forget in _forget:
        forget()


def _check(folder: Path) -> None:
    """Raise KnowledgeError where `folder` is none, or holds a file that nothing would read."""
    if not folder.is_dir():
        raise KnowledgeError(f"there is no folder {str(folder)!r}", hint="--knowledge names a folder; see docs/knowledge.md.")
    found = [(part, file) for part in (GAZETTEER, LEXICON) for file in sorted((folder / part).glob("*.csv"))]
    if not found:
        raise KnowledgeError(
            f"the folder {str(folder)!r} holds no knowledge",
            hint=f"It should have files {GAZETTEER}/*.csv or {LEXICON}/*.csv, named as those in {schema()}.",
        )
    for part, file in found:
        known = [each.stem for each in schema(part).glob("*.csv")]
        if file.stem not in known:
            raise KnowledgeError(
                f"{file} has a name that nothing reads",
                hint=nearest(file.stem, known) or f"The files of {part} are {', '.join(sorted(known))}.",
            )
        _check_keys(file)


def _check_keys(file: Path) -> None:
    """Raise KnowledgeError for a row without a key, or with that of a row above."""
    seen: dict[tuple[str, ...], Row] = {}
    for row in read(file, _columns(file.parent.name, file.stem)):
        key = key_of(file.stem, row)
        if not key[0]:
            raise KnowledgeError(f"{row.where}: the first cell is empty", hint="Every row needs one of its own.")
        if key in seen:
            raise KnowledgeError(
                f"{row.where}: {', '.join(filter(None, key))} stands in line {seen[key].line} too", hint="Keep one of the two."
            )
        seen[key] = row
