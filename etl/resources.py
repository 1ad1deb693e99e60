"""Where the data folders `schema/` and `cypher/` are: inside the wheel, or beside the package in a checkout."""

from functools import cache
from pathlib import Path

from etl.errors import KnowledgeError

_PACKAGE = Path(__file__).resolve().parent


@cache
def data_folder(name: str) -> Path:
    """Return the folder `name` ("schema" or "cypher"); raises KnowledgeError when the installation lacks it."""
    for folder in (_PACKAGE / "_data" / name, _PACKAGE.parent / name):
        if folder.is_dir():
            return folder
    raise KnowledgeError(f"the data folder {name!r} is missing beside {_PACKAGE}", hint="Reinstall entente.")


def schema(*parts: str) -> Path:
    """Return a path below `schema/`."""
    return data_folder("schema").joinpath(*parts)


def cypher(*parts: str) -> Path:
    """Return a path below `cypher/`."""
    return data_folder("cypher").joinpath(*parts)
