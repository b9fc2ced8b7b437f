"""The stage that codes events: triggers, joined into happenings, with arguments, status, attribution and numbers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from msgspec.structs import replace

from dateline.code.agreements import agreed_on
from dateline.code.arguments import arguments_of
from dateline.code.bearers import note_places
from dateline.code.blame import blamed_deeds
from dateline.code.chains import NOMINAL, Context, no_in
from dateline.code.charges import unsaid
from dateline.code.context_modes import with_modes
from dateline.code.culprits import is_untold_blame
from dateline.code.denied_words import with_denied_words
from dateline.code.echoes import (
    absorbed,
    accused,
    as_referent,
    echo_of,
    is_pointing,
    pointed_at,
    referent,
    says_of_what,
    since_charge,
    sums_up,
    with_denials,
)
from dateline.code.elsewhere import is_elsewhere
from dateline.code.figures import distribute, from_arguments, with_counted
from dateline.code.gatherings import by_crowd, by_sides, named_again
from dateline.code.irregulars import by_irregulars
from dateline.code.join import Happening, as_kind, governing_verb, join
from dateline.code.negation import is_negated
from dateline.code.no_happenings import is_none
from dateline.code.organizers import with_organizers
from dateline.code.phrases import phrase_span
from dateline.code.references import (
    asking,
    is_calling_off,
    is_charge,
    is_content,
    is_motive,
    is_prevented,
    is_promise,
    is_purpose,
    is_reference,
    is_task,
    is_topic,
    is_turned_down,
    without_references,
)
from dateline.code.register import firm, is_custom, is_plot, is_private, is_quiet
from dateline.code.same_people import told_again
from dateline.code.second_figures import bare_figures, second_figures, second_stretches, with_figure
from dateline.code.sequence import led_to, was_answered
from dateline.code.status import status_of
from dateline.code.sums import raises_toll, summed, taken_in
from dateline.code.tellers import attribution_at, denying_at, giving_at, teller
from dateline.code.tenses import is_starting
from dateline.code.threats import as_speech_act
from dateline.code.triggers import find_triggers, is_frame
from dateline.records import Argument, Count, EventMention, Parse, Reading, Span, SpanText, Time, content_id, voice_at
from dateline.records.mention import Status
from dateline.records.unresolved import Unresolved
from dateline.reference.codebook import ECHO, Codebook, Echo, load_codebook
from dateline.reference.statuswords import StatusWords, load_status_words
from dateline.reference.topics import load_topics

_KNOWN = ("another", "her ", "his ", "its ", "that ", "the ", "their ", "this ")
_NOBODY = ("no one", "no-one", "nobody")
_LATEST = 12  # mentions to which an echo can refer
_FORCE = ("ASSAULT", "COERCE", "SANCTION")
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
        note_places(parse, reading.toponyms)
        triggers = [t for t in find_triggers(parse, self.codebook) if not is_frame(reading, parse, t)]
        happenings = with_denied_words(join(parse, triggers), reading.attributions, parse)
        happenings = with_denials(happenings, reading.attributions, parse, self.codebook)
        told: list[tuple[int, EventMention]] = []
        referring: list[bool] = []
        originals: dict[str, str] = {}
        for happening in happenings:
            happening = by_crowd(named_again(happening, parse, told), parse, self.codebook)
            happening = by_irregulars(by_sides(happening, parse, self.codebook), parse, told, self.codebook)
            mention = self._settled(reading, parse, happening, told, originals)
            if mention is None or (_may_be_content(mention) and is_content(parse, happening, happenings)):
                continue
            if is_purpose(parse, happening, happenings):
                told[-1:] = [(at, with_id(asking(m, mention))) for at, m in told[-1:]]
                continue
            if self._is_part_of_another(parse, happening, happenings):
                continue
            mention = with_id(as_speech_act(mention, parse, happening, reading.report.text))
            told.append((parse.tokens[happening.lead.head].sentence, mention))
            referring.append(happening.type != ECHO and is_reference(reading, parse, happening))
        reading = replace(reading, counts=(*reading.counts, *bare_figures(reading, parse, told)))
        figures_only = second_figures(reading, parse, told)
        originals |= {m.id: original for original, m in figures_only}
        mentions = without_references([(m, r) for (_, m), r in zip(told, referring, strict=True)], reading)
        elsewhere = (*second_stretches(reading, parse, told), *agreed_on(reading, parse, told))
        blamed = blamed_deeds(reading, parse, told, self.codebook)
        again = [m for _, m in (*figures_only, *blamed)]
        mentions = sorted([*mentions, *again, *elsewhere], key=lambda m: m.trigger.span)
        mentions = with_organizers(mentions, reading, parse)
        mentions, counts = self._counted(reading, parse, mentions)
        mentions = [_with_casualties(m, counts) if m.id in originals and m.status != "denied" else m for m in mentions]
        mentions = absorbed(mentions, originals, counts, reading.attributions)
        mentions = [with_counted(parse, m, counts, reading.report.text) for m in mentions]
        mentions = with_modes(parse, mentions, self.codebook, originals | {m.id: of for of, m in blamed})
        weighed = [_without_known_one(m, counts) for m in mentions]
        if is_quiet(parse, weighed, self.topics, self.codebook):
            kept = {m.id for m in firm(weighed, parse, self.codebook)}
            mentions = [m for m in mentions if m.id in kept]
        events = tuple(self._with_own_roles(m) for m in mentions if m.type != ECHO)
        return replace(reading, events=events, counts=counts)

    def _is_part_of_another(self, parse: Parse, happening: Happening, others: Sequence[Happening]) -> bool:
        """Tell whether the words only say something of another happening, or of none: what is promised, charged or usual."""
        return (
            is_promise(parse, happening)
            or is_charge(parse, happening, others)
            or is_untold_blame(parse, happening.lead)
            or is_task(parse, happening, others)
            or is_turned_down(parse, happening, others)
            or is_topic(parse, happening, others)
            or is_motive(parse, happening, others)
            or is_prevented(parse, happening, others)
            or is_calling_off(parse, happening, others)
            or is_none(parse, happening, others, self.codebook)
            or is_custom(parse, happening.lead.head)
            or is_plot(parse, happening.lead.head)
            or (_told_with_force(parse, happening, others) and raises_toll(parse, parse.tokens[happening.lead.head]))
        )

    def _counted(
        self, reading: Reading, parse: Parse, mentions: list[EventMention]
    ) -> tuple[list[EventMention], tuple[Count, ...]]:
        """Return the mentions with their figures, and all counts: those of the text, of their parties, and their sums."""
        counts = (*reading.counts, *from_arguments(mentions, reading.report.text, reading.counts))
        sums = list(summed(parse, counts, reading.report.text, self.codebook))
        parts = taken_in(parse, counts).union(k for _, added in sums for k in added)
        counts = (*counts, *(count for count, _ in sums))
        figures = distribute(parse, mentions, counts, reading.report.text, parts)
        mentions = [replace(m, counts=c) for m, c in zip(mentions, figures, strict=True)]
        for k, count in list(told_again(parse, mentions, counts, reading.report.text, self.codebook)):
            counts = (*counts, count)
            mentions[k] = replace(mentions[k], counts=(*mentions[k].counts, len(counts) - 1))
        return mentions, counts

    def _with_own_roles(self, mention: EventMention) -> EventMention:
        """Return the mention without nobody, and without roles that its type does not have: an echo's victims of an arrest."""
        roles = self.codebook.entry(mention.type, mention.mode).roles
        none = _NOBODY if mention.status != "denied" else ()  # "a bus was hit, but no one was killed"
        own = (a for a in mention.arguments if a.role in roles and not a.text.lower().startswith(none))
        return replace(mention, arguments=tuple(own))

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
        arguments = _with_text(arguments_of(parse, happening, self.codebook), reading)
        mention = self._mention(reading, parse, happening, arguments)
        echo = echo_of(happening, arguments, parse, self.codebook)
        if echo is None or (happening.type != ECHO and sums_up(parse, happening, reading.times)):
            return None if unsaid(reading, mention) or is_private(reading, mention) else mention
        if echo.negated and not (mention.status == "denied" and self._is_negated(reading, parse, happening, mention)):
            return None
        if happening.type == ECHO and not echo.denies and not echo.negated and mention.status == "denied":
            return None  # "nobody was hurt" says nothing of what was done
        if (echo.denies or echo.negated) and says_of_what(parse, happening.lead.head):
            return None
        if echo.denies and self._past_verdict(reading, parse, happening):
            return None
        denying = denying_at(reading.attributions, mention.trigger.span) if echo.denies else None
        original = self._original(reading, parse, happening, echo, told, denying)
        if original is None:
            return None if happening.type == ECHO or _is_accident(reading, parse, happening, self.codebook) else mention
        if echo.denies and denying is not None:
            mention = replace(mention, attribution=denying)
        if echo.negated:
            own = arguments_of(parse, as_kind(happening, original.type, original.mode), self.codebook)
            mention = replace(mention, arguments=_with_text(own, reading))
        echoing = with_id(as_referent(mention, original, echo))
        echoing = self._of_accused(reading, parse, happening, echoing) if echo.denies else echoing
        originals[echoing.id] = original.id
        return echoing

    def _of_accused(self, reading: Reading, parse: Parse, happening: Happening, mention: EventMention) -> EventMention:
        """Return a denial with whom it clears as the doer."""
        doer = "perpetrator" if mention.type == "ASSAULT" else "actor"
        spans = [phrase_span(parse, t) for t in accused(parse, happening.lead.head, mention, self.codebook)]
        cleared = tuple(Argument(role=doer, span=span, text=span.of(reading.report.text)) for span in spans)
        others = tuple(a for a in mention.arguments if a.role != doer)
        return replace(mention, arguments=(*others, *cleared)) if cleared else mention

    def _is_negated(self, reading: Reading, parse: Parse, happening: Happening, mention: EventMention) -> bool:
        said = mention.attribution is not None and reading.attributions[mention.attribution].commitment == "deny"
        return said or is_negated(parse, happening.lead.head, self.words)

    def _past_verdict(self, reading: Reading, parse: Parse, happening: Happening) -> bool:
        """Tell whether the words tell a story in a quotation ("it was a lie"); who is charged says that it is one."""
        verb = parse.tokens[happening.lead.head]
        return verb.lemma == "be" and verb.tag == "VBD" and voice_at(reading.voices, verb.start).kind == "quote"

    def _original(
        self,
        reading: Reading,
        parse: Parse,
        happening: Happening,
        echo: Echo,
        told: Sequence[tuple[int, EventMention]],
        denying: int | None,
    ) -> EventMention | None:
        """Return the mention that an echo refers to; a denial can refer to what another voice has told."""
        if denying is not None and is_pointing(reading.attributions[denying]):
            said = reading.attributions[denying].content.span
            original = pointed_at(reading.attributions[denying], told, echo)
            word = parse.at(said.start)
            if original is not None or (
                word is not None and word.sentence == parse.tokens[happening.lead.head].sentence
            ):
                return original
        head = parse.tokens[happening.lead.head]
        own = voice_at(reading.voices, head.start).id
        voices = [v.id for v in reading.voices] if echo.denies or echo.negated else [own]
        if not echo.denies:
            told = [row for row in told[-_LATEST:] if not led_to(parse, head, row[1])]
            told = [row for row in told if not was_answered(parse, row[1], (m for _, m in told))]
        if happening.type != ECHO:
            told = [row for row in told if not is_elsewhere(reading, head, row[1], told)]
        return referent(echo, head.sentence, since_charge(parse, head, told), voices)

    def _mention(
        self, reading: Reading, parse: Parse, happening: Happening, arguments: tuple[Argument, ...]
    ) -> EventMention:
        report, span = reading.report, happening.lead.span(parse)
        voice = voice_at(reading.voices, span.start)
        attribution = attribution_at(reading.attributions, span)
        if attribution is None and happening.type == ECHO:
            attribution = giving_at(reading.attributions, span)
        context = _context(reading, parse, happening, attribution)
        return with_id(
            EventMention(
                id="",
                report=report.id,
                voice=voice.id,
                attribution=teller(reading.attributions, attribution, parse, happening.lead.head),
                type=happening.type,
                mode=happening.mode if happening.type != ECHO else None,
                status=self._status(parse, happening, context),
                trigger=SpanText(span=span, text=span.of(report.text)),
                arguments=arguments,
                unresolved=_open_fields(happening),
            )
        )

    def _status(self, parse: Parse, happening: Happening, context: Context) -> Status:
        """Return the status; a "not" that belongs to the trigger denies nothing: what is not allowed is forbidden."""
        status = status_of(parse, happening.lead.head, self.words, context)
        if not happening.lead.pattern.negated:
            return status
        refused = happening.type == "REJECT" and status == "planned"  # "will not surrender" has been said
        return "occurred" if refused or status == "denied" else status


