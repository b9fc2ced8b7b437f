"""Tense and course: when a clause tells of something as past, under way or to come."""

from __future__ import annotations

from dateline.code.lasting import (
    enters_day,
    goes_on,
    has_no_end,
    has_set_out,
    is_held,
    is_nth_day,
    lasts_by_the_way,
    left_since,
    not_over,
    perfect,
    perfect_since,
)
from dateline.records import Parse, Token
from dateline.reference.calendar_words import weekdays
from dateline.reference.statuswords import StatusWords, load_status_words

_WORDS = load_status_words()
_NOMINAL = ("NOUN", "PROPN")
_VERBAL = ("VERB", "AUX")
_PERFECT = frozenset(("has", "have", "'ve", "’ve"))
# Words that set a simple present ahead: "tonight there are prayers", "the funeral is on Sunday".
_AHEAD = frozenset(("tonight", "tomorrow"))
_STAY = frozenset(("remain", "remains", "stay", "stays"))
_INTO = frozenset(("effect", "force"))  # "to take effect"


def own_tense(parse: Parse, verb: Token) -> bool:
    """Tell whether a coordinated verb has subject or tense of its own."""
    auxiliaries = [t for t in parse.kids(verb.i, "aux") if t.lower != "to"]
    return bool(auxiliaries or parse.kids(verb.i, "nsubj", "nsubjpass", "auxpass")) or verb.tag in ("VBD", "VBZ", "VBP")


def modal(parse: Parse, token: Token, modals: frozenset[str]) -> bool:
    """Tell whether one of the auxiliaries stands at the verb."""
    return any(t.lower in modals for t in parse.kids(token.i, "aux"))


def modifiers(parse: Parse, token: Token) -> list[Token]:
    """Return the adverbs, adjectives and determiners of a word."""
    return parse.kids(token.i, "advmod", "amod", "det", "neg", "acomp", "npadvmod")


def past_tense(parse: Parse, chain: list[Token]) -> bool:
    """Tell whether the clause stands in the past or, without a modal, in the perfect."""
    verb = next((t for t in chain if t.pos in _VERBAL), None)
    if verb is None:
        return False
    auxiliaries = parse.kids(verb.i, "aux", "auxpass")
    tags = [t.tag for t in auxiliaries]
    past = verb.tag == "VBD" or "VBD" in tags
    perfect = verb.tag == "VBN" and any(t.lower in _PERFECT for t in auxiliaries)
    return (past or perfect) and "MD" not in tags


def is_ahead(parse: Parse, chain: list[Token], *, occasion: bool = False) -> bool:
    """Tell whether a simple present has a word that sets it ahead: "tonight we light candles", "it begins on Monday".

    occasion: people meet or gather, so that an hour is enough: "we march at three", "the talks resume at ten".
    """
    verb = next((t for t in chain if t.pos in _VERBAL), None)
    if verb is None:
        return any(_tonight(parse, token) for token in chain)
    if verb.tag not in ("VBP", "VBZ") or parse.kids(verb.i, "aux", "auxpass", "neg"):
        return False
    if any(_tonight(parse, token) for token in chain):
        return True
    return (verb.lemma in _WORDS.starts and _on_weekday(parse, verb)) or (occasion and _at_an_hour(parse, verb))


def _at_an_hour(parse: Parse, verb: Token) -> bool:
    hours = [o for p in parse.kids(verb.i, "prep") if p.lower == "at" for o in parse.kids(p.i, "pobj")]
    return any(t.lemma in _WORDS.hours or t.entity == "TIME" or t.pos == "NUM" for t in hours)


def dated(parse: Parse, chain: list[Token]) -> bool:
    """Tell whether a day stands at the first verb itself: "on Monday we file a complaint", not "asks them to leave by Monday"."""
    verb = next((t for t in chain if t.pos in _VERBAL), None)
    if verb is None or verb.tag not in ("VBP", "VBZ"):
        return False
    days = [o for p in parse.kids(verb.i, "prep") if p.lower == "on" for o in parse.kids(p.i, "pobj")]
    return any(t.entity == "DATE" for t in (*days, *parse.kids(verb.i, "npadvmod")))


