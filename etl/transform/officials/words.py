"""The word lists of names and offices, from `schema/lexicon/office_words.csv`."""

from etl.transform.lexicon import words


def among(kind: str) -> frozenset[str]:
    """Return the words filed under `kind`."""
    return words("office_words")[kind]
