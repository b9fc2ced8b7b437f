"""Who does what to whom around one word: subjects, objects and prepositional complements from the dependency parse.

Written for ClearNLP labels as spaCy's English pipelines give them. All functions return tokens, nearest first.
"""

from __future__ import annotations

from collections.abc import Container, Iterable

from dateline.code.antecedents import RELATIVE, antecedent, names_somebody, ranked_by
from dateline.code.asides import is_aside, is_loss, says_on
from dateline.code.given import given_for
from dateline.code.light_verbs import light_verb, relative_light_verb
from dateline.code.slips import (
    behind_particle,
    by_whose_order,
    first_of_two,
    is_bare_passive,
    is_crowd,
    is_for_clause,
    is_had_done,
    is_main_verb,
    is_past_form,
    is_second_passive,
    is_time,
    measured,
    names_behind,
    noun_before,
    peoples_beside,
    swallowed,
)
from dateline.records import Parse, Token
from dateline.reference.coding import coding_words

_WORDS = coding_words()
# Verbs whose object does what stands behind one preposition alone.
_BEHIND = {"for": _WORDS.verbs.punished_object, "from": _WORDS.verbs.barred_object}
_FEELING = _WORDS.verbs.feeling
_SUBJECT = ("nsubj", "csubj")
_PASSIVE_SUBJECT = ("nsubjpass", "csubjpass")
_RESULT = ("acomp", "advcl", "oprd")  # "shot dead two men": what the parser hung the object on
_BLAMED_FAR = 4
_WHERE = ("when", "where", "why")
_BEFORE_AND_AFTER = ("after", "before", "despite", "since", "without")
# where and when somebody is blamed, not for what
_BESIDE = frozenset("after amid at before during following near on outside since until".split())


def is_passive(parse: Parse, i: int) -> bool:
    """Tell whether a verb stands in the passive."""
    known = parse.memo.get(("passive", i))
    if known is None:
        known = parse.memo["passive", i] = _is_passive(parse, i)
    return bool(known)


def _is_passive(parse: Parse, i: int) -> bool:
    while True:
        token = parse.tokens[i]
        if token.lower == "opposed" and any(t.lower == "to" for t in parse.kids(i, "prep")):
            return False
        if (token.lower == "involved" and not parse.kids(i, "agent")) or token.lemma in _FEELING:
            return False  # who is involved takes part; "is alarmed by the arrests" says what its subject thinks of them
        if (
            parse.kids(i, *_PASSIVE_SUBJECT, "auxpass")
            or _has_agent(parse, token)
            or is_had_done(parse, token)
            or is_for_clause(parse, token)
            or is_bare_passive(parse, token)
            or is_second_passive(parse, token)
        ):
            return True
        if not _is_participle(token) or parse.kids(i, "aux", "nsubj") or is_main_verb(parse, token):
            return False
        if token.dep in ("acl", "conj") and is_past_form(parse, token):
            return False
        if token.dep != "conj":
            bare = not parse.kids(i, "dobj", "mark")
            found_so = token.dep == "xcomp" and token.tag == "VBN" and bare  # "was found murdered", "got arrested"
            return token.dep in ("acl", "amod", "oprd", "relcl") or (token.dep == "advcl" and bare) or found_so
        i = token.head


def _has_agent(parse: Parse, verb: Token) -> bool:
    """Tell whether somebody stands behind "by", not how a doer does it: "they agreed by telephone"."""
    agents = [t for agent in parse.kids(verb.i, "agent") for t in parse.kids(agent.i, "pobj")]
    active = verb.tag in ("VBD", "VBP", "VBZ") and bool(parse.kids(verb.i, "nsubj"))
    whole = bool(parse.kids(verb.i, "dobj")) or all(_is_manner(parse, t) for t in agents)  # "ended a sit-in by nurses"
    return bool(parse.kids(verb.i, "agent")) and not (active and whole)


def _is_participle(token: Token) -> bool:
    """Tell whether a verb form can be a past participle; small models confuse VBN and VBD in reduced clauses."""
    return token.tag == "VBN" or (token.tag == "VBD" and token.dep in ("acl", "relcl", "conj"))


