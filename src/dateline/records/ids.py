"""Identifiers made from content, so that the same input under the same version gives the same records."""

from __future__ import annotations

import hashlib


def content_id(prefix: str, *parts: object) -> str:
    """Return `prefix` and 16 hex digits of a hash over the parts, in order. None and "" differ."""
    digest = hashlib.blake2b(digest_size=8)
    for part in parts:
        raw = b"\x00" if part is None else b"\x01" + str(part).encode("utf-8", "surrogatepass")
        digest.update(len(raw).to_bytes(8, "big") + raw)
    return f"{prefix}_{digest.hexdigest()}"
