"""Mends words that small models misread: plurals taken for verbs, "retook" for a present, "al-Shabab" for three names.

"Thousands rally in Lima", a headline, is read as a rally of thousands: the noun is the verb of those who stand before it.
"""

from __future__ import annotations

from msgspec.structs import replace

from dateline.annotate.counted import is_person
from dateline.records import Token
from dateline.reference.actors import fold, registry
from dateline.reference.annotating import annotating_words
from dateline.reference.coding import coding_words
from dateline.reference.roles import roles

_BARE = ("VB", "VBP")
_NOMINAL = frozenset(("dobj", "nsubj", "nsubjpass", "pobj"))
_BEFORE_A_NOUN = frozenset(("amod", "compound", "det", "nummod"))
_PASTS = annotating_words().pasts
_GATHERED = annotating_words().trees.gathered
_CROWDED = annotating_words().trees.crowded
_FAR = 8  # words between a verb and its object
_REACH = 40  # words between a verb and its subject
_GIVING = coding_words().verbs.handing
_DOING = coding_words().people.endings
_ARTICLES = frozenset("ad al an ar as at az el ul ur".split())  # of Arabic names
_PREFIXES = ("re", "over", "under", "out", "with", "up")
_VERBS = coding_words().verbs
_SPEAKING = frozenset(("i", "we", "you"))
_AUXILIARY = ("aux", "auxpass")
_LEADS_OF_DEEDS = frozenset(("against", "between", "by", "in", "near", "of", "on"))
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")


def mend_words(out: list[Token]) -> None:
    """Mend such words of one text in place. Token numbers are indexes of `out`."""
    for token in tuple(out):
        if token.tag == "VBZ" and token.dep in _NOMINAL and _is_qualified(out, token):
            out[token.i] = replace(token, tag="NNS", pos="NOUN")
        elif token.tag == "VBG":
            _make_noun(out, token)
        elif token.tag == "NN" and token.lower in _CROWDED:
            _set_crowd(out, token)
        elif token.tag == "VBN" and token.lower in _GATHERED:
            _set_gathered(out, token)
        elif token.tag == "NN" and token.dep == "ROOT":
            _set_lost_past(out, token)
        elif token.tag in _BARE:
            _set_in_past(out, token)
            _make_finite(out, out[token.i])
        elif token.text == "-" and 0 < token.i < len(out) - 1:
            _close_name(out, token)
        elif token.tag == "NNS" and token.dep == "compound":
            _give_to(out, token)
        elif token.lower == "dead" and token.dep == "amod":
            _set_dead(out, token)


def _set_crowd(out: list[Token], verb: Token) -> None:
    """Make a noun the verb of the crowd before it, in place: "Thousands [rally] in Lima", "hundreds of nurses [march]"."""
    before = out[verb.i - 1] if verb.i else verb
    crowd = _crowd(out, verb, before)
    if crowd is None:
        return
    if crowd.i != before.i and before.head == verb.i:  # "of nurses", not "of a rally"
        out[before.i] = replace(before, dep=verb.dep, head=verb.head)
    if crowd.head > verb.i:
        out[crowd.head] = replace(out[crowd.head], dep="advcl", head=verb.i)
    for token in out[max(0, crowd.i - _FAR) : verb.i + _REACH]:
        if token.head == crowd.i and token.i > verb.i:
            out[token.i] = replace(token, head=verb.i, dep="advcl" if token.dep == "acl" else token.dep)
        elif token.head == verb.i and token.i < crowd.i:
            out[token.i] = replace(token, head=crowd.i)
    out[verb.i] = replace(verb, tag="VBP", pos="VERB", lemma=verb.lower, dep="ROOT", head=verb.i)
    out[crowd.i] = replace(out[crowd.i], dep="nsubj", head=verb.i)


def _set_gathered(out: list[Token], verb: Token) -> None:
    """Let people who are somewhere have come there themselves: "thousands [are gathered] in the square"."""
    kids = [t for t in out[max(0, verb.i - _REACH) : verb.i + _FAR] if t.head == verb.i and t.i != verb.i]
    people = next((t for t in kids if t.dep == "nsubjpass"), None)
    be = next((t for t in kids if t.dep == "auxpass" and t.lower in ("are", "is", "were", "was")), None)
    if people is None or be is None or any(t.dep in ("agent", "aux", "neg") for t in kids):
        return
    if people.entity == "CARDINAL" or is_person(people):
        out[people.i] = replace(people, dep="nsubj")
        out[be.i] = replace(be, dep="aux")


