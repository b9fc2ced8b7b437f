"""The codebook: event types, modes, roles and triggers, read from TOML and checked.

The way a trigger is written is told in `data/codebook/codebook.toml`. Mappings follow ACLED's event and sub-event types and
CAMEO's root codes. Source of types and modes: PLOVER (Open Event Data Alliance), CC BY-SA 4.0.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from dateline.errors import DataError
from dateline.reference.beginnings import Beginning

PACKAGED = Path(__file__).with_name("data") / "codebook" / "codebook.toml"
SLOTS = ("subj", "obj", "prep", "near", "about", "num", "neg", "under")
_WORD = re.compile(r"~|[\w'|]+|-")
_TYPE_KEYS = {"definition", "roles", "slots", "symmetric", "acled", "cameo", "verbs", "nouns", "mode", "usual"}
_MODE_KEYS = _TYPE_KEYS - {"roles", "mode", "usual"} | {"context", "over"}
_ECHO_KEYS = {"slots", "types", "modes", "modes_not", "denies", "negated", "absorbs", "verbs", "nouns"}
ECHO = "echo"
# What a codebook includes to extend the packaged one.
OURS = "dateline"


@dataclass(frozen=True, slots=True)
class Condition:
    """What must (or must not) stand in a slot of the trigger. words: lemmas; classes: names without "@".

    open: nothing in the slot, a pronoun or (as subject) a bare name will do too.
    """

    slot: str
    negative: bool
    words: frozenset[str]
    classes: frozenset[str]
    open: bool = False


@dataclass(frozen=True, slots=True)
class Pattern:
    """One trigger. words: lemmas in order ("a|b": either); gaps[i]: others may stand before words[i]; pos: "verb" or "noun"."""

    type: str
    mode: str | None
    pos: str
    words: tuple[str, ...]
    gaps: tuple[bool, ...]
    conditions: tuple[Condition, ...]

    @property
    def weight(self) -> tuple[int, int, int, bool]:
        """Sort key: of two patterns that match at one token the heavier wins."""
        positive = [c for c in self.conditions if not c.negative and c.slot != "about"]
        bare_echo = self.type == ECHO and not self.conditions  # any telling has the word before an echo
        return (len(self.words), len(positive), len(self.conditions), self.mode is not None and not bare_echo)

    @property
    def negated(self) -> bool:
        """Tell whether the trigger itself says no: "will not surrender", what is not allowed."""
        return "not" in self.words or any(
            not c.negative and (c.slot == "neg" or (c.slot == "near" and "not" in c.words)) for c in self.conditions
        )


@dataclass(frozen=True, slots=True)
class EventType:
    """A type or, with `mode` set, a mode of one.

    slots: role by the place in the sentence where its bearer stands: "subject", "object", a preposition, and the finer
        "subject_org", "object_person", "object_thing", "poss", "attend", "clause_subject", "clause_object".
    symmetric: all sides act alike, so the one named first is the actor.
    acled: event and sub-event type; cameo: root code.
    context: words of the sentence that tell the mode where the trigger does not; over: general modes that they sharpen.
    usual: mode of the type where nothing else is told.
    """

    name: str
    mode: str | None
    definition: str
    roles: tuple[str, ...]
    slots: dict[str, str]
    acled: tuple[str | None, str | None]
    cameo: str | None
    symmetric: bool = False
    context: frozenset[str] = frozenset()
    over: frozenset[str] = frozenset()
    usual: str | None = None


@dataclass(frozen=True, slots=True)
class Echo:
    """Words that say something new of a happening already told. types, modes, modes_not: what they can refer to.

    slots: role by place in the sentence, as for types. denies: the words deny it. negated: the words count only where
        they say that nothing of the kind was done ("nobody touched him"), and then deny it too.
    absorbs: lemmas of ordinary triggers that are echoes too when no doer is named.
    """

    slots: dict[str, str]
    types: frozenset[str]
    modes: frozenset[str]
    modes_not: frozenset[str]
    denies: bool
    absorbs: frozenset[str]
    negated: bool = False


@dataclass(frozen=True)
class Codebook:
    """All types, modes and triggers. version: "b_" and a hash of the files it was read from."""

    types: dict[tuple[str, str | None], EventType]
    patterns: tuple[Pattern, ...]
    classes: dict[str, frozenset[str]]
    echoes: dict[str, Echo]
    version: str

    @cached_property
    def by_first_word(self) -> dict[tuple[str, str], Beginning]:
        """Patterns by part of speech and first lemma."""
        found: dict[tuple[str, str], list[Pattern]] = defaultdict(list)
        for pattern in self.patterns:
            for word in pattern.words[0].split("|"):
                found[pattern.pos, word].append(pattern)
        return {key: Beginning(some) for key, some in found.items()}

    @cached_property
    def happenings(self) -> frozenset[str]:
        """Nouns that tell of a happening by themselves."""
        nouns = (p.words[0].split("|") for p in self.patterns if p.pos == "noun" and len(p.words) == 1)
        return frozenset(noun for some in nouns for noun in some)

    @cached_property
    def classes_by_word(self) -> dict[str, frozenset[str]]:
        """Names of the classes that each word belongs to."""
        found: dict[str, set[str]] = defaultdict(set)
        for name, words in self.classes.items():
            for word in words:
                found[word].add(name)
        return {word: frozenset(names) for word, names in found.items()}

    @cached_property
    def denial(self) -> Pattern | None:
        """The first trigger of an echo that denies."""
        return next((p for p in self.patterns if p.type == ECHO and self.echoes[p.mode or ""].denies), None)

    @cached_property
    def contexts(self) -> dict[str, dict[str, EventType]]:
        """Modes that words of the sentence can tell, by type and name."""
        found: dict[str, dict[str, EventType]] = defaultdict(dict)
        for (name, mode), entry in self.types.items():
            if mode is not None and entry.context:
                found[name][mode] = entry
        return found

    @cached_property
    def usual(self) -> dict[str, str]:
        """The mode of a type where nothing else is told."""
        return {name: entry.usual for (name, mode), entry in self.types.items() if mode is None and entry.usual}

    def slots(self, type_: str, mode: str | None) -> dict[str, str]:
        """Return role by place in the sentence for a type and mode or, with type "echo", for the echo named `mode`."""
        if type_ == ECHO:
            return self.echoes[mode or ""].slots
        return self.entry(type_, mode).slots

    def entry(self, type_: str, mode: str | None) -> EventType:
        """Return the entry of a mode, else of its type. Raises KeyError for a type that the codebook lacks."""
        return self.types.get((type_, mode)) or self.types[type_, None]

    def mapping(self, type_: str, mode: str | None) -> tuple[str | None, str | None, str | None]:
        """Return ACLED event type, ACLED sub-event type and CAMEO root of a type and mode (None where there is none)."""
        entry = self.entry(type_, mode)
        return (*entry.acled, entry.cameo)


def load_codebook(path: Path | None = None) -> Codebook:
    """Read a codebook file with what it includes; without a path the packaged one.

    Raises DataError naming file, line and reason when an entry breaks the format.
    """
    return _packaged() if path is None else _read(path)


@lru_cache(maxsize=1)
def _packaged() -> Codebook:
    return _read(PACKAGED)


def _read(path: Path) -> Codebook:
    reader = _Reader()
    reader.file(path, ())
    reader.check_classes()
    return Codebook(
        reader.types, tuple(reader.patterns), reader.classes, reader.echoes, f"b_{reader.digest.hexdigest()}"
    )


class _Reader:
    """Collects types, classes and patterns over included files."""

    def __init__(self) -> None:
        self.types: dict[tuple[str, str | None], EventType] = {}
        self.patterns: list[Pattern] = []
        self.classes: dict[str, frozenset[str]] = {}
        self.echoes: dict[str, Echo] = {}
        self.digest = hashlib.blake2b(digest_size=8)
        self.where: dict[Pattern, tuple[Path, str]] = {}

    def file(self, path: Path, above: tuple[Path, ...]) -> None:
        """Read what a file includes and then the file, which may add to the types and classes that it included."""
        if path in above:
            raise DataError(f"codebook {path} includes itself; remove it from `include` in {above[-1]}")
        try:
            raw = path.read_bytes()
            data = tomllib.loads(raw.decode("utf-8"))
        except OSError as error:
            raise DataError(f"codebook {path} cannot be read: {error.strerror}") from error
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise DataError(f"codebook {path} is not valid TOML: {error}") from error
        self.digest.update(raw)
        for name in data.pop("include", []):
            self.file(PACKAGED if name == OURS else path.parent / name, (*above, path))
        for name, words in data.pop("classes", {}).items():
            self.classes[name] = self.classes.get(name, frozenset()) | frozenset(words)
        for name, entry in data.pop(ECHO, {}).items():
            self.echo(path, name, entry)
        data.pop("version", None)
        for name, entry in data.items():
            self.type(path, name, entry)

    def type(self, path: Path, name: str, entry: Any) -> None:
        """Add a type and its modes."""
        if not isinstance(entry, dict) or not name.isupper():
            raise _error(path, name, "is neither `classes`, `include`, `version` nor a type in capitals")
        base = self._entry(path, name, None, entry, _TYPE_KEYS, None)
        for mode, part in entry.get("mode", {}).items():
            self._entry(path, name, mode, part, _MODE_KEYS, base)

    def echo(self, path: Path, name: str, entry: dict[str, Any]) -> None:
        """Add an echo; its patterns have the type "echo" and its name as mode."""
        for key in entry.keys() - _ECHO_KEYS:
            raise _error(path, key, f"is no key of an echo; keys are {', '.join(sorted(_ECHO_KEYS))}")
        types, modes, without, absorbs = (
            frozenset(entry.get(k, ())) for k in ("types", "modes", "modes_not", "absorbs")
        )
        self.echoes[name] = Echo(
            dict(entry.get("slots", {})),
            types,
            modes,
            without,
            bool(entry.get("denies")),
            absorbs,
            bool(entry.get("negated")),
        )
        for pos in ("verb", "noun"):
            for text in entry.get(f"{pos}s", []):
                self._pattern(path, text, ECHO, name, pos)

    def _entry(
        self, path: Path, name: str, mode: str | None, entry: dict[str, Any], known: set[str], base: EventType | None
    ) -> EventType:
        for key in entry.keys() - known:
            raise _error(path, key, f"is no key of a type or mode; keys are {', '.join(sorted(known))}")
        before = self.types.get((name, mode)) or base
        acled = tuple(entry.get("acled", before.acled if before else (None, None)))
        if len(acled) != 2:
            raise _error(path, name, "needs `acled` as [event type, sub-event type]")
        made = EventType(
            name,
            mode,
            entry.get("definition", before.definition if before is not base and before else ""),
            base.roles if base else tuple(entry.get("roles", before.roles if before else ())),
            (before.slots if before else {}) | entry.get("slots", {}),
            acled,
            entry.get("cameo", before.cameo if before else None),
            entry.get("symmetric", before.symmetric if before else False),
            frozenset(entry.get("context", ())) | (before.context if before and before is not base else frozenset()),
            frozenset(entry.get("over", ())) | (before.over if before and before is not base else frozenset()),
            entry.get("usual", before.usual if before and before is not base else None),
        )
        if not made.definition or not made.roles:
            raise _error(path, mode or name, "needs a definition and roles")
        for role in made.slots.values():
            if role not in made.roles:
                raise _error(path, name, f"gives a slot the role `{role}`, which is not among its roles")
        self.types[name, mode] = made
        for pos in ("verb", "noun"):
            for text in entry.get(f"{pos}s", []):
                self._pattern(path, text, name, mode, pos)
        return made

    def _pattern(self, path: Path, text: str, name: str, mode: str | None, pos: str) -> None:
        pattern = parse_pattern(text, name, mode, pos, path)
        if pattern in self.where:
            raise _error(path, text, f"stands twice (first in {self.where[pattern][0].name})")
        self.where[pattern] = (path, text)
        self.patterns.append(pattern)

    def check_classes(self) -> None:
        """Refuse a class or a type that is named and not defined."""
        for name, echo in self.echoes.items():
            for missing in sorted(echo.types - {t for t, _ in self.types}):
                raise DataError(f"codebook: the echo `{name}` names the type {missing}, which is not defined")
        for pattern, (path, text) in self.where.items():
            for condition in pattern.conditions:
                for name in condition.classes - self.classes.keys():
                    raise _error(path, text, f"names the class @{name}, which is not defined")


def parse_pattern(text: str, name: str, mode: str | None, pos: str, path: Path = PACKAGED) -> Pattern:
    """Read one trigger as the codebook writes it. Raises DataError with file, line and reason."""
    parts = text.split()
    plain = [part for part in parts if ":" not in part]
    if parts[: len(plain)] != plain:
        raise _error(path, text, "has a word after a condition; words come first, and a condition has no blanks")
    if any("|" in part and "-" in part for part in plain):
        raise _error(path, text, "has a hyphen among alternatives; write a pattern of its own for it")
    tokens = _WORD.findall(" ".join(plain))
    words, gaps, gap = [], [], False
    for token in tokens:
        if token == "~":
            gap = True
            continue
        words.append(token.lower())
        gaps.append(gap)
        gap = False
    if not words or gap or gaps[0]:
        raise _error(path, text, "needs a word first and a word after `~`")
    conditions = tuple(_condition(part, text, path) for part in parts if ":" in part)
    return Pattern(name, mode, pos, tuple(words), tuple(gaps), conditions)


def _condition(part: str, text: str, path: Path) -> Condition:
    slot, _, value = part.partition(":")
    negative = slot.startswith("not-")
    open_ = slot in ("may-subj", "may-obj")
    slot = slot.removeprefix("not-").removeprefix("may-" if open_ else "")
    slot = "near" if slot == "with" else slot
    if slot not in SLOTS or not value:
        slots = f"{', '.join(SLOTS)}, each also with not-, subj and obj also with may-"
        raise _error(path, text, f"has the condition `{part}`; slots are {slots}")
    names = value.split("|")
    words = frozenset(n for n in names if not n.startswith("@"))
    return Condition(slot, negative, words, frozenset(n[1:] for n in names if n.startswith("@")), open_)


def _error(path: Path, text: str, reason: str) -> DataError:
    """Make an error that names the line in which `text` stands."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError:
        lines = []
    line = next((n for n, content in enumerate(lines, 1) if text in content), 1)
    return DataError(f"codebook {path}, line {line}: `{text}` {reason}")
