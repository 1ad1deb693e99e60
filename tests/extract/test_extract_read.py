import gzip
import io
import json
import os
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.errors import InputError
from etl.extract import count, read, streams
from etl.model import Article, Skipped

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"


def stdin(data: bytes, **fields: str) -> list[Article | Skipped]:
    return list(read(["-"], fields=fields, stdin=io.BytesIO(data)))


def articles(found: Sequence[Article | Skipped]) -> list[Article]:
    return [each for each in found if isinstance(each, Article)]


def skipped(found: Sequence[Article | Skipped]) -> list[Skipped]:
    return [each for each in found if isinstance(each, Skipped)]


def lines(*found: object) -> bytes:
    return b"".join(json.dumps(each).encode() + b"\n" for each in found)


def test_the_seed_is_read_whole_with_its_date() -> None:
    (path,) = (ROOT / "seeds").glob("000_*.txt")
    (article,) = articles(list(read([path])))
    assert article.date == "2025-07-12"
    assert article.text == path.read_text(encoding="utf-8")


@pytest.mark.skipif(not SHARED.is_dir(), reason="the annotated articles are not beside the checkout")
@pytest.mark.parametrize("name", ["facts_seed", "facts_dev", "facts_train", "gum_dev", "re3d_dev"])
def test_annotated_texts_keep_every_character(name: str) -> None:
    path = SHARED / "eval" / f"{name}.jsonl"
    given_rows = [json.loads(row) for row in path.read_text(encoding="utf-8").splitlines()]
    found = articles(list(read([path])))
    assert [(each.document, each.date, each.text) for each in found] == [
        (row["id"], row.get("date"), row["text"]) for row in given_rows
    ]


def test_a_folder_is_read_to_the_bottom_in_order(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / ".hidden").mkdir()
    (tmp_path / ".hidden" / "x.txt").write_text("never")
    (tmp_path / "b" / "2.md").write_text("# Two")
    (tmp_path / "a.txt").write_text("One")
    (tmp_path / "c.txt.gz").write_bytes(gzip.compress(b"Three"))
    (tmp_path / "d.ndjson.gz").write_bytes(gzip.compress(lines({"text": "Four"})))
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    found = list(read([tmp_path]))
    assert [each.text for each in articles(found)] == ["One", "Three", "Four", "# Two"]
    assert [Path(each.where).name for each in skipped(found)] == ["photo.jpg"]
    assert count([tmp_path]) == len(found)


def test_documents_are_named_by_id_then_address_then_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("news").mkdir()
    Path("news/1.txt").write_text("One")
    Path("news/2.txt").write_text("id: a-2\nurl: https://example.org/2\n\nTwo")
    Path("news/3.txt").write_text("url: https://example.org/3\n\nThree")
    assert [each.document for each in articles(list(read(["news"])))] == ["news/1.txt", "a-2", "https://example.org/3"]
    assert articles(list(read(["./news/1.txt"])))[0].document == "news/1.txt"


def test_articles_without_a_name_never_pass_for_versions_of_each_other() -> None:
    first, second = articles(stdin(lines({"text": "One"}, {"text": "Two"})))
    assert first.document != second.document
    assert articles(stdin(b"One plain text"))[0].document != articles(stdin(b"Another"))[0].document


def test_fields_are_mapped_also_into_nested_objects() -> None:
    data = lines(
        {"body": "Text", "published_at": "2025-07-12T01:00:00Z", "source": {"name": "Tass"}, "source.x": "no", "guid": 5}
    )
    (article,) = articles(stdin(data, text="body", date="published_at", source="source.name", id="guid"))
    assert article == Article("5", "Text", "2025-07-12", None, "Tass", None)


def test_a_field_that_articles_do_not_have_is_an_error() -> None:
    with pytest.raises(InputError, match="headline"):
        read(["-"], fields={"headline": "title"})


def test_a_path_that_does_not_exist_is_an_error_at_once(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="nowhere"):
        read([tmp_path, tmp_path / "nowhere"])


