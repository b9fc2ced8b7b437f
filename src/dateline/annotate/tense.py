"""When the clause around an expression takes place, by its verb: what a bare weekday or month is counted by."""

from __future__ import annotations

from itertools import takewhile
from typing import Literal

from dateline.records import Parse, Span, Token
from dateline.reference.calendar_words import weekdays
from dateline.reference.times import TimeGrammar, said_verb

Tense = Literal["past", "present", "future"]


def governor(parse: Parse, span: Span) -> Token | None:
    """Return the verb whose clause the expression stands in, or the noun it hangs on where there is none."""
    head = parse.head_of(span)
    if head is None:
        return None
    last = head
    for token in parse.ancestors(head.i):
        last = token
        if token.pos in ("VERB", "AUX"):
            return said_verb(parse, token, span.start) or token
    return last


def tense_of(parse: Parse, verb: Token | None, grammar: TimeGrammar, span: Span | None = None) -> Tense:
    """Return the tense of a verb; "past" where nothing tells. span: the expression that is to be counted."""
    words = grammar.words
    seen = 0
    while verb is not None and seen < 6:
        seen += 1
        auxiliaries = parse.kids(verb.i, "aux", "auxpass")
        if verb.lemma in words["reporting"] and verb.tag in ("VBZ", "VBP"):
            return "past"
        judged = verb.lemma in words["judging_words"] and span is not None and verb.start < span.start
        if judged or (span is not None and _is_since(parse, verb, grammar, span)):
            return "past"
        if any(aux.tag == "MD" for aux in auxiliaries):
            return "past" if any(aux.lemma == "have" for aux in auxiliaries) else "future"
        if _plans(parse, verb, grammar):
            aside = span is not None and _is_aside(parse, verb, grammar, span)
            if verb.tag == "VBD" and parse.kids(verb.i, "nsubj") and (_dates(parse, verb, grammar, span) or aside):
                return "past"  # "promised on Thursday two million"
            done = not auxiliaries and verb.tag in ("VBN", "VBD")
            return "present" if done else "future"  # "a vote first set for 5 February": near, before or after
        due = verb.tag in ("VBD", "VBN") and span is not None and _is_due(parse, verb, grammar, span)
        if due or _is_condition(parse, verb):
            return "future"  # "if it is not paid by Friday, the union will strike"
        if any(aux.tag == "TO" for aux in auxiliaries) and all(aux.lemma != "have" for aux in auxiliaries):
            if any(aux.tag in ("VBZ", "VBP") for aux in auxiliaries):
                return "future"  # "is to be signed"
            if _is_meant(parse, verb, grammar) or _is_to_start(parse, verb, grammar):
                return "future"  # "threatened to close the port on October 28"
            if span is not None and _is_to(parse, verb):
                by_week = any(t.lower in weekdays() for t in parse.inside(span))
                return "future" if by_week else "present"  # "was to open on March 6": the nearest
            verb = _above(parse, verb, grammar)
            continue
        if not auxiliaries and _goes_on(parse, verb):
            verb = _above(parse, verb, grammar)
            continue
        if any(aux.tag in ("VBD", "VBN") or aux.lemma == "have" for aux in auxiliaries):
            return "past"
        if verb.tag in ("VBD",) or (verb.tag == "VBN" and not auxiliaries):
            return "past"
        if any(aux.tag in ("VBZ", "VBP") for aux in auxiliaries):
            return "past" if verb.tag == "VBN" else "future" if verb.tag == "VB" else "present"
        if verb.tag in ("VBZ", "VBP"):
            if span is not None and _comes_after(parse, verb, grammar, span):
                return "past"
            return "future" if _has_plan(parse, verb, grammar) else "present"
        verb = _above(parse, verb, grammar)
    return "past"


def _is_since(parse: Parse, verb: Token, grammar: TimeGrammar, span: Span) -> bool:
    """Tell whether a time closes what a verb tells to have lasted since: "lift the ban in force since the riots in May"."""
    head = parse.head_of(span)
    since = [t for t in parse.kids(verb.i, "prep") if t.lower in grammar.words["since_words"]]
    if head is None or not since or not verb.i < since[-1].i < head.i:
        return False
    return all(t.pos != "VERB" and t.text not in ",;" for t in parse.tokens[since[-1].i : head.i])


