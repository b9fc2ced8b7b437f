"""Mends what small models tag or hang wrongly inside a clause: its verb taken for an adjective, phrases hung on another word.

Each slip shows in the tree itself, whatever the names: a clause without a verb, a "that" whose verb is a noun, "accused" without
its "of", a demand without what is demanded.
"""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from dateline.annotate.tree_charges import (
    is_address,
    is_charge,
    is_held_to_blame,
    is_seat_of_accused,
    set_address,
    set_charge,
    set_held_to_blame,
    set_seat_of_accused,
)
from dateline.annotate.tree_outer import is_in_same_tense, is_outer_act, set_in_same_tense, set_outer_act
from dateline.annotate.tree_words import make_subject
from dateline.records import Token
from dateline.reference.annotating import annotating_words
from dateline.reference.coding import coding_words

_FAR = 40  # tokens
_LONGEST_NUMBER = 6  # tokens of "and more than 80 wounded"
_STEPS = 6  # up a tree
_WORDS = annotating_words().trees
_PLACED = ("GPE", "LOC", "FAC")
_DANGLING = ("dep", "npadvmod", "ROOT")
_SILENT_E = ("c", "g", "s", "u", "v", "z")  # "force", "charge", "use", "rescue", "serve", "seize"


def mend_phrases(out: list[Token]) -> None:
    """Mend the slips of one text in place. Token numbers are indexes of `out`."""
    for token in tuple(out):
        for fits, mend in _SLIPS:
            if fits(out, out[token.i]):
                mend(out, out[token.i])


def _is_lost_verb(out: list[Token], verb: Token) -> bool:
    """Tell whether a participle between a name and the noun it seems to qualify is the verb that the clause lacks."""
    if verb.dep != "amod" or not verb.lower.endswith("ed") or not 1 < verb.i < verb.head:
        return False
    noun, name = out[verb.head], out[verb.i - 1]
    link = out[noun.head]
    subject = _bearer(out, link)
    return (
        noun.dep == "pobj"
        and noun.tag == "NNS"
        and (name.text[0].isupper() and name.head == noun.i)
        and link.dep == "prep"
        and link.i < name.i
        and _dangles(out, subject)
        and not any(t.pos in ("VERB", "AUX") for t in out[subject.i : verb.i] if t.i != verb.i)
    )


def _bearer(out: list[Token], link: Token) -> Token:
    """Return the noun that a phrase says where it is: "dockers" for "of" in "dockers at the port of Antwerp"."""
    noun = out[link.head]
    for _ in range(_STEPS):
        above = out[noun.head]
        if noun.dep != "pobj" or above.dep != "prep" or above.i > noun.i:
            break
        noun = out[above.head]
    return noun


def _dangles(out: list[Token], noun: Token) -> bool:
    """Tell whether a noun has no verb of its own: it hangs loose, or beside the subject of another verb."""
    if noun.pos not in ("NOUN", "PROPN") or noun.entity == "DATE":
        return False
    beside = noun.dep == "nsubj" and any(t.dep == "nsubj" and t.head == noun.head for t in out[noun.i + 1 : noun.head])
    return noun.dep in _DANGLING or beside


def _set_lost_verb(out: list[Token], verb: Token) -> None:
    """Make the participle the verb: the name ends the phrase before it, the noun behind it is the object."""
    noun, name = out[verb.head], out[verb.i - 1]
    link = out[noun.head]
    subject = _bearer(out, link)
    above, dep = (verb.i, "ROOT") if subject.dep == "ROOT" else (subject.head, "ccomp")
    for token in tuple(out[link.i + 1 : name.i]):
        if token.head == noun.i:
            out[token.i] = replace(token, head=name.i)
    out[name.i] = replace(name, pos="PROPN", tag="NNP" if name.tag == "JJ" else name.tag, dep="pobj", head=link.i)
    out[noun.i] = replace(noun, dep="dobj", head=verb.i)
    out[subject.i] = replace(subject, dep="nsubj", head=verb.i)
    out[verb.i] = replace(verb, lemma=_base(verb), pos="VERB", tag="VBD", dep=dep, head=above)


