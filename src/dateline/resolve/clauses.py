"""Which clause a word stands in and what its verb says of time, from the parse alone."""

from __future__ import annotations

from collections.abc import Collection
from itertools import takewhile

from dateline.records import Parse, Span, Token
from dateline.reference.calendar_words import later_ordinals
from dateline.reference.coding import coding_words
from dateline.reference.resolving import resolving_words

VERBS = ("VERB", "AUX")
MODIFIERS = ("relcl", "acl")  # a clause that tells of a noun: background, neither takes nor gives the narrative's time
_RANKS = later_ordinals() | {"first", "latest"}
_WORDS = resolving_words().times
_AGAINST = coding_words().verbs.protesting
_AGREED_ON = ("on", "to", "upon")
_IN_THE_COURSE = ("amid", "during", "in")
_ABOUT = ("about", "against", "for", "into", "over")
_BEFORE_NOUN = ("amod", "compound", "det", "nmod", "nummod", "poss")  # "det": of "the 6 May" the article is the head
_NOUNS = ("NOUN", "PROPN")
_CHARGED_WITH = ("in", "of", "with")
_WORDS_BETWEEN = 2  # "the 1998 embassy car bombing"
SHARING = ("xcomp", "ccomp", "conj", "aux")  # clauses below a verb whose time is the verb's too


def clause_verb(parse: Parse, token: Token) -> Token | None:
    """Return the verb of the clause that a token stands in: itself or the nearest verb above."""
    if token.pos in VERBS:
        return token
    return next((t for t in parse.ancestors(token.i) if t.pos in VERBS), None)


def made_to(parse: Parse, verb: Token) -> Token:
    """Return the verb that has somebody do what a bare infinitive says ("let them go", "made it stop"): their time is one."""
    bare = verb.tag == "VB" and not parse.kids(verb.i, "aux", "mark")
    return parse.tokens[verb.head] if bare and verb.dep in ("ccomp", "xcomp") else verb


def hangs_on(parse: Parse, token: Token, head: Token) -> bool:
    """Tell whether a token depends on another, with no verb between."""
    for above in (token, *parse.ancestors(token.i)):
        if above.i == head.i:
            return True
        if above.pos in VERBS:
            return False
    return False


def stands_before(parse: Parse, day: Span, noun: Token) -> bool:
    """Tell whether a day stands inside a noun's own phrase: "the May 2019 shooting", "a Sunday night prayer service"."""
    inside = parse.inside(day)
    if not inside:
        return False
    first, last = inside[0].i, inside[-1].i
    between = parse.tokens[last + 1 : noun.i]
    opened = first > 0 and parse.tokens[first - 1].tag == "DT"
    near = 0 < noun.i - last <= _WORDS_BETWEEN + 1 and all(t.tag.startswith(("JJ", "NN")) for t in between)
    return opened and near and noun.tag.startswith(("NN", "VBG"))  # "the May 2019 shooting death"


def does(parse: Parse, noun: Token, verb: Token | None) -> bool:
    """Tell whether a relative clause tells of its noun itself ("the bombing that tore through a mosque on Friday")."""
    while verb is not None and verb.dep in ("xcomp", "acomp"):
        verb = parse.tokens[verb.head]
    if verb is None or verb.dep not in MODIFIERS or verb.head != noun.i:
        return False
    if verb.dep == "acl":
        starts = verb.tag == "VBG" and verb.lemma in _WORDS.holding  # "a strike beginning on Friday"
        return verb.tag == "VBN" or starts  # "a meeting set for Friday"
    if verb.lemma in _WORDS.holding and any(t.lower in ("that", "which") for t in parse.kids(verb.i, "dobj")):
        return True  # "the strike that they had begun in May"
    return any(t.lower in ("that", "which") for t in parse.kids(verb.i, "nsubj", "nsubjpass"))


def begins(parse: Parse, noun: Token, verb: Token | None) -> bool:
    """Tell whether a relative clause says when its noun begins: "a strike that is due to start on Friday", "set for Friday"."""
    inner = verb.lemma if verb is not None else ""
    return does(parse, noun, verb) and inner in _WORDS.holding


