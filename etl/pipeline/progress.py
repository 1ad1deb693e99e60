"""How a job tells what it is doing."""

from collections.abc import Callable
from typing import Protocol

from etl.model import Skipped

type Total = Callable[[], int | None]


class Progress(Protocol):
    """Is told of the phases of a job, of each article that is done, and of each that was left out.

    `total` is called only by who shows it, since counting takes time: how many articles there are, None where nobody knows.
    """

    def begin(self, phase: str, total: Total | None = None) -> None: ...

    def step(self) -> None: ...

    def left_out(self, what: str, article: Skipped) -> None: ...

    def end(self) -> None: ...


class Silent:
    """Shows nothing."""

    def begin(self, phase: str, total: Total | None = None) -> None:
        pass

    def step(self) -> None:
        pass

    def left_out(self, what: str, article: Skipped) -> None:
        pass

    def end(self) -> None:
        pass
