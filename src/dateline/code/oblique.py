"""Who stands behind a preposition of a trigger, or in a clause below it."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.code import frames
from dateline.code.aims import aims, fires, is_before_seat, is_hit, is_mutual
from dateline.code.bearers import PEOPLE, fits_role, is_somebody, kinds
from dateline.code.light_verbs import light_verb, relative_light_verb
from dateline.code.objects import gifts
from dateline.code.occasions import inner_nouns
from dateline.code.parties import TO_SOMEBODY
from dateline.code.triggers import Trigger
from dateline.records import Parse, Token
from dateline.reference.codebook import Codebook
from dateline.reference.coding import coding_words

_THINGS = frozenset(("site", "goods", "vehicle", "way"))
_FORCEFUL = ("ASSAULT", "COERCE")
_AT_WHAT = ("on", "at")  # people shot at are victims, things targets
_INTO_WHAT = (*_AT_WHAT, "into")
_MUTUAL = ("AGREE", "CONSULT", "COOPERATE", "RETREAT")
_DURING = frozenset(("amid", "by", "during", "in"))  # what leads from a wound to the fight that brought it
_HARM = coding_words().harm
_SEATS = coding_words().harm.seats


def object_role(classes: frozenset[str], slots: dict[str, str]) -> str:
    """Return the role of who or what is acted on, by its classes; "" where the type has none for it."""
    person = bool(classes & PEOPLE) and "vehicle" not in classes  # "bus" can stand for its drivers, not as an object
    if person or "object_thing" not in slots:
        return slots.get("object") or (slots.get("object_person", "") if person or classes & {"org", "place"} else "")
    if slots["object_thing"] == "victim" and classes & _THINGS:
        return "target"
    return slots["object_thing"]


def behind_prepositions(
    parse: Parse, trigger: Trigger, slots: dict[str, str], codebook: Codebook
) -> Iterable[tuple[str, Token]]:
    """Yield who stands behind a preposition of the trigger, its light verb or its object, with the role that this gives."""
    for i in _bearing(parse, trigger, codebook):
        for link in parse.kids(i, "prep", "dative"):
            role = slots.get(link.lower)
            rallied = role == "honouree" and trigger.mode == "rally"
            if role and not rallied and (link.lower != "with" or is_mutual(parse, trigger)):
                yield from _behind(parse, trigger, link, role, slots, codebook)


def _bearing(parse: Parse, trigger: Trigger, codebook: Codebook) -> list[int]:
    """Return the numbers of the words whose prepositions say who takes part: the trigger's, its light verb's, its object's."""
    heads = [trigger.head, *(t.i for t in inner_nouns(parse, trigger))]
    verb = light_verb(parse, trigger.head) or relative_light_verb(parse, parse.tokens[trigger.head])
    if verb is not None:
        heads.append(verb.i)
    heads += [i for i in trigger.tokens if i not in heads and parse.tokens[i].pos == "VERB"]  # "offered to mediate"
    if trigger.type == "PROTEST" and aims(parse, trigger):  # "throwing bottles and stones at the line"
        heads += range(trigger.head + 1, max(trigger.tokens) + 1)
        heads += [t.i for t in frames.objects(parse, trigger.head)]
    if trigger.type in TO_SOMEBODY:  # "shared evidence with", "mediate talks between"
        given, shared = frames.objects(parse, trigger.head), gifts(parse, trigger, codebook)
        heads += [
            t.i
            for t in given
            if trigger.type == "AID"
            or trigger.mode == "withdraw"
            or t.i in shared
            or not is_somebody(parse, t, codebook)
        ]  # "its ambassador from Chile"
    if trigger.mode == "mediation":  # "mediated in the dispute between"
        heads += [t.i for t in frames.complements(parse, trigger.head, "in")]
    if trigger.type == "REQUEST":  # "appealed in vain to"
        heads += [t.i for t in frames.complements(parse, trigger.head, "in") if t.lower == "vain"]
    if trigger.mode == "seizure":  # "confiscated weapons from the militia"
        heads += [t.i for t in frames.objects(parse, trigger.head)]
    return heads