def with_id(mention: EventMention) -> EventMention:
    """Return the mention with the id that its content gives."""
    span = mention.trigger.span
    return replace(
        mention,
        id=content_id("m", mention.report, mention.type, mention.mode, span.start, span.end, mention.voice, ""),
    )


def _with_casualties(echo: EventMention, counts: Sequence[Count]) -> EventMention:
    """Return an echo with the dead and wounded that it counts in place of those counted before: "put the dead at 23"."""
    figure = next((counts[k] for k in echo.counts if counts[k].of in ("injured", "killed")), None)
    return echo if figure is None else replace(echo, arguments=with_figure(echo, figure))


def _without_known_one(mention: EventMention, counts: Sequence[Count]) -> EventMention:
    """Return the mention without the one person whom it takes as known: "the man died" says nothing of force."""
    told = tuple(k for k in mention.counts if not (counts[k].high == 1 and counts[k].text.lower().startswith(_KNOWN)))
    return replace(mention, counts=told)


def _told_with_force(parse: Parse, happening: Happening, others: Sequence[Happening]) -> bool:
    """Tell whether another deed of force is told in the sentence of one."""
    at = parse.tokens[happening.lead.head].sentence
    beside = (o for o in others if o is not happening and parse.tokens[o.lead.head].sentence == at)
    return happening.type in ("ASSAULT", ECHO) and any(o.type == "ASSAULT" for o in beside)


