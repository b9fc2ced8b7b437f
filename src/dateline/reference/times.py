"""The grammar of temporal expressions of one language, compiled from packaged data (`data/times.LANGUAGE.toml`).

A pattern is a row of elements parted by blanks; the data file's head explains them. Every pattern becomes one regular
expression, filed under the words that it can begin with, so that a text is only matched where such a word stands.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from typing import Any

from dateline.errors import DataError
from dateline.records import Parse, Span, Token
from dateline.reference.word_index import WordIndex, rarest

DIGIT = "#"  # the key under which patterns that begin with a digit are filed
ANY = "*"  # the key of patterns that begin with any word
BLANK = r"[^\S\n]+"
_SHAPES = {
    "day": r"(?:3[01]|[12]\d|0?[1-9])(?:{suffix})?",
    "year": r"(?:1[1-9]|20|21)\d\d",
    "nearby_year": r"1[34]\d\d",
    "decade": r"(?:1[1-9]|20)\d0['’]?s",
    "short_decade": r"['’]?[1-9]0['’]?s",
    "digits": r"\d{{1,3}}(?:\.\d)?",
    "h": r"(?:2[0-4]|1\d|0?\d)",
    "m": r"[0-5]\d",
    "h4": r"(?:2[0-3]|[01]\d)[0-5]\d",
    "offset": r"\(?(?:GMT|UTC)\s?[+−–-]\s?\d{{1,2}}(?::?\d\d)?\)?",
    "quarter_digit": r"[1-4]",
    "dayth": r"(?:3[01]|[12]\d|0?[1-9])(?:{suffix})",
    "nth": r"\d{{1,2}}(?:{suffix})",
    "iso": r"(?:1[5-9]|20|21)\d\d-(?:1[0-2]|0[1-9])-(?:3[01]|[12]\d|0[1-9])(?:T[0-2]\d:[0-5]\d(?::\d\d)?Z?)?",
    "numeric": r"(?:3[01]|[12]\d|0?[1-9])(?P<mark>[./-])(?:3[01]|[12]\d|0?[1-9])(?P=mark)(?:(?:19|20)\d\d|\d\d)",
    "noun": r"[^\W\d_]+",
}
_COUNTING = frozenset({"number", "count"})  # words or digits
_ABBREVIATED = frozenset({"weekday_short"})
_OPEN_SHAPES = frozenset({"noun"})
_ELEMENT = re.compile(r"\{(?P<cls>\w+)(?::(?P<name>\w+))?\}|\((?P<choice>[^)]*)\)|(?P<word>[^\s?]+)")
_DATELINE_MAX = 80  # characters before the date
_DATELINE_WITHIN = 2000  # characters from the head of the text
_BEFORE_DATE = (",", "(", "-", "–", "—", "|", "·")
_AFTER_DATELINE = re.compile(r"\s*(?:\([^)\n]{1,40}\)|,\s*[A-Z]{3,})?\s*(?:[-–—.:|]|$)")
_GLUE = {"-": r"[-‐‑–—]", ":": ":", ".": r"\.", "+": "", "/": "/"}


@dataclass(frozen=True, slots=True)
class Rule:
    """One pattern and what it means.

    op: the operation that gives it a value; kind: what sort of expression it is, for joining neighbours.
    rank: its place in the grammar; of two equally long expressions the earlier rule's is kept.
    fixed: fields that the rule sets; groups: name of each field in the pattern, and its word class.
    not_before, not_after, after: words that must not follow, must not or must precede.
    before: what must follow: one of the words, a mark or the end of the text.
    """

    op: str
    kind: str
    rank: int
    regex: re.Pattern[str]
    fixed: dict[str, Any]
    groups: dict[str, str]
    not_before: re.Pattern[str] | None = None
    before: re.Pattern[str] | None = None
    not_after: frozenset[str] = frozenset()
    after: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Join:
    """Two neighbouring expressions that make one. between: what may stand between them; into: kind of the whole."""

    left: frozenset[str]
    right: frozenset[str]
    between: frozenset[str]


@dataclass(frozen=True, slots=True)
class TimeGrammar:
    """All rules of one language.

    starts: rules by the first word, in lower case, that they can match (`DIGIT` for a digit), and by a rare one behind it.
    classes: word class to word to value. words: named word lists. event_words: lemmas that tell of what a noun names.
    """

    language: str
    numeric_order: str
    classes: dict[str, dict[str, Any]]
    words: dict[str, frozenset[str]]
    starts: dict[str, WordIndex[Rule]]
    joins: tuple[Join, ...]
    event_words: dict[str, frozenset[str]]
    rules: tuple[Rule, ...] = field(default=(), repr=False)

    def value(self, cls: str, word: str) -> Any:
        """Return the value of a word in a class, or None when it has none; blanks and a final point do not matter."""
        table = self.classes.get(cls, {})
        word = " ".join(word.lower().replace("’", "'").split())
        return table.get(word, table.get(word.rstrip(".")))


@lru_cache(maxsize=8)
def load_time_grammar(language: str = "en") -> TimeGrammar:
    """Load the grammar of a language (ISO 639-1).

    Raises DataError when there is none, or when it is broken.
    """
    path = files("dateline.reference") / "data" / f"times.{language}.toml"
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise DataError(
            f"there is no grammar of times for the language '{language}'; add times.{language}.toml"
        ) from error
    except tomllib.TOMLDecodeError as error:
        raise DataError(f"times.{language}.toml is no TOML ({error}); mend the file") from error
    return grammar_from(data)


def grammar_from(data: dict[str, Any]) -> TimeGrammar:
    """Compile a grammar from its parsed data. Raises DataError naming the pattern that is wrong."""
    classes = _classes(data)
    compiler = _Compiler(classes, tuple(data["ordinal_suffixes"]))
    words = {name: frozenset(entries) for name, entries in data["words"].items()}
    starts: dict[str, list[tuple[Rule, frozenset[str] | None]]] = {}
    rules: list[Rule] = []
    for entry in data["rule"]:
        for pattern in entry["patterns"]:
            rule = _rule(entry, pattern, compiler, words, len(rules))
            rules.append(rule)
            begun, led = rarest(compiler.asks(pattern)), rarest(compiler.asks(pattern, led=True))
            for first, leads in compiler.firsts(pattern).items():
                starts.setdefault(first, []).append((rule, led if leads else begun))
    joins = tuple(Join(*(frozenset(join[key]) for key in ("left", "right", "between"))) for join in data["join"])
    event_words = {noun: frozenset(lemmas) for noun, lemmas in data.get("event_words", {}).items()}
    filed = {first: WordIndex(found) for first, found in starts.items()}
    return TimeGrammar(data["language"], data["numeric_order"], classes, words, filed, joins, event_words, tuple(rules))


def _rule(
    entry: dict[str, Any], pattern: str, compiler: _Compiler, words: dict[str, frozenset[str]], rank: int
) -> Rule:
    def listed(key: str) -> frozenset[str]:
        given = entry.get(key, ())
        return words[given] if isinstance(given, str) else frozenset(given)

    def choice(key: str) -> str:
        return "|".join(re.escape(word) for word in sorted(listed(key), key=len, reverse=True))

    unwanted, wanted = choice("not_before"), choice("before")
    try:
        return Rule(
            op=entry["op"],
            kind=entry["kind"],
            rank=rank,
            regex=compiler.regex(pattern),
            fixed=dict(entry.get("set", {})),
            groups=compiler.groups(pattern),
            not_before=re.compile(rf"[-\s‑]+(?:{unwanted})\b", re.IGNORECASE) if unwanted else None,
            before=re.compile(rf"\s+(?:{wanted})\b|\s*(?:[^\w\s]|$)", re.IGNORECASE) if wanted else None,
            not_after=listed("not_after"),
            after=listed("after"),
        )
    except (KeyError, re.error) as error:
        raise DataError(f"the time pattern '{pattern}' does not compile ({error}); mend the grammar") from error


def _classes(data: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Return the word classes with what the data let be derived: compound numbers and misspelt months."""
    classes: dict[str, dict[str, Any]] = {name: dict(table) for name, table in data["classes"].items()}
    compound = data.get("compound")
    if compound:
        numbers = classes["number"]
        for ten in compound["tens"]:
            for one in compound["ones"]:
                numbers[f"{ten}{compound['joiner']}{one}"] = numbers[ten] + numbers[one]
    classes["count"] = {**classes["article"], **classes["number"]}
    months = classes["month"]
    for name in data["words"]["misspelt_months"]:
        for form in misspellings(name):
            months.setdefault(form, months[name])
    return classes


