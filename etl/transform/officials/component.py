"""Officials: who holds which position of which nation or organisation, as the text says it."""

from dataclasses import replace

from spacy.tokens import Doc

from etl import ids
from etl.transform import syntax
from etl.transform.linking.people import identify, relink
from etl.transform.officials.doubt import unlink_doubtful
from etl.transform.officials.homes import Before, Nearby, home_after, home_before, is_private
from etl.transform.officials.names import Named, enclosed, listed, missed, named_after, named_before
from etl.transform.officials.peers import Peers
from etl.transform.officials.predicates import predicate
from etl.transform.officials.table import OfficeTable
from etl.transform.officials.tenure import is_past
from etl.transform.officials.titles import Titles, TitleSpan, singular
from etl.transform.officials.words import among
from etl.transform.reading import Link, Office, Person, Reading, reading

# Offices that a bare title gives only where their home stands beside it: rebels, firms and parties have leaders too.
_NO_OFFICE = frozenset({"party-leader", "opposition-leader"})
# Posts of these parties rule their nations, and an opposition may have an office.
_PUBLIC = ("leader of", "general secretary of", "first secretary of")
_RANKS = frozenset({"officer", "general-officer", "flag-officer"})
_ENVOYS = frozenset({"ambassador", "un-ambassador", "envoy"})
_LIST = 3  # tokens that may stand between two titles of one list
_OF_PLACES = frozenset({"mayor", "deputy-mayor"})


class Officials:
    """Finds the offices of a Doc and gives each to its holder."""

    def __init__(self, titles: Titles, table: OfficeTable) -> None:
        self._titles = titles
        self._table = table

    def __call__(self, doc: Doc) -> Doc:
        kept = reading(doc)
        spans = list(self._titles.find(doc))
        article = _Article(doc, kept, self._titles, self._table, spans)
        for span in spans:
            article.read(span)
        Peers(doc, kept).read()
        article.forget_ranks()
        unlink_doubtful(doc, kept, self._table)
        for each in kept.people:
            each.serving = not each.known or kept.published is None or self._table.serves(each.iri, kept.published)
        kept.settle()
        return doc