def _is_only_verb(out: list[Token], verb: Token) -> bool:
    """Tell whether a "participle" is the verb that its sentence lacks: "Some 300 weavers [picketed] outside the mill"."""
    noun = out[verb.head]
    if verb.dep != "acl" or verb.tag not in ("VBD", "VBN") or noun.dep != "ROOT" or noun.i > verb.i:
        return False
    kids = [t for t in out[verb.i : verb.i + _FAR] if t.head == verb.i]
    if noun.pos not in ("NOUN", "PROPN") or any(t.lower == "by" and t.dep in ("agent", "prep") for t in kids):
        return False
    acts = any(t.dep in ("ccomp", "dobj") for t in kids) or verb.lemma in _WORDS.without_passive
    return acts and not any(t.head == noun.i and t.dep in ("conj", "cop", "nsubj") for t in out[verb.i : verb.i + _FAR])


def _set_only_verb(out: list[Token], verb: Token) -> None:
    """Make it the root, the noun its subject; what stands outside the noun's phrase hangs on the verb."""
    noun = out[verb.head]
    first = min(t.i for t in out[max(0, noun.i - _FAR) : noun.i + 1] if t.sentence == noun.sentence)
    for token in tuple(out[first : verb.i + _FAR]):
        opening = token.i < noun.i and token.dep in ("advmod", "npadvmod", "prep", "punct")
        if token.head == noun.i and token.i != noun.i and (opening or token.i > verb.i):
            out[token.i] = replace(token, head=verb.i)
    out[noun.i] = replace(noun, dep="nsubj", head=verb.i)
    out[verb.i] = replace(verb, lemma=_base(verb), pos="VERB", tag="VBD", dep="ROOT", head=verb.i)


def _base(verb: Token) -> str:
    """Return the lemma of a form in "-ed"; the model's own where it took the word for a verb."""
    if not verb.lemma.endswith("ed"):
        return verb.lemma
    stem = verb.lower.removesuffix("ed")
    if stem.endswith("i"):
        return stem[:-1] + "y"
    if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in "lsz":
        return stem[:-1]
    return stem + "e" if stem.endswith(_SILENT_E) and not stem.endswith("ss") else stem


def _is_bare_verb(out: list[Token], token: Token) -> bool:
    """Tell whether a "noun" is the verb of a that-clause: "demanded that the council talk to them"."""
    if token.tag != "NN" or token.dep != "ccomp":
        return False
    kids = [t.dep for t in out[max(0, token.i - _FAR) : token.i] if t.head == token.i]
    return "mark" in kids and "nsubj" in kids and "det" not in kids


def _set_bare_verb(out: list[Token], token: Token) -> None:
    out[token.i] = replace(token, pos="VERB", tag="VBP")


def _is_said_verb(out: list[Token], token: Token) -> bool:
    """Tell whether a plural that says something is the verb of its sentence: "the left [demands] that the minister go"."""
    before = out[token.i - 1] if token.i else token
    if token.tag != "NNS" or token.dep != "ROOT" or token.lower.removesuffix("s") not in _WORDS.saying_as_nouns:
        return False
    bare = before.head == token.i and before.dep in ("amod", "compound") and before.tag not in ("NNS", "NNPS", "VBN")
    behind = out[token.i + 1 : token.i + 2]
    return bare and bool(behind) and behind[0].lower == "that" and behind[0].dep == "mark"


def _set_said_verb(out: list[Token], token: Token) -> None:
    """Make it the verb and the word before it the subject; the clause behind it gets its own subject and verb too."""
    out[token.i] = replace(token, pos="VERB", tag="VBZ")
    make_subject(out, out[token.i - 1], token)
    clause = out[out[token.i + 1].head]
    subject = out[clause.i - 1]
    if clause.tag == "NN" and subject.head == clause.i and subject.dep in ("amod", "compound"):
        out[clause.i] = replace(clause, pos="VERB", tag="VBP")
        make_subject(out, subject, clause)


def _is_infinitive(out: list[Token], to: Token) -> bool:
    """Tell whether "to" was made a preposition and is an infinitive's: "to free hostages", "is due to open hearings"."""
    verb = out[to.i + 1] if to.i + 1 < len(out) else to
    thing = out[verb.head]
    if to.lower != "to" or verb.dep != "amod" or thing.head != to.i:
        return False
    due = out[to.head].lower == "due" and verb.tag == "VB" and thing.tag == "NNS"
    return due or (to.tag == "TO" and to.dep == "prep" and verb.tag == "JJ")


