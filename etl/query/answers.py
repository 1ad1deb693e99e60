"""What queries ask of a store."""

from typing import Any, Protocol


class Answer(Protocol):
    """What a store answers: one dictionary a row."""

    @property
    def rows(self) -> list[dict[str, Any]]: ...


class Read(Protocol):
    """Runs one reading statement with its parameters."""

    def __call__(self, cypher: str, /, **parameters: Any) -> Answer: ...