def test_a_bad_line_hides_none_of_the_good_ones(tmp_path: Path) -> None:
    path = tmp_path / "dump.jsonl"
    bad = [
        b"{broken",
        b'["a"]',
        b"7",
        b"{}",
        b'{"text": 5}',
        b'{"text": " \\n"}',
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"text": NaN}',
        b"9" * 5000,
    ]
    good = b'{"text": "Good"}'
    path.write_bytes(b"\n".join(piece for each in bad for piece in (each, good, b"")))
    found = list(read([path]))
    assert [each.text for each in articles(found)] == ["Good"] * len(bad)
    assert [each.where for each in skipped(found)] == [f"{path.as_posix()}:{1 + 3 * number}" for number in range(len(bad))]
    assert all(len(each.reason) < 120 for each in skipped(found))


def test_a_line_without_end_is_skipped_in_bounded_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streams, "LIMIT", 100)
    monkeypatch.setattr("etl.extract.jsonlines.LIMIT", 100)
    found = stdin(lines({"text": "a" * 1000}, {"text": "Good"}))
    assert [type(each) for each in found] == [Skipped, Article]


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n\t", "empty"),
        ("a.md", b"---\ntitle: A\n---\n", "without a text"),
        ("a.jsonl", b"\n\n", "empty"),
        ("a.txt", b"%PDF-1.4 ...", "PDF"),
        ("a.jsonl", bytes(range(256)), "binary"),
        ("a.txt.gz", b"\x1f\x8bbroken", "cannot be read"),
        ("a.jsonl.gz", gzip.compress(bytes(range(256))), "binary"),
        ("a.json", b'[\n{"text": "a"}\n]', "JSON Lines"),
        ("a.json", b'[{"text": "a"}]', "JSON Lines"),
    ],
)
def test_what_is_no_article_is_skipped_with_a_reason(tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    (found,) = skipped(list(read([path])))
    assert found.where == path.as_posix()
    assert reason in found.reason


def test_a_packed_file_that_breaks_off_keeps_what_came_before(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    rows = lines(*({"text": f"{number} {os.urandom(40).hex()}"} for number in range(2000)))
    path.write_bytes(gzip.compress(rows)[:-2000])
    found = list(read([path]))
    assert len(articles(found)) > 100
    assert "cannot be read after" in skipped(found)[-1].reason


def test_standard_input_is_text_or_json_lines_by_its_looks() -> None:
    assert articles(stdin(b'\n{"text": "One"}\n{"text": "Two"}'))[1].text == "Two"
    assert articles(stdin(b'date 2025-07-12 {"prose"} came'))[0].date == "2025-07-12"
    assert articles(stdin(gzip.compress(b'{"text": "One"}')))[0].text == "One"
    assert articles(stdin('{"text": "Größe"}\n'.encode("utf-16")))[0].text == "Größe"
    assert len(stdin(b'{"text": "One"\n{"text": "Two"}')) == 2
    assert skipped(stdin(b""))


def test_standard_input_stays_open() -> None:
    stream = io.BytesIO(b"One")
    list(read(["-"], stdin=stream))
    assert not stream.closed


def test_line_ends_of_files_are_plain(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"One.\r\n\r\nTwo.\rThree.")
    assert articles(list(read([path])))[0].text == "One.\n\nTwo.\nThree."


@given(
    st.one_of(
        st.binary(max_size=400),
        st.lists(st.sampled_from([b"{", b"}", b'"text"', b":", b"\n", b"---\n", b"date", b"\0", b"\xff"])).map(b"".join),
    )
)
def test_no_bytes_make_reading_fail(data: bytes) -> None:
    for each in stdin(data):
        if isinstance(each, Article):
            assert each.text.strip()
            each.text.encode()
            assert each.document


@given(st.binary(max_size=400), st.sampled_from(["a.txt", "a.md", "a.jsonl", "a.txt.gz", "a.bin"]))
def test_no_file_makes_reading_fail(tmp_path_factory: pytest.TempPathFactory, data: bytes, name: str) -> None:
    path = tmp_path_factory.getbasetemp() / name
    path.write_bytes(data)
    assert list(read([path]))
    count([path])