def subjects(parse: Parse, i: int) -> list[Token]:
    """Return the heads of who acts: of a verb its logical subject, of a noun its doer."""
    known = parse.memo.get(("subjects", i))
    if known is None:
        parse.memo["subjects", i] = ()  # where a broken tree leads back here, nobody is found
        token = parse.tokens[i]
        known = _verb_subjects(parse, token, 0) if token.pos in ("VERB", "AUX") else _noun_doers(parse, token)
        parse.memo["subjects", i] = known
    return list(known)


def objects(parse: Parse, i: int) -> list[Token]:
    """Return the heads of who or what is acted upon."""
    known = parse.memo.get(("objects", i))
    if known is None:
        parse.memo["objects", i] = ()
        token = parse.tokens[i]
        known = _verb_objects(parse, token) if token.pos in ("VERB", "AUX") else _noun_patients(parse, token)
        parse.memo["objects", i] = known
    return list(known)


def complements(parse: Parse, i: int, *prepositions: str) -> list[Token]:
    """Return the objects of prepositions that hang on the token ("against X", "in support of X" gives "support", X)."""
    found = []
    for child in parse.kids(i, "prep", "dative", "agent", "prt", "advmod"):
        if prepositions and child.lower not in prepositions:
            continue
        found += _with_conjuncts(parse, parse.kids(child.i, "pobj"))
        for inner in parse.kids(child.i, "prep"):
            found += _with_conjuncts(parse, parse.kids(inner.i, "pobj"))
    return [name for t in found for name in names_behind(parse, t) or [t]]


def _with_conjuncts(parse: Parse, tokens: Iterable[Token]) -> list[Token]:
    """Return the tokens, each followed by the nouns that are coordinated with it."""
    out: dict[int, Token] = {}
    waiting = list(tokens)[::-1]
    while waiting:
        token = waiting.pop()
        if token.i in out:
            continue
        out[token.i] = token
        waiting += [t for t in reversed(parse.kids(token.i, "conj")) if t.pos not in ("VERB", "AUX")]
    return list(out.values())


def _resolved(parse: Parse, tokens: Iterable[Token], verb: Token) -> list[Token]:
    return [t for token in _with_conjuncts(parse, tokens) for t in antecedent(parse, token, verb)]


def _verb_subjects(parse: Parse, verb: Token, depth: int) -> list[Token]:
    if depth > 8:
        return []
    if is_passive(parse, verb.i):
        agents = [t for agent in parse.kids(verb.i, "agent") for t in parse.kids(agent.i, "pobj")]
        if not agents and is_had_done(parse, verb):
            if is_loss(parse, verb):
                return []  # "had their licences suspended": by whom is not told
            return _verb_subjects(parse, parse.tokens[verb.head], depth + 1)
        if not agents and verb.dep != "conj":
            # "was held and was freed by a judge": who freed held none
            whole = (*_SUBJECT, *_PASSIVE_SUBJECT, "auxpass")
            others = [t for t in parse.kids(verb.i, "conj") if not parse.kids(t.i, *whole)]
            agents = [t for o in others for agent in parse.kids(o.i, "agent") for t in parse.kids(agent.i, "pobj")]
        return _with_conjuncts(parse, by_whose_order(parse, agents))
    own = _own_subjects(parse, verb)
    if own:
        return _resolved(parse, own, verb)
    head = parse.tokens[verb.head]
    if head.i == verb.i:
        return []
    if verb.dep in ("acl", "relcl") and _is_purpose_of_thing(parse, verb, head):
        above = parse.tokens[head.head]
        return _noun_doers(parse, head) or (_verb_subjects(parse, above, depth + 1) if head.dep == "dobj" else [])
    if verb.dep == "acl" and (verb.tag != "VBN" or is_main_verb(parse, verb)):
        return [head]
    if verb.dep == "relcl":
        return [head] if not parse.kids(verb.i, "nsubjpass") else []
    if verb.dep == "pcomp" and head.dep == "prep":
        blamed = _blamed(
            parse,
            parse.tokens[head.head],
            _WORDS.verbs.blamed_object | _BEHIND.get(head.lower, frozenset()),
        )
        told_of = parse.tokens[head.head] if head.lower == "as" else None  # "listed the firm as having paid"
        shown = _verb_objects(parse, told_of) if told_of is not None and told_of.pos == "VERB" else []
        doers = blamed or shown or given_for(parse, head)
        if doers:
            return doers
    if verb.dep == "ccomp" and head.dep == "relcl" and verb.tag == "VBD" and verb.i == head.i + 1:
        return [parse.tokens[head.head]]  # "the youth they believe set fire to it"
    if verb.dep in ("xcomp", "ccomp", "advcl", "pcomp", "conj", "dep"):
        return _shared_subjects(parse, verb, head, depth)
    return []


