"""From bytes to text: UTF-8 first, then what charset-normalizer finds; bytes that are no text at all are told apart."""

import codecs

from charset_normalizer import from_bytes

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16: its mark begins with the same two bytes
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_KINDS = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an Office document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"BZh", "a bzip2 file"),
    (b"\xfd7zXZ", "an xz file"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard file"),
    (b"PAR1", "a Parquet file"),
    (b"SQLite format 3", "an SQLite database"),
)
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b")) + b"\x7f"
# Two bytes a character without a mark: short text in one byte a character is easily taken for it.
_NEVER = ["utf_7", "utf_16", "utf_16_be", "utf_16_le", "utf_32", "utf_32_be", "utf_32_le"]
SAMPLE = 8192
_FAIR_SHARE = 0.05


def mark(head: bytes) -> str | None:
    """Return the encoding that a byte order mark at the beginning announces."""
    return next((encoding for sign, encoding in _MARKS if head.startswith(sign)), None)


def binary(head: bytes) -> str | None:
    """Return what the first bytes of a file say it is where it is no text, else None."""
    kind = next((kind for sign, kind in _KINDS if head.startswith(sign)), None)
    if kind or mark(head) or _wide(head):
        return kind
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return "binary data" if controls > len(head) * _FAIR_SHARE else None


def decode(data: bytes) -> str:
    """Return `data` as text, whatever its encoding; bytes that fit none become U+FFFD."""
    encoding = mark(data) or _wide(data)
    if encoding:
        return data.decode(encoding, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _damaged(data) or _detected(data)


def _wide(data: bytes) -> str | None:
    """Recognise UTF-16 without a mark: in English text every second byte is zero."""
    half = len(data[:SAMPLE]) // 2
    for first, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        zeros, others = data[first:SAMPLE:2].count(0), data[1 - first : SAMPLE : 2].count(0)
        if half > 1 and zeros > half * 0.7 and not others:
            return encoding
    return None


def _damaged(data: bytes) -> str | None:
    """Read UTF-8 with a few broken bytes; None where hardly anything beyond ASCII is valid UTF-8."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    valid = sum(1 for character in text if character > "\x7f") - broken
    return text if valid > broken else None


def _detected(data: bytes) -> str:
    matches = from_bytes(data, cp_exclusion=_NEVER)
    best = matches.best()
    if best is None:
        return data.decode("cp1252", "replace")
    # English has few letters beyond ASCII: where Windows Latin 1 reads as well as the best guess, it is the better guess.
    latin = any("cp1252" in each.could_be_from_charset for each in matches if each.chaos <= best.chaos)
    return data.decode("cp1252" if latin else best.encoding, "replace")