def misspellings(word: str) -> Iterator[str]:
    """Yield the slips of a typist: two letters swapped, one left out, one of the word's letters or a vowel too much or wrong."""
    letters = sorted(set(word) | set("aeiou"))
    for i in range(1, len(word)):
        yield word[:i] + word[i + 1 :]
        if i + 1 < len(word):
            yield word[:i] + word[i + 1] + word[i] + word[i + 2 :]
        for letter in letters:
            yield word[:i] + letter + word[i:]
            yield word[:i] + letter + word[i + 1 :]


@dataclass(frozen=True, slots=True)
class _Element:
    """One element of a pattern. body: its regular expression; firsts: the words it can begin with."""

    body: str
    firsts: frozenset[str]
    optional: bool
    glue: bool = False
    mark: str = ""


class _Compiler:
    """Turns patterns into regular expressions."""

    def __init__(self, classes: dict[str, dict[str, Any]], suffixes: tuple[str, ...]) -> None:
        self.classes = classes
        self.shapes = {name: shape.format(suffix="|".join(suffixes)) for name, shape in _SHAPES.items()}
        self._known: dict[str, _Element] = {}  # one element stands in many patterns

    def firsts(self, pattern: str) -> dict[str, bool]:
        """Return the first words that a pattern can match, each with whether it only leads up to the words that must come."""
        out: dict[str, bool] = {}
        for element in map(self._element, pattern.split()):
            if element.mark or element.glue:
                continue
            out |= dict.fromkeys(element.firsts, element.optional)
            if not element.optional:
                break
        return out

    def asks(self, pattern: str, *, led: bool = False) -> list[frozenset[str]]:
        """Return what each word that must come can be (`DIGIT` for any digit), where that is known.

        led: from the first of them on, since another goes before; else it has been seen already.
        """
        elements = [self._element(raw) for raw in pattern.split() if raw not in "<>"]
        glued = {
            near for i, e in enumerate(elements) if e.glue and not e.body for near in (i - 1, i + 1)
        }  # no whole words
        must = [i for i, e in enumerate(elements) if not e.optional and not e.glue]
        known = [i for i in must if i not in glued and ANY not in elements[i].firsts]
        return [elements[i].firsts for i in known if led or i != must[0]]

    def groups(self, pattern: str) -> dict[str, str]:
        """Return the fields that a pattern names, with their word classes or shapes."""
        return {m["name"] or m["cls"]: m["cls"] for m in _ELEMENT.finditer(pattern) if m["cls"]}

    def regex(self, pattern: str) -> re.Pattern[str]:
        """Compile a pattern; the group `span` holds the expression where the pattern marks it."""
        out, started, glued, pending = "", False, True, ""
        for element in map(self._element, pattern.split()):
            if element.mark == ">":
                out += ")"
            elif element.mark == "<":
                pending = "(?P<span>"
            elif element.glue:
                out += f"(?:{element.body})?" if element.optional else element.body
                glued = element.body != r"\s?,"
            elif element.optional and not started:
                out += f"(?:{element.body}{BLANK})?"
            else:
                blank = "" if glued else BLANK
                out += f"(?:{blank}{element.body})?" if element.optional else f"{blank}{pending}{element.body}"
                pending = "" if not element.optional else pending
                started, glued = True, False
        return re.compile(out + r"(?!\w|[.,:/]\d)", re.IGNORECASE)

    def _element(self, raw: str) -> _Element:
        if raw not in self._known:
            self._known[raw] = self._made(raw)
        return self._known[raw]

    def _made(self, raw: str) -> _Element:
        optional = len(raw) > 1 and raw.endswith("?")
        raw = raw[:-1] if optional else raw
        if raw in "<>":
            return _Element("", frozenset(), False, mark=raw)
        if raw == ",":
            return _Element(r"\s?,", frozenset(), optional, glue=True)
        if raw in _GLUE:
            return _Element(_GLUE[raw], frozenset(), optional, glue=True)
        match = _ELEMENT.fullmatch(raw)
        if match is None or (match["word"] and set(match["word"]) & set("{}()<>")):
            raise KeyError(raw)
        if match["cls"]:
            return self._class(match["cls"], match["name"] or match["cls"], optional)
        choices = [c.replace("_", " ") for c in (match["choice"] or match["word"]).split("|")]
        return _Element(_either(choices), _first_words(choices), optional)

    def _class(self, cls: str, name: str, optional: bool) -> _Element:
        if cls in self.shapes:
            firsts = frozenset({ANY if cls in _OPEN_SHAPES else DIGIT})
            return _Element(f"(?P<{name}>{self.shapes[cls]})", firsts, optional)
        words = self.classes[cls]
        if cls == "month":  # a look-up afterwards is faster than a choice among hundreds of misspellings
            return _Element(rf"(?P<{name}>[^\W\d_]{{3,11}}\.?)", _first_words(words), optional)
        body = _either(words)
        firsts = _first_words(words)
        if cls in _COUNTING:
            body, firsts = f"(?:{body}|{self.shapes['digits']})", firsts | {DIGIT}
        if cls in _ABBREVIATED:
            body += r"\.?"
        return _Element(f"(?P<{name}>{body})", firsts, optional)


