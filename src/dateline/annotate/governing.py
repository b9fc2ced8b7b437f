"""What befalls those whom a noun names: the verbs that govern it, and what each of them tells."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from dateline.records import Parse, Token
from dateline.records.annotation import CountOf
from dateline.reference.annotating import annotating_words
from dateline.reference.numbers import CountLexicon, Cues

THINGS: tuple[CountOf, ...] = ("soldiers", "vehicles", "buildings")
_WORDS = annotating_words().counting
_COMPANION_REACH = 8  # tokens on either side of the verb
_VAGUE = frozenset({"dozens", "scores", "hundreds", "thousands", "millions"})

Side = Literal["object", "subject"]


def harms(lexicon: CountLexicon) -> Iterator[tuple[CountOf, Cues]]:
    """Yield what befalls people, gatherings left out."""
    return ((of, cues) for of, cues in lexicon.of.items() if of not in THINGS and of != "participants")  # type: ignore[misc]


def fits(parse: Parse, verb: Token, side: Side, cues: Cues) -> bool:
    """Tell whether a verb is in the list of its side, with its companion word nearby where the list wants one."""
    companions = (cues.objects if side == "object" else cues.subjects).get(verb.lemma)
    if companions is None:
        return False
    if "" in companions:
        return True
    first, last = parse.sentences[verb.sentence]
    near = _COMPANION_REACH if verb.lemma != "be" else _COMPANION_REACH // 2
    around = parse.tokens[max(first, verb.i - near if verb.lemma != "be" else verb.i) : min(last, verb.i + near + 1)]
    return any(
        t.pos != "PROPN" and (t.lemma in companions or t.lower in companions) and _tells(parse, verb, t) for t in around
    )


def _tells(parse: Parse, verb: Token, companion: Token) -> bool:
    """Tell whether a companion says what the verb leads to: "shot to death", but not "shot after the death of a friend"."""
    if companion.lower == "killed":
        return companion.i > verb.i  # "left four killed", but not "killed four and left nine missing"
    if companion.lower == "fatally":
        return companion.head == verb.i
    return companion.lower != "death" or (companion.i > 0 and parse.tokens[companion.i - 1].lower == "to")


def told_by(parse: Parse, verb: Token, side: Side, lexicon: CountLexicon) -> CountOf | None:
    """Return what a verb tells of those on its side; whoever is "shot and killed" is not counted as hurt."""
    of = next((of for of, cues in harms(lexicon) if fits(parse, verb, side, cues)), None)
    return "killed" if of == "injured" and side == "object" and _died_of_it(parse, verb, lexicon) else of


def _died_of_it(parse: Parse, verb: Token, lexicon: CountLexicon) -> bool:
    """Tell whether a verb joined to a passive one tells that whoever was hurt did not live: "was stabbed and died"."""
    killed = lexicon.of["killed"]
    for other in parse.kids(verb.i, "conj"):
        if parse.kids(other.i, "nsubj", "nsubjpass", "dobj"):
            continue  # "was shot and killed two officers"
        passive = other.tag == "VBN" or bool(parse.kids(other.i, "auxpass"))
        if fits(parse, other, "object" if passive else "subject", killed):
            return True
    return False


def governors(parse: Parse, i: int) -> Iterator[tuple[Token, Side]]:
    """Yield the verbs that a noun is object (or passive subject) or subject of, the nearest first."""
    yield from _clauses_on(parse, i)
    token = parse.tokens[i]
    for _ in range(8):
        head = parse.tokens[token.head]
        if head.i == token.i:
            return
        if token.dep in ("nsubj", "csubj"):
            yield from _subject_of(parse, head)
            return
        if token.dep in ("nsubjpass", "dobj", "obj", "dative", "oprd", "attr", "npadvmod", "ccomp"):
            yield head, "object"
            if token.dep == "nsubjpass":
                yield from ((kid, "subject") for kid in parse.kids(head.i, "xcomp"))
            if token.dep == "attr":  # "there were 500 ..."
                yield from _clauses_on(parse, head.i)
            return
        if token.dep == "pobj" and parse.tokens[token.head].lower in ("to", "before") and _speaks(parse, token):
            yield parse.tokens[parse.tokens[token.head].head], "object"
            return
        if token.dep == "pobj" and head.dep == "agent":  # "attended by 40 officials"
            yield parse.tokens[head.head], "subject"
            return
        if token.dep == "pobj":
            governor = _behind_preposition(parse, token)
            if governor is None:
                return
            token = governor
            yield from _clauses_on(parse, token.i)
            continue
        if token.dep == "dep" and head.pos == "VERB" and _of_them(parse, token):
            yield head, "object" if parse.kids(head.i, "nsubjpass") else "subject"
            return
        if token.dep not in ("conj", "appos", "nummod", "nmod", "compound", "amod", "quantmod", "det", "dep", "prep"):
            return
        token = head


def _of_them(parse: Parse, number: Token) -> bool:
    """Tell an aside that counts the subject: "lit candles on the quay, about 60 of them"."""
    inside = [o for p in parse.kids(number.i, "prep") if p.lower == "of" for o in parse.kids(p.i, "pobj")]
    return any(o.lower in ("them", "us") for o in inside)


def _behind_preposition(parse: Parse, token: Token) -> Token | None:
    """Climb from the object of "of" to a noun that only measures it ("a group of"); None at any other preposition."""
    preposition = parse.tokens[token.head]
    governor = parse.tokens[preposition.head]
    measures = governor.lemma in _WORDS.containers or governor.pos == "NUM" or governor.lower in _VAGUE
    return governor if preposition.lower == "of" and measures else None


def _speaks(parse: Parse, token: Token) -> bool:
    """Tell "spoke to 3,000": a listener behind a preposition."""
    return parse.tokens[parse.tokens[token.head].head].lemma in ("speak", "talk", "preach")


def _subject_of(parse: Parse, verb: Token) -> Iterator[tuple[Token, Side]]:
    yield verb, "subject"
    for kid in parse.kids(verb.i, "xcomp", "conj"):
        if parse.kids(kid.i, "nsubj", "nsubjpass"):
            continue  # "two died and 17 were hurt"
        passive = bool(parse.kids(kid.i, "auxpass"))
        yield kid, "object" if passive else "subject"


def _clauses_on(parse: Parse, i: int) -> Iterator[tuple[Token, Side]]:
    """Yield the verbs of the clauses that hang on a noun: "people killed", "people who marched", "people marching"."""
    for kid in parse.kids(i, "acl", "relcl"):
        passive = bool(parse.kids(kid.i, "nsubjpass", "auxpass")) or (kid.dep == "acl" and kid.tag == "VBN")
        own_subject = parse.kids(kid.i, "nsubj")
        if passive:
            yield kid, "object"
        elif not own_subject or own_subject[0].tag in ("WP", "WDT"):
            yield kid, "subject"
        else:
            yield kid, "object"