def _tonight(parse: Parse, token: Token) -> bool:
    times = parse.kids(token.i, "npadvmod", "advmod", "nmod")
    return any(t.lower in _AHEAD or (t.lower == "later" and _today(parse, t)) for t in times) or any(
        t.lower in ("evening", "afternoon") and any(d.lower == "this" for d in parse.kids(t.i, "det")) for t in times
    )


def _today(parse: Parse, later: Token) -> bool:
    return later.i + 1 < len(parse.tokens) and parse.tokens[later.i + 1].lower in ("today", "on")


def is_to_start(parse: Parse, token: Token, *, ahead: bool = False) -> bool:
    """Tell whether what is declared or agreed has yet to begin: "a curfew, to begin on Friday", "a truce that is to start".

    ahead: its clause names a day still to come, from which it may be: "a truce from Friday", "a ban starting on Monday".
    """
    nouns = [t for t in parse.kids(token.i, "dobj", "nsubjpass", "nsubj") if t.i < token.i or t.dep == "dobj"]
    nouns += [o for p in parse.kids(token.i, "prep") if p.lower in ("for", "on", "to") for o in parse.kids(p.i, "pobj")]
    below = [v for t in (token, *nouns) for v in parse.kids(t.i, "advcl", "acl", "relcl")]
    from_then = ahead and any(_is_from_then(parse, t) for t in (token, *nouns))
    return from_then or any(_has_yet_to(parse, verb) for verb in below)


def _is_from_then(parse: Parse, token: Token) -> bool:
    links = [p for p in parse.kids(token.i, "prep") if p.lower == "from"]
    days = (o for p in links for o in parse.kids(p.i, "pobj") if o.entity in ("DATE", "TIME"))
    starts = (is_starting(parse, v) for v in parse.kids(token.i, "acl", "advcl", "xcomp"))
    return next(days, None) is not None or any(starts)


def is_starting(parse: Parse, verb: Token) -> bool:
    """Tell whether a participle says from when something holds: "a ban [starting] on Monday", not "taking the town on Monday"."""
    return verb.tag == "VBG" and verb.lemma in _WORDS.takes_effect and not parse.kids(verb.i, "aux", "dobj", "nsubj")


def _has_yet_to(parse: Parse, verb: Token) -> bool:
    """Tell whether a verb says when something begins that has not begun: "to begin", "is to start", "will take effect"."""
    copula = verb.lemma == "be" and verb.tag in ("VBD", "VBP", "VBZ")
    verb = next(iter(parse.kids(verb.i, "xcomp")), verb) if copula else verb
    if verb.lemma not in _WORDS.takes_effect or any(t.lower not in _INTO for t in parse.kids(verb.i, "dobj")):
        return False
    ahead = any(t.tag == "TO" or t.lower in ("shall", "will", "would") for t in parse.kids(verb.i, "aux"))
    return ahead or (verb.tag == "VBZ" and _on_weekday(parse, verb))


def _on_weekday(parse: Parse, verb: Token) -> bool:
    behind = [o for p in parse.kids(verb.i, "prep") if p.lower == "on" for o in parse.kids(p.i, "pobj")]
    return any(t.lower in weekdays() for t in (*behind, *parse.kids(verb.i, "npadvmod", "attr", "dobj")))


def is_ongoing(
    parse: Parse, chain: list[Token], words: StatusWords, *, today: bool = False, at_once: bool = False
) -> bool:
    """Tell whether the clause tells of something still under way.

    today: it names the day on which the text speaks. at_once: what it tells of is over when it is said, as an appeal is.
    """
    if not_over(parse, chain) or has_no_end(parse, chain) or _begun_today(parse, chain, today=today):
        return True
    for step, token in enumerate(chain):
        if token.lemma in ("be", "remain", "stay") and token.tag in ("VBP", "VBZ") and step == 0:
            return not is_held(parse, token)
        if step and (_under_way(parse, token, chain[step - 1]) or _begun(parse, token, chain[step - 1])):
            return True
        state = step < 2 and not at_once
        if token.pos in _VERBAL and (_progressive_now(parse, token) or perfect_since(parse, token, state=state)):
            return True
        if step == 0 and (
            _is_barred(parse, token) or _are_there(parse, token) or _busy_now(parse, token) or left_since(parse, token)
        ):
            return True
        if is_nth_day(parse, token) or (step == 0 and lasts_by_the_way(parse, token)):
            return True
        if (
            step
            and _keeps_on(parse, token, words)
            and chain[step - 1].dep in ("xcomp", "nsubj", "dobj", "prep", "acomp")
        ):
            return token.tag in ("VBP", "VBZ", "VBG") or modal(parse, token, _PERFECT)
        lasting = any(t.lower in words.ongoing_modifiers for t in modifiers(parse, token)) and not at_once
        if lasting and (not past_tense(parse, chain) or was_doing(parse, token) or _still_did(parse, token)):
            return True
        if token.pos in _NOMINAL and token.dep == "pobj" and _on_now(parse, token):
            return True
        if token.pos in _VERBAL and not (token.dep == "xcomp" and _keeps_on(parse, parse.tokens[token.head], words)):
            return False
    return False


