"""Everything that Entente raises on purpose.

EntenteError
├── InputError            a path or an article that cannot be read
├── KnowledgeError        a gazetteer, lexicon or ontology that contradicts itself
├── ModelError            a spaCy pipeline that is missing or lacks a component
├── StoreError            the graph store refused
│   ├── StoreUnreachable  nothing answers at the address
│   ├── StoreHeld         another process has the embedded database open
│   └── IntegrityError    what stands in the store is not what was loaded
├── QueryError            an unknown query or a parameter that does not fit
│   └── UnknownName       a name that resolves to no entity
└── ExportError           a format that is not known, or a target that cannot be written
"""


class EntenteError(Exception):
    """What failed, with which value, and what to do next."""

    def __init__(self, what: str, *, hint: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.what}\n{self.hint}" if self.hint else self.what


class InputError(EntenteError):
    """A path or an article cannot be read."""


class KnowledgeError(EntenteError):
    """A gazetteer, lexicon or ontology contradicts itself."""


class ModelError(EntenteError):
    """A spaCy pipeline is missing or lacks a component."""


class StoreError(EntenteError):
    """The graph store refused an operation."""


class StoreUnreachable(StoreError):
    """Nothing answers at the address of the store."""


class StoreHeld(StoreError):
    """Another process has the embedded database open."""


class IntegrityError(StoreError):
    """What stands in the store is not what was loaded."""


class QueryError(EntenteError):
    """An unknown query, or a parameter that does not fit it."""


class UnknownName(QueryError):
    """A name resolves to no entity of the wanted class."""


class ExportError(EntenteError):
    """An unknown export format, or a target that cannot be written."""
