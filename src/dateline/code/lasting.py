"""What lasts: when a clause says of something that it goes on, since when, or for how many days."""

from __future__ import annotations

from dateline.records import Parse, Token
from dateline.reference.calendar_words import later_ordinals
from dateline.reference.statuswords import load_status_words

_WORDS = load_status_words()
_NOMINAL = ("NOUN", "PROPN")
_VERBAL = ("VERB", "AUX")
_PERFECT = frozenset(("has", "have", "'ve", "’ve"))
_GOING_ON = frozenset((*(("in", noun) for noun in _WORDS.in_progress), ("under", "way")))


def goes_on(parse: Parse, verb: Token) -> bool:
    """Tell whether the verb says that something is or was going on: "was in progress", "entered its sixth day"."""
    if enters_day(parse, verb):
        return True
    if verb.lemma not in ("be", "remain", "stay"):
        return False
    if any(t.lower in ("underway", "ongoing") for t in parse.kids(verb.i, "advmod", "acomp")):
        return True
    inside = [(p.lower, o) for p in parse.kids(verb.i, "prep") for o in parse.kids(p.i, "pobj")]
    return any((word, o.lemma) in _GOING_ON or (word in ("in", "on") and _numbered(parse, o)) for word, o in inside)


def enters_day(parse: Parse, verb: Token) -> bool:
    """Tell whether something lasts into one more day: "entered its sixth day", "stretched into a third week"."""
    if verb.lemma not in _WORDS.lasts_into or any(t.lower == "had" for t in parse.kids(verb.i, "aux")):
        return False
    into = [o for p in parse.kids(verb.i, "prep") if p.lower in ("into", "to") for o in parse.kids(p.i, "pobj")]
    return any(_numbered(parse, t) for t in (*parse.kids(verb.i, "dobj"), *into))


def is_nth_day(parse: Parse, token: Token) -> bool:
    """Tell whether an action is counted by its days: "blocked the port for a third day", "the second day of a strike"."""
    if token.pos in _VERBAL and any(t.lower == "had" for t in parse.kids(token.i, "aux")):
        return False
    if token.pos in _NOMINAL and token.dep == "pobj" and parse.tokens[token.head].lower == "of":
        stretch = parse.tokens[parse.tokens[token.head].head]
        before = parse.tokens[stretch.head]
        return _numbered(parse, stretch) and before.lower not in ("after", "since", "before", "until", "from")
    if token.pos not in _VERBAL:
        return False
    if enters_day(parse, token):
        return True
    counted = [o for p in parse.kids(token.i, "prep") if p.lower == "for" for o in parse.kids(p.i, "pobj")]
    doing = [p for t in parse.kids(token.i, "nsubj", "nsubjpass") for p in parse.kids(t.i, "prep") if p.lower == "in"]
    counted += [o for p in doing for o in parse.kids(p.i, "pobj")]  # "the strike, now in its third week, has shut"
    return any(_numbered(parse, t) for t in counted)


def _numbered(parse: Parse, stretch: Token) -> bool:
    if stretch.lemma not in _WORDS.stretches:
        return False
    beside = {t.lower for t in parse.kids(stretch.i, "amod", "advmod", "nummod", "compound")}
    number = any(t[:1].isdigit() and t.endswith(("th", "nd", "rd", "st")) for t in beside)
    return number or bool(beside & (later_ordinals() | _WORDS.running))


def not_over(parse: Parse, chain: list[Token]) -> bool:
    """Tell whether the clause says "is not over": the negation denies the end."""
    return any(
        token.lemma == "be"
        and parse.kids(token.i, "neg")
        and any(t.lower in ("over", "finished", "ended") for t in parse.kids(token.i, "advmod", "acomp", "prep"))
        for token in chain
    )


