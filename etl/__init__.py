"""Entente: news articles in, a graph of nations, officials, alliances, exercises and events out."""

__all__ = ["__version__"]

__version__: str


def __getattr__(name: str) -> str:
    # Looking the version up takes longer than all other imports of the command line; few need it.
    if name != "__version__":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("entente")
    except PackageNotFoundError:  # a bare checkout, not installed
        return "0+unknown"
