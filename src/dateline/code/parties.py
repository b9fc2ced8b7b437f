"""Who is party to an act besides those in its nearest slots: who is further down, who tells of it."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import takewhile

from msgspec.structs import replace

from dateline.code import frames
from dateline.code.aims import drawing_verb, is_dealt_with
from dateline.code.antecedents import names_somebody
from dateline.code.bearers import LOCAL, can_take_part, is_somebody, is_town, kinds, may_receive
from dateline.code.charges import deeds_charged, laid_on
from dateline.code.conditions import is_ordered
from dateline.code.join import Happening, governing_verb
from dateline.code.light_verbs import light_verb
from dateline.code.matters import without_matters
from dateline.code.objects import gifts
from dateline.code.phrases import phrase_span
from dateline.code.triggers import Trigger
from dateline.code.word_classes import classes_of
from dateline.records import Argument, Parse, Token
from dateline.reference.actors import registry
from dateline.reference.codebook import Codebook
from dateline.reference.coding import coding_words
from dateline.reference.roles import roles

# How far down, and along which links, somebody is looked for whom an act is aimed at.
_LEVELS = 7
_DOWN = frozenset(
    "dobj obj prep pobj xcomp ccomp pcomp poss acl advcl agent dative nmod amod compound conj appos".split()
)
_NAMED = frozenset("pobj poss dobj obj nsubj nsubjpass conj amod compound nmod appos".split())
_WHEN_AND_WHERE = frozenset(
    "in at on near during after before since until within around inside outside following".split()
)
_MEANT_FOR = frozenset(("for", "to"))
_PARTIES = frozenset(("crowd", "force", "org", "person", "police", "vehicle", "worker"))
_PLACES = frozenset(("place", "site", "way"))
_MEANWHILE = frozenset("after although because before since though until when while".split())
# Types whose recipient is somebody: what is turned down, handed over or left is no party to it.
TO_SOMEBODY = frozenset("AGREE AID CONCEDE CONSULT COOPERATE REJECT REQUEST RETREAT SANCTION THREATEN".split())
_DECREED = ("access", "ban", "curfew", "martial-law", "deportation")
_WORDS = coding_words()


def tellers(parse: Parse, happening: Happening, codebook: Codebook) -> list[Token]:
    """Return the forces of order that tell of an arrest without a doer, or who tells of a curfew in office: they did it."""
    token = parse.tokens[happening.lead.head]
    verb = light_verb(parse, token.i) or token
    above = parse.tokens[verb.head]
    while verb.dep == "conj" and above.pos in ("VERB", "AUX"):
        verb, above = above, parse.tokens[above.head]
    if token.pos == "NOUN" and verb is token and token.dep in ("nsubj", "nsubjpass"):
        verb, above = above, parse.tokens[above.head]
        if verb.lemma in _WORDS.verbs.lifting and happening.type == "COERCE":
            return []  # who tells that it ends need not have ordered it
    if is_ordered(parse, verb):  # "the court ordered that he be held"
        return parse.kids(above.i, "nsubj")
    reported = verb is token and token.dep == "dobj"  # "police reported 27 arrests"
    if not (verb.dep == "ccomp" or reported) or above.lemma not in _WORDS.verbs.telling:
        return []
    wanted = {"police", "force"} if happening.mode not in _DECREED else {"office"}
    return [t for t in parse.kids(above.i, "nsubj") if _offices(parse, t, codebook) & wanted]


def astray(parse: Parse, trigger: Trigger, codebook: Codebook, word: str) -> list[Token]:
    """Return whom a preposition names that the parser hung on a place or a day of the trigger's clause.

    "A fight broke out in the square between marchers and guards", "marched in the capital against the tax".
    """
    verb = governing_verb(parse, trigger)
    for i in range(max(trigger.tokens) + 1, parse.sentences[parse.tokens[trigger.head].sentence][1]):
        token = parse.tokens[i]
        if token.lower != word or token.dep != "prep" or not _is_where_or_when(parse, token.head, codebook):
            continue
        if next((t.i for t in parse.ancestors(i) if t.pos in ("VERB", "AUX")), None) == verb:
            found = frames.complements(parse, token.head, word)
            return (
                found if all(is_somebody(parse, t, codebook) and not is_town(parse, t, codebook) for t in found) else []
            )
    return []


def _is_where_or_when(parse: Parse, i: int, codebook: Codebook) -> bool:
    token = parse.tokens[i]
    placed = kinds(parse, token, codebook) & _PLACES or token.entity in ("DATE", "FAC", "GPE", "LOC", "TIME")
    return token.dep == "pobj" and bool(placed)


def _offices(parse: Parse, token: Token, codebook: Codebook) -> frozenset[str]:
    """Return the classes of a word, with "office" for those who govern."""
    table = roles()
    near = [token, *parse.kids(token.i, "compound", "appos")]
    near = [] if table.bodies.get(token.lemma) == "MED" else near  # "state television said"
    governs = any("GOV" in (table.people.get(t.lemma), table.bodies.get(t.lemma)) for t in near)
    found = kinds(parse, token, codebook) | ({"office"} if governs else set())
    if token.pos != "NOUN" or "person" in found:  # "the police directorate", but not "a police spokeswoman"
        return found
    return found.union(*(classes_of(parse, t, codebook) & {"police", "force"} for t in parse.kids(token.i, "compound")))


def add_beyond(
    parse: Parse, happening: Happening, role: str, found: dict[tuple[str, int], Argument], codebook: Codebook
) -> None:
    """Fill a role that only things bear so far with whom the act is aimed at further down its clause.

    "threatened to break off relations with X", "rejected a call by X's rulers".
    """
    taken = {i for _, i in found}
    named = {i for i in taken if is_somebody(parse, parse.tokens[i], codebook)}
    acts_alike = happening.type in ("AGREE", "COOPERATE") and sum(r == "actor" for r, _ in found) > 1
    if not role or acts_alike or drawing_verb(parse, happening.lead) is not None:
        return
    if any(r == role and is_somebody(parse, parse.tokens[i], codebook) for r, i in found):
        return
    local = happening.type in LOCAL  # there "the Romanian port" names no party
    given = gifts(parse, happening.lead, codebook)
    token = next(
        (
            t
            for t in _below(parse, happening.lead)
            if t.i not in taken
            and not (
                t.dep in ("amod", "compound", "nmod") and t.head in named
            )  # "the Kenyan government" is named already
            and not any(owner.tag == "PRP$" for owner in parse.kids(t.i, "poss"))  # "its troops" are the actor's own
            and not (t.tag == "PRP$" and happening.type == "REQUEST")  # "demanded her rights"
            and not (local and t.dep in ("amod", "compound"))
            and not (t.dep == "compound" and t.pos == "NOUN" and not kinds(parse, t, codebook) & _PARTIES - {"org"})
            and not (t.dep == "poss" and t.head in happening.lead.tokens)  # "voiced the order's support for them"
            and is_somebody(parse, t, codebook)
            and can_take_part(parse, t)  # no sum: "pledged $6 million in aid"
            and t.i not in given
            and not is_dealt_with(parse, happening.lead, t)
            and not is_demanded(parse, happening.lead, t)
            and (happening.type not in ("PROTEST", "REQUEST") or not _is_meant_for(parse, t, happening.lead))
            and (happening.type != "PROTEST" or _is_demanded_of(parse, t, happening.lead))
        ),
        None,
    )
    if token is not None:
        for key in [k for k in found if k[0] == role and role == "recipient"]:
            del found[key]
        found[role, token.i] = Argument(role=role, span=phrase_span(parse, token), text="")


def is_demanded(parse: Parse, trigger: Trigger, token: Token) -> bool:
    """Tell whether a word names what is asked for, not who is asked: "demanded justice", "called for an inquiry"."""
    described = parse.kids(token.i, "acl") or (parse.kids(token.i, "relcl") and names_somebody(token))
    if trigger.type != "REQUEST" or token.pos == "PROPN" or described:
        return False
    straight = token.dep == "dobj" and parse.tokens[trigger.head].lemma in _WORDS.verbs.demanding
    sum_of = token.pos == "NUM" and token.dep == "compound"  # "two million euros"
    return straight or sum_of or (token.dep == "pobj" and parse.tokens[token.head].lower == "for")


def _is_sent(parse: Parse, happening: Happening, token: Token) -> bool:
    """Tell whether a word says who is sent to help, not who is helped: "sent a team of doctors to Juba"."""
    if parse.tokens[happening.lead.head].lemma not in _WORDS.verbs.sending or token.pos != "NOUN":
        return False
    return any(token.i in parse.subtree(t.i) for t in parse.kids(happening.lead.head, "dobj"))


def _goes_there(happening: Happening) -> bool:
    return (happening.type, happening.mode) in (("AID", None), ("CONSULT", "visit"), ("RETREAT", "withdraw"))


def _is_demanded_of(parse: Parse, token: Token, trigger: Trigger) -> bool:
    """Tell whether words of demanding or opposing stand between a protest and somebody further down."""
    return any(t.lemma in _WORDS.gatherings.demanding for t in _between(parse, token, trigger))


def _is_meant_for(parse: Parse, token: Token, trigger: Trigger) -> bool:
    """Tell whether somebody is only whom the thing demanded is meant for: "demand weapons for the villages", "pay them"."""
    between = [token, *_between(parse, token, trigger)]
    given = any(t.dep in ("prep", "dative") and t.lower in _MEANT_FOR and _hangs_on_thing(parse, t) for t in between)
    given = given or any(t.dep == "prep" and t.lower == "as" for t in between)  # "their rights as parents of the boy"
    clauses = [(t, parse.tokens[t.head]) for t in between if t.dep in ("dobj", "dative")]
    return given or any(above.dep == "ccomp" and parse.kids(above.i, "nsubj") for _, above in clauses)


def _between(parse: Parse, token: Token, trigger: Trigger) -> list[Token]:
    return list(takewhile(lambda t: t.i not in trigger.tokens, parse.ancestors(token.i)))


def _hangs_on_thing(parse: Parse, link: Token) -> bool:
    above = parse.tokens[link.head]
    if above.pos == "VERB" and (parse.kids(above.i, "dobj") or frames.is_passive(parse, above.i)):
        return True  # "be returned to him"
    return above.pos == "NOUN"


def _below(parse: Parse, trigger: Trigger) -> Iterable[Token]:
    """Yield what the trigger governs, level by level, without its subject, its times and places and side clauses."""
    carrier = light_verb(parse, trigger.head)
    level = list(trigger.tokens) if carrier is None else [*trigger.tokens, carrier.i]
    # praised for a fight against somebody else, rejected a motion against him
    aside = {"against"} if trigger.type in ("REJECT", "SUPPORT") else set()
    written = trigger.type == "REQUEST"  # "called for a text written by poets": they are not asked for it
    for _ in range(_LEVELS):
        level = [
            child.i
            for i in level
            for child in parse.kids(i)
            if (child.dep in _DOWN or (child.dep == "nsubj" and _is_demanding(parse, i, trigger)))
            and not (child.dep == "prep" and child.lower in (_WHEN_AND_WHERE | aside))
            and not (child.dep == "conj" and parse.kids(child.i, "ccomp"))  # "refused and said that Malians had lied"
            and not (child.lower == "by" and i not in trigger.tokens and parse.tokens[i].pos == "NOUN")
            and not (child.dep == "agent" and written and parse.tokens[i].dep in ("acl", "relcl"))
            and not (child.dep == "advcl" and any(t.lower in _MEANWHILE for t in parse.kids(child.i, "mark", "advmod")))
        ]
        yield from (parse.tokens[i] for i in level if parse.tokens[i].dep in _NAMED)


def _is_demanding(parse: Parse, i: int, trigger: Trigger) -> bool:
    """Tell whether a clause says what a crowd demands: whoever is to do it is who is asked ("that the ministry pay")."""
    clause = parse.tokens[i]
    asked = clause.dep == "ccomp" and parse.tokens[clause.head].lemma in _WORDS.gatherings.demanding
    return asked and trigger.type == "PROTEST"


def drop_no_parties(
    parse: Parse, happening: Happening, found: dict[tuple[str, int], Argument], codebook: Codebook
) -> None:
    """Take away recipients that are nobody: bills and harbours, towns that are left, the troops that leave them.

    A crime that is condemned or looked into is a party no more than those who suffered it are; a strike takes no target; and
    nobody is accused by an inquiry into contracts, protested against by a march against taxes.
    """
    named_twice = [k for k in found if k[0] == "actor" and parse.tokens[k[1]].tag == "PRP$"]
    if happening.type == "CONSULT":  # "called his colleague to discuss it": the one called is who is talked to
        named_twice += [k for k in found if k[0] == "actor" and ("recipient", k[1]) in found]
    if any(role == "actor" and parse.tokens[i].pos != "PRON" and (role, i) not in named_twice for role, i in found):
        for key in named_twice:  # "the cabinet submitted its resignation"
            del found[key]
    if _goes_there(happening):
        for key in [k for k in found if k[0] == "recipient" and _is_sent(parse, happening, parse.tokens[k[1]])]:
            del found[key]
    if happening.type == "ACCUSE":
        _drop_deeds(parse, happening, found)
    if happening.type in ("GATHER", "PROTEST"):
        _as_who_came(parse, found)
    if (happening.type, happening.mode) == ("PROTEST", "strike"):
        for key in [k for k in found if k[0] == "target"]:
            del found[key]
    without_matters(parse, happening, found, codebook)
    if happening.type == "RETREAT":
        for key in [
            k for k in found if k[0] == "recipient" and _is_no_party_to_retreat(parse, k[1], happening, codebook)
        ]:
            del found[key]
    if happening.type not in TO_SOMEBODY or happening.mode in ("release", "access"):
        return
    left = (happening.type, happening.mode) == ("RETREAT", "withdraw")
    home = (happening.type, happening.mode) == ("SANCTION", "withdraw")
    for key in [key for key in found if key[0] == "recipient"]:
        token = parse.tokens[key[1]]
        own = left and bool(kinds(parse, token, codebook) & {"force"})
        envoy = home and bool(kinds(parse, token, codebook) & {"delegate", "dignitary", "statesman"})
        own = own or (envoy and any(t.tag == "PRP$" for t in parse.kids(token.i, "poss")))  # "recalled its envoy"
        town = _goes_there(happening) and is_town(parse, token, codebook)
        town = town or (happening.mode == "visit" and "place" in kinds(parse, token, codebook))
        somebody = may_receive(parse, token, codebook) or is_told(parse, token) or _is_punished(parse, token)
        if own or town or not somebody:
            argument = found.pop(key)
            if own and left and token.dep in ("nsubj", "nsubjpass") and not any(role == "actor" for role, _ in found):
                found["actor", key[1]] = replace(argument, role="actor")  # "the troops were withdrawn"


def _is_punished(parse: Parse, token: Token) -> bool:
    """Tell whether a word can only mean somebody, whatever it is: "jailed a boxer", "a mum was fined"."""
    verb = parse.tokens[token.head]
    undergoing = token.dep == "dobj" or (token.dep in ("nsubjpass", "nsubj") and frames.is_passive(parse, verb.i))
    return undergoing and token.pos == "NOUN" and verb.lemma in _WORDS.verbs.done_to_people


def _drop_deeds(parse: Parse, happening: Happening, found: dict[tuple[str, int], Argument]) -> None:
    """Take away what somebody is blamed for or what is condemned, not who is: "blamed it on bandits", "condemned the raid"."""
    blamed = {t.i for t in laid_on(parse, happening.lead)}
    named = {i for role, i in found if role == "recipient" and i not in blamed}
    deeds = {i for i in named if _is_crime(parse, parse.tokens[i])}
    deeds |= {i for i in named if blamed and parse.tokens[i].lower in ("it", "that", "this")}
    deeds |= deeds_charged(parse, parse.tokens[happening.lead.head])
    for i in named:
        charge = parse.tokens[i].lemma in _WORDS.acts.of_a_deed  # "accusations were levelled against them"
        if charge or deeds & {i, *_above(parse, i)}:
            del found["recipient", i]
    for i in sorted(i for role, i in found if role == "recipient"):
        if _is_brought(parse, parse.tokens[i]):
            del found["recipient", i]


def _is_brought(parse: Parse, noun: Token) -> bool:
    """Tell whether a noun is what is brought against somebody, who alone is accused: "issued a warrant against him"."""
    return noun.lemma in _WORDS.harm.brought and noun.pos == "NOUN"


def _as_who_came(parse: Parse, found: dict[tuple[str, int], Argument]) -> None:
    """Make those whom a gathering drew the ones who came: "a march, which drew 300 people"."""
    for role, i in [key for key in found if key[0] in ("honouree", "recipient")]:
        token = parse.tokens[i]
        if token.dep == "dobj" and parse.tokens[token.head].lemma in _WORDS.gatherings.involving:
            found.setdefault(("actor", i), replace(found.pop((role, i)), role="actor"))


def drop_twins(parse: Parse, found: dict[tuple[str, int], Argument], codebook: Codebook) -> None:
    """Take away what names a party again: "their" in "the troops completed their withdrawal", the trucks of a convoy.

    Nor is who suffers a deed its second doer ("the police kept them in custody"), nor is what is attacked its doer at all.
    """
    for i in [i for role, i in found if role == "target"]:
        found.pop(("perpetrator", i), None)
    doers = [key for key in found if key[0] in ("actor", "perpetrator")]
    for role, i in doers if len(doers) > 1 else ():
        if ("recipient", i) in found or ("victim", i) in found:
            del found[role, i]
    for role, i in list(found):
        inner = found[role, i].span
        beside = [(parse.tokens[j], a.span) for (r, j), a in found.items() if r == role and j != i]
        own = parse.tokens[i].tag == "PRP$" and any(outer.start < inner.start for _, outer in beside)
        around = [t for t, outer in beside if outer.start <= inner.start and inner.end <= outer.end and outer != inner]
        if own or any(kinds(parse, t, codebook) & _PARTIES for t in around):
            del found[role, i]


def _is_no_party_to_retreat(parse: Parse, i: int, happening: Happening, codebook: Codebook) -> bool:
    """Tell whether a word behind a preposition is what was limited or where it leads: "curbs on movement", "let into Ufa".

    Nor is what somebody gets for another, or where he was held: "obtained his release", "released from prison".
    """
    token = parse.tokens[i]
    link = parse.tokens[token.head].lower if token.dep == "pobj" else ""
    bare = token.tag == "NN" and not parse.kids(i, "det", "poss", "amod", "compound")
    led_to = happening.mode == "access" and link in ("in", "into", "to") and is_town(parse, token, codebook)
    own = happening.mode == "release" and token.lemma in _WORDS.harm.undergone
    held = happening.mode == "release" and link == "from"
    return led_to or own or held or (link == "on" and bare)


def _is_crime(parse: Parse, noun: Token) -> bool:
    struck = noun.lemma == "strike" and any(
        t.lemma in _WORDS.harm.striking for t in parse.kids(noun.i, "compound", "amod")
    )
    return noun.lemma in _WORDS.harm.crimes or struck


def _above(parse: Parse, i: int) -> list[int]:
    return [t.i for t in parse.ancestors(i)]


def given_to(parse: Parse, trigger: Trigger, codebook: Codebook) -> list[Token]:
    """Return whom help is for that stands beside the gift: "offered Morocco help", "a million in aid for the villagers"."""
    gifts = frames.objects(parse, trigger.head)
    inside = [t for i in (trigger.head, *(g.i for g in gifts)) for t in frames.complements(parse, i, "in")]
    relief = codebook.classes["relief"] | {"assistance"}
    helped = [t for t in inside if t.pos == "NOUN" and t.lemma in relief]
    behind = [t for noun in helped for t in frames.complements(parse, noun.i, "for", "to")]
    gave = parse.tokens[trigger.head].lemma in _WORDS.verbs.giving
    between = [t for g in gifts for t in parse.kids(g.i, "compound") if gave and trigger.head < t.i and is_country(t)]
    return [t for t in behind if is_somebody(parse, t, codebook)] + between


def is_country(token: Token) -> bool:
    """Tell whether a word is a state's name."""
    return token.pos == "PROPN" and registry().country_of(token.text) is not None


def is_told(parse: Parse, token: Token) -> bool:
    """Tell whether a word is who is asked or warned to do something, whatever it is called: "urged both camps to hold fire"."""
    verb = parse.tokens[token.head]
    told = token.dep in ("dobj", "nsubjpass") and verb.lemma in _WORDS.verbs.object_control
    return told and bool(parse.kids(verb.i, "xcomp", "ccomp"))
