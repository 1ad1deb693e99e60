"""What a failure looks like on the command line: what, and what to do next; never a traceback for an EntenteError."""

import os
import sys
from typing import Any

import typer
from typer.core import TyperGroup

from etl.errors import EntenteError

FAILED, STOPPED = 1, 130


class Guarded(TyperGroup):
    """The top group: turns the errors of Entente into messages and exit codes for every command below it."""

    def invoke(self, ctx: Any) -> Any:
        try:
            found = super().invoke(ctx)
            sys.stdout.flush()
            return found
        except EntenteError as error:
            _print(error)
            raise typer.Exit(FAILED) from error
        except BrokenPipeError as error:
            # Whoever reads has had enough (| head). Python must not try to flush the rest at its end.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit from error
        except KeyboardInterrupt as error:
            typer.echo("Stopped. Whatever was loaded stands; the same command goes on from there.", err=True)
            raise typer.Exit(STOPPED) from error


def _print(error: EntenteError) -> None:
    from etl.cli.console import messages

    messages().print(f"[bold red]Error:[/] {_escaped(error.what)}")
    if error.hint:
        messages().print(_escaped(error.hint))


def _escaped(text: str) -> str:
    from rich.markup import escape

    return escape(text)
