"""The stage that codes events: triggers, joined into happenings, with arguments, status, attribution and numbers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from msgspec.structs import replace

from dateline.code.arguments import arguments_of
from dateline.code.echoes import absorbed, as_referent, echo_of, referent
from dateline.code.figures import distribute, from_arguments
from dateline.code.join import Happening, governing_verb, join
from dateline.code.references import is_content, is_reference, without_references
from dateline.code.register import firm, is_quiet
from dateline.code.status import Context, status_of
from dateline.code.triggers import find_triggers
from dateline.records import Argument, Attribution, EventMention, Parse, Reading, Span, SpanText, content_id, voice_at
from dateline.records.unresolved import Unresolved
from dateline.reference.codebook import ECHO, Codebook, load_codebook
from dateline.reference.statuswords import StatusWords, load_status_words
from dateline.reference.topics import load_topics

_HAPPENED = ("occurred", "ongoing")
_UNREAL = ("hypothetical", "planned")


class CodeEvents:
    """Codes a reading by a codebook; place, time and names are settled by the resolve stages."""

    needs = ("voices", "parse", "attributions", "times", "counts")
    adds = ("events", "counts")

    def __init__(self, codebook: Codebook | None = None, status_words: StatusWords | None = None) -> None:
        self.codebook = codebook or load_codebook()
        self.words = status_words or load_status_words()
        self.topics = load_topics()

    def __call__(self, reading: Reading) -> Reading:
        """Add the event mentions."""
        parse = reading.grammar()
        triggers = [t for t in find_triggers(parse, self.codebook) if not _in_signature(reading, t.span(parse))]
        happenings = join(parse, triggers)
        told: list[tuple[int, EventMention]] = []
        referring: list[bool] = []
        originals: dict[str, str] = {}
        for happening in happenings:
            mention = self._settled(reading, parse, happening, told, originals)
            if mention is None or (mention.status in _UNREAL and is_content(parse, happening, happenings)):
                continue
            told.append((parse.tokens[happening.lead.head].sentence, mention))
            referring.append(is_reference(reading, parse, happening))
        mentions = without_references([(m, r) for (_, m), r in zip(told, referring, strict=True)])
        counts = (*reading.counts, *from_arguments(mentions, reading.report.text, reading.counts))
        figures = distribute(parse, mentions, counts)
        mentions = [replace(m, counts=c) for m, c in zip(contest(mentions, reading.attributions), figures, strict=True)]
        mentions = absorbed(mentions, originals, counts)
        if is_quiet(parse, mentions, self.topics, self.codebook):
            mentions = firm(mentions, parse, self.codebook)
        return replace(reading, events=tuple(m for m in mentions if m.type != ECHO), counts=counts)

    def _settled(
        self,
        reading: Reading,
        parse: Parse,
        happening: Happening,
        told: list[tuple[int, EventMention]],
        originals: dict[str, str],
    ) -> EventMention | None:
        """Return the mention of a happening, an echo with what it refers to; None for an echo of nothing.

        originals: takes the id of what an echo refers to, by the echo's id.
        """
        arguments = _with_text(arguments_of(parse, happening, self.codebook), reading.report.text)
        mention = self._mention(reading, parse, happening, arguments)
        echo = echo_of(happening, arguments, parse, self.codebook)
        if echo is None:
            return mention
        sentence = parse.tokens[happening.lead.head].sentence
        original = referent(echo, sentence, told, (mention.voice,))
        if original is None:
            return None if happening.type == ECHO or _is_accident(reading, parse, happening, self.codebook) else mention
        if echo.denies:
            mention = replace(mention, attribution=denying_at(reading.attributions, mention.trigger.span))
        echoing = with_id(as_referent(mention, original, echo))
        originals[echoing.id] = original.id
        return echoing

    def _mention(
        self, reading: Reading, parse: Parse, happening: Happening, arguments: tuple[Argument, ...]
    ) -> EventMention:
        report, span = reading.report, happening.lead.span(parse)
        voice = voice_at(reading.voices, span.start)
        attribution = attribution_at(reading.attributions, span)
        context = _context(reading, parse, happening, attribution)
        return with_id(
            EventMention(
                id="",
                report=report.id,
                voice=voice.id,
                attribution=attribution,
                type=happening.type,
                mode=happening.mode if happening.type != ECHO else None,
                status=status_of(parse, happening.lead.head, self.words, context),
                trigger=SpanText(span=span, text=span.of(report.text)),
                arguments=arguments,
                unresolved=_open_fields(happening),
            )
        )


def with_id(mention: EventMention) -> EventMention:
    """Return the mention with the id that its content gives."""
    span = mention.trigger.span
    return replace(
        mention,
        id=content_id("m", mention.report, mention.type, mention.mode, span.start, span.end, mention.voice, ""),
    )


def _is_accident(reading: Reading, parse: Parse, happening: Happening, codebook: Codebook) -> bool:
    """Tell whether casualties without a doer stand in a passage about an accident or a disaster."""
    sentence = parse.tokens[happening.lead.head].sentence
    first, last = parse.sentences[max(0, sentence - 2)][0], parse.sentences[sentence][1]
    return any(t.lemma in codebook.classes["accident"] for t in parse.tokens[first:last])


def attribution_at(attributions: Sequence[Attribution], span: Span) -> int | None:
    """Return the index of the smallest attribution whose content covers the span, or None; a stance tells of nothing."""
    covering = [k for k, a in enumerate(attributions) if a.content.span.covers(span) and a.commitment != "stance"]
    return min(covering, key=lambda k: len(attributions[k].content.span), default=None)


def denying_at(attributions: Sequence[Attribution], span: Span) -> int | None:
    """Return the index of the denial whose cue stands at the span, or None."""
    return next(
        (k for k, a in enumerate(attributions) if a.commitment == "deny" and a.cue and a.cue.span.overlaps(span)), None
    )


def contest(mentions: list[EventMention], attributions: Sequence[Attribution]) -> list[EventMention]:
    """Turn what a source says into an allegation where the same report has it denied.

    Source: RECORD contract, status table ("said by one side and contested in the report").
    """
    denied = {(m.type, m.mode) for m in mentions if m.status == "denied"}
    contents = {a.content.span for a in attributions if a.commitment == "deny"}

    def contested(mention: EventMention) -> bool:
        if mention.status not in _HAPPENED or mention.attribution is None:
            return False
        return (mention.type, mention.mode) in denied or attributions[mention.attribution].content.span in contents

    return [replace(m, status="alleged") if contested(m) else m for m in mentions]


def _with_text(arguments: tuple[Argument, ...], text: str) -> tuple[Argument, ...]:
    return tuple(replace(a, text=a.span.of(text)) for a in arguments)


def _open_fields(happening: Happening) -> Unresolved:
    unresolved: Unresolved = {"confidence": "not-calibrated"}
    if happening.mode is None:
        unresolved["mode"] = "no-mode"
    return unresolved


def _in_signature(reading: Reading, span: Span) -> bool:
    """Tell whether the span stands in a post's signature, not in its words."""
    return any(
        v.kind == "post" and v.body is not None and v.span.covers(span) and not v.body.covers(span)
        for v in reading.voices
    )


