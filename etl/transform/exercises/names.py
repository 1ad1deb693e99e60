"""Names of exercises: the bare name of a series with its year, and names that no list knows, told by their shape."""

from spacy.tokens import Doc, Token

from etl.transform.lexicon import words
from etl.transform.reading import Link, Reading

_BETWEEN = frozenset({",", "-", "–", "—", "(", "'", '"', "“", "‘", "``", "as", "the", "code", "exercise", "operation"})
_NAMING = frozenset({"named", "place"})  # the recogniser takes "Quiet River" for a river
_WHICH = frozenset({"which", "that", "is", "are", "was", "were", "has", "been"})
_LONGEST = 5


def bare_name(doc: Doc, link: Link) -> str:
    """Return the name of a series as it is written, without the nouns around it, with the year behind: "Malabar 2017"."""
    start, end = link.start, link.end
    lists = words("exercise_words")
    plain = lists["noun"] | lists["military"]
    while end - 1 > start and (doc[end - 1].lemma_.lower() in plain or doc[end - 1].lower_ in plain):
        end -= 1
    if end - start > 1 and doc[start].lower_ == "exercise":
        start += 1
    if end == link.end:
        end = behind_year(doc, end)
    return doc[start:end].text


def behind_year(doc: Doc, end: int) -> int:
    """Return the end of a name with its year: "Zapad 2017"."""
    return end + 1 if end < len(doc) and doc[end].text.isdigit() and len(doc[end]) in {2, 4} else end


def unlisted_name(kept: Reading, cue: Token) -> str | None:
    """Return the name that a noun carries and no list knows: "Exercise Iron Tide", "drills dubbed Iron Tide"."""
    behind = _capitals(kept, cue.doc, cue.i + 1, kinds=_NAMING)
    if behind and (cue.text == "Exercise" or len(behind.split()) > 1):
        return behind
    return _called(kept, cue) or _before(kept, cue) or _numbered(kept, cue)


def is_titled(kept: Reading, token: Token) -> bool:
    """Say whether a noun opens the name of an exercise: "Exercise Iron Tide"."""
    return token.text == "Exercise" and _capitals(kept, token.doc, token.i + 1) is not None


def names_apart(doc: Doc, start: int, last: int) -> bool:
    """Say whether only what joins a noun to its name lies between: "a joint drill, code-named X", "exercises (X)"."""
    called = words("exercise_words")["called"]
    return all(
        each.lower_ in _BETWEEN or each.lemma_.lower() in called or each.lower_ == "named" for each in doc[last + 1 : start]
    )


def _called(kept: Reading, cue: Token) -> str | None:
    doc, called = cue.doc, words("exercise_words")["called"]
    index = cue.i + 1
    while index < min(len(doc), cue.i + 5) and doc[index].lower_ in _BETWEEN | _WHICH:
        index += 1
    if index >= len(doc) or doc[index].lemma_.lower() not in called or doc[index].tag_ not in {"VBN", "VBD"}:
        return None
    index += 1
    while index < len(doc) and doc[index].lower_ in _BETWEEN:
        index += 1
    return _capitals(kept, doc, index, kinds=_NAMING)


def _numbered(kept: Reading, cue: Token) -> str | None:
    """Return a name that ends in the year of its edition: "the AMAN-23 naval exercise"."""
    for each in (*cue.lefts, *(cue.rights if cue.text == "Exercise" else ())):
        name, _, year = each.text.rpartition("-")
        link = kept.at.get(each.i)
        is_name = name.isalpha() and name[0].isupper() and (link is None or link.kind == "named")
        if is_name and year.isdigit() and len(year) in {2, 4} and _is_near(kept, int(year)):
            return str(each.text)
    return None


def _is_near(kept: Reading, year: int) -> bool:
    return kept.published is not None and abs(year % 100 - kept.published.year % 100) <= 1


def _before(kept: Reading, cue: Token) -> str | None:
    """Return the capitals right before the noun and its plain modifiers: "the Iron Tide naval drills"."""
    doc, last, start = cue.doc, cue.i - 1, cue.sent.start
    while last > start and doc[last].text.islower():
        last -= 1
    first = last
    while first > start and (doc[first - 1].text[:1].isupper() and doc[first - 1].is_alpha) and first - 1 not in kept.at:
        first -= 1
    name = _capitals(kept, doc, first)
    inside = first > start and first <= doc[last].head.i <= cue.i
    return name if name and inside and len(name.split()) > 1 and name.endswith(doc[last].text) else None


def _capitals(kept: Reading, doc: Doc, index: int, *, kinds: frozenset[str] = frozenset({"named"})) -> str | None:
    """Return the capitalised words from a token on, with a year behind, where they name nothing but what `kinds` allow."""
    first, nouns = index, words("actor_nouns", "id")
    plain = words("exercise_words")["military"] | words("exercise_words")["forces"] | nouns["state.forces"]
    while index < min(len(doc), first + _LONGEST) and doc[index].text[:1].isupper() and doc[index].is_alpha:
        link = kept.at.get(index)
        if doc[index].lower_ in plain or (link is not None and link.kind not in kinds):
            return None
        index += 1
    if first < index < len(doc) and doc[index].text.isdigit():
        index += 1
    return doc[first:index].text if index > first else None