def _is_purpose_of_thing(parse: Parse, verb: Token, noun: Token) -> bool:
    """Tell whether a clause says what a deed, plan or letter is for, so that its doers do it: "a march to demand wages"."""
    written = noun.lemma in _WORDS.verbs.letters and parse.tokens[noun.head].lemma in _WORDS.verbs.writing
    says = verb.tag == "VBG" and written  # "signed a letter urging the court"
    says = says or any(t.tag == "TO" for t in parse.kids(verb.i, "aux"))
    return noun.pos == "NOUN" and not names_somebody(noun) and says


def _own_subjects(parse: Parse, verb: Token) -> list[Token]:
    """Return the verb's subjects: before it where one stands there, else what the parser took into a phrase before it."""
    own = parse.kids(verb.i, *_SUBJECT)
    own = own or (parse.kids(verb.i, *_PASSIVE_SUBJECT) if not is_passive(parse, verb.i) else [])
    own = [t for t in own if not is_time(t) or is_crowd(parse, t)]
    before = [t for t in own if t.i < verb.i]
    return first_of_two(parse, before or own) or swallowed(parse, verb)


def _blamed(parse: Parse, token: Token, verbs: Container[str]) -> list[Token]:
    """Return whom a verb of blame has as object, for the verb itself, its object or an apposition of that."""
    for _ in range(_BLAMED_FAR):
        if token.lemma in verbs and token.pos in ("VERB", "AUX"):
            return _verb_objects(parse, token)
        above = parse.tokens[token.head]
        if token.dep == "pobj" and above.lower == "of":  # "accused members of the league of arson"
            token = parse.tokens[above.head]
            continue
        named = token.pos in ("NOUN", "PROPN", "PRON", "NUM")
        if not named or token.dep not in ("dobj", "obj", "appos", "conj", "nsubjpass"):
            return []
        token = parse.tokens[token.head]
    return []


def _is_manner(parse: Parse, token: Token) -> bool:
    """Tell whether "by" says how, not by whom: "a service by candlelight", "an inquiry by order of the court"."""
    return (
        token.tag == "NN" and not token.entity and not parse.kids(token.i, "det", "poss", "amod", "compound", "nummod")
    )


def _done_by(parse: Parse, noun: Token) -> list[Token]:
    """Return whose doing an object is where the parser hung "by" on the active verb: "broke up a march by nurses"."""
    verb = parse.tokens[noun.head]
    if noun.dep not in ("dobj", "npadvmod") or noun.i < verb.i or verb.pos != "VERB" or is_passive(parse, verb.i):
        return []
    behind = [p for p in parse.kids(verb.i, "prep", "agent") if p.i == noun.i + 1 and p.lower == "by"]
    found = _with_conjuncts(parse, (t for p in behind for t in parse.kids(p.i, "pobj")))
    return [t for t in found if not _is_manner(parse, t) and not is_time(t) and t.entity not in ("CARDINAL", "PERCENT")]


def laid_to(parse: Parse, noun: Token) -> list[Token]:
    """Return on whom a deed is blamed ("blamed the attack on rebels") or who asked ("at the request of the mayor")."""
    verb = parse.tokens[noun.head]
    if verb.lower == "at" and noun.lemma in _WORDS.acts.at_whose:
        return complements(parse, noun.i, "of")
    if noun.dep not in ("dobj", "nsubjpass") or verb.lemma not in ("blame", "pin"):
        return []
    return complements(parse, verb.i, "on") or complements(parse, noun.i, "on")