def _begun_today(parse: Parse, chain: list[Token], *, today: bool) -> bool:
    """Tell whether something without a set end has been begun on the day of the text: "began a strike on Monday"."""
    verb = next((t for t in chain[:2] if t.lemma in _WORDS.begins and t.pos in _VERBAL), None)
    if verb is None or not any(t.lemma in _WORDS.open_ended for t in parse.kids(verb.i, "dobj", "nsubj", "xcomp")):
        return False
    clauses = (v for t in parse.kids(verb.i, "dobj") for v in parse.kids(t.i, "relcl"))
    if any(v.lemma in _WORDS.stops and not parse.kids(v.i, "neg") for v in clauses):
        return False  # "began a strike, which ended on Friday"
    perfect = any(t.lower in _PERFECT for t in parse.kids(verb.i, "aux"))  # "has begun a hunger strike"
    return not parse.kids(verb.i, "neg") and (today or perfect or verb.tag in ("VBP", "VBZ"))


def is_kept_up(parse: Parse, chain: list[Token]) -> bool:
    """Tell whether an order is told by what changes of it while it holds: "extended the curfew", "the curfew was eased"."""
    verb = next((t for t in chain[:2] if t.pos in _VERBAL and not parse.kids(t.i, "neg")), None)
    if verb is None or not past_tense(parse, [verb]):
        return False
    held = any(t.lemma in _WORDS.standing_orders for t in parse.kids(verb.i, "dobj", "nsubjpass"))
    return held and verb.lemma in (_WORDS.is_kept if chain[0].i == verb.i else _WORDS.loosens | _WORDS.is_kept)


def was_doing(parse: Parse, token: Token) -> bool:
    """Tell whether a past progressive only follows the tense of a report: "said that they were still searching".

    So in the passive: "said that the deaths were being investigated".
    """
    passive = token.tag == "VBN" and any(t.lower == "being" for t in parse.kids(token.i, "auxpass"))
    return (
        (token.tag == "VBG" or passive)
        and (token.dep == "ccomp" or parse.tokens[token.head].dep == "ccomp")
        and any(t.lower in ("was", "were") for t in parse.kids(token.i, "aux"))
    )


def _still_did(parse: Parse, verb: Token) -> bool:
    """Tell whether something was under way when last heard of: "were still searching on Friday", but not "when it rained"."""
    still = any(t.lower == "still" for t in parse.kids(verb.i, "advmod"))
    doing = verb.tag == "VBG" or any(t.lower == "being" for t in parse.kids(verb.i, "auxpass"))
    behind = any(
        t.lower in ("when", "until") for c in parse.kids(verb.i, "advcl") for t in parse.kids(c.i, "advmod", "mark")
    )
    was = any(t.lower in ("was", "were") for t in parse.kids(verb.i, "aux", "auxpass"))
    return still and doing and was and verb.dep in ("ROOT", "ccomp", "conj") and not behind


