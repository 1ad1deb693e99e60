"""Whether a person is spoken of as "he" or "she", where the name, a title or an office tells."""

from etl import ids
from etl.transform.lexicon import words
from etl.transform.reading import Person

_PRONOUNS = {
    "he": frozenset({"he", "him", "his", "himself"}),
    "she": frozenset({"she", "her", "hers", "herself"}),
}
PERSONS = _PRONOUNS["he"] | _PRONOUNS["she"]


def suits(pronoun: str, person: Person | None) -> bool:
    """Say whether a pronoun may stand for a person; it may where nothing tells."""
    told = gender(person) if person is not None else None
    return told is None or pronoun in _PRONOUNS[told]


def gender(person: Person) -> str | None:
    """Return "he" or "she", None where neither an office nor the given name tells."""
    lists = words("given_names")
    named = {word for office in person.offices for word in office.title.lower().split()}
    first = ids.fold(person.name.split()[0]) if person.name.split() else ""
    by_title = next((told for told in _PRONOUNS if named & lists[f"{told}-title"]), None)
    return by_title or (next((told for told in _PRONOUNS if first in lists[told]), None) if " " in person.name else None)
