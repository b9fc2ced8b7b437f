"""Adds up those who suffered one thing together: "kidnapped two engineers and their driver" takes three hostages.

The layer of counts keeps each number as it stands; a happening has the sum.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.code.bearers import PEOPLE, kinds
from dateline.records import Count, Parse, Span, Token
from dateline.records.annotation import Bound
from dateline.reference.codebook import Codebook
from dateline.reference.numbers import count_lexicon
from dateline.reference.tolls import figure_verb, is_toll_verb, toll_at

_SUFFERED = frozenset(("arrested", "hostages", "injured", "killed", "released"))
_ONESELF = frozenset(("her", "herself", "him", "himself"))
_MOST_TOGETHER = 8
_MORE = frozenset(("additional", "another", "further", "more", "other"))
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
        split = len(known) > 2 and known[0][0] == sum(low or 0 for low, _ in known[1:])  # "five, three and two"
        if len(known) == len(values) and not split:
            parts = tuple(sorted(numbers.values()))
            yield _sum(parse, members, known, counts[parts[0]], counts, parts, text), parts


def taken_in(parse: Parse, counts: Sequence[Count]) -> frozenset[int]:
    """Return the places of counts that a toll of their sentence takes in: "two more died, bringing the toll to seven"."""
    nouns = [_counted_noun(parse, count) for count in counts]
    tolls: dict[tuple[int, str], Token] = {}
    for noun in nouns:
        of = toll_at(parse, noun, count_lexicon()) if noun is not None else None
        verb = figure_verb(parse, noun, count_lexicon()) if noun is not None and of is not None else None
        if noun is not None and of is not None and verb is not None:
            tolls[noun.sentence, of] = verb
    return frozenset(
        k
        for k, (noun, count) in enumerate(zip(nouns, counts, strict=True))
        if noun is not None
        and (verb := tolls.get((noun.sentence, count.of))) is not None
        and toll_at(parse, noun, count_lexicon()) is None
        and _adds_to(parse, noun, verb)
    )


def raises_toll(parse: Parse, verb: Token) -> bool:
    """Tell whether a verb only says who of those hurt died since, so that a toll rose: "rose to 59 after three of them died"."""
    first, last = parse.sentences[verb.sentence]
    subjects = parse.kids(verb.i, "nsubj")
    if not subjects:
        return False
    tolls = (t for t in parse.tokens[first:last] if t.pos == "VERB" and is_toll_verb(parse, t, count_lexicon()))
    return any(_adds_to(parse, noun, toll) for toll in tolls for noun in subjects)


def _adds_to(parse: Parse, noun: Token, toll: Token) -> bool:
    """Tell whether people are added to a toll: "two more", "four of the wounded", who died before its verb tells of it."""
    number = next(iter(parse.kids(noun.i, "nummod")), noun)
    if any(t.lower in _MORE for t in (*parse.kids(noun.i, "amod", "det"), *parse.kids(number.i, "amod", "advmod"))):
        return True
    whole = (o for p in parse.kids(noun.i, "prep") if p.lower == "of" for o in parse.kids(p.i, "pobj"))
    if any(
        o.lemma in count_lexicon().of["injured"].toll or o.lower in count_lexicon().of["injured"].toll for o in whole
    ):
        return True
    verb = parse.tokens[noun.head]
    return (
        noun.dep == "nsubj" and verb.i != toll.i and toll.i in (verb.head, *(t.i for t in parse.kids(verb.i, "advcl")))
    )


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
        one = [token for token in new if token.tag != "NNS"]  # "two boys, Adam and Jan Roe": the names are theirs
        names = [kid for token in one for kid in parse.kids(token.i, "appos") if kid.entity == "PERSON"]
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
