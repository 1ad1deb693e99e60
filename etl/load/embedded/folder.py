"""The folder of an embedded database: which files stand in it and what each is for."""

import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from etl.errors import StoreError

DATABASE = "entente"
USERNAME = "root"
HOST = "127.0.0.1"

MARKER = "entente-database"  # its presence tells the folder from any other one
LOG_BYTES = 5_000_000


@dataclass(frozen=True, slots=True)
class Folder:
    """An absolute path and the names below it."""

    path: Path

    @property
    def marker(self) -> Path:
        return self.path / MARKER

    @property
    def password_file(self) -> Path:
        """The generated password of the database's only user; only the owner of the file may read it."""
        return self.path / "password"

    @property
    def lock(self) -> Path:
        """Locked by the engine as long as it lives."""
        return self.path / "engine.lock"

    @property
    def state(self) -> Path:
        """Who runs the engine and on which port."""
        return self.path / "engine.json"

    @property
    def log(self) -> Path:
        """What the engine and its Java print."""
        return self.path / "engine.log"

    @property
    def engine(self) -> Path:
        """ArcadeDB's own folder: databases, configuration, users."""
        return self.path / "arcadedb"

    @property
    def users(self) -> Path:
        return self.engine / "config" / "server-users.jsonl"

    def password(self) -> str:
        """Return the password; raises StoreError when the file cannot be read."""
        try:
            return self.password_file.read_text(encoding="ascii").strip()
        except OSError as failure:
            raise StoreError(
                f"the password of the database {self.path} cannot be read: {failure}",
                hint="Run as the user who owns the folder; without the file, a new one is made when the engine next starts.",
            ) from failure


def folder_at(path: Path) -> Folder:
    """Return the folder at `path`, whether it exists or not; raises StoreError when something else stands there."""
    folder = Folder(path.expanduser().absolute())
    if folder.path.exists() and not folder.path.is_dir():
        raise StoreError(f"{path} is a file, not the folder of a database", hint="Give another path with --db.")
    # In this order: the marker is the first file that another process makes.
    if folder.path.is_dir() and any(folder.path.iterdir()) and not folder.marker.exists():
        raise StoreError(
            f"{path} is a folder of something else: it holds files but no database of Entente",
            hint="Give another path with --db; a new folder is made where none is.",
        )
    return folder


def make(folder: Folder) -> None:
    """Make the folder if there is none; raises StoreError when it cannot be written."""
    try:
        folder.path.mkdir(parents=True, exist_ok=True)
        # The marker comes first: a folder with other files and no marker is not ours.
        folder.marker.touch()
        folder.engine.mkdir(exist_ok=True)
        if folder.log.exists() and folder.log.stat().st_size > LOG_BYTES:
            folder.log.replace(folder.log.with_suffix(".log.1"))
    except OSError as failure:
        raise StoreError(
            f"the folder {folder.path} cannot be written: {failure}", hint="Give a path that you may write, with --db."
        ) from failure


def make_password(folder: Folder) -> None:
    """Generate the password unless there is one; only the engine's process calls this, under its lock."""
    if folder.password_file.exists():
        return
    # The engine knows the former password only as a hash; without its list of users it takes the new one.
    folder.users.unlink(missing_ok=True)
    draft = folder.password_file.with_suffix(".new")
    draft.unlink(missing_ok=True)
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as file:
        file.write(secrets.token_urlsafe(24) + "\n")
    draft.replace(folder.password_file)
