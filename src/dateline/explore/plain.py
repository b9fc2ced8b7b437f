"""Makes text of strangers safe to print in a terminal."""

from __future__ import annotations

import re

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def plain(text: str) -> str:
    """Replace control characters, direction changers and lone surrogates with U+FFFD, one for one."""
    return _CONTROL.sub("�", text)