def _shared_subjects(parse: Parse, verb: Token, head: Token, depth: int) -> list[Token]:
    """Return the subject that a clause without one borrows from the clause above."""
    while (
        head.pos not in ("VERB", "AUX")
        and head.head != head.i
        and head.dep in ("prep", "pcomp", "acomp", "attr", "mark")
    ):
        head = parse.tokens[head.head]
    if head.pos not in ("VERB", "AUX"):
        return _noun_doers(parse, head) if head.pos == "NOUN" and depth < 4 else []
    if says_on(parse, verb, head):
        head = parse.tokens[head.head]
    if is_aside(parse, verb) and head.lemma in _WORDS.verbs.object_control and not is_passive(parse, head.i):
        return _verb_subjects(parse, head, depth + 1)
    if verb.dep in ("xcomp", "ccomp", "advcl") and head.lemma in _WORDS.verbs.object_control | _WORDS.verbs.sending:
        controlled = parse.kids(head.i, "dobj", "obj", "nsubjpass")
        if head.lemma in _WORDS.verbs.sending:
            controlled = [t for t in controlled if verb.tag == "VB" and names_somebody(t)]
        if controlled:
            return _resolved(parse, controlled, head)
    if verb.dep != "conj" and is_passive(parse, head.i) and verb.tag == "VBG":
        return _verb_subjects(parse, head, depth + 1)
    if is_passive(parse, head.i):
        return _resolved(parse, parse.kids(head.i, *_PASSIVE_SUBJECT) or parse.kids(head.i, "nsubj"), head)
    return _verb_subjects(parse, head, depth + 1)


def _verb_objects(parse: Parse, verb: Token) -> list[Token]:
    if is_passive(parse, verb.i):
        return _undergoing(parse, verb)
    own = parse.kids(verb.i, "dobj", "obj", "dative")
    own = [t for t in own if t.dep != "dative" or t.pos != "ADP"]
    if not own and any(t.i < verb.i for t in parse.kids(verb.i, "nsubj")):
        own = [t for t in parse.kids(verb.i, "nsubj") if t.i > verb.i]  # a second subject, behind the verb
    own = own or behind_particle(parse, verb) or measured(parse, verb)
    own = own or [t for d in parse.kids(verb.i, *_RESULT) if d.i == verb.i + 1 for t in parse.kids(d.i, "dobj")]
    if own:
        return _resolved(parse, own, verb)
    if (
        verb.dep == "relcl"
        and parse.kids(verb.i, *_SUBJECT)
        and not any(t.lower in RELATIVE for t in parse.kids(verb.i, *_SUBJECT))
        and not any(t.lower in _WHERE for t in parse.kids(verb.i, "advmod"))  # "Jos, where a bomb went off"
    ):
        return [parse.tokens[verb.head]]
    inner = parse.kids(verb.i, "ccomp")
    if len(inner) == 1 and inner[0].pos in ("ADJ", "NOUN", "PROPN"):  # "found [the two men] guilty"
        return parse.kids(inner[0].i, "nsubj") if inner[0].pos == "ADJ" else [inner[0]]
    conjunct = [t for t in parse.kids(verb.i, "conj") if t.pos == "VERB" and t.i - verb.i <= 3]
    return parse.kids(conjunct[0].i, "dobj") if conjunct else []


def _undergoing(parse: Parse, verb: Token) -> list[Token]:
    """Return who or what undergoes a passive verb."""
    own = parse.kids(verb.i, *_PASSIVE_SUBJECT)
    embedded = any(t.lower in RELATIVE for t in parse.kids(verb.i, "nsubj"))  # "who, it says, was shot"
    told = is_had_done(parse, verb) or is_for_clause(parse, verb) or is_bare_passive(parse, verb)
    told = told or is_second_passive(parse, verb)
    if not own and (embedded or told):
        own = parse.kids(verb.i, "nsubj")
    own = own or swallowed(parse, verb)
    if own:
        return _resolved(parse, own, verb)
    head = parse.tokens[verb.head]
    if verb.dep in ("acl", "relcl", "amod") and head.pos in ("NOUN", "PROPN", "PRON", "NUM"):
        ranked = None if verb.dep == "amod" else ranked_by(parse, head)
        return [head] if ranked is None else _resolved(parse, _own_subjects(parse, ranked), ranked) or [head]
    if verb.dep == "oprd" and head.pos == "VERB":  # "left 17 people injured"
        return _verb_objects(parse, head)
    if verb.dep == "conj":
        if is_passive(parse, head.i):
            return _verb_objects(parse, head)
        return _shared_by_passive(parse, verb, head)
    if verb.dep == "pcomp" and head.lower in _BEFORE_AND_AFTER:  # "was beaten before being freed"
        return _shared_subjects(parse, verb, head, 1)
    if verb.dep in ("advcl", "xcomp", "ccomp"):
        noun = noun_before(parse, verb)
        return [noun] if noun is not None else _shared_subjects(parse, verb, head, 1)
    return []


