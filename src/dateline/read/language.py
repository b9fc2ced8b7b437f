"""Which language a report is written in, and whether the program reads it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Set
from functools import lru_cache
from typing import TYPE_CHECKING

from dateline.errors import InputError
from dateline.records import Report

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

SUPPORTED = frozenset({"en"})
_SHORT = 80  # letters; shorter texts are too few words for the detector
_LONG = 300  # letters from which the detector outweighs what a page's template declares
_SURE = 0.95  # normalised probability below which a detection is not believed, but for the next two
_LIKELY = 0.5  # enough for a language whose kin share the rest (Norwegian and Danish, Croatian and Bosnian) ...
_RULED_OUT = 0.001  # ... when English has less than this
_SAMPLE = 6000
_FUNCTION_WORDS = frozenset(
    "the of and to a in that was is for on with said by at from were has have had it as his her their its who which "
    "not "
    "be been are but after this they he she would will when an or more than about into over".split()
)  # articles, prepositions, auxiliaries: half of the running words of English prose
_ENGLISH_SHARE = 0.25  # other languages share a few of the words ("a", "in", "on"), never a quarter of a text
_WORD = re.compile(r"[^\W\d_]+")


def language_code(label: str | None) -> str | None:
    """Return the ISO 639-1 (else 639-3) code of a language tag such as "en-GB" or "eng"; None for what is no tag."""
    match = re.match(r"\s*([A-Za-z]{2,3})(?:[-_][A-Za-z0-9-]*)?\s*$", label or "")
    if match is None:
        return None
    code = match.group(1).lower()
    if len(code) == 3:
        from babel.core import get_global

        code = str(get_global("language_aliases").get(code, code))
    return None if code in {"und", "mul", "zxx"} else code


def settle_language(text: str, *, given: str | None = None, page: str | None = None) -> str | None:
    """Return the language of a text: what the user gave, else what the page declares, else what the text shows.

    given, page: codes as `language_code` returns them. A page's declaration yields to a long text that is surely in
    another language, because site templates often declare a language that the article is not in.
    """
    if given is not None:
        return given
    letters = sum(map(str.isalpha, text[:_SAMPLE]))
    if page is not None and letters < _LONG:
        return page
    return detect_language(text) or page


def detect_language(text: str) -> str | None:
    """Return the language that the words show; None where nothing is sure.

    A short text in Latin script counts as English. A text with English function words is English, however many foreign
    names it has. Of languages near to one another it may be the wrong one, but never for English.
    """
    sample = text[:_SAMPLE]
    letters = [c for c in sample if c.isalpha()]
    if not letters:
        return None
    latin = sum(1 for c in letters if _is_latin(c)) * 2 > len(letters)
    if latin and (len(letters) < _SHORT or _english_share(sample) >= _ENGLISH_SHARE):
        return "en"
    ranked = _identifier().rank(sample)
    code, probability = ranked[0]
    sure = probability >= _SURE or (probability >= _LIKELY and dict(ranked)["en"] <= _RULED_OUT)
    return str(code) if sure or (not latin and code != "en") else None


def refuse_language(report: Report, supported: Set[str] = SUPPORTED) -> InputError | None:
    """Return the failure for a report in a language that the model does not read, None when all is well.

    A report whose language nobody knows is let through.
    """
    if report.language is None or report.language in supported:
        return None
    message = (
        f"{report.source} is in {_language_name(report.language)} ({report.language}), which the model does not read; "
        f"nothing was coded; give a report in {_listed(supported)}"
    )
    return InputError("language", report.source, message)


def _listed(codes: Set[str]) -> str:
    """Return "English" or "English or French"."""
    return " or ".join(_language_name(code) for code in sorted(codes))


def _language_name(code: str) -> str:
    """Return the English name of a language code, or the code."""
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(code).get_language_name("en") or code
    except (UnknownLocaleError, ValueError):
        return code


def _english_share(text: str) -> float:
    """Return the share of English function words among the words."""
    words = _WORD.findall(text.lower())
    return sum(word in _FUNCTION_WORDS for word in words) / len(words) if words else 0.0


@lru_cache(maxsize=4096)
def _is_latin(character: str) -> bool:
    return character.isascii() or unicodedata.name(character, "").startswith("LATIN")


@lru_cache(maxsize=1)
def _identifier() -> LanguageIdentifier:
    """Load the detector once a process, with normalised probabilities."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