def _behind(
    parse: Parse, trigger: Trigger, link: Token, role: str, slots: dict[str, str], codebook: Codebook
) -> Iterable[tuple[str, Token]]:
    """Yield who stands behind one preposition. role: the one that its slot gives."""
    bearer = parse.tokens[link.head]
    found = frames.complements(parse, bearer.i, link.lower)
    if link.lower in ("at", "outside") and not aims(parse, trigger):
        found = [t for t in found if is_before_seat(parse, trigger, t)]
    if trigger.type == "ASSAULT" and link.lower in _AT_WHAT:
        hit = link.lower == "at" and not is_hit(parse, trigger, codebook)
        named = link.i - 1 in trigger.tokens and parse.tokens[link.i - 1].pos == "NOUN"  # "flew six raids on"
        blamed = frames.laid_to(parse, bearer)
        found = [t for t in found if (hit or named or fires(parse, trigger)) and t not in blamed]
        yield from ((object_role(kinds(parse, t, codebook), slots), t) for t in found)
        return
    if trigger.mode == "crowd-control" and link.lower in _INTO_WHAT:  # gas fired into a mosque
        yield from ((object_role(kinds(parse, t, codebook), slots), t) for t in found)
        return
    owed = link.lower == "to" and bearer.lemma == "access" and bearer.i in trigger.tokens
    if owed and frames.is_passive(parse, bearer.head):
        return  # "they were denied access to a lawyer": what is kept from them
    if (link.lower, bearer.lemma) in (("of", "accuse"), ("with", "charge")):
        return  # "accused the envoy of arming gangs": the gangs are blamed for nothing; "charged him with GBH"
    if link.lower == "from" and bearer.lemma in coding_words().acts.coming_from:
        return  # "calls from nurses"
    if link.lower == "with" and trigger.type == "ASSAULT" and _fell_in(parse, trigger):
        role = "perpetrator"
    between = link.lower == "between" and trigger.type in _MUTUAL
    for t in found:
        # whatever two sides are called: "a truce between the Kura and the Boro"
        side = between and t.pos in ("NOUN", "PROPN") and t.entity not in ("DATE", "TIME")
        fits = side or fits_role(parse, role, trigger.type, t, codebook)
        classes = kinds(parse, t, codebook)
        land = link.lower == "with" and "place" in classes  # "India clashed with China": the other side, by its land
        if fits or ((link.lower == "against" or land) and trigger.type in _FORCEFUL):
            yield (role if fits or land else object_role(classes, slots)), t


def _fell_in(parse: Parse, trigger: Trigger) -> bool:
    """Tell whether the fight is the one that people fell in, so that the other side hurt them: "killed in clashes with".

    The subject of a verb of harm is who was hurt where it is passive, or where it tells of dying.
    """
    for i in (trigger.head, *trigger.tokens):
        link = parse.tokens[parse.tokens[i].head]
        verb = parse.tokens[link.head]
        if parse.tokens[i].dep in ("pobj", "pcomp") and link.lower in _DURING and verb.pos == "VERB":
            return verb.lemma in _HARM.dying or (
                verb.lemma in _HARM.needing_object and frames.is_passive(parse, verb.i)
            )
    return False


def in_clause(parse: Parse, trigger: Trigger, slots: dict[str, str], codebook: Codebook) -> Iterable[tuple[str, Token]]:
    """Yield who is asked, threatened or let go in a clause: "demanded that the ministry publish it".

    A pronoun there names again whoever is told: "warned the crew that they would be held unless they left".
    """
    told = bool(parse.kids(trigger.head, "dobj", "dative"))
    found = list(_in_clause(parse, trigger, slots))
    yield from ((role, t) for role, t in found if not (told and role == "recipient" and t.pos == "PRON"))
    if trigger.type == "REQUEST" and not found:
        yield from (("recipient", t) for t in _gone_to(parse, trigger, codebook))