def _shared_by_passive(parse: Parse, verb: Token, head: Token) -> list[Token]:
    """Return the doer before "and" who undergoes a passive: "flew home and was arrested".

    A noun right before the auxiliary is its own subject, though the parser hangs it elsewhere: "shut the road and six were held".
    """
    first = next(iter(parse.kids(verb.i, "aux", "auxpass")), None)
    if first is None or first.lower in ("being", "been", "be"):
        return []
    before = parse.tokens[first.i - 1]
    if before.pos in ("NOUN", "PROPN", "NUM", "PRON"):
        return [before]
    return _verb_subjects(parse, head, 1)


def _noun_doers(parse: Parse, noun: Token) -> list[Token]:
    found = _with_conjuncts(parse, parse.kids(noun.i, "poss"))
    found += [t for t in complements(parse, noun.i, "by") if not _is_manner(parse, t)] + laid_to(parse, noun)
    found += _done_by(parse, noun) or coming_from(parse, noun)
    done = [t for t in parse.kids(noun.i, "acl") if t.tag == "VBN" and t.lemma not in _WORDS.verbs.done_to_deeds]
    found += [t for clause in done for t in subjects(parse, clause.i)]  # "an attack condemned by envoys" is not theirs
    found = found or _claimed_by(parse, noun)
    if not found and noun.dep == "pobj" and parse.tokens[noun.head].lower not in _BESIDE:
        found = _blamed(parse, parse.tokens[parse.tokens[noun.head].head], _WORDS.verbs.blamed_object)
    verb = light_verb(parse, noun.i) or relative_light_verb(parse, noun)
    if found and (verb is None or any(t.tag != "PRP$" for t in found)):
        return found
    if verb is not None:
        return subjects(parse, verb.i) or found
    parts = (noun, *parse.kids(noun.i, "compound"))  # "a Russian missile strike": the people may hang on the weapon
    return _led_by(parse, noun) or next((found for part in parts if (found := peoples_beside(parse, part))), [])


def coming_from(parse: Parse, noun: Token) -> list[Token]:
    """Return from whom a deed comes that is never taken from anybody: "protests from nurses", "threats from the army"."""
    if noun.lemma not in _WORDS.acts.coming_from:
        return []
    found = complements(parse, noun.i, "from")
    verb = parse.tokens[noun.head]
    if not found and noun.dep == "dobj" and verb.lemma in _WORDS.harm.drawing:  # "drew [protests] [from nurses]"
        found = complements(parse, verb.i, "from")
    return [t for t in found if t.entity not in ("FAC", "GPE", "LOC") and names_somebody(t)]


def _led_by(parse: Parse, noun: Token) -> list[Token]:
    """Return by whom a deed is led: "a Saudi-led offensive"."""
    led = [t for t in parse.kids(noun.i, "amod") if t.lower == "led" and parse.tokens[t.i - 1].text == "-"]
    return [t for word in led for t in parse.kids(word.i, "npadvmod", "nsubj", "compound") if t.i < word.i]


def _claimed_by(parse: Parse, noun: Token) -> list[Token]:
    """Return who says of a deed that it was theirs: "claimed the attack", "claimed responsibility for the bombing"."""
    behind = parse.tokens[parse.tokens[noun.head].head]
    noun = behind if behind.lemma == "responsibility" else noun
    verb = parse.tokens[noun.head]
    claimed = noun.dep == "dobj" and verb.lemma == "claim" and not parse.kids(verb.i, "neg")
    found = subjects(parse, verb.i) if claimed else []
    none = {t.i for t in found for k in (t, *parse.kids(t.i, "det")) if k.lower in ("neither", "no", "nobody", "none")}
    return [t for t in found if t.i not in none]


def _noun_patients(parse: Parse, noun: Token) -> list[Token]:
    doers = {t.i for t in laid_to(parse, noun)}
    aimed_at = complements(parse, noun.i, "of", "on", "against", "at", "upon", "toward", "towards", "into")
    return [t for t in aimed_at if t.i not in doers]
