"""What is denied with the very verb of the charge: "I was dragged out", and then "the police denied that anyone was dragged".

A trigger often needs more than its verb to tell of a deed ("dragged by the hair"); who denies it says the verb alone, and
means the deed that was told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.code.join import Happening
from dateline.code.negation import none_of
from dateline.records import Attribution, Parse, Token
from dateline.reference.coding import coding_words

_REACH = 6  # sentences
_DONE_TO = frozenset(("ASSAULT", "COERCE", "PROTEST"))
_LIGHT = coding_words().verbs.light


def with_denied_words(
    happenings: Sequence[Happening], attributions: Sequence[Attribution], parse: Parse
) -> list[Happening]:
    """Return the happenings with one for each verb of a deed told before that is denied and is no trigger by itself."""
    found = list(happenings)
    taken = {i for h in happenings for t in h.triggers for i in (t.head, *t.tokens)}
    for verb in _denied_verbs(attributions, parse):
        told = _told_with(verb, happenings, parse) if verb.i not in taken else None
        if told is not None:
            found.append(Happening((replace(told.lead, head=verb.i, tokens=(verb.i,)),), told.type, told.mode))
            taken.add(verb.i)
    return sorted(found, key=lambda h: h.lead.tokens)


def _denied_verbs(attributions: Sequence[Attribution], parse: Parse) -> Iterator[Token]:
    """Yield the verbs of what somebody denies, and those whose subject is nobody ("nobody was dragged")."""
    for said in attributions:
        if said.commitment == "deny":
            yield from (t for t in parse.inside(said.content.span) if t.pos == "VERB")
    for token in parse.tokens:
        if token.pos == "VERB" and any(none_of(parse, t) for t in parse.kids(token.i, "nsubj", "nsubjpass")):
            yield token


def _told_with(verb: Token, happenings: Sequence[Happening], parse: Parse) -> Happening | None:
    """Return the last deed told with a verb before it, None where the verb says little by itself or tells of no deed."""
    if verb.lemma in _LIGHT:
        return None
    for told in reversed(happenings):
        head = parse.tokens[told.lead.head]
        near = head.i < verb.i and verb.sentence - head.sentence <= _REACH
        if near and head.lemma == verb.lemma and head.pos == "VERB" and told.type in _DONE_TO:
            return told
    return None
