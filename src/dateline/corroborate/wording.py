"""The loaded words that stand by a trigger, in the voice that tells the happening."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.corroborate.names import fold
from dateline.records import EventMention, Reading
from dateline.records.sentence import sentence_at


def wording(mention: EventMention, reading: Reading) -> Iterator[tuple[str, str]]:
    """Yield (plain word, or why it is loaded; the word used) for each loaded word of the trigger's sentence."""
    if not reading.loaded:
        return
    around = sentence_at(reading.report.text, mention.trigger.span)
    for loaded in reading.loaded:
        if loaded.voice == mention.voice and loaded.span.overlaps(around):
            yield fold(loaded.plain or loaded.why).replace(" ", "-"), loaded.text.casefold()
