"""Happenings that share one verb: "freed 40 people in Sfax on Friday and 25 in Zarzis a day later".

Behind the verb stand stretches of like make, each with a place, a day or people of its own; grammar books call this gapping, and
small parsers hang the second stretch on whatever stands before it. So stretches are told by the words in order, not by the tree.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.records.annotation import Time, Toponym
from dateline.records.parse import Parse, Token
from dateline.records.span import Span

_JOINING = frozenset(("and", "but", "while", ",", ";"))
_ENDING = frozenset(("(", ")", "—", "–", '"', "“", "”", ":"))
_BEFORE_NOUN = frozenset(("DET", "ADJ", "ADV", "NUM"))
_RANKS = frozenset("first latest second such third".split())
_SET_OFF = frozenset((",", "-", "–", "—"))
_MOST = 12  # words of a stretch; longer ones have a make of their own


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words that tell one of several happenings of a verb.

    first, last: half-open token range. object: the token of the people or things that it names, None where there are none.
    place, day: numbers of its toponym and its time, None where it has none.
    """

    first: int
    last: int
    object: int | None
    place: int | None
    day: int | None

    def covers(self, token: Token) -> bool:
        """Tell whether the token stands in the stretch."""
        return self.first <= token.i < self.last


def stretches_behind(parse: Parse, head: Token, toponyms: Sequence[Toponym], times: Sequence[Time]) -> list[Stretch]:
    """Return the stretches behind a verb, or a noun that is its subject, two or more of like make; else none."""
    verb = _predicate(parse, head)
    found: list[Stretch] = []
    first = verb.i + 1
    for last in _cuts(parse, verb):
        stretch = _stretch(parse, first, last, toponyms, times)
        if stretch is None or (found and not _alike(parse, found[0], stretch)):
            break
        found.append(stretch)
        first = last + 1
        while first < len(parse.tokens) and parse.tokens[first].lower in _JOINING:
            first += 1
    return found if len(found) > 1 else []


def stretches_of(parse: Parse, head: Token, toponyms: Sequence[Toponym], times: Sequence[Time]) -> list[Stretch]:
    """Return the stretches among which a happening's word stands: behind it, or those of the verb before it."""
    if not _has_several(parse, head.sentence, toponyms, times):
        return []
    rows = stretches_behind(parse, head, toponyms, times)
    if rows or head.pos == "VERB":
        return rows
    for verb in reversed(parse.tokens[parse.sentences[head.sentence][0] : head.i]):
        if verb.pos == "VERB":
            rows = stretches_behind(parse, verb, toponyms, times)
            return rows if any(row.covers(head) for row in rows) else []
    return []


def counts_on(parse: Parse, noun: Token) -> bool:
    """Tell whether a noun set behind a clause only says how many there have been: "struck, their third stoppage this month"."""
    if noun.pos != "NOUN" or noun.tag == "NNS" or not parse.kids(noun.i, "det", "poss"):
        return False
    ranked = any(t.entity == "ORDINAL" or t.lower in _RANKS for t in parse.kids(noun.i, "amod"))
    first = parse.subtree(noun.i)[0]
    return ranked and first > 0 and parse.tokens[first - 1].text in _SET_OFF


def _has_several(parse: Parse, sentence: int, toponyms: Sequence[Toponym], times: Sequence[Time]) -> bool:
    """Tell whether a sentence names two places or two days, without which it has no stretches."""
    key = ("several places or days", sentence)
    if key not in parse.memo:
        span = parse.sentence_span(sentence)
        parse.memo[key] = any(sum(span.covers(t.span) for t in row) > 1 for row in (toponyms, times))
    return bool(parse.memo[key])


def stretch_at(parse: Parse, head: Token, toponyms: Sequence[Toponym], times: Sequence[Time]) -> Stretch | None:
    """Return the stretch that tells where and when a happening was: the one its word stands in, of its verb the first."""
    rows = stretches_of(parse, head, toponyms, times)
    return next((row for row in rows if row.covers(head)), rows[0] if rows else None)


