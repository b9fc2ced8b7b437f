"""Adds up those who suffered one thing together: "kidnapped two engineers and their driver" takes three hostages.

The layer of counts keeps each number as it stands; a happening has the sum.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.code.bearers import PEOPLE, kinds
from dateline.records import Count, Parse, Span, Token
from dateline.records.annotation import Bound
from dateline.reference.codebook import Codebook

_SUFFERED = frozenset(("arrested", "hostages", "injured", "killed", "released"))
_ONESELF = frozenset(("her", "herself", "him", "himself"))
_MOST_TOGETHER = 8
_PARTS_OF = frozenset(("among", "including", "like"))


def summed(
    parse: Parse, counts: Sequence[Count], text: str, codebook: Codebook
) -> Iterator[tuple[Count, tuple[int, ...]]]:
    """Yield the sums of people named side by side, each with the places of the counts that it adds up."""
    by_root: dict[tuple[str, int], dict[int, int]] = {}
    for k, count in enumerate(counts):
        noun = _counted_noun(parse, count) if count.of in _SUFFERED else None
        if noun is not None:
            by_root.setdefault((count.of, _first_of(parse, noun).i), {}).setdefault(noun.i, k)
    for (_, root), numbers in by_root.items():
        members = _side_by_side(parse, parse.tokens[root])
        if len(members) < 2 or _is_part(parse, members[0]):
            continue
        values = [_number_of(parse, member, counts, numbers, codebook) for member in members]
        known = [value for value in values if value is not None]
        if len(known) == len(values) and known[0][0] != sum(low or 0 for low, _ in known[1:]):  # "five, three and two"
            parts = tuple(sorted(numbers.values()))
            yield _sum(parse, members, known, counts[parts[0]], counts, parts, text), parts


def _counted_noun(parse: Parse, count: Count) -> Token | None:
    """Return the word that stands for those counted: the noun behind a number, else the number."""
    token = parse.head_of(count.span)
    return parse.tokens[token.head] if token is not None and token.dep == "nummod" else token


def _first_of(parse: Parse, noun: Token) -> Token:
    for _ in range(_MOST_TOGETHER):
        if noun.dep != "conj":
            break
        noun = parse.tokens[noun.head]
    named = noun.dep == "appos" and noun.entity == "PERSON" and parse.tokens[noun.head].tag == "NN"
    return parse.tokens[noun.head] if named else noun  # "the editor, Ana Roe, and two aides"


def _side_by_side(parse: Parse, first: Token) -> list[Token]:
    """Return a noun and those coordinated with it, in text order."""
    members, new = [first], [first]
    while new and len(members) <= _MOST_TOGETHER:
        names = [kid for token in new for kid in parse.kids(token.i, "appos") if kid.entity == "PERSON"]
        new = [kid for token in (*new, *names) for kid in parse.kids(token.i, "conj")]
        members += new
    return sorted(members, key=lambda token: token.i)


def _is_part(parse: Parse, first: Token) -> bool:
    """Tell whether the people are parts of a number told before: "five people, two guards and three clerks"."""
    return first.dep in ("appos", "dep") or (first.dep == "pobj" and parse.tokens[first.head].lower in _PARTS_OF)


def _number_of(
    parse: Parse, member: Token, counts: Sequence[Count], numbers: dict[int, int], codebook: Codebook
) -> tuple[int | None, int | None] | None:
    """Return how many a member is at least and at most, None where the words do not show it."""
    if member.i in numbers:
        count = counts[numbers[member.i]]
        return count.low, count.high
    named = member.tag == "NNP" and member.entity == "PERSON"
    known = any(t.lower in ("a", "an", "another") or t.dep == "poss" for t in parse.kids(member.i, "det", "poss"))
    somebody = member.tag == "NN" and known and bool(kinds(parse, member, codebook) & PEOPLE)
    return (1, 1) if named or somebody or member.lower in _ONESELF else None


def _sum(
    parse: Parse,
    members: Sequence[Token],
    values: Sequence[tuple[int | None, int | None]],
    first: Count,
    counts: Sequence[Count],
    parts: Sequence[int],
    text: str,
) -> Count:
    lows, highs = [low for low, _ in values], [high for _, high in values]
    low = None if None in lows else sum(n for n in lows if n is not None)
    high = None if None in highs else sum(n for n in highs if n is not None)
    start = min(_start(parse, members[0]), *(counts[k].span.start for k in parts))
    span = Span(start, max(members[-1].end, *(counts[k].span.end for k in parts)))
    bounds: set[Bound] = {counts[k].bound for k in parts}
    inexact = next((bound for bound in sorted(bounds - {"exact"})), None)
    return Count(span=span, text=span.of(text), of=first.of, low=low, high=high, bound=inexact or "exact")


def _start(parse: Parse, member: Token) -> int:
    own = [t.start for t in parse.kids(member.i, "det", "poss", "amod", "compound", "nummod") if t.i < member.i]
    return min([member.start, *own])
