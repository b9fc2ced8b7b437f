"""How many were held, taken or let go where the words only point back: "took five clerks ... All of them were freed".

Those who are pointed at are the people counted in the sentences right before, where these count one group only.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from dateline.code.bearers import PEOPLE, kinds
from dateline.records import Argument, Count, EventMention, Parse, Span, Token
from dateline.records.annotation import CountOf
from dateline.reference.codebook import Codebook
from dateline.reference.coding import coding_words
from dateline.reference.numbers import Number, find_numbers

_ROLES: dict[tuple[str, str | None], tuple[str, CountOf]] = {
    ("COERCE", "arrest"): ("recipient", "arrested"),
    ("RETREAT", "release"): ("recipient", "released"),
    ("ASSAULT", "abduction"): ("victim", "hostages"),
}
_ALL = frozenset("all both everybody everyone".split())
_THE = frozenset(("the", "these", "those"))
_WORDS = coding_words().people
_HELD = ("arrested", "hostages")
_NOT_DONE = ("denied", "hypothetical")  # nobody suffered it yet
_PAIR = 2  # people
_REACH = 2  # sentences


def told_again(
    parse: Parse, mentions: Sequence[EventMention], counts: Sequence[Count], text: str, codebook: Codebook
) -> Iterator[tuple[int, Count]]:
    """Yield the numbers of those whom a mention only points back at, each with the place of the mention."""
    for k, mention in enumerate(mentions):
        role, of = _ROLES.get((mention.type, mention.mode), ("", "killed"))
        if not role or mention.status in _NOT_DONE or any(counts[c].of == of for c in mention.counts):
            continue
        argument = next((a for a in mention.arguments if a.role == role and a.basis == "stated"), None)
        head = parse.head_of(argument.span) if argument is not None else None
        if argument is None or head is None or text[argument.span.end :].startswith(" but "):
            continue
        both = argument.text.lower().startswith("both")
        if argument.text.lower().split()[0] in _ALL:
            held = _held_before(parse, mention, mentions[:k], counts)
            if held is not None and (held.low == _PAIR or not both):
                yield k, replace(held, of=of)
                continue
        if _points_back(parse, argument, head):
            number = _one_group_before(parse, head, argument.span.start, text, codebook)
            if number is not None and (number[1].low == _PAIR or not both):
                yield k, _count(number, text, of)


def _held_before(
    parse: Parse, mention: EventMention, before: Sequence[EventMention], counts: Sequence[Count]
) -> Count | None:
    """Return the number of those held or taken whom the voice told of right before."""
    head = parse.head_of(mention.trigger.span)
    for other in reversed(before):
        word = parse.head_of(other.trigger.span)
        held = next((counts[c] for c in other.counts if counts[c].of in _HELD), None)
        if head is None or word is None or held is None or other.voice != mention.voice or other.status == "denied":
            continue
        return held if 0 <= head.sentence - word.sentence <= 1 else None
    return None


def _points_back(parse: Parse, argument: Argument, head: Token) -> bool:
    """Tell whether the words take those whom they name as known: "all of them", "the men"; mere "they" says too little."""
    if argument.text.lower().split()[0] in _ALL:
        return True
    bare = not parse.kids(head.i, "amod", "prep", "compound", "acl", "relcl", "nummod", "poss", "conj")
    return bare and head.tag == "NNS" and any(t.lower in _THE for t in parse.kids(head.i, "det"))


def _one_group_before(parse: Parse, head: Token, end: int, text: str, codebook: Codebook) -> tuple[int, Number] | None:
    """Return the one number of people in the sentences before the words, with where it is counted from; None for two groups.

    A noun of its own ("the farmers") chooses the group that it names.
    """
    start = parse.tokens[parse.sentences[max(0, head.sentence - _REACH)][0]].start
    groups: dict[tuple[int | None, int | None], tuple[str, Number]] = {}
    for number in find_numbers(text[start:end]):
        word = parse.at(start + number.core[0])
        noun = parse.tokens[word.head] if word is not None and word.dep == "nummod" else None
        if noun is not None and noun.tag == "NNS" and kinds(parse, noun, codebook) & PEOPLE:
            groups[number.low, number.high] = (noun.lemma, number)
    named = head.tag == "NNS" and head.lemma not in _WORDS.held
    fitting = [number for lemma, number in groups.values() if not named or lemma == head.lemma]
    return (start, fitting[0]) if len(fitting) == 1 else None


def _count(found: tuple[int, Number], text: str, of: CountOf) -> Count:
    start, number = found
    span = Span(start + number.start, start + number.end)
    return Count(span=span, text=span.of(text), of=of, low=number.low, high=number.high, bound=number.bound)