def starts_at(parse: Parse, verb: Token | None, trigger: Token, starting: Collection[str]) -> bool:
    """Tell whether a verb says when a trigger's happening starts: "declared a curfew, to begin", "agreed a truce starting on".

    starting: verbs of beginning.
    """
    if verb is None or verb.lemma not in starting:
        return False
    clause = parse.tokens[verb.head] if verb.dep == "xcomp" and verb.tag != "VBG" else verb  # "is to start"
    above = parse.tokens[clause.head]
    if clause.dep not in (*MODIFIERS, "advcl") and clause.tag != "VBG":
        return False
    return above.i in (trigger.i, trigger.head) or hangs_on(parse, above, trigger)


def goes_on_from(parse: Parse, saying: Token, verb: Token) -> bool:
    """Tell whether whoever says something then does more in the same breath: "said on Friday that ... and called for"."""
    subjects = parse.kids(verb.i, "nsubj", "nsubjpass")
    same = all(t.lower in ("he", "she", "it", "they") for t in subjects)
    return same and verb.dep == "conj" and verb.head == saying.i


def is_cause(parse: Parse, trigger: Token, leads: Collection[str]) -> bool:
    """Tell whether a trigger names what its clause's act is for, earlier than it ("expelled them over the arrest of ...").

    leads: the prepositions that say so, or the noun before one ("in connection with the bombing").
    """
    if trigger.pos in VERBS:
        above = parse.tokens[trigger.head]
        verb = parse.tokens[above.head]
        charged = above.lower in _CHARGED_WITH and verb.dep == "acl" and verb.lemma in _WORDS.charging
        return trigger.dep == "pcomp" and (above.lower in leads or charged)
    nouns = list(takewhile(lambda t: t.pos not in VERBS, parse.ancestors(trigger.i)))
    if nouns and nouns[-1].lower == "into":  # "opened an inquiry on Monday into the attack"
        nouns += parse.kids(nouns[-1].head, "dobj", "nsubjpass")
    if any(t.lower in leads and t.pos in ("ADP", "SCONJ", "NOUN") for t in nouns) or is_objected_to(parse, trigger):
        return True
    link = nouns[-1] if nouns else trigger
    above = parse.tokens[link.head]
    if len(nouns) > 1 and link.dep == "dobj":
        link = nouns[-2]  # "charged a man with murder"
    charged = link.dep == "prep" and link.lower in _CHARGED_WITH and above.lemma in _WORDS.charging
    return charged or any(t.lower == "guilty" for t in nouns)  # "was charged with murder on Monday"


def happens_in(parse: Parse, verb: Token, noun: Token) -> bool:
    """Tell whether a noun says in the course of what a verb's deed was done: "was shot during a raid on 28 March"."""
    link = parse.tokens[noun.head]
    inside = noun.dep == "pobj" and link.lower in _IN_THE_COURSE
    last = parse.tokens[link.head]
    while last.dep == "conj" and last.i != verb.i and not parse.kids(last.i, "nsubj", "nsubjpass"):
        last = parse.tokens[last.head]  # "was shot and wounded during"
    return inside and verb.pos in VERBS and last.i == verb.i


def is_objects_day(parse: Parse, day: Token, trigger: Token) -> bool:
    """Tell whether a day is that of what a noun is about: "the march over Sunday's vote", not "the killing in Friday's raid".

    So is that before its noun: "an inquiry into the 6 May fire".
    """
    owner = parse.tokens[day.head]
    if day.dep not in _BEFORE_NOUN or owner.pos not in _NOUNS or owner.i in (trigger.i, day.i):
        return False
    links = [t for t in takewhile(lambda t: t.i != trigger.i, parse.ancestors(day.i)) if t.dep == "prep"]
    return bool(links) and links[-1].lower in _ABOUT


