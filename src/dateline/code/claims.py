"""Is it only claimed? What is laid at somebody's door, and what beside a charge is known all the same."""

from __future__ import annotations

from dateline.code.chains import NOMINAL, Context, governs, is_met_with
from dateline.code.culprits import is_charged
from dateline.code.negation import is_granted, none_of
from dateline.code.tenses import modifiers, past_tense
from dateline.records import Parse, Token
from dateline.reference.statuswords import StatusWords, load_status_words

_LAID = frozenset(("attribute", "blame"))
_WORDS = load_status_words()


def alleged(parse: Parse, chain: list[Token], words: StatusWords, context: Context) -> bool:
    """Tell whether words around a happening leave it to somebody's word."""
    own_account = context.attribution is not None
    if _is_tried(parse, chain[0]) or _is_pleaded(parse, context):
        return True
    for step, token in enumerate(chain):
        if any(t.lower in words.alleged_modifiers for t in modifiers(parse, token)) or _is_blamed_on(parse, token):
            return True
        if step and token.lemma in words.alleged and governs(parse, token, chain[step - 1]):
            nobody = any(none_of(parse, t) for t in parse.kids(token.i, "nsubj"))  # "no group has claimed the attack"
            return not (nobody or (token.lemma in _WORDS.owns_up and parse.kids(token.i, "neg")))
        if step and token.pos == "NOUN" and token.lemma in words.hearsay and chain[step - 1].dep in ("acl", "ccomp"):
            return True
    if is_charged(parse, chain[0], said=own_account):
        return True
    top = chain[-1]
    if top.dep == "relcl" and own_account and _charged(parse, parse.tokens[top.head], words):
        return True
    # "reports that", which the parser may take for a relative clause
    marked = top.dep == "relcl" and any(t.lower == "that" for t in parse.kids(top.i, "mark"))
    return marked and parse.tokens[top.head].lemma in words.hearsay


def _is_tried(parse: Parse, deed: Token) -> bool:
    """Tell whether a court has still to say who did it: "went on trial for the murder", "faces trial over a stabbing"."""
    link = parse.tokens[deed.head]
    if deed.dep not in ("pobj", "pcomp") or link.lower not in ("for", "over"):
        return False
    above = parse.tokens[link.head]
    led_to = (t for on in parse.kids(above.i, "prep") if on.lower == "on" for t in parse.kids(on.i, "pobj"))
    return any(t.lemma == "trial" and t.pos in NOMINAL for t in (above, *parse.kids(above.i, "dobj"), *led_to))


def _is_pleaded(parse: Parse, context: Context) -> bool:
    """Tell whether a paper that brings a charge tells of the deed: "the indictment says". A lawyer is a source as police are."""
    said = context.attribution
    source = parse.head_of(said.source.span) if said is not None and said.source is not None else None
    if source is None or context.type not in ("ASSAULT", "COERCE"):
        return False
    return source.lemma in _WORDS.pleadings


def is_known(parse: Parse, chain: list[Token], context: Context) -> bool:
    """Tell whether a happening beside a charge or claim is none that is laid to anybody by it.

    "No claim of responsibility for the blast"; "blamed the Front, which has fought the army since 2009".
    """
    if is_granted(parse, chain[0]) and any(t.pos in NOMINAL and none_of(parse, t) for t in chain[1:]):
        return True
    last = chain[-1]
    charges = (t for t in chain[1:] if t.lemma in _WORDS.alleged)
    if any(none_of(parse, whom) for t in charges for whom in parse.kids(t.i, "nsubjpass")):
        return True  # "nobody has been charged with the killing"
    if is_met_with(parse, chain[0], parse.tokens[chain[0].head]):
        return True
    if last.dep != "relcl":
        return False
    if any(t.lemma == "have" and t.tag in ("VBZ", "VBP") for t in parse.kids(last.i, "aux")):
        return True
    return _is_said_aside(parse, last, context)


def _is_said_aside(parse: Parse, clause: Token, context: Context) -> bool:
    """Tell whether a clause beside a charge tells of whom it is laid to or what he broke: "blamed the gang, which had freed"."""
    said = context.attribution
    noun = parse.tokens[clause.head]
    if said is None or said.commitment != "accuse" or not past_tense(parse, [clause]):
        return False
    if noun.dep == "appos" or is_met_with(parse, noun, parse.tokens[noun.head]):
        return True
    between = parse.tokens[noun.i + 1 : clause.i]
    commas = [t.i for t in between if t.text == ","]  # a second one leads to "it said"
    return commas == [noun.i + 1] or any(t.tag == "WP$" for t in between)


def _charged(parse: Parse, noun: Token, words: StatusWords) -> bool:
    """Tell whether somebody is accused: "blamed the miners, who, it said, had ..."."""
    while noun.dep in ("pobj", "prep", "conj", "pcomp"):
        noun = parse.tokens[noun.head]
    return noun.dep in ("dobj", "nsubjpass") and parse.tokens[noun.head].lemma in words.alleged


def _is_blamed_on(parse: Parse, noun: Token) -> bool:
    """Tell whether a participle lays a deed at somebody's door: "a killing blamed on the Front"."""
    laid = (t for t in parse.kids(noun.i, "acl") if t.lemma in _LAID and noun.pos in NOMINAL)
    return any(link.lower in ("on", "to") for t in laid for link in parse.kids(t.i, "prep"))
