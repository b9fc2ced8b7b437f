"""What lasts: when a clause says of something that it goes on, since when, or for how many days."""

from __future__ import annotations

from dateline.records import Parse, Token
from dateline.reference.calendar_words import later_ordinals
from dateline.reference.statuswords import load_status_words

_WORDS = load_status_words()
_NOMINAL = ("NOUN", "PROPN")
_VERBAL = ("VERB", "AUX")
_PERFECT = frozenset(("has", "have", "'ve", "’ve"))
_FINITE = frozenset(("MD", "VBD", "VBP", "VBZ"))
_BREAKS = frozenset((",", ";", ":", ".", "?", "!", "-", "–", "—"))
_SPANNING = frozenset(("for", "since", "till", "until"))
_NEAR = 25  # words from a verb to the "since" that counts from when
_SUBJECTS = ("csubj", "nsubj", "nsubjpass")
_STAYS = frozenset(("be", "remain", "stay"))
_ABOUT_DEEDS = frozenset(("about", "after", "at", "for", "from", "in", "into", "of", "over"))
_THERE = frozenset(("here", "out", "there"))
_GOING_ON = frozenset((*(("in", noun) for noun in _WORDS.in_progress), ("under", "way")))


def is_over_and_done(parse: Parse, deed: Token) -> bool:
    """Tell whether one deed is only what something under way is about: "are investigating the murder", "jailed for killing".

    Who carries it out or goes on with it is doing it still: "are mounting an attack on the town".
    """
    if deed.lemma not in _WORDS.single_deeds or deed.tag != "NN":
        return False
    above = parse.tokens[deed.head]
    if any(t.lower in _WORDS.ongoing_modifiers for t in parse.kids(deed.i, "amod")):
        return False
    about = deed.dep == "dobj" and above.pos in _VERBAL and above.lemma not in _WORDS.carrying_out
    return about or (deed.dep == "pobj" and above.lower in _ABOUT_DEEDS)


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
    """Tell whether a verb stands in the perfect: "have blocked"."""
    return any(t.lower in _PERFECT for t in parse.kids(verb.i, "aux"))


def is_held(parse: Parse, be: Token) -> bool:
    """Tell whether somebody is only said to be where an arrest has brought him: "are now in custody", not "still are"."""
    inside = [o for p in parse.kids(be.i, "prep") for o in parse.kids(p.i, "pobj")]
    still = be.lemma != "be" or any(t.lower == "still" for t in parse.kids(be.i, "advmod"))
    return not still and any(o.lemma in _WORDS.custody for o in inside)


def perfect_since(parse: Parse, verb: Token, *, state: bool = False) -> bool:
    """Tell whether a state that began in the past lasts: "have been banned since Monday".

    state: what the verb tells of may last, so that it may be counted from a happening, too: "have held it since the coup".
    """
    if not _has_been(parse, verb):
        return False
    if verb.lemma in _WORDS.done_at_once:
        return _is_locked_up(parse, verb) and _since(parse, verb) is not None
    if is_held(parse, verb) and any(parse.kids(t.i, "nummod") for t in parse.kids(verb.i, "nsubj")):
        return False  # "nine men have been in custody since May" tells of nine arrests
    if any(t.lower == "since" and t.i > verb.i for t in parse.kids(verb.i, "advmod")):
        return True  # "have guarded the port ever since"
    links = parse.kids(verb.i, "prep", "mark")
    if any(t.lower in _SPANNING and _names_time(parse, t) for t in links):
        return not _is_sum(parse, verb)
    return state and not _is_sum(parse, verb) and _since(parse, verb) is not None


def _has_been(parse: Parse, verb: Token) -> bool:
    return perfect(parse, verb) or (verb.lemma == "be" and verb.lower in _PERFECT)


def _names_time(parse: Parse, link: Token) -> bool:
    since = link.lower == "since"
    return any(
        o.entity in ("DATE", "TIME") or o.lemma in _WORDS.hours or (since and o.pos == "NUM")
        for o in parse.kids(link.i, "pobj")
    )


def _is_sum(parse: Parse, verb: Token) -> bool:
    """Tell whether single deeds are added up: "have freed 220 people since May", not "have held two villages since May"."""
    counted = any(parse.kids(t.i, "nummod") for t in parse.kids(verb.i, "dobj"))
    return counted and verb.lemma not in _WORDS.holds | _WORDS.is_kept


def _since(parse: Parse, verb: Token) -> Token | None:
    """Return the "since" behind a verb in its clause, wherever it hangs: "have refused to work since", "kept it shut since"."""
    for token in parse.tokens[verb.i + 1 : verb.i + _NEAR]:
        if token.lower == "since":
            return token if _counts_from(parse, token, verb) else None
        if token.tag in _FINITE or token.text in _BREAKS:
            return None
    return None


