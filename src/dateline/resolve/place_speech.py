"""Where words were said: what a clause tells of the speaker's spot, and that nothing spoken of need have been there."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.records import Parse, Token, Toponym
from dateline.reference.resolving import resolving_words
from dateline.resolve.clauses import protested_against

_AT = ("at", "during", "in")
_LINKS = ("at", "in")
_WORDS = resolving_words()
_HELD = _WORDS.occasions.consult | _WORDS.occasions.gather | _WORDS.occasions.protest | _WORDS.occasions.speeches
_SPEAKING = _WORDS.places.telling | _WORDS.places.speech


def is_where_said(parse: Parse, toponym: Toponym, trigger: Token) -> bool:
    """Tell whether a name says where words were said that are told in one breath with others.

    "Told a crowd in Lima that he will stay and thanked them", "speaking in Lima, she accused them", "in Lima he met them and
    praised their work".
    """
    head = parse.head_of(toponym.span)
    if head is None or head.dep != "pobj" or parse.tokens[head.head].lower not in _LINKS:
        return False
    link = parse.tokens[head.head]
    above = parse.tokens[link.head]
    for verb in _spoken(parse, trigger):
        if above.i == verb.i:
            return verb.i != trigger.i and (link.i < verb.i or verb.lemma in _SPEAKING)
        if _is_listening(parse, above, verb) or _is_occasion(parse, above, verb):
            return True
        if (
            above.dep == "advcl"
            and above.head == verb.i
            and above.tag == "VBG"
            and above.lemma in _WORDS.places.addressing
        ):
            return True
    return False


def is_where_judged(parse: Parse, toponym: Toponym, trigger: Token) -> bool:
    """Tell whether the trigger was only spoken of on an occasion at the name: "condemned the raid at a rally in Lima"."""
    head = parse.head_of(toponym.span)
    if head is None or head.dep != "pobj":
        return False
    above = parse.tokens[parse.tokens[head.head].head]
    if above.i == trigger.i:
        return False  # the rally itself was there
    against = protested_against(parse, trigger)
    if against is not None:
        return head.i not in parse.subtree(against.i)
    chain = [trigger, *parse.ancestors(trigger.i)]
    below = next((t for t in chain if t.dep in ("dobj", "prep")), None)
    if below is None or any(t.dep not in ("pobj", "pcomp", "prep", "dobj") for t in chain[: chain.index(below)]):
        return False
    verb = next((t for t in chain[chain.index(below) :] if t.pos == "VERB" and t.i != trigger.i), None)
    return verb is not None and verb.lemma in _WORDS.places.judging and _is_occasion(parse, above, verb)


def _spoken(parse: Parse, trigger: Token) -> Iterator[Token]:
    """Yield the verb of what was said, that of saying above it, and those that the same person did before."""
    at = trigger
    yield at
    while True:
        above = parse.tokens[at.head]
        told = at.dep == "ccomp" and above.lemma in _WORDS.places.telling
        subjects = parse.kids(at.i, "nsubj", "nsubjpass")
        joined = at.dep == "conj" and above.pos == "VERB" and all(t.pos == "PRON" for t in subjects)
        if not (told or joined) or above.i == at.i:
            return
        at = above
        yield at


def _is_listening(parse: Parse, noun: Token, verb: Token) -> bool:
    """Tell whether a noun is who is told: "told reporters in Lima"."""
    return verb.lemma in _WORDS.places.telling and noun.head == verb.i and noun.dep in ("dobj", "dative")


def _is_occasion(parse: Parse, noun: Token, verb: Token) -> bool:
    """Tell whether a noun is an occasion at which a verb is: "accused them at a news conference in Lima"."""
    link, named = parse.tokens[noun.head], noun.lemma in _WORDS.places.press or noun.lemma in _HELD
    return noun.dep == "pobj" and named and link.lower in _AT and link.head == verb.i  # not "invited them to a meeting"
