"""The identifiers of the graph: IRIs made from the fewest stable fields.

Same input, same IRI: no random part, no clock, no database id. Hashes are the first 16 hexadecimal digits of SHA-256
over the UTF-8 fields joined by U+001F, which no cleaned text contains.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterable

BASE = "https://w3id.org/entente/id/"
ONTOLOGY = "https://w3id.org/entente/ontology#"

# Letters that NFKD leaves whole; without them "Łódź" and "Lodz" would differ.
_LETTERS = str.maketrans({"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ß": "ss", "æ": "ae", "Æ": "AE",
                          "œ": "oe", "ı": "i", "ð": "d", "þ": "th"})  # fmt: skip


def fold(text: str) -> str:
    """Return `text` in lower-case ASCII letters, digits and single spaces, for comparing names."""
    plain = unicodedata.normalize("NFKD", text.translate(_LETTERS)).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", " ", plain.replace("'", "").replace(".", "")).strip()


def slug(text: str) -> str:
    """Return `text` as lower-case ASCII words joined by hyphens; text of another script keeps a hash of itself."""
    return fold(text).replace(" ", "-") or digest(text)


def digest(*fields: str | None) -> str:
    """Return the hash of `fields`: 16 hexadecimal digits."""
    joined = "\x1f".join(field or "" for field in fields)
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def iri(*path: str) -> str:
    """Return the IRI of a path below the base, as `iri("nation", "RUS")`."""
    return BASE + "/".join(path)


def path_of(iri: str) -> str:
    """Return the part of `iri` after the base: "nation/RUS"."""
    return iri.removeprefix(BASE)


def nation(iso3: str) -> str:
    return iri("nation", iso3)


def organization(ident: str) -> str:
    return iri("organization", ident)


def series(ident: str) -> str:
    return iri("series", ident)


def official(name: str, home: str | None) -> str:
    """Return the IRI of a person from the canonical name and the ISO code or organization id served."""
    return iri("official", slug(name) + (f"-{home.lower()}" if home else ""))


def position(home: str, kind_or_title: str) -> str:
    """Return the IRI of an office from the ISO code or organization id it belongs to, and its kind or title."""
    return iri("position", home.lower(), slug(kind_or_title))


def place(name: str) -> str:
    return iri("place", slug(name))


def group(name: str) -> str:
    return iri("group", slug(name))


def source(name: str) -> str:
    return iri("source", slug(name))


def article(date: str | None, title: str | None, text: str, source: str | None) -> str:
    """Return the IRI of an article: a hash of its content, whatever file it came in."""
    return iri("article", digest(date, title, text, source))


def event(
    type_: str,
    mode: str | None,
    actors: Iterable[str],
    targets: Iterable[str],
    when: str | None,
    polarity: str,
    modality: str,
) -> str:
    """Return the IRI of an event; the order of its actors and targets does not matter."""
    who = (" ".join(sorted(set(actors))), " ".join(sorted(set(targets))))
    return iri("event", digest(type_, mode, *who, when, polarity, modality))


def exercise(participants: Iterable[str], when: str | None, name: str | None) -> str:
    """Return the IRI of one edition of a military exercise."""
    return iri("exercise", digest(" ".join(sorted(set(participants))), when, slug(name) if name else None))


def claim(speaker: str | None, text: str) -> str:
    """Return the IRI of an utterance: the same words of the same speaker meet in one claim."""
    return iri("claim", digest(speaker, fold(text)))


def statement(subject: str, predicate: str, object_: str, *qualifiers: str | None) -> str:
    return iri("statement", digest(subject, predicate, object_, *qualifiers))


def evidence(article: str, supported: str, start: int, end: int, cue_start: int | None, rule: str) -> str:
    return iri("evidence", digest(article, supported, str(start), str(end), str(cue_start), rule))