class _Article:
    """The titles of one article, read from left to right."""

    def __init__(self, doc: Doc, kept: Reading, titles: Titles, table: OfficeTable, spans: list[TitleSpan]) -> None:
        self._doc, self._kept, self._titles, self._table = doc, kept, titles, table
        self._starts = {span.start: span for span in spans}
        self._nearby = Nearby(kept)
        self._holders: dict[tuple[str, str], Person] = {}
        self._read_to = 0
        self._owners: dict[int, str | None] = {}
        self._listed_to: tuple[int, list[Named], bool] = (0, [], False)
        self._guessed: set[int] = set()

    def read(self, span: TitleSpan) -> None:
        """Give the office of one title to its holder."""
        if span.start < self._read_to:
            return None
        kind = self._titles.kind(span.title, span.home)
        before = home_before(self._doc, self._kept, span.start, envoy=kind in _ENVOYS)
        right, behind, region = home_after(self._doc, self._kept, span.end)
        of_place = behind is not None and kind in _OF_PLACES and not self._belongs_on(right)
        region = (region and kind in among("regional")) or of_place
        title = span.title
        span = self._whole(span, before, right if region else span.end, kind)
        home = span.home or before.home or behind or self._titles.only_home(title) or self._owner(before)
        self._owners[span.end] = home or ("un" if kind == "secretary-general" else None)
        inside = range(span.start, span.end) if kind == "spokesperson" else range(0)
        private = home is None and (kind is None or kind in among("private"))
        if private and is_private(self._doc, self._kept, before.left, inside, right):
            return self._kept.drop("officials", "a post of a body that is no state's", span.title)
        if self._is_ship(span, kind):
            return self._kept.drop("officials", "a ship by the name of an officer", span.title)
        if self._titles.foreign(title, home):
            return self._kept.drop("officials", "a title that is an office only elsewhere", span.title)
        rule, holders = self._find(span, before, right, home)
        if not holders:
            return self._alone(span, home)
        former = before.former or is_past(self._doc, span, right, rule)
        if rule == "official.apposition":
            former = former or self._goes_on(before.left)
            self._listed_to = (right, holders, former)
        for holder in holders:
            self._give(holder, singular(span), home, former=former, rule=rule)
        return None

    def _goes_on(self, left: int) -> bool:
        """Say whether the title before is part of one list with this, and was held before: "former minister, mayor of London"."""
        end, _, former = self._listed_to
        return former and 0 <= left - end <= _LIST

    def forget_ranks(self) -> None:
        """Leave a rank out where the office is known: "General Walter Sharp, the commander of ..."."""
        for person in self._kept.people:
            homes = {office.home for office in person.offices if office.kind not in _RANKS}
            lower = [each for each in person.offices if each.kind == "diplomat" or (each.kind in _RANKS and each.home in homes)]
            lower += [each for each in person.offices if homes and each.kind in _RANKS and id(each) in self._guessed]
            person.offices = [each for each in person.offices if each not in lower] or person.offices

    def _owner(self, before: Before) -> str | None:
        """Return the home of whose officer it is: "the Secretary-General's special adviser", "Mugabe's spokesman"."""
        if not any(token.lower_ in among("owning") for token in self._doc[before.left : before.left + 2]):
            return None
        if before.left in self._owners:
            return self._owners[before.left]
        link = self._kept.at.get(before.left - 1)
        person = self._kept.person(link.iri) if link is not None else None
        return person.home if person else None

    def _is_ship(self, span: TitleSpan, kind: str | None) -> bool:
        words = self._doc[max(0, span.start - 8) : span.start]
        return kind in {"flag-officer", "general-officer"} and any(token.lemma_.lower() in among("ship") for token in words)

    def _whole(self, span: TitleSpan, before: Before, end: int, kind: str | None) -> TitleSpan:
        """Return the title with the region it is of: "Missouri Governor", "Premier of Ontario"."""
        start = span.start
        if before.place is not None and kind in among("regional") - {"prime-minister"}:
            start = before.place
        if before.sent_to is not None:
            start = before.sent_to
        if (start, end) == (span.start, span.end):
            return span
        title = self._doc[start : span.start].text_with_ws + span.title + " " + self._doc[span.end : end].text
        return replace(span, start=start, end=end, title=title.strip())

    def _find(self, span: TitleSpan, before: Before, right: int, home: str | None) -> tuple[str, list[Named]]:
        kind = self._titles.kind(span.title, home)
        inside = self._inside(span)
        if inside:
            return "official.title-name", [inside]
        right = self._past_rank(self._past_post(right, kind), home)
        owned = before.left > 0 and self._doc[before.left].lower_ in {"his", "her", "its", "their"}
        comma = home is not None or right > span.end or owned
        holders = named_after(self._doc, self._kept, right, comma=comma, plural=span.plural)
        if not holders and not comma:
            holders = enclosed(self._doc, self._kept, right)
        if not holders and home is not None:
            holders = missed(self._doc, self._kept, right)
        if holders and not self._belongs_on(right):
            return "official.title-name", holders
        holders = self._same(before.left) or named_before(self._doc, self._kept, before.left, fresh=home is not None)
        if holders and not (home is None and self._acts(span, right)):
            return "official.apposition", holders
        found = [] if kind == "leader" else predicate(self._doc, self._kept, before.left, span.start, span.end)
        if found or span.plural:
            return "official.predicate", found
        return "official.title-name", self._shared(span, right)

    def _shared(self, span: TitleSpan, right: int) -> list[Named]:
        """Return who holds two offices at once: "Prime Minister and Foreign Minister X", "senator and candidate X"."""
        if self._doc[right : right + 1].text != "and" or any(
            each.dep_ in {"attr", "oprd"} for each in self._doc[span.start : right]
        ):
            return []
        for index in range(right + 1, min(right + 5, len(self._doc))):
            title = self._starts.get(index)
            if title is not None:
                return named_after(self._doc, self._kept, title.end, comma=False, plural=False)
            found = named_after(self._doc, self._kept, index, comma=False, plural=False) if index > right + 1 else []
            if found or self._doc[index].pos_ not in {"ADJ", "NOUN"}:
                return found
        return []

    def _same(self, left: int) -> list[Named]:
        """Return who holds the title before, where this one goes on with it: "X, minister and member of parliament"."""
        end, holders, _ = self._listed_to
        between = self._doc[end:left]
        joined = 0 < len(between) <= _LIST and all(each.lower_ in {",", "and", "the", "a", "an"} for each in between)
        return holders if joined else []

    def _acts(self, span: TitleSpan, right: int) -> bool:
        """Say whether a title behind a comma begins a clause of its own: "At the request of X, the Queen suspended"."""
        after = self._doc[right : right + 1]
        return self._doc[span.end - 1].dep_ in syntax.SUBJECTS and bool(after) and after[0].pos_ in {"VERB", "AUX"}

    def _belongs_on(self, right: int) -> bool:
        """Say whether the title ended in an adjective, so that no name but that of its home follows: "leader of the Armenian"."""
        link = self._kept.at.get(right - 1)
        return link is not None and link.kind == "adjective"

    def _inside(self, span: TitleSpan) -> Named | None:
        """Return the person whose link took the title in ("Pope Francis"), cut down to the name."""
        link = self._kept.at.get(span.start)
        if link is None or link.kind != "person" or link.start > span.start or link.end <= span.end:
            return None
        person = self._kept.person(link.iri)
        if person is None:
            return None
        person.links = [each for each in person.links if each is not link]
        if not person.known and person.name == self._doc[link.start : link.end].text:
            person.name = self._doc[span.end : link.end].text
        return Named(person, relink(self._kept, link, person, span.end, link.end))

    def _past_post(self, right: int, kind: str | None) -> int:
        """Return the end of the place that an envoy is posted in: "the Russian ambassador in Bamako"."""
        if kind not in _ENVOYS or self._doc[right : right + 1].text not in {"in", "at"}:
            return right
        link = self._kept.at.get(right + 1 + (self._doc[right + 1 : right + 2].text == "the"))
        return link.end if link is not None and link.cls in {"Place", "Nation", "Organization"} else right

    def _past_rank(self, right: int, home: str | None) -> int:
        """Return the end of a military rank that stands between an office and the name."""
        index = right + 1 if right < len(self._doc) and self._doc[right].text == "," else right
        for _ in range(4):
            rank = self._starts.get(index)
            if rank is not None and self._titles.kind(rank.title, home) in _RANKS:
                self._read_to = rank.end
                return rank.end
            if index >= len(self._doc) or self._doc[index].lower_ not in {"air", "force", "army", "navy", "marine", "u.s."}:
                break
            index += 1
        return right

    def _give(self, named: Named, span: TitleSpan, home: str | None, *, former: bool, rule: str) -> None:
        holder = named.person
        kind = self._titles.kind(span.title, home)
        _, own, _ = home_after(self._doc, self._kept, named.link.end)
        home = own or home
        holder, home = self._known(named, kind, home, former=former)
        beside = home or (None if kind == "leader" else holder.home)
        home = beside or self._context(span, kind, holder, former=former)
        kind = self._titles.kind(span.title, home)
        if kind in _NO_OFFICE and not span.title.lower().startswith(_PUBLIC):
            return self._kept.drop("officials", "a post of a party, no public office", span.title)
        office = Office(span.title, kind, home, span.start, span.end, former=former, rule=rule)
        holder.home = holder.home or home
        if kind and home and not former:
            self._holders.setdefault((kind, home), holder)
        if not any(ids.fold(each.title) == ids.fold(span.title) and each.home == home for each in holder.offices):
            holder.offices.append(office)
            self._guessed |= set() if beside else {id(office)}
        return None

    def _known(self, named: Named, kind: str | None, home: str | None, *, former: bool) -> tuple[Person, str | None]:
        """Return the holder, joined with who is known to hold the office under that name, and the home of the office."""
        holder = named.person
        if holder.known and home is not None and holder.home == home:
            return holder, home
        homes = {home} if home else self._nearby.homes
        name = self._doc[named.link.start : named.link.end].text
        found = self._table.named(name, kind, homes, self._kept.published, former=former)
        if found is None or (home is not None and found[1] != home):
            return holder, home
        known = self._table.known(self._kept, found[0])
        if holder.known and holder is not known:
            holder.links = [each for each in holder.links if each is not named.link]
            relink(self._kept, named.link, known, named.link.start, named.link.end)
            return known, found[1]
        return identify(self._kept, holder, known), found[1]

    def _context(self, span: TitleSpan, kind: str | None, holder: Person, *, former: bool) -> str | None:
        """Return the nation of a bare title: the first of its sentence that has no other holder of the office."""
        if kind in among("beside") or kind in _NO_OFFICE:
            return None
        if kind == "monarch":
            return next((home for home in sorted(self._nearby.homes) if home in among("monarchy")), None)
        held = self._holders.items()
        taken = {home for (each, home), person in held if each == kind and person is not holder and not former}
        return self._nearby.first(self._doc, span.start, taken)

    def _listed(self, span: TitleSpan) -> None:
        """Give the office to those listed with their homes: "heads of state including Evo Morales of Bolivia"."""
        for named in listed(self._doc, self._kept, span.end):
            _, home, _ = home_after(self._doc, self._kept, named.link.end)
            if home:
                self._give(named, singular(span), home, former=False, rule="official.listed")

    def _alone(self, span: TitleSpan, home: str | None) -> None:
        """Link "the Russian foreign minister" to who holds that office in the text, else in the office table."""
        if span.plural:
            return self._listed(span)
        if home is None:
            return None
        kind = self._titles.kind(span.title, home)
        person = self._holders.get((kind or "", home)) or self._table.person(self._kept, home, kind)
        if person is None:
            return self._kept.drop("officials", "a title whose holder is not known", f"{home} {span.title}")
        self._kept.unlink(span.start, span.end)
        link = Link(span.start, span.end, "title", "Official", person.iri, person.name)
        self._kept.add(link)
        person.links.append(link)
        return None
