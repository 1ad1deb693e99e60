"""The driver's exceptions, mapped to Entente's at the boundary."""

from collections.abc import Iterator
from contextlib import contextmanager

from neo4j import exceptions

from etl.errors import StoreError, StoreUnreachable
from etl.load.server import Server

# The code's ending and what to do about it; the first that fits counts.
_HINTS = (
    ("Security.AuthenticationRateLimit", "Too many wrong passwords: wait a few seconds, then correct NEO4J_PASSWORD."),
    ("Security.CredentialsExpired", "Change the initial password of the server first, then set NEO4J_PASSWORD to the new one."),
    ("Security.Unauthorized", "Check NEO4J_USERNAME and NEO4J_PASSWORD (embedded: the file `password` in the database folder)."),
    ("Security.Forbidden", "Use a user that may read and write the database and change its schema."),
    ("Database.DatabaseNotFound", "Check NEO4J_DATABASE; `SHOW DATABASES` on the server lists the names."),
    ("Statement.SyntaxError", "The store does not understand this Cypher: check its syntax and the engine's version."),
    ("Statement.ParameterMissing", "Give a value for every $parameter of the statement."),
    ("Schema.ConstraintValidationFailed", "Another client writes the same keys: try again, or load from one process at a time."),
    ("General.TransactionOutOfMemoryError", "Raise dbms.memory.transaction.total.max on the server."),
)


# What a transaction meets when another client has created or removed the same nodes first: a second try finds them as they are.
_OVERTAKEN = ("Schema.ConstraintValidationFailed", "Statement.EntityNotFound")


def overtaken(failure: exceptions.ClientError) -> bool:
    """Say whether `failure` comes of another client's work, so that the transaction may be tried again."""
    return (failure.code or "").endswith(_OVERTAKEN)


@contextmanager
def mapped(server: Server) -> Iterator[None]:
    """Turn what the driver raises within the block into StoreUnreachable or StoreError with a hint; let the rest pass."""
    try:
        yield
    except (exceptions.ServiceUnavailable, exceptions.SessionExpired) as failure:
        raise _unreachable(server, failure) from failure
    except exceptions.Neo4jError as failure:
        raise _refused(server, failure) from failure
    except exceptions.DriverError as failure:
        raise StoreError(f"the driver cannot work with {server.uri}: {failure}", hint="Check NEO4J_URI.") from failure


def _unreachable(server: Server, failure: Exception) -> StoreUnreachable:
    if server.product == "arcadedb":
        hint = "The embedded engine has ended; run the command again, and see engine.log in the database folder."
    else:
        hint = "Start the server (`docker compose up -d neo4j`) or correct NEO4J_URI; unset it for the embedded database."
    return StoreUnreachable(f"no graph store answers at {server.uri}: {_first_line(failure)}", hint=hint)


def _refused(server: Server, failure: exceptions.Neo4jError) -> StoreError:
    code = failure.code or "unknown"
    hint = next((hint for ending, hint in _HINTS if code.endswith(ending)), "See the server's log for more.")
    return StoreError(f"the store at {server.uri} refused ({code}): {failure.message or failure}", hint=hint)


def _first_line(failure: Exception) -> str:
    return (str(failure).splitlines() or [type(failure).__name__])[0]
