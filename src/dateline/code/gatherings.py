"""What hangs on the gathering that is told around it.

"The march was over in an hour" is what was told before, a procession or a protest; fires that a crowd lights are its riot.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.code.frames import complements, objects, subjects
from dateline.code.join import Happening, as_kind
from dateline.code.slots import is_about
from dateline.code.word_classes import classes_of
from dateline.records import EventMention, Parse, Token
from dateline.reference.codebook import Codebook
from dateline.reference.coding import coding_words

_CROWDS = frozenset(("GATHER", "PROTEST"))
_WORDS = coding_words().gatherings
_POINTING = frozenset("that the these this those".split())
_OWN_WORDS = ("acl", "amod", "compound", "nmod", "prep", "relcl")
_REACH = 6  # sentences back
_PEOPLE = frozenset(("crowd", "irregular", "person", "worker"))
_ORDER = frozenset(("authority", "force", "police"))
_RIOT, _FIGHT = ("PROTEST", "riot"), ("ASSAULT", "armed-clash")
_ARMED = frozenset(("force", "irregular", "police"))


def named_again(happening: Happening, parse: Parse, told: Sequence[tuple[int, EventMention]]) -> Happening:
    """Return a gathering that is only pointed at as one of the kind told before.

    told: pairs of sentence index and mention, in text order.
    """
    head = parse.tokens[happening.lead.head]
    if happening.type not in _CROWDS or len(happening.lead.tokens) > 1 or not _points(parse, head):
        return happening
    near = [m for at, m in reversed(told) if m.type in _CROWDS and head.sentence - at <= _REACH]
    meant = next((m for m in near if head.lemma in m.trigger.text.lower()), near[0] if near else None)
    if meant is None or meant.mode is None or meant.type == happening.type:
        return happening
    if meant.type == "PROTEST" and head.lemma in _WORDS.no_protests:
        return happening
    return as_kind(happening, meant.type, meant.mode)


def by_crowd(happening: Happening, parse: Parse, codebook: Codebook) -> Happening:
    """Return a fire as part of a riot where a crowd sets it in a passage on protest; else it is arson, a firebomb's too.

    Only words for people out on the street make it one: "workers", "masked men" and "members" are not out there for it.
    """
    head = happening.lead.head
    if (happening.type, happening.mode) == _RIOT:
        return _by_few(happening, parse, codebook)
    fire = (happening.type, happening.mode) == ("ASSAULT", "arson") and not parse.kids(head, "neg")
    if not fire or not is_about(parse, head, "unrest", codebook):
        return happening
    if any(t.lemma in _WORDS.standing for t in objects(parse, head)):
        return happening  # who sets fire to a protest camp is not who stands in it
    return as_kind(happening, *_RIOT) if any(t.lemma in _WORDS.rioters for t in subjects(parse, head)) else happening


def _by_few(happening: Happening, parse: Parse, codebook: Codebook) -> Happening:
    """Return firebombs as arson where no crowd throws them, not at those who keep order, and nobody protests there.

    Source: RECORD contract, coding conventions (a riot is a crowd's): "unknown men hurled a petrol bomb at an office".
    """
    head = happening.lead.head
    if is_about(parse, head, "unrest", codebook):
        return happening
    things = [*objects(parse, head), *subjects(parse, head), *(parse.tokens[i] for i in happening.lead.tokens)]
    if not any(_is_firebomb(parse, t) for t in things):
        return happening
    aims = [*complements(parse, head, "at", "into", "on", "through"), *parse.kids(head, "nsubjpass")]
    ordered = any(classes_of(parse, t, codebook) & {"force", "police"} for t in aims)
    doers = [*subjects(parse, head), *complements(parse, head, "by")]
    crowd = any("crowd" in codebook.classes_by_word.get(t.lemma, ()) for t in doers if t not in aims)
    return happening if ordered or crowd else as_kind(happening, "ASSAULT", "arson")


def _is_firebomb(parse: Parse, thing: Token) -> bool:
    fuel = parse.kids(thing.i, "amod", "compound") if thing.lemma in _WORDS.bombs else [thing]
    return any(t.lemma in _WORDS.firebombs for t in fuel)


def by_sides(happening: Happening, parse: Parse, codebook: Codebook) -> Happening:
    """Return a brawl as a fight where groups are its sides, as a riot where a crowd has those who keep order against it.

    Source: RECORD contract, coding conventions ("a crowd fighting police is PROTEST/riot; a fight between groups is ASSAULT").
    """
    kind = (happening.type, happening.mode)
    head = parse.tokens[happening.lead.head]
    if kind not in (_RIOT, _FIGHT) or head.lemma not in coding_words().harm.mutual:
        return happening
    sides = [classes_of(parse, t, codebook) for t in _sides(parse, head)]
    order = [kinds for kinds in sides if kinds & _ORDER]
    armed = any(kinds & {"irregular"} and "crowd" not in kinds for kinds in sides)
    if kind == _RIOT and sides and all(kinds & (_PEOPLE | _ORDER) for kinds in sides) and (armed or not order):
        return as_kind(happening, *_FIGHT)
    others = [kinds for kinds in sides if not kinds & _ORDER]
    if kind == _FIGHT and order and others and all("crowd" in kinds and not kinds & _ARMED for kinds in others):
        return as_kind(happening, *_RIOT)
    return happening


def _sides(parse: Parse, head: Token) -> list[Token]:
    """Return who fights, where both sides are named: "X clashed with Y", "scuffles broke out between X and Y"."""
    verb = [parse.tokens[head.head]] if head.dep == "nsubj" else []
    between = [t for at in (head, *verb) for t in complements(parse, at.i, "between", "among")]
    doers, others = subjects(parse, head.i), complements(parse, head.i, "with")
    if others and doers:
        return [*doers, *others]
    return between or (doers if len(doers) > 1 else [])


def _points(parse: Parse, head: Token) -> bool:
    """Tell whether a noun points at a gathering and says nothing new of it: "the march", "marchers", not "a march for peace"."""
    definite = any(t.lower in _POINTING for t in parse.kids(head.i, "det"))
    bare = head.lemma == "marcher" and not parse.kids(head.i, "det")
    return head.lemma in _WORDS.names and (definite or bare) and not parse.kids(head.i, *_OWN_WORDS)
