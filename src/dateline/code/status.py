"""Did it happen? Status of a happening from tense, negation, modals, conditions and reporting verbs.

The rules walk from the trigger up to the root of its sentence and ask at each step what the word there does to the
happening below it. The word lists are data (`reference/data/status.en.toml`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.records import Attribution, Parse, Token
from dateline.records.mention import Status
from dateline.reference.statuswords import StatusWords

_IRREAL_MODALS = frozenset(("could", "would", "might", "may", "should", "must", "can", "ought", "'d"))
_FUTURE = frozenset(("will", "shall", "'ll", "wo", "’ll"))
_CONDITION = frozenset(("if", "unless", "whether", "lest", "should", "provided"))
_NEGATIVE_SUBJECTS = frozenset(("nobody", "none", "neither", "nothing"))
_NEGATIVE_DETERMINERS = frozenset(("no", "neither"))
# Steps upwards that leave the happening in another clause, which cannot change it any more.
_SPEECH_VERBS = frozenset(("tell", "suggest", "warn", "worry", "wonder", "ask", "recommend"))
_BARRIERS = frozenset(("relcl", "parataxis", "appos"))
_NOMINAL = ("NOUN", "PROPN")
_NEAR = 40  # tokens within which a semicolon is looked for


@dataclass(frozen=True, slots=True)
class Context:
    """What the status rules know of a happening. future: its clause names a time after the text was written."""

    attribution: Attribution | None
    future: bool
    past: bool


def status_of(parse: Parse, head: int, words: StatusWords, context: Context) -> Status:
    """Return the status of the happening whose trigger is the token `head`."""
    chain = list(_chain(parse, head))
    commitment = context.attribution.commitment if context.attribution else ""
    given = words.commitment.get(commitment)
    if given == "denied" or _denied(parse, chain, words):
        return "denied"
    if _hypothetical(parse, chain, words, context) or given == "hypothetical":
        return "hypothetical"
    if _planned(parse, chain, words, context) or (given == "planned" and not context.past):
        return "planned"
    if given == "alleged" or _alleged(parse, chain, words):
        return "alleged"
    return "ongoing" if _ongoing(parse, chain, words) else "occurred"


def _chain(parse: Parse, head: int) -> Iterator[Token]:
    """Yield the trigger and the words that it hangs on, up to the clause that tells of it as a whole."""
    token = parse.tokens[head]
    yield token
    while token.head != token.i:
        above = parse.tokens[token.head]
        if token.dep in ("ccomp", "conj", "dep") and _parted(parse, token, above):
            return
        if token.dep in _BARRIERS or (token.dep == "advcl" and token.tag != "VB"):
            return
        if (
            token.dep == "conj"
            and above.pos in ("VERB", "AUX")
            and token.pos in ("VERB", "AUX")
            and _own_tense(parse, token)
        ):
            return
        if (
            token.dep == "prep"
            and above.pos in ("VERB", "AUX")
            and token.lower not in ("for", "to", "of", "against", "on", "in", "from", "with")
        ):
            return
        if token.dep in ("nsubj", "csubj") and above.pos in ("VERB", "AUX") and above.lemma not in _HAPPENS:
            if _indefinite(parse, token) and _modal(parse, above, _IRREAL_MODALS):
                yield above
            return
        token = above
        yield token


def _parted(parse: Parse, token: Token, above: Token) -> bool:
    """Tell whether a semicolon stands between two verbs: then they tell of two things."""
    first, last = sorted((token.i, above.i))
    return last - first < _NEAR and any(t.text == ";" for t in parse.tokens[first:last])


# Verbs whose subject is the happening itself: "the strike begins".
_HAPPENS = frozenset(
    "be begin break cancel close come continue convene due end erupt expect fail fall flare follow go happen last occur "
    "open plan postpone proceed resume schedule set spread start stop take".split()
)


def _own_tense(parse: Parse, verb: Token) -> bool:
    auxiliaries = [t for t in parse.kids(verb.i, "aux") if t.lower != "to"]
    return bool(auxiliaries or parse.kids(verb.i, "nsubj", "nsubjpass", "auxpass")) or verb.tag in ("VBD", "VBZ", "VBP")


def _lemma(parse: Parse, token: Token) -> str:
    """Return the lemma with its particle: "call off"."""
    particle = parse.kids(token.i, "prt")
    return f"{token.lemma} {particle[0].lower}" if particle else token.lemma


def _modifiers(parse: Parse, token: Token) -> list[Token]:
    return parse.kids(token.i, "advmod", "amod", "det", "neg", "acomp", "npadvmod")


def _denied(parse: Parse, chain: list[Token], words: StatusWords) -> bool:
    for step, token in enumerate(chain):
        if parse.kids(token.i, "neg") and not _only_until(parse, token):
            return not (step and token.lemma in words.denied)
        if any(
            t.lower in words.denied_modifiers for t in _modifiers(parse, token) if t.dep in ("det", "amod", "advmod")
        ):
            return True
        if token.pos in _NOMINAL and _none_of(parse, token):
            return True
        if step == 0 and token.pos in ("VERB", "AUX") and _negative_argument(parse, token):
            return True
        if step and token.lemma in words.denied and chain[step - 1].dep not in ("nsubj", "advcl", "nsubjpass"):
            return True
        if step and any(t.lemma in words.denied for t in parse.kids(token.i, "acomp")):
            return True
    return False


def _only_until(parse: Parse, token: Token) -> bool:
    """Tell whether a negation only corrects: "not only"."""
    negation = parse.kids(token.i, "neg")[0]
    follows = negation.i + 1
    return follows < len(parse.tokens) and parse.tokens[follows].lower in ("only", "just")


def _negative_argument(parse: Parse, verb: Token) -> bool:
    return any(_none_of(parse, argument) for argument in parse.kids(verb.i, "nsubj", "nsubjpass", "dobj", "agent"))


def _none_of(parse: Parse, noun: Token) -> bool:
    """Tell whether a noun phrase says that there is none: "nobody", "no bridge", "not one tyre"."""
    if noun.lower in _NEGATIVE_SUBJECTS or any(t.lower in _NEGATIVE_DETERMINERS for t in parse.kids(noun.i, "det")):
        return True
    numbers = [noun, *parse.kids(noun.i, "nummod", "det")]
    first = parse.sentences[noun.sentence][0]
    return any(
        t.lower in ("one", "a", "single") and t.i > first and parse.tokens[t.i - 1].lower == "not" for t in numbers
    )


def _hypothetical(parse: Parse, chain: list[Token], words: StatusWords, context: Context) -> bool:
    top = chain[-1]
    last = parse.tokens[parse.sentences[top.sentence][1] - 1]
    if last.text == "?":
        return True
    for step, token in enumerate(chain):
        below = chain[step - 1] if step else None
        if any(t.lower in _CONDITION for t in parse.kids(token.i, "mark")):
            return True
        if _conditioned(parse, token) and _modal(parse, token, _FUTURE | _IRREAL_MODALS):
            return True
        if _modal(parse, token, _IRREAL_MODALS) and not _future_in_past(parse, token, context):
            return True
        if any(t.lower in words.hypothetical_modifiers for t in _modifiers(parse, token)):
            return True
        if below is not None and _lemma(parse, token) in words.hypothetical and _governs(parse, token, below):
            return not _called(token, below)
        if (
            below is not None
            and below.dep == "nsubj"
            and _indefinite(parse, below)
            and _modal(parse, token, _IRREAL_MODALS)
        ):
            return True
        if _purpose(parse, token) and not _planned_noun(parse, token, words):
            return True
    return False


def _purpose(parse: Parse, token: Token) -> bool:
    """Tell whether a verb says what something is for: "troops to guard the bridge"."""
    if token.tag != "VB" or token.dep not in ("advcl", "acl", "relcl"):
        return False
    return any(t.lower == "to" for t in parse.kids(token.i, "aux"))


def _called(above: Token, below: Token) -> bool:
    """Tell whether the verb sets a happening on foot: "called a strike", "invited the town to a feast"."""
    return (above.lemma == "call" and below.dep == "dobj") or (above.lemma == "invite" and below.dep == "prep")


def _indefinite(parse: Parse, noun: Token) -> bool:
    determiners = [t.lower for t in parse.kids(noun.i, "det")]
    return not determiners or determiners[0] in ("a", "an", "any", "another", "such")


def _planned_noun(parse: Parse, token: Token, words: StatusWords) -> bool:
    return parse.tokens[token.head].lemma in words.planned


def _conditioned(parse: Parse, verb: Token) -> bool:
    """Tell whether an if-clause hangs on the verb or on the verb of saying above it."""
    verbs = [verb, parse.tokens[verb.head]] if verb.dep == "ccomp" else [verb]
    verbs += [t for t in parse.kids(verb.i, "parataxis", "ccomp") if t.i < verb.i]
    return any(
        mark.lower in ("if", "unless", "should", "provided")
        for some in verbs
        for clause in parse.kids(some.i, "advcl")
        for mark in parse.kids(clause.i, "mark", "aux")
    )


def _modal(parse: Parse, token: Token, modals: frozenset[str]) -> bool:
    return any(t.lower in modals for t in parse.kids(token.i, "aux"))


def _future_in_past(parse: Parse, token: Token, context: Context) -> bool:
    """Tell whether "would" only moves "will" into the past: "he said he would appeal"."""
    aux = [t.lower for t in parse.kids(token.i, "aux")]
    return "would" in aux and "have" not in aux and context.attribution is not None


def _governs(parse: Parse, above: Token, below: Token) -> bool:
    """Tell whether the happening is what the word is about ("called for a strike"), not who or when, nor told as past."""
    if below.dep == "ccomp" and (
        below.tag == "VBD" or any(t.tag in ("VBD", "VBZ") for t in parse.kids(below.i, "aux"))
    ):
        return above.lemma not in _SPEECH_VERBS
    if below.dep in ("xcomp", "ccomp", "dobj", "obj", "pcomp", "acl", "oprd", "nsubjpass"):
        return True
    return below.dep in ("prep", "dative") and below.lower in ("for", "to", "of", "on", "against", "from")


def _planned(parse: Parse, chain: list[Token], words: StatusWords, context: Context) -> bool:
    for step, token in enumerate(chain):
        below = chain[step - 1] if step else None
        if _modal(parse, token, _FUTURE) or _going_to(parse, token) or _future_in_past_of(parse, token, context):
            return True
        if any(t.lower in words.planned_modifiers for t in _modifiers(parse, token)):
            return True
        if (
            below is not None
            and _lemma(parse, token) in words.planned
            and (_governs(parse, token, below) or below.dep == "nsubj")
        ):
            return token.lemma not in ("set", "announce", "decide") or below.dep != "dobj" or context.future
        if below is not None and _called(token, below):
            return True
        if below is not None and token.lemma == "be" and below.dep == "xcomp" and below.tag == "VB":
            return True
    return context.future and not _past_tense(parse, chain)


def _future_in_past_of(parse: Parse, token: Token, context: Context) -> bool:
    return _modal(parse, token, frozenset(("would",))) and _future_in_past(parse, token, context)


def _going_to(parse: Parse, token: Token) -> bool:
    head = parse.tokens[token.head]
    return token.dep == "xcomp" and head.lower == "going" and token.tag == "VB"


def _past_tense(parse: Parse, chain: list[Token]) -> bool:
    verb = next((t for t in chain if t.pos in ("VERB", "AUX")), None)
    if verb is None:
        return False
    auxiliaries = [t.tag for t in parse.kids(verb.i, "aux", "auxpass")]
    return (verb.tag == "VBD" or "VBD" in auxiliaries) and "MD" not in auxiliaries


def _alleged(parse: Parse, chain: list[Token], words: StatusWords) -> bool:
    for step, token in enumerate(chain):
        if any(t.lower in words.alleged_modifiers for t in _modifiers(parse, token)):
            return True
        if step and token.lemma in words.alleged and _governs(parse, token, chain[step - 1]):
            return True
    return False


def _ongoing(parse: Parse, chain: list[Token], words: StatusWords) -> bool:
    for step, token in enumerate(chain):
        if token.lemma == "be" and token.tag in ("VBP", "VBZ") and step == 0:
            return True
        if token.pos in ("VERB", "AUX") and (_progressive_now(parse, token) or _perfect_since(parse, token)):
            return True
        if step and token.lemma in words.ongoing and chain[step - 1].dep in ("xcomp", "nsubj", "dobj", "prep", "acomp"):
            return token.tag in ("VBP", "VBZ", "VBG") or _modal(parse, token, frozenset(("has", "have")))
        if any(t.lower in words.ongoing_modifiers for t in _modifiers(parse, token)) and not _past_tense(parse, chain):
            return True
        if token.pos in _NOMINAL and token.dep == "pobj" and _on_now(parse, token):
            return True
        if token.pos in ("VERB", "AUX"):
            return False
    return False


def _progressive_now(parse: Parse, token: Token) -> bool:
    auxiliaries = {t.lower for t in parse.kids(token.i, "aux", "auxpass")}
    if token.tag == "VBG" and not auxiliaries and (token.dep == "ROOT" or _caption(parse, token)):
        return True
    if token.tag == "VBG":
        return bool(auxiliaries & {"is", "are", "am", "'re", "'s", "’re", "been", "'m"}) and "had" not in auxiliaries
    return token.tag == "VBN" and "being" in auxiliaries and bool(auxiliaries & {"is", "are"})


def _caption(parse: Parse, token: Token) -> bool:
    """Tell whether a participle stands for the verb of a sentence without one: "People visiting the tomb"."""
    return token.dep == "acl" and parse.tokens[token.head].dep == "ROOT"


def _perfect_since(parse: Parse, verb: Token) -> bool:
    """Tell whether a state that began in the past lasts: "have been banned since Monday"."""
    auxiliaries = {t.lower for t in parse.kids(verb.i, "aux")}
    if verb.lemma == "be":
        auxiliaries.add(verb.lower)
    return bool(auxiliaries & {"has", "have"}) and any(
        t.lower in ("since", "for") and any(o.entity in ("DATE", "TIME") for o in parse.kids(t.i, "pobj"))
        for t in parse.kids(verb.i, "prep", "mark")
    )


def _on_now(parse: Parse, noun: Token) -> bool:
    """Tell whether the noun stands in "are on strike"."""
    preposition = parse.tokens[noun.head]
    verb = parse.tokens[preposition.head]
    return preposition.lower in ("on", "in") and (
        verb.lower in ("are", "is", "remain", "remains") or (verb.lower == "been" and _perfect_since(parse, verb))
    )
