"""Hangs what somebody is charged with or held responsible for on the verb, and where he is on him.

"Accused the police [of the murder] of a student", "held the rebels [responsible] for the ambush on Sunday": small parsers make it
part of the police and of the rebels. A day that closes the latter is the ambush's. In "accused rebels [in the hills] of arming
them" the rebels are there; in "condemned the raid [at a news conference]" no raid was.
"""

from __future__ import annotations

from msgspec.structs import replace

from dateline.records import Token
from dateline.reference.annotating import annotating_words
from dateline.reference.coding import coding_words

_FAR = 40  # tokens
_SEATED_BY = frozenset(("across", "at", "in", "inside", "near", "outside"))
_WORDS = annotating_words().trees
_CRIMES = coding_words().harm.crimes


def is_charge(out: list[Token], link: Token) -> bool:
    """Tell whether the "of" of a charge hangs on a place or a person: "accused the council in Rome [of arming rebels]"."""
    if link.lower != "of" or link.dep != "prep" or out[link.head].pos not in ("NOUN", "PROPN"):
        return False
    act = out[link.i + 1] if link.i + 1 < len(out) else link
    doing = act.tag == "VBG" and act.dep in ("amod", "pcomp")
    deed = any(t.head == link.i and t.dep == "pobj" and t.lemma in _CRIMES for t in out[link.i : link.i + _FAR])
    return (doing or deed) and _charging(out, link) is not None


def _charging(out: list[Token], link: Token) -> Token | None:
    """Return the verb of accusing above the noun that an "of" hangs on, where that noun is its object or stands by it."""
    above = out[link.head]
    while above.dep in ("pobj", "prep", "dobj", "nsubjpass", "compound") and above.head != above.i:
        above = out[above.head]
        if above.lemma in _WORDS.accusing and above.i < link.i:
            return above
    return None


def set_charge(out: list[Token], link: Token) -> None:
    """Hang the "of" of a charge on the verb that charges, in place."""
    verb, act = _charging(out, link), out[link.i + 1]
    if verb is None:
        return
    out[link.i] = replace(link, head=verb.i)
    if act.dep == "amod":
        thing = out[act.head]
        out[thing.i] = replace(thing, dep="dobj", head=act.i)
        out[act.i] = replace(act, pos="VERB", dep="pcomp", head=link.i)


def is_held_to_blame(out: list[Token], word: Token) -> bool:
    """Tell whether "responsible" was made part of whom somebody holds so: "held the rebels [responsible] for the ambush"."""
    whom = out[word.head]
    holds = whom.dep == "dobj" and whom.i < word.i and out[whom.head].lemma == "hold"
    return word.lower == "responsible" and word.dep == "amod" and holds


def set_held_to_blame(out: list[Token], word: Token) -> None:
    """Hang "responsible" on the verb, and a day that stands right behind the deed on that: "for the ambush [on Sunday]"."""
    verb = out[out[word.head].head]
    out[word.i] = replace(word, dep="oprd", head=verb.i)
    behind = out[word.i + 1 : word.i + _FAR]
    link = next((t for t in behind if t.head == word.i and t.dep == "prep"), None)
    deed = next((t for t in behind if link is not None and t.head == link.i and t.dep == "pobj"), None)
    for when in behind if deed is not None else ():
        days = when.dep == "prep" and any(t.entity == "DATE" and t.head == when.i for t in behind)
        if deed is not None and days and when.head in (verb.i, word.i) and when.i > deed.i:
            out[when.i] = replace(when, head=deed.i)


def is_seat_of_accused(out: list[Token], link: Token) -> bool:
    """Tell whether a place stands between whom a verb accuses and of what: "accused rebels [in Lima] of arming them"."""
    verb, whom = out[link.head], out[link.i - 1] if link.i else link
    if link.lower not in _SEATED_BY or verb.lemma not in _WORDS.suspecting or whom.dep != "dobj" or whom.head != verb.i:
        return False
    return any(t.lower == "of" and t.head == verb.i for t in out[link.i + 1 : link.i + _FAR])


def set_seat_of_accused(out: list[Token], link: Token) -> None:
    """Hang the place on whom it stands behind."""
    out[link.i] = replace(link, head=link.i - 1)


def is_address(out: list[Token], link: Token) -> bool:
    """Tell whether a speech was made part of what it was about: "condemned the raid [at a news conference]"."""
    about = out[link.head]
    if (
        link.dep != "prep"
        or link.lower not in ("at", "during", "in")
        or about.dep not in ("dobj", "pobj")
        or about.i > link.i
    ):
        return False
    return _spoken_of(out, about) is not None and any(
        t.head == link.i and t.dep == "pobj" and t.lemma in _WORDS.addresses for t in out[link.i : link.i + _FAR]
    )


def _spoken_of(out: list[Token], about: Token) -> Token | None:
    """Return the verb of judging above its object."""
    above = about
    while above.dep in ("dobj", "pobj", "prep") and above.head != above.i:
        above = out[above.head]
        if above.pos == "VERB":
            return above if above.lemma in _WORDS.speech_acts else None
    return None


def set_address(out: list[Token], link: Token) -> None:
    """Hang the speech on the verb of judging."""
    verb = _spoken_of(out, out[link.head])
    if verb is not None:
        out[link.i] = replace(link, head=verb.i)
