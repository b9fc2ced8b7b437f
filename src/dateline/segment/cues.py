"""How far a cue reaches: the reporting word with its auxiliaries, negation and particle, and the occasion that it names.

"has also said", "did not mention", "called for", "said in a statement". The reporting word itself stays the head of the span.
"""

from __future__ import annotations

from dateline.records import Parse, Span, Token

_BEFORE = {"aux", "auxpass", "neg", "advmod"}
_OCCASIONS = {
    "statement", "interview", "speech", "letter", "email", "e-mail", "post", "tweet", "memo", "report", "conference", "briefing",
    "message", "release", "address", "call", "broadcast", "column", "editorial", "op", "article", "testimony", "ruling", "filing",
}  # fmt: skip
_LEADS = {"in", "on", "at", "during", "via"}
_GOVERNED = {"for", "of", "to", "on", "about", "against", "with"}
_LONGEST = 8  # tokens of "in a joint written statement"
_LONGEST_BEFORE = 5


def cue_span(parse: Parse, verb: Token, content: Span | None = None) -> Span:
    """Return the span of a cue around its reporting verb.

    content: what is said, which the cue never enters; a preposition that leads into it ("called [for] talks") and a colon
    before it belong to the cue.
    """
    first = _first(parse, verb, content)
    last = _last(parse, verb, content)
    return Span(parse.tokens[first].start, parse.tokens[last].end)


def _first(parse: Parse, verb: Token, content: Span | None) -> int:
    """Return the first token of the verb's group: auxiliaries, negation and adverbs right before it."""
    first = verb.i
    floor = max(parse.sentences[verb.sentence][0], verb.i - _LONGEST_BEFORE)
    while first > floor:
        token = parse.tokens[first - 1]
        joined = token.head == verb.i and token.dep in _BEFORE and token.tag not in ("WRB", "WDT", "WP")
        if not joined or token.lower == "to" or _within(content, token) or token.lower in ("so", "then", "when"):
            break
        first -= 1
    return first


def _last(parse: Parse, verb: Token, content: Span | None) -> int:
    """Return the last token: the verb, its particle, its occasion, a preposition or colon that leads into the content."""
    last = verb.i
    end = parse.sentences[verb.sentence][1]
    if last + 1 < end and parse.tokens[last + 1].dep == "prt" and parse.tokens[last + 1].head == verb.i:
        last += 1
    last = _occasion(parse, verb, last, end, content)
    if last + 1 < end and not _within(content, parse.tokens[last + 1]):
        after = parse.tokens[last + 1]
        leads = content is not None and after.end < content.start <= after.end + 2
        if after.text == ":" or (leads and after.lower in _GOVERNED and after.head == verb.i):
            last += 1
    return last


def _occasion(parse: Parse, verb: Token, last: int, end: int, content: Span | None) -> int:
    """Return the last token of "in a statement" right after the verb, else `last`."""
    if last + 1 >= end or parse.tokens[last + 1].lower not in _LEADS or parse.tokens[last + 1].head != verb.i:
        return last
    for noun in parse.kids(last + 1, "pobj"):
        short = last + 1 < noun.i <= last + _LONGEST and noun.i < end
        if (
            short
            and noun.lemma in _OCCASIONS
            and not any(_within(content, t) for t in parse.tokens[last + 1 : noun.i + 1])
        ):
            return noun.i
    return last


def _within(content: Span | None, token: Token) -> bool:
    return content is not None and content.start <= token.start < content.end