def _set_infinitive(out: list[Token], to: Token) -> None:
    verb = out[to.i + 1]
    thing = out[verb.head]
    dep = "xcomp" if out[to.head].dep == "acomp" else "advcl"
    out[verb.i] = replace(verb, pos="VERB", tag="VB", dep=dep, head=to.head)
    out[to.i] = replace(to, tag="TO", dep="aux", head=verb.i)
    out[thing.i] = replace(thing, dep="dobj", head=verb.i)


def _is_wish(out: list[Token], verb: Token) -> bool:
    """Tell whether an infinitive says what the object before it wants: "rejected a demand by the union [to free them]"."""
    if verb.dep not in ("advcl", "xcomp") or not _to_before(out, verb) or verb.head >= verb.i:
        return False
    return _wished(out, verb) is not None


def _to_before(out: list[Token], verb: Token) -> bool:
    return verb.i > 0 and out[verb.i - 1].lower == "to" and verb.tag in ("VB", "JJ")


def _wished(out: list[Token], verb: Token) -> Token | None:
    """Return the object of the verb above, without a comma behind it, that takes an infinitive."""
    between = out[verb.head + 1 : verb.i]
    nouns = [t for t in between if t.head == verb.head and t.dep == "dobj" and t.lemma in _WORDS.wishes]
    return nouns[0] if nouns and not any(t.text in ",;:" for t in out[nouns[0].i : verb.i]) else None


def _set_wish(out: list[Token], verb: Token) -> None:
    noun = _wished(out, verb)
    if noun is not None:
        out[verb.i] = replace(verb, dep="acl", head=noun.i)


def _is_asked(out: list[Token], verb: Token) -> bool:
    """Tell whether what somebody is asked to do was hung on his name: "want the rector, Jane Roe, [to step down]"."""
    if verb.dep != "relcl" or verb.tag != "VB" or not _to_before(out, verb) or out[verb.i - 2].text != ",":
        return False
    asked = out[verb.head]
    return asked.dep == "dobj" and asked.i < verb.i and out[asked.head].lemma in _WORDS.asking


def _set_asked(out: list[Token], verb: Token) -> None:
    out[verb.i] = replace(verb, dep="xcomp", head=out[verb.head].head)


def _is_seat(out: list[Token], link: Token) -> bool:
    """Tell whether "in Rome" behind a body that sits there hangs on another noun: "a demand by the government in Rome"."""
    body = out[link.i - 1] if link.i else link
    if link.lower != "in" or link.dep != "prep" or body.lemma not in _WORDS.seated or link.head == body.i:
        return False
    place = out[link.i + 1] if link.i + 1 < len(out) else link
    return place.pos == "PROPN" and out[link.head].i < body.i


def _set_seat(out: list[Token], link: Token) -> None:
    out[link.i] = replace(link, head=link.i - 1)


def _is_where(out: list[Token], link: Token) -> bool:
    """Tell whether "in Havana" hangs on a person or group that a verb acts on: "met the head of the ELN in Havana"."""
    if link.lower not in ("in", "near") or link.dep != "prep" or link.i + 1 >= len(out):
        return False
    name, place = out[link.head], out[link.i + 1]
    whole = [name, *(t for t in out[max(0, name.i - _FAR) : name.i] if t.head == name.i and t.dep == "compound")]
    if name.pos != "PROPN" or name.entity in _PLACED or any(t.lower in _WORDS.sites for t in whole):
        return False
    return place.pos == "PROPN" and place.entity in _PLACED and _acting(out, link) is not None


def _acting(out: list[Token], link: Token) -> Token | None:
    """Return the verb to the left among whose objects the name stands that a phrase hangs on."""
    above = out[link.head]
    while above.dep in ("pobj", "prep", "dobj", "conj", "agent") and above.head < above.i:
        above = out[above.head]
        if above.pos == "VERB":
            return above
    return None


def _set_where(out: list[Token], link: Token) -> None:
    verb = _acting(out, link)
    if verb is not None:
        out[link.i] = replace(link, head=verb.i)


def _is_second_deed(out: list[Token], verb: Token) -> bool:
    """Tell whether a second participle was taken for an adjective: "killing nine people and [burning] houses"."""
    if verb.tag != "VBG" or verb.dep != "amod" or verb.i < 1 or out[verb.i - 1].lower != "and":
        return False
    thing = out[verb.head]
    first = out[thing.head]
    above = out[first.head]
    return thing.dep == "conj" and thing.i > verb.i and first.dep == "dobj" and above.tag == "VBG" and above.i < first.i


