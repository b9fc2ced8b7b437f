"""Loaded wording with its plain counterparts: the lexicon, ready for matching against tokens.

The lexicon is `data/loaded.en.toml`, whose head explains groups, patterns and conditions, and `data/loaded.mild.en.toml`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import product
from typing import Any, get_args

from dateline.errors import DataError
from dateline.records.annotation import LoadedWhy

CONDITIONS = ("pos", "after", "before", "near", "of", "own", "owner", "subj", "voice")
FILES = ("loaded.en.toml", "loaded.mild.en.toml")
GAP = "~"
ANY = "*"


@dataclass(frozen=True, slots=True)
class Condition:
    """What must hold around a match. kind: one of CONDITIONS; words: lemmas or part-of-speech tags; wanted: False for "not-"."""

    kind: str
    words: frozenset[str]
    wanted: bool


@dataclass(frozen=True, slots=True)
class Wording:
    """One loaded word or phrase.

    words: lemmas or forms in order, "~" for a gap of up to three words, "*" for any word.
    plain: counterpart, None where the word is left out.
    group: the group it stands in. mild: whether it counts only in a voice that takes sides in plain sight.
    """

    words: tuple[str, ...]
    plain: str | None
    why: LoadedWhy
    group: str
    conditions: tuple[Condition, ...]
    mild: bool


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All wordings by first word, the longest first; and each group's opposite."""

    by_first: Mapping[str, tuple[Wording, ...]]
    opposites: Mapping[str, str]

    def wordings(self) -> list[Wording]:
        """Return every wording."""
        return [wording for wordings in self.by_first.values() for wording in wordings]


@cache
def lexicon() -> Lexicon:
    """Return the packaged lexicon. Raises DataError when it is broken."""
    data = files("dateline.reference").joinpath("data")
    return parse_lexicon("\n".join(data.joinpath(name).read_text(encoding="utf8") for name in FILES))


def parse_lexicon(raw: str) -> Lexicon:
    """Build the lexicon from TOML. Raises DataError naming the group or the pattern that is broken."""
    try:
        groups = tomllib.loads(raw)
    except tomllib.TOMLDecodeError as error:
        raise DataError(f"the lexicon of loaded wording is no TOML ({error}); mend the file") from error
    classes = groups.pop("classes", {})
    by_first: dict[str, list[Wording]] = {}
    for name, group in groups.items():
        for wording in _group(name, group, classes):
            by_first.setdefault(wording.words[0], []).append(wording)
    ordered = {word: tuple(sorted(some, key=lambda w: -len(w.words))) for word, some in by_first.items()}
    return Lexicon(by_first=ordered, opposites=_opposites(groups))


def _group(name: str, group: Mapping[str, Any], classes: Mapping[str, list[str]]) -> list[Wording]:
    why: Any = group.get("why")
    words = group.get("words")
    if why not in get_args(LoadedWhy):
        raise DataError(
            f"'why' of group '{name}' in the lexicon of loaded wording is none of {', '.join(get_args(LoadedWhy))}"
        )
    if not words:
        raise DataError(f"group '{name}' in the lexicon of loaded wording has no words; add some or drop it")
    common = _conditions(group.get("when", "").split(), name, classes)
    return [
        wording for pattern, plain in words.items() for wording in _wordings(pattern, plain, why, name, common, classes)
    ]


def _wordings(
    pattern: str, plain: str, why: LoadedWhy, name: str, common: list[Condition], classes: Mapping[str, list[str]]
) -> Iterator[Wording]:
    """Yield the wordings of a pattern: one for each choice among "x|y" and the members of "@name"."""
    parts = pattern.split(" ")
    words = [part for part in parts if ":" not in part]
    if not words or words[0] in (GAP, ANY) or words[-1] == GAP:
        raise DataError(
            f"'{pattern}' of group '{name}' in the lexicon of loaded wording must begin and end with a word"
        )
    conditions = (*_conditions([part for part in parts if ":" in part], name, classes), *common)
    mild = any(condition.kind == "voice" for condition in conditions)
    for chosen in product(*(_members(word, name, classes) for word in words)):
        tokens = tuple(token for word in chosen for part in re.split("[ _]", word) for token in split_word(part))
        yield Wording(words=tokens, plain=plain or None, why=why, group=name, conditions=conditions, mild=mild)


def split_word(word: str) -> list[str]:
    """Split at hyphens as the tokenizer does: "so-called" gives "so", "-", "called"."""
    return [part for part in re.split(r"(-)", word) if part]


def _conditions(parts: list[str], name: str, classes: Mapping[str, list[str]]) -> list[Condition]:
    out = []
    for part in parts:
        kind, _, listed = part.partition(":")
        bare = kind.removeprefix("not-")
        if bare not in CONDITIONS or not listed:
            raise DataError(
                f"condition '{part}' of group '{name}' in the lexicon of loaded wording is unknown; see its head"
            )
        out.append(Condition(bare, frozenset(_members(listed, name, classes)), wanted=kind == bare))
    return out


def _members(listed: str, name: str, classes: Mapping[str, list[str]]) -> list[str]:
    """Return the words of "x|y|@name". Raises DataError where the class is unknown."""
    out: list[str] = []
    for word in listed.split("|"):
        if word.startswith("@") and word[1:] not in classes:
            raise DataError(f"class '{word}' of group '{name}' in the lexicon of loaded wording is not in [classes]")
        out.extend(classes[word[1:]] if word.startswith("@") else [word])
    return list(dict.fromkeys(out))


def _opposites(groups: Mapping[str, Mapping[str, Any]]) -> dict[str, str]:
    """Return group -> opposite group. Raises DataError where the two do not name each other."""
    out = {name: group["opposite"] for name, group in groups.items() if "opposite" in group}
    for name, other in out.items():
        if out.get(other) != name:
            raise DataError(
                f"groups '{name}' and '{other}' in the lexicon of loaded wording must name each other as opposites"
            )
    return out
