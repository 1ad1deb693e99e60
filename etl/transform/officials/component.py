"""Officials: who holds which position of which nation or organisation, as the text says it."""

from spacy.tokens import Doc, Token

from etl import ids
from etl.transform.linking.people import add_person
from etl.transform.officials.table import OfficeTable
from etl.transform.officials.titles import Titles, TitleSpan
from etl.transform.reading import Link, Office, Person, Reading, reading

_FORMER = frozenset({"former", "ex", "late", "then", "ousted", "deposed", "previous"})
_SKIP = _FORMER | frozenset(
    [
        "new",
        "acting",
        "interim",
        "outgoing",
        "current",
        "incumbent",
        "newly",
        "elected",
        "visiting",
        "longtime",
        "-",
        "'s",
        "’s",
        "'",
        "’",
        "the",
        "a",
        "an",
        "its",
        "caretaker",
        "designate",
        "appointed",
        "transitional",
        "de",
        "facto",
        "embattled",
    ]
)
_HOMES = frozenset({"Nation", "Organization", "Alliance"})


class Officials:
    """Finds the offices of a Doc and gives each to its holder."""

    def __init__(self, titles: Titles, table: OfficeTable) -> None:
        self._titles = titles
        self._table = table

    def __call__(self, doc: Doc) -> Doc:
        kept = reading(doc)
        for span in self._titles.find(doc):
            self._read(doc, kept, span)
        for token in doc:
            if token.lower_ in {"counterpart", "counterparts"}:
                self._counterpart(doc, kept, token)
        return doc

    def _read(self, doc: Doc, kept: Reading, span: TitleSpan) -> None:
        left, home, former = _home_before(doc, kept, span.start)
        right, home_after = _home_after(doc, kept, span.end)
        home = home or home_after
        holders = _named_after(doc, kept, right, comma=home is not None or right > span.end, plural=span.plural)
        rule = "official.title-name"
        if not holders:
            holders, rule = _named_before(doc, kept, left), "official.apposition"
        if not holders:
            holders, rule = _predicate(doc, kept, span), "official.predicate"
        if not holders:
            return self._alone(doc, kept, span, home)
        for holder in holders:
            self._give(doc, kept, holder, span, home, former=former, rule=rule)
        return None

    def _give(
        self, doc: Doc, kept: Reading, holder: Person, span: TitleSpan, home: str | None, *, former: bool, rule: str
    ) -> None:
        home = _own_home(doc, kept, holder) or home or holder.home or _context(doc, kept, span)
        title = span.title.removesuffix("s") if span.plural else span.title
        office = Office(title, self._titles.kind(title, home), home, span.start, span.end, former=former, rule=rule)
        if home and not holder.home:
            holder.home = home
        if not any(ids.fold(each.title) == ids.fold(title) and each.home == home for each in holder.offices):
            holder.offices.append(office)

    def _alone(self, doc: Doc, kept: Reading, span: TitleSpan, home: str | None) -> None:
        """Link "the Russian foreign minister" to who holds that office in the text, else in the office table."""
        if home is None or span.plural:
            return None
        kind = self._titles.kind(span.title, home)
        person = _holder_in_text(kept, kind, home) or self._table.person(kept, home, kind)
        if person is None:
            return kept.drop("officials", "a title whose holder is not known", f"{home} {span.title}")
        link = Link(span.start, span.end, "title", "Official", person.iri, person.name)
        kept.add(link)
        person.links.append(link)

    def _counterpart(self, doc: Doc, kept: Reading, token: Token) -> None:
        """Give the holder of "his counterpart X" the position of the one whose counterpart he is."""
        named = _named_after(doc, kept, token.i + 1, comma=True, plural=False) or _named_before(doc, kept, token.i - 1)
        model = next((each for each in _people_before(kept, token.i) if each.offices), None)
        if not named or model is None or model is named[0]:
            return
        office = model.offices[-1]
        left, home, _ = _home_before(doc, kept, token.i)
        home = home or named[0].home or _other_nation(doc, kept, token, office.home)
        span = Office(office.title, office.kind, home, left, token.i + 1, rule="official.counterpart")
        named[0].home = named[0].home or home
        if not named[0].offices:
            named[0].offices.append(span)


def _home_before(doc: Doc, kept: Reading, start: int) -> tuple[int, str | None, bool]:
    """Return where the modifiers of a title begin, the home they name, and whether the office is a former one."""
    former, index = False, start - 1
    while index >= 0 and doc[index].lower_ in _SKIP:
        former = former or doc[index].lower_ in _FORMER
        index -= 1
    link = kept.at.get(index)
    if link is not None and link.cls in _HOMES and index == link.end - 1:
        before = link.start - 1
        while before >= 0 and doc[before].lower_ in _SKIP - {"'s", "’s"}:
            former = former or doc[before].lower_ in _FORMER
            before -= 1
        return before + 1, _home(link), former
    return index + 1, None, former


