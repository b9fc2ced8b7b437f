"""Words that stand in another sense than the codebook's: free to speak, a machine demonstrated, news gathered."""

from __future__ import annotations

from dateline.code import frames
from dateline.code.join import Happening
from dateline.code.word_classes import by_role, classes_of
from dateline.records import Parse, Token
from dateline.reference.codebook import ECHO, Codebook
from dateline.reference.coding import coding_words

_WORDS = coding_words()


def is_in_other_sense(parse: Parse, happening: Happening, head: Token, codebook: Codebook) -> bool:
    """Tell whether the grammar around a word shows that it is not meant as its type means it."""
    return (
        _is_at_liberty(parse, happening, head)
        or _is_standing(parse, happening, head)
        or _is_shown(parse, happening, head)
        or _is_led(parse, happening, head, codebook)
        or _is_learning(parse, happening, head)
        or _is_own_will(parse, happening, head)
        or _is_caught(parse, happening, head, codebook)
        or _is_opposite(happening, head)
        or _is_in_charge(parse, happening, head)
        or _is_for_reporters(parse, happening, head)
        or _is_provision(parse, happening, head)
        or _is_rule(parse, happening, head)
    )


def _is_at_liberty(parse: Parse, happening: Happening, head: Token) -> bool:
    """Tell whether somebody is only free to do something: "they are free to speak", which lets nobody out."""
    states = [t for t in parse.kids(head.i, "acomp") if t.lemma == "free"]
    return happening.mode == "release" and any(t.tag == "VB" for s in states for t in parse.kids(s.i, "xcomp"))


def _is_shown(parse: Parse, happening: Happening, head: Token) -> bool:
    """Tell whether somebody only shows how something is done or is so: "demonstrated to the board that it works"."""
    heard = [
        t for t in frames.complements(parse, head.i, "to") if parse.kids(t.i, "relcl")
    ]  # "to the board that it works"
    shows = head.lemma == "demonstrate" and bool(parse.kids(head.i, "ccomp") or heard)
    nouns = [t for t in (head, *parse.kids(head.i, "dobj")) if t.lemma == "demonstration"]
    crafts = (c for t in nouns for c in parse.kids(t.i, "compound", "amod"))
    skill = any(c.lower.endswith("ing") and c.lemma != "ongoing" and c.i == c.head - 1 for c in crafts)
    return happening.type == "PROTEST" and (
        shows or skill or (head.lemma == "demonstration" and _is_proof(parse, head))
    )


def _is_proof(parse: Parse, noun: Token) -> bool:
    """Tell whether what is shown is something that no crowd is made of: "a demonstration of unity", no "of teachers"."""
    shown = [t for t in frames.complements(parse, noun.i, "of") if t.pos == "NOUN"]
    link = parse.kids(noun.i, "prep")
    first = bool(shown) and link[0].lower == "of" and link[0].i == noun.i + 1
    return first and not any(t.tag == "NNS" or by_role(t, thing=False) or parse.kids(t.i, "nummod") for t in shown)


def _is_led(parse: Parse, happening: Happening, head: Token, codebook: Codebook) -> bool:
    """Tell whether somebody is made to march, and nobody protests: "marched her out of the room", "were marched off"."""
    if happening.type != "PROTEST" or head.lemma != "march" or head.pos != "VERB":
        return False
    led = frames.objects(parse, head.i)
    return frames.is_passive(parse, head.i) or any("person" in classes_of(parse, t, codebook) for t in led)


def _is_standing(parse: Parse, happening: Happening, head: Token) -> bool:
    """Tell whether words only say where forces are kept that do something else: "troops stationed in Gao sought care"."""
    noun = parse.tokens[head.head]
    kept = head.tag == "VBN" and head.dep == "acl" and head.lemma in _WORDS.verbs.standing_by
    return happening.type == "MOBILIZE" and kept and noun.dep != "ROOT"


def _is_learning(parse: Parse, happening: Happening, head: Token) -> bool:
    """Tell whether what is gathered is news: "the paper gathered that the men had fled"."""
    learnt = [t for t in parse.kids(head.i, "ccomp") if t.i > head.i]
    return happening.type == "GATHER" and head.lemma == "gather" and bool(learnt)


def _is_own_will(parse: Parse, happening: Happening, head: Token) -> bool:
    """Tell whether somebody only wants to do something, and wants nothing of anybody: "wants to buy ten ships"."""
    if happening.type != "REQUEST" or head.lemma != "want" or happening.mode in ("meet", "yield"):
        return False
    wanted = [t for t in parse.kids(head.i, "xcomp") if t.tag == "VB"]
    own = [t for t in wanted if not parse.kids(t.i, "nsubj", "nsubjpass", "auxpass")]
    return bool(own) and not any(t.lemma in _WORDS.verbs.wanting_of_others for t in own)


def _is_caught(parse: Parse, happening: Happening, head: Token, codebook: Codebook) -> bool:
    """Tell whether a weapon is only taken from those who have it: "seized a car bomb", "no weapon was recovered"."""
    verb = parse.tokens[head.head]
    arm = "weapon" in classes_of(parse, head, codebook) or head.lemma == "weapon"
    taken = head.dep in ("dobj", "nsubjpass") and verb.lemma in _WORDS.harm.catching_arms
    return happening.type in ("ASSAULT", ECHO) and head.pos == "NOUN" and arm and taken


def _is_opposite(happening: Happening, head: Token) -> bool:
    """Tell whether words before a noun only say that things differ or which is meant: "opposed views", "the disputed strip"."""
    before = head.tag in ("VBD", "VBN") and head.dep == "amod" and head.i < head.head
    return happening.type == "REJECT" and before


def _is_in_charge(parse: Parse, happening: Happening, head: Token) -> bool:
    """Tell whether somebody only leads something: "the officer in charge of the town"."""
    led = head.lemma == "charge" and head.pos == "NOUN" and head.dep == "pobj"
    return happening.type == "ACCUSE" and led and parse.tokens[head.head].lower == "in"


def _is_for_reporters(parse: Parse, happening: Happening, head: Token) -> bool:
    """Tell whether a conference is one at which somebody only speaks to the press: "at a joint news conference"."""
    beside = {t.lower for t in parse.kids(head.i, "compound", "amod", "nmod")}
    return happening.type == "CONSULT" and head.lemma == "conference" and not beside.isdisjoint(("news", "press"))


def _is_provision(parse: Parse, happening: Happening, head: Token) -> bool:
    """Tell whether a paper only lays down something: "a treaty calling for joint patrols", "the plan calls for 40 wells"."""
    if happening.type != "REQUEST" or head.lemma != "call":
        return False
    callers = frames.subjects(parse, head.i) or [parse.tokens[head.head]] * (head.dep == "acl")
    return bool(callers) and all(t.lemma in _WORDS.acts.provisions for t in callers)


def _is_rule(parse: Parse, happening: Happening, head: Token) -> bool:
    """Tell whether a law or a policy only says what has long held: "county policy prohibits the use of phones"."""
    rules = [t for t in frames.subjects(parse, head.i) if t.lemma in _WORDS.acts.standing_rules]
    return happening.type == "COERCE" and head.tag in ("VBP", "VBZ") and bool(rules)
