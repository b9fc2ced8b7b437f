"""Is this text hard news? In sport, arts, markets, science and daily life the words of conflict are mostly figures of speech.

A text is quiet when the words of such a topic outweigh those of public life (`reference/data/topics.en.toml`). Of a quiet
text only firm mentions are kept: people gathering on an occasion, help to people, and what police, soldiers, courts,
governments or unions are said to have done.
"""

from __future__ import annotations

from collections.abc import Iterable

from dateline.code.triggers import classes_of
from dateline.records import EventMention, Parse, Token
from dateline.reference.codebook import Codebook
from dateline.reference.topics import Topics

# Calibrated on the work part of bench/quiet against the development stories: quiet texts reach shares of 0.044 to 0.3 and
# 1.3 times the words of public life or more, stories at most 0.04 and 0.43 times.
_LEAST_SHARE = 0.03
_OUTWEIGHS = 0.9
# A shorter text says too little of its register.
_LEAST_WORDS = 40
_CONTENT = frozenset(("NOUN", "VERB", "PROPN", "ADJ"))
_OCCASIONS = frozenset(("ceremony", "congress", "funeral", "vigil", "commemoration", "procession"))
_INSTITUTIONS = frozenset(
    "administration army assembly authority cabinet commission council court force government guard judge jury lawmaker "
    "magistrate military militia minister ministry municipality navy officer parliament police prosecutor rebel sheriff "
    "soldier supporter protester troop troops union".split()
)


def is_quiet(parse: Parse, topics: Topics) -> bool:
    """Tell whether the text is about a topic in which conflict is a figure of speech."""
    words = [t for t in parse.tokens if t.pos in _CONTENT]
    if len(words) < _LEAST_WORDS:
        return False
    shares = [_share(words, lemmas) for lemmas in topics.quiet.values()]
    return max(shares) >= _LEAST_SHARE and sum(shares) > _OUTWEIGHS * _share(words, topics.hard)


def _share(words: list[Token], lemmas: frozenset[str]) -> float:
    return sum(t.lemma in lemmas or t.lower in lemmas for t in words) / len(words)


def firm(mentions: Iterable[EventMention], parse: Parse, codebook: Codebook) -> list[EventMention]:
    """Return the mentions that hold in a quiet text."""
    return [m for m in mentions if _is_firm(m, parse, codebook)]


def _is_firm(mention: EventMention, parse: Parse, codebook: Codebook) -> bool:
    heads = [head for a in mention.arguments if (head := parse.head_of(a.span)) is not None]
    if mention.type == "GATHER":
        return mention.mode in _OCCASIONS and mention.status != "hypothetical"
    if mention.type == "AID":
        return any("person" in classes_of(head, codebook) for head in heads)
    return any(head.lemma in _INSTITUTIONS or "police" in classes_of(head, codebook) for head in heads)
