"""Where small parsers slip: clauses and subjects that they make of the wrong words, read as they are meant."""

from __future__ import annotations

from dateline.records import Parse, Token
from dateline.reference.aiming import is_at, shoots_at
from dateline.reference.coding import coding_words
from dateline.reference.roles import roles

_WORDS = coding_words()
_ARMED = ("COP", "GOV", "MIL")  # sectors of those who arrest and fire
_FIGHTERS = ("CRM", "REB", "UAF")  # of those who fire and are fired at
_PASSIVE_SUBJECT = ("nsubjpass", "csubjpass")
_AWAY = frozenset("away off out".split())
_PARTICLES = frozenset(("down", "off", "up"))
_TIMES = ("DATE", "TIME")


def is_had_done(parse: Parse, token: Token) -> bool:
    """Tell whether a participle says what is done to the object of another verb: "wants it banned"."""
    above = parse.tokens[token.head]
    return (
        (token.tag == "VBN" or (token.tag == "VBD" and above.lemma in _WORDS.verbs.never_telling))
        and token.dep in ("ccomp", "xcomp")
        and above.lemma in _WORDS.verbs.having_done
        and above.i < token.i
        and bool(parse.kids(token.i, "nsubj"))
        and not parse.kids(token.i, "aux", "mark")
    )


def is_for_clause(parse: Parse, token: Token) -> bool:
    """Tell whether the parser made a clause of "for" and a participle: "a vigil for the four men shot dead"."""
    return (
        token.tag in ("VBN", "VBD")
        and any(t.lower == "for" for t in parse.kids(token.i, "mark"))
        and bool(parse.kids(token.i, "nsubj"))
        and not parse.kids(token.i, "aux", "auxpass", "dobj")
    )


def is_bare_passive(parse: Parse, token: Token) -> bool:
    """Tell whether headlines and posts left out the auxiliary of a passive: "Two arrested", "Six people killed at a fair"."""
    if _is_gravely_hurt(parse, token):
        return True
    if (
        token.tag not in ("VBN", "VBD")
        or token.lemma not in _WORDS.harm.needing_object
        or token.dep in ("relcl", "amod")
    ):
        return False
    own = parse.kids(token.i, "nsubj")
    beside = (token, *parse.kids(token.i, "conj"))
    acting = any(
        parse.kids(t.i, "dobj", "obj", "dative", "ccomp", "xcomp")
        or any(not parse.kids(p.i, "pobj") for p in parse.kids(t.i, "prt"))  # "abducted off Lagos"
        or _goes_on_with_noun(parse, t)
        or _aims_in_disguise(parse, t)
        for t in beside
    )
    if not own or own[-1].i > token.i or own[-1].pos == "PRON" or acting or parse.kids(token.i, "aux"):
        return False
    counted = own[-1].pos == "NUM" or parse.kids(own[-1].i, "nummod")
    if shoots_at(parse, token) or (not counted and is_at(parse, token) and _fights(own[-1])):
        return False
    return bool(counted) or roles().sector(own[-1].lemma) not in _ARMED  # "Police detained on Monday the editor"


def _is_gravely_hurt(parse: Parse, verb: Token) -> bool:
    """Tell whether a headline says how badly somebody was hurt, and where: "Mayor fatally shot outside home"."""
    harm = _WORDS.harm
    suffered = verb.lemma in harm.needing_object or verb.lemma in harm.doing_gravely
    if verb.tag not in ("VBN", "VBD") or not suffered or parse.tokens[verb.i - 1].lower not in harm.gravely:
        return False
    own = [t for t in parse.kids(verb.i, "nsubj") if t.i < verb.i and t.pos != "PRON"]
    following = parse.tokens[verb.i + 1 : verb.i + 2]
    ends = not following or following[0].sentence != verb.sentence or following[0].pos in ("ADP", "PUNCT", "SCONJ")
    return bool(own) and ends and not parse.kids(verb.i, "aux")


def _aims_in_disguise(parse: Parse, verb: Token) -> bool:
    """Tell whether hidden people do what stands before "at": "masked men shot at the house", but "two men shot at a fair"."""
    hidden = (t for own in parse.kids(verb.i, "nsubj") for t in parse.kids(own.i, "amod"))
    at = parse.kids(verb.i + 1, "pobj") if is_at(parse, verb) else []
    return any(parse.kids(o.i, "det", "poss") for o in at) and any(t.lower in _WORDS.harm.disguised for t in hidden)


def _fights(noun: Token) -> bool:
    return roles().sector(noun.lemma) in _FIGHTERS


