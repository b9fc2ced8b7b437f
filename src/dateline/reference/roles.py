"""Nouns for people and bodies, and the sector that each stands for.

The table is `data/roles.en.toml`; its head lists the sector codes (after PLOVER's actor sectors).
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from dateline.errors import DataError


@dataclass(frozen=True, slots=True)
class Roles:
    """The table, ready for look-up; all keys are lemmas in lower case, phrases with single spaces.

    people, bodies: noun -> sector. organs: noun -> short name of the one body of a state ("army" -> "military").
    short: shortened title -> title. government: nouns that mean a government behind a leader's name or a country word.
    """

    people: Mapping[str, str]
    bodies: Mapping[str, str]
    organs: Mapping[str, str]
    government: frozenset[str]
    short: Mapping[str, str]

    def sector(self, noun: str) -> str | None:
        """Return the sector of a noun or phrase, people before bodies; None when the table lacks it."""
        return self.people.get(noun) or self.bodies.get(noun)


@cache
def roles() -> Roles:
    """Return the packaged table. Raises DataError when it is broken."""
    return parse_roles(files("dateline.reference").joinpath("data/roles.en.toml").read_text(encoding="utf8"))


def parse_roles(raw: str) -> Roles:
    """Build the table from TOML. Raises DataError naming the part that is missing or broken."""
    try:
        data = tomllib.loads(raw)
        return Roles(
            people=_by_word(data["sector"]),
            bodies=_by_word(data["body"]),
            organs=_by_word(data["organ"]),
            government=frozenset(data["government"]["words"]),
            short=dict(data["short"].items()),
        )
    except tomllib.TOMLDecodeError as error:
        raise DataError(f"the table of roles is no TOML ({error}); mend the file") from error
    except (KeyError, TypeError, AttributeError) as error:
        raise DataError(f"the table of roles lacks or misshapes the part {error}; mend the file") from error


def _by_word(table: Mapping[str, list[str]]) -> dict[str, str]:
    """Turn name -> words into word -> name. Raises DataError for a word under two names."""
    out: dict[str, str] = {}
    for name, words in table.items():
        for word in words:
            if out.setdefault(word, name) != name:
                raise DataError(f"'{word}' in the table of roles stands under {out[word]} and {name}; keep one")
    return out
