"""A date expression in a Doc."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DateSpan:
    """Tokens [start, end) that tell a time; `value` is an EDTF literal, None where the text gives no way to resolve it."""

    start: int
    end: int
    text: str
    value: str | None
    rule: str = ""