def goes_on_until(parse: Parse, chain: list[Token], words: StatusWords) -> bool:
    """Tell whether the future of what the clause tells of is that it goes on: "the strike will continue until Friday"."""
    if has_set_out(parse, chain[0]):
        return True
    if len(chain) < 2 or chain[0].pos not in _NOMINAL or chain[0].lemma.endswith("er"):
        return False  # "the hunger strikers will go on"
    if chain[0].dep not in ("nsubj", "nsubjpass"):
        return False
    definite = any(
        t.lower in ("the", "this", "their", "his", "her", "its", "our") for t in parse.kids(chain[0].i, "det", "poss")
    )
    lasts = chain[1].lemma in words.is_kept if chain[0].dep == "nsubjpass" else _keeps_on(parse, chain[1], words)
    return definite and lasts and modal(parse, chain[1], frozenset(("will", "'ll", "would")))


def _keeps_on(parse: Parse, verb: Token, words: StatusWords) -> bool:
    if verb.lemma in words.ongoing:
        return True
    return verb.lemma == "go" and any(t.lower == "on" for t in parse.kids(verb.i, "prt", "prep", "advmod"))


def _under_way(parse: Parse, verb: Token, below: Token) -> bool:
    """Tell whether the verb says of its subject that it is going on: "is under way", "is in force", "is in its third day"."""
    now = verb.tag in ("VBP", "VBZ") or enters_day(parse, verb)
    return below.dep in ("nsubj", "nsubjpass") and now and goes_on(parse, verb)


def _begun(parse: Parse, verb: Token, below: Token) -> bool:
    """Tell whether something has just begun: "talks have begun", "troops have started shelling"."""
    if verb.lemma not in ("begin", "start") or below.dep not in ("nsubj", "xcomp", "dobj"):
        return False
    auxiliaries = {t.lower for t in parse.kids(verb.i, "aux")}
    return verb.tag == "VBN" and bool(auxiliaries & _PERFECT)


def _progressive_now(parse: Parse, token: Token) -> bool:
    auxiliaries = {t.lower for t in parse.kids(token.i, "aux", "auxpass")}
    if token.tag == "VBG" and not auxiliaries and (token.dep == "ROOT" or _caption(parse, token)):
        return True
    if token.tag == "VBG":
        return bool(auxiliaries & {"is", "are", "am", "'re", "'s", "’re", "been", "'m"}) and "had" not in auxiliaries
    return token.tag == "VBN" and "being" in auxiliaries and bool(auxiliaries & {"is", "are"})


def _are_there(parse: Parse, verb: Token) -> bool:
    """Tell whether a state is told that lasts: "thousands are gathered in the square", "the road remains blocked"."""
    if any(t.lower in _STAY for t in parse.kids(verb.i, "auxpass")):
        return True
    now = any(t.lower in ("are", "is") for t in parse.kids(verb.i, "aux"))
    return verb.tag == "VBN" and now and bool(parse.kids(verb.i, "nsubj"))


def _is_barred(parse: Parse, verb: Token) -> bool:
    """Tell whether a ban stands: "rallies are forbidden for a month"."""
    now = any(t.lower in ("are", "is") for t in parse.kids(verb.i, "auxpass"))
    return verb.lemma in _WORDS.bars and verb.tag == "VBN" and now and not parse.kids(verb.i, "aux")


def _busy_now(parse: Parse, verb: Token) -> bool:
    """Tell whether people are at it while they have done more: "detectives investigating the raid have freed a man"."""
    noun = parse.tokens[verb.head]
    if verb.tag != "VBG" or verb.dep != "acl" or noun.dep not in ("nsubj", "nsubjpass"):
        return False
    return perfect(parse, parse.tokens[noun.head]) or parse.tokens[noun.head].tag in ("VBP", "VBZ")


def _caption(parse: Parse, token: Token) -> bool:
    """Tell whether a participle stands for the verb of a sentence without one: "People visiting the tomb"."""
    return token.dep == "acl" and parse.tokens[token.head].dep == "ROOT"


def _on_now(parse: Parse, noun: Token) -> bool:
    """Tell whether the noun stands in "are on strike", "has been under siege since May"."""
    preposition = parse.tokens[noun.head]
    verb = parse.tokens[preposition.head]
    state = preposition.lower in ("on", "in") or (preposition.lower == "under" and preposition.i > verb.i)
    return state and (
        verb.lower in ("are", "is", "remain", "remains")
        or (verb.lower == "been" and perfect_since(parse, verb, state=True))
    )
