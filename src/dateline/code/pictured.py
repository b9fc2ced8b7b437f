"""Words of force that only picture something else: a title captured, a town caught on film, a bomb made harmless."""

from __future__ import annotations

from dateline.code import frames
from dateline.code.join import Happening
from dateline.records import Parse, Token
from dateline.reference.coding import coding_words
from dateline.reference.roles import roles

_WORDS = coding_words().pictured
_FORCE = ("ASSAULT", "COERCE")
_PLACES = ("FAC", "GPE", "LOC")
_ARMED = ("COP", "CRM", "MIL", "REB", "UAF")


def is_pictured(parse: Parse, happening: Happening, head: Token) -> bool:
    """Tell whether a word of force is said of a contest, a vote, a camera, a game, one's own way or a bomb made harmless."""
    if happening.mode == "bombing" and _is_disposed_of(parse, head):
        return True
    if happening.type not in _FORCE or head.pos != "VERB":
        return False
    return (
        _is_vote(parse, head)
        or _is_prize(parse, head)
        or _is_filmed(parse, head)
        or _is_winding(parse, head)
        or _is_round(parse, head)
    )


def _is_prize(parse: Parse, verb: Token) -> bool:
    """Tell whether what is taken is won in a contest: "captured the title", "captured pole position"."""
    taken = frames.objects(parse, verb.i) if verb.lemma in coding_words().captives.capturing else []
    won = (w for t in taken if t.entity not in _PLACES for w in (t, *parse.kids(t.i, "compound")) if w.i + 1 >= t.i)
    return any(w.lower in _WORDS.prizes or w.lemma in _WORDS.prizes for w in won)


def _is_vote(parse: Parse, verb: Token) -> bool:
    """Tell whether towns are won at the polls, by nobody under arms: "exit polls show that the party captured the north"."""
    first, last = parse.sentences[verb.sentence]
    voting = any(t.lemma in _WORDS.voting for t in parse.tokens[first:last])
    takers = frames.subjects(parse, verb.i) if voting and verb.lemma in coding_words().captives.capturing else []
    return bool(takers) and not any(roles().sector(t.lemma) in _ARMED for t in takers)


def _is_filmed(parse: Parse, verb: Token) -> bool:
    """Tell whether a camera takes it: "was captured on video", "the photographer captured the blast"."""
    if verb.lemma not in _WORDS.taken_by_cameras:
        return False
    by = [
        o for p in parse.kids(verb.i, "prep", "agent") if p.lower in ("on", "in", "by") for o in parse.kids(p.i, "pobj")
    ]
    return any(t.lemma in _WORDS.films for t in by) or any(
        t.lemma in _WORDS.films | _WORDS.filming for t in frames.subjects(parse, verb.i)
    )


def _is_winding(parse: Parse, verb: Token) -> bool:
    """Tell whether a march winds its way: "as they wound through the town"."""
    if verb.lower not in ("wound", "winding"):
        return False
    if any(t.lemma == "way" for t in parse.kids(verb.i, "dobj")):
        return True
    along = any(t.lower in _WORDS.along for t in parse.kids(verb.i, "prep", "prt", "advmod"))
    return along and not parse.kids(verb.i, "dobj", "nsubjpass", "auxpass")


def _is_disposed_of(parse: Parse, head: Token) -> bool:
    """Tell whether experts or police set off what they found: "sappers detonated a mine", "a controlled explosion"."""
    above = (head, *parse.ancestors(head.i))
    verb = next((t for t in above if t.pos == "VERB"), head)
    if verb.lemma not in _WORDS.disposing or verb.sentence != head.sentence:
        return False
    first, last = parse.sentences[head.sentence]
    told = any(t.lower in _WORDS.of_disposal for t in parse.tokens[first:last])
    return told or any(t.lemma in _WORDS.disposers for t in frames.subjects(parse, verb.i))


def _is_round(parse: Parse, verb: Token) -> bool:
    """Tell whether a golfer plays or a camera runs: "shot a 67", "shot a round of 66", "shot a video"."""
    played = parse.kids(verb.i, "dobj") if verb.lemma == "shoot" else ()
    single = (t for t in played if any(a.lower in ("a", "an") for a in parse.kids(t.i, "det", "nmod", "quantmod")))
    return any(t.pos == "NUM" or t.text.isdigit() or t.lemma in _WORDS.rounds for t in single)