def is_second_passive(parse: Parse, token: Token) -> bool:
    """Tell whether a second passive shares the auxiliary of the first: "shops were looted and cars set ablaze"."""
    first = parse.tokens[token.head]
    own = parse.kids(token.i, "nsubj")
    listed = (
        token.tag == "VBN" or token.lemma in _WORDS.harm.needing_object
    )  # "was raided, its editor led away, its press impounded"
    return (
        token.dep == "conj"
        and listed
        and first.tag == "VBN"
        and (bool(parse.kids(first.i, "auxpass")) or (first.head < first.i and is_second_passive(parse, first)))
        and bool(own)
        and own[-1].pos != "PRON"
        and not parse.kids(token.i, "aux", "auxpass", "dobj", "ccomp", "xcomp", "mark")
    )


def _behind(parse: Parse, verb: Token) -> int:
    """Return where what follows a verb begins, "dead" of "shot dead" and "away" of "dragged away" left out."""
    beside = [*parse.kids(verb.i, "acomp", "oprd"), *parse.kids(verb.i, "prt", "advmod")]
    beside = [t for t in beside if not parse.kids(t.i, "pobj")]
    return verb.i + 1 + sum(1 for t in beside if t.i == verb.i + 1 and (t.tag == "JJ" or t.lower in _AWAY))


def _goes_on_with_noun(parse: Parse, verb: Token) -> bool:
    """Tell whether a noun phrase that is no time stands right behind a verb."""
    at = _behind(parse, verb)
    phrase = (t for t in parse.tokens[at : at + 1] if t.sentence == verb.sentence and not is_time(t))
    return any(t.pos in ("DET", "NOUN", "NUM", "PRON", "PROPN") or t.entity == "CARDINAL" for t in phrase)


def measured(parse: Parse, verb: Token) -> list[Token]:
    """Return the object that the parser took for a measure or a predicate: "they recaptured nine", "police held ten drivers"."""
    if verb.lemma not in _WORDS.harm.needing_object:
        return []
    at, heads = _behind(parse, verb), {verb.i, *(t.i for t in parse.kids(verb.i, "prep"))}
    counted = [t for i in heads for t in parse.kids(i, "npadvmod", "attr", "oprd") if t.pos in ("NOUN", "NUM")]
    return [t for t in counted if parse.subtree(t.i)[0] == at and not is_time(t) and (t.pos == "NUM" or t.tag == "NNS")]


def behind_particle(parse: Parse, verb: Token) -> list[Token]:
    """Return the object that the parser hung on a particle read as a preposition: "burned down the chapel"."""
    behind = parse.tokens[verb.i + 1 : verb.i + 2]
    if (
        verb.lemma not in _WORDS.verbs.with_particle
        or not behind
        or behind[0].lower not in _PARTICLES
        or behind[0].head != verb.i
    ):
        return []
    return parse.kids(behind[0].i, "pobj")


def is_main_verb(parse: Parse, token: Token) -> bool:
    """Tell whether the parser took the main verb of a sentence for a participle: "On Sunday gunmen fired on a car"."""
    above = parse.tokens[token.head]
    if token.dep != "acl" or above.dep != "ROOT" or above.pos not in ("NOUN", "PROPN") or token.i < above.i:
        return False
    first = parse.subtree(above.i)[0]
    acts = token.tag == "VBD" or bool(parse.kids(token.i, "dobj"))
    told = acts and parse.tokens[token.i - 1].text == ","  # "The league, based in Rome, called on"
    told = told or token.lemma in _WORDS.gatherings.walking  # "Thousands of mourners filed past the coffin"
    told = told or shoots_at(parse, token)  # "A man fired at police officers"
    return (told or parse.tokens[first].pos in ("ADP", "ADV")) and not parse.kids(token.i, "agent")


def is_past_form(parse: Parse, token: Token) -> bool:
    """Tell whether a form in -ed that could be a participle is a past: "was invited and refused to go".

    It has an object, or a clause that it governs itself; what is given or ordered to somebody has one in the passive too.
    """
    if token.tag != "VBD" or parse.kids(token.i, "aux", "auxpass", "agent"):
        return False
    if parse.kids(token.i, "dobj") and token.lemma not in _WORDS.verbs.keeping_object:
        return True
    to_do = [v for v in parse.kids(token.i, "xcomp") if any(t.lower == "to" for t in parse.kids(v.i, "aux"))]
    return bool(to_do) and token.lemma not in _WORDS.verbs.object_control


def first_of_two(parse: Parse, own: list[Token]) -> list[Token]:
    """Return a verb's subjects without a part of the first told in passing and without that of a clause before it.

    "Some 300 people, many of them in red, picketed", "the mayor, Ana Roe, imposed a curfew; farmers marched".
    """
    passing = {t.i for t in own if t.lower in _WORDS.people.parts and parse.tokens[t.i - 1].text == ","}
    verb = parse.tokens[own[0].head] if own else None
    if verb is not None and own[0].i in passing and verb.dep == "acl":
        return [parse.tokens[verb.head]]
    own = own[:1] + [t for t in own[1:] if t.i not in passing]
    told = {t.i for t in own for v in parse.kids(t.i, "acl") if v.i > t.i and is_past_form(parse, v)}
    return [t for t in own if t.i not in told or t is own[-1]]


