"""Whose share in a deed words tell of or deny.

"Claimed responsibility for the blast", "his part in the kidnapping", "were charged with involvement in the murder" name who
did it; "had no hand in the attack", "took no part in it", "has nothing to do with the killing" say that he did not.
"""

from __future__ import annotations

from dateline.code import frames
from dateline.records import Parse, Token
from dateline.reference.coding import coding_words

_WORDS = coding_words().acts
_VERBS = coding_words().verbs
_LINKS = frozenset(("for", "in", "of"))
_NONE = frozenset(("no", "zero"))
_NOTHING = frozenset(("anything", "nothing", "something"))


def sharers(parse: Parse, deed: Token) -> list[Token]:
    """Return whose share in a deed is told of, claimed or denied; nobody where nobody owns to it."""
    verb = _having_to_do(parse, deed)
    if verb is not None:
        return frames.subjects(parse, verb.i)
    share = _share_in(parse, deed)
    if share is None:
        return []
    owners = parse.kids(share.i, "poss")
    if owners:
        return owners
    verb = parse.tokens[share.head]
    if share.dep == "nsubjpass":  # "responsibility for the raid was claimed by the Front"
        return frames.complements(parse, verb.i, "by")
    if share.dep == "pobj":  # "charged with involvement in the murder"
        charge = parse.tokens[verb.head]
        return frames.objects(parse, charge.i) if charge.lemma in _VERBS.arraigning else []
    takes = verb.lemma in _WORDS.taking_part or verb.lemma == "deny"
    owns = verb.lemma in _VERBS.owning_up | _VERBS.claiming and not parse.kids(verb.i, "neg")
    return frames.subjects(parse, verb.i) if share.dep == "dobj" and (takes or owns) else []


def has_no_share(parse: Parse, deed: Token) -> bool:
    """Tell whether somebody is said to have had no share in a deed: "played no role in the killing"."""
    verb = _having_to_do(parse, deed)
    if verb is not None:
        nothing = any(t.lower == "nothing" for t in parse.kids(verb.i, "dobj"))
        return nothing or bool(parse.kids(verb.i, "neg"))
    share = _share_in(parse, deed)
    if share is None or share.dep != "dobj" or parse.tokens[share.head].lemma not in _WORDS.taking_part:
        return False
    none = any(t.lower in _NONE for t in parse.kids(share.i, "det"))
    return none or bool(parse.kids(share.head, "neg"))


def _share_in(parse: Parse, deed: Token) -> Token | None:
    """Return the noun of a share that the deed stands behind: "part in the attack", "responsibility for shooting him"."""
    link = parse.tokens[deed.head]
    if deed.dep not in ("pobj", "pcomp") or link.lower not in _LINKS:
        return None
    share = parse.tokens[link.head]
    if share.lemma in _WORDS.taking_part:  # as parsers have "took no part in the attack"
        share = next((t for t in parse.kids(share.i, "dobj") if t.i < link.i), share)
    return share if share.lemma in _WORDS.parts and share.pos == "NOUN" else None


def _having_to_do(parse: Parse, deed: Token) -> Token | None:
    """Return the verb of who has nothing to do with a deed: "had nothing to do with the attack"."""
    link = parse.tokens[deed.head]
    does = parse.tokens[link.head]
    if deed.dep not in ("pobj", "pcomp") or link.lower != "with" or does.lemma != "do":
        return None
    above = parse.tokens[does.head]
    verb = parse.tokens[above.head] if above.lower in _NOTHING else above
    beside = any(t.lower in _NOTHING for t in parse.kids(verb.i, "dobj"))
    return verb if beside and verb.lemma in _WORDS.taking_part else None
