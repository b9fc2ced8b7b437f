"""What the words of a trigger are done to: the objects of each of them, and what stands behind their prepositions."""

from __future__ import annotations

from dateline.code import frames
from dateline.code.aims import covered, is_hit
from dateline.code.bearers import PEOPLE, is_town, kinds
from dateline.code.triggers import Trigger
from dateline.records import Parse, Token
from dateline.reference.codebook import Codebook
from dateline.reference.coding import coding_words

_WORDS = coding_words().gatherings
_HANDS = coding_words().captives.hands
_VERBS = coding_words().verbs
_GIVEN = ("dobj", "nsubjpass")
_LEADS = frozenset("on upon to for with at against into from of by behind".split())


def all_objects(parse: Parse, trigger: Trigger, codebook: Codebook) -> list[Token]:
    """Return the objects of a trigger, whether they can bear a role or not."""
    found = frames.objects(parse, trigger.head)
    for i in trigger.tokens:
        token = parse.tokens[i]
        crime = trigger.type == "ACCUSE" and token.lower in ("of", "with") and parse.tokens[trigger.head].pos == "VERB"
        crime = crime or (token.lower == "to" and parse.tokens[trigger.head].lemma == "fall")  # "fell to the rebels"
        crime = crime or parse.tokens[token.head].lemma in _HANDS  # "in the hands of the rebels"
        where = token.lower == "at" and trigger.type == "ASSAULT" and is_hit(parse, trigger, codebook)  # "shot at home"
        if i != trigger.head and token.lower in _LEADS and not (crime or where):  # "charged with arson"
            found = found + [t for t in parse.kids(i, "pobj") if t.i not in trigger.tokens]
        # "laid to rest nine of its people", but not "gathered to demand early elections"
        demanded = trigger.type == "PROTEST" and token.lemma in _WORDS.demanding | _WORDS.calling_out
        if not found and i != trigger.head and token.pos == "VERB" and not demanded:
            found = frames.objects(parse, i)
    if trigger.type == "PROTEST" and parse.tokens[trigger.head].lemma in _WORDS.calling_out:
        found = []  # "chanting 'Bread for all'"
    if covered(parse, trigger, codebook):  # "daubed slogans on a wall": the wall is meant
        found = []
    given = gifts(parse, trigger, codebook)
    if trigger.type == "AID":  # "the plane landed in Kabul": a town is where help comes
        given |= {t.i for t in found if t.dep == "pobj" and is_town(parse, t, codebook)}
    return [t for t in found if t.i not in given]


def gifts(parse: Parse, trigger: Trigger, codebook: Codebook) -> set[int]:
    """Return the numbers of what is given or shared, and of nobody who gets it: "promised tents and a field hospital"."""
    verb, found = parse.tokens[trigger.head].lemma, frames.objects(parse, trigger.head)
    if trigger.type == "COOPERATE" and verb in _VERBS.sharing:
        return {t.i for t in found}  # "shared intelligence with", "exchanged the bodies of 12 soldiers"
    if trigger.type != "AID" or verb not in _VERBS.giving_away:
        return set()
    sent = codebook.classes["relief"]  # doctors, too
    things = [t for t in found if t.pos == "NOUN" and (t.lemma in sent or not kinds(parse, t, codebook) & PEOPLE)]
    # what stands before the gift gets it: "sent the port an ambulance"
    last = {t.i for t in things if t.dep in _GIVEN and not any(o.dep == "dobj" and o.i > t.i for o in found)}
    return last | {t.i for t in found if t.dep == "conj" and t.head in last}
