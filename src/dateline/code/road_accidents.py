"""Road accidents, which are no attacks however they read: "was struck by a car", "killed by a hit-and-run driver"."""

from __future__ import annotations

from dateline.code import frames
from dateline.code.join import Happening
from dateline.records import Parse, Token
from dateline.reference.coding import coding_words

_WORDS = coding_words().roads
_MODES = (None, "beating")
_FLIGHT = ("hit", "and", "run")
_AROUND = 10  # sentences from the word for the accident in which the rest of it is told


def is_road_accident(parse: Parse, happening: Happening, head: Token) -> bool:
    """Tell whether people are hurt in traffic, and nothing in the sentence says that it was meant."""
    if happening.type != "ASSAULT" or happening.mode not in _MODES:
        return False
    sentence = _sentences(parse, head.sentence, head.sentence)
    if any(t.lemma in _WORDS.meant for t in sentence):
        return False
    if head.pos == "NOUN":
        return any(t.lower in _WORDS.of_traffic for t in parse.kids(head.i, "amod", "compound"))
    if any(_hits_in_traffic(parse, t) for t in sentence if t.lemma in _WORDS.hitting):
        return True
    around = _sentences(parse, head.sentence - _AROUND, head.sentence + _AROUND)
    return head.lemma in _WORDS.hitting and _tells_of_flight(around)


def _sentences(parse: Parse, first: int, last: int) -> tuple[Token, ...]:
    """Return the words of some sentences, those that there are."""
    start, end = parse.sentences[max(0, first)][0], parse.sentences[min(last, len(parse.sentences) - 1)][1]
    return tuple(parse.tokens[start:end])


def _hits_in_traffic(parse: Parse, verb: Token) -> bool:
    """Tell whether a vehicle or who drives it does what the verb says: "a van hit two boys", "was struck by a motorist"."""
    by = [t for link in parse.kids(verb.i, "agent") for t in parse.kids(link.i, "pobj")]
    doers = by if frames.is_passive(parse, verb.i) or by else frames.subjects(parse, verb.i)
    return verb.pos == "VERB" and any(t.lemma in _WORDS.users for t in doers)


def _tells_of_flight(words: tuple[Token, ...]) -> bool:
    """Tell whether the words name a hit-and-run, with or without hyphens."""
    plain = [t.lower for t in words if t.pos not in ("PUNCT", "SPACE") and t.text not in "-‐‑–"]
    return any(tuple(plain[k : k + len(_FLIGHT)]) == _FLIGHT for k in range(len(plain)))
