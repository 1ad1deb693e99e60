"""Titles of public office: where they stand in a Doc, and which kind of position each means for which nation."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc
from spacy.util import filter_spans

from etl.gazetteer.rows import PositionTitle

# Words that a title is built on with any subject before it ("oil minister") or behind it ("minister of sport").
_OPEN = frozenset({"minister", "secretary", "commissioner", "ministers"})
_PREFIX = frozenset({"deputy", "vice", "assistant", "first", "prime", "chief", "state", "under", "junior", "senior"})


@dataclass(frozen=True, slots=True)
class TitleSpan:
    """Tokens [start, end) that form a title; `plural` when it is held by several people named after it."""

    start: int
    end: int
    title: str
    plural: bool


class Titles:
    """Finds titles and tells their kinds."""

    def __init__(self, nlp: Language, rows: Iterable[PositionTitle]) -> None:
        self._matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
        self._kinds: dict[str, dict[str, str]] = {}
        for row in rows:
            self._kinds.setdefault(row.title.lower(), {})[row.nation] = row.kind
        singular = list(self._kinds)
        self._matcher.add("one", [nlp.make_doc(title) for title in singular])
        self._matcher.add("many", [nlp.make_doc(_plural(title)) for title in singular if not title.endswith(".")])

    def find(self, doc: Doc) -> Iterator[TitleSpan]:
        """Yield the titles of `doc`, the longest at each place, widened by the subject of a minister or secretary."""
        for span in filter_spans(self._matcher(doc, as_spans=True)):
            start, end = _widen(doc, span.start, span.end)
            yield TitleSpan(start, end, doc[start:end].text, doc.vocab.strings[span.label] == "many")

    def kind(self, title: str, home: str | None) -> str | None:
        """Return the kind of position that `title` means for `home`, None for a title of no known kind."""
        lowered = title.lower()
        kinds = self._kinds.get(lowered) or self._kinds.get(lowered.removesuffix("s")) or {}
        if kinds:
            return kinds.get(home or "") or kinds.get("")
        words = lowered.split()
        return "minister" if "minister" in words or "ministers" in words else None


def _plural(title: str) -> str:
    head, of, rest = title.partition(" of ")
    return f"{head}s{of}{rest}"


def _widen(doc: Doc, start: int, end: int) -> tuple[int, int]:
    if doc[end - 1].lower_ in _OPEN:
        while start > 0 and _is_subject(doc, start - 1):
            start -= 1
        if end < len(doc) - 1 and doc[end].lower_ in {"of", "for"} and doc[end + 1].ent_type_ not in {"GPE", "PERSON"}:
            end = _subject_end(doc, end)
    while start > 0 and doc[start - 1].lower_ in _PREFIX:
        start -= 1
    return start, end


def _is_subject(doc: Doc, index: int) -> bool:
    token = doc[index]
    return (
        token.dep_ in {"compound", "nmod", "amod"}
        and token.pos_ in {"PROPN", "NOUN"}
        and token.ent_type_ not in {"GPE", "NORP", "PERSON"}
        and token.is_alpha
        and index not in doc._.reading.at
    )


def _subject_end(doc: Doc, end: int) -> int:
    """Return the end of "of Foreign Affairs" behind a title, or `end` where no subject follows."""
    index = end + 1
    while index < len(doc) and (doc[index].is_title or doc[index].lower_ in {"and", "the", "of"}):
        if index in doc._.reading.at and doc._.reading.at[index].cls != "Group":
            break
        index += 1
    while index > end and doc[index - 1].lower_ in {"and", "the", "of", "for"}:
        index -= 1
    return index if index > end + 1 or (index == end + 1 and doc[end + 1].is_title) else end
