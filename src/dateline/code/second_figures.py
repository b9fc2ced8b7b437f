"""Second figures: "police counted 350 people on the march; the organisers spoke of more than 900".

A source that only gives another number for what is told already makes a mention of its own, with that number.
Source: RECORD contract, coding conventions ("two sources with two figures ... make two mentions").
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from dateline.code.figures import counted_in
from dateline.records import Attribution, Count, EventMention, Parse, Reading, SpanText, content_id, voice_at

_REACH = 3  # sentences
_LONGEST = 10  # tokens of "the number of dead at no fewer than 19"
_SAYS = frozenset(("say", "claim", "confirm", "believe"))
_TOLD = frozenset(("occurred", "ongoing", "alleged"))
Told = Sequence[tuple[int, EventMention]]


def second_figures(reading: Reading, parse: Parse, told: Told) -> list[tuple[str, EventMention]]:
    """Return mentions for the figures that sources give without any words of happening, each with the id of what it is of.

    told: (sentence, mention) pairs.
    """
    taken = {m.attribution for _, m in told}
    made: list[tuple[str, EventMention]] = []
    for k, attribution in enumerate(reading.attributions):
        count = None if k in taken else _only_figure(reading, parse, attribution, told)
        if count is None or _told_beside(parse, count, told):
            continue
        original = _counted(reading, parse, count, told)
        if original is None:
            continue
        arguments = tuple(replace(a, basis="inherited") for a in original.arguments)
        start, end = count.span.start, count.span.end
        mention = replace(
            original,
            id=content_id("m", original.report, original.type, original.mode, start, end, original.voice, ""),
            attribution=k,
            trigger=SpanText(span=count.span, text=count.span.of(reading.report.text)),
            arguments=arguments,
            counts=(),
        )  # fmt: skip
        made.append((original.id, mention))
    return made


def _only_figure(reading: Reading, parse: Parse, attribution: Attribution, told: Told) -> Count | None:
    """Return the figure that is all that a source says, None where it says more or no number of people or things."""
    said = attribution.content.span
    if attribution.commitment not in _SAYS or attribution.source is None or attribution.cue is None:
        return None
    words = parse.inside(said)
    if len(words) > _LONGEST or any(t.tag in ("WP", "WDT") for t in words):
        return None
    if any(said.overlaps(m.trigger.span) for _, m in told):
        return None
    inside = [count for count in reading.counts if said.covers(count.span)]
    if any(t.pos in ("VERB", "AUX") for t in words):
        inside = [count for count in inside if count.bound != "vague"]
    return inside[0] if len({count.of for count in inside}) == 1 else None


def _told_beside(parse: Parse, count: Count, told: Told) -> bool:
    """Tell whether the words behind the figure name what it is of: "police counted 900 people at a rally on the quay"."""
    figure = parse.head_of(count.span)
    for sentence, mention in told:
        word = parse.head_of(mention.trigger.span)
        if word is None or figure is None or sentence != figure.sentence or word.i < figure.i:
            continue
        between = parse.tokens[figure.i : word.i]
        if count.of in counted_in(mention.type, mention.mode) and not any(t.text in ";:," for t in between):
            return True
    return False


def _counted(reading: Reading, parse: Parse, count: Count, told: Told) -> EventMention | None:
    """Return the last mention of the same voice before the figure that can be counted so."""
    token = parse.at(count.span.start)
    voice = voice_at(reading.voices, count.span.start).id
    for sentence, mention in reversed(told):
        if token is None or sentence > token.sentence or mention.trigger.span.start > count.span.start:
            continue
        if token.sentence - sentence > _REACH:
            return None
        fits = count.of in counted_in(mention.type, mention.mode)
        if fits and mention.voice == voice and mention.status in _TOLD:
            return mention
    return None
