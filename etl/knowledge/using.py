"""Taking folders of knowledge into use, when what they hold can be right."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from etl.errors import KnowledgeError
from etl.knowledge.columns import faults
from etl.knowledge.folders import columns, folders, use
from etl.knowledge.tables import GAZETTEER, LEXICON, Row, key_of, nearest, read
from etl.resources import schema


@contextmanager
def given(*added: Path) -> Iterator[None]:
    """Read with the knowledge of the folders `added` until the block ends; without any, with what is in use.

    Raises KnowledgeError naming file, line and column where a folder does not hold what it should.
    """
    with opened(*added) as files:
        for file in files:
            for row in read(file, columns(file.parent.name, file.stem)):
                for fault in faults(file.stem, row):
                    raise KnowledgeError(f"{row.where}: {fault.what}", hint=fault.hint)
        yield


@contextmanager
def opened(*added: Path) -> Iterator[list[Path]]:
    """Take folders into use without a look at their cells, and give their files."""
    before = folders()
    if added:
        use(*added)
    try:
        yield [file for folder in added for file in _files(folder)]
    finally:
        use(*before)


def _files(folder: Path) -> list[Path]:
    """Return the files of a folder; raises KnowledgeError where it is none, or holds a file that nothing would read."""
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
    return [file for _, file in found]


def _check_keys(file: Path) -> None:
    """Raise KnowledgeError for a row without a key, or with that of a row above."""
    seen: dict[tuple[str, ...], Row] = {}
    for row in read(file, columns(file.parent.name, file.stem)):
        key = key_of(file.stem, row)
        if not key[0]:
            raise KnowledgeError(f"{row.where}: the first cell is empty", hint="Every row needs one of its own.")
        if key in seen:
            raise KnowledgeError(
                f"{row.where}: {', '.join(filter(None, key))} stands in line {seen[key].line} too", hint="Keep one of the two."
            )
        seen[key] = row
