"""Accounts that differ: what is told against each other is alleged on both sides, though nobody says that it is not so.

"The union tells it differently" puts the claims before and behind it into doubt, "they fired first" is always one side's word.
Source: RECORD contract, status table ("said by one side and contested in the report").
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.records import EventMention, Parse, Reading, Token
from dateline.reference.coding import coding_words

_BACK, _ON = 5, 3  # sentences
_VIOLENT = frozenset(("riot", "vandalism"))
_DOERS = frozenset(("actor", "perpetrator"))
_WORDS = coding_words().acts


def in_doubt(reading: Reading) -> frozenset[str]:
    """Return the ids of the mentions of violence that sources tell against each other."""
    parse = reading.grammar()
    claims = [m for m in reading.events if _is_claim(m, reading)]
    turns = [t for t in parse.tokens if _differs(parse, t)]
    out = {m.id for m in claims if _tells_who_began(parse, m)}
    for turn in turns:
        out |= {m.id for m in claims if _lays_blame(m) and _beside(parse, turn, m, reading.report.text)}
    return frozenset(out)


def _is_claim(mention: EventMention, reading: Reading) -> bool:
    """Tell whether violence is told by a source, not the outlet; what somebody owns up to is no claim."""
    if mention.attribution is not None and reading.attributions[mention.attribution].commitment == "confirm":
        return False
    shown = any(v.id == mention.voice and v.kind != "outlet" for v in reading.voices)
    violent = mention.type == "ASSAULT" or mention.mode in _VIOLENT
    return violent and (shown or mention.attribution is not None)


def _lays_blame(mention: EventMention) -> bool:
    """Tell whether a claim says who did it: that somebody was hurt is seldom in doubt."""
    return any(a.role in _DOERS and a.basis == "stated" for a in mention.arguments)


def _beside(parse: Parse, turn: Token, mention: EventMention, text: str) -> bool:
    """Tell whether a claim stands near the words that set one account against another.

    Words inside a paragraph answer that paragraph; those that open one answer what stands before it.
    """
    start = mention.trigger.span.start
    word, first = parse.at(start), parse.tokens[parse.sentences[turn.sentence][0]].start
    if word is None or not -_BACK <= word.sentence - turn.sentence <= _ON:
        return False
    opened = text.rfind("\n", 0, first) + 1
    return start >= opened or not text[opened:first].strip()


def _differs(parse: Parse, verb: Token) -> bool:
    """Tell whether a verb says that somebody has it otherwise: "tells it differently", "gave another version", "disagrees"."""
    if verb.pos != "VERB" or verb.dep not in ("ROOT", "conj", "ccomp"):
        return False
    if verb.lemma in _WORDS.differing:
        return not parse.kids(verb.i, "prep", "neg", "dobj")
    if any(t.lower in _WORDS.otherwise for t in parse.kids(verb.i, "advmod")):
        return verb.lemma in _WORDS.recounting
    return verb.lemma in _WORDS.recounting and any(_is_other(parse, t) for t in parse.kids(verb.i, "dobj"))


def _is_other(parse: Parse, noun: Token) -> bool:
    """Tell whether a noun names another telling: "a different story", "another version"."""
    return noun.lemma in _WORDS.tellings and any(t.lower in _WORDS.other for t in parse.kids(noun.i, "amod", "det"))


def _tells_who_began(parse: Parse, mention: EventMention) -> bool:
    """Tell whether a claim lays the beginning at somebody's door: "fired first", "an unprovoked attack"."""
    head = parse.head_of(mention.trigger.span)
    if head is None:
        return False
    words = {t.i for t in parse.inside(mention.trigger.span)} | {head.i}
    return any(t.lower in _WORDS.beginning for i in words for t in _around(parse, i))


def _around(parse: Parse, i: int) -> Iterator[Token]:
    """Yield what follows a verb and says how it was done, and what stands before it or its object as a noun."""
    yield from (t for t in parse.kids(i, "advmod") if t.i > i)
    for noun in (parse.tokens[i], *parse.kids(i, "dobj", "nsubjpass")):
        yield from (t for t in parse.kids(noun.i, "amod") if t.lower != "first")
