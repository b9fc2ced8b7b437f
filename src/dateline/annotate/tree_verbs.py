"""Mends which of two verbs is the clause's where a small parser takes a participle for it, or it for a participle.

"A man wanted for murder was arrested": the participle was made the verb and the verb its content, without a subject of its own.
"Men on a motorcycle gunned down a guard": the only verb was made a participle, which has an object as no passive one has.
"He was pulled out alive by fishermen": who does it was hung on the adjective. "Gunmen believed to be bandits attacked a
village": what people are held to be was made the verb. "Was refused entry on two days by soldiers": who does it was hung on
the time. "They shelled the village, alleged the mayor": who tells it was made what is told.
"The hall which the jets targeted": the subject was hung on the pronoun. "Men sent to the port were recalled", "men held since
May will be freed": the participle was made a verb to which the other is joined, or of which it is told. "Shot at men leaving a
mosque and stole a car": the second past was joined to the participle. "Shots came from the bus, and two boys, Adam and Jan Roe,
were hurt": the second verb's subject was joined to a noun of the first clause.
"""

from __future__ import annotations

from msgspec.structs import replace

from dateline.annotate.counted import is_person
from dateline.records import Token
from dateline.reference.annotating import annotating_words
from dateline.reference.coding import coding_words
from dateline.reference.roles import roles

_HELD = coding_words().verbs.holding | {"say"}
_TIMES = frozenset("afternoon day evening hour minute month morning night occasion time week weekend year".split())
_PLACES = frozenset("area camp city home house town village".split())
_ARMED = ("COP", "MIL")
_PLACED = ("FAC", "GPE", "LOC")
_FAR = 40  # tokens of a clause
_REACH_OF_BY = 10  # tokens of "by police in the town"
_STEPS = 5  # up a tree
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_OPENING = (*_SUBJECTS, "mark", "dobj")
_WORDS = annotating_words().trees
_GOES_ON = ("ccomp", "conj", "xcomp")
_OF_NAMES = ("ADJ", "DET", "NOUN", "PRON", "PROPN", "PUNCT")
_MOVED = frozenset(("punct", "cc", "conj"))
_HUNG = ("pobj", "prep", "dobj", "conj")  # what an object or its phrase is to the words up to its verb


def mend_verbs(out: list[Token]) -> None:
    """Mend the verbs of one text in place. Token numbers are indexes of `out`."""
    for token in tuple(out):
        here = out[token.i]
        if here.lemma in _HELD and here.tag in ("VBD", "VBN"):
            _set_held(out, here)
        elif here.dep in ("ccomp", "conj", "dep") and here.pos in ("VERB", "AUX"):
            if here.dep == "ccomp" or not _is_joined(out, here):
                _set_participle(out, here)
        elif here.dep in ("csubj", "csubjpass") and here.tag in ("VBD", "VBN"):
            _set_subject(out, here)
        elif here.dep == "acl" and here.tag == "VBN":
            if not _set_behind_which(out, here):
                _set_verb(out, here)
                _set_whom(out, out[here.i])
        elif here.lower == "by" and here.dep == "prep" and _writes_nothing(out, here):
            _set_agent(out, here)
        elif here.dep == "agent" and out[here.head].pos in ("ADJ", "ADV"):
            verb = out[out[here.head].head]
            if verb.tag == "VBN" and any(t.dep == "auxpass" for t in _kids(out, verb)):
                out[here.i] = replace(here, head=verb.i)
        if here.lemma in _WORDS.tellers and here.tag == "VBD":
            _set_teller(out, here)
        elif here.dep == "conj" and here.tag == "VBN" and out[here.head].dep == "ccomp":
            _set_beside_saying(out, here)
        if here.dep == "conj" and here.tag == "VBD" and out[here.head].tag == "VBG":
            _set_beside_finite(out, here)
        if out[here.i].dep in ("advcl", "conj") and here.pos in ("VERB", "AUX"):
            _set_second_subject(out, out[here.i])


def _kids(out: list[Token], token: Token) -> list[Token]:
    return [t for t in out[max(0, token.i - _FAR) : token.i + _FAR] if t.head == token.i and t.i != token.i]