def calls(parse: Parse, verb: Token, grammar: TimeGrammar, span: Span) -> bool:
    """Tell whether a time behind what somebody has called, invited to or foiled is still ahead ("has called a strike on Friday").

    In the simple past only what people are invited to: "called a vote on Friday" may say when it was called.
    """
    if verb.lemma not in grammar.words["calling_words"]:
        return False
    had = any(a.lemma == "have" and (a.tag != "VBD" or verb.dep == "ccomp") for a in parse.kids(verb.i, "aux"))
    called = [t for t in parse.kids(verb.i, "dobj") if had and _is_news(parse, t, verb, grammar)] + [
        o
        for p in parse.kids(verb.i, "prep")
        if p.lower in grammar.words["ahead_leads"]
        for o in parse.kids(p.i, "pobj")
    ]
    return any(verb.i < t.i and t.start < span.start for t in called)


def announces(parse: Parse, verb: Token | None, grammar: TimeGrammar, span: Span) -> bool:
    """Tell whether a time behind what is announced, called or voted for may be when that is: "voted for a strike on 4 May".

    So may the time at which something is said to be "starting" or "beginning": "gave notice of a strike starting on 4 May".
    """
    words = grammar.words
    if verb is None:
        return False
    if verb.tag == "VBG" and verb.lemma in words["starting_words"]:
        return verb.dep == "acl" and not parse.kids(verb.i, "dobj", "aux")
    if verb.lemma not in words["calling_words"] | words["voting_words"]:
        return False
    behind = [o for p in parse.kids(verb.i, "prep") if p.lower in words["ahead_leads"] for o in parse.kids(p.i, "pobj")]
    nouns = behind if verb.lemma in words["voting_words"] else parse.kids(verb.i, "dobj", "nsubjpass")
    return any(t.start < span.start > verb.start and not _is_known(parse, t, grammar) for t in nouns)


def _is_known(parse: Parse, noun: Token, grammar: TimeGrammar) -> bool:
    known = grammar.words["definite"]
    return any(t.dep == "poss" or t.lower in known for t in parse.kids(noun.i, "det", "poss"))


def _is_news(parse: Parse, noun: Token, verb: Token, grammar: TimeGrammar) -> bool:
    """Tell whether what is announced is not known yet: "has announced a march on Sunday", unlike "announced the arrest"."""
    return verb.lemma not in grammar.words["announcing_words"] or not _is_known(parse, noun, grammar)


def is_planned(parse: Parse, span: Span, grammar: TimeGrammar) -> bool:
    """Tell whether a time hangs on a noun that names something planned ("a planned rally on Tuesday was called off")."""
    head = parse.head_of(span)
    nouns = takewhile(lambda t: t.pos not in ("VERB", "AUX"), parse.ancestors(head.i)) if head is not None else ()
    return any(t.lower in grammar.words["planning_words"] for noun in nouns for t in parse.kids(noun.i, "amod"))


def is_sudden(parse: Parse, span: Span, grammar: TimeGrammar) -> bool:
    """Tell whether a time belongs to a noun of what nobody announces: "responsibility for Monday's attack"."""
    head = parse.head_of(span)
    if head is None or head.dep not in ("compound", "nmod", "poss"):
        return False
    noun = parse.tokens[head.head]
    meant = any(t.lower in grammar.words["planning_words"] for t in parse.kids(noun.i, "amod"))
    return noun.lemma in grammar.words["sudden_words"] and not meant


def starts_then(parse: Parse, verb: Token | None, lead: str, grammar: TimeGrammar) -> bool:
    """Tell whether a time says when that begins which was called, agreed or ordered: "called a strike from Friday".

    lead: the word before the time. "Starting on Friday" and "beginning on Friday" say the same.
    """
    words = grammar.words
    if verb is not None and verb.tag == "VBG" and verb.lemma in words["starting_words"]:
        above = parse.tokens[verb.head]
        starts = verb.dep in ("acl", "advcl", "xcomp") and not parse.kids(verb.i, "dobj", "aux")
        verb = next((t for t in (above, *parse.ancestors(above.i)) if t.pos == "VERB"), None) if starts else None
    elif lead not in words["from_words"]:
        return False
    return verb is not None and verb.lemma in words["ordering_words"]