def _crowd(out: list[Token], verb: Token, before: Token) -> Token | None:
    """Return who stands before a noun that is a verb: many, or a number of some; None where a noun like it can stand so."""
    counted = before.tag in ("CD", "NNS") and before.entity == "CARDINAL"
    many = before.tag in ("NNS", "NNPS") and is_person(before)
    if verb.dep == "ROOT":
        beside = before.head == verb.i and before.dep in ("amod", "compound", "nsubj", "nummod")
        return before if beside and before.i < verb.i and (counted or many) else None
    top = out[verb.head]
    if verb.dep == "pobj" and top.lower == "of":
        top = out[top.head]
    elif verb.dep != "appos":
        return None
    aim = out[top.head]
    heads = top.dep == "ROOT" or (aim.tag == "VB" and aim.i > verb.i and _has_to(out, aim))  # "march to demand a vote"
    number = heads and top.entity == "CARDINAL" and top.tag == "NNS" and top.i < verb.i
    return top if number and before.tag in ("NNS", "NNPS") else None


def _has_to(out: list[Token], verb: Token) -> bool:
    return any(t.tag == "TO" and t.head == verb.i for t in out[max(0, verb.i - _FAR) : verb.i])


def _set_dead(out: list[Token], dead: Token) -> None:
    """Hang "dead" on the verb before it, not on those behind it, in place: "shot [dead] two guards"."""
    verb = out[dead.i - 1] if dead.i else dead
    killed = out[dead.head]
    if verb.pos == "VERB" and killed.head == verb.i and killed.dep == "dobj":
        out[dead.i] = replace(dead, dep="oprd", head=verb.i)


def _give_to(out: list[Token], people: Token) -> None:
    """Make people of those whom the model made part of the gift behind them, in place: "gave the [strikers] bread"."""
    gift = out[people.head]
    verb = out[gift.head]
    if gift.i != people.i + 1 and (gift.i < people.i or out[people.i + 1].head != gift.i):
        return
    given = gift.dep == "dobj" and verb.lemma in _GIVING and verb.i < people.i
    named = people.lemma in roles().people or people.lower.endswith(_DOING)
    if not given or not named or any(t.head == verb.i and t.dep == "dative" for t in out[verb.i : gift.i + _FAR]):
        return
    out[people.i] = replace(people, dep="dative", head=verb.i)
    for token in out[verb.i + 1 : people.i]:
        if token.head == gift.i:
            out[token.i] = replace(token, head=people.i)


def _is_qualified(out: list[Token], noun: Token) -> bool:
    before = out[noun.i - 1] if noun.i else noun
    return before.head == noun.i and before.dep in _BEFORE_A_NOUN


def _make_noun(out: list[Token], verb: Token) -> None:
    """Read a deed named by its -ing form as the noun it is: "Syrian shelling of a camp killed", "displaced by fighting"."""
    above = out[verb.head]
    behind = out[verb.i + 1 : verb.i + 2]
    of = bool(behind) and behind[0].lower == "of" and behind[0].head == verb.i
    if of and verb.dep in _NOMINAL and verb.i:
        out[verb.i] = replace(verb, tag="NN", pos="NOUN", lemma=verb.lower)
        before = out[verb.i - 1]
        if before.head == verb.i and before.dep == "nsubj":
            out[before.i] = replace(before, dep="compound")
    elif (
        of
        and verb.dep == "acl"
        and above.i == verb.i - 1
        and above.dep in _NOMINAL
        and fold(above.text) in registry().peoples
    ):
        out[verb.i] = replace(verb, tag="NN", pos="NOUN", lemma=verb.lower, dep=above.dep, head=above.head)
        out[above.i] = replace(above, dep="compound", head=verb.i)
    elif (
        verb.dep == "pcomp" and above.lower == "by" and (out[above.head].tag == "VBN" or out[above.head].pos == "NOUN")
    ):
        _make_agent(out, verb)
    elif verb.dep == "csubj" and behind and behind[0].lower == "by":  # "[shelling] by rebels killed nine people"
        out[verb.i] = replace(verb, tag="NN", pos="NOUN", lemma=verb.lower, dep="nsubj")
    elif _opens_without_subject(out, verb) or (
        verb.dep == "pobj" and above.lower == "by" and _object(out, verb) is None
    ):
        dep = "pobj" if verb.dep == "pobj" else "nsubj"
        out[verb.i] = replace(verb, tag="NN", pos="NOUN", lemma=verb.lower, dep=dep)


def _make_agent(out: list[Token], verb: Token) -> None:
    """Read "by [striking] drivers" as who it was, "displaced by [fighting]" as what it was."""
    people = _object(out, verb)
    if people is None:
        out[verb.i] = replace(verb, tag="NN", pos="NOUN", lemma=verb.lower, dep="pobj")
    elif verb.lemma in _VERBS.at_it and not any(t.tag in ("DT", "PRP$", "CD") for t in out[verb.i : people.i]):
        out[people.i] = replace(people, dep="pobj", head=verb.head)
        out[verb.i] = replace(verb, dep="amod", head=people.i)


