"""A date expression in a Doc."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DateSpan:
    """Tokens [start, end) that tell a time; `value` is an EDTF literal, None where the text gives no way to resolve it.

    `chars` are the characters of the Doc's text that do so, where they are a part of a token: "1980" of "1980–1987".
    """

    start: int
    end: int
    text: str
    value: str | None
    rule: str = ""
    chars: tuple[int, int] | None = None
