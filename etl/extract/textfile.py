"""A plain text or Markdown file is one article."""

from etl.extract import heads
from etl.extract.dates import day
from etl.extract.decoding import decode
from etl.extract.repair import line, repair
from etl.extract.streams import LIMIT
from etl.model import Article, Skipped


def article(data: bytes, name: str, *, named: bool = True) -> Article | Skipped:
    """Return the article in the bytes of one file; `named` is false where `name` (standard input) says nothing of it.

    Line ends are read as in any text file: "\\r\\n" and "\\r" become "\\n".
    """
    if len(data) > LIMIT:
        return Skipped(name, f"longer than {LIMIT // 2**20} MiB")
    text = decode(data).replace("\r\n", "\n").replace("\r", "\n")
    head = heads.split(repair(text))
    if not head.body.strip():
        return Skipped(name, "a head without a text" if head.fields else "an empty file")
    fields = {key: line(value) for key, value in head.fields.items()}
    url = fields.get("url")
    found = Article(
        document=fields.get("id") or url or name,
        text=head.body,
        date=day(head.fields.get("date")),
        title=fields.get("title"),
        source=fields.get("source"),
        url=url,
    )
    return found if named or found.document != name else content_named(found, "stdin")


def content_named(article: Article, place: str) -> Article:
    """Return an article that has no name of its own, named by its content: another one must not pass for its new version."""
    return Article(
        f"{place}#{article.iri.rsplit('/', 1)[-1]}", article.text, article.date, article.title, article.source, article.url
    )