def is_crowd(parse: Parse, token: Token) -> bool:
    """Tell whether a word counts people, though the parser took it for part of a date: "3 June dozens of drivers"."""
    return token.lemma in _WORDS.people.round_numbers and any(t.lower == "of" for t in parse.kids(token.i, "prep"))


def swallowed(parse: Parse, verb: Token) -> list[Token]:
    """Return the subject that the parser took into the time or place before it: "On Friday India condemned"."""
    if verb.dep not in ("ROOT", "ccomp", "conj", "relcl") or parse.kids(verb.i, *_PASSIVE_SUBJECT, "expl", "mark"):
        return []
    around = [verb, *parse.kids(verb.i, "aux", "auxpass")]
    if not any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in around):
        return []
    told = [
        c
        for c in parse.kids(verb.i, "advcl")
        if c.i < verb.i and verb.tag == "VBD" and not parse.kids(c.i, "mark", "advmod")
    ]
    for clause in told:  # "Since then the gunmen have gone from door to door, looted the shop"
        return parse.kids(clause.i, "nsubj")
    for preposition in parse.kids(verb.i, "prep"):
        nouns = parse.kids(preposition.i, "pobj")
        if preposition.i > verb.i or not nouns:
            continue
        beside = [t for noun in nouns for t in parse.kids(noun.i, "appos") if parse.tokens[noun.i + 1].text == ","]
        if beside and beside[-1].i < verb.i:  # "From Rome, the party's leader, Jane Roe, asked"
            return [beside[-1]]
        between = range(parse.subtree(preposition.i)[-1] + 1, verb.i)
        if any(parse.tokens[i].pos not in ("AUX", "ADV", "PART") and not is_time(parse.tokens[i]) for i in between):
            continue
        noun = nouns[-1]
        lead = [t for t in parse.tokens[preposition.i + 1 : noun.i] if t.entity in _TIMES]
        if (noun.entity not in _TIMES or is_crowd(parse, noun)) and (lead or len(nouns) > 1):
            return [noun]  # "On 3 June dozens of drivers blocked"
        if noun.entity in _TIMES and any(t.i == noun.i + 1 for t in parse.kids(noun.i, "nummod")):
            parts = [p for p in parse.kids(noun.i, "prep") if p.lower == "of" and p.i == noun.i + 2]
            return [t for part in parts for t in parse.kids(part.i, "pobj")]  # "On Monday 200 of our nurses will march"
    return []


def names_behind(parse: Parse, token: Token) -> list[Token]:
    """Return the names that the parser made objects of a plural noun read as a verb: "of the party martyrs Jane Roe and ..."."""
    if token.i + 1 >= len(parse.tokens) or token.dep != "pobj":
        return []
    verb = parse.tokens[token.i + 1]
    if verb.tag != "VBZ" or verb.lemma not in _WORDS.people.read_as_verbs:
        return []
    names = [t for t in parse.kids(verb.i, "dobj") if t.pos == "PROPN"]
    return names + [c for t in names for c in parse.kids(t.i, "conj") if c.pos == "PROPN"]


def by_whose_order(parse: Parse, agents: list[Token]) -> list[Token]:
    """Return by whom a thing is done, for an order him who gave it: "closed by order of the governor"."""
    ordered = [
        giver
        for t in agents
        if t.lemma in _WORDS.verbs.biddings
        for p in parse.kids(t.i, "prep")
        if p.lower == "of"
        for giver in parse.kids(p.i, "pobj")
    ]
    return ordered or agents


def is_time(token: Token) -> bool:
    """Tell whether a word belongs to a time: "the same day", "Monday"."""
    return token.entity in _TIMES


def noun_before(parse: Parse, verb: Token) -> Token | None:
    """Return the noun right before a participle that it says more of: "14 protesters shot dead by soldiers"."""
    if not verb.i or verb.tag not in ("VBN", "VBD") or parse.kids(verb.i, "aux", "auxpass", "mark", "nsubj"):
        return None
    before = parse.tokens[verb.i - 1]
    if before.text == "," and parse.kids(verb.i, "agent"):
        before = parse.tokens[verb.i - 2] if verb.i > 1 else before
    named = before.pos in ("NOUN", "PROPN") and not is_time(before)
    return before if named and before.sentence == verb.sentence else None


def peoples_beside(parse: Parse, noun: Token) -> list[Token]:
    """Return the peoples, bodies and armed men named before a deed, whose it is: "the Israeli raid", "a militia attack"."""
    beside = parse.kids(noun.i, "compound", "amod", "nmod")  # not part of the happening's own name
    armed = [t for t in beside if t.pos == "NOUN" and t.i < noun.i and roles().sector(t.lemma) in ("MIL", "REB", "UAF")]
    armed = [t for t in armed if t.lemma not in _WORDS.harm.ways]  # "sniper attacks"
    return [t for t in beside if t in armed or t.entity == "NORP" or (t.entity == "ORG" and noun.entity != "ORG")]
