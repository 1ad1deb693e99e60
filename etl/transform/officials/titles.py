"""Titles of public office: where they stand in a Doc, and which kind of position each means for which nation."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span

from etl.gazetteer.rows import PositionTitle
from etl.transform.officials.widening import widen
from etl.transform.reading import Reading, reading

_ONLY = "only here"
_DEPUTIES = frozenset({"deputy", "vice", "assistant", "junior", "under"})


@dataclass(frozen=True, slots=True)
class TitleSpan:
    """Tokens [start, end) that form a title; `plural` when it is held by several people named after it.

    `home` is the ISO code of a nation named inside it: "Chairman of the U.S. Joint Chiefs of Staff".
    """

    start: int
    end: int
    title: str
    plural: bool
    home: str | None = None


class Titles:
    """Finds titles and tells their kinds."""

    def __init__(self, nlp: Language, rows: Iterable[PositionTitle]) -> None:
        self._matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
        self._kinds: dict[str, dict[str, str]] = {}
        self._only: set[str] = set()
        for row in rows:
            self._kinds.setdefault(row.title.lower(), {})[row.nation] = row.kind
            if row.note.startswith(_ONLY):
                self._only.add(row.title.lower())
        self._matcher.add("one", [nlp.make_doc(form) for title in self._kinds for form in _forms(title)])
        many = [_plural(title) for title in self._kinds if not title.endswith(".")]
        self._matcher.add("many", [nlp.make_doc(title) for title in many])

    def find(self, doc: Doc) -> Iterator[TitleSpan]:
        """Yield the titles of `doc`, the longest at each place, widened by the subject of a minister or secretary."""
        inner = list(self._around_nations(doc))
        taken = {index for each in inner for index in range(each.start, each.end)}
        whole = (self._whole(doc, span) for span in _longest(self._matcher(doc, as_spans=True)))
        rest = [each for each in whole if not any(index in taken for index in range(each.start, each.end))]
        yield from _parted(doc, sorted(inner + rest, key=lambda each: each.start))

    def kind(self, title: str, home: str | None) -> str | None:
        """Return the kind of position that `title` means for `home`, None for a title of no known kind."""
        lowered = " ".join(title.lower().split())
        kinds = self._kinds.get(lowered) or self._kinds.get(lowered.removesuffix("s")) or {}
        if kinds:
            return kinds.get(home or "") or (None if lowered in self._only else kinds.get(""))
        words = lowered.split()
        for cut in range(1, len(words)):
            inner = self._kinds.get(" ".join(words[cut:])) or self._kinds.get(" ".join(words[:-cut])) or {}
            found = inner.get(home or "") or inner.get("")
            if found and found not in {"minister", "royal"} and not (set(words) & _DEPUTIES):
                return found if "minister" not in words else "minister"
        if {"minister", "ministers"} & set(words):
            return "deputy-minister" if set(words) & _DEPUTIES else "minister"
        return None

    def foreign(self, title: str, home: str | None) -> bool:
        """Say whether `title` is an office only in other homes than `home`; any organisation has a head or a chief."""
        organization = home is not None and home.islower()
        return title.lower() in self._only and not organization and home not in self._kinds[title.lower()]

    def only_home(self, title: str) -> str | None:
        """Return the one home that knows the title: Ireland for a taoiseach."""
        kinds = self._kinds.get(title.lower()) or {}
        return next(iter(kinds)) if len(kinds) == 1 and "" not in kinds else None

    def _whole(self, doc: Doc, span: Span) -> TitleSpan:
        start, end = widen(doc, _behind_organization(doc, span), span.end)
        return TitleSpan(start, end, doc[start:end].text, doc.vocab.strings[span.label] == "many")

    def _around_nations(self, doc: Doc) -> Iterator[TitleSpan]:
        """Yield the titles that a nation stands inside of, found in the Doc without such nations."""
        kept = reading(doc)
        nations = {
            link.start: link.end
            for link in kept.links
            if link.cls == "Nation" and link.kind != "capital" and _is_inside(doc, link.start, link.end)
        }
        if not nations:
            return
        left_out = {index for start, end in nations.items() for index in range(start, end)}
        at = [token.i for token in doc if token.i not in left_out]
        short = Doc(doc.vocab, [doc[i].text for i in at], [bool(doc[i].whitespace_) for i in at])
        for span in _longest(self._matcher(short, as_spans=True)):
            start, end = at[span.start], at[span.end - 1] + 1
            if end - start > len(span):
                many = doc.vocab.strings[span.label] == "many"
                yield TitleSpan(start, end, span.text, many, _home_in(kept, start, end))


def _parted(doc: Doc, spans: list[TitleSpan]) -> Iterator[TitleSpan]:
    """Yield the titles without what one takes of the one before: "air force chief | Col.-Gen."."""
    end = 0
    for span in spans:
        if span.end <= end:
            continue
        yield span if span.start >= end else replace(span, start=end, title=doc[end : span.end].text)
        end = span.end


def _behind_organization(doc: Doc, span: Span) -> int:
    """Return where the title begins behind an organisation that it reaches into: "European Commission president"."""
    link = reading(doc).at.get(span.start)
    inside = link is not None and link.cls in {"Organization", "Alliance"} and link.start < span.start and link.end < span.end
    return link.end if link is not None and inside else span.start


def singular(span: TitleSpan) -> TitleSpan:
    """Return the title of one holder: "foreign minister" for "foreign ministers"."""
    if not span.plural:
        return span
    head, of, rest = span.title.partition(" of ")
    return replace(span, title=f"{head.removesuffix('s')}{of}{rest}")


def _home_in(kept: Reading, start: int, end: int) -> str | None:
    links = (kept.at.get(index) for index in range(start, end))
    return next((link.label for link in links if link is not None and link.cls == "Nation"), None)


def _is_inside(doc: Doc, start: int, end: int) -> bool:
    """Say whether a nation stands between "of (the)" and another word of a name."""
    before = start - 1 if start and doc[start - 1].lower_ == "the" else start
    return before > 0 and doc[before - 1].lower_ in {"of", "for"} and end < len(doc) and doc[end].is_alpha


def _longest(spans: Iterable[Span]) -> list[Span]:
    """Return the longest spans that do not overlap; of two as long the first, but not "first secretary | general"."""
    taken: set[int] = set()
    kept = []
    for span in sorted(spans, key=lambda each: (-len(each), each[0].lower_ == "first", each.start)):
        if not any(index in taken for index in range(span.start, span.end)):
            taken.update(range(span.start, span.end))
            kept.append(span)
    return sorted(kept, key=lambda each: each.start)


def _forms(title: str) -> set[str]:
    """Return a title and, with a full stop, as it is written: spaCy keeps "Gen." whole and parts "gen" from "."."""
    if "." not in title:
        return {title}
    return {title, " ".join(word[:1].upper() + word[1:] for word in title.split()), title.title()}


def _plural(title: str) -> str:
    head, of, rest = title.partition(" of ")
    return f"{head}s{of}{rest}"
