"""The words that report speech and thought: verbs, nouns and adverbs with their commitment, titles, platforms.

The lexicon is `data/speech.toml`; its head explains every table.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec

from dateline.errors import DataError

COMMITMENTS = ("say", "confirm", "claim", "deny", "accuse", "ask", "plan", "believe", "fear", "hope", "stance")


class Stances(msgspec.Struct, frozen=True, kw_only=True):
    """Words of praise and blame, support and refusal, by the frame that holds what they are about.

    object: verbs with an object. preposition: verb -> prepositions. infinitive: verbs with an infinitive.
    naming: verbs that name a thing as something; bare_naming: those of them that need no "as".
    adjective: adjectives and participles of the mind. seeming: verbs that hide whose view it is.
    open: adjectives after "it is" -> whether they leave the matter open ("unclear") or not ("clear").
    """

    object: frozenset[str]
    preposition: dict[str, frozenset[str]]
    infinitive: frozenset[str]
    naming: frozenset[str]
    bare_naming: frozenset[str]
    adjective: frozenset[str]
    seeming: frozenset[str]
    open: dict[str, bool]


class Speech(msgspec.Struct, frozen=True, kw_only=True):
    """The lexicon, ready for look-up.

    verbs, nouns, adverbs: lemma (adverbs: the form) -> commitment.
    forms: inflected form -> lemma, for text without a parse.
    frames: name of a verb frame ("object", "figure", "charge", "infinitive", "hearer", "relay", "verdict",
        "evaluation", "weak") -> lemmas.
    noun_frames: preposition -> nouns whose content it leads into ("accusations of", "calls for").
    stances: words that tell an attitude.
    titles: words before a person's name; he, she: words that tell how the text will refer back.
    groups: nouns for bodies that speak; papers: nouns for what shows something in writing ("poll", "record").
    light_verbs: verbs whose subject is the source of their object ("made the claim"). courts: before whom parties claim.
    taken: what "claim" takes and does not say.
    untrue: words that deny what they are said of ("called it absurd").
    before_title: words that announce a title in quotation marks. platforms: name or host in lower case -> platform.
    """

    verbs: dict[str, str]
    nouns: dict[str, str]
    adverbs: dict[str, str]
    forms: dict[str, str]
    frames: dict[str, frozenset[str]]
    noun_frames: dict[str, frozenset[str]]
    stances: Stances
    titles: frozenset[str]
    he: frozenset[str]
    she: frozenset[str]
    groups: frozenset[str]
    papers: frozenset[str]
    light_verbs: frozenset[str]
    courts: frozenset[str]
    taken: frozenset[str]
    untrue: frozenset[str]
    before_title: frozenset[str]
    platforms: dict[str, str]


@cache
def speech() -> Speech:
    """Return the packaged lexicon. Raises DataError when it is broken."""
    raw = files("dateline.reference").joinpath("data/speech.toml").read_text(encoding="utf8")
    return parse_speech(raw)


def parse_speech(raw: str) -> Speech:
    """Build the lexicon from TOML. Raises DataError naming the table that is missing or broken."""
    try:
        data = tomllib.loads(raw)
        verbs = _by_commitment(data, "verbs")
        figures = {verb: "say" for verb in data["frames"]["figure"] if verb not in verbs}
        return Speech(
            verbs=verbs | figures,
            nouns=_by_commitment(data, "nouns"),
            adverbs=_by_commitment(data, "adverbs"),
            forms=_forms(verbs, data["irregular"]),
            frames={name: frozenset(words) for name, words in data["frames"].items()},
            noun_frames={preposition: frozenset(words) for preposition, words in data["noun_frames"].items()},
            stances=_stances(data["stances"]),
            titles=frozenset(data["people"]["titles"]),
            he=frozenset(data["people"]["he"]),
            she=frozenset(data["people"]["she"]),
            groups=frozenset(data["people"]["groups"]),
            papers=frozenset(data["people"]["papers"]),
            untrue=frozenset(data["people"]["untrue"]),
            light_verbs=frozenset(data["people"]["light_verbs"]),
            courts=frozenset(data["people"]["courts"]),
            taken=frozenset(data["people"]["taken"]),
            before_title=frozenset(data["titles"]["before"]),
            platforms={word: platform for platform, words in data["platforms"].items() for word in words},
        )
    except tomllib.TOMLDecodeError as error:
        raise DataError(f"the speech lexicon is no TOML ({error}); mend the file") from error
    except (KeyError, TypeError, AttributeError) as error:
        raise DataError(f"the speech lexicon lacks or misshapes the table {error}; mend the file") from error


def _by_commitment(data: Mapping[str, Any], table: str) -> dict[str, str]:
    """Turn commitment -> words into word -> commitment; a stray commitment or a word given twice is a DataError."""
    out: dict[str, str] = {}
    for commitment, words in data[table].items():
        if commitment not in COMMITMENTS:
            raise DataError(f"'{commitment}' in [{table}] of the speech lexicon is none of {', '.join(COMMITMENTS)}")
        for word in words:
            if word in out:
                raise DataError(f"'{word}' stands twice in [{table}] of the speech lexicon; keep one")
            out[word] = commitment
    return out


def _stances(data: Mapping[str, Any]) -> Stances:
    lists = {name: frozenset(data[name]) for name in ("object", "infinitive", "adjective", "seeming")}
    return Stances(
        preposition=_by_word(data["preposition"]),
        naming=frozenset((*data["naming"]["as"], *data["naming"]["bare"])),
        bare_naming=frozenset(data["naming"]["bare"]),
        open={word: left_open for left_open in (True, False) for word in data["open" if left_open else "settled"]},
        **lists,
    )


def _by_word(lists: Mapping[str, list[str]]) -> dict[str, frozenset[str]]:
    """Turn preposition -> verbs into verb -> prepositions."""
    verbs = {verb for words in lists.values() for verb in words}
    return {verb: frozenset(prep for prep, words in lists.items() if verb in words) for verb in verbs}


def _forms(verbs: Mapping[str, str], irregular: Mapping[str, list[str]]) -> dict[str, str]:
    """Return inflected form -> lemma, regular endings first, then the irregular forms."""
    out: dict[str, str] = {}
    for verb in verbs:
        out.update(dict.fromkeys(_regular(verb), verb))
    for verb, words in irregular.items():
        out.update(dict.fromkeys(words, verb))
    return out


def _regular(verb: str) -> list[str]:
    stem = verb.removesuffix("e")
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return [verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"]
    third = verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z")) else "s")
    return [verb, third, stem + "ed", stem + "ing"]
