"""What gunmen do is no policing, nor what is done to them in war: people they hold are abducted, "the raid" is their attack.

What they bomb no aircraft bombs.

"Gunmen stormed Zugu. Police confirmed the raid": a raid that is only pointed at is the attack told before.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.code.frames import complements, objects, subjects
from dateline.code.join import Happening, as_kind
from dateline.code.word_classes import classes_of
from dateline.records import EventMention, Parse, Token
from dateline.reference.actors import registry
from dateline.reference.codebook import Codebook
from dateline.reference.coding import coding_words

_ARREST, _ABDUCTION = ("COERCE", "arrest"), ("ASSAULT", "abduction")
_RAID, _CROWD_CONTROL, _SHOOTING = ("COERCE", "raid"), ("COERCE", "crowd-control"), ("ASSAULT", "shooting")
_AIRSTRIKE, _BOMBING = ("ASSAULT", "airstrike"), ("ASSAULT", "bombing")
_OUTSIDE_STATES = ("CRM", "REB", "UAF")
_HOLDS = frozenset("drag hold keep seize snatch take".split())
_ORDER = frozenset(("authority", "police"))
_DEPORTATION, _RELEASE = ("COERCE", "deportation"), ("RETREAT", "release")
_EXPULSION = ("SANCTION", "expel")
_STATES = frozenset(("GPE", "NORP"))
_FORCES = frozenset(("force", "irregular"))
_WORDS = coding_words()
_POINTING = frozenset("that the this".split())
_OWN_WORDS = ("acl", "amod", "compound", "nmod", "poss", "relcl")


def by_irregulars(
    happening: Happening, parse: Parse, told: Sequence[tuple[int, EventMention]], codebook: Codebook
) -> Happening:
    """Return an arrest, raid or use of force as an attack where gunmen do it, or it points at one told before.

    Forces that drive out forces fight, and a captive who is passed on to another state is no more free than before.

    told: pairs of sentence index and mention, in text order.
    """
    kind, head = (happening.type, happening.mode), parse.tokens[happening.lead.head]
    if kind == _ARREST and head.lemma in _HOLDS and _is_done_by_gunmen(parse, head, codebook):
        return as_kind(happening, *_ABDUCTION)
    if kind == _CROWD_CONTROL and _is_done_by_gunmen(parse, head, codebook):
        return as_kind(happening, *_SHOOTING)
    if kind == _AIRSTRIKE and head.lemma == "bomb" and _is_bombed_by_irregulars(parse, head, codebook):
        return as_kind(happening, *_BOMBING)
    if kind in (_DEPORTATION, _EXPULSION) and _is_fought_out(parse, head, codebook):
        return as_kind(happening, "ASSAULT", None)
    if kind == _RELEASE and _is_passed_on(parse, head, codebook):
        return as_kind(happening, *_DEPORTATION)
    if kind == _RAID and _points_at_attack(parse, head, told):
        return as_kind(happening, "ASSAULT", None)
    return happening


def _is_done_by_gunmen(parse: Parse, head: Token, codebook: Codebook) -> bool:
    """Tell whether irregulars do what a verb says, and nobody who keeps order."""
    doers = [classes_of(parse, t, codebook) for t in subjects(parse, head.i)]
    return any("irregular" in kinds for kinds in doers) and not any(kinds & _ORDER for kinds in doers)


def _is_bombed_by_irregulars(parse: Parse, head: Token, codebook: Codebook) -> bool:
    """Tell whether gunmen, or a group that the registry knows for armed and of no state, bomb something with no aircraft."""
    doers = subjects(parse, head.i)
    kinds = [classes_of(parse, t, codebook) for t in doers]
    if any("aircraft" in some for some in kinds):
        return False
    known = (actor for t in doers if t.pos == "PROPN" for actor in registry().find(_name_of(parse, t)))
    return any("irregular" in some for some in kinds) or any(actor.sector in _OUTSIDE_STATES for actor in known)


def _name_of(parse: Parse, token: Token) -> str:
    return " ".join(t.text for t in (*parse.kids(token.i, "amod", "compound", "nmod"), token) if t.i <= token.i)


def _is_fought_out(parse: Parse, head: Token, codebook: Codebook) -> bool:
    """Tell whether forces drive out forces, which is a fight for ground: "the army drove the rebels from the village"."""
    if head.lemma not in _WORDS.verbs.driving_out or parse.kids(head.i, "xcomp"):  # "forced to flee"
        return False
    driven = [classes_of(parse, t, codebook) for t in objects(parse, head.i)]
    doers = [classes_of(parse, t, codebook) for t in subjects(parse, head.i)]
    forceful = not doers or any(kinds & _FORCES for kinds in doers)
    return forceful and bool(driven) and all(kinds & _FORCES for kinds in driven)


def _is_passed_on(parse: Parse, head: Token, codebook: Codebook) -> bool:
    """Tell whether a captive changes captors and is not free: "arrested two men and handed them over to Uganda"."""
    if head.lemma not in _WORDS.verbs.handing_over:
        return False
    to = [t for at in (head, *parse.kids(head.i, "prt", "advmod")) for t in complements(parse, at.i, "to")]
    states = any(t.entity in _STATES or any(c.entity in _STATES for c in parse.kids(t.i)) for t in to)
    if not states:
        return False
    above = parse.tokens[head.head]
    caught = head.dep == "conj" and above.lemma in _WORDS.verbs.catching
    handed = (t for t in objects(parse, head.i) if t.lemma in _WORDS.people.wanted)
    return caught or any(handed)


def _points_at_attack(parse: Parse, head: Token, told: Sequence[tuple[int, EventMention]]) -> bool:
    """Tell whether "the raid" says nothing of its own, and the last attack or raid told was an attack."""
    if head.pos != "NOUN" or not any(t.lower in _POINTING for t in parse.kids(head.i, "det")):
        return False
    if parse.kids(head.i, *_OWN_WORDS) or complements(parse, head.i, "by", "on"):
        return False
    last = next((m for _, m in reversed(told) if m.type == "ASSAULT" or (m.type, m.mode) == _RAID), None)
    return last is not None and last.type == "ASSAULT"