def lasts_now(parse: Parse, verb: Token) -> bool:
    """Tell whether a verb tells what holds now: "stay", "have been shut", unlike "stayed", "had been shut"."""
    finite = [verb, *parse.kids(verb.i, "aux", "auxpass")]
    return any(t.tag in ("VBZ", "VBP") for t in finite)


def is_under_way(parse: Parse, verb: Token) -> bool:
    """Tell whether a verb tells what went on or had been done at a past time ("were throwing", "had gone")."""
    auxiliaries = parse.kids(verb.i, "aux")
    return any(a.tag == "VBD" and (a.lemma == "have" or verb.tag == "VBG") for a in auxiliaries)


def _is_condition(parse: Parse, verb: Token) -> bool:
    """Tell whether a present clause with "if" or "unless" leads to something yet to come."""
    opened = any(t.lower in ("if", "unless", "once", "until") for t in parse.kids(verb.i, "mark", "advmod"))
    now = verb.tag in ("VBZ", "VBP") or any(t.tag in ("VBZ", "VBP") for t in parse.kids(verb.i, "aux", "auxpass"))
    above = parse.tokens[verb.head]
    return opened and now and any(t.tag == "MD" for t in parse.kids(above.i, "aux"))


def _is_due(parse: Parse, verb: Token, grammar: TimeGrammar, span: Span) -> bool:
    """Tell whether a weekday is that on which something was due ("the talks had been due in Bern on Thursday")."""
    by_week = any(t.lower in weekdays() for t in parse.inside(span))
    behind = (t for t in parse.kids(verb.i, "acomp") if verb.i < t.i and t.start < span.start)
    return by_week and verb.lemma == "be" and any(_plans(parse, t, grammar) for t in behind)


def _is_meant(parse: Parse, verb: Token, grammar: TimeGrammar) -> bool:
    """Tell whether an infinitive says what somebody means, asks or is asked to do."""
    above = parse.tokens[verb.head]
    return verb.dep in ("xcomp", "ccomp", "acl") and above.lemma in grammar.words["intent_words"]


def _is_to(parse: Parse, verb: Token) -> bool:
    """Tell whether an infinitive says what was arranged: "another 60 were to be sent home on Tuesday"."""
    above = parse.tokens[verb.head]
    bare = above.lemma == "be" and above.i < verb.i and not parse.kids(above.i, "attr", "acomp", "expl", "aux")
    return verb.dep == "xcomp" and bare


def _is_to_start(parse: Parse, verb: Token, grammar: TimeGrammar) -> bool:
    """Tell whether an infinitive dates what was decreed or agreed: "declared a curfew, to begin on Friday"."""
    agreed = parse.tokens[verb.head].lemma in grammar.words["ordering_words"]
    apart = agreed or verb.dep == "acl" or (parse.tokens[verb.i - 2].text == "," if verb.i > 1 else False)
    into = all(t.lower in ("effect", "force") for t in parse.kids(verb.i, "dobj"))
    return verb.lemma in grammar.words["starting_words"] and verb.dep in ("acl", "advcl") and apart and into


def _goes_on(parse: Parse, verb: Token) -> bool:
    """Tell whether a joined verb shares the auxiliary before it ("will be drafted in May and signed in June")."""
    if verb.dep != "conj" or parse.kids(verb.i, "nsubj", "nsubjpass"):
        return False
    shared = any(aux.tag in ("MD", "TO") for aux in parse.kids(parse.tokens[verb.head].i, "aux", "auxpass"))
    return verb.tag == "VBN" or (verb.tag in ("VB", "VBD") and shared)


def _above(parse: Parse, verb: Token, grammar: TimeGrammar) -> Token | None:
    """Return the next verb above, or the word of a plan."""
    return next((t for t in parse.ancestors(verb.i) if t.pos in ("VERB", "AUX") or _plans(parse, t, grammar)), None)