def _set_teller(out: list[Token], verb: Token) -> None:
    """Make who tells what stands before the comma the subject of its verb: "they shelled the village, alleged the mayor"."""
    kids, above = _kids(out, verb), out[verb.head]
    if not verb.i or out[verb.i - 1].text != "," or any(t.dep in (*_SUBJECTS, "cc") for t in kids):
        return
    listed = any(t.dep == "cc" for t in _kids(out, above)) or any(t.i > verb.i and t.dep in _GOES_ON for t in kids)
    told = any(t.dep == "ccomp" and t.i < verb.i for t in kids) or (
        verb.dep == "conj" and above.i < verb.i and above.pos in ("VERB", "AUX")
    )
    who = next((t for t in kids if t.dep == "dobj" and t.i > verb.i), None)
    if who is None or listed or not told or any(t.pos not in _OF_NAMES for t in out[verb.i + 1 : who.i]):
        return
    out[who.i] = replace(who, dep="nsubj")


def _set_beside_saying(out: list[Token], verb: Token) -> None:
    """Hang what a speaker has done besides on the saying: "[Oman] says its fees were paid and [has accused] the ministry".

    The auxiliary tells: it is of the number of who speaks, not of who is spoken of.
    """
    content = out[verb.head]
    saying = out[content.head]
    has = next((t for t in _kids(out, verb) if t.dep == "aux" and t.lemma == "have" and t.tag in ("VBZ", "VBP")), None)
    if has is None or saying.lemma not in _WORDS.saying or saying.i > content.i or saying.tag not in ("VBZ", "VBP"):
        return
    if any(t.dep in _SUBJECTS for t in _kids(out, verb)):
        return
    told = next((t for t in _kids(out, content) if t.dep in ("nsubj", "nsubjpass") and t.i < content.i), None)
    if told is None or has.tag != saying.tag:
        return
    many = told.tag in ("NNS", "NNPS") or told.lower in ("they", "we") or any(t.dep == "conj" for t in _kids(out, told))
    if many == (has.tag == "VBP"):
        return
    out[verb.i] = replace(verb, head=saying.i)


def _set_beside_finite(out: list[Token], verb: Token) -> None:
    """Join a past verb to the one before it, not to a participle between: "shot at men leaving a mosque and stole a car"."""
    participle, kids = out[verb.head], _kids(out, verb)
    ahead = out[verb.i - 1]
    if participle.dep != "acl" or ahead.dep != "cc" or not any(t.dep == "dobj" and t.i > verb.i for t in kids):
        return
    above = out[participle.head]
    while above.dep in _HUNG and above.head < above.i:
        above = out[above.head]
    acts = any(t.dep in _SUBJECTS and t.i < above.i for t in _kids(out, above))
    if above.tag != "VBD" or above.i > participle.i or not acts:
        return
    out[verb.i] = replace(verb, head=above.i)
    out[ahead.i] = replace(ahead, head=above.i)


def _set_second_subject(out: list[Token], verb: Token) -> None:
    """Give a second verb the noun before it that was joined to one of the first clause: "..., and two boys were hurt".

    Without a comma it is the subject where no other "and" joins the verb: "threw stones at the gate and police fired back".
    """
    kids, first = _kids(out, verb), out[verb.head]
    opens = min((t.i for t in kids if t.i < verb.i and t.dep in ("aux", "auxpass", "advmod", "neg")), default=verb.i)
    if (
        out[opens - 1].dep == "cc"
        or any(t.dep in (*_SUBJECTS, "cc") for t in kids)
        or first.pos not in ("VERB", "AUX")
        or first.i > verb.i
    ):
        return
    finite = verb.tag in ("VBD", "VBZ", "VBP") or any(t.dep in ("aux", "auxpass") and t.tag != "TO" for t in kids)
    joined = [t for t in out[first.i + 1 : verb.i] if t.dep == "conj" and t.pos in ("NOUN", "PROPN", "PRON", "NUM")]
    parted = verb.dep == "conj"
    subject = next((t for t in joined if (parted and _opens_clause(out, t, first)) or _is_before(out, t, opens)), None)
    if (
        not finite
        or subject is None
        or any(t.pos in ("VERB", "AUX") for t in out[subject.i : verb.i] if t.head != verb.i)
    ):
        return
    passive = any(t.dep == "auxpass" for t in kids)
    out[verb.i] = replace(verb, dep="conj")
    out[subject.i] = replace(subject, dep="nsubjpass" if passive else "nsubj", head=verb.i)