def _in_clause(parse: Parse, trigger: Trigger, slots: dict[str, str]) -> Iterable[tuple[str, Token]]:
    told = slots.get("clause_subject") or (slots.get("object") if trigger.type == "COERCE" else None)
    if trigger.type == "REQUEST" and "clause_subject" in slots:
        yield from ((slots["clause_subject"], t) for t in _called_on(parse, trigger))
    for clause in parse.kids(trigger.head, "ccomp", "xcomp", "acl", "advcl"):
        to_do = clause.dep == "ccomp" and any(t.tag == "TO" for t in parse.kids(clause.i, "aux"))
        ordered = parse.tokens[trigger.head].lemma in coding_words().verbs.object_control
        if told and to_do and ordered:  # "forbade the firm to sell"
            yield from ((told, t) for t in parse.kids(clause.i, "nsubj"))
        marks = {t.lower for t in parse.kids(clause.i, "mark")}
        asked = (
            clause.dep == "ccomp"
            or (clause.dep == "advcl" and "for" in marks)
            or (clause.dep == "acl" and "that" in marks)
        )
        done = trigger.type == "REQUEST" and frames.is_passive(parse, clause.i)  # "demanded that the crew be freed"
        told_before = (
            clause.dep == "ccomp" and clause.i < trigger.head
        )  # "gunmen abducted her; she was freed on Friday"
        if "clause_subject" in slots and asked and not done and not told_before:
            named = parse.kids(clause.i, "nsubj", "nsubjpass")
            admits = trigger.type == "CONCEDE" and "that" in marks  # "admitted that its guards had beaten them"
            own = [t for t in named if admits and any(p.tag == "PRP$" for p in parse.kids(t.i, "poss"))]
            yield from ((slots["clause_subject"], t) for t in named if t not in own)
        if "clause_object" in slots and clause.dep in ("ccomp", "xcomp"):
            yield from ((slots["clause_object"], t) for t in frames.objects(parse, clause.i))
        if trigger.type == "THREATEN" and marks & {"if", "unless"}:
            yield from (("recipient", t) for t in parse.kids(clause.i, "nsubj"))
        for inner in parse.kids(clause.i, "advcl") if trigger.type == "THREATEN" else ():
            if any(t.lower in ("if", "unless") for t in parse.kids(inner.i, "mark")):
                yield from (("recipient", t) for t in parse.kids(inner.i, "nsubj"))


def _called_on(parse: Parse, trigger: Trigger) -> list[Token]:
    """Return who is to do what a noun of asking among the trigger's words names: "renewed calls for the ministry to pay"."""
    nouns = [i for i in trigger.tokens if parse.tokens[i].pos == "NOUN"]
    clauses = [clause for i in nouns for clause in parse.kids(i, "acl", "advcl", "ccomp")]
    asked = [c for c in clauses if any(t.lower == "for" for t in parse.kids(c.i, "mark"))]
    meant = [t for c in asked if not frames.is_passive(parse, c.i) for t in parse.kids(c.i, "nsubj")]
    to_do = [
        c for c in clauses if any(t.tag == "TO" for t in parse.kids(c.i, "aux")) and not frames.is_passive(parse, c.i)
    ]
    return meant or [t for c in to_do for t in frames.complements(parse, c.head, "for") if t.i < c.i]


def _gone_to(parse: Parse, trigger: Trigger, codebook: Codebook) -> list[Token]:
    """Return to whom people go who ask for something there: "went to the police to ask for", "wrote to the mayor demanding"."""
    verb = parse.tokens[trigger.head]
    going = parse.tokens[verb.head]
    if verb.dep not in ("advcl", "xcomp") or going.lemma not in coding_words().verbs.turning_to or going.i > verb.i:
        return []
    if any(is_somebody(parse, t, codebook) for t in frames.objects(parse, verb.i)):
        return []
    there = [t for t in frames.complements(parse, going.i, "to") if t.i < verb.i]
    return [t for t in there if kinds(parse, t, codebook) & (PEOPLE | {"org"}) or t.lemma in _SEATS]
