"""What stood and stands: states that a report tells in the past although nothing has ended them."""

from __future__ import annotations

from dateline.code.lasting import goes_on, is_not_back, is_nth_day, perfect_since
from dateline.records import Parse, Token
from dateline.reference.statuswords import load_status_words

_WORDS = load_status_words()
_STAYS = frozenset(("remain", "stay"))
_STAYED = frozenset(("remained", "stayed"))
_STATES = ("acomp", "ccomp", "oprd", "xcomp")
_KEPT = (*_STATES, "acl")
_UNTIL = frozenset(("till", "until"))


def stands(parse: Parse, chain: list[Token]) -> bool:
    """Tell whether a state is told in the past and not its end: "the curfew remained in force", "troops still held it"."""
    if _counted_by_days(parse, chain) or _kept_since(parse, chain[0]) or is_not_back(parse, chain[0]):
        return True
    verb = next((t for t in chain[:2] if t.pos in ("VERB", "AUX")), None)
    verb = parse.tokens[verb.head] if verb is not None and verb.dep == "auxpass" else verb  # "remained [blocked]"
    stayed = next(iter(parse.kids(verb.i, "auxpass")), verb) if verb is not None else None
    if verb is None or stayed is None or stayed.tag != "VBD" or verb.dep == "advcl" or _ended(parse, verb):
        return False
    if stayed.lower in _STAYED and (stayed.i != verb.i or parse.kids(verb.i, *_STATES)):
        return chain[0].i in (verb.i, stayed.i)  # "remained blocked by villagers", "stayed shut"
    if verb.lemma in _STAYS and (verb.i == chain[0].i or chain[0].dep == "nsubj"):
        return goes_on(parse, verb)
    still = any(t.lower == "still" and t.i < verb.i for t in parse.kids(verb.i, "advmod"))
    return still and verb.i == chain[0].i and verb.lemma in _WORDS.holds


def was_under_way(parse: Parse, chain: list[Token]) -> bool:
    """Tell whether something was going on when last heard of: "fighting was under way on Friday", but not "when it rained"."""
    verb = parse.tokens[chain[0].head]
    told = chain[0].dep == "nsubj" and verb.dep in ("ROOT", "ccomp", "conj")
    met = any(parse.tokens[i].lower == "when" for i in parse.subtree(verb.i) if i > verb.i)
    past = verb.tag == "VBD" and verb.lemma == "be"
    return told and past and goes_on(parse, verb) and not (met or _ended(parse, verb))


def is_dead(parse: Parse, verb: Token) -> bool:
    """Tell whether people are said to be dead: what was done to them is over, whatever the tense."""
    return verb.lemma in ("be", "lie") and any(t.lower == "dead" for t in parse.kids(verb.i, "acomp", "oprd"))


def is_looked_into(parse: Parse, verb: Token) -> bool:
    """Tell whether an inquiry is told as going on: "police were looking for the gunmen", but not "when it rained"."""
    past = verb.tag == "VBG" and any(t.lower in ("was", "were") for t in parse.kids(verb.i, "aux"))
    return past and verb.dep != "advcl" and not _ended(parse, verb)


def _ended(parse: Parse, verb: Token) -> bool:
    """Tell whether a clause or a phrase names the end, or what came in between: "remained in force until Friday"."""
    ends = [
        *parse.kids(verb.i, "prep"),
        *(m for c in parse.kids(verb.i, "advcl") for m in parse.kids(c.i, "mark", "advmod")),
    ]
    return any(t.lower in _UNTIL or t.lower == "when" for t in ends) or bool(parse.kids(verb.i, "neg"))


def _kept_since(parse: Parse, word: Token) -> bool:
    """Tell whether something has been kept as it is from a day on: "soldiers have kept the gate shut since Monday".

    The word may be the state that it is kept in.
    """
    above = [parse.tokens[word.head], parse.tokens[parse.tokens[word.head].head]] if word.dep in _KEPT else []
    kept = (t for t in (word, *above) if t.lemma in _WORDS.is_kept)
    return any(perfect_since(parse, verb, state=True) for verb in kept)


def _counted_by_days(parse: Parse, chain: list[Token]) -> bool:
    """Tell whether one deed of several counts the days of all: "shut shops and halted buses for a third day"."""
    verb = next((t for t in chain[:2] if t.pos == "VERB"), None)
    while verb is not None:
        verb = next((t for t in parse.kids(verb.i, "conj") if t.pos == "VERB" and not _has_subject(parse, t)), None)
        if verb is not None and is_nth_day(parse, verb):
            return True
    return False


def _has_subject(parse: Parse, verb: Token) -> bool:
    return bool(parse.kids(verb.i, "nsubj", "nsubjpass"))
