"""Whom or what a noun of force befalls by the words around it: "the embassy bombing", "two bars were subject to raids"."""

from __future__ import annotations

from dateline.code import frames
from dateline.code.bearers import PEOPLE, kinds
from dateline.code.triggers import Trigger
from dateline.records import Argument, Parse, Token
from dateline.reference.codebook import Codebook
from dateline.reference.coding import coding_words
from dateline.reference.roles import roles

_WORDS = coding_words().harm
_IN_A_PLACE = ("shooting", "stabbing", "armed-clash", "abduction")  # "a school shooting": where, not what is meant
_THINGS = frozenset(("goods", "place", "site", "vehicle", "way", "weapon"))
_STRICKEN = frozenset(("place", "site", "vehicle"))
_NO_SITE = frozenset(("place", "vehicle", "way", "weapon"))


def sites_struck(parse: Parse, trigger: Trigger, codebook: Codebook) -> list[Token]:
    """Return the buildings by which an attack is called: "the embassy bombing", "five died in the hotel attack"."""
    if trigger.type != "ASSAULT" or trigger.mode in _IN_A_PLACE:
        return []
    verb = parse.tokens[trigger.head]
    told = [parse.tokens[i] for i in trigger.tokens]
    stricken: list[Token] = []
    if verb.pos == "VERB" and verb.lemma in _WORDS.hurting | _WORDS.dying | {"leave"}:
        stricken = _stricken(parse, verb, codebook)
        told += [*frames.complements(parse, verb.i, "in", "by"), *parse.kids(verb.i, "nsubj")]
    called = [
        t
        for noun in told
        if noun.lemma in _WORDS.striking_sites
        for t in parse.kids(noun.i, "compound")
        if t.i < noun.i
    ]
    return [t for t in called if is_site(parse, t, codebook)] + stricken


def _stricken(parse: Parse, verb: Token, codebook: Codebook) -> list[Token]:
    """Return what the attack that hurts people is on: "a raid on a village left ten dead"."""
    inside = [t for t in frames.complements(parse, verb.i, "in", "by") if t.lemma in _WORDS.assaults]
    deeds = [*inside, *(t for t in parse.kids(verb.i, "nsubj") if t.lemma in _WORDS.assaults)]
    found = [t for noun in deeds for t in frames.complements(parse, noun.i, "on", "against")]
    found += frames.complements(parse, verb.i, "on") if inside else []
    return [t for t in found if kinds(parse, t, codebook) & _STRICKEN]


def is_site(parse: Parse, token: Token, codebook: Codebook) -> bool:
    """Tell whether a word names a building, and neither a town, a road nor what a bomb is carried in."""
    classes = kinds(parse, token, codebook)
    return "site" in classes and not classes & _NO_SITE and token.lemma.lower() not in _WORDS.wide_sites


def beset(parse: Parse, trigger: Trigger) -> list[Token]:
    """Return whom a noun of force befalls as the subject of its clause: "saw a crackdown", "were subjected to raids"."""
    noun = parse.tokens[trigger.head]
    if trigger.type not in ("COERCE", "SANCTION") or noun.pos != "NOUN":
        return []
    while noun.dep == "pobj" and parse.tokens[noun.head].lower == "of":  # "a wave of raids"
        noun = parse.tokens[parse.tokens[noun.head].head]
    above = parse.tokens[noun.head]
    bare = noun.tag == "NN" and not parse.kids(noun.i, "det", "poss", "amod")
    if noun.dep == "dobj" and (above.lemma in _WORDS.suffering or (bare and above.lemma in _WORDS.awaiting)):
        # but "reporters saw a raid on a farm"
        return [] if frames.objects(parse, trigger.head) else frames.subjects(parse, above.i)
    if noun.dep != "pobj" or above.lower not in ("to", "under"):
        return []
    link, verb = above, parse.tokens[above.head]
    if verb.lower == "subject" and verb.dep in ("acomp", "amod", "oprd"):
        above = parse.tokens[verb.head]
        return [above] if verb.dep == "amod" else frames.subjects(parse, above.i)
    if verb.lemma == "subject":
        return frames.objects(parse, verb.i)
    under = link.lower == "under" and verb.lemma in _WORDS.coming_under
    return frames.subjects(parse, verb.i) if under else []


def police_beside(parse: Parse, trigger: Trigger) -> list[Token]:
    """Return the police by whom a raid or an arrest is called: "a police raid"."""
    noun = parse.tokens[trigger.head]
    if trigger.type != "COERCE" or noun.pos != "NOUN":
        return []
    beside = [t for t in parse.kids(noun.i, "compound") if t.i < noun.i and t.pos == "NOUN"]
    return [t for t in beside if roles().sector(t.lemma) == "COP" and noun.lemma in _WORDS.done_by_police]


def drop_doubles(parse: Parse, found: dict[tuple[str, int], Argument], codebook: Codebook) -> None:
    """Take away one role of who is named as victim and as target: places and things are attacked, all others suffer it."""
    for i in [i for role, i in found if role == "target" and ("victim", i) in found]:
        classes = kinds(parse, parse.tokens[i], codebook)
        thing = classes & _THINGS and not classes & PEOPLE
        del found["victim" if thing else "target", i]