def _may_be_content(mention: EventMention) -> bool:
    """Tell whether another act can ask for the happening or refuse it; that force was not used is a telling of its own."""
    return mention.status in _UNREAL or (mention.status == "denied" and mention.type not in _FORCE)


def _is_accident(reading: Reading, parse: Parse, happening: Happening, codebook: Codebook) -> bool:
    """Tell whether casualties without a doer stand in a passage about an accident or a disaster."""
    sentence = parse.tokens[happening.lead.head].sentence
    first, last = (
        parse.sentences[max(0, sentence - 2)][0],
        parse.sentences[min(sentence + 1, len(parse.sentences) - 1)][1],
    )
    return any(t.lemma in codebook.classes["accident"] for t in parse.tokens[first:last])


def _with_text(arguments: tuple[Argument, ...], reading: Reading) -> tuple[Argument, ...]:
    """Return the arguments with their words, without the days of a date: "between 1 and 15 November"."""
    worded = (replace(a, text=a.span.of(reading.report.text)) for a in arguments)
    return tuple(a for a in worded if any(c.isalpha() for c in a.text) or not _is_dated(a, reading))


def _is_dated(argument: Argument, reading: Reading) -> bool:
    return any(t.span.start <= argument.span.start < t.span.end for t in reading.times)


def _open_fields(happening: Happening) -> Unresolved:
    told: Unresolved = {"confidence": "not-calibrated"}
    return told if happening.mode is not None else {**told, "mode": "no-mode"}


