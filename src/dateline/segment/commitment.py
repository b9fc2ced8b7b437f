"""What a reporting verb makes of its content: told, claimed, denied, asked, left open.

The verb's own commitment stands in the lexicon; negation, an open question, a court that is told and a source that nobody
names change it.
"""

from __future__ import annotations

from dateline.records import Parse, Span, Token
from dateline.reference.speech import Speech
from dateline.segment.phrases import edges, noun_phrase


def commitment_of(parse: Parse, verb: Token, lemma: str, lexicon: Speech, *, hidden: bool = False) -> str:
    """Return the commitment of a verb in its sentence.

    Negation turns belief to denial; what is not said stays open. hidden: nobody is named as the source. What is said of
    nobody knows whom ("it is said that"), and what a party tells a court, is a claim.
    """
    value = lexicon.verbs[lemma]
    if lemma in lexicon.frames["verdict"] and judged(parse, verb, lexicon):
        return "deny"
    if lemma == "want" and any(not parse.kids(inner.i, "nsubj") for inner in parse.kids(verb.i, "xcomp")):
        return "plan"
    negated = bool(parse.kids(verb.i, "neg"))
    told_to = lemma in ("tell", "warn") and bool(parse.kids(verb.i, "xcomp")) and not parse.kids(verb.i, "ccomp")
    if told_to or (negated and value in ("say", "confirm", "claim")) or _open_question(parse, verb):
        return "ask"
    if value == "say" and ((hidden and _hearsay(parse, verb, lemma, lexicon)) or _in_court(parse, verb, lexicon)):
        return "claim"
    return "deny" if negated and value == "believe" else value


def _open_question(parse: Parse, verb: Token) -> bool:
    return any(mark.lower in ("whether", "if") for c in parse.kids(verb.i, "ccomp") for mark in parse.kids(c.i, "mark"))


def _hearsay(parse: Parse, verb: Token, lemma: str, lexicon: Speech) -> bool:
    """Tell whether a passive without a teller reports a clause: "it is said that", not "clashes were reported"."""
    subjects = [t for t in parse.kids(verb.i, "nsubjpass", "nsubj") if t.lower != "it"]
    return lemma in lexicon.frames["hearsay"] and (not subjects or bool(parse.kids(verb.i, "xcomp")))


def _in_court(parse: Parse, verb: Token, lexicon: Speech) -> bool:
    """Tell whether the words are said in court or to a judge: "told the magistrate that", "said in court"."""
    hearers = parse.kids(verb.i, "dobj", "dative")
    before = [
        o for p in parse.kids(verb.i, "prep") if p.lower in ("in", "to", "before") for o in parse.kids(p.i, "pobj")
    ]
    return any(token.lemma in lexicon.courts for token in (*hearers, *before) if token.i > verb.i)


def judged(parse: Parse, verb: Token, lexicon: Speech) -> Span | None:
    """Return what is called untrue: "called the report false", "which she called absurd"."""
    near = parse.tokens[verb.i + 1 : verb.i + 9]
    if not any(token.lower in lexicon.untrue and token.sentence == verb.sentence for token in near):
        return None
    if near[0].lower in ("this", "that", "it"):
        return Span(near[0].start, near[0].end)
    if verb.dep == "relcl":
        which = next((parse.tokens[i] for i in range(*edges(parse, verb.i)) if parse.tokens[i].lower == "which"), None)
        antecedent = parse.tokens[verb.head]
        return Span(which.start, which.end) if which else noun_phrase(parse, antecedent.i)
    for thing in parse.kids(verb.i, "dobj", "nsubjpass", "ccomp", "oprd"):
        if thing.dep == "ccomp" and thing.i < verb.i:
            continue
        subject = next(iter(parse.kids(thing.i, "nsubj")), thing)
        if _is_wrong_deed(parse, verb, subject, lexicon):
            continue
        if subject.lower not in lexicon.untrue:
            return Span(subject.start, subject.end) if subject.pos == "PRON" else noun_phrase(parse, subject.i)
    return None


def _is_wrong_deed(parse: Parse, verb: Token, thing: Token, lexicon: Speech) -> bool:
    """Tell whether "wrong" blames a deed and calls no words untrue: "called the killing wrong", no "called the report wrong"."""
    judgement = {t.lower for t in parse.tokens[verb.i + 1 : verb.i + 9] if t.lower in lexicon.untrue}
    return judgement == {"wrong"} and thing.pos == "NOUN" and thing.lemma not in lexicon.nouns