def lasts_by_the_way(parse: Parse, word: Token) -> bool:
    """Tell whether a clause behind a noun says that it goes on: "praised the sit-in, which is now in its third week".

    The same of what a verb sets going: "imposed a curfew, which remains in force", "began a strike, and it goes on".
    """
    inside = [parse.tokens[i] for i in parse.subtree(word.i)] if word.pos in _NOMINAL else []
    if word.lemma in _WORDS.sets_going:
        inside = [t for t in _set_going(parse, word) if t.dep == "conj" or _is_behind(parse, t, word)]
    return any(_still_is(parse, t) for t in inside if t.dep in ("conj", "relcl") and t.pos in _VERBAL)


def _set_going(parse: Parse, verb: Token) -> list[Token]:
    """Return the clauses behind what a verb sets going, which may hang on a day or place: "a curfew on Monday, which remains"."""
    nouns = parse.kids(verb.i, "dobj", "nsubjpass")
    if not nouns:
        return []
    clauses = [parse.tokens[i] for i in parse.subtree(verb.i) if parse.tokens[i].dep == "relcl"]
    return [*clauses, *(v for v in parse.kids(verb.i, "conj") if _takes_up(parse, v))]


def _is_behind(parse: Parse, clause: Token, verb: Token) -> bool:
    """Tell whether a clause hangs on what a verb sets going, or on a day or place, not on "support for the strike, which"."""
    above = parse.tokens[clause.head]
    return above.head == verb.i or (above.entity != "" and above.dep == "pobj")


def _takes_up(parse: Parse, verb: Token) -> bool:
    return any(t.lower in ("it", "this", "which") for t in parse.kids(verb.i, "nsubj"))


def _still_is(parse: Parse, verb: Token) -> bool:
    """Tell whether a clause says that something is under way, or that it has not come to an end."""
    if not any(t.lower in ("it", "that", "this", "which") for t in parse.kids(verb.i, "nsubj")):
        return False
    if verb.lemma in _WORDS.stops:
        return bool(parse.kids(verb.i, "neg")) and perfect(parse, verb)
    return verb.tag in ("VBP", "VBZ") and goes_on(parse, verb)


def lasts_since(parse: Parse, chain: list[Token]) -> bool:
    """Tell whether a state that began with the act lasts: "rubbish has piled up since cleaners walked out"."""
    verb = next((t for t in chain if t.pos in _VERBAL), None)
    if verb is None or parse.kids(verb.i, "neg"):
        return False
    if verb.dep == "advcl" and any(t.lower == "since" for t in parse.kids(verb.i, "mark")):
        return perfect(parse, parse.tokens[verb.head])
    return any(
        perfect(parse, t) and any(k.lower == "since" for k in parse.kids(t.i, "advmod"))
        for t in parse.kids(verb.i, "conj")
    )


def perfect(parse: Parse, verb: Token) -> bool:
    return any(t.lower in _PERFECT for t in parse.kids(verb.i, "aux"))


def is_held(parse: Parse, be: Token) -> bool:
    """Tell whether somebody is only said to be where an arrest has brought him: "are now in custody"."""
    inside = [o for p in parse.kids(be.i, "prep") for o in parse.kids(p.i, "pobj")]
    return any(o.lemma in _WORDS.custody for o in inside)


def perfect_since(parse: Parse, verb: Token) -> bool:
    """Tell whether a state that began in the past lasts: "have been banned since Monday"."""
    auxiliaries = {t.lower for t in parse.kids(verb.i, "aux")}
    if verb.lemma == "be":
        auxiliaries.add(verb.lower)
    if verb.lemma in _WORDS.done_at_once or (verb.lemma == "be" and is_held(parse, verb)):
        return False
    if auxiliaries & _PERFECT and any(t.lower == "since" and t.i > verb.i for t in parse.kids(verb.i, "advmod")):
        return True  # "have guarded the port ever since"
    return bool(auxiliaries & _PERFECT) and any(
        t.lower in ("since", "for", "until", "till")
        and any(
            o.entity in ("DATE", "TIME") or o.lemma in _WORDS.hours or (t.lower == "since" and o.pos == "NUM")
            for o in parse.kids(t.i, "pobj")
        )
        for t in parse.kids(verb.i, "prep", "mark")
    )
