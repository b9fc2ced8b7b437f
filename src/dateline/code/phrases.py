"""The noun phrase around a head, as it is quoted in an argument."""

from __future__ import annotations

from dateline.records import Parse, Span, Token
from dateline.reference.coding import coding_words
from dateline.reference.roles import roles

_MODIFIERS = frozenset(
    ("det", "amod", "compound", "nummod", "poss", "nmod", "quantmod", "case", "predet", "advmod", "neg")
)
_FARTHEST = 12  # tokens between a head and a modifier of its own
_DEEPEST = 8  # nested complements with "of"
_DASHES = frozenset(("-", "–", "—"))
_BULLETS = frozenset("•*▪")
_TIMES = ("DATE", "TIME")
_PARTS_OF_DAY = frozenset(("afternoon", "evening", "morning", "night"))
_WORDS = coding_words().verbs
_AWAY = frozenset("afterwards ago earlier later".split())
_LEADING = frozenset("also both especially notably only particularly".split())


def phrase_span(parse: Parse, head: Token) -> Span:
    """Return the span of a noun phrase: modifiers and "of" complements, without clauses and coordinated nouns."""
    first, last = _with_modifiers(parse, head)
    inner = _inner(parse, head, last)
    last = max([last, *(_with_modifiers(parse, t)[1] for t in (inner[:-1] if _is_charged(parse, head) else inner))])
    last = _with_whole_name(parse, head, _with_name(parse, head, last))
    first, last = _without_half_bracket(parse, _without_lead(parse, first, head.i), head.i, last)
    return Span(parse.tokens[first].start, parse.tokens[last].end)


def _inner(parse: Parse, head: Token, last: int) -> list[Token]:
    """Return the chain of nouns behind "of". last: the last token of the head with its modifiers."""
    found: list[Token] = []
    at = head
    while len(found) < _DEEPEST:
        links = [c for c in parse.kids(at.i, "prep") if c.lower == "of" and c.i == last + 1]
        complement = next((t for c in links for t in parse.kids(c.i, "pobj")), None)
        if complement is None:
            break
        found.append(complement)
        at, last = complement, max(last, _with_modifiers(parse, complement)[1])
    return found


def _is_charged(parse: Parse, head: Token) -> bool:
    """Tell whether "of" behind a word names a charge, though the parser hung it there: "accused the guard of theft"."""
    verb = parse.tokens[head.head]
    straight = any(link.lower == "of" for link in parse.kids(verb.i, "prep"))
    return head.dep in ("dobj", "nsubjpass") and verb.lemma in _WORDS.charging and not straight


def _with_modifiers(parse: Parse, head: Token) -> tuple[int, int]:
    """Return the indexes of the first and last token of a head and its own modifiers."""
    first, last = head.i, head.i
    for child in parse.kids(head.i, *_MODIFIERS):
        if abs(child.i - head.i) > _FARTHEST:
            continue
        edge = parse.subtree(child.i)
        if child.i > head.i and child.dep == "amod" and len(edge) > 1:
            continue  # "two soldiers loyal to the mayor"
        first = min(first, edge[0])
        if child.i > head.i and child.dep != "advmod":
            last = max(last, edge[-1])
    return first, last


def _with_name(parse: Parse, head: Token, last: int) -> int:
    """Return the end of a title with the name behind it, wherever the parser hung that: "the tomb of commander Ali Roe"."""
    behind = next((e for e in parse.entities if e.label == "PERSON" and e.first == head.i + 1 == last + 1), None)
    if behind is None or head.tag != "NN":
        return last
    beside = any(behind.first <= t.i < behind.last for t in parse.kids(head.i, "appos"))
    return behind.last - 1 if beside or head.lemma in roles().people else last


def _with_whole_name(parse: Parse, head: Token, last: int) -> int:
    """Return the end of a body's name that goes on behind "and": "the Ministry of Health and Welfare"."""
    if head.entity != "ORG" or head.pos != "PROPN" or parse.tokens[last].entity != "ORG":
        return last
    end = last
    while end + 1 < len(parse.tokens) and parse.tokens[end + 1].entity == "ORG" and parse.tokens[end + 1].text != "(":
        end += 1
    goes_on = parse.tokens[last + 1 : end + 1]
    return end if goes_on and goes_on[0].lower in ("and", "&") and goes_on[-1].pos == "PROPN" else last


def _names_a_day(token: Token) -> bool:
    """Tell whether a word of a time is a weekday, a month, a date or a year, not a number of what follows."""
    return token.pos == "PROPN" or (token.pos == "NUM" and token.text.isdigit())


def _of_a_time(parse: Parse, token: Token) -> bool:
    """Tell whether a word before a noun belongs to a time, not to somebody's age: "18-year-old Nia Roe"."""
    return token.entity in _TIMES and parse.tokens[token.i + 1].text != "-"


def _behind_when(parse: Parse, first: int, head: int) -> int:
    """Return where a phrase begins behind a time that the parser hung on its participle: "On Monday masked men"."""
    i = first + 1 if parse.tokens[first].pos == "ADP" else first
    while i < head and (_of_a_time(parse, parse.tokens[i]) or parse.tokens[i].pos == "DET"):
        i += 1
    told = parse.tokens[first].pos == "ADP" or parse.tokens[i - 1].lower in _AWAY  # "three days later masked men"
    spent = told and any(t.entity in _TIMES for t in parse.tokens[first:i])
    return i if spent and i < head else first


def _without_lead(parse: Parse, first: int, head: int) -> int:
    """Return where a phrase begins behind bullets, datelines, time stamps and quotation marks."""
    for i in range(first, head):
        token = parse.tokens[i]
        apart = token.text in _DASHES and parse.tokens[i + 1].start > token.end
        if apart or token.text in _BULLETS:
            first = i + 1
    counted = any(t.lower == "of" for t in parse.kids(head, "prep"))
    if (
        parse.tokens[head].entity not in _TIMES or counted
    ):  # "on Friday judges", "3 June dozens of": the day is not theirs
        day = first = _behind_when(parse, first, head)
        while first < head and _of_a_time(parse, parse.tokens[first]) and _names_a_day(parse.tokens[first]):
            first += 1
        if day < first < head and parse.tokens[first].lower in _PARTS_OF_DAY:
            first += 1
    if parse.tokens[first].lower == "most" and parse.tokens[first + 1].lower in _LEADING:  # "most notably the Front"
        first += 1
    while first < head and (parse.tokens[first].pos == "PUNCT" or parse.tokens[first].lower in _LEADING):
        first += 1
    return first + 1 if _is_left_dead(parse, first, head) else first


def _is_left_dead(parse: Parse, first: int, head: int) -> bool:
    """Tell whether a phrase begins with what became of him, taken for a part of his name: "shot dead Nia Roe"."""
    return 0 < first < head and parse.tokens[first].lower == "dead" and parse.tokens[first - 1].lemma == "shoot"


def _without_half_bracket(parse: Parse, first: int, head: int, last: int) -> tuple[int, int]:
    """Return first and last token of a phrase without the half of a bracket: "the Front (formerly the League"."""
    opened = [i for i in range(head + 1, last + 1) if parse.tokens[i].text == "("]
    if opened and not any(t.text == ")" for t in parse.tokens[opened[-1] : last + 1]):
        last = max(head, opened[-1] - 1)
    closed = [i for i in range(first, head) if parse.tokens[i].text == ")"]
    if closed and not any(t.text == "(" for t in parse.tokens[first : closed[-1]]):
        first = closed[-1] + 1
    return first, last
