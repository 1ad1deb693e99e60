"""The jars of a Neo4j version, resolved by Maven and remembered in `.neo4j/` of the checkout."""

import hashlib
import os
import shutil
import subprocess
from pathlib import Path

POM = Path(__file__).with_name("pom.xml")
CACHE = Path(__file__).resolve().parents[3] / ".neo4j"
SECONDS = 900


def class_path(version: str) -> str | None:
    """Return the class path of Neo4j `version`; None when Maven is missing or cannot get the jars."""
    remembered = CACHE / f"{version}-{hashlib.sha256(POM.read_bytes()).hexdigest()[:8]}.classpath"
    if remembered.exists() and _all_there(known := remembered.read_text(encoding="utf-8").strip()):
        return known
    CACHE.mkdir(exist_ok=True)
    return remembered.read_text(encoding="utf-8").strip() if _resolve(version, remembered) else None


def _all_there(known: str) -> bool:
    return bool(known) and all(Path(jar).exists() for jar in known.split(os.pathsep))


def _resolve(version: str, target: Path) -> bool:
    maven = shutil.which("mvn")
    if maven is None:
        return False
    command = [maven, "-q", "-B", "-f", str(POM), f"-Dneo4j.version={version}", "dependency:build-classpath"]
    options = ["-DincludeScope=runtime", f"-Dmdep.outputFile={target}"]
    return subprocess.run([*command, *options], check=False, timeout=SECONDS, capture_output=True).returncode == 0
