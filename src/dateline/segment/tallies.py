"""Figures that somebody gives: "put the toll at twelve", "the organisers, Roe's party, said 4,000", ", the police at 3,500"."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from dateline.records import Parse, Span, Token
from dateline.segment.phrases import clause_bounds, edges, noun_phrase, trimmed
from dateline.segment.sayings import Saying

_BESIDE_NUMBER = frozenset(
    "about almost around at between fewer just less more nearly no not over roughly some than to under up".split()
)
_SPOTS = {"at", "on", "in", "outside", "along", "during"}  # "counted 350 people on the march"
_DATED = ("DATE", "TIME", "MONEY", "PERCENT")
_LONGEST_SOURCE = 12  # tokens


def figure(parse: Parse, verb: Token) -> Span | None:
    """Return thing and number in "put the toll at twelve", "counted 3,200 marchers"; None without a number."""
    numbers = (t for t in parse.kids(verb.i, "npadvmod") if t.i > verb.i and is_figure(parse, t))
    things = parse.kids(verb.i, "dobj") or list(numbers)  # "a ward, the largest, counted 34"
    if not things:
        return None
    first, last = edges(parse, things[0].i)
    leads = _SPOTS if verb.lemma == "count" else {"at", "as"}
    last = max([last, *(edges(parse, p.i)[1] for p in parse.kids(verb.i, "prep") if p.lower in leads)])
    return trimmed(parse, first, last) if any(t.pos == "NUM" for t in parse.tokens[first:last]) else None


def bare_figure(parse: Parse, verb: Token) -> Saying | None:
    """Return the saying of "the organisers, Roe's party, said 4,000", where parsers take the number for the subject."""
    number = next(
        (t for t in parse.kids(verb.i, "nsubj", "dobj", "attr", "npadvmod") if is_figure(parse, t) and t.i > verb.i),
        None,
    )
    if number is None or any(
        t.pos not in ("NUM", "SYM") and t.lower not in _BESIDE_NUMBER for t in parse.tokens[verb.i + 1 : number.i]
    ):
        return None
    begin, _ = clause_bounds(parse, verb.i, *parse.sentences[verb.sentence])
    subject = next((t for t in parse.kids(verb.i, "nsubj") if begin <= t.i < verb.i), None)
    content = trimmed(parse, verb.i + 1, edges(parse, number.i)[1])
    if subject is None or content is None:
        return None
    source = noun_phrase(parse, subject.i)
    return Saying(source=source, who=subject.i, cue=Span(verb.start, verb.end), content=content, commitment="say")


def gapped(parse: Parse, verb: Token, first: Saying) -> Iterator[Saying]:
    """Yield further sources of one verb with their figures: "put the turnout at 9,000, [the police at 3,500]"."""
    _, end = clause_bounds(parse, verb.i, *parse.sentences[verb.sentence])
    comma: int | None = None
    for i in range(verb.i + 1, end):
        token = parse.tokens[i]
        if token.text == "," or token.lower in ("and", "while"):
            comma = i if comma is None or parse.tokens[comma + 1].pos in ("NUM", "CCONJ") else comma
            continue
        if token.lower != "at" or comma is None or i - comma > _LONGEST_SOURCE:
            continue
        number = next((t for t in parse.tokens[i + 1 : i + 7] if t.pos == "NUM" or t.lower not in _BESIDE_NUMBER), None)
        who = next((t for t in parse.tokens[comma + 1 : i] if _speaks(t)), None)
        if number is None or number.pos != "NUM" or who is None or not first.content.start < who.start:
            continue
        close = next((j for j in range(number.i + 1, end) if parse.tokens[j].text == ","), end)
        content = trimmed(parse, i + 1, close)
        if content is not None:
            source = trimmed(parse, comma + 1, _phrase_end(parse, comma + 1, i)) or Span(who.start, who.end)
            yield replace(
                first, source=source, who=_phrase_end(parse, comma + 1, i) - 1, stands_for=None, content=content
            )
        comma = None


def is_figure(parse: Parse, token: Token) -> bool:
    """Tell whether a word is a number of people or things, or counted by one."""
    numbers = [token] if token.pos == "NUM" else parse.kids(token.i, "nummod")
    return any(t.pos == "NUM" and t.entity not in _DATED for t in numbers)


def _speaks(token: Token) -> bool:
    return token.pos in ("NOUN", "PROPN") and token.entity not in _DATED


def _phrase_end(parse: Parse, first: int, end: int) -> int:
    """Return the token after the first noun phrase, which an inner clause between commas may follow."""
    stop = next((i for i in range(first, end) if parse.tokens[i].text == ","), end)
    return stop if stop > first else end
