"""The command line: `entente --help`.

Each file holds one group of commands; a command reads its arguments, calls the function that does the work, and prints what
came out: results on standard output, messages on standard error. Exit codes: 0 done, 1 failed or, with --strict, left
something out, 2 a command line that cannot be understood, 130 stopped by the user.
"""

from etl.cli.app import app, main

__all__ = ["app", "main"]