def is_objected_to(parse: Parse, trigger: Token) -> bool:
    """Tell whether a noun names what people protest against or condemn: "marched on Friday against the arrest of a priest".

    When they do that tells nothing of when it was.
    """
    if trigger.pos in VERBS:
        return False
    noun = trigger
    while noun.dep == "pobj" and parse.tokens[noun.head].lower == "of":
        noun = parse.tokens[parse.tokens[noun.head].head]  # "a wave of arrests"
    above = parse.tokens[noun.head]
    if noun.dep == "dobj":
        return above.lemma in _AGAINST
    protest = parse.tokens[above.head]
    staged = (
        *parse.kids(protest.i, "dobj"),
        *(o for p in parse.kids(protest.i, "prep") for o in parse.kids(p.i, "pobj")),
    )
    acts = {protest.lemma, *(t.lemma for t in staged if t.i < noun.i)}  # "held a march against", "are on strike over"
    by_link = {
        "against": _AGAINST | _WORDS.demonstrating,
        "at": _WORDS.angry,
        "over": _WORDS.angry | _WORDS.demonstrating,
    }
    return noun.dep == "pobj" and bool(acts & by_link.get(above.lower, frozenset()))


def is_charge(parse: Parse, deed: Token, charging: Token) -> bool:
    """Tell whether a verb says what somebody is accused or suspected of by another ("accused them of burning farms")."""
    link = parse.tokens[deed.head]
    return deed.dep == "pcomp" and link.head == charging.i and charging.lemma in _WORDS.charging


def comes_after(parse: Parse, trigger: Token, following: Collection[str], after: Collection[str]) -> Token | None:
    """Return the verb that says what a noun comes after, its subject: "the raid followed an attack", "came after an attack".

    following: the verbs that say so alone; after: the words behind "come" and "be".
    """
    verb = parse.tokens[trigger.head]
    if trigger.dep != "nsubj" or trigger.pos in VERBS:
        return None
    follows = verb.lemma in following and parse.kids(verb.i, "dobj")
    behind = verb.lemma == "come" and any(
        t.lower in after for below in (verb, *parse.kids(verb.i, "advcl")) for t in parse.kids(below.i, "prep", "mark")
    )
    return verb if follows or behind else None


def is_agreed_on(parse: Parse, trigger: Token) -> bool:
    """Tell whether a noun names what parties agree on: "agreed on Tuesday on a swap", whose day is another."""
    nouns = [trigger, *takewhile(lambda t: t.pos not in VERBS, parse.ancestors(trigger.i))]
    link = nouns[-1]
    on = trigger.pos not in VERBS and link.dep == "prep" and link.lower in _AGREED_ON
    return on and parse.tokens[link.head].lemma == "agree"


def opened_after(parse: Parse, trigger: Token, after: Collection[str]) -> Token | None:
    """Return the head of what stands behind an "after" around a trigger, a clause's verb or a noun, or None.

    after: the words that open it. Not where they say how soon: "hours after the raid".
    """
    for above in (trigger, *parse.ancestors(trigger.i)):
        head = parse.tokens[above.head]
        if above.dep == "advcl":
            link = next((t for t in parse.kids(above.i, "mark") if t.lower in after), None)
        else:
            link = head if above.dep in ("pobj", "pcomp") and head.lower in after else None
        if link is not None:
            return None if parse.tokens[link.i - 1].dep in ("advmod", "npadvmod") else above
        if above.dep not in ("conj", "pobj", "prep", "pcomp"):
            return None
    return None


def lays_blame(parse: Parse, trigger: Span) -> bool:
    """Tell whether a trigger only says who is blamed: "blamed", "held the rebels responsible"."""
    words = parse.inside(trigger)
    return any((t.pos in VERBS and t.lemma == "blame") or t.lower == "responsible" for t in words)


def is_record(parse: Parse, noun: Token) -> bool:
    """Tell whether a noun is counted among others of its kind: "the deadliest attack since May", "the first march since".

    The rank may stand alone: "the largest since June".
    """
    ranked = [noun, *(t for kid in parse.kids(noun.i, "amod") for t in (kid, *parse.kids(kid.i)))]
    ranks = (t for t in ranked if t.tag in ("JJS", "RBS") or (t.i != noun.i and t.lower in _RANKS))
    return any(parse.tokens[t.i - 1].lower != "at" for t in ranks)  # "at least 60 people since June" is no rank


def is_below(parse: Parse, verb: Token, above: Token) -> bool:
    """Tell whether a verb hangs on another, straight or as what a verb joined to it is about ("met and agreed to leave")."""
    at = parse.tokens[verb.head]
    while verb.dep == "xcomp" and at.dep == "conj" and at.i != above.i:
        at = parse.tokens[at.head]
    return at.i == above.i


