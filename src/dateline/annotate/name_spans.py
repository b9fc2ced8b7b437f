"""Where names of places may stand: runs of capitalised words, looked up from the longest, and names of spots by pattern.

Gives candidates only; whether a candidate is a place in this text is for `name_evidence`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from dateline.records import Parse, Span, Token
from dateline.reference.annotating import annotating_words
from dateline.reference.calendar_words import months, weekdays
from dateline.reference.gazetteer import Gazetteer, names
from dateline.reference.gazetteer.supplement import Venues, articles, venues

Level = Literal["", "admin1", "admin2", "town"]
Source = Literal["name", "demonym", "short", "spot", "unknown"]

# Small words that stand inside names: "Conceição do Araguaia", "Mazar-e-Sharif", "Stratford-upon-Avon".
_INNER = frozenset(
    "of the de la las los del da do dos das di du des le les e es i y upon am der den and - – / & ’ ' d' l' d’ l’ 's ’s".split()
) | (articles().usual - {"at"})  # "the rally at Taksim" is no name
# Of the others only a hyphen makes a part of a name: "ez-Zor".
_HYPHENED = articles().leading | articles().inside | articles().hyphened
_LEADING = articles().leading
_ARTICLE_BEHIND = re.compile(rf" (?:{'|'.join(sorted(articles().leading))})[-‐][A-Z]")
_PARTED = re.compile(r",| and ")
_BREAK = re.compile(r",| of | and ")
# A day at the end of a run is no part of the name: "in Fallujah Sunday".
_POINTED = re.compile(r"(?:[A-Za-z]\.){2,}")
_ELIDED = re.compile(r"[dl]['’]\w")
_HYPHENS = frozenset("-–‐")
_MAX_TOKENS = 9
_LARGE_TOWN = 100_000
_WORDS = annotating_words().names
_SOME = frozenset("a an another one some several two three many".split())
NEVER_ALONE = articles().usual.union(
    "the a an no in on at and of by for to from north south east west northern southern eastern western de la le du san "
    "santa st saint".split(),
    months(),
    weekdays(),
)


@dataclass(frozen=True, slots=True)
class NameSpan:
    """A candidate: tokens `first` to `last` (exclusive) and what it would be.

    key: the form that is looked up; for "Fars province" that of "Fars", with `level` "admin1".
    source: by name in the gazetteer, demonym, short form, spot by pattern, or a name that the gazetteer lacks.
    row: the place's row where the form settles it (demonyms, short forms).
    """

    first: int
    last: int
    span: Span
    key: str
    source: Source
    level: Level = ""
    row: int | None = None


# Candidates by the number of the token where they were looked for.
Options = dict[int, tuple[NameSpan, ...]]


class SpanFinder:
    """Finds candidate names in a parse."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self.venues: Venues = venues()
        self._levels = (self.venues.town | self.venues.admin1 | self.venues.admin2) - self.venues.bodies
        self._levels_of_area = self._levels - self.venues.town
        self._first_words = frozenset(w.split()[0] for w in [*gazetteer.demonyms, *gazetteer.abbreviations])

    def options(self, parse: Parse, text: str) -> Options:
        """Return the candidates that begin at each token where any does, the longest first."""
        out: Options = {}
        for token in parse.tokens:
            if capitalised(token) or _opens_with_article(parse, token):
                found = self._capital_options(parse, text, token.i)
            elif token.lower in self.venues.behind:
                found = (self._lower_spot(parse, text, token.i),)
            else:
                continue
            if options := tuple(option for option in found if option is not None):
                out[token.i] = options
        return out

    def find(self, options: Options, wanted: Callable[[NameSpan], bool]) -> list[NameSpan]:
        """Return the candidates that are wanted, in text order, none overlapping; at each word the longest goes first."""
        out: list[NameSpan] = []
        for i in sorted(options):
            if out and i < out[-1].last:
                continue
            found = next((option for option in options[i] if wanted(option)), None)
            if found is not None and not (out and found.first < out[-1].last):
                out.append(found)
        return out

    def at(self, parse: Parse, text: str, span: Span) -> NameSpan | None:
        """Return the candidate at a given span, whatever stands around it; None where no token is."""
        tokens = parse.inside(span)
        if not tokens:
            return None
        first, last, surface = tokens[0].i, tokens[-1].i + 1, span.of(text)
        short = {**self.gazetteer.behind_a_place, **self.gazetteer.abbreviations, **self.gazetteer.demonyms}
        for form in (surface, surface + "."):
            if (row := short.get(form)) is not None:
                source: Source = "demonym" if form in self.gazetteer.demonyms else "short"
                return NameSpan(first, last, span, names.key(surface), source, row=row)
        key = names.key(surface)
        plain, level = self._without_level(key)
        for form in dict.fromkeys((key, names.bare(key), key.removeprefix("the "), plain)):
            if len(self.gazetteer.rows(form)[0]):
                stated = level if form == plain and level else self._level(parse, first, last)
                return NameSpan(first, last, span, form, "name", stated)
        return NameSpan(first, last, span, key, "unknown")

    def _capital_options(self, parse: Parse, text: str, i: int) -> tuple[NameSpan | None, ...]:
        run = list(self._ends(parse, text, i))
        fixed, named = self._fixed(parse, text, i), self._named(parse, text, i, run)
        if fixed is not None and named is not None and named.last > fixed.last:
            fixed = None  # "Central African Republic" is no "Central African"
        return (fixed, self._spot(parse, text, i, run), self._unlisted(parse, text, i, run), named)

    def _fixed(self, parse: Parse, text: str, i: int) -> NameSpan | None:
        """Return a demonym or short form, exactly as written."""
        tokens = parse.tokens
        if tokens[i].text not in self._first_words and tokens[i].text.rstrip(".") + "." not in self._first_words:
            return None
        for last in (i + 3, i + 2, i + 1):
            if last > len(tokens) or tokens[last - 1].sentence != tokens[i].sentence:
                continue
            span = Span(tokens[i].start, tokens[last - 1].end)
            surface = span.of(text)
            if (row := self.gazetteer.demonyms.get(surface)) is not None:
                return NameSpan(i, last, span, names.key(surface), "demonym", row=row)
            for end in (span.end + 1, span.end):
                if (row := self.gazetteer.abbreviations.get(text[span.start : end])) is not None:
                    return NameSpan(i, last, Span(span.start, end), names.key(surface), "short", row=row)
        return None

    def _named(self, parse: Parse, text: str, i: int, ends: list[int]) -> NameSpan | None:
        """Return the longest run from `i` that the gazetteer has."""
        tokens = parse.tokens
        short = self._short_behind(parse, text, i)
        if short is not None:
            return short
        for last in reversed(ends):
            span = Span(tokens[i].start, tokens[last - 1].end)
            key = names.key(span.of(text))
            if last == i + 1 and (key in NEVER_ALONE or _POINTED.fullmatch(tokens[i].text)):
                return None
            if _ARTICLE_BEHIND.match(text, span.end) and not self._is_area(text, span.start, span.end):
                return None  # "Khan" of "Khan al-Assal"
            plain, level = self._without_level(key)
            for form in (key,) if tokens[i].lower in articles().doubtful else dict.fromkeys((key, names.bare(key))):
                if len(self.gazetteer.rows(form)[0]):
                    return NameSpan(i, last, span, form, "name", self._level(parse, i, last))
            if level and len(self.gazetteer.rows(plain)[0]):
                return NameSpan(i, last, span, plain, "name", level)
        return None

    def _unlisted(self, parse: Parse, text: str, i: int, ends: list[int]) -> NameSpan | None:
        """Return a name that the gazetteer lacks and the text calls a town or area: "the village of X", "X district"."""
        tokens = parse.tokens
        run = [last for last in ends if not _BREAK.search(text[tokens[i].start : tokens[last - 1].end])]
        levels = self._levels
        if (
            not run
            or tokens[i].pos not in ("PROPN", "X")
            or tokens[i].lower in self.venues.public
            or tokens[i].lower in levels
        ):
            return None
        for last in reversed(run):
            if last > i + 1 and tokens[last - 1].lower in self._levels_of_area:
                return self._unlisted_span(parse, text, i, last, last - 1)
        if (
            i >= 2
            and tokens[i - 1].lower in ("of", "called", "named")
            and tokens[i - 2].lower.removesuffix("s") in levels | self.venues.called
            and not names_owner(parse, i - 2)
        ):
            return self._unlisted_span(parse, text, i, run[-1], run[-1])
        last = run[-1]
        if (
            last < len(tokens)
            and _singular(tokens[last].lower) in levels | self.venues.quarters
            and tokens[last].text.islower()
            and _trim(parse, i, last) == last
        ):
            return self._unlisted_span(parse, text, i, last, last)
        return None

    def _unlisted_span(self, parse: Parse, text: str, first: int, last: int, bare_end: int) -> NameSpan:
        span = Span(parse.tokens[first].start, parse.tokens[last - 1].end)
        key = names.key(span.of(text))
        if len(self.gazetteer.rows(key)[0]):
            return NameSpan(first, last, span, key, "name", self._level(parse, first, last))
        key = names.key(text[span.start : parse.tokens[bare_end - 1].end])
        level = self._level(parse, first, bare_end)
        return NameSpan(first, last, span, key, "name" if len(self.gazetteer.rows(key)[0]) else "unknown", level)

    def _short_behind(self, parse: Parse, text: str, i: int) -> NameSpan | None:
        """Return a short form behind a name and a comma: "Ore." in "Salem, Ore."."""
        tokens = parse.tokens
        if i < 2 or tokens[i - 1].text not in ",(" or not capitalised(tokens[i - 2]):
            return None
        for end in (tokens[i].end + 1, tokens[i].end):
            row = self.gazetteer.behind_a_place.get(text[tokens[i].start : end])
            if row is not None:
                return NameSpan(i, i + 1, Span(tokens[i].start, end), names.key(tokens[i].text), "short", row=row)
        return None

    def _ends(self, parse: Parse, text: str, i: int) -> Iterator[int]:
        """Yield where a name that begins at `i` may end: behind a capitalised word of the same run."""
        tokens = parse.tokens
        for j in range(i, min(i + _MAX_TOKENS, len(tokens))):
            token = tokens[j]
            if token.sentence != tokens[i].sentence or "\n" in token.text or (j > i and token.lower in weekdays()):
                return
            if j > i and token.lower in ("'s", "’s") and self._is_area(text, tokens[i].start, token.start):
                return  # "Yemen's Maarib" is two names
            if capitalised(token) or (j > i and tokens[j - 1].text in _HYPHENS and token.text.isalpha()):
                yield j + 1
            elif token.lower in _HYPHENED and j + 1 < len(tokens) and tokens[j + 1].text in _HYPHENS:
                continue
            elif token.lower not in _INNER and not token.text.isdigit():
                return

    def _is_area(self, text: str, start: int, end: int) -> bool:
        """Tell whether the stretch is the own name of a country, subdivision or larger town ("Iloilo City" among them)."""
        key = names.key(text[start:end])
        people, area, only_alternate = self.gazetteer.standing(key)
        called = key.rpartition(" ")[2] in self.venues.town  # "Cebu City" is told apart by its level
        return (called or not only_alternate) and (area or people >= _LARGE_TOWN)

    def _level(self, parse: Parse, first: int, last: int) -> Level:
        """Read the level from the word behind or ahead: "Fars province", "the city of Shiraz"."""
        tokens = parse.tokens
        words = []
        if last < len(tokens) and tokens[last].sentence == tokens[first].sentence:
            words.append(tokens[last].lower)
        named = first >= 3 and tokens[first - 3].pos == "PROPN"  # "the Belmora district of Lima" is one of Belmora
        if first >= 2 and tokens[first - 1].lower == "of" and not named:
            words.append(tokens[first - 2].lower)
        for word in map(_singular, words):
            if word in self.venues.admin1:
                return "admin1"
            if word in self.venues.admin2:
                return "admin2"
            if word in self.venues.town or word in self.venues.quarters:
                return "town"
        return ""

    def _without_level(self, key: str) -> tuple[str, Level]:
        """Split "fars province" into "fars" and its level; a capital "City" or "Village" belongs to the name."""
        head, _, word = key.rpartition(" ")
        if head and word in self.venues.admin1:
            return head, "admin1"
        if head and word in self.venues.admin2:
            return head, "admin2"
        return key, ""

    def _spot(self, parse: Parse, text: str, i: int, run: list[int]) -> NameSpan | None:
        """Return a spot by pattern: "Trafalgar Square", "Waterloo station", "Plaza Mayor", "Tomb of Cyrus"."""
        tokens = parse.tokens
        if not run:
            return None
        word = tokens[i].lower
        if word in self.venues.numbered and i + 1 < len(tokens) and tokens[i + 1].text.isdigit():
            return self._spot_span(parse, text, i, i + 2)
        if word in self.venues.ahead and run[-1] > i + 1:
            last = next((j for j in range(i + 2, run[-1]) if tokens[j].lower == "of"), run[-1])
            return self._spot_span(parse, text, i, _trim(parse, i, last))
        if word in self.venues.of and i + 1 < len(tokens) and tokens[i + 1].lower == "of" and run[-1] > i + 2:
            return self._spot_span(parse, text, i, _trim(parse, i, run[-1]))
        for last in reversed(run):
            if (
                last - i > 1
                and tokens[last - 1].lower in self.venues.behind
                and not _PARTED.search(text[tokens[i].start : tokens[last - 1].end])
            ):
                return self._spot_span(parse, text, i, last)
        last = run[-1]
        proper = tokens[i].pos == "PROPN" or _opens_with_article(parse, tokens[i])
        if last == len(tokens) or tokens[last].sentence != tokens[i].sentence or not proper:
            return None
        words = self._spot_words(parse, last)
        if (
            words
            and _trim(parse, i, last) == last
            and not _possessive(tokens[last - 1])
            and not (tokens[last - 1].entity == "DATE" and tokens[last - 1].dep == "pobj")  # "On 3 November parliament"
            and not _PARTED.search(text[tokens[i].start : tokens[last - 1].end])
        ):
            return self._spot_with_noun(parse, text, i, last, words)
        return None

    def _spot_words(self, parse: Parse, first: int) -> int:
        """Return how many words from `first` on are a noun of spots: "refugee camp" two, "camp" one, others none."""
        words = [token.lower for token in parse.tokens[first : first + 2]]
        if " ".join(words) in self.venues.behind:
            return len(words)
        return int(words[0] in self.venues.behind)

    def _spot_with_noun(self, parse: Parse, text: str, i: int, last: int, words: int) -> NameSpan | None:
        """Return the spot that a noun in lower case behind a name makes: "Waterloo station"; none where the noun is no name.

        "The Zahra neighborhood" is named Zahra; "a Yangon market" is some market, Yangon the only name.
        """
        tokens = parse.tokens
        if tokens[last].lower in self.venues.quarters:
            return self._unlisted_span(parse, text, i, last, last)
        ahead = i - 1
        while ahead > 0 and tokens[ahead].pos == "ADJ":
            ahead -= 1
        if i and tokens[ahead].lower in _SOME and tokens[ahead].sentence == tokens[i].sentence:
            return None
        return self._spot_span(parse, text, i, last + words)

    def _spot_span(self, parse: Parse, text: str, first: int, last: int) -> NameSpan | None:
        span = Span(parse.tokens[first].start, parse.tokens[last - 1].end)
        key = names.key(span.of(text))
        if len(self.gazetteer.rows(key)[0]):
            return NameSpan(first, last, span, key, "name")
        words = [t.lower for t in parse.tokens[first:last] if capitalised(t) or t.text.isdigit()]
        common = words[0] in self.venues.generic | self.venues.public or " ".join(words) in self.venues.behind
        if words[0] not in self.venues.ahead and common and is_plain(words):
            return None  # "City Hall", "Fire Station", "Main Street"
        return NameSpan(first, last, span, key, "spot")

    def _lower_spot(self, parse: Parse, text: str, i: int) -> NameSpan | None:
        """Return a spot that is written in lower case and that the gazetteer has: "heathrow airport"."""
        tokens = parse.tokens
        for first in (i - 3, i - 2, i - 1):
            if first < 0 or tokens[first].sentence != tokens[i].sentence or tokens[first].pos in ("DET", "ADP", "PRON"):
                continue
            span = Span(tokens[first].start, tokens[i].end)
            rows, _ = self.gazetteer.rows(names.key(span.of(text)))
            if any(self.gazetteer.place(int(row)).precision == "venue" for row in rows):
                return NameSpan(first, i + 1, span, names.key(span.of(text)), "name")
        return None


