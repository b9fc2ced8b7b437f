"""Indirect speech and thought in the parse: who, by which cue, says what, without regard to quotation marks.

Patterns: verbs with a clause, an infinitive or a bare object; verbs in brackets of commas ("..., police said, ...");
the passive and "it is said". Cues that are no verbs are found by `nominal`.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from dateline.records import Parse, Span, Token
from dateline.reference.speech import Speech
from dateline.segment.bracketed import bracketed, misread
from dateline.segment.commitment import commitment_of, judged
from dateline.segment.cues import cue_span
from dateline.segment.nominal import according, adverb, noun_cue, reckoned
from dateline.segment.phrases import (
    clause,
    clause_bounds,
    edges,
    noun_phrase,
    relative_subject,
    subject_of,
    trimmed,
    with_name,
)
from dateline.segment.resumed import resumed
from dateline.segment.sayings import OWN, Saying
from dateline.segment.stances import stance
from dateline.segment.tallies import bare_figure, figure, gapped

_POINTING = {"it", "this", "that", "these", "those"}
_RECKONINGS = {"count", "estimate", "reckoning", "tally"}  # "by the count of the port"
_RESUMING = {"which", "a", "an", "the"}  # of the same sentence: ", which the army denies", ", a charge the army denies"
_INFINITIVE_TOO = {"ask", "plan", "hope", "claim", "deny", "fear", "believe", "confirm"}
_FOR_VERBS = {"call", "ask", "appeal", "press", "plead", "beg", "pray", "hope", "plan", "long", "wish"}


def reported(parse: Parse, lexicon: Speech) -> list[Saying]:
    """Return the indirect ascriptions of a text, in the order of their cues.

    Where the content is only a pronoun for what was said just before ("the army denies this", ", which she called
    absurd"), that content is taken over.
    """
    out: list[Saying] = []
    for saying in _found(parse, lexicon):
        out.append(_resolved(parse, saying, out))
    return out


def _resolved(parse: Parse, saying: Saying, earlier: list[Saying]) -> Saying:
    """Return the saying with the content that its pronoun stands for: of this sentence or the one before.

    A saying whose content ran on into ", which the army denies" is cut short in `earlier`.
    """
    pronoun = parse.at(saying.content.start)
    if pronoun is None or pronoun.end < saying.content.end or pronoun.lower not in _POINTING | _RESUMING:
        return saying
    here = pronoun.lower in _RESUMING
    first = parse.sentences[max(0, pronoun.sentence - (not here))][0]
    for k in range(len(earlier) - 1, max(-1, len(earlier) - 5), -1):
        content = earlier[k].content
        if here and content.start < pronoun.start < content.end:
            begin = parse.at(content.start)
            content = (trimmed(parse, begin.i, pronoun.i) if begin else None) or content
            earlier[k] = replace(earlier[k], content=content)
        if parse.tokens[first].start <= content.start and content.end <= saying.content.start:
            return replace(saying, content=content)
    before = trimmed(parse, parse.sentences[pronoun.sentence][0], pronoun.i) if here else None
    return replace(saying, content=before) if before else saying


def _found(parse: Parse, lexicon: Speech) -> Iterator[Saying]:
    """Yield the ascriptions as the patterns find them."""
    for token in parse.tokens:
        lower = token.lower
        if lower == "according":
            yield from according(parse, token)
        elif token.lemma in _RECKONINGS and token.pos == "NOUN":
            yield from reckoned(parse, token)
        elif lower in lexicon.adverbs:
            yield from adverb(parse, token, lexicon.adverbs[lower])
        elif (lemma := verb_lemma(token, lexicon)) and not _unsaid(parse, token):
            found: list[Saying | None] = [*_verb(parse, token, lemma, lexicon)]
            yield from (saying for saying in found or [stance(parse, token, lexicon)] if saying is not None)
        elif (misread_verb := misread(parse, token, lexicon)) and (
            closing := bracketed(parse, token, misread_verb, lexicon)
        ):
            yield closing
        elif token.pos == "NOUN" and token.lemma in lexicon.nouns:
            yield from noun_cue(parse, token, lexicon)
        elif (taken := stance(parse, token, lexicon)) is not None:
            yield taken


def verb_lemma(token: Token, lexicon: Speech) -> str | None:
    """Return the lexicon's lemma for a token that is a reporting verb, else None."""
    if token.pos != "VERB" and not (token.tag.startswith("VB") and token.pos != "AUX"):
        return None
    if token.lemma in lexicon.verbs:
        return token.lemma
    return lexicon.forms.get(token.lower)


def _is_nobody(parse: Parse, who: Token) -> bool:
    """Tell whether it is said that none says it: "no group has claimed the attack"."""
    return any(t.lower in ("no", "neither") for t in parse.kids(who.i, "det"))


def _verb(parse: Parse, verb: Token, lemma: str, lexicon: Speech) -> Iterator[Saying]:
    passive = _is_passive(parse, verb)
    counts = not passive and not any(lemma in lexicon.frames[frame] for frame in ("charge", "figure", "hearer"))
    if counts and (bare := bare_figure(parse, verb)) is not None:
        yield bare
        return
    if (
        _put_off(parse, verb)
        or _takes(parse, verb, lexicon)
        or _conditional(parse, verb)
        or any(t.lower == "whatever" for t in parse.kids(verb.i, "dobj", "det", "nsubj"))
        or (passive and lemma == "dismiss" and not _called_so(parse, verb))
    ):
        return
    if not passive and (between := bracketed(parse, verb, lemma, lexicon)) is not None:
        yield between
        return
    if (taken_up := resumed(parse, verb, lemma, lexicon)) is not None:
        yield taken_up
        return
    content = _content(parse, verb, lemma, lexicon, passive=passive)
    if content is None:
        return
    who = _agent(parse, verb) if passive else speaker_of(parse, verb)
    if not passive and (who is None or who.lower in OWN or _object_form(who) or _is_nobody(parse, who)):
        return
    if who is not None and who.lower in ("it", "there") and (who.dep == "expl" or passive):
        who = None
    if who is not None and content.start <= who.start < content.end and not content.start <= verb.start < content.end:
        return
    source = named_by(parse, verb, who)
    cue = cue_span(parse, verb, content)
    saying = replace(
        source, cue=cue, content=content, commitment=commitment_of(parse, verb, lemma, lexicon, hidden=who is None)
    )
    others = list(gapped(parse, verb, saying)) if lemma in lexicon.frames["figure"] and not passive else []
    yield _up_to(parse, saying, others)
    yield from others


def _takes(parse: Parse, verb: Token, lexicon: Speech) -> bool:
    """Tell whether "claim" means to take: "the blasts claimed at least 40 lives", "claimed the title"."""
    taken = (t.lemma in lexicon.taken for t in parse.kids(verb.i, "dobj", "nsubjpass"))
    return verb.lemma == "claim" and any(taken)


def _called_so(parse: Parse, verb: Token) -> bool:
    """Tell whether a claim, not somebody, is dismissed: "was dismissed as rumour"."""
    return bool(parse.kids(verb.i, "oprd")) or any(p.lower == "as" for p in parse.kids(verb.i, "prep"))


def _up_to(parse: Parse, saying: Saying, others: list[Saying]) -> Saying:
    """Return a saying that ends where the next source begins."""
    begin, end = (
        parse.at(saying.content.start),
        parse.at(others[0].source.start) if others and others[0].source else None,
    )
    content = trimmed(parse, begin.i, end.i) if begin and end and begin.i < end.i else None
    return replace(saying, content=content) if content else saying


def _conditional(parse: Parse, verb: Token) -> bool:
    """Tell whether "should" before the subject makes a condition of it: "should the senate confirm the ban"."""
    subjects = parse.kids(verb.i, "nsubj")
    return any(aux.lower == "should" and subjects and aux.i < subjects[0].i for aux in parse.kids(verb.i, "aux"))


def _put_off(parse: Parse, verb: Token) -> bool:
    """Tell whether a particle makes another verb of a cue: "called off", "called up"."""
    return verb.lemma == "call" and any(t.lower in ("off", "up", "in", "back") for t in parse.kids(verb.i, "prt"))


def named_by(parse: Parse, verb: Token, who: Token | None) -> Saying:
    """Return a saying without content whose source is `who`, or the relative pronoun that stands for it at the verb."""
    pronoun = relative_subject(parse, verb) if who is not None else None
    head = pronoun or who
    return Saying(
        source=Span(pronoun.start, pronoun.end)
        if pronoun
        else with_name(parse, noun_phrase(parse, who.i), verb.i)
        if who
        else None,
        who=head.i if head else None,
        stands_for=who.i if pronoun and who else None,
        cue=None,
        content=Span(verb.start, verb.start),
        commitment="say",
    )


def _unsaid(parse: Parse, verb: Token) -> bool:
    """Tell whether somebody says nothing of it: "on which the army declined to comment", "would not comment"."""
    if verb.lemma not in ("comment", "elaborate"):
        return False
    above = parse.tokens[verb.head]
    return bool(parse.kids(verb.i, "neg")) or (verb.dep == "xcomp" and above.lemma in ("decline", "refuse"))


def _object_form(who: Token) -> bool:
    """Tell a subject of a bare infinitive ("helped him plan"), which reports nothing."""
    return who.lower in ("him", "them") or (who.lower == "her" and who.tag == "PRP")


def _is_passive(parse: Parse, verb: Token) -> bool:
    if parse.kids(verb.i, "auxpass", "nsubjpass"):
        return True
    return verb.tag == "VBN" and not parse.kids(verb.i, "aux", "nsubj") and verb.dep in ("acl", "advcl", "amod")


def _agent(parse: Parse, verb: Token) -> Token | None:
    for by in parse.kids(verb.i, "agent", "prep"):
        if by.lower == "by":
            return next(iter(parse.kids(by.i, "pobj")), None)
    return None


def speaker_of(parse: Parse, verb: Token) -> Token | None:
    """Return the head of the one who speaks; in "quoted Roe as saying" that is Roe."""
    head = parse.tokens[verb.head]
    if verb.dep == "pcomp" and head.lower == "as":
        quoting = parse.tokens[head.head]
        return next(iter(parse.kids(quoting.i, "dobj", "nsubjpass")), None)
    return subject_of(parse, verb.i)


def _content(parse: Parse, verb: Token, lemma: str, lexicon: Speech, *, passive: bool) -> Span | None:
    """Return what is said, by the first pattern that fits."""
    frames, value = lexicon.frames, lexicon.verbs[lemma]
    if lemma in frames["verdict"] and (verdict := judged(parse, verb, lexicon)):
        return verdict
    if lemma in frames["relay"] and (relayed := _relayed(parse, verb)):
        return relayed
    if lemma in frames["charge"] and (charge := _charge(parse, verb)):
        return charge
    if lemma in frames["figure"] and not passive and (tally := figure(parse, verb)):
        return tally
    clausal = _unparted(parse, verb, parse.kids(verb.i, "ccomp")) if lemma not in ("want", "put") else []
    if clausal and (lemma not in frames["weak"] or _finite(parse, clausal[-1])):
        return _clausal(parse, verb, clausal)
    if not clausal and (behind := _behind_day(parse, verb, lemma, lexicon)):
        return behind
    weak = lemma in frames["weak"] and value != "ask"
    if (value in _INFINITIVE_TOO or passive or lemma == "tell") and not weak:
        for inner in parse.kids(verb.i, "xcomp"):
            return _with_addressee(parse, verb, inner)
    if value in ("ask", "plan", "hope") and (wanted := _prepositional(parse, verb, lemma)):
        return wanted
    if lemma in frames["finding"] and (finding := _finding(parse, verb, lexicon)):
        return finding
    if lemma == "ask" and passive and (asked := _asked(parse, verb)):
        return asked
    if lemma in frames["object"]:
        for thing in parse.kids(verb.i, "nsubjpass" if passive else "dobj"):
            if value == "deny" and lexicon.nouns.get(thing.lemma) == "ask":
                return None  # "rejected a plea": what was asked has been asked
            return None if thing.lower in ("it", "this", "that") and value != "deny" else _whole(parse, thing)
    return None if weak else _beside(parse, verb)


def _unparted(parse: Parse, verb: Token, heads: list[Token]) -> list[Token]:
    """Return the clauses that no semicolon parts from the verb."""
    first, last = clause_bounds(parse, verb.i, *parse.sentences[verb.sentence])
    return [head for head in heads if first <= head.i < last]


def _behind_day(parse: Parse, verb: Token, lemma: str, lexicon: Speech) -> Span | None:
    """Return a that-clause that the parser hung on the day or the hearer before it: "said the next day that ..."."""
    nouns = parse.kids(verb.i, "npadvmod")
    nouns += [o for p in parse.kids(verb.i, "prep") for o in parse.kids(p.i, "pobj")]
    nouns += parse.kids(verb.i, "dobj", "dative") if lemma in lexicon.frames["hearer"] else []
    for noun in nouns:
        for inner in parse.kids(noun.i, "relcl", "acl"):
            first = parse.tokens[noun.i + 1] if noun.i + 1 < inner.i else noun
            if (
                first.lower == "that"
                and first.dep not in ("nsubj", "nsubjpass", "dobj", "pobj")
                and _finite(parse, inner)
            ):
                return clause(parse, inner.i)
    return None


def _clausal(parse: Parse, verb: Token, heads: list[Token]) -> Span | None:
    """Return the part of the content that follows the verb; where nothing follows, the clause before it."""
    after = [edges(parse, head.i) for head in heads if head.i > verb.i]
    if not after:
        return clause(parse, heads[-1].i, without={verb.i})
    return trimmed(parse, max(verb.i + 1, min(first for first, _ in after)), max(last for _, last in after))


def _whole(parse: Parse, noun: Token) -> Span | None:
    return clause(parse, noun.i)


def _finite(parse: Parse, verb: Token) -> bool:
    """Tell whether a clause states something: it has a subject or "that", and asks no "what" or "how"."""
    if any(
        t.tag in ("WP", "WRB", "WDT") and t.dep != "mark" for t in map(parse.tokens.__getitem__, parse.children[verb.i])
    ):
        return False
    return bool(parse.kids(verb.i, "nsubj", "nsubjpass", "expl", "mark"))


def _with_addressee(parse: Parse, verb: Token, inner: Token) -> Span | None:
    """Return an infinitive with the object that is to do it: "urged [both sides to hold fire]"."""
    first, last = edges(parse, inner.i)
    asked = [edges(parse, t.i)[0] for t in parse.kids(verb.i, "dobj") if verb.i < t.i < inner.i]
    return trimmed(parse, min([first, *asked]), last)


def _relayed(parse: Parse, verb: Token) -> Span | None:
    """Return "the mayor as saying that ..." of "quoted the mayor as saying that ...", an ascription of its own."""
    for prep in parse.kids(verb.i, "prep"):
        if prep.lower == "as" and parse.kids(prep.i, "pcomp"):
            things = parse.kids(verb.i, "dobj")
            return trimmed(parse, edges(parse, things[0].i)[0] if things else prep.i, edges(parse, prep.i)[1])
    return None


def _charge(parse: Parse, verb: Token) -> Span | None:
    """Return the act in "accused the army of shelling", the thing in "blamed the army for the fire", else who is blamed."""
    if verb.dep == "xcomp" and parse.tokens[verb.head].lemma == "be":
        return None  # "they are to blame"
    things = parse.kids(verb.i, "dobj", "nsubjpass")
    for prep in [*parse.kids(verb.i, "prep"), *(p for thing in things for p in parse.kids(thing.i, "prep"))]:
        if prep.lower == "on" and things and verb.lemma == "blame":
            return trimmed(parse, edges(parse, things[0].i)[0], edges(parse, prep.i)[1])
        if prep.lower in (("of", "with") if verb.lemma == "charge" else ("of", "for", "over")) and prep.i > verb.i:
            for act in parse.kids(prep.i, "pcomp", "pobj"):
                return clause(parse, act.i)
    for thing in things:  # "accused the army in [the south of shelling]", as parsers often have it
        for i in range(thing.i + 1, edges(parse, verb.i)[1]):
            if parse.tokens[i].lower == "of" and parse.kids(i, "pcomp"):
                return clause(parse, parse.kids(i, "pcomp")[0].i)
    bare = verb.lemma == "blame" and len(things) == 1 and things[0].i > verb.i and things[0].lower != "other"
    return trimmed(parse, *edges(parse, things[0].i)) if bare else None


def _prepositional(parse: Parse, verb: Token, lemma: str) -> Span | None:
    """Return what is wanted in "called for talks" and "called on the mayor to resign"."""
    for prep in parse.kids(verb.i, "prep"):
        if prep.lower == "for" and lemma in _FOR_VERBS:
            for thing in parse.kids(prep.i, "pobj", "pcomp"):
                return clause(parse, thing.i)
    for inner in parse.kids(verb.i, "advcl"):
        if any(aux.lower == "to" for aux in parse.kids(inner.i, "aux")):
            return clause(parse, inner.i)
    return None


def _finding(parse: Parse, verb: Token, lexicon: Speech) -> Span | None:
    """Return what a poll or a study shows: "the survey showed support at 40 percent"."""
    subject = subject_of(parse, verb.i)
    if subject is None or subject.lemma not in lexicon.papers:
        return None
    after = [edges(parse, t.i) for t in parse.kids(verb.i, "dobj", "prep", "oprd", "ccomp", "xcomp") if t.i > verb.i]
    return trimmed(parse, after[0][0], after[-1][1]) if after else None


def _asked(parse: Parse, verb: Token) -> Span | None:
    """Return the question in "asked if he would go"."""
    for inner in parse.kids(verb.i, "advcl", "ccomp"):
        if inner.i > verb.i and any(mark.lower in ("if", "whether") for mark in parse.kids(inner.i, "mark")):
            return clause(parse, inner.i)
    return None


def _beside(parse: Parse, verb: Token) -> Span | None:
    """Return the clause that a cue without a mark stands in, as the parser has it: "the dam will hold they said"."""
    head = parse.tokens[verb.head]
    first, last = clause_bounds(parse, verb.i, *parse.sentences[verb.sentence])
    verbal = head.pos in ("VERB", "AUX", "NOUN", "ADJ") and head.i != verb.i and first <= head.i < last
    return clause(parse, head.i, without={verb.i}) if verb.dep == "parataxis" and verbal else None
