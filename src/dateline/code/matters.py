"""What people protest against, look into or lift is no party to it: who stands behind it is.

"Residents protested the killing": nobody is a target; "marched against the government's plan": the government is meant.
"""

from __future__ import annotations

from dateline.code.bearers import kinds, may_receive
from dateline.code.join import Happening
from dateline.code.phrases import phrase_span
from dateline.records import Argument, Parse, Token
from dateline.reference.codebook import Codebook
from dateline.reference.coding import coding_words

_VERBS = coding_words().verbs
_GROUND = frozenset(("place", "site", "vehicle", "way"))
_ABOUT = frozenset(("against", "for", "in", "into", "of", "on", "to"))
_OWNING = ("amod", "compound", "poss")


def without_matters(
    parse: Parse, happening: Happening, found: dict[tuple[str, int], Argument], codebook: Codebook
) -> None:
    """Take away what is protested against, looked into or lifted, and set who stands behind it in its place."""
    if happening.type == "PROTEST":
        for role, i in [k for k in found if k[0] == "target" and _is_protested(parse, parse.tokens[k[1]], codebook)]:
            del found[role, i]
            for k in _inside(parse, i):
                found.pop(("recipient", k), None)
            _add_owners(parse, parse.tokens[i], found, codebook)
        for key in [k for k in found if k[0] == "target" and _is_shown(parse, parse.tokens[k[1]])]:
            del found[key]
        for role, i in [k for k in found if k[0] == "recipient"]:
            owners = _owners(parse, parse.tokens[i], codebook)
            if owners and not _is_party(parse, parse.tokens[i], codebook):
                del found[role, i]
                _add_owners(parse, parse.tokens[i], found, codebook)
    elif happening.mode not in ("access", "investigate"):
        return
    for key in [k for k in found if k[0] == "recipient" and _is_matter(parse, parse.tokens[k[1]], codebook)]:
        del found[key]


def _is_protested(parse: Parse, noun: Token, codebook: Codebook) -> bool:
    """Tell whether a verb of protest governs the word: "to protest the arrest", not "protested outside the court"."""
    first = noun
    while first.dep == "conj":
        first = parse.tokens[first.head]
    governed = first.dep == "dobj" and parse.tokens[first.head].lemma in _VERBS.protesting
    return governed and not kinds(parse, noun, codebook) & _GROUND


def _is_shown(parse: Parse, noun: Token) -> bool:
    """Tell whether people only hold up something written: "carried signs", "waved placards"."""
    held = noun.dep == "dobj" and parse.tokens[noun.head].lemma in _VERBS.writing
    return held and noun.lemma in _VERBS.letters


def _inside(parse: Parse, i: int) -> list[int]:
    """Return the words of a matter that name nobody who is behind it: "the violence against children"."""
    links = (parse.tokens[parse.tokens[k].head] for k in parse.subtree(i))
    return [
        k
        for k, link in zip(parse.subtree(i), links, strict=True)
        if link.lower in _ABOUT and parse.tokens[k].dep == "pobj"
    ]


def _owners(parse: Parse, noun: Token, codebook: Codebook) -> list[Token]:
    owners = parse.kids(noun.i, "poss")
    return [t for t in owners if t.tag != "PRP$" and _is_party(parse, t, codebook)]


def _add_owners(parse: Parse, noun: Token, found: dict[tuple[str, int], Argument], codebook: Codebook) -> None:
    taken = {i for _, i in found}
    for token in _owners(parse, noun, codebook):
        if token.i not in taken:
            found["recipient", token.i] = Argument(role="recipient", span=phrase_span(parse, token), text="")


def _is_matter(parse: Parse, noun: Token, codebook: Codebook) -> bool:
    """Tell whether a word is what is looked into, lifted or protested against, and names nobody: "contracts", "fuel taxes"."""
    named = [t for t in parse.kids(noun.i, *_OWNING) if t.tag != "PRP$"]
    vehicle = "vehicle" in kinds(parse, noun, codebook)
    dealt_in = vehicle and parse.tokens[noun.head].lower == "of"  # "the purchase of 42 buses"
    return (dealt_in or not (vehicle or _is_party(parse, noun, codebook))) and not any(
        _is_party(parse, t, codebook) for t in named
    )


def _is_party(parse: Parse, token: Token, codebook: Codebook) -> bool:
    return may_receive(parse, token, codebook) and token.dep != "nummod"
