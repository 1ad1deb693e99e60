"""Files that are written from the ontology: brought up to date, or compared."""

import argparse
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Generated:
    """The text of each file, and the files that are there by such names now."""

    files: Mapping[Path, str]
    present: frozenset[Path]

    def stale(self) -> list[Path]:
        """Return the files that are missing, differ, or are left over, in order."""
        wrong = [path for path, text in self.files.items() if not path.is_file() or path.read_text(encoding="utf-8") != text]
        return sorted(wrong + [path for path in self.present if path not in self.files])

    def write(self) -> None:
        """Bring every stale file up to date."""
        for path in self.stale():
            if path in self.files:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(self.files[path], encoding="utf-8")
            else:
                path.unlink()


def main(description: str | None, generated: Generated) -> None:
    """Run the command of a module that generates files."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--check", action="store_true", help="write nothing; exit with 1 when a file is stale")
    if not parser.parse_args().check:
        generated.write()
    elif stale := generated.stale():
        sys.exit("\n".join(f"stale: {path}" for path in stale))