def _context(reading: Reading, parse: Parse, happening: Happening, attribution: int | None) -> Context:
    said_on = _clock(reading, happening.lead.span(parse))
    clause = _clause_span(parse, governing_verb(parse, happening.lead))
    times = [t for t in reading.times if clause.covers(t.span) and t.from_ is not None]
    future = said_on is not None and any(t.from_ is not None and t.from_ > said_on for t in times)
    past = said_on is not None and any(t.to is not None and t.to <= said_on for t in times)
    return Context(reading.attributions[attribution] if attribution is not None else None, future and not past, past)


def _clock(reading: Reading, span: Span) -> date | None:
    """Return the day on which the voice at the span speaks, as far as it is known."""
    voice = voice_at(reading.voices, span.start)
    while voice.kind == "quote" and voice.parent is not None:
        voice = next(v for v in reading.voices if v.id == voice.parent)
    return voice.posted if voice.kind == "post" else reading.report.published


def _clause_span(parse: Parse, verb: int) -> Span:
    """Return the text from the first to the last token that hangs on the verb outside its subordinate clauses."""
    skip = {
        j for child in parse.kids(verb, "advcl", "ccomp", "relcl", "parataxis", "conj") for j in parse.subtree(child.i)
    }
    tokens = [j for j in parse.subtree(verb) if j not in skip or j == verb]
    return Span(parse.tokens[tokens[0]].start, parse.tokens[tokens[-1]].end)
