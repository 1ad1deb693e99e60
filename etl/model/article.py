"""An article as it was read, and what stands in for one that could not be."""

from dataclasses import dataclass

from etl import ids


@dataclass(frozen=True, slots=True)
class Article:
    """One news article: repaired text with what is known of its origin.

    `document` names the thing that was published (a given id, a URL or a path): a second article of the same document
    with other content is a new version of it. `date` is an ISO 8601 day, or None where the article is undated.
    All character offsets anywhere count code points of `text`.
    """

    document: str
    text: str
    date: str | None = None
    title: str | None = None
    source: str | None = None
    url: str | None = None

    @property
    def iri(self) -> str:
        return ids.article(self.date, self.title, self.text, self.source)


@dataclass(frozen=True, slots=True)
class Skipped:
    """One input that could not be read: where it stands (path and line) and why."""

    where: str
    reason: str