def _plans(parse: Parse, token: Token, grammar: TimeGrammar) -> bool:
    """Tell whether a word is one of plans; "set" only with "for" or "to" behind, unlike "set free", "set on fire"."""
    words = grammar.words
    if token.lemma in words["plans_with_lead"]:
        behind = parse.tokens[token.i + 1 : token.i + 2]
        return any(t.lower in words["ahead_leads"] for t in behind)
    return token.lower in words["future_words"] or (token.pos == "VERB" and token.lemma in words["future_words"])


def _dates(parse: Parse, verb: Token, grammar: TimeGrammar, span: Span | None) -> bool:
    """Tell whether the expression stands before the verb or right behind it: it dates the promise, not what is promised.

    A weekday further behind dates a promise, too: "promised tents on Saturday".
    """
    if span is None:
        return False
    head, given = parse.head_of(span), parse.kids(verb.i, "dobj")
    if head is not None and verb.lemma in grammar.words["pledging_words"] and parse.tokens[head.head].lower == "on":
        return bool(given) and all(t.lemma not in grammar.words["promised_deeds"] for t in given)
    between = [t for t in parse.tokens[verb.i + 1 : verb.i + 3] if t.start < span.start]
    return span.end <= verb.start or (all(t.pos == "ADP" and t.lower == "on" for t in between) and len(between) < 2)


def _is_aside(parse: Parse, verb: Token, grammar: TimeGrammar, span: Span) -> bool:
    """Tell whether a time stands in a phrase that tells what went on beside a verb ("promised aid during a visit on Tuesday")."""
    head = parse.head_of(span)
    below = takewhile(lambda t: t.i != verb.i, parse.ancestors(head.i)) if head is not None else ()
    return any(t.head == verb.i and t.lower in grammar.words["aside_leads"] for t in below)


def _comes_after(parse: Parse, verb: Token, grammar: TimeGrammar, span: Span) -> bool:
    """Tell whether a present verb says what something comes after, and the expression when that was.

    "follows the arrest of two men on Friday", "comes after two raids on Friday", "is a reply to the raid on Friday".
    """
    head, words = parse.head_of(span), grammar.words
    if head is None:
        return False
    before = [t for t in parse.kids(verb.i) if verb.i < t.i < head.i]
    if verb.lemma in words["following_words"] and any(t.dep == "dobj" for t in before):
        return True
    if verb.lemma == "come" and any(t.dep == "prep" and t.lower in words["after_words"] for t in before):
        return True
    nouns = [*takewhile(lambda t: t.i != verb.i, parse.ancestors(head.i)), *before]
    nouns += [noun for t in before for noun in parse.kids(t.i, "pobj")]
    of = [t for noun in nouns if _is_outcome(noun, grammar) for t in parse.kids(noun.i, "prep")]
    return any(t.lower in words["outcome_leads"] and t.i < head.i for t in of)


def _is_outcome(noun: Token, grammar: TimeGrammar) -> bool:
    return noun.lemma in grammar.words["outcome_words"] and noun.dep in ("appos", "attr", "pobj")


def is_pluperfect(parse: Parse, verb: Token | None) -> bool:
    """Tell whether a verb tells what had been done before."""
    return verb is not None and any(a.lemma == "have" and a.tag == "VBD" for a in parse.kids(verb.i, "aux"))


def looks_back(parse: Parse, verb: Token | None) -> bool:
    """Tell whether a clause stands in one that looks back from the main verb: "resigned after it had become known that ..."."""
    while verb is not None and verb.dep in ("advcl", "ccomp", "xcomp"):
        if verb.dep == "advcl" and is_pluperfect(parse, verb):
            return True
        verb = parse.tokens[verb.head]
    return False


def _has_plan(parse: Parse, verb: Token, grammar: TimeGrammar) -> bool:
    """Tell whether a present verb leads to something yet to come ("is due", "is to meet", "wants to march")."""
    return any(
        _plans(parse, t, grammar)
        or (t.dep == "xcomp" and (t.tag == "VB" or any(a.tag == "TO" for a in parse.kids(t.i, "aux"))))
        for t in parse.kids(verb.i)
    )
