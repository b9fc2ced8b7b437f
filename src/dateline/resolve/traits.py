"""What a mention is, in plain features, for the choice of a day or place that it inherits (`reference/setting.py`)."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.records import EventMention, Parse, Token, Voice
from dateline.resolve.clauses import VERBS, clause_verb, in_modifier, is_perfect, is_pluperfect, is_present

_KNOWN = frozenset("the this that these those same".split())
_NONE = frozenset("no nobody none neither nor".split())
_PRONOUNS = frozenset(("he", "she", "it", "they"))
_DOERS = ("actor", "perpetrator")
_ACTS = frozenset("ASSAULT COERCE GATHER PROTEST".split())
_WORDS = frozenset("ACCUSE AGREE CONCEDE REJECT REQUEST SUPPORT THREATEN".split())
_LENGTHS = (3, 8, 20)  # sentences of reports that have less and less of a narrative to hand anything on
_APART = ("0", "1", "2", "3 to 5", "3 to 5", "3 to 5")


def traits_of(parse: Parse, mention: EventMention, trigger: Token, voice: Voice) -> Iterator[str]:
    """Yield what is known of a mention: its kind, status, voice and tense, the form of its words, where its clause hangs."""
    verb = clause_verb(parse, trigger)
    yield f"type {mention.type}"
    yield f"mode {mention.type} {mention.mode}"
    yield f"status {mention.status}"
    yield f"voice {voice.kind}"
    yield f"tense {tense(parse, verb)}" if verb is not None else "no verb"
    yield "noun" if trigger.pos not in VERBS else "verb"
    if mention.attribution is not None:
        yield "attributed"
    if mention.counts:
        yield "counted"
    yield from (f"at most {most} sentences" for most in _LENGTHS if len(parse.sentences) <= most)
    yield from _of_clause(parse, verb) if verb is not None else ()
    yield from _of_noun(parse, trigger) if trigger.pos not in VERBS else ()
    yield from _of_parties(parse, mention)


def _of_parties(parse: Parse, mention: EventMention) -> Iterator[str]:
    """Yield how the first doer and the first other party are named: "a man" is new to the story, "the men" are not."""
    doers = [a for a in mention.arguments if a.role in _DOERS]
    others = [a for a in mention.arguments if a.role not in _DOERS]
    for side, parties in (("doer", doers), ("other", others)):
        head = parse.head_of(parties[0].span) if parties else None
        if head is not None:
            yield f"{side} {_form(parse, head)}"
            if parties[0].basis == "inherited":
                yield f"{side} inherited"


def _form(parse: Parse, head: Token) -> str:
    """Return how a phrase names: "name", "pronoun", "owned", "number", "indefinite", "definite", "plural" or "bare"."""
    if head.pos in ("PROPN", "PRON"):
        return "name" if head.pos == "PROPN" else "pronoun"
    for word in parse.kids(head.i, "det", "poss", "nummod"):
        if word.dep != "det":
            return "owned" if word.dep == "poss" else "number"
        return "definite" if word.lower in _KNOWN else "indefinite"
    return "plural" if head.tag == "NNS" else "bare"


def _of_clause(parse: Parse, verb: Token) -> Iterator[str]:
    if in_modifier(parse, verb):
        yield "told aside"
    if verb.dep in ("ROOT", "ccomp"):
        yield "main clause" if verb.dep == "ROOT" else "told as said"
    if _pronoun_acts(parse, verb):
        yield "pronoun acts"


def _pronoun_acts(parse: Parse, verb: Token) -> bool:
    return any(t.lower in _PRONOUNS for t in parse.kids(verb.i, "nsubj", "nsubjpass"))


def _of_noun(parse: Parse, trigger: Token) -> Iterator[str]:
    if is_known(parse, trigger):
        yield "known"
    if trigger.tag == "NNS":
        yield "plural"
    if any(t.lower in _NONE for t in parse.kids(trigger.i, "det", "neg")):
        yield "no such"


def is_known(parse: Parse, noun: Token) -> bool:
    """Tell whether a noun takes what it names as known: "the strike", "Thursday's bombing"."""
    return any(t.lower in _KNOWN for t in parse.kids(noun.i, "det", "amod")) or bool(parse.kids(noun.i, "poss"))


def tense(parse: Parse, verb: Token) -> str:
    """Return "modal", "pluperfect", "perfect", "past", "passive", "present", "participle" or "other"."""
    aux = parse.kids(verb.i, "aux", "auxpass")
    if any(t.tag == "MD" for t in aux):
        return "modal"
    if is_pluperfect(parse, verb):
        return "pluperfect"
    if is_perfect(parse, verb):
        return "perfect"
    if is_present(parse, verb):
        return "present"
    if verb.tag == "VBN":
        return "passive" if any(t.tag == "VBD" for t in aux) else "participle"
    return "past" if verb.tag == "VBD" else "participle" if verb.tag == "VBG" else "other"


def kind_of_act(type_: str) -> str:
    """Return what acts of a type are for the choice of a place: "public" on the spot, "said", or "other"."""
    return "public" if type_ in _ACTS else "said" if type_ in _WORDS else "other"


def apart(sentences: int) -> str:
    """Return a number of sentences between two words in coarse steps: "0", "1", "2", "3 to 5", "6 or more"."""
    return _APART[abs(sentences)] if abs(sentences) < len(_APART) else "6 or more"
