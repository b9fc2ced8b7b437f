"""Who is called the organiser beside a gathering or a protest: "the organisers, River Watch, spoke of 900".

So is whoever people come out at the call of.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from dateline.code import frames
from dateline.code.phrases import phrase_span
from dateline.records import Argument, EventMention, Parse, Reading, Token, voice_at
from dateline.reference.coding import coding_words

# Kinds of protest that somebody calls for; who blocks, boycotts or riots just does it.
ORGANIZED = (None, "demonstration", "strike", "hunger-strike")
_WORDS = coding_words().gatherings
_REACH = 1  # sentences between a happening and the words about its organisers


def with_organizers(mentions: Sequence[EventMention], reading: Reading, parse: Parse) -> list[EventMention]:
    """Return the mentions, those without an organizer with whom the same or the next sentence names as such."""
    out = list(mentions)
    for noun, name in _named(parse):
        voice = voice_at(reading.voices, noun.start).id
        span = phrase_span(parse, name)
        who = Argument(role="organizer", span=span, text=span.of(reading.report.text))
        last: tuple[str, str | None] | None = None
        for k in sorted(range(len(out)), key=lambda k: -out[k].trigger.span.start):
            mention, word = out[k], parse.at(out[k].trigger.span.start)
            if word is None or mention.voice != voice or not _has_organizers(mention):
                continue
            if not 0 <= noun.sentence - word.sentence <= _REACH or last not in (None, (mention.type, mention.mode)):
                continue
            last = (mention.type, mention.mode)
            if not any(a.role == "organizer" for a in mention.arguments):
                others = tuple(a for a in mention.arguments if not a.span.overlaps(span))
                out[k] = replace(mention, arguments=(*others, who))
    return out


def _has_organizers(mention: EventMention) -> bool:
    return mention.type == "GATHER" or (mention.type == "PROTEST" and mention.mode in ORGANIZED)


def _named(parse: Parse) -> Iterator[tuple[Token, Token]]:
    """Yield each word for an organiser with the head of the name set beside it."""
    for noun in parse.tokens:
        if noun.lemma in _WORDS.instigating and parse.tokens[noun.head].lower == "at":  # "at the call of two unions"
            yield from ((noun, name) for name in frames.complements(parse, noun.i, "of"))
        if noun.lemma not in _WORDS.organizers or noun.pos not in ("NOUN", "PROPN"):
            continue
        above = parse.tokens[noun.head]
        beside = [t for t in parse.kids(noun.i, "appos") if t.i > noun.i]
        if noun.dep == "appos" and above.pos == "PROPN":  # "River Watch, the organiser"
            beside.append(above)
        if not beside:
            beside = [t for e in parse.entities if e.label in ("ORG", "PERSON") and _set_off(parse, noun, e.first)
                      for t in parse.tokens[e.first : e.last] if t.head < e.first or t.head >= e.last]  # fmt: skip
        if beside:
            yield noun, beside[0]


def _set_off(parse: Parse, noun: Token, first: int) -> bool:
    """Tell whether a name begins right behind the noun and its comma, whatever the parser made it depend on."""
    return first - noun.i in (2, 3) and parse.tokens[noun.i + 1].text == "," and first < len(parse.tokens)
