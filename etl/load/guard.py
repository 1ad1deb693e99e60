"""A check of our own that a Cypher statement only reads: not every engine refuses to write in a reading session."""

import re

from etl.errors import QueryError

_WRITING = ("CREATE", "MERGE", "SET", "DELETE", "DETACH", "REMOVE", "DROP", "FOREACH", "LOAD", "INSERT", "ALTER", "GRANT", "DENY",
            "REVOKE", "START", "STOP", "RENAME", "USE", "TERMINATE")  # fmt: skip
_PROCEDURES = frozenset(
    {"db.labels", "db.relationshiptypes", "db.propertykeys", "db.schema.visualization", "db.schema.nodetypeproperties",
     "db.schema.reltypeproperties", "db.index.fulltext.querynodes", "db.index.fulltext.queryrelationships", "dbms.components"}
)  # fmt: skip

# Strings, quoted names and comments say nothing of clauses, and names after `.`, `:`, `|`, `&`, `!` or `$` are no keywords.
_SILENT = re.compile(
    r"""'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`(?:``|[^`])*`|//[^\n\r]*|/\*.*?\*/""", re.DOTALL
)  # fmt: skip
_NUMBER = re.compile(r"(?<![\w$])\d[\d_]*(?:\.\d+)?(?:[eE][+-]?\d+)?")
_NAME = re.compile(r"(?<=[\w)\]}])\s*\.\s*[A-Za-z_]\w*|[:|&!$]\s*[A-Za-z_]\w*|\b[A-Za-z_]\w*\s*(?=:(?!:))")
_WORD = re.compile(rf"\b(?:{'|'.join(_WRITING)})\b", re.IGNORECASE)
_CALL = re.compile(r"\bCALL\b\s*([\w.]+|[({])", re.IGNORECASE)


def only_reads(cypher: str) -> str:
    """Return `cypher`; raises QueryError where it holds a clause that may write, or calls a procedure not known to read."""
    bare = _NUMBER.sub(" 0 ", _SILENT.sub(lambda found: " x " if found[0][0] in "'\"`" else " ", cypher))
    for called in _CALL.findall(bare):
        if called not in "({" and called.lower() not in _PROCEDURES:
            raise _refused(f"calls the procedure {called}")
    if word := _WORD.search(_NAME.sub(" x ", bare)):
        raise _refused(f"holds the clause {word[0].upper()}")
    return cypher


def _refused(problem: str) -> QueryError:
    return QueryError(
        f"the statement {problem}, and only reading is allowed here",
        hint="Articles are loaded and taken out by `entente load` and `entente retract`.",
    )