def _opens_clause(out: list[Token], noun: Token, verb: Token) -> bool:
    """Tell whether a comma and an "and" stand before a noun joined to what hangs on a verb, and no second "and" behind it."""
    start = min((t.i for t in _kids(out, noun) if t.i < noun.i), default=noun.i)
    link, comma = out[start - 1], out[start - 2]
    parted = link.dep == "cc" and comma.text == "," and comma.i > verb.i
    return parted and out[noun.head].i < link.i and out[noun.head].pos not in ("VERB", "AUX")


def _is_before(out: list[Token], noun: Token, opens: int) -> bool:
    """Tell whether people joined by "and" to what stands behind a preposition stand right before the words of a verb."""
    above = out[noun.head]
    start = min((t.i for t in _kids(out, noun) if t.i < noun.i), default=noun.i)
    joined = above.dep == "pobj" and out[start - 1].lower == "and" and noun.i == opens - 1
    return joined and above.i < start and (is_person(noun) or roles().sector(noun.lemma) in _ARMED)


def _set_behind_which(out: list[Token], verb: Token) -> bool:
    """Make a participle the verb of "the hall which the jets targeted", whose subject was hung on the pronoun."""
    subject = out[verb.head]
    while subject.dep in ("pobj", "prep"):
        subject = out[subject.head]
    which = out[subject.head]
    if which.tag not in ("WDT", "WP") or subject.dep not in _SUBJECTS or not 0 < which.i < subject.i < verb.i:
        return False
    noun = out[which.i - 1]
    if noun.pos not in ("NOUN", "PROPN") or any(t.dep in ("aux", "auxpass") for t in _kids(out, verb)):
        return False
    out[verb.i] = replace(verb, tag="VBD", dep="relcl", head=noun.i)
    out[subject.i] = replace(subject, dep="nsubj", head=verb.i)
    out[which.i] = replace(which, dep="dobj", head=verb.i)
    return True


def _set_held(out: list[Token], verb: Token) -> None:
    """Make a participle of "gunmen [believed] to be bandits attacked", and its noun the subject of the next verb."""
    to = _to_be(out, verb)
    kids = _kids(out, verb)
    subject = next((t for t in kids if t.dep == "nsubj" and t.pos in ("NOUN", "PROPN") and t.i < verb.i), None)
    if to is None or subject is None or any(t.dep in ("aux", "auxpass") for t in kids):
        return
    inner = next((t for t in kids if t.dep == "ccomp" and t.i > verb.i), None)
    main = inner or (out[verb.head] if verb.dep in ("advcl", "parataxis") and verb.head > verb.i else None)
    if main is None or main.pos not in ("VERB", "AUX"):
        return
    if inner is not None:
        _free_infinitive(out, verb, inner)
        root = verb.head if verb.head != verb.i else main.i
        out[main.i] = main = replace(out[main.i], dep=verb.dep, head=root)
    if any(t.dep in _SUBJECTS for t in _kids(out, main)):
        return
    passive = any(t.dep == "auxpass" for t in _kids(out, main))
    out[subject.i] = replace(subject, dep="nsubjpass" if passive else "nsubj", head=main.i)
    out[verb.i] = replace(verb, tag="VBN", dep="acl", head=subject.i)
    for token in kids:
        outside = token.dep in _MOVED or token.dep in ("advmod", "mark", "prep")
        if outside and not subject.i < token.i < main.i:
            out[token.i] = replace(token, head=main.i)


def _to_be(out: list[Token], verb: Token) -> Token | None:
    """Return the "to" of "believed to be", "said by police to be"; None where there is none."""
    behind = out[verb.i + 1 : verb.i + 2]
    if behind and behind[0].lower == "by":
        behind = [t for t in out[verb.i + 2 : verb.i + _REACH_OF_BY] if t.pos not in _OF_NAMES][:1]
    return behind[0] if behind and behind[0].tag == "TO" else None


def _free_infinitive(out: list[Token], verb: Token, inner: Token) -> None:
    """Part "to be bandits" from "attacked", which was made the passive of it."""
    kids = _kids(out, inner)
    be = next((t for t in kids if t.lower == "be" and t.dep in ("aux", "auxpass") and t.i == verb.i + 2), None)
    if be is None:
        return
    out[be.i] = replace(be, dep="xcomp", head=verb.i, pos="AUX")
    for token in kids:
        if token.i < be.i:
            out[token.i] = replace(token, head=be.i)
        elif token.dep in ("nsubj", "nsubjpass") and be.i < token.i < inner.i:
            out[token.i] = replace(token, dep="attr", head=be.i)
    out[inner.i] = replace(inner, tag="VBD" if inner.tag == "VBN" else inner.tag)


