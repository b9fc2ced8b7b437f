"""Who is said to have said what: attributions, and with them the speakers of quotations.

Takes voices and a parse, gives attributions. Direct quotations are joined to their cue by `quoted`, indirect speech and
thought are found by `reported`, sources are named by `names`; this module puts them in order and nests them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from msgspec.structs import replace

from dateline.records import Attribution, Content, Parse, Reading, Source, Span, SpanText, Unresolved, Voice
from dateline.reference.speech import Speech, speech
from dateline.segment.names import Names
from dateline.segment.phrases import noun_phrase
from dateline.segment.posts import paragraphs
from dateline.segment.quoted import MARKS, Cueing, Quote
from dateline.segment.reported import reported
from dateline.segment.sayings import Saying
from dateline.segment.scripted import scripted

_LEAD = 200  # characters before a post in which its writer is named
_OPEN_AT_ONCE = 60  # contents that may nest around one place; keeps the cost linear in any text


class Attribute:
    """Finds attributions and fills in the speakers of quotations."""

    needs = ("voices", "parse")
    adds = ("attributions",)

    def __init__(self, lexicon: Speech | None = None) -> None:
        self.lexicon = lexicon or speech()

    def __call__(self, reading: Reading) -> Reading:
        """Return the reading with its attributions and with the speakers of its quotations."""
        parse, text = reading.grammar(), reading.report.text
        owners = Owners(reading.voices)
        found_in_parse = reported(parse, self.lexicon)
        turns = scripted(text, paragraphs(reading.report), parse, self.lexicon)
        direct = self._direct(reading, parse, found_in_parse)
        indirect = [
            s
            for s in (_within(s, owners) for s in (*found_in_parse, *turns))
            if s and not _quotation_only(text, s, owners)
        ]
        names = Names(parse, self.lexicon)
        found = [(s, None) for s in indirect] + [(s, voice.id) for voice, s in direct]
        found.sort(key=lambda pair: (_place(pair[0]), pair[0].content.start, -pair[0].content.end))
        attributions = [_attribution(text, saying, owners, names) for saying, _ in found]
        voices = _with_speakers(reading.voices, found, attributions)
        voices = tuple(_with_holder(v, text, owners, names) if v.kind == "post" else v for v in voices)
        return replace(reading, voices=voices, attributions=told(nested(attributions)))

    def _direct(self, reading: Reading, parse: Parse, indirect: Sequence[Saying]) -> list[tuple[Voice, Saying]]:
        """Return the quotations with what is found of their speakers; nothing found is a saying without source."""
        cueing = Cueing(reading.report.text, parse, self.lexicon, indirect)
        out: list[tuple[Voice, Saying]] = []
        last: dict[tuple[int, int], tuple[Voice, Saying]] = {}
        for voice, low, high, above in _bounds(reading):
            before = last.get((low, high))
            quote = Quote(
                span=voice.span, low=low, high=high, above=above, before=before[0].span.end if before else None
            )
            saying = cueing.speaker(quote, before[1] if before else None)
            saying = saying or cueing.carried_on(quote, *out[-1:])
            saying = saying or Saying(source=None, who=None, cue=None, content=voice.span, commitment="say")
            last[low, high] = (voice, saying)
            out.append((voice, saying))
        return out


def _place(saying: Saying) -> int:
    return saying.source.start if saying.source else saying.content.start


def _bounds(reading: Reading) -> list[tuple[Voice, int, int, int | None]]:
    """Return each quotation with the bounds of its paragraph within the voice around it and the start of the one before."""
    blocks = [block.span for block in paragraphs(reading.report)]
    starts = [span.start for span in blocks]
    by_id = {voice.id: voice for voice in reading.voices}
    out = []
    for voice in reading.voices:
        if voice.kind != "quote":
            continue
        around = by_id[voice.parent or "v0"]
        around_span = around.body or around.span
        n = max(0, bisect_right(starts, voice.span.start) - 1)
        first = blocks[n] if blocks else around_span
        above = blocks[n - 1].start if n and around_span.covers(blocks[n - 1]) else None
        last = blocks[max(0, bisect_right(starts, voice.span.end) - 1)] if blocks else around_span
        out.append((voice, max(first.start, around_span.start), min(last.end, around_span.end), above))
    return out


class Owners:
    """Looks up the innermost voice at an offset, for voices that nest or stand apart."""

    def __init__(self, voices: Sequence[Voice]) -> None:
        self.voices = voices
        self.parents = {voice.id: voice for voice in voices}
        self.starts = [voice.span.start for voice in voices[1:]]

    def at(self, offset: int) -> Voice:
        """Return the innermost voice that covers `offset`."""
        k = bisect_right(self.starts, offset)
        voice = self.voices[k] if k else self.voices[0]
        while offset >= voice.span.end and voice.parent is not None:
            voice = self.parents[voice.parent]
        return voice

    def quoted(self, offset: int) -> Span | None:
        """Return the innermost quotation that covers `offset`, None outside of any."""
        voice = self.at(offset)
        return voice.span if voice.kind == "quote" else None


def _within(saying: Saying, owners: Owners) -> Saying | None:
    """Return the saying with its content kept inside the voice that its cue stands in, None where nothing is left."""
    voice = owners.at(saying.cue.start) if saying.cue else owners.voices[0]
    span = saying.content
    kept = Span(max(span.start, voice.span.start), min(span.end, voice.span.end))
    if kept.start >= kept.end:
        return None
    if saying.source is not None and not voice.span.covers(saying.source):
        return None
    return saying if kept == span else replace(saying, content=kept)


def _quotation_only(text: str, saying: Saying, owners: Owners) -> bool:
    """Tell whether the content is just what a quotation holds while the cue stands outside it: direct, not indirect."""
    start, end = saying.content.start, saying.content.end
    while start < end and (text[start] in MARKS or text[start].isspace()):
        start += 1
    while end > start and (text[end - 1] in MARKS or text[end - 1].isspace()):
        end -= 1
    inner = owners.at(start)
    cue = saying.cue.start if saying.cue else start
    if inner.kind == "outlet" or inner.span.start <= cue < inner.span.end:
        return False
    return end <= inner.span.end


def _attribution(text: str, saying: Saying, owners: Owners, names: Names) -> Attribution:
    """Turn a saying into a record; the voice is the one in which its cue stands."""
    spot = saying.cue.start if saying.cue else saying.source.start if saying.source else saying.content.start - 1
    owner = owners.at(spot) if spot >= 0 else owners.voices[0]
    if owner.span == saying.content and owner.parent is not None:
        owner = owners.parents[owner.parent]
    unresolved: Unresolved = {}
    source, commitment = None, saying.commitment
    if saying.source is not None and saying.who is not None:
        head = saying.who if saying.stands_for is None else _named(names.parse, saying.stands_for)
        meant = saying.source if saying.stands_for is None else noun_phrase(names.parse, head)
        name = names.name(meant, head, owner.span, owners.quoted)
        source = Source(span=saying.source, text=saying.source.of(text), name=name)
        if name is None:
            unresolved = {"source.name": "not-stated"}
            commitment = "claim" if _hearsay(names, saying) else commitment
    else:
        unresolved = {"source": "hidden-source" if saying.cue else "not-stated"}
    if saying.cue is None:
        unresolved["cue"] = "not-stated"
    return Attribution(
        voice=owner.id, parent=None, source=source, content=Content(span=saying.content), commitment=commitment,
        cue=SpanText(span=saying.cue, text=saying.cue.of(text)) if saying.cue else None, unresolved=unresolved,
    )  # fmt: skip


def _named(parse: Parse, head: int) -> int:
    """Return the head of the name that a noun is set beside: "Jane Roe, a baker, who said"."""
    token = parse.tokens[head]
    return token.head if token.dep == "appos" and parse.tokens[token.head].pos == "PROPN" else head


def _hearsay(names: Names, saying: Saying) -> bool:
    """Tell whether nobody in particular says it: "they say", where "they" goes back to nobody."""
    cue = names.parse.at(saying.cue.end - 1) if saying.cue else None
    return saying.commitment == "say" and cue is not None and cue.lemma in names.lexicon.frames["hearsay"]


def _with_speakers(
    voices: tuple[Voice, ...], found: Sequence[tuple[Saying, str | None]], attributions: Sequence[Attribution]
) -> tuple[Voice, ...]:
    """Return the voices with the speakers of quotations filled in from their attributions."""
    speakers: dict[str, str] = {}
    for (_, voice), attribution in zip(found, attributions, strict=True):
        if voice is not None and attribution.source is not None and attribution.source.name:
            speakers[voice] = attribution.source.name
    return tuple(
        replace(v, speaker=speakers[v.id], unresolved={k: r for k, r in v.unresolved.items() if k != "speaker"})
        if v.id in speakers
        else v
        for v in voices
    )


def _with_holder(post: Voice, text: str, owners: Owners, names: Names) -> Voice:
    """Return a post whose writer is named by an office alone ("the governor wrote:") with who holds it in the report."""
    office = (post.speaker or "").removeprefix("The ")
    if post.handle is not None or not office.islower():
        return post
    start = text.rfind(office, max(0, post.span.start - _LEAD), post.span.start)
    words = names.parse.inside(Span(start, start + len(office))) if start >= 0 else []
    if not words:
        return post
    name = names.name(noun_phrase(names.parse, words[-1].i), words[-1].i, owners.at(start).span, owners.quoted)
    return replace(post, speaker=name) if name else post


def nested(attributions: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """Set each attribution's parent: the smallest one whose content covers it, cue and source included.

    A direct quotation inside its own speaker's reported sentence hangs on what that sentence hangs on.
    """
    order = sorted(range(len(attributions)), key=lambda i: (_from(attributions[i]), -_to(attributions[i])))
    by_content = sorted(range(len(attributions)), key=lambda i: _key(attributions[i].content.span))
    parents: list[int | None] = [None] * len(attributions)
    stack: list[int] = []
    pending = 0
    for i in order:
        start = _from(attributions[i])
        while pending < len(by_content) and attributions[by_content[pending]].content.span.start <= start:
            stack.append(by_content[pending])
            pending += 1
        stack = [j for j in stack[-_OPEN_AT_ONCE:] if attributions[j].content.span.end > start]
        parents[i] = _smallest(attributions, i, stack)
    return tuple(replace(a, parent=_settled(parents, attributions, i)) for i, a in enumerate(attributions))


def told(attributions: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """Leave out stances inside what somebody says: there they are part of the saying, and nobody else's ascription."""
    kept = [
        i
        for i, a in enumerate(attributions)
        if a.commitment != "stance" or a.parent is None or attributions[a.parent].commitment == "stance"
    ]
    place = {old: new for new, old in enumerate(kept)}

    def parent_of(i: int) -> int | None:
        parent = attributions[i].parent
        while parent is not None and parent not in place:
            parent = attributions[parent].parent
        return None if parent is None else place[parent]

    return tuple(replace(attributions[i], parent=parent_of(i)) for i in kept)


