"""Names as they are compared: without accents, case, dots and articles, and an acronym as its full name."""

import re
import unicodedata
from collections.abc import Iterable

from etl import knowledge

_CODE = re.compile(r"^[A-Z]{3}$")
_NO_POSITION = frozenset({"of", "the", "for", "and", "to", "s", "former", "acting", "deputy"})


def fold(text: str | None) -> str:
    """Return a name in the form in which names are compared."""
    plain = unicodedata.normalize("NFKD", text or "").encode("ascii", "ignore").decode().casefold()
    plain = re.sub(r"[^a-z0-9 -]", "", plain.replace("u.n.", "un").replace("e.u.", "eu"))
    return re.sub(r"^the ", "", re.sub(r"\s+", " ", plain)).strip()


@knowledge.remembered
def _same_organizations() -> dict[str, str]:
    """Return for each known name of an organisation what stands for all its names (schema/lexicon/same_organizations.csv)."""
    return {fold(row["name"]): row["organization"] for row in knowledge.table(knowledge.LEXICON, "same_organizations")}


def organization(name: str | None) -> str:
    """Return what stands for an organisation, by whatever name it goes."""
    return _same_organizations().get(fold(name), fold(name))


def is_code(name: str) -> bool:
    """Say whether a name is the code of a nation."""
    return bool(_CODE.match(name))


def actor(name: str) -> str:
    """Return what stands for an actor: the code of a nation, or an organisation or group by name."""
    return name if is_code(name) else organization(name)


def actors(names: Iterable[str] | None) -> set[str]:
    """Return what stands for each of the actors."""
    return {actor(each) for each in names or ()}


def same_person(one: str | None, other: str | None) -> bool:
    """Say whether two names may mean one person: first and last name agree, the order differs, or one is the surname alone."""
    x, y = (fold(each).replace("-", " ").split() for each in (one, other))
    if not x or not y:
        return False
    ends = (x[0], x[-1]) == (y[0], y[-1])
    surname = min(len(x), len(y)) == 1 and x[-1] == y[-1]
    return ends or surname or set(x) == set(y)


def same_position(one: str | None, other: str | None) -> bool:
    """Say whether two titles share at least half of their words."""
    x, y = (set(fold(each).split()) - _NO_POSITION for each in (one, other))
    return bool(x and y) and 2 * len(x & y) >= len(x | y)
