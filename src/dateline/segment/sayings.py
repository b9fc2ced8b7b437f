"""One ascription as the rules find it, before names and voices are settled."""

from __future__ import annotations

import msgspec

from dateline.records import Span

OWN = frozenset(("i", "we", "you", "me", "us", "there", "nobody", "none", "nothing"))  # no source that is told of


class Saying(msgspec.Struct, frozen=True, kw_only=True):
    """One ascription as found. source, who: span and head token, None when hidden; cue: None where no word gives it.

    stands_for: head of the noun that a relative pronoun as source stands for; its name is the source's name.
    """

    source: Span | None
    who: int | None
    cue: Span | None
    content: Span
    commitment: str
    stands_for: int | None = None
