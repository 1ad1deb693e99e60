"""One thing to say about a row of knowledge."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from etl.knowledge import Row

type Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Finding:
    """An error makes what is read wrong; a warning names what has no effect, or may not be meant.

    `check` is the kind of finding, `what` says what is the matter and `hint` what to do about it.
    """

    severity: Severity
    check: str
    file: Path
    line: int
    what: str
    hint: str = ""


def error(check: str, row: Row, what: str, hint: str = "") -> Finding:
    return Finding("error", check, row.file, row.line, what, hint)


def warning(check: str, row: Row, what: str, hint: str = "") -> Finding:
    return Finding("warning", check, row.file, row.line, what, hint)
