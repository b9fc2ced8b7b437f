"""Clauses beside a verb whose doer is not its object, and participles that tell of a loss."""

from __future__ import annotations

from dateline.code.slips import is_had_done
from dateline.records import Parse, Token
from dateline.reference.coding import coding_words

_WORDS = coding_words().verbs


def is_aside(parse: Parse, verb: Token) -> bool:
    """Tell whether a clause in -ing stands apart behind a comma, so that whoever asks or orders does it too.

    "Asked the court to wait, alleging that a witness had lied": who asks alleges.
    """
    first = parse.subtree(verb.i)[0]
    apart = verb.i > verb.head and first > 0 and parse.tokens[first - 1].text == ","
    return verb.dep == "advcl" and verb.tag == "VBG" and apart and not parse.kids(verb.i, "mark", "nsubj")


def says_on(parse: Parse, verb: Token, above: Token) -> bool:
    """Tell whether such a clause goes on with what somebody says whose request the clause above it only tells.

    "Urged the council to delay the vote, saying that ...": who urges says it, though the parser hangs it on "delay".
    """
    asked = above.dep in ("xcomp", "ccomp") and any(t.tag == "TO" for t in parse.kids(above.i, "aux"))
    asked = asked and parse.tokens[above.head].lemma in _WORDS.object_control
    return asked and verb.lemma in _WORDS.arguing and is_aside(parse, verb)


def is_loss(parse: Parse, verb: Token) -> bool:
    """Tell whether what is done to somebody's own thing is told of him as his loss: "had their licences suspended"."""
    if not is_had_done(parse, verb) or parse.tokens[verb.head].lemma not in ("get", "have", "see"):
        return False
    owned = parse.kids(verb.i, "nsubj", "nsubjpass")
    return any(t.tag == "PRP$" for thing in owned for t in parse.kids(thing.i, "poss"))
