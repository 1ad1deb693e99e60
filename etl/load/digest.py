"""A fingerprint of everything in a store that depends neither on the engine nor on the order of loading."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any

_MODULUS = 1 << 256


def digest(parts: Iterable[Mapping[str, Any]]) -> str:
    """Return the fingerprint of `parts`, which may come in any order: 64 hexadecimal digits.

    The hashes of the parts are added up, so memory does not grow with the store.
    """
    total = 0
    for part in parts:
        total += int.from_bytes(hashlib.sha256(_canonical(part)).digest())
    return f"{total % _MODULUS:064x}"


def _canonical(part: Mapping[str, Any]) -> bytes:
    """Return one JSON text for a part: keys sorted, labels sorted, absent values left out."""
    known = dict(part)
    if "labels" in known:
        known["labels"] = sorted(known["labels"])
    known["properties"] = {key: value for key, value in known["properties"].items() if value is not None}
    return json.dumps(known, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