def _object(out: list[Token], verb: Token) -> Token | None:
    return next((t for t in out[verb.i + 1 : verb.i + _FAR] if t.head == verb.i and t.dep == "dobj"), None)


def _opens_without_subject(out: list[Token], verb: Token) -> bool:
    """Tell whether a deed that opens the sentence is what the verb behind it lacks: "[Shelling] by rebels wounded four"."""
    main = out[verb.head]
    opens = verb.dep == "advcl" and verb.i < main.i and (verb.i == 0 or out[verb.i - 1].sentence != verb.sentence)
    led = out[verb.i + 1].lower in _LEADS_OF_DEEDS if opens else False
    lacks = main.tag in ("VBD", "VBZ", "VBP", "VBN") and not any(
        t.head == main.i and t.dep in _SUBJECTS for t in out[verb.i : main.i + _FAR]
    )
    return led and lacks and _object(out, verb) is None


def _make_finite(out: list[Token], verb: Token) -> None:
    """Give a bare verb that has a subject and no auxiliary its tense: "talks [resume] on Sunday", "gunmen [set] fire to it"."""
    before = [t for t in out[max(0, verb.i - _REACH) : verb.i] if t.head == verb.i]
    subject = next((t for t in before if t.dep == "nsubj"), None)
    if verb.dep not in ("ROOT", "conj", "ccomp", "relcl") or any(t.dep in _AUXILIARY for t in before):
        return
    beside = before[-1] if before and before[-1].i == verb.i - 1 else None
    if (
        subject is None
        and beside is not None
        and beside.dep == "compound"
        and beside.tag == "NNS"
        and verb.tag == "VBP"
    ):
        out[beside.i] = subject = replace(beside, dep="nsubj")
    if subject is None or subject.lower in _SPEAKING:
        return
    if verb.lower in _VERBS.same_in_past:
        out[verb.i] = replace(verb, tag="VBD")
    elif verb.dep == "ROOT" and verb.tag == "VB" and subject.tag in ("NNS", "NNPS"):
        out[verb.i] = replace(verb, tag="VBP")


def _set_in_past(out: list[Token], verb: Token) -> None:
    """Read "the army retook" as past: a base form of that look has an auxiliary or "to" before it, and is no base form."""
    past = next((p for p in _PASTS if verb.lower.endswith(p)), None)
    prefix = verb.lower.removesuffix(past) if past else ""
    if past and prefix in _PREFIXES:
        out[verb.i] = replace(verb, tag="VBD", lemma=prefix + _PASTS[past])


def _set_lost_past(out: list[Token], verb: Token) -> None:
    """Read "troops [retook] the fort" as a verb where the model made a noun of it: what stands before it is its subject."""
    _set_in_past(out, verb)
    before = out[verb.i - 1] if verb.i else verb
    if out[verb.i].tag != "VBD" or before.head != verb.i or before.dep not in ("compound", "amod"):
        return
    out[verb.i] = replace(out[verb.i], pos="VERB")
    make_subject(out, before, verb)


def make_subject(out: list[Token], noun: Token, verb: Token) -> None:
    """Make the last word before a verb its subject, and give it the words that the model hung on the verb before it."""
    out[noun.i] = replace(noun, pos="NOUN" if noun.pos == "ADJ" else noun.pos, dep="nsubj", head=verb.i)
    for token in out[max(0, noun.i - _FAR) : noun.i]:
        if token.head == verb.i and token.dep in _BEFORE_A_NOUN | {"poss"}:
            out[token.i] = replace(token, head=noun.i)


def _close_name(out: list[Token], hyphen: Token) -> None:
    """Make one name of "al-Shabab" where its parts hang on another word each: the last part bears it, as the first did."""
    first, last = out[hyphen.i - 1], out[hyphen.i + 1]
    inside = (first.i, hyphen.i, last.i)
    if first.lower not in _ARTICLES or last.pos != "PROPN" or first.end != hyphen.start or hyphen.end != last.start:
        return
    if first.head in inside or first.dep == "compound" or hyphen.dep == "punct":
        return
    out[last.i] = replace(last, dep=first.dep, head=first.head)
    for token in (first, hyphen):
        out[token.i] = replace(token, dep="compound", head=last.i)
    for token in out[max(0, first.i - 8) : last.i + 9]:
        if token.head in inside[:2] and token.i not in inside:
            out[token.i] = replace(token, head=last.i)
