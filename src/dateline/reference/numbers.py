"""Numbers as English news writes them: digits, words, vague words, and the words that bound them.

The lexicon is `data/counts.en.toml`; its head explains every table. Works on text alone, without a parse.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from dateline.errors import DataError

Bound = Literal["exact", "about", "at-least", "at-most", "range", "vague"]
Form = Literal["digits", "words", "vague"]

_WORD = re.compile(r"[^\W\d_]+|\d+")
_ABOUT_SHARE = 0.1  # "about N" is 0.9 N to 1.1 N (the record contract)


@dataclass(frozen=True, slots=True)
class Number:
    """A number expression.

    start, end: offsets of the expression with its bound words. core: offsets of the number alone.
    low, high: inclusive bounds, None an open end.
    """

    start: int
    end: int
    core: tuple[int, int]
    low: int | None
    high: int | None
    bound: Bound
    form: Form


@dataclass(frozen=True, slots=True)
class Cues:
    """What shows that something is counted under one name; fields as in the lexicon's head, verbs as (lemma, companion)."""

    nouns: frozenset[str]
    objects: Mapping[str, tuple[str, ...]]
    subjects: Mapping[str, tuple[str, ...]]
    after: frozenset[str]
    toll: frozenset[str]
    deeds: frozenset[str]
    modifier: frozenset[str]
    setting: frozenset[str]
    unless: frozenset[str]


@dataclass(frozen=True, slots=True)
class CountLexicon:
    """The lexicon, ready for use. of: name of what is counted -> its cues, in order of precedence.

    pattern: of a number expression; firsts: the words that one can begin with, in lower case.
    """

    pattern: re.Pattern[str]
    firsts: frozenset[str]
    values: Mapping[str, int]
    scales: Mapping[str, int]
    vague: Mapping[str, tuple[int, int]]
    several: tuple[int, int]
    bounds: Mapping[str, Bound]
    tails: Mapping[str, Bound]
    of: Mapping[str, Cues]
    units: frozenset[str]
    currency: frozenset[str]
    labels: frozenset[str]
    bodies: frozenset[str]
    months: frozenset[str]
    figure: frozenset[str]
    people_only: frozenset[str]
    not_people: frozenset[str]
    many: frozenset[str]
    tolls: Mapping[str, frozenset[str]]

    def is_thing(self, lemma: str) -> bool:
        """Tell whether a noun names vehicles or buildings, by its lemma."""
        return any(lemma in self.of[name].nouns for name in ("vehicles", "buildings"))


@cache
def count_lexicon() -> CountLexicon:
    """Return the packaged lexicon. Raises DataError when it is broken."""
    raw = files("dateline.reference").joinpath("data/counts.en.toml").read_text(encoding="utf8")
    return parse_count_lexicon(raw)


def parse_count_lexicon(raw: str) -> CountLexicon:
    """Build the lexicon from TOML. Raises DataError naming the table that is missing or broken."""
    try:
        data = tomllib.loads(raw)
        bounds = {word: bound for bound, words in data["bounds"].items() for word in words}
        skip = {name: frozenset(words) for name, words in data["skip"].items()}
        return CountLexicon(
            pattern=_pattern(data),
            firsts=_firsts(data),
            values=data["numerals"],
            scales=data["scales"] | {"k": 1000, "m": 1_000_000, "mn": 1_000_000, "bn": 1_000_000_000},
            vague={word: (low, high) for word, (low, high) in data["vague"].items()},
            several=(data["several"]["low"], data["several"]["high"]),
            bounds=bounds,
            tails={word: bound for bound, words in data["tails"].items() for word in words},
            of={name: _cues(table) for name, table in data["of"].items()},
            tolls={name: frozenset(words) for name, words in data["tolls"].items()},
            **skip,
        )
    except tomllib.TOMLDecodeError as error:
        raise DataError(f"the lexicon of counts is no TOML ({error}); mend the file") from error
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise DataError(f"the lexicon of counts lacks or misshapes the table {error}; mend the file") from error


def _cues(table: Mapping[str, Any]) -> Cues:
    words = {
        name: frozenset(table.get(name, ()))
        for name in ("nouns", "after", "toll", "deeds", "modifier", "setting", "unless")
    }
    return Cues(objects=_verbs(table["object"]), subjects=_verbs(table["subject"]), **words)