def _writes_nothing(out: list[Token], by: Token) -> bool:
    """Tell whether nothing is "by" somebody at a noun: a time or a place, or what a passive keeps as its object."""
    noun, doer = out[by.head], next((t for t in _kids(out, by) if t.dep == "pobj"), None)
    if noun.lemma in _TIMES or noun.entity in ("DATE", "TIME") or noun.dep == "dobj":
        return True
    beside = doer is None or (
        doer.tag not in ("NNS", "NNPS") and not doer.lower.endswith("ing")
    )  # "the house by the lake"
    return not beside and (noun.lemma in _PLACES or noun.entity in _PLACED)


def _set_agent(out: list[Token], by: Token) -> None:
    """Hang "by soldiers" behind a time on the passive before it: "was refused entry on two days [by] soldiers"."""
    above = out[by.head]
    kept = above.dep == "dobj"
    for _ in range(_STEPS):
        if above.head == above.i or above.pos == "VERB":
            break
        above = out[above.head]
    kids = _kids(out, above)
    if kept and above.lemma not in _WORDS.giving:
        return
    passive = above.tag == "VBN" and (above.dep == "acl" or any(t.dep == "auxpass" for t in kids))
    if passive and above.i < by.i and not any(t.dep == "agent" for t in kids):
        out[by.i] = replace(by, dep="agent", head=above.i)


def _set_participle(out: list[Token], verb: Token) -> None:
    """Make the verb above a participle of its subject, and that the subject of the verb, which has none."""
    above = out[verb.head]
    if above.tag not in ("VBD", "VBN") or above.i > verb.i or above.lemma in _WORDS.saying:
        return
    kids, uppers = _kids(out, verb), _kids(out, above)
    is_to = verb.lemma == "be" and verb.tag in ("VBZ", "VBP")  # "men [sent] to the port are to be recalled"
    finite = (
        verb.tag == "VBD"
        or is_to
        or any(t.dep in ("aux", "auxpass") and t.tag in ("VBD", "VBZ", "VBP", "MD") for t in kids)
    )
    subject = next((t for t in uppers if t.dep == "nsubj" and t.pos in ("NOUN", "PROPN") and t.i < above.i), None)
    if not finite or subject is None or any(t.dep in _OPENING and t.i < verb.i for t in kids):
        return
    if any(t.dep in ("aux", "auxpass") or _is_acted_on(t, above) or (t.text in ",;:" and t.i < verb.i) for t in uppers):
        return
    passive = any(t.dep == "auxpass" for t in kids)
    out[verb.i] = replace(verb, dep=above.dep, head=verb.i if above.head == above.i else above.head)
    out[subject.i] = replace(subject, dep="nsubjpass" if passive else "nsubj", head=verb.i)
    out[above.i] = replace(above, tag="VBN", dep="acl", head=subject.i)
    for token in uppers:
        if token.dep in _MOVED and token.i > verb.i:
            out[token.i] = replace(token, head=verb.i)


def _is_acted_on(word: Token, verb: Token) -> bool:
    """Tell whether a verb has an object, so that it is no participle: not "men taken hostage", "boys taken prisoner"."""
    return word.dep == "dobj" and not (verb.lower == "taken" and word.lower in _WORDS.taken_as)


def _is_joined(out: list[Token], verb: Token) -> bool:
    """Tell whether a word or a comma joins a verb to the one that it hangs on."""
    between = out[verb.head : verb.i]
    return any(t.dep == "cc" or t.text in ",;:" or (t.dep == "punct" and not t.text.isalnum()) for t in between)


def _set_subject(out: list[Token], participle: Token) -> None:
    """Make the noun before a participle the subject, not the clause: "[men] seized at the port [will be freed]"."""
    verb, kids = out[participle.head], _kids(out, participle)
    subject = next((t for t in kids if t.dep == "nsubj" and t.pos in ("NOUN", "PROPN") and t.i < participle.i), None)
    if subject is None or verb.i < participle.i or any(t.dep in ("aux", "auxpass", "mark", "dobj") for t in kids):
        return
    if any(t.dep in _SUBJECTS and t.i != participle.i for t in _kids(out, verb)):
        return
    out[subject.i] = replace(subject, dep="n" + participle.dep.removeprefix("c"), head=verb.i)
    out[participle.i] = replace(participle, tag="VBN", dep="acl", head=subject.i)


