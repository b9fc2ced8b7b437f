"""Finds numbers of people and things: how many gathered, died, were held, and how sure the words are.

Takes a parsed reading, gives it counts. What a number counts is told by `counted`; this module finds the numbers, leaves out
those that count nobody (ages, dates, sums, labels) and hands on what was counted to a bare second figure.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import replace as replace_number
from itertools import islice

from msgspec.structs import replace

from dateline.annotate.counted import (
    PERSON_ENDINGS,
    SINGULAR,
    Counted,
    also_counted,
    befell_them,
    by_harm,
    counted_of,
    is_person,
)
from dateline.annotate.mourned import is_mourned
from dateline.records import Count, Parse, Reading, Span, Token
from dateline.records.annotation import CountOf
from dateline.reference.annotating import annotating_words
from dateline.reference.calendar_words import day_names, later_ordinals
from dateline.reference.numbers import CountLexicon, Number, count_lexicon, find_numbers

_ONE_PERSON = frozenset(("he", "her", "him", "she"))
_BEFALLING: frozenset[CountOf] = frozenset(
    ("arrested", "injured", "killed", "missing")
)  # what is counted of one who is named
_RANKS = later_ordinals() | {"first", "last", "latest"}
_NAMED_AS = ("dobj", "nsubj", "nsubjpass", "pobj")
_OLDEST = 110  # years
_MOST_SENTENCES_BACK = 2  # how far a bare figure ("the army spoke of six") may look for what it counts
_GOVERNORS = 12  # how far up the sentence a verb of figures is looked for
_YEARS = range(1800, 2101)
_HOURS = 24
_AT_AN_HOUR = frozenset("after around at before by for from since till until".split())
_PARTS_OF_DAY = frozenset("afternoon evening morning night".split())
_JOINS = frozenset((",", "and"))
_BEFORE_AGE = frozenset({"aged", "age", "also", "now", "then"})
_ENDS_FIGURE = frozenset(",.;:\"”’!?)'—–-")


@dataclass(frozen=True, slots=True)
class _Last:
    """The count before: what a bare figure may take over."""

    of: CountOf
    sentence: int


_HURT = ("injured", "killed")


class CountPeople:
    """Finds the counts of a reading."""

    needs = ("parse",)
    adds = ("counts",)

    def __init__(self, lexicon: CountLexicon | None = None) -> None:
        self.lexicon = lexicon or count_lexicon()

    def __call__(self, reading: Reading) -> Reading:
        """Return the reading with its counts, in text order."""
        parse, text = reading.grammar(), reading.report.text
        counts = [*self._numbers(parse, text), *self._single_people(parse, text)]
        return replace(reading, counts=tuple(sorted(counts, key=lambda count: count.span)))

    def _numbers(self, parse: Parse, text: str) -> Iterator[Count]:
        last: _Last | None = None
        for found in find_numbers(text, self.lexicon):
            number = self._latest(parse, found)
            counted = _counted(parse, number)
            if counted is None or self._counts_nobody(parse, number, counted):
                continue
            of = counted_of(parse, counted, self.lexicon) or befell_them(parse, counted, self.lexicon)
            of = of or self._taken_over(parse, number, counted, last)
            if of is None or (number.low == number.high == 1 and of not in SINGULAR):
                continue
            of = "killed" if of == "injured" and is_mourned(parse, counted.head) else of
            last = _Last(of, counted.number.sentence)
            span = Span(number.start, number.end)
            yield _count(text, span, number, of)
            for other in also_counted(parse, counted, of, self.lexicon):
                yield _count(text, span, number, other)

    def _latest(self, parse: Parse, number: Number) -> Number:
        """Return the figure that a toll was moved to for what reads as a range: "raised the number of dead from 11 to 19"."""
        first = parse.at(number.start)
        if number.bound != "range" or first is None or _word(parse, first.i - 1) != "from":
            return number
        moved = any(t.lemma in self.lexicon.tolls["verbs"] for t in islice(parse.ancestors(first.i), _GOVERNORS))
        return replace_number(number, start=number.core[0], low=number.high, bound="exact") if moved else number

    def _single_people(self, parse: Parse, text: str) -> Iterator[Count]:
        """Yield "a man" and the like, a name or "he", where the one person is killed, hurt, held or let go."""
        for token in parse.tokens:
            if _is_one(parse, token):
                of = by_harm(parse, Counted(token, token), self.lexicon)
                if of in _BEFALLING and of is not None:
                    span = Span(token.start, token.end)
                    yield Count(span=span, text=span.of(text), of=of, low=1, high=1, bound="exact")
                continue
            aged = token.lower == "old" and parse.tokens[token.i - 1].text == "-"  # "an 18-year-old"
            known = aged or is_person(token)
            if not aged and (
                (token.tag != "NN" and not _is_of_a_people(parse, token))
                or not (known or _ends_as_person(token))
                or parse.kids(token.i, "nummod")
            ):
                continue
            article = next((t for t in parse.kids(token.i, "det", "poss") if _names_one(t)), None)
            if (
                article is None
                or _is_ranked(parse, token)
                or _is_numbered(parse, token)
                or (token.lemma in self.lexicon.many and article.lower not in ("a", "an"))
            ):
                continue
            of = by_harm(parse, Counted(token, token), self.lexicon)
            of = "killed" if of == "injured" and is_mourned(parse, token) else of
            if of is not None and of in (SINGULAR if known else _HURT):  # a freighter can be held, but not hurt
                span = Span(article.start, token.end)
                yield Count(span=span, text=span.of(text), of=of, low=1, high=1, bound="exact")

    def _counts_nobody(self, parse: Parse, number: Number, counted: Counted) -> bool:
        """Tell ages, dates, sums, measures, labels and years from numbers of people or things."""
        first = parse.at(number.start) or counted.number
        before = parse.tokens[first.i - 1] if first.i and parse.tokens[first.i - 1].sentence == first.sentence else None
        after = _next(parse, counted.last)
        if after is not None and (after.lemma in self.lexicon.units or after.lower in self.lexicon.months):
            return True
        if before is None:
            return _is_year(number) and counted.noun is None
        bare = before.lower
        if before.text[0].isdigit() and _word(parse, before.i - 1) in self.lexicon.currency:
            return True  # "$1 million"
        if (
            _is_year(number)
            and bare in ("in", "since", "by", "until", "of", "from")
            and after is not None
            and after.pos == "NUM"
        ):
            return True  # "in 2014 five men"
        if number.low == number.high == 1 and counted.noun is not None and counted.noun.pos == "PROPN":
            return True
        if number.low == number.high == 1 and _denied(before):
            return True
        if _is_hour(parse, number, first, counted.last) or (bare == "but" and _word(parse, first.i - 2) == "all"):
            return True  # "at six this evening", "all but twelve"
        if bare in self.lexicon.currency or bare in ("no", "than", "#") or (bare == "last" and counted.noun is None):
            return True
        if number.form == "digits" and (
            bare in self.lexicon.months or (bare in self.lexicon.labels and counted.noun is None)
        ):
            return True
        if _is_year(number) and (counted.noun is None or counted.noun.tag == "NN"):
            return True  # "in 2014", "the 2014 bombing"
        return (counted.noun is None and _is_label(before, number)) or _is_age(parse, number, before, after)

    def _taken_over(self, parse: Parse, number: Number, counted: Counted, last: _Last | None) -> CountOf | None:
        """Return what a bare second figure counts: "... put the dead at 19, the monitors at 12"."""
        if (
            last is None
            or counted.noun is not None
            or number.low == number.high == 1
            or counted.number.sentence - last.sentence > _MOST_SENTENCES_BACK
        ):
            return None
        after = _next(parse, counted.last)
        if after is not None and after.text[0] not in _ENDS_FIGURE:
            return last.of if _second_place(parse, parse.at(number.start) or counted.number, after, last) else None
        governors = [token.lemma for token in islice(parse.ancestors(counted.number.i), _GOVERNORS)]
        speaks = any(lemma in self.lexicon.figure for lemma in governors) or _said_right_after(parse, after)
        return last.of if speaks else None


def _names_one(determiner: Token) -> bool:
    return determiner.dep == "poss" or determiner.lower in ("a", "an", "the", "this", "that")


def _is_of_a_people(parse: Parse, token: Token) -> bool:
    """Tell whether a word is one of a people: "a Palestinian", "an Israeli Jew"."""
    if token.tag != "NNP" or token.dep not in _NAMED_AS:
        return False
    peoples = token.entity == "NORP" or any(t.entity == "NORP" for t in parse.kids(token.i, "amod", "compound"))
    return peoples and any(t.lower in ("a", "an") for t in parse.kids(token.i, "det"))


def _ends_as_person(token: Token) -> bool:
    """Tell whether a noun means one person by its ending, as its plural would mean people: "a teller", "his catechist"."""
    plural = token.lower + "s"
    ends_so = len(token.text) > 5 and plural.endswith(PERSON_ENDINGS)
    return ends_so and plural not in count_lexicon().not_people


def _is_numbered(parse: Parse, token: Token) -> bool:
    """Tell "a family of five", which its own number counts."""
    links = (t for t in parse.kids(token.i, "prep") if t.lower == "of")
    numbered = token.lemma in annotating_words().counting.numbered
    return numbered and any(t.pos == "NUM" for link in links for t in parse.kids(link.i, "pobj"))


def _is_ranked(parse: Parse, token: Token) -> bool:
    """Tell "the third reporter killed this year": one who stands in a row, not who is told of."""
    return any(t.lower in _RANKS for t in parse.kids(token.i, "amod"))


def _is_one(parse: Parse, token: Token) -> bool:
    """Tell whether a word is the head of one person's name that stands alone, or means one person: "he", "her"."""
    if token.lower in _ONE_PERSON and token.tag == "PRP":
        return True
    if token.dep in ("dobj", "nsubj", "nsubjpass") and _is_one_more(parse, token):
        return True
    if not _is_name(token) or token.dep not in _NAMED_AS:
        return False
    beside = [t for t in parse.kids(token.i, "conj") if t.i > token.i]  # the two are added up later
    return not parse.kids(token.i, "nummod") and all(_is_name(t) for t in beside)


