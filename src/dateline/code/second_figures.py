"""Second figures: "police counted 350 people on the march; the organisers spoke of more than 900".

A source that only gives another number for what is told already makes a mention of its own, with that number; so does each
further stretch of a verb that tells of several places or days ("200 people marched in Riga and about 60 in Tartu").
Source: RECORD contract, coding conventions ("two sources with two figures ... make two mentions", "several places in one
clause make several mentions").
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from dateline.code.figures import counted_in
from dateline.code.phrases import phrase_span
from dateline.code.sequence import was_answered
from dateline.records import (
    Argument,
    Attribution,
    Count,
    EventMention,
    Parse,
    Reading,
    Span,
    SpanText,
    Token,
    content_id,
    voice_at,
)
from dateline.records.annotation import CountOf
from dateline.records.stretches import Stretch, stretches_of
from dateline.reference.coding import coding_words
from dateline.reference.numbers import Number, find_numbers

_REACH = 3  # sentences
_REACH_BY_NAME = 8  # of what names what it counts: "the crowd"
_WORDS = coding_words().gatherings
_NAMING = {"participants": _WORDS.counted}
_LATEST = 12  # mentions among which force is looked for
_LONGEST = 12  # tokens of "the number of dead at no fewer than 19"
_SAYS = frozenset(("say", "claim", "confirm", "believe"))
_NEAR = 2  # sentences
_CROWD = 10  # a smaller bare number may count anything
_NOBODY = frozenset(
    (
        "",
        "people",
        "persons",
        "there were",
        *(
            f"{the} {number} {at}"
            for the in ("a", "its", "the", "their")
            for number in ("count", "figure", "number", "tally", "total")
            for at in ("as", "at", "of")
        ),
    )
)
_MAIN: dict[tuple[str, str | None], CountOf] = {
    ("GATHER", None): "participants", ("PROTEST", None): "participants", ("COERCE", "arrest"): "arrested",
}  # fmt: skip
_PEOPLE = frozenset(("arrested", "displaced", "evacuated", "injured", "killed", "participants", "released"))
_HARMED = ("injured", "killed")
_HARMLESS = frozenset(
    ("boycott", "hunger-strike", "strike")
)  # in which nobody is hurt: the dead of a storm are no strike's
_COUNTED_ROLE = {"ASSAULT": "victim", "PROTEST": "victim"}
_TOLD = frozenset(("occurred", "ongoing", "alleged"))
Told = Sequence[tuple[int, EventMention]]


def bare_figures(reading: Reading, parse: Parse, told: Told) -> tuple[Count, ...]:
    """Return counts for the bare numbers that sources give of a crowd or of arrests just told: "the police said 4,000"."""
    made: list[Count] = []
    for attribution in reading.attributions:
        span = attribution.content.span
        words = parse.inside(span)
        if attribution.commitment not in _SAYS or not words or any(c.span.overlaps(span) for c in reading.counts):
            continue
        number = _bare_number(span.of(reading.report.text))
        of = _counted_just_before(words[0], told) if number is not None else None
        if number is not None and of is not None:
            at = Span(span.start + number.start, span.start + number.end)
            text = at.of(reading.report.text)
            made.append(Count(span=at, text=text, of=of, low=number.low, high=number.high, bound=number.bound))
    return tuple(made)


def _bare_number(said: str) -> Number | None:
    """Return the number that is all that is said ("4,000", "the number at 40", "there were 40"), small ones left out."""
    number = next(find_numbers(said), None)
    if number is None or (said[: number.start] + said[number.end :]).strip(" .,").lower() not in _NOBODY:
        return None
    return number if (number.low or number.high or 0) >= _CROWD else None


def _counted_just_before(word: Token, told: Told) -> CountOf | None:
    """Return what the last happening before a word, a sentence or two back, is counted in first of all."""
    for sentence, mention in reversed(told):
        if 0 <= word.sentence - sentence <= _NEAR and mention.trigger.span.end <= word.start:
            known = _MAIN.get((mention.type, mention.mode)) or _MAIN.get((mention.type, None))
            return known if mention.status in _TOLD else None
    return None


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
        if any(m.trigger.span == count.span for _, m in made):
            continue  # a source within a source: the figure is told once
        original = _counted(reading, parse, count, attribution.content.span, told)
        if original is None:
            continue
        again = _told_again(reading, original, count.span, k)
        made.append((original.id, replace(again, arguments=with_figure(again, count))))
    return made


def second_stretches(reading: Reading, parse: Parse, told: Told) -> list[EventMention]:
    """Return mentions for what one verb tells of other people, places and days: "in Lyon on Friday and in Lille on Saturday"."""
    made: list[EventMention] = []
    for _, mention in told:
        head = parse.head_of(mention.trigger.span)
        rows = [] if head is None else stretches_of(parse, head, reading.toponyms, reading.times)
        for row in (r for r in rows[1:] if not _says_where(parse, r)):
            span = _span(parse, row)
            again = _in_stretch(reading, parse, mention, rows[0], row)
            if again is not None and not any(span.covers(m.trigger.span) for m in (*(m for _, m in told), *made)):
                made.append(again)
    return made


def _says_where(parse: Parse, row: Stretch) -> bool:
    """Tell whether a stretch only says what the place before it is: "in Wajir, a small town in northern Kenya"."""
    noun = parse.tokens[row.object] if row.object is not None else None
    return noun is not None and noun.dep == "appos" and noun.lemma in coding_words().people.lands


def _in_stretch(
    reading: Reading, parse: Parse, original: EventMention, first: Stretch, row: Stretch
) -> EventMention | None:
    """Return the original told again of a further stretch, its people or things in the roles of the first's.

    None where the first's have no role that the others could take.
    """
    if row.object is None:
        assert row.place is not None, "a stretch without people has a place"
        trigger = phrase = reading.toponyms[row.place].span
    else:
        word = Span(parse.tokens[row.object].start, parse.tokens[row.object].end)
        counted = next((c.span for c in reading.counts if c.span.covers(word)), None)
        trigger, phrase = (counted, counted) if counted else (word, phrase_span(parse, parse.tokens[row.object]))
    gapped = row.object is not None and first.object is None  # the first one's people are the verb's counted subject
    replaced = [c.span for c in reading.counts] if gapped else [_span(parse, first)]
    own = sorted({a.role for a in original.arguments if any(a.span.overlaps(span) for span in replaced)})
    if row.object is not None and not own:
        return None
    arguments = [replace(a, basis="inherited") for a in original.arguments if a.role not in own]
    if row.object is not None:
        arguments += [Argument(role=role, span=phrase, text=phrase.of(reading.report.text)) for role in own]
    return replace(_told_again(reading, original, trigger, original.attribution), arguments=tuple(arguments))


def _span(parse: Parse, row: Stretch) -> Span:
    return Span(parse.tokens[row.first].start, parse.tokens[row.last - 1].end)


def with_figure(mention: EventMention, count: Count) -> tuple[Argument, ...]:
    """Return the roles with those whom the figure counts: it stands for them where the first source gave a number or nobody."""
    role = "actor" if count.of == "participants" else _COUNTED_ROLE.get(mention.type, "recipient")
    held = [a for a in mention.arguments if a.role == role]
    if count.of not in _PEOPLE or any(a.basis == "stated" or next(find_numbers(a.text), None) is None for a in held):
        return mention.arguments
    others = [a for a in mention.arguments if a.role != role]
    known = (_without_number(a) for a in held if not a.span.overlaps(count.span))
    return (*others, Argument(role=role, span=count.span, text=count.text), *(a for a in known if a is not None))


def _without_number(argument: Argument) -> Argument | None:
    """Return who is counted without the first source's number: "nurses" of "900 nurses"; None where that names nobody."""
    number = next(find_numbers(argument.text), None)
    rest = argument.text[number.end :] if number is not None else ""
    named = rest.strip()
    if not named[:1].isalpha() or named.lower().startswith("of "):
        return None
    start = argument.span.start + len(argument.text) - len(rest.lstrip())
    span = Span(start, start + len(named))
    return replace(argument, span=span, text=named, basis="inherited")


