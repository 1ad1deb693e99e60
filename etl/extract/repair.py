"""Repair of broken text: mis-decoded characters, control characters, lone surrogates.

What is not broken stays as it is: curly quotation marks, line breaks, full-width letters and HTML entities are not touched.
Letters that were taken apart into base and accent are put together (NFC), and ligatures of typesetting ("ﬁ") are taken apart,
because no name in them would be recognised. Offsets count in the repaired text.
"""

import ftfy

_CONFIG = ftfy.TextFixerConfig(
    unescape_html=False,
    fix_character_width=False,
    uncurl_quotes=False,
    fix_line_breaks=False,
    normalization="NFC",
    explain=False,
)


def repair(text: str) -> str:
    """Return `text` with what is broken in it repaired, and without a single character that cannot be written as UTF-8."""
    return ftfy.fix_text(text, _CONFIG)


def line(value: object) -> str | None:
    """Return a title, name or address as one repaired line; None where it is empty or no text."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    return " ".join(repair(str(value)).split()) or None