def _is_name(token: Token) -> bool:
    return token.tag == "NNP" and token.entity == "PERSON"


def _is_one_more(parse: Parse, token: Token) -> bool:
    """Tell "another", "a third", "the other": one more of those told of."""
    before = {t.lower for t in parse.kids(token.i, "det")}
    if token.lower == "another":
        return True
    return (token.lower in later_ordinals() and "a" in before) or (token.lower == "other" and "the" in before)


def _count(text: str, span: Span, number: Number, of: CountOf) -> Count:
    return Count(span=span, text=span.of(text), of=of, low=number.low, high=number.high, bound=number.bound)


def _counted(parse: Parse, number: Number) -> Counted | None:
    """Find the number's head token and the noun that it counts; None where the tokens do not fit the number."""
    inside = parse.inside(Span(*number.core))
    head = parse.head_of(Span(*number.core))
    if head is None or not inside:
        return None
    last = parse.inside(Span(number.start, number.end))[-1]
    return Counted(head, _noun(parse, head, last), last)


def _noun(parse: Parse, head: Token, last: Token) -> Token | None:
    """Return the counted noun: the one that the number modifies, the one behind "of", or the next noun in the phrase."""
    for kid in parse.kids(head.i, "prep"):
        if kid.lower == "of" and kid.i == last.i + 1:
            objects = parse.kids(kid.i, "pobj")
            if objects:
                return objects[0]
    governor = parse.tokens[head.head]
    whole = parse.tokens[governor.head]
    numbered = whole.tag == "NN" and whole.lemma in annotating_words().counting.numbered
    if numbered and head.dep == "pobj" and governor.lower == "of" and not parse.kids(head.i, "det"):
        return whole  # "a family of five"
    if head.dep in ("nummod", "amod", "det", "compound", "quantmod", "nmod") and governor.i > head.i:
        return governor if governor.pos in ("NOUN", "PROPN", "ADJ", "PRON") else None
    return _noun_ahead(parse, last)