def _set_deed(out: list[Token], deed: Token, verb: Token) -> None:
    """Make a deed that opens the sentence the subject of its verb: "[Shelling] by rebels [killed] nine people, monitors said"."""
    said = out[deed.head]
    opens = deed.i == 0 or out[deed.i - 1].sentence != deed.sentence
    if (
        not opens
        or said.lemma not in _WORDS.saying
        or said.i < verb.i
        or not any(t.dep == "dobj" for t in _kids(out, verb))
    ):
        return
    out[verb.i] = replace(verb, tag="VBD", dep="ccomp", head=said.i)
    out[deed.i] = replace(deed, tag="NN", pos="NOUN", lemma=deed.lower, dep="nsubj", head=verb.i)
    for token in _kids(out, deed):
        if token.dep == "agent":
            out[token.i] = replace(token, dep="prep")


def _set_whom(out: list[Token], verb: Token) -> None:
    """Make a clause of "an engineer, [whom] the police [arrested]": who stands before "whom" suffers it, the noun behind does it.

    The model hung the noun beside the person, or made it the subject of a passive behind ("whom the police arrested was freed").
    """
    doer = out[verb.head]
    first = min([doer.i, *(t.i for t in _kids(out, doer) if t.i < doer.i)])
    whom = out[first - 1] if first else doer
    people = out[doer.head]
    if whom.lower != "whom" or not whom.i < doer.i < verb.i:
        return
    if any(t.dep in ("agent", "dobj", "auxpass") for t in _kids(out, verb)):
        return
    if doer.dep == "nsubjpass" and people.dep == "relcl" and people.head < whom.i and people.i > verb.i:
        people = _free_passive(out, people)
    elif doer.dep not in ("appos", "conj", "dep") or people.i > whom.i:
        return
    out[verb.i] = replace(verb, tag="VBD", dep="relcl", head=people.i)
    out[doer.i] = replace(doer, dep="nsubj", head=verb.i)
    out[whom.i] = replace(whom, dep="dobj", head=verb.i)


def _free_passive(out: list[Token], passive: Token) -> Token:
    """Give the passive behind a clause with "whom" the person before it as subject, and return the person."""
    people = out[passive.head]
    above = passive.i if people.head == people.i else people.head
    out[passive.i] = replace(passive, dep=people.dep, head=above)
    out[people.i] = replace(people, dep="nsubjpass", head=passive.i)
    for token in _kids(out, people):
        if token.i > passive.i:
            out[token.i] = replace(token, head=passive.i)
    return out[people.i]


def _set_verb(out: list[Token], verb: Token) -> None:
    """Make a participle with an object the verb of a clause that has none: its root is the subject.

    So is one of what people do together, with or without: "relatives of victims of the fire [gathered] in Oran".
    """
    root = out[verb.head]
    inside = 0
    while root.dep in ("pobj", "prep", "conj", "compound", "agent") and inside < _FAR:
        root, inside = out[root.head], inside + 1
    if root.tag == "VBG" and root.dep == "advcl":
        _set_deed(out, root, verb)
        return
    if root.dep != "ROOT" or root.pos not in ("NOUN", "PROPN") or verb.i < root.i or verb.lemma in _WORDS.giving:
        return
    kids, uppers = _kids(out, verb), _kids(out, root)
    joined = [k for t in kids if t.dep == "conj" for k in _kids(out, t)]  # "stabbed and wounded a clerk"
    acts = verb.lemma in _WORDS.done_together and root.tag == "NNS" and verb.head != root.i
    if not (acts or any(t.dep == "dobj" for t in (*kids, *joined))) or any(
        t.pos in ("VERB", "AUX") and t.dep not in ("amod", "prep") for t in uppers if t.i != verb.i
    ):
        return
    out[verb.i] = replace(verb, tag="VBD", dep="ROOT", head=verb.i)
    out[root.i] = replace(root, dep="nsubj", head=verb.i)
    for token in uppers:
        if token.i > verb.i:
            out[token.i] = replace(token, head=verb.i)