def _predicate(parse: Parse, head: Token) -> Token:
    """Return the verb of a noun that is its subject ("vigils were held in ..."), or the token itself."""
    above = parse.tokens[head.head]
    return above if head.dep in ("nsubj", "nsubjpass") and above.pos == "VERB" and above.i > head.i else head


def _cuts(parse: Parse, verb: Token) -> list[int]:
    """Return where stretches end: at joining words, up to the next verb or the end of the sentence."""
    cuts: list[int] = []
    end = parse.sentences[verb.sentence][1]
    for token in parse.tokens[verb.i + 1 : end]:
        if token.pos in ("VERB", "AUX", "SCONJ") or token.tag in ("WP", "WDT", "WRB") or token.text in _ENDING:
            # What ends in a clause of its own belongs to that clause from its joining word on.
            return cuts if cuts else []
        if token.lower in _JOINING and (not cuts or token.i > cuts[-1] + 1):
            cuts.append(token.i)
    last = end - 1 if parse.tokens[end - 1].pos == "PUNCT" else end
    return [*cuts, last] if not cuts or last > cuts[-1] + 1 else cuts


def _stretch(parse: Parse, first: int, last: int, toponyms: Sequence[Toponym], times: Sequence[Time]) -> Stretch | None:
    if not 0 < last - first <= _MOST:
        return None
    span = Span(parse.tokens[first].start, parse.tokens[last - 1].end)
    places = [k for k, t in enumerate(toponyms) if span.covers(t.span) and _is_where(parse, t)]
    days = [k for k, t in enumerate(times) if span.covers(t.span) and t.from_ is not None]
    if len(places) > 1 or len(days) > 1 or not (places or days):
        return None
    place, day = next(iter(places), None), next(iter(days), None)
    taken = [t.span for t in times if span.covers(t.span)]
    taken += [toponyms[place].span] if place is not None else []
    found = _object(parse, first, last, taken)
    return (
        None if found is not None and counts_on(parse, parse.tokens[found]) else Stretch(first, last, found, place, day)
    )


def _is_where(parse: Parse, toponym: Toponym) -> bool:
    """Tell whether a name is a place and no people: "from Cork", not "a Cork man"."""
    head = parse.head_of(toponym.span)
    return toponym.kind == "literal" or (head is not None and head.dep == "pobj")


def _object(parse: Parse, first: int, last: int, taken: Sequence[Span]) -> int | None:
    """Return the noun or number that opens the stretch, ahead of its place and day."""
    figure: int | None = None
    for token in parse.tokens[first:last]:
        if any(span.covers(Span(token.start, token.end)) for span in taken):
            return figure
        if token.pos in ("NOUN", "PROPN", "PRON"):
            following = parse.tokens[token.i + 1] if token.i + 1 < last else None
            if following is None or following.pos not in ("NOUN", "PROPN"):
                return token.i
        elif token.pos == "NUM":
            figure = token.i
        elif token.pos not in _BEFORE_NOUN and not _is_before_number(parse, token):
            return figure
    return figure


def _is_before_number(parse: Parse, token: Token) -> bool:
    """Tell whether a word only qualifies a number: "about 600 people", whatever word class the model gives "about"."""
    return token.dep in ("advmod", "quantmod") and parse.tokens[token.head].pos == "NUM"


def _alike(parse: Parse, first: Stretch, other: Stretch) -> bool:
    """Tell whether a stretch is made like the first: each with people, or each with a place and a day.

    The people of the first may be the verb's subject: "300 people marched in Riga and 60 in Tartu".
    """
    if other.object is None:
        return first.object is None and None not in (first.place, first.day, other.place, other.day)
    places = None not in (first.place, other.place)
    if first.object is None:
        return places and parse.tokens[other.object].pos == "NUM"
    return places or None not in (first.day, other.day)
