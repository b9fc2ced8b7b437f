"""Ascriptions without a verb: "according to", nouns ("the claim that"), adverbs that hide the source ("reportedly")."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.records import Parse, Span, Token
from dateline.reference.speech import Speech
from dateline.segment.cues import cue_span
from dateline.segment.phrases import clause, clause_bounds, noun_phrase, subject_of, trimmed
from dateline.segment.sayings import OWN, Saying

_LIGHT = 4  # tokens from "expressed" to "concern"


def according(parse: Parse, token: Token) -> Iterator[Saying]:
    """Yield the ascription of "according to police": the sentence around it, or the part between semicolons."""
    if token.i + 2 < parse.sentences[token.sentence][1] and parse.tokens[token.i + 1].lower == "to":
        yield from _standing_by(parse, token, token.i + 1)


def reckoned(parse: Parse, noun: Token) -> Iterator[Saying]:
    """Yield the ascription of "by the count of the port", as "according to the port" would be."""
    if noun.i < 2 or parse.tokens[noun.i - 2].lower != "by" or parse.tokens[noun.i - 1].lower != "the":
        return
    if noun.i + 2 < parse.sentences[noun.sentence][1] and parse.tokens[noun.i + 1].lower == "of":
        yield from _standing_by(parse, parse.tokens[noun.i - 2], noun.i + 1)


def _standing_by(parse: Parse, token: Token, prep: int) -> Iterator[Saying]:
    """Yield the ascription whose cue runs from `token` to the preposition before the source."""
    first, last = parse.sentences[token.sentence]
    who = next((t for t in parse.kids(prep, "pobj") if t.i > token.i), parse.tokens[prep + 1])
    source = noun_phrase(parse, who.i)
    if source.start <= token.start:
        source = Span(who.start, who.end)
    begin, end = clause_bounds(parse, token.i, first, last)
    after = next((i for i in range(token.i, end) if parse.tokens[i].start >= source.end), end)
    if token.i == begin:  # "according to families who escaped by canoe, they looted": a clause may hang on the source
        after = next((i for i in range(after, end) if parse.tokens[i].text == ","), after)
    more = after + 1 < end and parse.tokens[after].text == ","
    content = trimmed(parse, begin, token.i) if not more else trimmed(parse, after if token.i == begin else begin, end)
    if (opened := _opened_before(parse, token.i, begin)) is not None:
        stop = next((i for i in range(after + more, end) if parse.tokens[i].text == ","), end) if opened else end
        content = trimmed(parse, after + more, stop) or content
    if content is not None:
        yield Saying(
            source=source,
            who=who.i,
            cue=Span(token.start, parse.tokens[prep].end),
            content=content,
            commitment="say",
        )


def _opened_before(parse: Parse, i: int, begin: int) -> bool | None:
    """Tell whether what opens a clause stands before "according to", which then holds of that clause alone.

    True for a relative clause, which ends at its comma ("who according to the lawyer were beaten"), False for a coordinated
    one ("and, according to the port, ..."), None where nothing opens there.
    """
    before = parse.tokens[i - 1 - (parse.tokens[i - 1].text == ",")] if i - 1 > begin else None
    if before is None or before.i < begin:
        return None
    if before.tag in ("WP", "WDT"):
        return True
    return False if before.tag == "CC" else None


def adverb(parse: Parse, token: Token, commitment: str) -> Iterator[Saying]:
    """Yield the ascription without a source that an adverb such as "reportedly" makes of its clause."""
    head = parse.tokens[token.head]
    content = clause(parse, head.i, without={token.i}) if head.i != token.i else None
    if content is not None:
        cue = Span(token.start, token.end)
        yield Saying(source=None, who=None, cue=cue, content=content, commitment=commitment)


def noun_cue(parse: Parse, noun: Token, lexicon: Speech) -> Iterator[Saying]:
    """Yield what a noun such as "claim" or "call" holds, with its owner as the source."""
    content = _noun_content(parse, noun, lexicon)
    if content is None:
        return
    who = _owner(parse, noun, lexicon)
    if who is not None and who.lower in ("my", "our", "your"):
        return
    yield Saying(
        source=noun_phrase(parse, who.i) if who else None,
        who=who.i if who else None,
        cue=_noun_cue(parse, noun, content, lexicon),
        content=content,
        commitment=lexicon.nouns[noun.lemma],
    )


def _noun_cue(parse: Parse, noun: Token, content: Span, lexicon: Speech) -> Span:
    """Return the noun, from its light verb on where one stands close before it ("expressed concern"), with "of" or "about"."""
    verb = parse.tokens[noun.head]
    light = noun.dep == "dobj" and verb.lemma in lexicon.light_verbs and noun.i - _LIGHT <= verb.i < noun.i
    first = cue_span(parse, verb).start if light else noun.start
    prep = next(
        (p for p in parse.kids(noun.i, "prep") if p.i == noun.i + 1 and p.end < content.start <= p.end + 2), None
    )
    return Span(first, (prep or noun).end)


def _noun_content(parse: Parse, noun: Token, lexicon: Speech) -> Span | None:
    for inner in parse.kids(noun.i, "acl", "ccomp", "relcl"):
        mark = [t.lower for t in parse.kids(inner.i, "mark", "aux")]
        if lexicon.verbs.get(inner.lemma) == "deny" and inner.dep == "relcl":
            return None  # "an accusation that the movement has rejected"
        if "that" in mark or (inner.dep == "acl" and mark[:1] == ["to"]):
            return clause(parse, inner.i)
    for prep in parse.kids(noun.i, "prep"):
        if noun.lemma in lexicon.noun_frames.get(prep.lower, ()):
            for inner in parse.kids(prep.i, "pcomp", "pobj"):
                return clause(parse, inner.i)
    return None


def _owner(parse: Parse, noun: Token, lexicon: Speech) -> Token | None:
    for poss in parse.kids(noun.i, "poss"):
        return poss
    for by in parse.kids(noun.i, "prep"):
        if by.lower in ("by", "from"):
            return next(iter(parse.kids(by.i, "pobj")), None)
    verb = parse.tokens[noun.head]
    if noun.dep == "dobj" and verb.lemma in lexicon.light_verbs:
        subject = subject_of(parse, verb.i)
        return None if subject is not None and subject.lower in OWN else subject
    return None