def is_plain(words: list[str]) -> bool:
    """Tell whether a spot's name has only words that name no spot by themselves: "Market Square", "Main Street"."""
    known = venues()
    return len(words) < 3 and all(word in known.generic | known.behind | known.public for word in words)


def names_owner(parse: Parse, i: int) -> bool:
    """Tell whether what follows a word of level with "of" is whose home it is: "the home town of Jane Roe".

    "Her home town of Belmora" names the town. i: number of the word of level.
    """
    tokens = parse.tokens
    home = i > 0 and tokens[i - 1].lower in _WORDS.home
    if not home and tokens[i].lower not in _WORDS.hometown:
        return False
    ahead = tokens[i - 2] if home and i > 1 else tokens[i - 1] if i > 0 and not home else None
    return ahead is None or not (ahead.tag in ("PRP$", "POS") or ahead.lower in ("'s", "’s"))


def capitalised(token: Token) -> bool:
    """Tell whether a token begins like a name (so do "l'Avenir", a hashtag, a letter without capitals)."""
    first = token.text[0]
    if first in "dl" and _ELIDED.match(token.text):
        first = token.text[2]
    return first.isupper() or (first.isalpha() and first.lower() == first.upper())


def _opens_with_article(parse: Parse, token: Token) -> bool:
    """Tell whether a small article opens a name: "al-Belmora"."""
    behind = parse.tokens[token.i + 1 : token.i + 3]
    hyphened = len(behind) == 2 and behind[0].text in _HYPHENS and behind[0].start == token.end
    return token.lower in _LEADING and hyphened and capitalised(behind[1])


def _trim(parse: Parse, first: int, last: int) -> int:
    """Cut small words and possessives off the end of a run."""
    while last > first + 1 and not capitalised(parse.tokens[last - 1]) and not parse.tokens[last - 1].text.isdigit():
        last -= 1
    return last


def _possessive(token: Token) -> bool:
    return token.text in ("'s", "’s", "'", "’")


def _singular(word: str) -> str:
    return word[:-3] + "y" if word.endswith("ies") else word.removesuffix("s")