def goes_its_own_way(parse: Parse, clause: Token, before: Token) -> bool:
    """Tell whether a joined clause with its own subject is told in another tense ("shelled the port, and aid has come")."""
    joined = clause.dep == "conj" and clause.head == before.i
    own = parse.kids(clause.i, "nsubj", "nsubjpass") or is_perfect(parse, clause)
    return joined and bool(own) and _outlook(parse, clause) != _outlook(parse, before)


def _outlook(parse: Parse, verb: Token) -> str:
    if any(t.tag == "MD" for t in parse.kids(verb.i, "aux")):
        return "modal"
    return "perfect" if is_perfect(parse, verb) else "told"


def in_modifier(parse: Parse, verb: Token) -> bool:
    """Tell whether a verb stands in a clause that tells of a noun ("who was held", "arrested in May")."""
    while True:
        if verb.dep in MODIFIERS:
            return True
        if verb.dep not in ("conj", "xcomp") or verb.head == verb.i:
            return False
        verb = parse.tokens[verb.head]


def modifier_root(parse: Parse, verb: Token) -> int:
    """Return the index of the verb that heads the noun's clause around a verb, -1 outside of such."""
    seen = verb
    while True:
        if seen.dep in MODIFIERS or (seen.dep == "amod" and seen.i != verb.i):
            return seen.i  # "who were freed", "a march due to begin on Friday"
        if seen.head == seen.i or seen.dep not in ("acomp", "conj", *SHARING):
            return -1
        seen = parse.tokens[seen.head]


def stands_beside(parse: Parse, clause: Token, verb: Token) -> bool:
    """Tell whether a clause that the parse hangs on a later verb only stands before it ("X fell; Y rose")."""
    return clause.dep == "ccomp" and clause.i < verb.i and bool(parse.kids(clause.i, "nsubj", "nsubjpass"))


def opening_when(parse: Parse, verb: Token) -> Token | None:
    """Return the "when" that opens a verb's clause, or that of the verb which it completes ("when men are to march"), or None."""
    above = parse.tokens[verb.head] if verb.dep == "xcomp" else verb
    beside = (*parse.kids(verb.i, "advmod"), *parse.kids(above.i, "advmod"))
    return next((t for t in beside if t.lower == "when" and t.i < verb.i), None)


def is_past_passive(parse: Parse, verb: Token) -> bool:
    """Tell whether a verb says what was done by then, not what goes on ("were arrested", "arrested in town")."""
    auxiliaries = parse.kids(verb.i, "aux", "auxpass")
    if verb.tag != "VBN" or (any(a.lemma == "have" and a.dep == "aux" for a in auxiliaries) and len(auxiliaries) == 1):
        return False
    return not any(a.tag in ("VBZ", "VBP", "VBG") and a.lemma == "be" for a in auxiliaries)


def is_perfect(parse: Parse, verb: Token) -> bool:
    """Tell whether a verb is in the present perfect."""
    return any(a.lemma == "have" and a.tag in ("VBZ", "VBP") for a in parse.kids(verb.i, "aux"))


def is_told_before(parse: Parse, verb: Token, later: Token) -> bool:
    """Tell whether a verb says what has been done, and one joined to it what was: "has sent troops and on Sunday raided"."""
    told = later.tag == "VBD" or bool(parse.kids(later.i, "nsubj", "nsubjpass"))
    joined = later.dep == "conj" and later.head == verb.i
    return joined and told and is_perfect(parse, verb) and not is_perfect(parse, later)


def is_pluperfect(parse: Parse, verb: Token) -> bool:
    """Tell whether a verb is in the past perfect."""
    return any(a.lemma == "have" and a.tag == "VBD" for a in parse.kids(verb.i, "aux"))


def is_present(parse: Parse, verb: Token) -> bool:
    """Tell whether a verb is in the present: itself, or by its auxiliaries ("are blocking", "is held")."""
    return verb.tag in ("VBZ", "VBP") or any(
        a.tag in ("VBZ", "VBP") and a.lemma != "have" for a in parse.kids(verb.i, "aux", "auxpass")
    )