def _verbs(entries: list[str]) -> dict[str, tuple[str, ...]]:
    """Turn "take+part" into {"take": ("part",)}; a verb that needs no companion has an empty one."""
    out: dict[str, tuple[str, ...]] = {}
    for entry in entries:
        verb, _, companion = entry.partition("+")
        out[verb] = (*out.get(verb, ()), companion)
    return out


def _any(words: Any) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True))


def _pattern(data: Mapping[str, Any]) -> re.Pattern[str]:
    """Return the pattern of a number expression: bounds, a number or a range, a tail."""
    numeral, scale = _any(data["numerals"]), _any(data["scales"])
    tens = _any(word for word, value in data["numerals"].items() if value >= 20)
    ones = _any(word for word, value in data["numerals"].items() if value < 10)
    small = rf"(?:{tens})[\s-](?:{ones})|{numeral}"
    after_scale = "|".join(rf"(?<={word})" for word in data["scales"])
    digits = r"(?:\d{1,3}(?:[,.\u00a0\u202f ]\d{3}(?!\d))+|\d+(?:[.,]\d+)?)"
    scaled = rf"{digits}(?:\s?(?:{scale})\b|(?:[kK]|mn|bn|m)\b)?"
    more = rf"(?:[\s-]+(?:{scale})\b|(?:{after_scale})\s+(?:and\s+)?(?:{small})\b)"
    spelled = rf"(?:half\s+)?(?:an?\s+(?=(?:{scale})\b))?(?<![\w-])(?:{small}|{scale})\b{more}*"
    several = rf"(?:{_any(data['several']['words'])})(?:\s+(?:{scale}))\b|(?:{_any(data['several']['alone'])})\b"
    few = rf"a\s+few\s+(?:{_any(word.removesuffix('s') for word in data['vague'] if ' ' not in word)})\b"
    vague = rf"(?:{few}|(?:{_any(data['vague'])})\b)"
    number = rf"(?:{scaled}|{vague}|{several}|{spelled})"
    simple = rf"(?:{scaled}|{spelled})"
    dash = r"\s?(?:-|–|—|\s+to\s+|\s+or\s+)\s?"
    span = rf"(?:between\s+(?P<a>{simple})\s+and\s+(?P<b>{simple})|(?P<c>{simple}){dash}(?P<d>{simple}))"
    bound = _any(word for words in data["bounds"].values() for word in words)
    tail = _any(word for words in data["tails"].values() for word in words)
    handed = "".join(rf"(?<!\b{verb}\s)" for verb in ("gave", "handed", "hand", "handing", "ran", "took", "turned"))
    return re.compile(
        rf"(?<![\w.,:/$€£-])(?:{handed}(?P<bound>{bound})\s+)?(?:{span}|(?P<number>{number}))"
        rf"(?:[ ]?(?P<tail>{tail})(?!\w)(?!\s+{number}))?(?![\w%/]|[:.,]\d|-(?!strong\b)\w)",
        re.IGNORECASE,
    )


def _firsts(data: Mapping[str, Any]) -> frozenset[str]:
    several = data["several"]
    words = [*data["numerals"], *data["scales"], *data["vague"], *several["words"], *several["alone"]]
    words += [word for some in data["bounds"].values() for word in some] + ["a", "an", "between", "half"]
    return frozenset(_WORD.findall(word)[0] for word in words)


def find_numbers(text: str, lexicon: CountLexicon | None = None) -> Iterator[Number]:
    """Yield the number expressions of a text in order, none overlapping. Years, ages and sums are numbers here too."""
    lexicon = lexicon or count_lexicon()
    position = 0
    for word in _WORD.finditer(text):
        if word.start() < position or not (word[0].isdigit() or word[0].lower() in lexicon.firsts):
            continue
        match = lexicon.pattern.match(text, word.start())
        if match is None:
            continue
        position = match.end()
        number = _number(match, lexicon)
        if number is not None:
            yield number
        elif match["number"] is None and _in_words(match):  # no range after all: "1.5 million or 2k"; "4-1" is a score
            for group in ("a", "b", "c", "d"):
                yield from _shifted(match, group, lexicon)


def _in_words(match: re.Match[str]) -> bool:
    return re.search(r"\s(?:and|or|to)\s", match.group()) is not None


def _shifted(match: re.Match[str], group: str, lexicon: CountLexicon) -> Iterator[Number]:
    """Read one end of a would-be range by itself."""
    start = match.start(group)
    for number in find_numbers(match[group] or "", lexicon):
        core = (number.core[0] + start, number.core[1] + start)
        yield replace(number, start=number.start + start, end=number.end + start, core=core)