def _counts_from(parse: Parse, since: Token, verb: Token) -> bool:
    above = parse.tokens[since.head]
    if since.dep == "mark":  # "since voting began", not "since they fear for their lives"
        return "VBD" in [t.tag for t in (above, *parse.kids(above.i, "aux", "auxpass"))]
    between = verb.i < above.i < since.i
    if between and above.tag == "VBN" and verb.lemma not in _WORDS.is_kept:
        return False  # "have questioned a man held since May"
    return since.dep == "advmod" or bool(parse.kids(since.i, "pobj"))


def _is_locked_up(parse: Parse, verb: Token) -> bool:
    """Tell whether somebody is where an arrest has brought him, not how many were arrested: "has been jailed since May"."""
    people = [parse.tokens[verb.head]] if verb.dep == "acl" else parse.kids(verb.i, "nsubj", "nsubjpass")
    if verb.lemma not in _WORDS.locks_up or any(parse.kids(t.i, "nummod") for t in people):
        return False
    return verb.dep == "acl" or any(t.tag in ("NN", "NNP", "PRP") and t.lower != "they" for t in people)


def left_since(parse: Parse, verb: Token) -> bool:
    """Tell whether a participle says since when something is as it is: "a singer, jailed since May"."""
    if verb.tag not in ("VBD", "VBN") or verb.dep != "acl" or parse.kids(verb.i, "aux", "auxpass", "dobj"):
        return False
    links = [t for t in parse.kids(verb.i, "prep") if t.lower == "since"]
    lasts = _is_locked_up(parse, verb) if verb.lemma in _WORDS.done_at_once | _WORDS.locks_up else True
    return lasts and any(parse.kids(t.i, "pobj") for t in links)


def has_no_end(parse: Parse, chain: list[Token]) -> bool:
    """Tell whether a clause says of something that it has not come to its end: "has not stopped", "shows no sign of ending"."""
    verb = parse.tokens[chain[0].head]
    if (chain[0].pos not in _NOMINAL and chain[0].tag != "VBG") or chain[0].dep not in _SUBJECTS:
        return False
    if chain[0].dep == "nsubjpass" and verb.lemma in _WORDS.lifts:  # "has not been lifted"
        return bool(parse.kids(verb.i, "neg")) and perfect(parse, verb)
    if verb.lemma in _WORDS.stops or (verb.lemma == "let" and parse.kids(verb.i, "prt")):
        return bool(parse.kids(verb.i, "neg")) and perfect(parse, verb)
    signs = [t for t in parse.kids(verb.i, "dobj") if t.lemma == "sign"] if verb.lemma == "show" else []
    ends = (v for t in signs for p in parse.kids(t.i, "prep") for v in parse.kids(p.i, "pcomp", "pobj"))
    none = any(d.lower in ("few", "little", "no") for t in signs for d in parse.kids(t.i, "amod", "det"))
    return none and any(v.lemma in _WORDS.wanes for v in ends)


def has_set_out(parse: Parse, noun: Token) -> bool:
    """Tell whether something has begun of which the rest is ahead: "the march, which set out on Sunday, is to reach Oran"."""
    verb = parse.tokens[noun.head]
    if noun.pos not in _NOMINAL or noun.dep not in ("nsubj", "nsubjpass") or parse.kids(verb.i, "neg"):
        return False
    begun = any(
        v.lemma in _WORDS.gets_moving and (v.tag == "VBD" or perfect(parse, v)) and not parse.kids(v.i, "neg")
        for v in parse.kids(noun.i, "relcl")
        if v.i < verb.i
    )
    expected = verb.lemma in ("be", "expect") and bool(parse.kids(verb.i, "xcomp"))
    return begun and (
        any(t.lower in ("'ll", "will") for t in parse.kids(verb.i, "aux")) or (expected and verb.tag != "VBD")
    )


def is_not_back(parse: Parse, verb: Token) -> bool:
    """Tell whether who began something has not come back from it: "walked out and have not gone back", "and are still there"."""
    later = [v for v in parse.kids(verb.i, "conj") if not parse.kids(v.i, "cc") and v.i > verb.i]
    return any(_has_not_returned(parse, v) or _is_there(parse, v) for v in later)


def _has_not_returned(parse: Parse, verb: Token) -> bool:
    back = verb.lemma in _WORDS.returns or (
        verb.lemma in ("be", "come", "go") and any(t.lower == "back" for t in parse.kids(verb.i, "advmod", "prt"))
    )
    return back and perfect(parse, verb) and bool(parse.kids(verb.i, "neg"))


def _is_there(parse: Parse, verb: Token) -> bool:
    beside = {t.lower for t in parse.kids(verb.i, "advmod", "acomp", "prep")}
    return verb.lemma in _STAYS and verb.tag in ("VBP", "VBZ") and "still" in beside and bool(beside & _THERE)
