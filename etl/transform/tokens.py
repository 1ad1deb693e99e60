"""What the tokenizer of the English models leaves together: "U.S.-led" and "U.K.-flagged" are two words and a hyphen."""

import re
from typing import Any

_BEHIND_INITIALS = r"(?<=\.[A-Z]\.)[-–](?=[A-Za-z])"


def part_initials(tokenizer: Any) -> None:
    """Let a tokenizer part a hyphen from initials with full stops, as it does from "US"."""
    pattern = getattr(getattr(tokenizer, "infix_finditer", None), "__self__", None)
    if isinstance(pattern, re.Pattern):
        tokenizer.infix_finditer = re.compile(f"{pattern.pattern}|{_BEHIND_INITIALS}").finditer