def _noun_ahead(parse: Parse, last: Token) -> Token | None:
    """Return the noun that ends the phrase right behind a token, or None."""
    found = None
    i = last.i + 1
    while i < len(parse.tokens) and parse.tokens[i].sentence == last.sentence and i <= last.i + 5:
        token = parse.tokens[i]
        if token.pos in ("NOUN", "PROPN") and token.tag != "NNP":
            found = token
        elif found is not None or not (
            token.pos in ("ADJ", "PROPN") or token.tag in ("VBN", "NNP") or token.text == "-"
        ):
            break
        i += 1
    return found


def _next(parse: Parse, token: Token) -> Token | None:
    i = token.i + 1
    return parse.tokens[i] if i < len(parse.tokens) and parse.tokens[i].sentence == token.sentence else None


def _second_place(parse: Parse, first: Token, after: Token, last: _Last) -> bool:
    """Tell "killed 12 people in one town and five in the next": a bare figure with a place of its own. first: its token."""
    before = parse.tokens[first.i - 1].lower if first.i else ""
    return (
        first.sentence == last.sentence
        and before in ("and", ",", "but", "another")
        and after.lower in ("in", "from", "at", "near", "on", "more")
    )


def _denied(before: Token) -> bool:
    """Tell "not one arrest", "without one shot"."""
    return before.lower in ("no", "not", "without", "never", "nor")


