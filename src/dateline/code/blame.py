"""Deeds that blame alone tells: "Gunmen raided the village. The army blamed the Front" lays the raid at the Front's door.

Whoever is blamed without a word of what for, or claims responsibility, is
blamed for the deed of force told just before: a mention of its own, alleged.
Source: RECORD contract, coding conventions ("A accused B of shelling C" is two mentions).
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from dateline.code.bearers import is_somebody
from dateline.records import Argument, EventMention, Parse, Reading, Token, content_id
from dateline.reference.codebook import Codebook

_FOR_WHAT = ("for", "on", "over")
_POINTING = frozenset(("it", "that", "this", "which"))
_TOLD = frozenset(("alleged", "occurred", "ongoing"))
_BACK = 2  # sentences
Told = Sequence[tuple[int, EventMention]]


def blamed_deeds(reading: Reading, parse: Parse, told: Told, codebook: Codebook) -> list[tuple[str, EventMention]]:
    """Return a mention of the deed for whoever is blamed without a word of what for, each with the id of what it is of.

    told: (sentence, mention) pairs in text order.
    """
    made = []
    for sentence, mention in told:
        verb = _blaming(parse, mention)
        accused = _accused(parse, mention, codebook) if verb is not None and not _says_for_what(parse, verb) else ()
        deed = _deed_before(sentence, mention, told) if accused else None
        if deed is not None and not any(
            _same(a, b) for a in accused for b in deed.arguments if b.role == "perpetrator"
        ):
            made.append((deed.id, _laid_at_door(reading, mention, deed, accused)))
    return made


def _blaming(parse: Parse, mention: EventMention) -> Token | None:
    """Return the verb that blames, None where the mention tells of something else: "charged", "sued"."""
    if (mention.type, mention.mode, mention.status) != ("ACCUSE", "allege", "occurred"):
        return None
    words = parse.inside(mention.trigger.span)
    verb = next((t for t in reversed(words) if t.pos in ("AUX", "VERB")), None)
    if verb is None:
        return None
    below = (*words, *parse.kids(verb.i, "acomp", "ccomp", "oprd", "xcomp"))
    answers = any(t.lower in ("responsible", "responsibility") for t in below)
    return verb if verb.lemma == "blame" or answers or _is_behind_it(parse, verb) else None


def _is_behind_it(parse: Parse, verb: Token) -> bool:
    """Tell "accused the Front of being behind it", "... of being responsible"."""
    of = (
        p for t in (verb, *parse.kids(verb.i, "dobj", "nsubjpass")) for p in parse.kids(t.i, "prep") if p.lower == "of"
    )
    being = [t for p in of for t in parse.kids(p.i, "pcomp") if t.lemma == "be"]
    links = [p for t in being for p in parse.kids(t.i, "prep") if p.lower == "behind"]
    behind = any(t.lower in _POINTING for p in links for t in parse.kids(p.i, "pobj"))
    answers = any(t.lower == "responsible" for b in being for t in parse.kids(b.i, "acomp"))
    return verb.lemma == "accuse" and (behind or answers)


def _says_for_what(parse: Parse, verb: Token) -> bool:
    """Tell whether the words say for what: "blamed it for the raid", "blamed the raid on it"; "for it" says nothing."""
    heads = [verb, *(t for t in parse.kids(verb.i, "acomp", "ccomp", "dobj", "nsubjpass", "oprd", "xcomp"))]
    links = [p for t in heads for p in parse.kids(t.i, "prep") if p.lower in _FOR_WHAT]
    nouns = [t for p in links for t in parse.kids(p.i, "pcomp", "pobj")]
    return any(t.lower not in _POINTING and t.entity not in ("DATE", "TIME") for t in nouns)


def _accused(parse: Parse, mention: EventMention, codebook: Codebook) -> tuple[Argument, ...]:
    """Return those who are blamed and could have done it: "soldiers", but not "the fog"."""
    owns = any(t.lower == "responsibility" for t in parse.inside(mention.trigger.span))  # "claimed responsibility"
    heads = [(a, parse.head_of(a.span)) for a in mention.arguments if a.role == ("actor" if owns else "recipient")]
    return tuple(
        a for a, head in heads if head is not None and (head.pos == "PROPN" or is_somebody(parse, head, codebook))
    )


def _deed_before(sentence: int, mention: EventMention, told: Told) -> EventMention | None:
    """Return the deed of force that the voice has told just before, None where it has gone on to something else."""
    for at, other in reversed(told):
        if other.trigger.span.start >= mention.trigger.span.start or other.voice != mention.voice:
            continue
        if other.type == "ACCUSE" or other.status not in _TOLD:
            continue
        return other if other.type == "ASSAULT" and sentence - at <= _BACK else None
    return None


def _same(one: Argument, other: Argument) -> bool:
    return one.text.lower() == other.text.lower()


def _laid_at_door(
    reading: Reading, mention: EventMention, deed: EventMention, accused: Sequence[Argument]
) -> EventMention:
    """Return the deed as whoever blames tells it."""
    span = mention.trigger.span
    said = next((k for k, a in enumerate(reading.attributions) if a.cue and a.cue.span.overlaps(span)), None)
    others = (replace(a, basis="inherited") for a in deed.arguments if a.role != "perpetrator")
    return replace(
        deed,
        id=content_id("m", deed.report, deed.type, deed.mode, span.start, span.end, mention.voice, ""),
        status="alleged",
        attribution=mention.attribution if said is None else said,
        trigger=mention.trigger,
        arguments=(*others, *(replace(a, role="perpetrator") for a in accused)),
        counts=(),
    )