def _home_after(doc: Doc, kept: Reading, end: int) -> tuple[int, str | None]:
    """Return the end of "of the Czech Republic" behind a title, and the home it names."""
    index = end
    if index < len(doc) and doc[index].lower_ in {"of", "for"}:
        index += 1
        while index < len(doc) and doc[index].lower_ in {"the", "-"}:
            index += 1
        link = kept.at.get(index)
        if link is not None and link.cls in _HOMES and link.start == index:
            return link.end, _home(link)
        if link is not None and link.kind == "place":
            return link.end, None
    return end, None


def _home(link: Link) -> str:
    return link.iri.rsplit("/", 1)[-1]


def _named_after(doc: Doc, kept: Reading, index: int, *, comma: bool, plural: bool) -> list[Person]:
    """Return who is named right behind a title, "X and Y" where the title is plural."""
    if comma and index < len(doc) and doc[index].text in {",", "-", ":", "–"}:
        index += 1
    found: list[Person] = []
    while index < len(doc):
        person, index = _person_at(doc, kept, index, fresh=not comma and not found)
        if person is None:
            break
        found.append(person)
        if not plural:
            break
        index, _ = _home_after(doc, kept, index)
        while index < len(doc) and doc[index].lower_ in {",", "and"}:
            index += 1
    return found


def _person_at(doc: Doc, kept: Reading, index: int, *, fresh: bool) -> tuple[Person | None, int]:
    link = kept.at.get(index)
    if link is not None and link.kind == "person" and link.start == index:
        return kept.person(link.iri), link.end
    if not fresh or (link is not None and link.cls not in {"Place", "Group"}):
        return None, index
    end = index
    while end < len(doc) and doc[end].pos_ == "PROPN" and doc[end].is_alpha and doc[end].text[0].isupper():
        end += 1
    if end == index or end - index > 4:
        return None, index
    for each in {id(each): each for each in (kept.at.pop(i, None) for i in range(index, end)) if each}.values():
        kept.links.remove(each)
    return add_person(kept, doc[index:end]), end


def _named_before(doc: Doc, kept: Reading, left: int) -> list[Person]:
    """Return who is named before a comma before the title: "Sergey Lavrov, the Russian foreign minister"."""
    index = left - 1
    while index >= 0 and doc[index].lower_ in {"the", "a", "an", "its", "'s", "’s", "new", "also"}:
        index -= 1
    if index < 1 or doc[index].text not in {",", "(", "–", "—", "-"}:
        return []
    index -= 1
    if doc[index].text == ")":  # an age or a party in brackets
        while index > 0 and doc[index].text != "(":
            index -= 1
        index -= 1
    link = kept.at.get(index)
    person = kept.person(link.iri) if link is not None and link.kind == "person" else None
    return [person] if person else []


def _predicate(doc: Doc, kept: Reading, span: TitleSpan) -> list[Person]:
    """Return who is, becomes, is elected or serves as holder: "X was sworn in as president"."""
    head = doc[span.end - 1]
    for each in doc[span.start : span.end]:
        if each.head.i < span.start or each.head.i >= span.end:
            head = each
    verb = head.head
    if head.dep_ == "pobj" and verb.lower_ == "as":
        verb = verb.head
    elif head.dep_ not in {"attr", "oprd"}:
        return []
    for each in verb.children:
        wanted = each.dep_ in {"nsubj", "nsubjpass"} or (each.dep_ == "dobj" and head.dep_ != "attr")
        link = kept.at.get(each.i)
        if wanted and link is not None and link.kind == "person" and each.i != head.i:
            person = kept.person(link.iri)
            return [person] if person else []
    return []


def _own_home(doc: Doc, kept: Reading, holder: Person) -> str | None:
    """Return the home named behind the name: "President Hassan Rouhani of Iran"."""
    for link in holder.links:
        _, home = _home_after(doc, kept, link.end)
        if home:
            return home
    return None


def _context(doc: Doc, kept: Reading, span: TitleSpan) -> str | None:
    """Return the nation that a bare title most likely belongs to: the latest named in its sentence, else so far."""
    sentence = doc[span.start].sent
    before = [each for each in kept.links if each.cls == "Nation" and each.end <= span.start]
    near = [each for each in before if each.start >= sentence.start]
    pool = near or before or [each for each in kept.within(sentence) if each.cls == "Nation"]
    return _home(max(pool, key=lambda each: each.start)) if pool else None


def _holder_in_text(kept: Reading, kind: str | None, home: str) -> Person | None:
    for person in reversed(kept.people):
        if kind and any(office.kind == kind and office.home == home for office in person.offices):
            return person
    return None


def _people_before(kept: Reading, index: int) -> list[Person]:
    """Return the people named before `index`, the latest first."""
    latest = [(max((link.start for link in each.links if link.start < index), default=-1), n, each)
              for n, each in enumerate(kept.people)]  # fmt: skip
    return [each for start, _, each in sorted(latest, reverse=True) if start >= 0]


def _other_nation(doc: Doc, kept: Reading, token: Token, home: str | None) -> str | None:
    for link in kept.within(token.sent):
        if link.cls == "Nation" and _home(link) != home:
            return _home(link)
    return None