def _told_again(reading: Reading, original: EventMention, span: Span, attribution: int | None) -> EventMention:
    """Return the original with the words at the span as those that tell of it again."""
    return replace(
        original,
        id=content_id("m", original.report, original.type, original.mode, span.start, span.end, original.voice, ""),
        attribution=attribution,
        trigger=SpanText(span=span, text=span.of(reading.report.text)),
        arguments=tuple(replace(a, basis="inherited") for a in original.arguments),
        counts=(),
    )


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


def _counted(reading: Reading, parse: Parse, count: Count, said: Span, told: Told) -> EventMention | None:
    """Return the last mention of the same voice before the figure that can be counted so."""
    token = parse.at(count.span.start)
    named = any(t.lemma in _NAMING.get(count.of, ()) for t in parse.inside(said))
    reach = _REACH_BY_NAME if named else _REACH
    voice = voice_at(reading.voices, count.span.start).id
    for sentence, mention in reversed(told):
        if token is None or sentence > token.sentence or mention.trigger.span.start > count.span.start:
            continue
        if token.sentence - sentence > reach:
            return None
        fits = count.of in counted_in(mention.type, mention.mode) and mention.status in _TOLD
        fits = fits and not (mention.mode in _HARMLESS and count.of in _HARMED)
        if fits and mention.voice == voice and not was_answered(parse, mention, (m for _, m in told[-_LATEST:])):
            return mention
    return None