def _context(reading: Reading, parse: Parse, happening: Happening, attribution: int | None) -> Context:
    said_on = _clock(reading, happening.lead.span(parse))
    clause = _clause(parse, _verb_of(parse, happening))
    start, end = parse.tokens[min(clause)].start, parse.tokens[max(clause)].end
    near = (t for t in reading.times if t.from_ is not None and start <= t.span.start < end)
    times = [t for t in near if all(k.i in clause for k in parse.inside(t.span)) and not _is_end(parse, t)]
    future = said_on is not None and any(t.from_ is not None and t.from_ > said_on for t in times)
    past = said_on is not None and any(t.to is not None and t.to <= said_on for t in times)
    said = reading.attributions[attribution] if attribution is not None else None
    today = not future and any(t.from_ == said_on for t in times)
    no = no_in(parse, happening.lead.tokens)
    return Context(said, future and not past, past, happening.type, today, future, no, happening.mode)


def _verb_of(parse: Parse, happening: Happening) -> int:
    """Return the token whose clause tells of a happening: its own verb, or that which says that it happens."""
    at = governing_verb(parse, happening.lead)
    noun, verb = parse.tokens[at], parse.tokens[parse.tokens[at].head]
    says_when = noun.dep in ("nsubj", "nsubjpass") and noun.pos in NOMINAL and verb.lemma in load_status_words().happens
    return verb.i if says_when else at


def _is_end(parse: Parse, time: Time) -> bool:
    """Tell whether a time says how long something lasts: "in force until Sunday"."""
    first = parse.at(time.span.start)
    return first is not None and first.i > 0 and parse.tokens[first.i - 1].lower in ("until", "till")


def _clock(reading: Reading, span: Span) -> date | None:
    """Return the day on which the voice at the span speaks, as far as it is known."""
    voice = voice_at(reading.voices, span.start)
    while voice.kind == "quote" and voice.parent is not None:
        voice = next(v for v in reading.voices if v.id == voice.parent)
    return voice.posted if voice.kind == "post" else reading.report.published


def _clause(parse: Parse, verb: int) -> frozenset[int]:
    """Return the tokens that hang on the verb outside its subordinate clauses; "starting on Monday" is no such clause."""
    clauses = parse.kids(verb, "advcl", "ccomp", "relcl", "parataxis", "conj")
    skip = {j for child in clauses if not is_starting(parse, child) for j in parse.subtree(child.i)}
    return frozenset(j for j in parse.subtree(verb) if j not in skip)