def _set_second_deed(out: list[Token], verb: Token) -> None:
    thing = out[verb.head]
    above = out[out[thing.head].head]
    out[verb.i] = replace(verb, pos="VERB", dep="conj", head=above.i)
    out[thing.i] = replace(thing, dep="dobj", head=verb.i)


def _is_second_toll(out: list[Token], hurt: Token) -> bool:
    """Tell whether the second half of a toll was made a clause of its own: "put the toll at nine dead [and 31 wounded]"."""
    if hurt.lower not in _WORDS.tolls or hurt.pos != "VERB" or hurt.i < 3 or hurt.head == hurt.i:
        return False
    if out[hurt.i - 1].pos != "NUM" and out[hurt.i - 1].lemma not in coding_words().people.round_numbers:
        return False
    first = _first_toll(out, hurt)
    kids = [t for t in out[max(0, hurt.i - _FAR) : hurt.i + _FAR] if t.head in (hurt.i, first.i if first else hurt.i)]
    return first is not None and not any(t.dep in ("aux", "auxpass", "dobj") and t.i != first.i for t in kids)


def _first_toll(out: list[Token], hurt: Token) -> Token | None:
    """Return the word that ends the first half: "nine dead" right before "and" or a comma and the second number."""
    i = hurt.i - 1
    while i > max(0, hurt.i - _LONGEST_NUMBER) and out[i].lower not in ("and", ","):
        i -= 1
    first = out[i - 1] if i and out[i].lower in ("and", ",") else None
    return first if first is not None and first.lower in _WORDS.tolls and first.sentence == hurt.sentence else None


def _set_second_toll(out: list[Token], hurt: Token) -> None:
    first, number = _first_toll(out, hurt), out[hurt.i - 1]
    if first is None:
        return
    for token in tuple(out[first.i + 1 : hurt.i]):
        if token.dep in ("cc", "punct"):
            out[token.i] = replace(token, head=first.i)
        elif token.i != number.i and token.head == hurt.i:
            out[token.i] = replace(token, head=number.i)
    for token in tuple(out[hurt.i + 1 : hurt.i + _FAR]):
        if token.head == hurt.i and token.i < len(out):
            out[token.i] = replace(token, head=hurt.head if hurt.head < first.i else first.head)
    out[number.i] = replace(number, dep="nummod", head=hurt.i)
    out[hurt.i] = replace(hurt, pos="ADJ", tag="JJ", lemma=hurt.lower, dep="conj", head=first.i)


def _is_whose_act(out: list[Token], verb: Token) -> bool:
    """Tell whether "who" was given to a place: "activists in the city, who [counted] 14 bodies"."""
    if verb.dep != "relcl" or not any(
        t.head == verb.i and t.tag == "WP" and t.lower in ("who", "whom") for t in out[verb.head : verb.i]
    ):
        return False
    return _of_place(out, out[verb.head]) is not None


def _of_place(out: list[Token], place: Token) -> Token | None:
    """Return the noun that a place stands behind: "activists in the city"."""
    if place.entity not in _PLACED and place.lemma not in _WORDS.sites and place.lemma not in _WORDS.areas:
        return None
    link = out[place.head]
    noun = out[link.head]
    return (
        noun
        if place.dep == "pobj" and link.dep == "prep" and noun.pos in ("NOUN", "PROPN") and noun.i < link.i
        else None
    )


def _set_whose_act(out: list[Token], verb: Token) -> None:
    noun = _of_place(out, out[verb.head])
    if noun is not None:
        out[verb.i] = replace(verb, head=noun.i)


_SLIPS: tuple[tuple[Callable[[list[Token], Token], bool], Callable[[list[Token], Token], None]], ...] = (
    (_is_lost_verb, _set_lost_verb),
    (_is_only_verb, _set_only_verb),
    (_is_bare_verb, _set_bare_verb),
    (_is_said_verb, _set_said_verb),
    (is_charge, set_charge),
    (is_held_to_blame, set_held_to_blame),
    (is_seat_of_accused, set_seat_of_accused),
    (is_address, set_address),
    (_is_infinitive, _set_infinitive),
    (_is_wish, _set_wish),
    (_is_asked, _set_asked),
    (_is_seat, _set_seat),
    (_is_where, _set_where),
    (_is_second_deed, _set_second_deed),
    (_is_second_toll, _set_second_toll),
    (is_outer_act, set_outer_act),
    (is_in_same_tense, set_in_same_tense),
    (_is_whose_act, _set_whose_act),
)