def _either(words: Any) -> str:
    parts = [re.escape(word).replace(r"\ ", BLANK) for word in sorted(words, key=len, reverse=True)]
    return f"(?:{'|'.join(parts)})"


def _first_words(words: Any) -> frozenset[str]:
    """Return the first run of letters of each, in lower case; DIGIT for one that begins with a digit."""
    firsts = set()
    for word in words:
        match = re.search(r"[^\W\d_]+|\d", word)
        if match:
            firsts.add(DIGIT if match[0].isdigit() else match[0].lower())
    return frozenset(firsts)


def said_verb(parse: Parse, verb: Token, start: int) -> Token | None:
    """Return the verb before a time that the parse hangs on the clause after it ("she said on Tuesday it would rain").

    verb: the one that the parse gives; start: where the time begins. None where the parse is right. Also the other way
    round: "they meet at the port, on Tuesday, she said".
    """
    above = parse.tokens[verb.head]
    subjects = parse.kids(verb.i, "nsubj", "nsubjpass", "expl")
    told = [
        t
        for t in parse.kids(verb.i, "ccomp")
        if t.i < verb.i and t.pos == "VERB" and parse.kids(t.i, "nsubj", "nsubjpass")
    ]
    if told and subjects and told[0].start < start < subjects[0].start:
        return told[0]
    if verb.dep != "ccomp" or above.pos != "VERB" or not above.start < start or not subjects:
        return None
    first = min(parse.tokens[i].start for i in parse.subtree(subjects[0].i))
    between = sum(above.i < t.i and t.start < start for t in parse.tokens[above.i : above.i + 4])
    return above if start < first and between <= 2 else None