def _word(parse: Parse, i: int) -> str:
    return parse.tokens[i].lower if 0 <= i < len(parse.tokens) else ""


def _is_hour(parse: Parse, number: Number, first: Token, last: Token) -> bool:
    """Tell an hour that only "at", "until" or the like and a day beside it show: "tomorrow at six", "for seven this evening"."""
    if number.low != number.high or number.bound != "exact" or not 1 <= (number.low or 0) <= _HOURS:
        return False
    if _word(parse, first.i - 1) not in _AT_AN_HOUR:
        return False
    behind = [_word(parse, last.i + step) for step in (1, 2, 3)]
    part = behind[1] if behind[0] in ("this", "that") else behind[2] if behind[:2] == ["in", "the"] else ""
    return part in _PARTS_OF_DAY or bool({_word(parse, first.i - 2), behind[0]} & (day_names() | _PARTS_OF_DAY))


def _is_year(number: Number) -> bool:
    plain = number.form == "digits" and number.bound == "exact" and number.core[1] - number.core[0] == 4
    return plain and number.low in _YEARS


def _is_label(before: Token, number: Number) -> bool:
    """Tell "Route 5", "Gate 3": a capitalised noun right before a bare number."""
    return (
        number.form == "digits"
        and number.bound == "exact"
        and before.pos == "PROPN"
        and before.entity not in ("GPE", "PERSON", "NORP")
    )


def _is_age(parse: Parse, number: Number, before: Token, after: Token | None) -> bool:
    """Tell an age set off by commas or brackets behind a name: "..., 58, said"."""
    exact = number.form == "digits" and number.bound == "exact" and number.low is not None and number.low <= _OLDEST
    closed = after is None or after.text in (",", ".", ";", ")", "—", "–")
    if exact and closed and before.lower in _BEFORE_AGE:
        return True
    if exact and _is_of_one(parse, before, after):
        return True
    if exact and _goes_on_from_age(parse, before):
        return True
    if not exact or not closed or before.text not in (",", "("):
        return False
    name = parse.tokens[before.i - 1] if before.i else before
    return name.pos in ("PROPN", "NOUN") or name.entity == "PERSON"


def _is_of_one(parse: Parse, before: Token, after: Token | None) -> bool:
    """Tell whether "of" stands behind one person: "a woman of 52", "a nurse of 52", but not "a crew of 52"."""
    noun, words = parse.tokens[before.head], annotating_words().counting
    if before.lower != "of" or noun.tag != "NN":
        return False
    counts_on = after is not None and after.pos in ("ADJ", "NOUN", "NUM", "PROPN")  # "a seller of 52 cars"
    set_beside = noun.dep == "appos" and parse.tokens[noun.head].pos == "PROPN"  # "Roe, a tea seller of 42,"
    one = (is_person(noun) or set_beside) and noun.lemma not in words.numbered | words.bodies
    return (one and not counts_on) or noun.lemma in words.aged


def _goes_on_from_age(parse: Parse, before: Token) -> bool:
    """Tell whether a word joins a number to an age: "aged 9, 13 and [16]", "two boys of 13 and [16]"."""
    at, numbers = before.i, 0
    while at > 0 and (parse.tokens[at].pos == "NUM" or parse.tokens[at].lower in _JOINS):
        numbers += parse.tokens[at].pos == "NUM"
        at -= 1
    lead = parse.tokens[at]
    of_people = lead.lower == "of" and at > 0 and is_person(parse.tokens[at - 1])
    return numbers > 0 and before.lower in _JOINS and (lead.lower in _BEFORE_AGE or of_people)


def _said_right_after(parse: Parse, after: Token | None) -> bool:
    """Tell "27, says the police": a verb of saying behind the comma."""
    if after is None:
        return False
    verb = _next(parse, after)
    return verb is not None and verb.lemma in ("say", "accord")