def _number(match: re.Match[str], lexicon: CountLexicon) -> Number | None:
    if match["number"] is None:
        return _range(match, lexicon)
    raw = _plain(match["number"])
    low, high, form = _value(raw, lexicon)
    if low is None or high is None:
        return None
    bound, low_end, high_end = _bounded(match, low, high, form, lexicon)
    return Number(match.start(), match.end(), match.span("number"), low_end, high_end, bound, form)


def _range(match: re.Match[str], lexicon: CountLexicon) -> Number | None:
    first, second = ("a", "b") if match["a"] else ("c", "d")
    low, _, form = _value(_plain(match[first]), lexicon)
    high = _value(_plain(match[second]), lexicon)[1]
    if low is None or high is None:
        return None
    scale = _plain(match[second]).split(" ")[-1]
    if low < 1000 <= high and scale in lexicon.scales and low * lexicon.scales[scale] < high:
        low *= lexicon.scales[scale]  # "two to three thousand"
    if low >= high:
        return None
    return Number(match.start(), match.end(), match.span(second), low, high, "range", form)


def _plain(raw: str) -> str:
    return re.sub(r"\s+", " ", raw.lower())


def _bounded(
    match: re.Match[str], low: int, high: int, form: Form, lexicon: CountLexicon
) -> tuple[Bound, int | None, int | None]:
    """Apply the words around the number to its value."""
    bound: Bound = "exact"
    if match["bound"]:
        bound = lexicon.bounds[_plain(match["bound"])]
    elif match["tail"]:
        bound = lexicon.tails[_plain(match["tail"])]
    tail: Bound | None = lexicon.tails[_plain(match["tail"])] if match["tail"] else None
    if bound == "about" and tail in ("at-most", "at-least"):  # "around 500 at most"
        return bound, *(
            (round(low * (1 - _ABOUT_SHARE)), high) if tail == "at-most" else (low, round(high * (1 + _ABOUT_SHARE)))
        )
    if form == "vague" and bound in ("exact", "about"):
        return "vague", low, high
    if bound == "about":
        return bound, round(low * (1 - _ABOUT_SHARE)), round(high * (1 + _ABOUT_SHARE))
    if bound == "at-least":
        return bound, low, None
    if bound == "at-most":
        return bound, None, high
    return bound, low, high


def _value(raw: str, lexicon: CountLexicon) -> tuple[int | None, int | None, Form]:
    """Return lowest and highest value and form of a bare number expression in lower case."""
    if raw in lexicon.vague:
        return *lexicon.vague[raw], "vague"
    if raw[0].isdigit():
        value = _digits(raw, lexicon)
        return value, value, "digits"
    words = raw.split(" ")
    if raw.startswith("a few"):
        return *lexicon.vague[words[-1] + "s"], "vague"
    if words[0] in ("several", "many"):
        scale = lexicon.scales.get(words[-1], 1)
        return lexicon.several[0] * scale, lexicon.several[1] * scale, "vague"
    value = _spelled(re.split(r"[ -]+", raw), lexicon)
    return value, value, "words"


def _digits(raw: str, lexicon: CountLexicon) -> int | None:
    found = re.match(r"[\d.,\u00a0\u202f ]*\d", raw)
    figure = found.group() if found else ""
    rest = raw[len(figure) :].strip()
    if re.fullmatch(r"\d{1,3}(?:[,.\u00a0\u202f ]\d{3})+", figure) and not (rest and "." in figure):
        value = float(re.sub(r"\D", "", figure))
    else:
        value = float(figure.replace(",", "."))
    value *= lexicon.scales[rest] if rest else 1
    return round(value) if 1 <= value < 1e12 and (rest or value == int(value)) else None


def _spelled(words: list[str], lexicon: CountLexicon) -> int | None:
    """Add up number words: "two hundred and fifty thousand" gives 250000. None where the words make no number."""
    half = words[0] == "half"
    total = group = 0
    last = 0
    for word in words:
        if word in ("and", "a", "an", "half"):
            continue
        if word in lexicon.values:
            value = lexicon.values[word]
            if group % 100 and not (last >= 20 and last % 10 == 0 and value < 10):
                return None
            group, last = group + value, value
            continue
        scale, last = lexicon.scales[word], 0
        if scale <= 100:
            group = max(group, 1) * scale
        else:
            total, group = total + max(group, 1) * scale, 0
    return (total + group) // 2 if half else total + group