def puts_off(parse: Parse, verb: Token, grammar: TimeGrammar) -> bool:
    """Tell whether a verb moves something to another day ("postponed it", "put it off")."""
    words = grammar.words["postponing"]
    kids = parse.kids(verb.i, "prt", "advmod")
    return verb.lemma in words or any(f"{verb.lemma} {kid.lower}" in words for kid in kids)


def akin(lemma: str, pos: str, noun: str) -> bool:
    """Tell whether a word names what a noun names: the noun itself, or a verb of its stem ("march", "rule" for "ruling")."""
    if lemma == noun or pos not in ("VERB", "NOUN") or (pos == "NOUN" and not lemma.endswith("ing")):
        return lemma == noun
    shorter = min(len(lemma), len(noun))
    common = next((i for i, (a, b) in enumerate(zip(lemma, noun, strict=False)) if a != b), shorter)
    return shorter >= 4 and common >= max(3, shorter - 1)


def dates_the_line(text: str, span: Span) -> bool:
    """Tell whether a date is a dateline's: between a place at the head of its line and the text, or alone at the line's end.

    "TOWN, May 3 (Agency) - ...", "Town, 3 May 2023. ...", "From the Town Agency, 3 May".
    """
    head = text[text.rfind("\n", 0, span.start) + 1 : span.start]
    line_end = text.find("\n", span.end)
    rest = text[span.end : line_end if line_end >= 0 else len(text)]
    if len(head) > _DATELINE_MAX or span.start > _DATELINE_WITHIN:
        return False
    named = [word for word in re.findall(r"[^\W\d_]+", head) if len(word) > 3]
    placed = bool(named) and head.rstrip().endswith(_BEFORE_DATE) and all(word[0].isupper() for word in named)
    return placed and _AFTER_DATELINE.match(rest) is not None