def _key(span: Span) -> tuple[int, int]:
    return span.start, -span.end


def _from(attribution: Attribution) -> int:
    spots = [attribution.content.span.start]
    spots += [attribution.cue.span.start] if attribution.cue else []
    spots += [attribution.source.span.start] if attribution.source and not attribution.cue else []
    return min(spots)


def _to(attribution: Attribution) -> int:
    return max(attribution.content.span.end, attribution.cue.span.end if attribution.cue else 0)


def _smallest(attributions: Sequence[Attribution], i: int, open_now: Sequence[int]) -> int | None:
    """Return the open attribution with the narrowest content around attribution `i`."""
    inner = Span(_from(attributions[i]), _to(attributions[i]))
    fits = [j for j in open_now if j != i and _around(attributions[j], attributions[i], inner)]
    return min(fits, key=lambda j: len(attributions[j].content.span), default=None)


def _around(outer: Attribution, inner: Attribution, extent: Span) -> bool:
    """Tell whether one holds the other, whose source may be its own: "denied planning an attack"."""
    content = outer.content.span
    own = inner.source is None or content.covers(inner.source.span) or inner.source == outer.source
    return own and content.covers(extent) and content != inner.content.span and len(content) > len(inner.content.span)


def _settled(parents: Sequence[int | None], attributions: Sequence[Attribution], i: int) -> int | None:
    """Return the parent, stepping over one that has the same source and cue as the attribution itself."""
    parent = parents[i]
    while parent is not None and attributions[parent].cue == attributions[i].cue and attributions[i].cue is not None:
        parent = parents[parent]
    return parent
