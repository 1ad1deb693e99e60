"""Which folders of knowledge are in use, and the tables that they and the shipped files make together."""

from collections.abc import Callable
from functools import cache, lru_cache
from pathlib import Path
from typing import cast

from etl.errors import KnowledgeError
from etl.knowledge.tables import Row, header, key_of, read
from etl.resources import schema

_used: tuple[Path, ...] = ()
_forget: list[Callable[[], None]] = []


def folders() -> tuple[Path, ...]:
    """Return the folders that are in use beside the shipped one."""
    return _used


def use(*used: Path) -> None:
    """Read with the knowledge of these folders from now on, and forget what was read before."""
    global _used
    if used != _used:
        _used = used
        for forget in _forget:
            forget()


def remembered[**P, T](function: Callable[P, T], most: int | None = None) -> Callable[P, T]:
    """Keep what a function returns, at most so many answers, for as long as the knowledge in use stays the same."""
    kept = lru_cache(most)(function)
    _forget.append(kept.cache_clear)
    return cast(Callable[P, T], kept)


@remembered
def table(part: str, name: str) -> tuple[Row, ...]:
    """Return the rows of the file `name` of the gazetteer or the lexicon, those of the folders in use first.

    First because of two rules that fit the first is taken.
    """
    rows = shipped(part, name)
    for file in sources(part, name)[1:]:
        by_key = {key_of(name, row): row for row in read(file, columns(part, name))}
        known = {key_of(name, row) for row in rows}
        fresh = (row for key, row in by_key.items() if key not in known)
        rows = (*fresh, *(by_key.get(key_of(name, row), row) for row in rows))
    return rows


@cache
def shipped(part: str, name: str) -> tuple[Row, ...]:
    """Return the rows of the file `name` that ships with Entente."""
    return tuple(read(_shipped(part, name), columns(part, name)))


def sources(part: str, name: str) -> tuple[Path, ...]:
    """Return the files that make up a table: the shipped one, then those of the folders in use."""
    extra = (folder / part / f"{name}.csv" for folder in _used)
    return _shipped(part, name), *(file for file in extra if file.is_file())


def _shipped(part: str, name: str) -> Path:
    file = schema(part, f"{name}.csv")
    if not file.is_file():
        raise KnowledgeError(f"the file {file} is missing", hint="Reinstall entente.")
    return file


def columns(part: str, name: str) -> list[str]:
    """Return the columns that the file `name` has to have."""
    return header(_shipped(part, name))
