"""Whom a charge is laid against, and what it is about."""

from __future__ import annotations

from dateline.code import frames
from dateline.code.bearers import is_somebody
from dateline.code.triggers import Trigger
from dateline.records import EventMention, Parse, Reading, Token
from dateline.reference.codebook import Codebook
from dateline.reference.coding import coding_words

_HE = frozenset(("he", "she", "they"))
_RELATIVES = ("WDT", "WP")
_WHETHER = ("if", "whether")
_WORDS = coding_words()
_SAYINGS = ("ACCUSE", "SUPPORT")
_UNDERGOING = _WORDS.harm.losing | _WORDS.harm.dying


def charged(parse: Parse, trigger: Trigger, codebook: Codebook) -> list[Token]:
    """Return whom words of blame charge without naming him beside them: "blamed the fire on smugglers".

    Who alleges that somebody did something charges him: "complained that the clerk had lost two letters"; what befell
    people is laid at nobody's door by it ("alleged that two men died").
    """
    verb = parse.tokens[trigger.head]
    found = laid_on(parse, trigger) or _suspected(parse, trigger, codebook) or _in_writ(parse, trigger, codebook)
    if trigger.mode != "allege" or verb.pos != "VERB" or found:
        return found
    below = [clause for clause in parse.kids(verb.i, "ccomp") if clause.i > verb.i]
    done = [c for c in below if c.pos in ("VERB", "AUX") and not frames.is_passive(parse, c.i)]
    doers = [t for c in done if c.lemma not in _WORDS.harm.losing for t in parse.kids(c.i, "nsubj")]
    own = {t.i for t in doers for owner in parse.kids(t.i, "poss") if owner.tag == "PRP$"}
    doers = [t for t in doers if t.tag not in _RELATIVES]  # "a man who prosecutors allege stabbed her"
    return [t for t in doers if t.i not in own and (is_somebody(parse, t, codebook) or t.lower in _HE)]


def _suspected(parse: Parse, trigger: Trigger, codebook: Codebook) -> list[Token]:
    """Return of whom it is asked whether he did something: "investigating whether the mayor lied", "... is linked to it"."""
    if trigger.mode != "investigate" or parse.tokens[trigger.head].pos != "VERB":
        return []
    asked = [c for c in parse.kids(trigger.head, "ccomp") if any(t.lower in _WHETHER for t in parse.kids(c.i, "mark"))]
    active = [c for c in asked if not frames.is_passive(parse, c.i) and c.lemma not in _UNDERGOING]
    linked = [c for c in asked if c.lemma in _WORDS.harm.linking]
    doers = [t for c in active for t in parse.kids(c.i, "nsubj")]
    doers += [t for c in linked for t in parse.kids(c.i, "nsubjpass")]
    return [t for t in doers if is_somebody(parse, t, codebook) or t.lower in _HE]


def _in_writ(parse: Parse, trigger: Trigger, codebook: Codebook) -> list[Token]:
    """Return for whom a writ is: "obtained a warrant for Jane Roe", "issued a warrant for the arrest of her brother"."""
    words = [parse.tokens[i] for i in trigger.tokens]
    written = [t for t in (*words, *frames.objects(parse, trigger.head)) if t.lemma in _WORDS.harm.brought]
    found = [t for noun in written for t in frames.complements(parse, noun.i, "for")]
    found = found or (frames.complements(parse, trigger.head, "for") if written else [])
    seized = [t for t in found if t.lemma in _WORDS.harm.undergone]
    inner = [t for noun in seized for t in (*frames.complements(parse, noun.i, "of"), *parse.kids(noun.i, "poss"))]
    return [t for t in (inner or found) if is_somebody(parse, t, codebook) or t.tag == "PRP$"]


def laid_on(parse: Parse, trigger: Trigger) -> list[Token]:
    """Return at whose door a deed is laid: "blamed the fire on smugglers", "pinned it on them"."""
    if parse.tokens[trigger.head].lemma not in ("blame", "pin"):
        return []
    below = [trigger.head, *(t.i for t in frames.objects(parse, trigger.head))]
    return [t for i in below for t in frames.complements(parse, i, "on")]


def deeds_charged(parse: Parse, noun: Token) -> set[int]:
    """Return what a charge is about, which is nobody charged: "allegations of corruption", "a charge of arson"."""
    if noun.pos != "NOUN" or noun.lemma not in _WORDS.acts.of_a_deed:
        return set()
    return {t.i for t in frames.complements(parse, noun.i, "of")}


def unsaid(reading: Reading, mention: EventMention) -> bool:
    """Tell whether the words only say that somebody has not blamed or praised: "no group claimed responsibility".

    That nobody has been charged in court, or looked into, is news of its own.
    """
    if mention.status != "denied" or mention.type not in _SAYINGS or mention.mode == "investigate":
        return False
    said = reading.attributions[mention.attribution] if mention.attribution is not None else None
    head = reading.grammar().head_of(mention.trigger.span)
    in_court = head is not None and head.lemma in _WORDS.acts.in_court
    return not in_court and (said is None or said.commitment != "deny")
